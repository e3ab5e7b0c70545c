import { isDeepStrictEqual } from 'node:util';
import { isLifetimeWord, type Period, parsePeriod } from '../../../schemas/values.ts';
import { longestIncreasing } from '../align/order.ts';

// Comparing by id: what came, what went, what stayed. Position decides nothing.

/** Two maps compared by key. */
export type Keyed<T> = {
  added: [id: string, entry: T][];
  removed: [id: string, entry: T][];
  kept: [id: string, before: T, after: T][];
};

/** Compares two maps by key, in the order of the newer one. */
export function compareKeyed<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Keyed<T> {
  const old = new Map(Object.entries(before));
  const result: Keyed<T> = { added: [], removed: [], kept: [] };
  for (const [id, entry] of Object.entries(after)) {
    const former = old.get(id);
    if (former === undefined) result.added.push([id, entry]);
    else result.kept.push([id, former, entry]);
    old.delete(id);
  }
  result.removed.push(...old);
  return result;
}

/** What came into a list and what left it. */
export function compareLists<T>(before: readonly T[], after: readonly T[]): { added: T[]; removed: T[] } {
  return {
    added: after.filter((item) => !before.includes(item)),
    removed: before.filter((item) => !after.includes(item)),
  };
}

/** The fewest items that have to move so that the common ones stand in the newer order. */
export function movedItems(before: readonly string[], after: readonly string[]): string[] {
  const places = new Map(before.map((item, index) => [item, index]));
  const common = after.filter((item) => places.has(item));
  const kept = longestIncreasing(common.map((item) => places.get(item) ?? 0));
  return common.filter((_, index) => !kept.has(index));
}

/** Whether two values of a policy are the same; the order of keys is none of it. */
export function isEqual(before: unknown, after: unknown): boolean {
  return isDeepStrictEqual(before, after);
}

/** How a length of time compares with another; `unknown` where it depends on the calendar or on people. */
export type LengthComparison = 'longer' | 'shorter' | 'same' | 'unknown';

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

const day = 86_400;
const secondsOf = { week: 7 * day, day, hour: 3600, minute: 60, second: 1 };

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
