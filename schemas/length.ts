import { z } from 'zod';
import { isDay } from './checks.ts';
import { parsePeriod, periodPattern, text, valueKinds, writePeriod } from './values.ts';

// How long something lasts, as policies state it: a period, or a period with what bends it, an event, a day, words of
// one's own, and each of these for a region. All of it is one text, so that a record keeps it as it is written.

const lifetimeWords = ['session', 'until deleted', 'until sign-out', 'persistent'] as const;
type LifetimeWord = (typeof lifetimeWords)[number];

/** Whether a lifetime is one of the words that stand for a moment, or for none, instead of a length of time. */
export function isLifetimeWord(value: string): value is LifetimeWord {
  return (lifetimeWords as readonly string[]).includes(value);
}

/** One length of time. Lengths in it are periods as `parsePeriod` reads them. */
export type Length =
  | { form: 'period' | 'about' | 'at-most' | 'after-use' | 'session-or'; period: string }
  | { form: 'range'; from: string; to: string }
  | { form: 'business-days'; count: number }
  | { form: 'word'; word: LifetimeWord }
  | { form: 'until-day'; day: string }
  | { form: 'words'; words: string };

/** A length, how it is written, and for whom it holds, in the words of the authors; without them it holds for everybody. */
export type PlacedLength = { length: Length; written: string; where?: string };

const business = '(1 business day|([2-9]|[1-9][0-9]{1,3}) business days)';
const measured = `(about |at most )?${periodPattern}|([1-9][0-9]{0,3}|${periodPattern}) to ${periodPattern}|${periodPattern} after last use|${business}`;
// A slip in one of our words is no event of the authors.
const until =
  'until (?!(signed|sign|logged|log)[ -]?(out|off)$|deleted?$|[0-9])[^;(){}\\n]{2,200}|until [0-9]{4}-[0-9]{2}-[0-9]{2}';

const lengthText = makeText(
  `${measured}|${until}`,
  'a period like 30 days, about 25 days, at most 2 years or 30 to 90 days',
);
const lifetimeText = makeText(
  `${lifetimeWords.join('|')}|session or ${periodPattern}|${measured}|${until}`,
  'a period like 13 months, or session, until deleted, until sign-out',
);
const deadlineText = makeText(
  `(about )?${periodPattern}|([1-9][0-9]{0,3}|${periodPattern}) to ${periodPattern}|${business}`,
  'a period like 30 days, about 25 days, 30 to 90 days or 10 business days',
);

/** How long before something happens: a period, or business days. */
export const noticePeriod = makeText(
  `${periodPattern}|${business}`,
  'a period like 30 days or 10 business days',
);

function makeText(pattern: string, expects: string) {
  const where = ' \\([^;(){}\\n]+\\)';
  const schema = z
    .string()
    .max(1000)
    .regex(new RegExp(`^(${pattern})(${where}(; (${pattern})${where})+)?$`))
    .refine((value) => readLength(value).every(({ length }) => isSound(length)), { message: 'no length' });
  valueKinds.add(schema, { kind: 'period', expects });
  return schema;
}

// What the pattern lets through and is none: units that do not descend, a 31 February, a range that ends where it begins.
function isSound(length: Length): boolean {
  if (length.form === 'words') return length.words.startsWith('until ');
  if (length.form === 'until-day') return isDay(length.day);
  return length.form !== 'range' || isAscending(length.from, length.to);
}

function isAscending(from: string, to: string): boolean {
  const [[first, ...more] = [], [last] = []] = [parsePeriod(from), parsePeriod(to)];
  const isComparable = more.length === 0 && first && last && first.unit === last.unit;
  return !isComparable || first.count <= last.count;
}

const ownWords = text.max(300).regex(/^[^{}\n]*$/);
valueKinds.add(ownWords, {
  kind: 'text',
  expects: 'text on one line, of 1 to 300 characters, without braces',
});

/** Whom something holds for, in the words of the authors. */
export const region = z
  .string()
  .min(1)
  .max(100)
  .regex(/^[^;(){}\n]+$/);
valueKinds.add(region, {
  kind: 'text',
  expects: 'whom it holds for, in a few words without brackets or semicolons, like "EEA and UK"',
});

/** A length as one text, or in words of one's own, or one for each region; always read as one text. */
function inAllForms(one: ReturnType<typeof makeText>) {
  const own = z
    .strictObject({
      words: ownWords.describe('How long, in words of your own, where nothing else fits; shown as written.'),
    })
    .transform(({ words }) => words);
  const regional = z
    .record(region, one)
    .refine((lengths) => Object.keys(lengths).length > 1, { message: 'one region' })
    .transform((lengths) =>
      Object.entries(lengths)
        .map(([where, length]) => `${length} (${where})`)
        .join('; '),
    );
  const schema = z.union([one, own, regional]);
  const kind = valueKinds.get(one);
  if (kind)
    valueKinds.add(schema, { ...kind, expects: `${kind.expects}; or \`{words: …}\` in your own words` });
  return schema;
}

/** How long something is kept: a period, about, at most, a range, after last use, until a day or an event. */
export const length = inAllForms(lengthText);

/** How long something stays on a device: as a length, or `session`, `until deleted`, `until sign-out`, `persistent`. */
export const lifetime = inAllForms(lifetimeText);

/** Within which time something is done: a period, about, a range, business days. */
export const deadline = inAllForms(deadlineText);

/** Reads a length as it is written in a policy: what is none of our forms is words of its authors. */
export function readLength(written: string): PlacedLength[] {
  const parts = written.split('; ').map((part) => /^(.+) \(([^;()]+)\)$/.exec(part));
  const regional = parts.flatMap((found) => {
    const [, one = '', where = ''] = found ?? [];
    return found ? [{ length: readOne(one), written: one, where }] : [];
  });
  const isRegional = parts.length > 1 && regional.length === parts.length;
  return isRegional ? regional : [{ length: readOne(written), written }];
}

function readOne(written: string): Length {
  if (isLifetimeWord(written)) return { form: 'word', word: written };
  if (parsePeriod(written)) return { form: 'period', period: written };
  for (const [form, pattern] of bent) {
    const inner = pattern.exec(written)?.[1];
    if (inner !== undefined && parsePeriod(inner)) return { form, period: inner };
  }
  const day = /^until (\d{4}-\d{2}-\d{2})$/.exec(written)?.[1];
  if (day) return { form: 'until-day', day };
  return readBusinessDays(written) ?? readRange(written) ?? { form: 'words', words: written };
}

const bent = [
  ['about', /^about (.+)$/],
  ['at-most', /^at most (.+)$/],
  ['after-use', /^(.+) after last use$/],
  ['session-or', /^session or (.+)$/],
] as const;

function readBusinessDays(written: string): Length | undefined {
  const found = /^(1 business day|([2-9]|[1-9][0-9]{1,3}) business days)$/.exec(written);
  return found ? { form: 'business-days', count: Number.parseInt(written, 10) } : undefined;
}

function readRange(written: string): Length | undefined {
  const [from = '', to = '', ...more] = written.split(' to ');
  const end = parsePeriod(to);
  if (!end || more.length > 0) return undefined;
  const [last] = end;
  const counted = /^[1-9][0-9]{0,3}$/.test(from) && end.length === 1 && last;
  const start = counted ? writePeriod([{ ...last, count: Number(from) }]) : from;
  return parsePeriod(start) ? { form: 'range', from: start, to } : undefined;
}
