import { isLifetimeWord, parsePeriod, type ValueKind } from '../../schemas/values.ts';
import type { Words } from './words.ts';

// Values as readers see them. Every formatter is given its language and time zone: nothing of the machine shows.

/** The language of the words around values, and those words. */
export type Reader = { language: string; words: Words };

/** A date in full: "31 March 2026". */
export function showDate(value: string, { language }: Reader): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${value}T00:00Z`),
  );
}

/** A period or lifetime in words: "13 months", "until you delete it". */
export function showPeriod(value: string, { language, words }: Reader): string {
  if (isLifetimeWord(value)) return words.lifetimes[value];
  const parts = (parsePeriod(value) ?? []).map(({ unit, count }) =>
    new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }).format(count),
  );
  return new Intl.ListFormat(language, { type: 'unit', style: 'long' }).format(parts);
}

/** Several texts as one: "a, b and c". */
export function showList(values: readonly string[], { language }: Reader): string {
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(values);
}

/** The name of a country: "Ireland". */
export function showCountry(code: string, { language }: Reader): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

/** The name of a language in the reader's language: "German". */
export function showLanguage(tag: string, { language }: Reader): string {
  return new Intl.DisplayNames(language, { type: 'language' }).of(tag) ?? tag;
}

/** A number with the reader's separators. */
export function showNumber(value: number, { language }: Reader): string {
  return new Intl.NumberFormat(language).format(value);
}

/** A value of a given kind as plain text. */
export function showValue(
  value: string | number | boolean,
  kind: ValueKind | undefined,
  reader: Reader,
): string {
  if (typeof value === 'number') return showNumber(value, reader);
  if (typeof value === 'boolean') return value ? reader.words.yes : reader.words.no;
  switch (kind) {
    case 'date':
      return showDate(value, reader);
    case 'period':
      return showPeriod(value, reader);
    case 'country':
      return showCountry(value, reader);
    case 'language':
      return showLanguage(value, reader);
    case undefined:
      return reader.words.values[value] ?? value;
    default:
      return value;
  }
}

/** Whether a language is written from right to left. */
export function direction(language: string): 'ltr' | 'rtl' {
  const script = new Intl.Locale(language).maximize().script ?? 'Latn';
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'].includes(script) ? 'rtl' : 'ltr';
}
