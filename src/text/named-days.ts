import { date } from '../../schemas/values.ts';

/** A day that a text names, and where in the text; `day` is missing where the words could mean two days. */
type WrittenDay = { day?: string; start: number; end: number; written: string };

// The languages whose names of months are known: those most policies are written in.
const languages = 'en de fr es it nl pt pl sv da nb fi cs tr hu ro el ru uk ja zh ko'.split(' ');

let months: ReadonlyMap<string, number> | undefined;

// Looked up where a text names a month: formats take their time to be made.
function readMonths(): ReadonlyMap<string, number> {
  const read = new Map<string, number>();
  for (const language of languages)
    for (const width of ['long', 'short'] as const)
      for (const [month, names] of namesOf(language, width).entries())
        for (const name of names) if (!/^\d/.test(name)) read.set(name, month + 1);
  return read;
}

// A month has another ending beside a day in some languages: Russian 3 марта.
function namesOf(language: string, width: 'long' | 'short'): string[][] {
  const alone = new Intl.DateTimeFormat(language, { month: width, timeZone: 'UTC' });
  const beside = new Intl.DateTimeFormat(language, { day: 'numeric', month: width, timeZone: 'UTC' });
  return Array.from({ length: 12 }, (_, month) => {
    const day = new Date(Date.UTC(2024, month, 3));
    const inside = beside.formatToParts(day).find(({ type }) => type === 'month')?.value ?? '';
    return [alone.format(day), inside].map((name) => name.toLowerCase().replace(/\.$/, '')).filter(Boolean);
  });
}

const name = String.raw`(\p{L}[\p{L}\p{M}]*)\.?`;
const ordinal = '(?:st|nd|rd|th|er|\\.|º|ª)?';
const separator = String.raw`[\s,]+(?:(?:de|of|del)\s+)?`;

const forms: { pattern: RegExp; read(found: string[]): string[] }[] = [
  {
    pattern: /(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})/gu,
    read: ([, y = '', m = '', d = '']) => [`${y} ${m} ${d}`],
  },
  {
    pattern: /(\d{4})\s*[年년]\s*(\d{1,2})\s*[月월]\s*(\d{1,2})\s*[日일]/gu,
    read: ([, y = '', m = '', d = '']) => [`${y} ${m} ${d}`],
  },
  {
    pattern: new RegExp(String.raw`${name}\s+(\d{1,2})${ordinal}[\s,]+(\d{4})`, 'gu'),
    read: ([, m = '', d = '', y = '']) => [`${y} ${monthOf(m)} ${d}`],
  },
  {
    pattern: new RegExp(String.raw`(\d{1,2})${ordinal}${separator}${name}${separator}(\d{4})`, 'gu'),
    read: ([, d = '', m = '', y = '']) => [`${y} ${monthOf(m)} ${d}`],
  },
  // 03/04/2025 is one day in Dublin and another in Boston.
  {
    pattern: /(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})/gu,
    read: ([, one = '', other = '', y = '']) => [`${y} ${other} ${one}`, `${y} ${one} ${other}`],
  },
];

function monthOf(word: string): number {
  months ??= readMonths();
  return months.get(word.toLowerCase()) ?? 0;
}

/**
 * The days a text names, in the order they stand in it. Of 03/04/2025 the first number is the day in every language but
 * English, where it can be the month as well.
 */
export function daysIn(text: string, language = 'en'): WrittenDay[] {
  const isDayFirst = !/^en\b/.test(language);
  const found = forms.flatMap(({ pattern, read }) =>
    [...text.matchAll(pattern)].flatMap((match) => {
      const days = [...new Set(read([...match]).flatMap((parts) => dayOf(parts) ?? []))];
      if (days.length === 0) return [];
      const [written] = match;
      const place = { start: match.index, end: match.index + written.length, written };
      const [first] = days;
      return [first && (isDayFirst || days.length === 1) ? { day: first, ...place } : place];
    }),
  );
  return found
    .toSorted((one, other) => one.start - other.start)
    .filter(
      (one, index, all) => all.findIndex((other) => other.end > one.start && other.start < one.end) === index,
    );
}

function dayOf(parts: string): string | undefined {
  const [year = '', month = '', day = ''] = parts.split(' ');
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return date.safeParse(written).success ? written : undefined;
}

// What stands before a day and says what it is the day of.
const updated =
  /last (update|revision|change)|(last )?(updated|modified|revised|changed|revision|amended)|version|stand|zuletzt (aktualisiert|geändert)|letzte (aktualisierung|änderung)|dernière (mise à jour|modification)|última (actualización|atualização|modificación)|ultimo aggiornamento|laatst (bijgewerkt|gewijzigd)|laatste (update|wijziging)|ostatnia aktualizacja|senast uppdaterad|sist oppdatert|sidst opdateret|最終更新|更新日期|最近更新|최종 수정/iu;
const effective =
  /effective|in effect|in(to)? force|(takes?|took) effect|valid from|gültig ab|in kraft|wirksam ab|en vigueur|date d'effet|entrada en vigor|vigente|em vigor|in vigore|efficacia|van kracht|ingangsdatum|obowiązuje|gäller från|施行|生效|시행/iu;

// The day of a law is none of the text that names it: "Act No. 78-17 of 6 January 1978 as amended, Regulation of 27 April 2016".
const ofLaw =
  /\b(law|act|regulation|directive|loi|règlement|décret|gesetz|verordnung|ley|reglamento|lei|regulamento|legge|regolamento|wet|verordening)\b[^.]{0,60}$/iu;

/** A day and what it is the day of. */
export type NamedDay = { key: 'updated' | 'effective'; found: WrittenDay };

/** What the days of a line are: that of the text, or the one from which it binds. Nothing where the line says neither. */
export function namedDays(line: string, language?: string): NamedDay[] {
  let after = 0;
  return daysIn(line, language).flatMap((found): NamedDay[] => {
    const before = line.slice(after, found.start);
    const behind = line.slice(found.end, found.end + 20);
    after = found.end;
    if (ofLaw.test(before)) return [];
    if (effective.test(before)) return [{ key: 'effective', found }];
    if (updated.test(before)) return [{ key: 'updated', found }];
    return /^\W*\(?(last )?(updated|revised)/i.test(behind) ? [{ key: 'updated', found }] : [];
  });
}
