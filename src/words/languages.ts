import { english } from './en/english.ts';

/** Everything we say to readers of policies, in one language. */
export type Words = typeof english;

const all = { en: english } satisfies Record<string, Words>;

/** The tag of a language there are words in. */
export type Language = keyof typeof all;

/** The languages there are words in, by their tags: a folder each, and a line above. */
export const languages: Record<string, Words> = all;
