import type { Problem } from '../problem.ts';
import { readerOf, showLanguage } from '../text/show.ts';
import { isEnglish } from './english/written-texts.ts';
import { namesOf } from './gather.ts';

/** A policy whose text no rule reads, since rules that read text know English only; its language is named in English. */
export type UnreadText = { policy: string; language: string };

type Entry = { product: string; slug: string; language: string };

/** The policies whose facts rules look at, and whose text they do not: by their language, or by their words, as `problems` tell. */
export function unreadTexts(policies: readonly Entry[], problems: readonly Problem[]): UnreadText[] {
  const misnamed = new Set(
    problems.flatMap(({ rule, finding }) =>
      rule === 'core/text-language' && finding ? finding.subject : [],
    ),
  );
  return policies.flatMap(({ product, slug, language }) => {
    const policy = `${product}/${slug}`;
    if (!isEnglish({ language })) return { policy, language: showLanguage(language, readerOf('en')) };
    return misnamed.has(policy) ? { policy, language: 'not English, by its words' } : [];
  });
}

/** What a report says of them, in one line; nothing where every text is read. */
export function unreadSentence(unread: readonly UnreadText[]): string | undefined {
  if (unread.length === 0) return undefined;
  const names = namesOf(unread.map(({ policy, language }) => `${policy} (${language})`));
  return `Rules that read text know English only, and did not run on ${names}.`;
}
