import { english } from './en/english.ts';

/** Everything we say to readers of policies, in one language. */
export type Words = typeof english;

/** The languages there are words in, by their tags: a folder each, and a line here. */
export const languages: Record<string, Words> = { en: english };
