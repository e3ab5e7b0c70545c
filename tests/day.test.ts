import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addPeriod, dayBefore } from '../src/time/day.ts';

test.each([
  ['2026-01-31', '1 month', '2026-02-28'],
  ['2024-01-31', '1 month', '2024-02-29'],
  ['2026-01-31', '3 months', '2026-04-30'],
  ['2024-02-29', '1 year', '2025-02-28'],
  ['2024-02-29', '4 years', '2028-02-29'],
  ['2096-02-29', '4 years', '2100-02-28'],
  ['2026-12-31', '1 day', '2027-01-01'],
  ['2026-12-31', '2 months', '2027-02-28'],
  ['2026-11-30', '14 months', '2028-01-30'],
  ['2026-03-31', '21 days', '2026-04-21'],
  ['2024-02-22', '1 week', '2024-02-29'],
  ['2024-02-22', '1 week 1 day', '2024-03-01'],
  ['2026-01-31', '1 year 1 month 1 week 1 day', '2027-03-08'],
  ['2026-03-28', '48 hours', '2026-03-28'],
  ['2026-03-28', '1 day 12 hours', '2026-03-29'],
  ['2026-01-01', '9999 years', '9999-12-31'],
])('counts from %s a period of %s to %s', (from, period, expected) => {
  expect(addPeriod(from, period)).toBe(expected);
});

test.each([
  ['2026-01-01', '2025-12-31'],
  ['2026-03-01', '2026-02-28'],
  ['2024-03-01', '2024-02-29'],
  ['2100-03-01', '2100-02-28'],
  ['2026-10-26', '2026-10-25'],
])('knows the day before %s', (date, expected) => {
  expect(dayBefore(date)).toBe(expected);
});

const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2199-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const unit = fc.constantFrom('year', 'month', 'week', 'day');
const periodOf = (count: number, name: string) => `${count} ${name}${count === 1 ? '' : 's'}`;

test('counts a day forward and back to the same day', () => {
  fc.assert(
    fc.property(anyDay, (date) => {
      expect(dayBefore(addPeriod(date, '1 day'))).toBe(date);
    }),
  );
});

test('counts longer to a later day, from a later day to no earlier one, and never past the end of a month', () => {
  fc.assert(
    fc.property(anyDay, anyDay, fc.integer({ min: 1, max: 400 }), unit, (a, b, count, name) => {
      const [earlier = '', later = ''] = [a, b].sort();
      const end = addPeriod(earlier, periodOf(count, name));
      expect(end > earlier).toBe(true);
      expect(addPeriod(earlier, periodOf(count + 1, name)) > end).toBe(true);
      expect(addPeriod(later, periodOf(count, name)) >= end).toBe(true);
      if (name === 'week') expect(end).toBe(addPeriod(earlier, periodOf(count * 7, 'day')));
      if (name === 'year') expect(end).toBe(addPeriod(earlier, periodOf(count * 12, 'month')));
      if (name === 'month' || name === 'year') expect(end.slice(8) <= earlier.slice(8)).toBe(true);
    }),
  );
});
