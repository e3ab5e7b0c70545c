import { expect, test } from 'vitest';
import { compileTexts } from './compile-texts.ts';
import { cookies, edit, publishVersions } from './published-texts.ts';

const published = publishVersions(cookies);

/** The problems of a new version, made by an edit and the words of its `change`. */
function problemsOf(change: string, ...edits: [string, string][]) {
  const text = edit(cookies, ['updated: 2026-01-01', `updated: 2026-02-01\n${change}`], ...edits);
  return compileTexts({ ...published, 'shop/cookies.yaml': text }).problems;
}

const longer: [string, string] = ['13 months', '24 months'];
const unimportant = 'change: { summary: A detail., material: false }';

test('asks for a reason where a change is judged less than its facts propose', () => {
  expect(problemsOf(unimportant, longer)).toMatchObject([
    {
      rule: 'version/judgement',
      severity: 'error',
      message: expect.stringContaining('_ga is kept 11 months longer'),
      place: { line: 4, column: 41 },
      help: expect.stringContaining('change.because'),
    },
  ]);
});

test('takes the judgement with a reason', () => {
  const reasoned = 'change: { summary: A detail., material: false, because: It was never set. }';
  expect(problemsOf(reasoned, longer)).toEqual([]);
});

test.each([
  ['is judged important', 'change: { summary: A detail., material: true }', longer],
  ['is not judged at all', 'change: { summary: A detail. }', longer],
  ['is small in its facts too', unimportant, ['We store little.', 'We store littles.']],
] as [string, string, [string, string]][])('says nothing of a change that %s', (_, change, made) => {
  expect(problemsOf(change, made)).toEqual([]);
});
