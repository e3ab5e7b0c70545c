import { escapePattern } from '../../text/escape-pattern.ts';
import { baseLanguage } from '../../words/base-language.ts';

// A date is one thing: "10 March 2025" is not half struck out. How dates are written in a language is what its formatter
// writes; where a language has several ways, those of other regions are known as well.

const regions = ['-US', '-GB'];
const months = Array.from({ length: 12 }, (_, month) => new Date(Date.UTC(2001, month, 22)));

type Finder = (text: string) => { start: number; end: number }[];

// Formatters are slow to make, and one language has many comparisons.
const finders = new Map<string, Finder>();

/** Finds where dates begin and end in a text of a language. */
export function dateFinder(language: string): Finder {
  const finder = finders.get(language) ?? makeFinder(language);
  finders.set(language, finder);
  return finder;
}

function makeFinder(language: string): Finder {
  const base = baseLanguage(language);
  const languages = [language, ...regions.map((region) => base + region)];
  const patterns = new Set(languages.map(patternOf));
  const dates = new RegExp([...patterns].join('|'), 'gu');
  return (text) => {
    if (!/\p{Nd}/u.test(text)) return [];
    return Array.from(text.matchAll(dates), ({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
    }));
  };
}

function patternOf(language: string): string {
  const format = new Intl.DateTimeFormat(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
    calendar: 'gregory',
  });
  const names = new Set(months.flatMap((date) => partOf(format, date, 'month')).map(escapePattern));
  const parts = format.formatToParts(months[0]).map(({ type, value }) => {
    if (type === 'day') return '\\p{Nd}{1,2}';
    if (type === 'year') return '\\p{Nd}{4}';
    if (type === 'month') return `(?:${[...names].join('|')})`;
    return escapePattern(value).replaceAll(/\s+/g, '\\s');
  });
  return `(?<![\\p{L}\\p{N}])${parts.join('')}(?![\\p{N}])`;
}

function partOf(format: Intl.DateTimeFormat, date: Date, wanted: string): string[] {
  return format.formatToParts(date).flatMap(({ type, value }) => (type === wanted ? [value] : []));
}
