import { readerOf, showLanguage } from '../text/show.ts';
import { isEnglish } from './english/written-texts.ts';
import { namesOf } from './gather.ts';

/** A policy whose text no rule reads, since rules that read text know English only; its language is named in English. */
export type UnreadText = { policy: string; language: string };

type Entry = { product: string; slug: string; language: string };

/** The policies whose facts rules look at, and whose text they do not. */
export function unreadTexts(policies: readonly Entry[]): UnreadText[] {
  return policies
    .filter((policy) => !isEnglish(policy))
    .map(({ product, slug, language }) => ({
      policy: `${product}/${slug}`,
      language: showLanguage(language, readerOf('en')),
    }));
}

/** What a report says of them, in one line; nothing where every text is read. */
export function unreadSentence(unread: readonly UnreadText[]): string | undefined {
  if (unread.length === 0) return undefined;
  const names = namesOf(unread.map(({ policy, language }) => `${policy} (${language})`));
  return `Rules that read text know English only, and did not run on ${names}.`;
}
