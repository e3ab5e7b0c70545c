import { z } from 'zod';
import { type Period, parsePeriod, type ValueKind, valueKinds, writePeriod } from '../../schemas/values.ts';
import { unwrap } from './shape.ts';

type Schema = z.core.$ZodType;

/** The next step after a value of the wrong sort, where what was meant can be told, or nearly. */
export function nextStep(value: unknown, wanted: Schema): string | undefined {
  const schema = unwrap(wanted);
  if (schema instanceof z.ZodUnion) {
    return schema.options.map((option) => nextStep(value, option)).find((step) => step !== undefined);
  }
  if (schema instanceof z.ZodArray) return listStep(value, schema.element);
  if (schema instanceof z.ZodBoolean) return booleanStep(value);
  if (typeof value === 'object' && value !== null) return undefined;
  const kind = valueKinds.get(schema as z.ZodType)?.kind;
  const step = kind && steps[kind];
  const meant = step?.(String(value).trim(), schema) ?? usualNames.get(String(value).toLowerCase());
  if (meant === undefined) return undefined;
  return meant.endsWith('.') ? meant : accepts(schema, meant) ? `Write \`${meant}\`.` : undefined;
}

function accepts(schema: Schema, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}

/** A value that is likely meant, or a sentence. */
type Step = (value: string, schema: Schema) => string | undefined;

const steps: Partial<Record<ValueKind, Step>> = {
  date: dateStep,
  period: periodStep,
  email: () => 'Write the whole address, with the domain behind @ up to its last part.',
  url: (value) => (/^http:/i.test(value) ? value.replace(/^http:/i, 'https:') : `https://${value}`),
  phone: () =>
    'Write digits, with spaces, hyphens and brackets between them; + in front of the code of a country.',
  country: countryStep,
  id: () =>
    'Use lower-case letters, digits and hyphens only. What an id names is the key above an entry, not its name.',
};

// What lawyers call what the model has another word for.
const usualNames = new Map([
  ['scc', 'standard-clauses'],
  ['sccs', 'standard-clauses'],
  ['standard contractual clauses', 'standard-clauses'],
  ['bcr', 'binding-rules'],
  ['bcrs', 'binding-rules'],
  ['binding corporate rules', 'binding-rules'],
  ['adequacy decision', 'adequacy'],
]);

function listStep(value: unknown, element: Schema): string | undefined {
  if (typeof value !== 'string') return undefined;
  const parts = value.split(/\s*(?:,|\band\b)\s*/).filter((part) => part !== '');
  if (!accepts(element, 'No. #1') && parts.every((part) => accepts(element, part)))
    return `Write \`[${parts.join(', ')}]\`.`;
  return 'Put it on the next line, two spaces deeper than the key, behind a hyphen and a space.';
}

function booleanStep(value: unknown): string | undefined {
  const word = String(value).toLowerCase();
  if (['yes', 'y', 'on', 'true'].includes(word)) return 'Write `true`.';
  return ['no', 'n', 'off', 'false', 'none'].includes(word) ? 'Write `false`.' : undefined;
}

const pad = (part: string | number | undefined) => String(part ?? '').padStart(2, '0');

function dateStep(value: string, schema: Schema): string | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(value) ?? [];
  if (year && Number(month) >= 1 && Number(month) <= 12) {
    const days = new Date(Date.UTC(Number(year), Number(month), 0)).getUTCDate();
    return `This month has ${days} days.`;
  }
  const [, first, second, last] = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/.exec(value) ?? [];
  const both = [`${last}-${pad(second)}-${pad(first)}`, `${last}-${pad(first)}-${pad(second)}`];
  const found = [...new Set([...both, dateInWords(value)])].filter((date) => date && accepts(schema, date));
  if (found.length > 1)
    return `Write the year first: \`${found[0]}\` if the day stood first, \`${found[1]}\` if the month did.`;
  return found[0] ?? 'Write the year, the month and the day in digits, like 2026-03-31.';
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

function dateInWords(value: string): string | undefined {
  const year = /\b\d{4}\b/.exec(value)?.[0];
  const day = /\b(\d{1,2})(?:st|nd|rd|th)?\b/.exec(value)?.[1];
  const month = months.indexOf(
    /[a-z]{3}/i.exec(value.replace(/\d+(?:st|nd|rd|th)/, ''))?.[0].toLowerCase() ?? '',
  );
  return year && day && month >= 0 ? `${year}-${pad(month + 1)}-${pad(day)}` : undefined;
}

const numbers = 'zero one two three four five six seven eight nine ten eleven twelve'.split(' ');
const units: [Period[number]['unit'], RegExp][] = [
  ['year', /^y(?:ea)?r?s?$/],
  ['month', /^mo(?:n|nth)?s?$/],
  ['week', /^w(?:ee)?k?s?$/],
  ['day', /^d(?:ay)?s?$/],
  ['hour', /^h(?:ou)?r?s?$/],
  ['minute', /^min(?:ute)?s?$/],
  ['second', /^s(?:ec(?:ond)?s?)?$/],
];

function periodStep(value: string, schema: Schema): string | undefined {
  const isLifetime = accepts(schema, 'session');
  const lower = value.toLowerCase();
  if (/^\d+$/.test(value))
    return `Write the unit as well, such as \`${writePeriod([{ unit: 'day', count: Number(value) }])}\`.`;
  if (isLifetime && /session/.test(lower)) return 'session';
  if (isLifetime && /\b(?:sign|log)[ -]?(?:out|off)\b/.test(lower)) return 'until sign-out';
  if (isLifetime && /^(?:persistent|permanent|forever|never|indefinite|unlimited|no expiry)/.test(lower))
    return 'Write how long it stays, like `13 months`, or `until deleted`.';
  const meant = readBent(lower);
  if (meant && accepts(schema, meant)) return meant;
  return 'Write a number and a unit, like `30 days` or `13 months`.';
}

// What stands before or after a period, in other words than ours.
const bends: [RegExp, (period: string) => string][] = [
  [/^(?:up to|no (?:more|longer) than|maximum(?: of)?|max\.?|at most) (.+)$/, (found) => `at most ${found}`],
  [/^(?:about|around|approximately|approx\.?|circa|ca\.?|roughly) (.+)$/, (found) => `about ${found}`],
  [
    /^(.+) (?:after|from|since) (?:the |your )?last (?:use|activity|visit)$/,
    (found) => `${found} after last use`,
  ],
];

function readBent(value: string): string | undefined {
  for (const [pattern, bent] of bends) {
    const inner = pattern.exec(value)?.[1];
    const found = inner && readLoosely(inner);
    if (found) return bent(found);
  }
  const days = /^(\d+) (?:business|working) days?$/.exec(value)?.[1];
  if (days) return `${Number(days)} business day${Number(days) === 1 ? '' : 's'}`;
  return readLoosely(value);
}

function readLoosely(value: string): string | undefined {
  const found = [...value.matchAll(/(\d+|[a-z]+)[ -]*([a-z]+)/g)].filter(([, first]) => first !== 'and');
  const parts = found.flatMap(([, count = '', word = '']) => {
    const unit = units.find(([, names]) => names.test(word))?.[0];
    const number = /^\d/.test(count)
      ? Number(count)
      : count === 'a' || count === 'an'
        ? 1
        : numbers.indexOf(count);
    return unit && number > 0 ? [{ unit, count: number }] : [];
  });
  const rest = value.replaceAll(/(\d+|[a-z]+)[ -]*([a-z]+)/g, '').replaceAll(/[\s,]/g, '');
  const written = writePeriod(parts);
  return parts.length === found.length && rest === '' && parsePeriod(written) ? written : undefined;
}

/** The language of the messages. */
const language = 'en';

const otherCountries: Record<string, string> = {
  UK: 'GB',
  EL: 'GR',
  USA: 'US',
  ENGLAND: 'GB',
  'GREAT BRITAIN': 'GB',
};

function countryStep(value: string, schema: Schema): string | undefined {
  const upper = value.toUpperCase();
  if (otherCountries[upper]) return otherCountries[upper];
  if (accepts(schema, upper)) return upper;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const codes = schema instanceof z.ZodEnum ? schema.options.map(String) : [];
  return (
    codes.find((code) => (code.length === 2 ? names.of(code) : code)?.toUpperCase() === upper) ??
    'Write the code of the country, like IE or US.'
  );
}
