import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { projectAt } from '../src/doors/project.ts';
import { root } from './command.ts';
import { around } from './compile-texts.ts';
import { writeFolder } from './published-texts.ts';

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] });
  vi.stubEnv('POLICYBOOK_TODAY', undefined);
});

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

/** The day it is, at a moment, for a site whose site.yaml has some lines more. */
function todayAt(moment: string, lines: string, asOf?: string): string {
  vi.setSystemTime(new Date(moment));
  const policies = writeFolder('.cache/tests/today', { ...around, 'site.yaml': around['site.yaml'] + lines });
  return projectAt(root, { policies, ...(asOf && { asOf }) }).today;
}

test.each([
  // Auckland is 13 hours ahead in its summer and 12 in its winter; the clocks go back on 5 April 2026.
  ['Pacific/Auckland', '2026-03-01T10:59:59Z', '2026-03-01'],
  ['Pacific/Auckland', '2026-03-01T11:00:00Z', '2026-03-02'],
  ['Pacific/Auckland', '2026-07-01T11:59:59Z', '2026-07-01'],
  ['Pacific/Auckland', '2026-07-01T12:00:00Z', '2026-07-02'],
  // Los Angeles is 8 hours behind in its winter and 7 in its summer.
  ['America/Los_Angeles', '2026-03-02T07:59:59Z', '2026-03-01'],
  ['America/Los_Angeles', '2026-03-02T08:00:00Z', '2026-03-02'],
  ['America/Los_Angeles', '2026-07-02T06:59:59Z', '2026-07-01'],
  ['America/Los_Angeles', '2026-07-02T07:00:00Z', '2026-07-02'],
  ['UTC', '2026-12-31T23:59:59Z', '2026-12-31'],
  ['UTC', '2027-01-01T00:00:00Z', '2027-01-01'],
])('turns the day at midnight in %s: %s is %s there', (zone, moment, day) => {
  expect(todayAt(moment, `timeZone: ${zone}\n`)).toBe(day);
});

test('takes the day in UTC where the site names no time zone, or one that there is not', () => {
  const moment = '2026-03-01T23:30:00Z';
  expect(todayAt(moment, '')).toBe('2026-03-01');
  expect(todayAt(moment, 'timeZone: Europe/Atlantis\n')).toBe('2026-03-01');
  expect(todayAt(moment, 'timeZone: [\n')).toBe('2026-03-01');
});

test('takes a day that was named before what the clock says', () => {
  expect(todayAt('2026-03-01T23:30:00Z', 'timeZone: Pacific/Auckland\n', '2026-01-01')).toBe('2026-01-01');
  vi.stubEnv('POLICYBOOK_TODAY', '2025-05-05');
  expect(todayAt('2026-03-01T23:30:00Z', 'timeZone: Pacific/Auckland\n')).toBe('2025-05-05');
});
