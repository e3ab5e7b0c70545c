import { z } from 'zod';
import {
  country,
  domain,
  type Period,
  parsePeriod,
  references,
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
  if (schema instanceof z.ZodUnion) return unionStep(value, schema);
  if (schema instanceof z.ZodArray) return listStep(value, schema.element);
  if (schema instanceof z.ZodBoolean) return booleanStep(value);
  if (isMapSchema(schema)) return mapStep(value, schema);
  if (typeof value === 'object' && value !== null) return textStep(value, schema);
  const meant = meantBy(value, schema);
  if (meant === undefined) return nearStep(value, schema);
  return meant.endsWith('.') ? meant : accepts(schema, meant) ? `Write \`${meant}\`.` : undefined;
}

/** The next step after an item of a list that names several: `[GDPR and ePrivacy]`. */
export function itemsStep(value: unknown, wanted: Schema): string | undefined {
  const parts = typeof value === 'string' ? partsOf(value, wanted) : undefined;
  return parts && parts.length > 1
    ? `Write each as an item of its own: ${parts.map((part) => `\`${part}\``).join(', ')}.`
    : undefined;
}

function unionStep(value: unknown, { options }: z.ZodUnion): string | undefined {
  const maps = options.filter((one) => isMapSchema(unwrap(one)));
  const others = Array.isArray(value) ? options : options.filter((one) => !maps.includes(one));
  const list = others.find((one) => unwrap(one) instanceof z.ZodArray);
  const steps = [list && severalStep(value, list), ...others.map((one) => nextStep(value, one))];
  return steps.find((step) => step !== undefined) ?? ownWordsStep(value, maps);
}

function severalStep(value: unknown, list: Schema): string | undefined {
  const step = typeof value === 'string' && /[,;&+/]|\band\b/.test(value) ? nextStep(value, list) : undefined;
  return step?.startsWith('Write `[') ? step : undefined;
}

// What none of the known names is near to may be said in words.
function ownWordsStep(value: unknown, maps: readonly Schema[]): string | undefined {
  const canBeWords = maps.some((one) => accepts(one, { words: value }));
  return canBeWords ? `If it is none of these, write \`{words: ${value}}\`.` : undefined;
}

// A value that is likely meant, or a sentence.
function meantBy(value: unknown, schema: Schema): string | undefined {
  const written = String(value).trim();
  const kind = valueKinds.get(schema as z.ZodType)?.kind;
  const step = schema === domain ? domainStep : kind && steps[kind];
  return usualName(written, schema) ?? step?.(written, schema);
}

function usualName(written: string, schema: Schema): string | undefined {
  const lower = written.toLowerCase();
  const isWord = schema instanceof z.ZodEnum || references.get(schema as z.ZodType)?.or.includes(lower);
  const names = [isWord ? lower : undefined, usualNames.get(lower), basisOf(written)];
  return names.find((name) => name !== undefined && accepts(schema, name));
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

function domainStep(value: string, schema: Schema): string {
  const bare = value
    .toLowerCase()
    .replace(/^https?:\/\//, '')
    .replace(/^\*?\./, '')
    .replace(/[/:?#].*$/, '');
  return accepts(schema, bare)
    ? bare
    : 'Write the name alone, as it stands between https:// and the next slash.';
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
  ['dpf', 'data-privacy-framework'],
  ['dsgvo', 'gdpr'],
  ['rgpd', 'gdpr'],
  ['eu gdpr', 'gdpr'],
  ['eu-gdpr', 'gdpr'],
  ['cpra', 'ccpa'],
  ['erasure', 'delete'],
  ['rectification', 'correct'],
  ['portability', 'export'],
  ['data portability', 'export'],
  ['opt-in', 'required'],
  ['user', 'given'],
  ['users', 'given'],
  ['you', 'given'],
]);

const bases = new Map([
  ['a', 'consent'],
  ['b', 'contract'],
  ['c', 'legal-obligation'],
  ['d', 'vital-interests'],
  ['e', 'public-task'],
  ['f', 'legitimate-interests'],
]);

// The letter of Art. 6(1) GDPR that counsel cites: `Art. 6(1)(f)`, `Art. 6 Abs. 1 lit. f DSGVO`.
function basisOf(written: string): string | undefined {
  const [, letter = ''] =
    /\b6 ?(?:\(1\)|(?:\(1\)|abs\.?|para\.?|§|,)? ?1) ?,?(?:lit\.?|letter|let\.?)? ?\(?([a-f])\b/i.exec(
      written,
    ) ?? [];
  return bases.get(letter.toLowerCase());
}

function listStep(value: unknown, element: Schema): string | undefined {
  if (typeof value !== 'string') return undefined;
  if (/^-\S+( -\S+)*$/.test(value)) return 'Put a space behind each hyphen.';
  const [, bullet] = /^([–—•●○▪◦‣·])[ \t\u00a0]/.exec(value) ?? [];
  if (bullet) return `Begin each item with - and a space in the place of ${bullet}.`;
  const parts = partsOf(value, element);
  if (parts) return `Write \`[${parts.join(', ')}]\`.`;
  return 'Put it on the next line, two spaces deeper than the key, behind a hyphen and a space.';
}

// The items that a text names, as they are written here; nothing where one of them is none, or a text could be any.
function partsOf(value: string, element: Schema): string[] | undefined {
  if (accepts(element, 'No. #1')) return undefined;
  const written = value.split(/\s*(?:[,;&+]|\band\b)\s*|\s+\/\s+/).filter((part) => part !== '');
  const parts = written.map((part) => (accepts(element, part) ? part : itemMeant(part, element)));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

function itemMeant(part: string, element: Schema): string | undefined {
  const schema = unwrap(element);
  const options = schema instanceof z.ZodUnion ? schema.options.map((one) => unwrap(one)) : [schema];
  const names = options.flatMap((one) => [part.toLowerCase(), meantBy(part, one)]);
  return names.find((name) => name !== undefined && accepts(element, name));
}

function booleanStep(value: unknown): string | undefined {
  const word = String(value).toLowerCase();
  if (['yes', 'y', 'on', 'true'].includes(word)) return 'Write `true`.';
  return ['no', 'n', 'off', 'false', 'none'].includes(word) ? 'Write `false`.' : undefined;
}

const pad = (part: string | number | undefined) => String(part ?? '').padStart(2, '0');

function dateStep(value: string, schema: Schema): string | undefined {
  const [, year, month] = /^(\d{4})-(\d{2})-\d{2}$/.exec(value) ?? [];
  if (year && Number(month) >= 1 && Number(month) <= 12 && accepts(schema, `${year}-${month}-01`)) {
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
  const inOne = value.replace(/^(\d{4})(\d{2})(\d{2})$/, '$1-$2-$3');
  const found = [...new Set([...both, inOne, dateInWords(value)])].filter(
    (date) => date && accepts(schema, date),
  );
  if (found.length > 1)
    return `Write the year first: \`${found[0]}\` if the day stood first, \`${found[1]}\` if the month did.`;
  const [start] = [
    `${value}-01`,
    /^[a-z]+\.? \d{4}$/i.test(value) ? dateInWords(`1 ${value}`) : undefined,
  ].filter((date) => date && accepts(schema, date));
  if (start) return `Write the day as well, like \`${start}\`.`;
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
  ['year', /^(?:y(?:ea)?r?s?|jahre?n?|ann?[ée]es?|ans?|años?|anos?)$/],
  ['month', /^(?:mo(?:n|nth)?s?|monate?n?|mois|mes(?:es)?)$/],
  ['week', /^(?:w(?:ee)?k?s?|wochen?|semaines?|semanas?)$/],
  ['day', /^(?:d(?:ay)?s?|tage?n?|jours?|d[ií]as?|dias?)$/],
  ['hour', /^h(?:ou)?r?s?$/],
  ['minute', /^min(?:ute)?s?$/],
  ['second', /^s(?:ec(?:ond)?s?)?$/],
];

function periodStep(value: string, schema: Schema): string | undefined {
  const isLifetime = accepts(schema, 'session');
  const lower = value.toLowerCase();
  const seconds = isLifetime ? inSeconds(Number(value)) : undefined;
  if (seconds) return `Write the unit as well: \`${seconds}\` if the number counts seconds.`;
  if (/^\d+$/.test(value))
    return `Write the unit as well, such as \`${writePeriod([{ unit: 'day', count: Number(value) }])}\`.`;
  if (isLifetime && /session|\bbrowser\b.*\bclos|\bclos\w+ .*\b(?:browser|tab)\b/.test(lower))
    return 'session';
  if (isLifetime && /\b(?:sign|log)[ -]?(?:out|off)\b/.test(lower)) return 'until sign-out';
  if (isLifetime && /^(?:persistent|permanent|forever|never|indefinite|unlimited|no expiry)/.test(lower))
    return 'Write how long it stays, like `13 months`, or `until deleted`.';
  const meant = readBent(lower);
  if (meant && accepts(schema, meant)) return meant;
  return 'Write a number and a unit, like `30 days` or `13 months`.';
}

// Programs count the life of a cookie in seconds, and nobody writes so many days.
function inSeconds(count: number): string | undefined {
  const [unit, length] = lengths.find((one) => count % one[1] === 0) ?? [];
  return unit && length && count >= 3600 ? writePeriod([{ unit, count: count / length }]) : undefined;
}

const lengths: [Period[number]['unit'], number][] = [
  ['year', 31_536_000],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
];

// What stands before or after a period, in other words than ours.
const bends: [RegExp, (period: string) => string][] = [
  [
    /^(?:up to|no (?:more|longer) than|less than|maximum(?: of)?|max\.?|at most|within|[<≤]) ?(.+)$/,
    (found) => `at most ${found}`,
  ],
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
  return rangeIn(value) ?? readLoosely(wholeOf(value));
}

// "18-24 months", "18 to 24 months".
function rangeIn(value: string): string | undefined {
  const [, from, to, unit] = /^(\d+)(?: ?[-–] ?| to )(\d+) ?([a-z]+)$/.exec(value) ?? [];
  const last = to && unit ? readLoosely(`${to} ${unit}`) : undefined;
  return from && last ? `${from} to ${last}` : undefined;
}

// What holds a part of a unit, or another unit, in those we have; a period as programs write it (ISO 8601).
function wholeOf(value: string): string {
  const [, count, letter = ''] = /^p(\d+)([dwmy])$/.exec(value) ?? [];
  if (count) return `${count}${letter === 'm' ? 'mo' : letter}`;
  return value
    .replace(/^half a year$/, '6 months')
    .replace(/^(\d+)\.5 years?$/, (_, years: string) => `${Number(years) * 12 + 6} months`)
    .replace(
      /^(\d+|an?|one|two|three) quarters?$/,
      (_, quarters: string) => `${(numberOf(quarters) ?? 0) * 3} months`,
    )
    .replace(/\bcalendar (?=days?\b)/, '');
}

function numberOf(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word);
  const found = /^an?$/.test(word) ? 1 : numbers.indexOf(word);
  return found > 0 ? found : undefined;
}

function readLoosely(written: string): string | undefined {
  const value = written.replaceAll(/\b(?:and|plus)\b|[+&]/g, ' ');
  const found = [...value.matchAll(/(\d+|[a-z]+)[ -]*(\p{L}+)/gu)];
  const parts = found.flatMap(([, count = '', word = '']) => {
    const unit = units.find(([, names]) => names.test(word))?.[0];
    const number = numberOf(count);
    return unit && number ? [{ unit, count: number }] : [];
  });
  const rest = value.replaceAll(/(\d+|[a-z]+)[ -]*(\p{L}+)/gu, '').replaceAll(/[\s,]/g, '');
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

// Codes of three letters (ISO 3166-1 alpha-3) that are much in use: those whose first two are the code, and the others.
const cutShort =
  'ARG AUS BEL BGR BRA CAN CHE COL CYP CZE DEU ESP FIN FRA GBR GRC HKG HRV HUN IND ISL ITA JPN LIE LTU LUX LVA NLD NOR NZL ' +
  'ROU SGP TWN ZAF';
const otherwise: Record<string, string> = {
  ARE: 'AE',
  AUT: 'AT',
  CHL: 'CL',
  CHN: 'CN',
  DNK: 'DK',
  EST: 'EE',
  IRL: 'IE',
  ISR: 'IL',
  KOR: 'KR',
  MEX: 'MX',
  MLT: 'MT',
  POL: 'PL',
  PRT: 'PT',
  SRB: 'RS',
  SVK: 'SK',
  SVN: 'SI',
  SWE: 'SE',
  TUR: 'TR',
  UKR: 'UA',
};

function ofThreeLetters(code: string): string | undefined {
  return otherwise[code] ?? (cutShort.split(' ').includes(code) ? code.slice(0, 2) : undefined);
}

function countryStep(value: string, schema: Schema): string | undefined {
  const upper = value.toUpperCase();
  const meant = otherCountries[upper] ?? ofThreeLetters(upper);
  if (meant) return meant;
  if (accepts(schema, upper)) return upper;
  const names = new Intl.DisplayNames(language, { type: 'region' });
  const codes = schema instanceof z.ZodEnum ? schema.options.map(String) : [];
  return (
    codes.find((code) => (code.length === 2 ? names.of(code) : code)?.toUpperCase() === upper) ??
    'Write the code of the country, like IE or US.'
  );
}
