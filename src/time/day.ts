import { parsePeriod } from '../../schemas/values.ts';
import { makeMemory } from '../memory.ts';

/**
 * The day a period after another day, in calendar units: a month after 31 January is the last day of February.
 * Hours, minutes and seconds do not move a day. Business days are Monday to Friday: which days are holidays depends on the
 * place. No day is later than the last that four digits can write.
 */
export function addPeriod(date: string, period: string): string {
  const business = /^(\d+) business days?$/.exec(period)?.[1];
  if (business !== undefined) return addWorkdays(date, Number(business));
  const counts = Object.fromEntries((parsePeriod(period) ?? []).map(({ unit, count }) => [unit, count]));
  const { year = 0, month = 0, week = 0, day = 0 } = counts;
  const start = new Date(`${date}T00:00Z`);
  const months = start.getUTCFullYear() * 12 + start.getUTCMonth() + year * 12 + month;
  const lastDay = new Date(Date.UTC(Math.floor(months / 12), (months % 12) + 1, 0)).getUTCDate();
  const moved = Date.UTC(
    Math.floor(months / 12),
    months % 12,
    Math.min(start.getUTCDate(), lastDay) + week * 7 + day,
  );
  return new Date(Math.min(moved, lastMoment)).toISOString().slice(0, 10);
}

function addWorkdays(date: string, count: number): string {
  const moment = new Date(`${date}T00:00Z`);
  for (let left = count; left > 0; ) {
    moment.setUTCDate(moment.getUTCDate() + 1);
    if (moment.getUTCDay() % 6 !== 0) left -= 1;
  }
  return moment.toISOString().slice(0, 10);
}

const lastMoment = Date.UTC(9999, 11, 31);

/** The day before another. */
export function dayBefore(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) - 86_400_000).toISOString().slice(0, 10);
}

/** The day after another. */
export function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** The day it is in a time zone at a moment, in milliseconds since 1970. */
export function dayIn(timeZone: string, moment: number): string {
  // The first formatter of a process costs more than all else of a short command.
  if (timeZone === 'UTC') return new Date(moment).toISOString().slice(0, 10);
  const parts = calendarOf(timeZone).formatToParts(moment);
  const written = Object.fromEntries(parts.map(({ type, value }) => [type, value]));
  return `${written.year}-${written.month}-${written.day}`;
}

const remember = makeMemory<Intl.DateTimeFormat>(20);

// Making a formatter takes far longer than using it.
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  return remember(
    timeZone,
    () =>
      new Intl.DateTimeFormat('en-u-ca-gregory-nu-latn', {
        timeZone,
        year: 'numeric',
        month: '2-digit',
        day: '2-digit',
      }),
  );
}
