import { z } from 'zod';
import {
  country,
  type Period,
  parsePeriod,
  type ValueKind,
  valueKinds,
  writePeriod,
} from '../../schemas/values.ts';
import { suggest } from '../text/suggest.ts';
import { unwrap } from './shape.ts';

type Schema = z.core.$ZodType;

/** The next step after a value of the wrong sort, where what was meant can be told, or nearly. */
export function nextStep(value: unknown, wanted: Schema): string | undefined {
  const schema = unwrap(wanted);
  if (schema instanceof z.ZodUnion) {
    const options = Array.isArray(value)
      ? schema.options
      : schema.options.filter((one) => !isMapSchema(unwrap(one)));
    return options.map((option) => nextStep(value, option)).find((step) => step !== undefined);
  }
  if (schema instanceof z.ZodArray) return listStep(value, schema.element);
  if (schema instanceof z.ZodBoolean) return booleanStep(value);
  if (isMapSchema(schema)) return mapStep(value, schema);
  if (typeof value === 'object' && value !== null) return textStep(value, schema);
  const kind = valueKinds.get(schema as z.ZodType)?.kind;
  const step = kind && steps[kind];
  const meant = step?.(String(value).trim(), schema) ?? usualNames.get(String(value).toLowerCase());
  if (meant === undefined) return nearStep(value, schema);
  return meant.endsWith('.') ? meant : accepts(schema, meant) ? `Write \`${meant}\`.` : undefined;
}

function isMapSchema(schema: Schema): boolean {
  return schema instanceof z.ZodRecord || schema instanceof z.ZodObject;
}

function accepts(schema: Schema, value: unknown): boolean {
  return z.safeParse(schema, value).success;
}

/** A value that is likely meant, or a sentence. */
type Step = (value: string, schema: Schema) => string | undefined;

const steps: Partial<Record<ValueKind, Step>> = {
  date: dateStep,
  period: periodStep,
  email: emailStep,
  url: urlStep,
  language: languageStep,
  phone: () =>
    'Write digits, with spaces, hyphens and brackets between them; + in front of the code of a country.',
  country: countryStep,
  id: () =>
    'Use lower-case letters, digits and hyphens only. What an id names is the key above an entry, not its name.',
};

function emailStep(value: string, schema: Schema): string {
  const bare = value.replace(/^<?(?:mailto:)?/i, '').replace(/>$/, '');
  if (accepts(schema, bare)) return bare;
  return value.split('@').length > 2
    ? 'Write one address. A second one is a contact of its own.'
    : 'Write the whole address, with the domain behind @ up to its last part.';
}

function urlStep(value: string, schema: Schema): string {
  const secure = /^http:/i.test(value) ? value.replace(/^http:/i, 'https:') : `https://${value}`;
  const found = [value, secure, value.replaceAll(' ', '%20')].find((one) => accepts(schema, one));
  return found ?? 'Copy the whole address from a browser: it starts with https:// and holds no space.';
}

/** The language that a person names, or writes as programs do: `German`, `de_DE`, `en-UK`. */
function languageStep(value: string, schema: Schema): string {
  const tag = value.replaceAll('_', '-');
  const [code = ''] = tag.split('-');
  const spelled = [usualTag(tag), usualTag(code)].find((one) => one && accepts(schema, one));
  return spelled ?? named(value) ?? spokenIn(code, schema) ?? languageHelp;
}

const languageHelp = 'Write the tag of the language, such as `en` for English or `de` for German.';

function usualTag(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0];
  } catch {
    return undefined;
  }
}

function named(value: string): string | undefined {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'none' });
  const letters = [...'abcdefghijklmnopqrstuvwxyz'];
  const tags = letters.flatMap((first) => letters.map((second) => first + second));
  return tags.find((one) => names.of(one)?.toLowerCase() === value.toLowerCase());
}

/** `jp` is no language, and a country in which one is spoken. */
function spokenIn(code: string, schema: Schema): string | undefined {
  if (!country.safeParse(code.toUpperCase()).success) return undefined;
  const spoken = new Intl.Locale(`und-${code}`).maximize().language;
  return accepts(schema, spoken)
    ? `\`${code}\` is the code of a country. Write the tag of the language, such as \`${spoken}\`.`
    : undefined;
}

// Of several forms a value can have, the one it is nearly.
function nearStep(value: unknown, schema: Schema): string | undefined {
  const near =
    schema instanceof z.ZodEnum && typeof value === 'string'
      ? suggest(value, schema.options.map(String))
      : undefined;
  return near && `Did you mean \`${near}\`?`;
}

function mapStep(value: unknown, schema: Schema): string {
  if (Array.isArray(value) && schema instanceof z.ZodObject)
    return 'Write its keys without hyphens, each on a line of its own, in one column.';
  if (Array.isArray(value))
    return 'Write an id with a colon in the place of each hyphen, and its keys below it, two spaces deeper.';
  return 'Write its keys on lines below it, two spaces deeper. If it is a key of the entry above, indent it as those are.';
}

function textStep(value: object, schema: Schema): string | undefined {
  const kind = valueKinds.get(schema as z.ZodType)?.kind;
  const isText = kind === 'text' || kind === 'prose';
  return isText && Array.isArray(value)
    ? 'Write the text on the line of its key, without a hyphen; a longer one below |, two spaces deeper.'
    : undefined;
}

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
  const [, bullet] = /^([–—•●○▪◦‣·])[ \t\u00a0]/.exec(value) ?? [];
  if (bullet) return `Begin each item with - and a space in the place of ${bullet}.`;
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
  const parts = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/.exec(value);
  if (parts) {
    const whole = `${parts[1]}-${pad(parts[2])}-${pad(parts[3])}`;
    if (accepts(schema, whole)) return whole;
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

function readLoosely(written: string): string | undefined {
  const value = written.replaceAll(/\b(?:and|plus)\b|[+&]/g, ' ');
  const found = [...value.matchAll(/(\d+|[a-z]+)[ -]*([a-z]+)/g)];
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
  const meant = writePeriod(parts);
  return parts.length === found.length && rest === '' && parsePeriod(meant) ? meant : undefined;
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
