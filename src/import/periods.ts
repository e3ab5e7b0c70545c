import { isLifetimeWord, lifetime as lifetimeSchema } from '../../schemas/length.ts';
import { parsePeriod } from '../../schemas/values.ts';

const numbers =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'.split(
    ' ',
  );
const tens = new Map([
  ['thirty', 30],
  ['sixty', 60],
  ['ninety', 90],
]);

const units: [RegExp, string][] = [
  [/^(y|yr|yrs|years?)$/, 'year'],
  [/^(mo|mos|mth|mths|months?)$/, 'month'],
  [/^(w|wk|wks|weeks?)$/, 'week'],
  [/^(d|days?)$/, 'day'],
  [/^(h|hr|hrs|hours?)$/, 'hour'],
  [/^(min|mins|minutes?)$/, 'minute'],
  [/^(s|sec|secs|seconds?)$/, 'second'],
];

const untilTheBrowserCloses =
  /^(session|session cookie|session cookies|per session|browser session|end of (the )?(browser |browsing )?session|(for the )?duration of (the |your )?(browser |browsing )?session|when (the |your )?browser (is closed|closes)|until (the |your )?browser is closed|sitzung|sitzungsende|session de navigation|sesión)$/;

/** A lifetime as a policy has it: a text, one for each region, or words of its authors. */
export type Lifetime = string | { words: string } | Record<string, string>;

/** Reads a lifetime as people write it in a table; what says anything else keeps its words. */
export function lifetimeIn(words: string): Lifetime | undefined {
  const written = words.replace(/^"(.*)"$/, '$1');
  const found = readLifetime(written) ?? regionsIn(written) ?? { words: written };
  return lifetimeSchema.safeParse(found).success ? found : undefined;
}

// "13 months EEA UK; 24 months elsewhere"
function regionsIn(words: string): Record<string, string> | undefined {
  const parts = words
    .split(/;\s*/)
    .map((part) => /^(\S+ [a-z]+)(?: in| for)?(?: the)? (.+)$/i.exec(part.trim()));
  const found = parts.map((part) => [part?.[2] ?? '', readLifetime(part?.[1] ?? '')] as const);
  const regions = found.flatMap(([where, length]) => (length && where ? [[where, length] as const] : []));
  return regions.length === parts.length && parts.length > 1 ? Object.fromEntries(regions) : undefined;
}

/**
 * Reads a lifetime as people write it in a table: "One year", "180 Days", "2 yrs", "24h", "Session", "up to 2 years". Gives
 * it as `expires` is written, or nothing where the words say anything else besides.
 */
export function readLifetime(words: string): string | undefined {
  const said = words
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .replace(/[.*]+$/, '')
    .trim();
  if (untilTheBrowserCloses.test(said)) return 'session';
  if (isLifetimeWord(said)) return said;
  return readLength(said) ?? readBent(said);
}

const bends: [RegExp, (...lengths: string[]) => string][] = [
  [/^(?:up to|at most|max(?:imum)?\.?(?: of)?|no more than) (.+)$/, (most) => `at most ${most}`],
  [/^(?:about|around|approximately|approx\.?|circa|ca\.?|~) ?(.+)$/, (length) => `about ${length}`],
  [
    /^(.+) (?:after|from|since) (?:the |your )?last (?:use|activity|visit)$/,
    (length) => `${length} after last use`,
  ],
  [/^session or (.+)$/, (length) => `session or ${length}`],
  [/^(\d+) ?(?:to|-|–) ?((?:\d+) ?[a-z]+)$/, (from, to) => `${from} to ${to}`],
];

function readBent(said: string): string | undefined {
  for (const [pattern, bent] of bends) {
    const [, ...parts] = pattern.exec(said) ?? [];
    const lengths = parts.map((part) => (/^\d+$/.test(part) ? part : readLength(part)));
    const found =
      lengths.length > 0 && lengths.every((length) => length !== undefined) ? bent(...lengths) : '';
    if (lifetimeSchema.safeParse(found).success) return found;
  }
  return undefined;
}

function readLength(said: string): string | undefined {
  const words = said
    .replace(/(\d)([a-z])/g, '$1 $2')
    .split(/ and |[ ,]+/)
    .filter(Boolean);
  if (words.length === 0 || words.length % 2 === 1) return undefined;
  const parts: string[] = [];
  for (let index = 0; index < words.length; index += 2) {
    const count = countOf(words[index] ?? '');
    const unit = units.find(([pattern]) => pattern.test(words[index + 1] ?? ''))?.[1];
    if (!count || !unit) return undefined;
    parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
  }
  // "2 years, 365 days" are the times of two cookies, not one of three years.
  if (parts.some((part, index) => index > 0 && isWholeUnit(part))) return undefined;
  const length = parts.join(' ');
  return parsePeriod(length) ? length : undefined;
}

function isWholeUnit(part: string): boolean {
  const most = { month: 12, week: 52, day: 365, hour: 24, minute: 60, second: 60 };
  const [count, unit = ''] = part.split(' ');
  return Number(count) >= (Object.entries(most).find(([name]) => unit.startsWith(name))?.[1] ?? Infinity);
}

function countOf(word: string): number | undefined {
  if (/^[1-9]\d{0,3}$/.test(word)) return Number(word);
  if (word === 'a' || word === 'an') return 1;
  const index = numbers.indexOf(word);
  return index > 0 ? index : tens.get(word);
}
