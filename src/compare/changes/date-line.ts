import { makeMemory } from '../../memory.ts';
import { isWord, makeTokenize } from '../../text/tokens.ts';
import { guardWordsOf } from './guard-words.ts';
import { pointerWordsOf } from './pointer-words.ts';

// A line such as "Last updated: 31 March 2026" names the version, as its date does: two versions always differ in it.

/** Whether a text is nothing but a date and words that say which: `language` is that of the text. */
export function isDateLine(text: string, language: string): boolean {
  // No date is written without a figure.
  if (!/\d/.test(text)) return false;
  const others = text.length <= longestDateLine ? languagesOfDates : [];
  return [language, ...others].some((own) => isDateLineIn(text, own));
}

// A page may be in another language than what stands around it.
const languagesOfDates = ['en', 'de', 'fr', 'es', 'it', 'nl', 'pt'];
const longestDateLine = 60;

function isDateLineIn(whole: string, language: string): boolean {
  const text = whole.replaceAll(/:{3}\w*/g, '');
  const known = guardWordsOf(language)?.dates;
  const tokens = known ? makeTokenize(language)(text).filter(isWord) : [];
  const rest = tokens.filter((token) => !isOfDate(token, language));
  const isKnown = rest.length > 0 && rest.every((token) => known?.has(token.toLowerCase()));
  return isKnown && isDate(tokens, language);
}

/** Whether two texts that are date lines say the same date, in whatever words beside it. */
export function haveOneDate(one: string, other: string, language: string): boolean {
  const [own, others] = [one, other].map((text) =>
    dateIn(
      makeTokenize(language)(text).filter((token) => isOfDate(token, language)),
      language,
    ),
  );
  return own === others;
}

// "2025.02" and "02/2025" are "February 2025".
function dateIn(words: readonly string[], language: string): string {
  const [, year = '', month = ''] = /^(\d{4})[-./](\d{1,2})$/.exec(words.join()) ?? [];
  const [, first = '', last = ''] = /^(\d{1,2})[-./](\d{4})$/.exec(words.join()) ?? [];
  if (words.length === 1 && (year || last)) return [year || last, Number(month || first)].join();
  const numbers = words.map((word) => monthNumber(word, language) ?? word);
  return numbers
    .map(String)
    .toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))
    .join();
}

function monthNumber(word: string, language: string): number | undefined {
  const found = [language, 'en']
    .map((own) => monthNames(own).indexOf(monthIn(word)) % 12)
    .find((at) => at >= 0);
  return found === undefined ? undefined : found + 1;
}

/** Whether nothing but the date differs between two texts that have one. */
export function haveOtherDates(one: string, other: string, language: string): boolean {
  const read = (text: string) =>
    Object.groupBy(makeTokenize(language)(text), (token) => (isOfDate(token, language) ? 'date' : 'rest'));
  const [own, others] = [read(one), read(other)];
  const areDates = [own, others].every(({ date = [] }) => isDate(date, language));
  return areDates && own.rest?.join() === others.rest?.join();
}

const longestTitle = 10;

/** Whether a short text that calls a text by its kind, "Human Rights Policy May 2026", has another date, and not as its end, and says the same. */
export function haveOtherEditions(one: string, other: string, language: string): boolean {
  const [texts, dates] = [pointerWordsOf(language)?.texts, guardWordsOf(language)?.dates];
  const words = makeTokenize(language)(one).filter(isWord);
  const isOfTitle = (word: string) => /^[^\p{Ll}]|^.{1,3}$/u.test(word) || dates?.has(word) === true;
  const isBound = words.some(
    (word) => !isOfDate(word, language) && guardWordsOf(language)?.duties.has(word.toLowerCase()),
  );
  const isTitle = words.length <= longestTitle && words.every(isOfTitle) && !isBound && !one.endsWith('.');
  const isOfText = isTitle && words.some((word) => texts?.has(word.toLowerCase()));
  return isOfText && one !== other && haveOtherDates(one, other, language);
}

/** Whether words name a day, a month of a year, a year, or a version by its number. */
export function isDate(words: readonly string[], language: string): boolean {
  const hasMonth = words.some((word) => monthsOf(language).has(monthIn(word)));
  const isFull = words.some((word) => /^\d+(?:[-./]\d+)+$|^(?:19|20)\d\d[年년]?$/.test(word));
  return isFull || (hasMonth && words.some((word) => /^\d/.test(word)));
}

// The letters of a month, with the day before it where no space stands between them: "25.März".
function monthIn(word: string): string {
  return word.toLowerCase().replace(/^\d{1,2}\./, '');
}

const zones = new Set(
  'UTC GMT BST WET WEST CET CEST EET EEST EST EDT CST CDT MST MDT PST PDT AEST AEDT'.split(' '),
);

/** Whether a word is a month, a day of the week, figures of a date, or a zone of time. */
export function isOfDate(token: string, language: string): boolean {
  return (
    /^\d{1,4}(?:st|nd|rd|th|[年月日년월일])?$|^\d+(?:[-./]\d+)+$/i.test(token) ||
    monthsOf(language).has(monthIn(token)) ||
    weekdaysOf(language).has(token.toLowerCase()) ||
    zones.has(token)
  );
}

const remember = makeMemory<ReadonlySet<string>>(50);

function weekdaysOf(language: string): ReadonlySet<string> {
  return remember(`${language} weekdays`, () => {
    const days = (['long', 'short'] as const).flatMap((weekday) => {
      const format = new Intl.DateTimeFormat(language, { weekday, timeZone: 'UTC' });
      return Array.from({ length: 7 }, (_, day) => format.format(Date.UTC(2000, 0, day + 1)));
    });
    return new Set(days.map((day) => day.toLowerCase().replace(/\.$/, '')));
  });
}

/** The names of months in a language and in English, which programs write, in small letters. */
export function monthsOf(language: string): ReadonlySet<string> {
  return remember(`${language} months`, () => new Set([...monthNames(language), ...monthNames('en')]));
}

const rememberNames = makeMemory<readonly string[]>(50);

// All twelve as they are written whole, and then all twelve in short.
function monthNames(language: string): readonly string[] {
  return rememberNames(language, () => readMonthNames(language));
}

function readMonthNames(language: string): readonly string[] {
  const names = (['long', 'short'] as const).flatMap((month) => {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month, timeZone: 'UTC' });
    return Array.from({ length: 12 }, (_, index) =>
      format.formatToParts(Date.UTC(2000, index, 2)).find(({ type }) => type === 'month'),
    );
  });
  return names.map((part) => (part?.value ?? '').toLowerCase().replace(/\.$/, ''));
}
