import type { z } from 'zod';
import { type Period, parsePeriod, writePeriod } from '../../schemas/values.ts';
import { suggest } from '../text/suggest.ts';
import { accepts } from './shape.ts';

type Schema = z.core.$ZodType;

const numbers = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen'.split(
    ' ',
  ),
  'null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf'.split(' '),
];
const units: [Period[number]['unit'], RegExp][] = [
  ['year', /^(?:y(?:ea)?r?s?|jahre?n?|ann?[ée]es?|ans?|años?|anos?)$/],
  ['month', /^(?:mo(?:n|nth)?s?|monate?n?|mois|mes(?:es)?)$/],
  ['week', /^(?:w(?:ee)?k?s?|wochen?|semaines?|semanas?)$/],
  ['day', /^(?:d(?:ay)?s?|tage?n?|jours?|d[ií]as?|dias?)$/],
  ['hour', /^h(?:ou)?r?s?$/],
  ['minute', /^min(?:ute)?s?$/],
  ['second', /^s(?:ec(?:ond)?s?)?$/],
];

/** Whether a text stands for a value that nobody has written. */
export function saysNothing(value: string): boolean {
  return /^(?:n\/?a|[-–—]+|\?+|unknown|unbekannt|tb[dc]|not (?:known|applicable|available))$/i.test(value);
}

/** The period that a person means who wrote it otherwise, or a sentence on how periods are written. */
export function periodStep(value: string, schema: Schema): string {
  const isLifetime = accepts(schema, 'session');
  const lower = value.toLowerCase();
  // Programs say so of a cookie without an end of its own.
  if (isLifetime && /^(?:0|-1)$/.test(value)) return 'session';
  const seconds = isLifetime ? inSeconds(Number(value.replace(/^max-age ?[=:] ?/i, ''))) : undefined;
  if (isLifetime && /\b\d{2}:\d{2}:\d{2}\b.*\bGMT$/.test(value))
    return 'Write how long it stays, like `13 months`: the day that a browser shows is another at each visit.';
  if (seconds) return `Write the unit as well: \`${seconds}\` if the number counts seconds.`;
  if (/^\d+$/.test(value))
    return `Write the unit as well, such as \`${writePeriod([{ unit: 'day', count: Number(value) }])}\`.`;
  if (
    isLifetime &&
    /session|sitzung|sesión|\bbrowser\b.*\bclos|\bclos\w+ .*\b(?:browser|tab)\b|\bschlie(?:ß|ss)\w+ des browsers/.test(
      lower,
    )
  )
    return 'session';
  if (isLifetime && /\b(?:sign|log)[ -]?(?:out|off)\b/.test(lower)) return 'until sign-out';
  if (
    isLifetime &&
    /^(?:persistent|permanent|forever|never|indefinite|unlimited|no expiry|dauerhaft|unbegrenzt|unbefristet|permanente)/.test(
      lower,
    )
  )
    return 'Write how long it stays, like `13 months`, or `until deleted`.';
  if (saysNothing(value)) return 'Find out how long it is. Where nobody knows, leave the key out.';
  if (/^0 ?\p{L}+$/u.test(lower)) return isLifetime ? 'session' : 'Write how long it is, like `1 day`.';
  const [, period = '', start = ''] =
    /^(.+?) ((?:after|from|following|since|nach|ab) .+)$/i.exec(value) ?? [];
  const counted =
    isLifetime || !accepts(schema, 'at most 1 day') ? undefined : readBent(period.toLowerCase());
  if (counted && accepts(schema, counted) && !/last (?:use|activity|visit)/i.test(start))
    return `Write \`${counted}\`; from when it is counted goes below \`from:\` of an entry of \`retention\`: \`${start}\`.`;
  const meant = readBent(lower.replace(/ *\/\/.*$/, ''));
  // A time in which something is done is one that it does not exceed.
  const found = [meant, meant?.replace(/^at most /, '')].find((one) => one && accepts(schema, one));
  if (found) return found;
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
    /^(?:up to|no (?:more|longer|later) than|less than|maximum(?: of)?|max\.?|at most|within|bis zu|maximal|höchstens|längstens|jusqu'à|hasta|[<≤]) ?(.+)$/,
    (found) => `at most ${found}`,
  ],
  [
    /^(?:about|around|approximately|approx\.?|circa|ca\.?|roughly|etwa|rund|ungefähr|environ|[~≈]) ?(.+)$/,
    (found) => `about ${found}`,
  ],
  [/^(.+) (?:before(?:hand)?|in advance|ahead|prior(?: notice)?|notice|vorher|im voraus)$/, (found) => found],
  [
    /^(.+) (?:after|from|since) (?:the |your )?last (?:use|activity|visit)$/,
    (found) => `${found} after last use`,
  ],
  [
    /^(.+) (?:nach|seit|ab) (?:der |dem |ihrem )?letzten (?:nutzung|verwendung|besuch|aktivität)$/,
    (found) => `${found} after last use`,
  ],
];

function readBent(value: string): string | undefined {
  for (const [pattern, bent] of bends) {
    const inner = pattern.exec(value)?.[1];
    const found = inner && readLoosely(inner);
    if (found) return bent(found);
  }
  const [, count, sort = ''] = /^(\d+) (\p{L}{6,}) days?$/u.exec(value) ?? [];
  const isOfWork = ['business', 'working'].includes(suggest(sort, ['business', 'working', 'calendar']) ?? '');
  const days = isOfWork ? count : /^(\d+) (?:werk|arbeits|geschäfts)tagen?$/.exec(value)?.[1];
  if (days) return `${Number(days)} business day${Number(days) === 1 ? '' : 's'}`;
  return rangeIn(value) ?? readLoosely(wholeOf(value));
}

// "18-24 months", "18 to 24 months".
function rangeIn(value: string): string | undefined {
  const [, from, to, unit] = /^(\d+)(?: ?[-–] ?| to | bis )(\d+) ?([a-z]+)$/.exec(value) ?? [];
  const last = to && unit ? readLoosely(`${to} ${unit}`) : undefined;
  return from && last ? `${from} to ${last}` : undefined;
}

// What holds a part of a unit, or another unit, in those we have; a period as programs write it (ISO 8601).
function wholeOf(value: string): string {
  const [, count, letter = ''] = /^p(\d+)([dwmy])$/.exec(value) ?? [];
  if (count) return `${count}${letter === 'm' ? 'mo' : letter}`;
  return value
    .replace(/\.$/, '')
    .replace(/^(\d+) ?y(?:rs?)? ?(\d+) ?m$/, '$1 years $2 months')
    .replace(/^[a-zäöü-]+ \((\d+)\) /, '$1 ')
    .replace(/^half a year$/, '6 months')
    .replace(/^(?:a|one) fortnight$/, '2 weeks')
    .replace(/^(\d+)[.,]5 (?:years?|jahre)$/, (_, years: string) => `${Number(years) * 12 + 6} months`)
    .replace(
      /^(\d+|an?|one|two|three) quarters?$/,
      (_, quarters: string) => `${(numberOf(quarters) ?? 0) * 3} months`,
    )
    .replace(/\bcalendar (?=(?:day|week|month|year)s?\b)/, '');
}

/** The number that a word or digits name, up to twelve in words. */
export function numberOf(word: string): number | undefined {
  if (/^\d/.test(word)) return Number(word);
  if (/^(?:an?|eine[mnrs]?|une?)$/.test(word)) return 1;
  return numbers.map((words) => words.indexOf(word)).find((found) => found > 0);
}

// As it is called somewhere, or in English with a slip of the fingers.
function unitOf(word: string): Period[number]['unit'] | undefined {
  const known = units.find(([, names]) => names.test(word))?.[0];
  if (known || word.length < 4) return known;
  const near = suggest(word, ['years', 'months', 'weeks', 'days', 'hours', 'minutes', 'seconds']);
  return units.find(([unit]) => `${unit}s` === near)?.[0];
}

function readLoosely(written: string): string | undefined {
  const value = written.replaceAll(/\b(?:and|plus|und)\b|[+&]/g, ' ');
  const found = [...value.matchAll(/(\d+|\p{Ll}+)[ -]*(\p{L}+)/gu)];
  const parts = found.flatMap(([, count = '', word = '']) => {
    const unit = unitOf(word);
    const number = numberOf(count);
    return unit && number ? [{ unit, count: number }] : [];
  });
  const rest = value.replaceAll(/(\d+|\p{Ll}+)[ -]*(\p{L}+)/gu, '').replaceAll(/[\s,]/g, '');
  const meant = writePeriod(parts);
  return parts.length === found.length && rest === '' && parsePeriod(meant) ? meant : undefined;
}
