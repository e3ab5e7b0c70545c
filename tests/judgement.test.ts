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
      message: expect.stringContaining('_ga is now kept for 24 months'),
      place: { line: 4, column: 41 },
      help: expect.stringContaining('change.because'),
    },
  ]);
});

test('asks for a judgement where the facts propose that a change matters, and lists them', () => {
  const [problem, ...others] = problemsOf('change: { summary: A detail. }', longer, ['session', '1 day']);
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    rule: 'version/change-unjudged',
    severity: 'error',
    message:
      'Unexpected new version that nobody has judged, expected `change.material`: _ga is now kept for 24 months. It was 13 months. sid is now kept for 1 day. It was until you close the browser.',
    place: { line: 3, column: 10 },
  });
});

test.each([
  'material: true',
  'material: false, because: It was never set.',
])('takes the judgement that is asked for: %s', (judged) =>
  expect(problemsOf(`change: { summary: A detail., ${judged} }`, longer)).toEqual([]));

test('warns of a new version that does not say what it changes', () => {
  expect(problemsOf('', ['little', 'a little'])).toMatchObject([
    { rule: 'version/no-summary', severity: 'warning', place: { line: 3, column: 10 } },
  ]);
});

test('refuses what the last version said of itself for the next, and takes other words', () => {
  const said = 'change: { summary: Only an apostrophe., material: false, because: It is one. }';
  const first = edit(cookies, ['updated: 2026-01-01', `updated: 2026-02-01\n${said}`], ['little', 'less']);
  const published = publishVersions(cookies, first);
  const next = edit(first, ['2026-02-01', '2026-03-01'], longer);
  const rules = (text: string) =>
    compileTexts({ ...published, 'shop/cookies.yaml': text }).problems.map(({ rule, place }) => [
      rule,
      place.line,
    ]);
  expect(rules(next)).toEqual([['version/stale-change', 4]]);
  // The day people were told of the last version does not make it another block.
  expect(rules(edit(next, ['It is one. }', 'It is one., notified: 2026-02-02 }']))).toEqual([
    ['version/stale-change', 4],
  ]);
  expect(rules(edit(next, ['Only an apostrophe.', 'Kept longer.']))).toEqual([]);
});

test('takes the judgement with a reason', () => {
  const reasoned = 'change: { summary: A detail., material: false, because: It was never set. }';
  expect(problemsOf(reasoned, longer)).toEqual([]);
});

test.each([
  ['is judged important', 'change: { summary: A detail., material: true }', longer],
  ['is small in its facts too', unimportant, ['We store little.', 'We store littles.']],
] as [string, string, [string, string]][])('says nothing of a change that %s', (_, change, made) => {
  expect(problemsOf(change, made)).toEqual([]);
});
