import { isLifetimeWord, type Period, parsePeriod } from '../../schemas/values.ts';

// How lengths of time are ordered, compared and told apart. Calendars make months and years vary; every allowance made
// for that stands here, with the question it serves.

const day = 86_400;
const secondsOf = { week: 7 * day, day, hour: 3600, minute: 60, second: 1 };
// The mean Gregorian year and month.
const meanSeconds = { year: 31_557_600, month: 2_629_800, ...secondsOf };

/** Months differ in length: 13 of them are 395 to 397 days. */
const monthSlack = 2 * day;
/** A month is thirty days only nearly. */
const nearly = 0.025;
/** A month or a leap day more or less is no difference between what two sources say. */
const clearly = 0.05;

function lengthOf(parts: Period): number {
  return parts.reduce((total, { unit, count }) => total + count * meanSeconds[unit], 0);
}

/** The length of a period in seconds, with mean months and years: good for ordering, not for arithmetic. Nothing for a word such as `session`. */
export function secondsIn(lifetime: string): number | undefined {
  const parts = isLifetimeWord(lifetime) ? undefined : parsePeriod(lifetime);
  return parts && lengthOf(parts);
}

/** The length of a period in days, with mean months and years; nothing for a word such as `session`. */
export function daysIn(lifetime: string | undefined): number | undefined {
  const seconds = lifetime === undefined ? undefined : secondsIn(lifetime);
  return seconds === undefined ? undefined : seconds / day;
}

/** Whether something that stays for a given time is gone after a number of months. */
export function lastsAtMost(lifetime: string, months: number): boolean {
  const seconds = secondsIn(lifetime);
  if (seconds === undefined) return lifetime === 'session';
  return seconds <= lengthOf([{ unit: 'month', count: months }]) + monthSlack;
}

/** Whether two lifetimes are clearly not the same: a month or a leap day more or less is no difference. */
export function differsClearly(one: string, other: string): boolean {
  if (isLifetimeWord(one) || isLifetimeWord(other)) return one !== other;
  const difference = relativeDifference(one, other);
  return difference !== undefined && difference > clearly;
}

/**
 * Whether two periods are the same, differ by what a month may differ from thirty days, or differ.
 * Twelve months are a year; thirty days are a month only nearly.
 */
export function comparePeriods(one: string, other: string): 'same' | 'near' | 'different' {
  const [a, b] = [secondsIn(one), secondsIn(other)];
  if (!a || !b) return 'different';
  if (Math.abs(a - b) < 1) return 'same';
  return (relativeDifference(one, other) ?? 1) < nearly ? 'near' : 'different';
}

function relativeDifference(one: string, other: string): number | undefined {
  const [a, b] = [secondsIn(one), secondsIn(other)];
  return a && b ? Math.abs(a - b) / Math.max(a, b) : undefined;
}

/** How a length of time compares with another; `unknown` where it depends on the calendar or on people. */
type LengthComparison = 'longer' | 'shorter' | 'same' | 'unknown';

/** Compares two periods or lifetimes. */
export function compareLengths(before: string, after: string): LengthComparison {
  const [oldShortest, oldLongest] = secondsRange(before);
  const [newShortest, newLongest] = secondsRange(after);
  if (newShortest > oldLongest) return 'longer';
  if (newLongest < oldShortest) return 'shorter';
  const difference = lengthDifference(before, after);
  if (before === after || difference?.length === 0) return 'same';
  if (difference) return isLonger(before, after) ? 'longer' : 'shorter';
  return 'unknown';
}

/**
 * Which of some lengths are the longest, by their places; nothing where that cannot be told: where somebody decides when
 * one of them ends, and where two can come out either way, as 1 month and 30 days do.
 */
export function longestOf(lengths: readonly string[]): number[] | undefined {
  const periods = lengths.filter((length) => !isLifetimeWord(length));
  const longest = periods.find((length) => periods.every((other) => isAtLeast(length, other)));
  if (longest === undefined) return undefined;
  const outlasts = (length: string) =>
    isLifetimeWord(length) ? length === 'session' && secondsRange(longest)[0] >= openBrowser : true;
  if (!lengths.every(outlasts)) return undefined;
  return [...lengths.keys()].filter((index) => compareLengths(longest, lengths[index] ?? '') === 'same');
}

// A browser stays open for hours or weeks. What lasts for a month is taken to outlast it.
const openBrowser = 27 * day;

function isAtLeast(length: string, other: string): boolean {
  const comparison = compareLengths(other, length);
  return comparison === 'longer' || comparison === 'same';
}

// The shortest and the longest a period can last. A sign-out can come at any time, a session ends before any period.
function secondsRange(value: string): [shortest: number, longest: number] {
  if (value === 'until deleted') return [Number.MAX_VALUE, Number.MAX_VALUE];
  if (value === 'until sign-out') return [0, Number.MAX_VALUE / 2];
  if (value === 'session') return [0, 0];
  const { months, seconds } = totals(parsePeriod(value) ?? []);
  // Calendars round a count of months by less than three days.
  const [shorter, longer] =
    months === 0 ? [0, 0] : [Math.floor(months * 30.4369) - 3, Math.ceil(months * 30.4369) + 3];
  return [shorter * day + seconds, longer * day + seconds];
}

function totals(period: Period): { months: number; seconds: number } {
  const total = { months: 0, seconds: 0 };
  for (const { unit, count } of period) {
    if (unit === 'year') total.months += 12 * count;
    else if (unit === 'month') total.months += count;
    else total.seconds += count * secondsOf[unit];
  }
  return total;
}

function isLonger(before: string, after: string): boolean {
  const [old, now] = [totals(parsePeriod(before) ?? []), totals(parsePeriod(after) ?? [])];
  return now.months - old.months + (now.seconds - old.seconds) > 0;
}

/** How much two periods differ by, where no calendar is needed to say it; nothing left means that they are the same. */
export function lengthDifference(before: string, after: string): Period | undefined {
  if (isLifetimeWord(before) || isLifetimeWord(after)) return undefined;
  const periods = [parsePeriod(before) ?? [], parsePeriod(after) ?? []] as const;
  const [old, now] = [totals(periods[0]), totals(periods[1])];
  const months = Math.abs(now.months - old.months);
  const seconds = Math.abs(now.seconds - old.seconds);
  if (months > 0 && seconds > 0) return undefined;
  const used = new Set(periods.flat().map(({ unit }) => unit));
  return months > 0 ? inMonths(months, used) : inSeconds(seconds, used);
}

function inMonths(months: number, used: ReadonlySet<string>): Period {
  return months % 12 === 0 && !used.has('month')
    ? [{ unit: 'year', count: months / 12 }]
    : [{ unit: 'month', count: months }];
}

function inSeconds(seconds: number, used: ReadonlySet<string>): Period {
  if (seconds === 0) return [];
  const unit =
    (['second', 'minute', 'hour', 'day', 'week'] as const).find((name) => used.has(name)) ?? 'second';
  return [{ unit, count: seconds / secondsOf[unit] }];
}
