import { expect, test } from 'vitest';
import { deadline, isLifetimeWord, length, lifetime, noticePeriod, readLength } from '../schemas/length.ts';
import { readerOf, showPeriod } from '../src/text/show.ts';
import { addPeriod } from '../src/time/day.ts';
import {
  compareLengths,
  comparePeriods,
  daysIn,
  lastsAtMost,
  lengthsIn,
  longestOf,
} from '../src/time/period.ts';
import { around, compileTexts } from './compile-texts.ts';

const shown = (value: string) => showPeriod(value, readerOf('en-GB'));

test('a word for an event is told from a period', () => {
  const words = ['session', 'until deleted', 'until sign-out', 'persistent'];
  expect(words.map(isLifetimeWord)).toEqual([true, true, true, true]);
  expect(isLifetimeWord('13 months')).toBe(false);
});

test.each([
  ['session', 'until you close the browser'],
  ['persistent', 'persistent'],
  ['13 months', '13 months'],
  ['about 25 days', 'about 25 days'],
  ['at most 2 years', 'up to 2 years'],
  ['30 to 90 days', '30 to 90 days'],
  ['1 to 2 years', '1 to 2 years'],
  ['20 hours to 3 days', '20 hours to 3 days'],
  ['1 hour after last use', '1 hour after the last use'],
  ['session or 20 hours', 'until you close the browser, or 20 hours'],
  ['10 business days', '10 business days'],
  ['1 business day', '1 business day'],
  ['until 2027-03-31', 'until 31 March 2027'],
  ['until the game ends', 'until the game ends'],
  ['until cleared', 'until cleared'],
])('a lifetime of %s is shown as %s', (written, expected) => {
  expect(lifetime.parse(written)).toBe(written);
  expect(shown(written)).toBe(expected);
});

test('each region has its own length, in the order they are written in', () => {
  const written = { 'EEA and UK': '13 months', elsewhere: 'about 24 months' };
  const read = '13 months (EEA and UK); about 24 months (elsewhere)';
  expect(length.parse(written)).toBe(read);
  expect(length.parse(read)).toBe(read);
  expect(shown(read)).toBe(read);
  expect(lengthsIn(read)).toEqual(['13 months', 'about 24 months']);
});

test('words of their own are shown as they are written', () => {
  expect(length.parse({ words: 'as long as your account; 13 month' })).toBe(
    'as long as your account; 13 month',
  );
  expect(shown('as long as your account; 13 month')).toBe('as long as your account; 13 month');
});

test.each([
  '13 month',
  'about 13 month',
  'about',
  'up to 2 years',
  '90 to 30 days',
  '1 business days',
  '6 months 1 year',
  'until',
  'until signed out',
  'until delete',
  'until 2027-02-31',
  'until 31 March',
  'as long as your account',
  '13 months (EEA)',
  '13 months (EEA); 24 month (elsewhere)',
  { words: '' },
  { words: 'as {{ long }}' },
  { EEA: '13 months' },
  { EEA: '13 months', elsewhere: '24 month' },
  { 'EEA (all)': '13 months', elsewhere: '24 months' },
])('%j is no length', (written) => {
  expect(lifetime.safeParse(written).success).toBe(false);
  expect(length.safeParse(written).success).toBe(false);
});

test('an answer comes within a time, and not within an event', () => {
  expect(
    ['30 days', 'about 25 days', '10 business days'].every((text) => deadline.safeParse(text).success),
  ).toBe(true);
  expect(['session', 'at most 30 days', 'until asked'].some((text) => deadline.safeParse(text).success)).toBe(
    false,
  );
});

test('business days are counted from Monday to Friday', () => {
  expect(noticePeriod.parse('10 business days')).toBe('10 business days');
  expect(addPeriod('2026-11-27', '1 business day')).toBe('2026-11-30');
  expect(addPeriod('2026-11-23', '10 business days')).toBe('2026-12-07');
});

test.each([
  ['about 25 days', 'about 2 years', 'longer'],
  ['about 25 days', 'about 30 days', 'unknown'],
  ['about 25 days', '25 days', 'unknown'],
  ['at most 1 year', 'at most 2 years', 'longer'],
  ['at most 12 months', 'at most 1 year', 'same'],
  ['at most 1 year', '2 years', 'longer'],
  ['at most 2 years', '1 year', 'unknown'],
  ['30 to 90 days', '30 to 60 days', 'shorter'],
  ['30 to 90 days', '20 to 100 days', 'unknown'],
  ['30 to 90 days', '91 days', 'longer'],
  ['1 hour after last use', '2 hours after last use', 'longer'],
  ['1 hour', '2 hours after last use', 'longer'],
  ['1 hour after last use', '2 hours', 'unknown'],
  ['session or 20 hours', 'session or 10 hours', 'shorter'],
  ['session', 'session or 10 hours', 'unknown'],
  ['session', '10 minutes after last use', 'unknown'],
  ['10 minutes after last use', 'session', 'unknown'],
  ['13 months', '14 months (EEA); 24 months (UK)', 'unknown'],
  ['14 months (EEA); 24 months (UK)', '13 months', 'unknown'],
  ['5 business days', '10 business days', 'longer'],
  ['10 business days', '14 days', 'unknown'],
  ['persistent', '13 months', 'unknown'],
  ['until the game ends', '1 day', 'unknown'],
  ['13 months', '13 months (EEA); 24 months (elsewhere)', 'longer'],
  ['24 months', '13 months (EEA); 24 months (elsewhere)', 'shorter'],
  ['18 months', '13 months (EEA); 24 months (elsewhere)', 'unknown'],
  ['1 day (EEA); 2 days (elsewhere)', '2 days (elsewhere); 1 day (EEA)', 'same'],
  ['1 day (EEA); 2 days (elsewhere)', '1 day (EEA and UK); 2 days (elsewhere)', 'unknown'],
] as const)('%s and %s: %s', (before, after, comparison) => {
  expect(compareLengths(before, after)).toBe(comparison);
});

test('only what has one length has a number of days', () => {
  expect(daysIn('about 25 days')).toBe(25);
  expect(['at most 2 years', '30 to 90 days', 'until cleared', 'persistent'].map(daysIn)).toEqual(
    Array(4).fill(undefined),
  );
});

test('what is bent is the same as itself, and no other length for certain', () => {
  expect(comparePeriods('about 1 year', 'about 1 year')).toBe('same');
  expect(comparePeriods('about 1 year', '1 year')).toBe('unknown');
});

test('what nobody can measure is not said to last too long', () => {
  const within = (text: string) => lastsAtMost(text, 13);
  expect(['at most 13 months', '1 to 2 months', 'as long as needed', 'until 2027-03-31'].every(within)).toBe(
    true,
  );
  expect(['until deleted', '1 to 2 years', '1 year (EEA); 2 years (elsewhere)', ''].some(within)).toBe(false);
});

test('no longest is told beside what cannot be measured', () => {
  expect(longestOf(['1 year', '30 to 90 days'])).toBeUndefined();
  expect(longestOf(['1 year', 'persistent'])).toBeUndefined();
});

test('a text is read as one length where it is none of our forms', () => {
  expect(readLength('a (b); c')).toEqual([
    { length: { form: 'words', words: 'a (b); c' }, written: 'a (b); c' },
  ]);
});

test('tables, sentences and limits show what was written', () => {
  const { compiled, problems } = compileTexts({
    ...around,
    'shop/privacy.yaml': `kind: privacy-policy
title: Privacy
cookies:
  a: { name: a, expires: { EEA and UK: 13 months, elsewhere: 24 months } }
  b: { name: b, type: session-storage, expires: session or 20 hours }
  c: { name: c, expires: { words: as long as the game remembers you } }
retention:
  logs: { of: Logs, period: at most 90 days }
  mail: { of: Mail, period: { EEA: 1 year, elsewhere: 2 years }, from: after you close it }
requests: { answerWithin: { words: without undue delay } }
sections:
  - title: All
    content: ["We keep it {{ cookies.a.expires }}.", cookies: all, retention: all, requests: all]
`,
  });
  expect(problems.map(({ message }) => message)).toEqual([]);
  const [section] = compiled.get('shop/privacy')?.page?.sections ?? [];
  const text = JSON.stringify(section?.blocks);
  for (const said of [
    'We keep it 13 months (EEA and UK); 24 months (elsewhere).',
    '13 months (EEA and UK); 24 months (elsewhere)',
    'until you close the tab, or 20 hours',
    'as long as the game remembers you',
    'up to 90 days',
    '1 year (EEA); 2 years (elsewhere)',
    '"without undue delay"',
  ])
    expect(text).toContain(said);
});
