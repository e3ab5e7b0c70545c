import { makeMemory } from '../memory.ts';
import { escapePattern } from './escape-pattern.ts';

// A date that is broken between two lines is read twice: 10 | March 2025.

/**
 * HTML in which no date that is written as we write dates in a language breaks between two lines; in the title of a page,
 * whose lines hold few words on a phone, the day does not break from its month.
 */
export function keepDates(html: string, language: string): string {
  const keep = (part: string, spaces: RegExp) =>
    part.replaceAll(datePattern(language), (date) => date.replaceAll(spaces, '\u00a0'));
  return html
    .split(title)
    .map((part, index) => keep(part, index % 2 === 1 ? besideDay : / /g))
    .join('');
}

const title = /(<h1\b.*?<\/h1>)/s;
const besideDay = / (?=\p{Nd}{1,2}(?!\p{Nd}))|(?<=(?<!\p{Nd})\p{Nd}{1,2}\.?) /gu;

const remember = makeMemory<RegExp>(20);

function datePattern(language: string): RegExp {
  return remember(language, () => {
    const months = Array.from({ length: 12 }, (_, month) =>
      partsOf(new Date(Date.UTC(2026, month, 20)), language),
    );
    const [first = []] = months;
    const names = [...new Set(months.map((parts) => textOf(parts, 'month')))].map(escapePattern).join('|');
    const source = first.map(({ type, value }) => {
      if (type === 'month') return `(?:${names})`;
      return type === 'literal' ? escapePattern(value) : String.raw`\p{Nd}+`;
    });
    return new RegExp(source.join(''), 'gu');
  });
}

function partsOf(date: Date, language: string): Intl.DateTimeFormatPart[] {
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).formatToParts(date);
}

function textOf(parts: readonly Intl.DateTimeFormatPart[], wanted: string): string {
  return parts.find(({ type }) => type === wanted)?.value ?? '';
}
