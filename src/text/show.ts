import { type Length, type PlacedLength, readLength } from '../../schemas/length.ts';
import { parsePeriod, type ValueKind } from '../../schemas/values.ts';
import { makeMemory } from '../memory.ts';
import { spokenLanguage, type Words, wordsFor } from '../words/words.ts';
import { listOf } from './one-or-many.ts';

// Values as readers see them. Every formatter is given its language and time zone: nothing of the machine shows.

/**
 * The language of a policy, and our words for it, which are English where there are none in it. A phrase is in one language:
 * `in` tells whether values stand in phrases of ours, or are quoted in those of the authors.
 */
export type Reader = { language: string; words: Words; in?: 'words' | 'quotes' };

/** A reader of a language, with its words. */
export function readerOf(language: string): Reader {
  return { language, words: wordsFor(language) };
}

/** A reader of a text whose authors quote values in it. */
export function quotingReaderOf(language: string): Reader {
  return { ...readerOf(language), in: 'quotes' };
}

/** A reader of a phrase of ours in which values stand: it is in the language of our words, lists in it too. */
export function inOurWords(reader: Reader): Reader {
  return { ...reader, language: spokenLanguage(reader.language), in: 'words' };
}

// A day and a number stand in phrases of ours wherever nobody quotes them.
function languageOfDays({ language, in: place }: Reader): string {
  return place === 'quotes' ? language : spokenLanguage(language);
}

// A period or a country can stand alone, or before what the authors say of it.
function languageOf({ language, in: place }: Reader): string {
  return place === 'words' ? spokenLanguage(language) : language;
}

/** A date in full: "31 March 2026". */
export function showDate(value: string, reader: Reader): string {
  const language = languageOfDays(reader);
  return rememberDate(`${language} ${value}`, () => dateFormat(language).format(new Date(`${value}T00:00Z`)));
}

/** A period or lifetime in words: "13 months", "until you delete it", "13 months (EEA); 24 months (elsewhere)". */
export function showPeriod(value: string, reader: Reader): string {
  return showPlaced(readLength(value), (length) => showLength(length, reader));
}

/** A period that is an upper limit, for each region: "up to 13 months (EEA); up to 24 months (elsewhere)". */
export function showLimit(value: string, reader: Reader): string {
  return showPlaced(readLength(value), (length) => {
    const shown = showLength(length, reader);
    if (length.form === 'at-most') return shown;
    const isUntil = length.form === 'until-day' || (length.form === 'words' && /^until /.test(length.words));
    return isUntil ? reader.words.atLatest(shown) : reader.words.upTo(shown);
  });
}

function showPlaced(all: readonly PlacedLength[], show: (length: Length) => string): string {
  const shown = all.map(({ length, where }) =>
    where === undefined ? show(length) : `${show(length)} (${where})`,
  );
  return shown.join('; ');
}

function showLength(length: Length, reader: Reader): string {
  if (length.form === 'period') return plainPeriod(length.period, reader);
  const { lengths, lifetimes } = reader.words;
  const own = inOurWords(reader);
  const plain = (period: string) => plainPeriod(period, own);
  switch (length.form) {
    case 'word':
      return lifetimes[length.word];
    case 'words':
      return length.words;
    case 'range':
      return lengths.range(startOfRange(length, own), plain(length.to));
    case 'until-day':
      return lengths.untilDay(showDate(length.day, own));
    case 'business-days':
      return lengths.businessDays(length.count, showNumber(length.count, own));
    case 'session-or':
      return lengths.sessionOr(lifetimes.session, plain(length.period));
    default:
      return lengths[length.form](plain(length.period));
  }
}

// "30 to 90 days" names the unit once.
function startOfRange({ from, to }: Extract<Length, { form: 'range' }>, reader: Reader): string {
  const [first, ...more] = parsePeriod(from) ?? [];
  const isOfOneUnit = first && more.length === 0 && parsePeriod(to)?.[0]?.unit === first.unit;
  return isOfOneUnit ? showNumber(first.count, reader) : plainPeriod(from, reader);
}

function plainPeriod(value: string, reader: Reader): string {
  const language = languageOf(reader);
  return rememberPeriod(`${language} ${value}`, () => {
    const parts = (parsePeriod(value) ?? []).map(({ unit, count }) =>
      unitFormat(language, unit).format(count),
    );
    return partsFormat(language).format(parts);
  });
}

// The policies of a site share most of their days and periods.
const rememberDate = makeMemory<string>(1_000);
const rememberPeriod = makeMemory<string>(1_000);

/** Whether a text of the authors may name a length of time: it holds a number, or a word for one of its units. */
export function namesLength(text: string, { language }: Reader): boolean {
  if (/\p{N}/u.test(text)) return true;
  const shown = text.toLowerCase();
  return unitWords(language).some((word) => shown.includes(word));
}

const timeUnits = ['year', 'month', 'week', 'day', 'hour', 'minute', 'second'];

/** Several texts as one: "a, b and c". Where a text holds a comma or an "and" of its own, a stronger mark parts them. */
export function showList(values: readonly string[], { language }: Reader): string {
  const mark = values.length > 1 ? strongerMark(values, language) : undefined;
  return mark ? values.join(mark) : listFormat(language).format(values);
}

/** What parts several texts that are told in a row: a comma, or a stronger mark where one of them holds a comma itself. */
export function listMark(values: readonly string[], { language }: Reader): string {
  return strongerMark(values, language) ?? ', ';
}

// Texts that hold what stands between texts would run together.
function strongerMark(values: readonly string[], language: string): string | undefined {
  const isPlain = ![',', '،', '、', '，', ';', jointOf(language)].some((mark) => holds(values, mark));
  return isPlain ? undefined : markApart(values, ['; ', ' · ', ' | ', ' ‖ ']);
}

/** The first of some marks that no text holds, so that those it stands between cannot run together; else the last. */
export function markApart(values: readonly string[], marks: readonly [string, ...string[]]): string {
  return marks.find((mark) => !holds(values, mark.trim())) ?? marks.at(-1) ?? marks[0];
}

function holds(values: readonly string[], mark: string): boolean {
  return values.some((value) => value.includes(mark));
}

/** The name of a country: "Ireland". */
export function showCountry(code: string, reader: Reader): string {
  if (code === 'EEA') return reader.words.areas.EEA;
  return countryNames(languageOf(reader)).of(code) ?? code;
}

/** The names of countries. */
export function showCountries(codes: string | readonly string[], reader: Reader): string {
  const all = listOf(codes);
  // No library names the Economic Area: where it stands, all are named in our words.
  const own = all.includes('EEA') && reader.in !== 'quotes' ? inOurWords(reader) : reader;
  return showList(
    all.map((code) => showCountry(code, own)),
    own,
  );
}

/** The word for one of our values; what is none of them is in the words of the authors. */
export function wordFor(value: string, table: Readonly<Record<string, string>>): string {
  return Object.hasOwn(table, value) ? (table[value] ?? value) : value;
}

/** One of our values or several, side by side: whether all of them hold at once, or one for each case, is not said. */
export function showApart(
  values: string | readonly string[],
  table: Readonly<Record<string, string>>,
): string {
  return listOf(values)
    .map((value) => wordFor(value, table))
    .join('; ');
}

/** One of our values or several, in words. */
export function showEach(
  values: string | readonly string[],
  table: Readonly<Record<string, string>>,
  reader: Reader,
): string {
  const all = listOf(values);
  const hasOurs = all.some((value) => Object.hasOwn(table, value));
  return showList(
    all.map((value) => wordFor(value, table)),
    hasOurs ? inOurWords(reader) : reader,
  );
}

/** The name of a language in the reader's language: "German". */
export function showLanguage(tag: string, reader: Reader): string {
  return languageNames(languageOf(reader)).of(tag) ?? tag;
}

/** A number with the reader's separators. */
export function showNumber(value: number, reader: Reader): string {
  return numberFormat(languageOfDays(reader)).format(value);
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
  return ['Arab', 'Hebr', 'Syrc', 'Thaa', 'Nkoo', 'Adlm', 'Rohg'].includes(scriptOf(language))
    ? 'rtl'
    : 'ltr';
}

// Making a formatter takes far longer than using it, and memory that is freed late.
const dateFormat = once(
  (language) => new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }),
);
const unitFormat = once(
  (language, unit) => new Intl.NumberFormat(language, { style: 'unit', unit, unitDisplay: 'long' }),
);
const partsFormat = once((language) => new Intl.ListFormat(language, { type: 'unit', style: 'long' }));
const listFormat = once((language) => new Intl.ListFormat(language, { type: 'conjunction' }));
const jointOf = once((language) => listFormat(language).formatToParts(['a', 'b'])[1]?.value ?? ' and ');
const unitWords = once((language) =>
  timeUnits.flatMap((unit) => {
    const parts = [1, 2].flatMap((count) => unitFormat(language, unit).formatToParts(count));
    return parts.flatMap(({ type, value }) => (type === 'unit' ? [value.toLowerCase()] : []));
  }),
);
const countryNames = once((language) => new Intl.DisplayNames(language, { type: 'region' }));
const languageNames = once((language) => new Intl.DisplayNames(language, { type: 'language' }));
const scriptOf = once((language) => new Intl.Locale(language).maximize().script ?? 'Latn');
const numberFormat = once((language) => new Intl.NumberFormat(language));

function once<T>(make: (language: string, unit?: string) => T): (language: string, unit?: string) => T {
  const remember = makeMemory<T>(100);
  return (language, unit) => remember(`${language} ${unit}`, () => make(language, unit));
}
