import fc from 'fast-check';
import { afterEach, expect, test, vi } from 'vitest';
import { addPeriod, dayBefore } from '../src/time/day.ts';
import { currentVersion, type Dated, placeVersions } from '../src/versions/history.ts';

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** Versions by the days they take effect, a day apart; `?` marks one that is not published. */
function versions(...effective: string[]): Dated[] {
  return effective.map((day, index) => ({
    date: `2020-01-0${index + 1}`,
    effective: day.replace('?', ''),
    isProposed: day.endsWith('?'),
  }));
}

/** Where versions stand on a day: status and interval each, and which is the current one. */
function stand(today: string, ...effective: string[]): string[] {
  const placed = placeVersions(versions(...effective), today);
  const current = currentVersion(placed);
  return placed.map((version) => {
    const { status, from, until, neverInForce } = version;
    const interval = neverInForce ? 'never' : `${from}–${until ?? ''}`;
    return `${status} ${interval}${version === current ? ' *' : ''}`;
  });
}

test('has no current version where there is none', () => {
  expect(placeVersions([], '2026-01-01')).toEqual([]);
  expect(currentVersion([])).toBeUndefined();
});

test.each([
  ['one in force', ['2026-01-01'], '2026-06-01', ['in-force 2026-01-01– *']],
  ['one on the day it takes effect', ['2026-06-01'], '2026-06-01', ['in-force 2026-06-01– *']],
  ['one on the day before', ['2026-06-01'], '2026-05-31', ['upcoming 2026-06-01– *']],
  ['one proposed', ['2026-01-01?'], '2026-06-01', ['proposed 2026-01-01– *']],
  ['one proposed for later', ['2027-01-01?'], '2026-06-01', ['proposed 2027-01-01– *']],
  [
    'one in force and one upcoming',
    ['2026-01-01', '2026-06-01'],
    '2026-05-31',
    ['in-force 2026-01-01–2026-05-31 *', 'upcoming 2026-06-01–'],
  ],
  [
    'one superseded, from the day the next takes effect',
    ['2026-01-01', '2026-06-01'],
    '2026-06-01',
    ['superseded 2026-01-01–2026-05-31', 'in-force 2026-06-01– *'],
  ],
  [
    'two of the same day',
    ['2026-01-01', '2026-01-01'],
    '2026-06-01',
    ['superseded never', 'in-force 2026-01-01– *'],
  ],
  [
    'two of the same day that is to come, of which the first never binds',
    ['2026-01-01', '2026-06-01', '2026-06-01'],
    '2026-02-01',
    ['in-force 2026-01-01–2026-05-31 *', 'superseded never', 'upcoming 2026-06-01–'],
  ],
  [
    'three of the same day',
    ['2026-01-01', '2026-01-01', '2026-01-01'],
    '2026-01-01',
    ['superseded never', 'superseded never', 'in-force 2026-01-01– *'],
  ],
  [
    'only upcoming ones, of which the first is shown',
    ['2026-06-01', '2026-07-01'],
    '2026-05-01',
    ['upcoming 2026-06-01–2026-06-30 *', 'upcoming 2026-07-01–'],
  ],
  [
    'only upcoming ones of one day, of which the last is shown',
    ['2026-06-01', '2026-06-01'],
    '2026-05-01',
    ['superseded never', 'upcoming 2026-06-01– *'],
  ],
  [
    'a proposed one that ends nothing',
    ['2026-01-01', '2026-02-01?'],
    '2026-06-01',
    ['in-force 2026-01-01– *', 'proposed 2026-02-01–'],
  ],
  [
    'a proposed one after one that is to come',
    ['2026-06-01', '2026-07-01?'],
    '2026-05-01',
    ['upcoming 2026-06-01– *', 'proposed 2026-07-01–'],
  ],
  [
    'one of each',
    ['2026-01-01', '2026-03-01', '2026-09-01', '2026-10-01?'],
    '2026-06-01',
    [
      'superseded 2026-01-01–2026-02-28',
      'in-force 2026-03-01–2026-08-31 *',
      'upcoming 2026-09-01–',
      'proposed 2026-10-01–',
    ],
  ],
])('places %s', (_name, effective, today, expected) => {
  expect(stand(today, ...effective)).toEqual(expected);
});

const day = fc
  .date({ min: new Date('2024-01-01'), max: new Date('2024-03-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** Published versions as `check` lets them through: none takes effect before the one before it. */
const history = fc.array(day, { minLength: 1, maxLength: 6 }).map((days) => versions(...days.sort()));

test('has one version in force on each day from the first on, and none before', () => {
  fc.assert(
    fc.property(history, day, (all, today) => {
      const placed = placeVersions(all, today);
      const inForce = placed.filter(({ status }) => status === 'in-force');
      expect(inForce.length).toBe((all[0]?.effective ?? '') <= today ? 1 : 0);
      for (const { from, until } of inForce) {
        expect(from <= today).toBe(true);
        expect(until === undefined || today <= until).toBe(true);
      }
      expect(currentVersion(placed)).toBe(inForce[0] ?? placed.find(({ status }) => status === 'upcoming'));
    }),
  );
});

test('leaves no day between two versions and gives none to both', () => {
  fc.assert(
    fc.property(history, day, (all, today) => {
      const bound = placeVersions(all, today).filter(({ neverInForce }) => !neverInForce);
      expect(bound.at(-1)?.until).toBeUndefined();
      bound.slice(1).forEach(({ from }, index) => {
        expect(bound[index]?.until).toBe(dayBefore(from));
        expect((bound[index]?.from ?? '') <= dayBefore(from)).toBe(true);
      });
    }),
  );
});

test('agrees with the intervals on what is superseded and what is to come', () => {
  fc.assert(
    fc.property(history, day, (all, today) => {
      for (const { status, from, until, neverInForce } of placeVersions(all, today)) {
        expect(status === 'superseded').toBe(neverInForce || (until !== undefined && until < today));
        expect(status === 'upcoming').toBe(!neverInForce && from > today);
      }
    }),
  );
});

test('moves versions only forward as days pass', () => {
  const order = ['upcoming', 'in-force', 'superseded'];
  fc.assert(
    fc.property(history, day, day, (all, a, b) => {
      const [earlier, later] = [a, b].sort();
      const after = placeVersions(all, later ?? '');
      placeVersions(all, earlier ?? '').forEach(({ status, from, until }, index) => {
        expect(order.indexOf(after[index]?.status ?? '')).toBeGreaterThanOrEqual(order.indexOf(status));
        expect(after[index]).toMatchObject({ from, ...(until && { until }) });
      });
    }),
  );
});

test('places published versions the same with a proposed one beside them', () => {
  fc.assert(
    fc.property(history, day, day, (all, effective, today) => {
      const proposed = { date: '2030-01-01', effective, isProposed: true };
      const placed = placeVersions([...all, proposed], today);
      expect(placed.slice(0, -1)).toEqual(placeVersions(all, today));
      expect(placed.at(-1)?.status).toBe('proposed');
      expect(currentVersion(placed)?.isProposed).toBe(false);
    }),
  );
});

test.each([
  'Pacific/Kiritimati',
  'Pacific/Niue',
  'UTC',
])('places versions the same whatever the clock says in %s', (zone) => {
  vi.useFakeTimers();
  fc.assert(
    fc.property(history, day, fc.date({ noInvalidDate: true }), (all, today, now) => {
      vi.unstubAllEnvs();
      vi.setSystemTime(new Date('2026-01-01T00:30Z'));
      const expected = placeVersions(all, today);
      vi.stubEnv('TZ', zone);
      vi.setSystemTime(now);
      expect(placeVersions(all, today)).toEqual(expected);
      expect(addPeriod(today, '1 month')).toMatch(/^2024-/);
    }),
  );
});

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
