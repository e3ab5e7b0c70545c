import { isLifetimeWord, type Length, type PlacedLength, readLength } from '../../schemas/length.ts';
import { type Period, parsePeriod } from '../../schemas/values.ts';

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

/**
 * The length of a period in seconds, with mean months and years: good for ordering, not for arithmetic. What is about a
 * period, or begins with the last use, counts as that period. Nothing for whatever has no length that can be told: a
 * word such as `session`, a limit, a range, words of the authors.
 */
export function secondsIn(lifetime: string): number | undefined {
  const [{ length } = { length: undefined }, ...more] = readLength(lifetime);
  if (more.length > 0 || length === undefined) return undefined;
  const isCounted = length.form === 'period' || length.form === 'about' || length.form === 'after-use';
  const parts = isCounted ? parsePeriod(length.period) : undefined;
  return parts && lengthOf(parts);
}

/** The length of a period in days, with mean months and years; nothing for a word such as `session`. */
export function daysIn(lifetime: string | undefined): number | undefined {
  const seconds = lifetime === undefined ? undefined : secondsIn(lifetime);
  return seconds === undefined ? undefined : seconds / day;
}

/** The lengths that are stated, one for each region, without whom each is for. */
export function lengthsIn(lifetime: string | undefined): string[] {
  return lifetime === undefined ? [] : readLength(lifetime).map(({ written }) => written);
}

/**
 * Whether something that stays for a given time is gone after a number of months, as far as can be told: a limit counts
 * as its period, and what its authors put in words is not measured.
 */
export function lastsAtMost(lifetime: string, months: number): boolean {
  const most = lengthOf([{ unit: 'month', count: months }]) + monthSlack;
  return readLength(lifetime).every(({ length }) => {
    const end = endOf(length);
    return end !== undefined && end <= most;
  });
}

// When something is gone at the latest, in seconds; nothing where it stays until somebody ends it.
function endOf(length: Length): number | undefined {
  const seconds = (period: string) => lengthOf(parsePeriod(period) ?? []);
  switch (length.form) {
    case 'word':
      return length.word === 'session' || length.word === 'persistent' ? 0 : undefined;
    case 'range':
      return seconds(length.to);
    case 'business-days':
      return length.count * day;
    case 'until-day':
      return 0;
    case 'words':
      return length.words === '' ? undefined : 0;
    default:
      return seconds(length.period);
  }
}

/**
 * After how many days something is over or done at the latest, for each region that is told apart; nothing of what has no
 * end, ends on a day, or is in words of its authors. Five business days are a week.
 */
export function lastDays(lifetime: string): { days: number; where?: string }[] {
  return readLength(lifetime).flatMap(({ length, where }) => {
    const seconds = length.form === 'business-days' ? length.count * day * 1.4 : endOf(length);
    return seconds ? [{ days: seconds / day, ...(where !== undefined && { where }) }] : [];
  });
}

/** Whether two lifetimes are clearly not the same: a month or a leap day more or less is no difference. */
export function differsClearly(one: string, other: string): boolean {
  if (isLifetimeWord(one) || isLifetimeWord(other)) return isPlain(one) && isPlain(other) && one !== other;
  const difference = relativeDifference(one, other);
  return difference !== undefined && difference > clearly;
}

// A period or one of our words, with nothing that bends it.
function isPlain(lifetime: string): boolean {
  return isLifetimeWord(lifetime) || parsePeriod(lifetime) !== undefined;
}

/**
 * Whether two periods are the same, differ by what a month may differ from thirty days, or differ.
 * Twelve months are a year; thirty days are a month only nearly. What is more than a period is the same as itself, and
 * how it compares with anything else is `unknown`.
 */
export function comparePeriods(one: string, other: string): 'same' | 'near' | 'different' | 'unknown' {
  if (one === other) return 'same';
  if (parsePeriod(one) === undefined || parsePeriod(other) === undefined) return 'unknown';
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

/** Compares two lengths. Of those that differ by region, all together are longer only where none is shorter. */
export function compareLengths(before: string, after: string): LengthComparison {
  if (before === after) return 'same';
  const pairs = pairsOf(readLength(before), readLength(after));
  return pairs ? together(pairs.map(([old, now]) => compareOne(old, now))) : 'unknown';
}

function together(comparisons: readonly LengthComparison[]): LengthComparison {
  const [only = 'same', ...others] = new Set(comparisons.filter((comparison) => comparison !== 'same'));
  return others.length > 0 ? 'unknown' : only;
}

// How authors call the region that is none of the others.
const rest =
  /\b(?:elsewhere|else|others?|rest|all|sonst|andere|übrige|ailleurs|autres?|reste|altrove|altri|resto|otros?|elders|overige)\b/iu;

/** Whether regions, in the words of their authors, seem to be all there are: what holds in others, nobody is told. */
export function areEverywhere(regions: readonly string[]): boolean {
  return regions.some((where) => rest.test(where));
}

// A length for everybody holds in each region; other regions than before are other people.
function pairsOf(before: PlacedLength[], after: PlacedLength[]): [Length, Length][] | undefined {
  const [old, now] = [before[0], after[0]];
  const regions = [...before, ...after].flatMap(({ where = [] }) => where);
  if (before.length !== after.length && !areEverywhere(regions)) return undefined;
  if (old && before.length === 1) return after.map(({ length }) => [old.length, length]);
  if (now && after.length === 1) return before.map(({ length }) => [length, now.length]);
  const pairs = before.flatMap(({ where, length }): [Length, Length][] => {
    const same = after.find((other) => other.where === where);
    return same ? [[length, same.length]] : [];
  });
  return pairs.length === before.length && pairs.length === after.length ? pairs : undefined;
}

function compareOne(before: Length, after: Length): LengthComparison {
  if (isSameLength(before, after)) return 'same';
  if (before.form === 'until-day' && after.form === 'until-day')
    return after.day > before.day ? 'longer' : 'shorter';
  if (endsWithUse(before) && endsWithUse(after)) return compareWithin(before, after);
  const [old, now] = [secondsRange(before), secondsRange(after)];
  if (old === undefined || now === undefined) return 'unknown';
  if (now[0] > old[1]) return 'longer';
  if (now[1] < old[0]) return 'shorter';
  return compareWithin(before, after);
}

// A session and a time after the last use can each outlast the other.
function endsWithUse(length: Length): boolean {
  return length.form === 'after-use' || (length.form === 'word' && length.word === 'session');
}

function isSameLength(before: Length, after: Length): boolean {
  return JSON.stringify(before) === JSON.stringify(after);
}

// What is bent in the same way compares as what is bent. Two estimates do not: each may be the other.
function compareWithin(before: Length, after: Length): LengthComparison {
  if (before.form === 'business-days' && after.form === 'business-days')
    return after.count > before.count ? 'longer' : 'shorter';
  if (before.form === 'range' && after.form === 'range') {
    return together([comparePlain(before.from, after.from), comparePlain(before.to, after.to)]);
  }
  const isAlike = before.form === after.form && before.form !== 'about';
  return isAlike && 'period' in before && 'period' in after
    ? comparePlain(before.period, after.period)
    : 'unknown';
}

function comparePlain(before: string, after: string): LengthComparison {
  const [old, now] = [rangeOf(before), rangeOf(after)];
  if (now[0] > old[1]) return 'longer';
  if (now[1] < old[0]) return 'shorter';
  const difference = lengthDifference(before, after);
  if (difference?.length === 0) return 'same';
  if (difference) return isLonger(before, after) ? 'longer' : 'shorter';
  return 'unknown';
}

/**
 * Which of some lengths are the longest, by their places; nothing where that cannot be told: where somebody decides when
 * one of them ends, and where two can come out either way, as 1 month and 30 days do.
 */
export function longestOf(lengths: readonly string[]): number[] | undefined {
  // How long lasts what is more than a period, nobody can tell.
  if (!lengths.every((length) => isPlain(length) && length !== 'persistent')) return undefined;
  const periods = lengths.filter((length) => !isLifetimeWord(length));
  const longest = periods.find((length) => periods.every((other) => isAtLeast(length, other)));
  if (longest === undefined) return undefined;
  const outlasts = (length: string) =>
    isLifetimeWord(length) ? length === 'session' && rangeOf(longest)[0] >= openBrowser : true;
  if (!lengths.every(outlasts)) return undefined;
  return [...lengths.keys()].filter((index) => compareLengths(longest, lengths[index] ?? '') === 'same');
}

// A browser stays open for hours or weeks. What lasts for a month is taken to outlast it.
const openBrowser = 27 * day;

function isAtLeast(length: string, other: string): boolean {
  const comparison = compareLengths(other, length);
  return comparison === 'longer' || comparison === 'same';
}

type SecondsRange = [shortest: number, longest: number];

const ever = Number.MAX_VALUE / 2;

// The shortest and the longest something can last; nothing where only its authors know. A sign-out can come at any time, a
// session ends before any period, and about a period is a quarter more or less of it.
function secondsRange(length: Length): SecondsRange | undefined {
  switch (length.form) {
    case 'word':
      return wordRanges[length.word];
    case 'period':
      return rangeOf(length.period);
    case 'about':
      return [rangeOf(length.period)[0] * 0.75, rangeOf(length.period)[1] * 1.25];
    case 'at-most':
    case 'session-or':
      return [0, rangeOf(length.period)[1]];
    case 'after-use':
      return [rangeOf(length.period)[0], ever];
    case 'range':
      return [rangeOf(length.from)[0], rangeOf(length.to)[1]];
    case 'business-days':
      // A week has five of them, and holidays go on top.
      return [length.count * day, (length.count * 2 + 14) * day];
    default:
      return undefined;
  }
}

const wordRanges: Record<Extract<Length, { form: 'word' }>['word'], SecondsRange> = {
  'until deleted': [Number.MAX_VALUE, Number.MAX_VALUE],
  'until sign-out': [0, ever],
  persistent: [0, Number.MAX_VALUE],
  session: [0, 0],
};

// The shortest and the longest a period can last.
function rangeOf(value: string): SecondsRange {
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
  const periods = [parsePeriod(before), parsePeriod(after)] as const;
  if (!periods[0] || !periods[1]) return undefined;
  const [old, now] = [totals(periods[0]), totals(periods[1])];
  const months = Math.abs(now.months - old.months);
  const seconds = Math.abs(now.seconds - old.seconds);
  if (months > 0 && seconds > 0) return undefined;
  const used = new Set([...periods[0], ...periods[1]].map(({ unit }) => unit));
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
