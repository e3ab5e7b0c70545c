import { isWord, makeTokenize } from '../../text/tokens.ts';
import { guardWordsOf } from './guard-words.ts';

// A line such as "Last updated: 31 March 2026" names the version, as its date does: two versions always differ in it.

/** Whether a text is nothing but a date and words that say which: `language` is that of the text. */
export function isDateLine(text: string, language: string): boolean {
  const known = guardWordsOf(language)?.dates;
  const tokens = known ? makeTokenize(language)(text).filter(isWord) : [];
  const rest = tokens.filter((token) => !isOfDate(token, language));
  const isKnown = rest.length > 0 && rest.every((token) => known?.has(token.toLowerCase()));
  return isKnown && tokens.some((token) => /\d/.test(token));
}

function isOfDate(token: string, language: string): boolean {
  return (
    /^\d{1,4}(?:st|nd|rd|th)?$|^\d+(?:[-./]\d+)+$/.test(token) || monthsOf(language).has(token.toLowerCase())
  );
}

const months = new Map<string, ReadonlySet<string>>();

/** The names of months in a language, in small letters. */
export function monthsOf(language: string): ReadonlySet<string> {
  const known = months.get(language);
  if (known) return known;
  const names = (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) =>
      format.formatToParts(Date.UTC(2000, index, 2)).find(({ type }) => type === 'month'),
    );
  });
  const found = new Set(names.map((part) => (part?.value ?? '').toLowerCase().replace(/\.$/, '')));
  months.set(language, found);
  return found;
}
