import { expect, test } from 'vitest';
import type { Problem } from '../src/problem.ts';
import { openSources, stopsBuild } from '../src/site/library.ts';
import { dayBefore } from '../src/time/day.ts';
import { sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { cookies, edit, publish, publishVersions } from './published-texts.ts';

// What a day tells of a text beside those that are published: each fault, and that its help leads out of it.

const working = 'shop/cookies.yaml';

function faults(texts: Texts, today: string): Problem[] {
  return [...openSources(sourcesOf(texts), { ...project, today }).problems];
}

const standingOf = (texts: Texts, today: string) =>
  openSources(sourcesOf(texts), { ...project, today })
    .standings.get('shop/cookies')
    ?.versions.map(({ status }) => status);
const told = (problems: readonly Problem[]) => problems.map(({ rule, message }) => [rule, message]);

/** The text of a version: its date, a word that makes it another, and more lines. */
function version(date: string, word: string, lines: string): string {
  return edit(cookies, ['updated: 2026-01-01', `updated: ${date}\n${lines}`], ['little', word]);
}

const announced = version('2026-08-12', 'less', 'effective: 2026-09-11\nchange: { summary: Less. }');
const waiting = publishVersions(cookies, announced);
const next = (date: string, effective: string, change: string): Texts => ({
  ...waiting,
  [working]: version(date, 'a little', `effective: ${effective}\nchange: { summary: A little.${change} }`),
});

test.each(['none', 'error', 'warning'])('refuses a day in the future with `stop: %s`', (stop) => {
  const texts = {
    ...publishVersions(cookies),
    [working]: version('2062-01-01', 'less', 'change: { summary: A. }'),
  };
  const [problem, ...others] = faults(texts, '2026-08-12');
  expect(others).toEqual([]);
  expect(problem).toMatchObject({
    rule: 'version/future',
    message: 'Unexpected `updated: 2062-01-01`, expected today, 2026-08-12, or a day before it.',
    place: { file: 'policies/shop/cookies.yaml', line: 3, column: 10 },
  });
  const site = { name: '', url: '', languages: ['en'], stop: stop as 'none' };
  expect(problem && stopsBuild(problem, site)).toBe(true);
  expect(
    faults({ ...texts, [working]: edit(texts[working] ?? '', ['2062-01-01', '2026-08-12']) }, '2026-08-12'),
  ).toEqual([]);
});

test('asks what becomes of a version that waits, and takes each answer', () => {
  expect(told(faults(next('2026-08-13', '2026-09-15', ''), '2026-08-13'))).toEqual([
    [
      'version/waiting',
      'Unexpected new version 2026-08-13 while 2026-08-12 waits for 2026-09-11, expected `change` to say which of the two is meant.',
    ],
  ]);
  for (const answer of ['insteadOf', 'after', 'corrects'])
    expect(faults(next('2026-08-13', '2026-09-15', `, ${answer}: 2026-08-12`), '2026-08-13')).toEqual([]);
});

test('tells of two published versions that wait, until the first binds or is taken back', () => {
  const both = publish(next('2026-08-13', '2026-09-15', ', after: 2026-08-12'));
  const on = (today: string, change: string) =>
    faults({ ...both, ...next('2026-08-13', '2026-09-15', change) }, today)
      .filter(({ rule }) => rule === 'version/waiting')
      .map(({ severity, message }) => [severity, message]);
  expect(on('2026-08-20', ', after: 2026-08-12')).toEqual([]);
  expect(on('2026-08-20', '')).toEqual([
    [
      'info',
      'Two versions wait, and 2026-08-13 does not say what becomes of 2026-08-12: as it is, 2026-08-12 binds from 2026-09-11, and 2026-08-13 follows it on 2026-09-15.',
    ],
  ]);
  expect(on('2026-08-20', ' }\nwithdrawn: [{ version: 2026-08-12, because: Later.')).toEqual([]);
  expect(on('2026-09-11', '')).toEqual([]);
});

test('asks nothing of it once it binds, or where it is taken back', () => {
  expect(faults(next('2026-09-11', '2026-09-15', ''), '2026-09-11')).toEqual([]);
  const taken = next(
    '2026-08-13',
    '2026-09-15',
    ' }\nwithdrawn: [{ version: 2026-08-12, because: Too early. }]\nnotice: { text: None.',
  );
  expect(faults(taken, '2026-08-13')).toEqual([]);
});

test.each([
  [
    'a version that there is not',
    ', insteadOf: 2026-08-11',
    '2026-08-13',
    'Unexpected `insteadOf: 2026-08-11`, expected a version that is announced: 2026-08-12.',
  ],
  [
    'the version in force',
    ', after: 2026-01-01',
    '2026-08-13',
    'Unexpected `after: 2026-01-01`, which binds since 2026-01-01, expected a version that is announced: 2026-08-12.',
  ],
  [
    'a correction of what there is not',
    ', corrects: 2026-08-11',
    '2026-08-13',
    'Unexpected `corrects: 2026-08-11`, expected a version that is published: 2026-01-01, 2026-08-12.',
  ],
])('refuses to name %s', (_, change, today, message) => {
  const problems = faults(next('2026-08-13', '2026-09-15', change), today);
  expect(problems.find(({ rule }) => rule === 'version/unknown-version')).toMatchObject({
    severity: 'error',
    message,
  });
});

const withdrawing = (id: string) => ({
  ...waiting,
  [working]: edit(announced, ['change:', `withdrawn: [{ version: ${id}, because: Too early. }]\nchange:`]),
});
const back = {
  ...waiting,
  [working]: `${cookies}withdrawn: [{ version: 2026-08-12, because: Too early. }]\n`,
};

test('tells of a record that cannot be read, and not that what the text names is no version', () => {
  const record = 'shop/history/cookies/2026-08-12.json';
  const cut = { ...withdrawing('2026-08-12'), [record]: (waiting[record] ?? '').slice(0, 100) };
  expect(told(faults(cut, '2026-08-13'))).toEqual([
    ['version/record', 'Unexpected end in the middle of its text; expected the record as it was sealed.'],
  ]);
});

test('takes back only what does not bind yet', () => {
  expect(faults(withdrawing('2026-08-12'), '2026-08-13')).toEqual([]);
  expect(faults(withdrawing('2026-01-01'), '2026-08-13')).toMatchObject([
    {
      rule: 'version/unknown-version',
      message:
        'Unexpected `withdrawn.version: 2026-01-01`, which binds since 2026-01-01, expected a version that is announced: 2026-08-12.',
      help: 'Only a version that does not bind yet can be taken back: publish another text, or end the policy with `retired`.',
      place: { line: 5 },
    },
  ]);
});

test('refuses to replace or take back what took effect before the text was written', () => {
  const texts = next('2026-09-11', '2026-09-15', ', insteadOf: 2026-08-12');
  expect(told(faults(texts, '2026-09-12'))).toEqual([
    [
      'version/unknown-version',
      'Unexpected `insteadOf: 2026-08-12`, which binds since 2026-09-11, expected a version that is announced, and none is.',
    ],
  ]);
  const helped = edit(texts[working] ?? '', [', insteadOf: 2026-08-12', '']);
  expect(faults({ ...texts, [working]: helped }, '2026-09-11')).toEqual([]);
});

// Each of these is without a fault on the day it is written; nobody releases it.
test.each([
  [
    'the place of a version that has taken effect since',
    next('2026-08-13', '2026-09-15', ', insteadOf: 2026-08-12'),
    '2026-09-11',
    [
      'version/overtaken',
      'The version of 2026-08-12 took effect on 2026-09-11, before this text was released: this text will follow it, and does not take its place before its day.',
    ],
  ],
  [
    'a version after one that has taken effect since',
    next('2026-08-13', '2026-09-15', ', after: 2026-08-12'),
    '2026-09-11',
    undefined,
  ],
  [
    'the withdrawal of a version that has taken effect since',
    back,
    '2026-09-11',
    [
      'version/overtaken',
      'The version of 2026-08-12 took effect on 2026-09-11, before its withdrawal was released: no release takes it back.',
    ],
  ],
  [
    'a second text of a day',
    {
      ...publishVersions(cookies),
      [working]: version('2026-01-01', 'less', 'change: { summary: A slip., corrects: 2026-01-01 }'),
    },
    '2026-01-02',
    [
      'version/second-text',
      'The second text of 2026-01-01, 2026-01-01.2, was not released on that day: it will be dated 2026-01-01 and published on the day of its release, from which it binds at the earliest.',
    ],
  ],
  [
    'the end of a policy',
    { ...publishVersions(cookies), [working]: `${cookies}retired: { on: 2026-10-01, because: It ends. }\n` },
    '2026-10-02',
    [
      'version/retroactive',
      'The file says that the policy ends on 2026-10-01, and on 2026-10-02 that is not published: it will end on the day of its release.',
    ],
  ],
])('tells of %s, and nothing stops', (_, texts, day, note) => {
  expect(told(faults(texts, dayBefore(day)))).toEqual([]);
  expect(told(faults(texts, day))).toEqual(note ? [note] : []);
  for (const later of [day, '2030-01-01'])
    expect(faults(texts, later).filter(({ severity }) => severity !== 'info')).toEqual([]);
});

const ending = (on: string, more = '') => `${cookies}retired: { on: ${on}, because: It ends.${more} }\n`;
const ended = publish({ ...publishVersions(cookies), [working]: ending('2026-10-01') }, '2026-09-01');

test('keeps what is sealed of a withdrawal and of an end, and takes what is added', () => {
  const taken = publish(back, '2026-08-20');
  expect(faults(taken, '2026-12-01')).toEqual([]);
  const other = { ...taken, [working]: edit(back[working], ['Too early', 'A whim']) };
  expect(faults(other, '2026-08-21')).toMatchObject([
    {
      rule: 'version/changed-act',
      message:
        'Unexpected other reason for taking 2026-08-12 back, expected the one that was published on 2026-08-20: Too early.',
      help: 'Put back what is sealed; or run `policybook release`, which seals it again where it is not published yet.',
      place: { line: 12 },
    },
  ]);
  expect(faults({ ...taken, [working]: cookies }, '2026-08-21')).toEqual([]);
  expect(told(faults({ ...ended, [working]: cookies }, '2026-09-02'))).toEqual([
    [
      'version/changed-act',
      'Unexpected absence of `retired`, expected the end of the policy that was published on 2026-09-01: it ends on 2026-10-01.',
    ],
  ]);
});

test('moves an end that is to come, and none that has been', () => {
  const moved = { ...ended, [working]: ending('2026-11-01') };
  expect(faults(moved, '2026-09-30')).toEqual([]);
  const released = publish(moved, '2026-09-30');
  expect(standingOf(released, '2026-10-31')).toEqual(['in-force']);
  expect(standingOf(released, '2026-11-01')).toEqual(['ended']);
  expect(faults(moved, '2026-10-01')).toMatchObject([
    {
      rule: 'version/overtaken',
      severity: 'info',
      message:
        'The policy ended on 2026-10-01, before another day was released: no release gives its end another one.',
    },
  ]);
  expect(publish(moved, '2026-10-01')).toEqual(moved);
});

test('says a word more of an end without moving it', () => {
  const said = publish({ ...ended, [working]: ending('2026-10-01', ' It is done.') }, '2026-10-20');
  expect(Object.keys(said)).toContain('shop/history/cookies/2026-10-20.retirement.json');
  expect(standingOf(said, '2026-10-01')).toEqual(['ended']);
  expect(publish(said, '2026-10-21')).toEqual(said);
});

test('tells that a text published late binds from its release, with both days, unless it says why', () => {
  const late = (change: string) => ({
    ...publishVersions(cookies),
    [working]: version('2026-04-01', 'less', `change: { summary: Less.${change} }`),
  });
  expect(faults(late(''), '2026-09-09')).toMatchObject([
    {
      rule: 'version/retroactive',
      severity: 'info',
      message:
        'The text of 2026-04-01 has no `effective` and would bind from 2026-04-01; on 2026-09-09 it is not published: it will bind from the day of its release.',
    },
  ]);
  const stated = late('');
  stated[working] = `effective: 2026-04-01\n${stated[working]}`;
  expect(faults(stated, '2026-09-09')[0]?.message).toMatch(
    /^The text of 2026-04-01 says that it binds from 2026-04-01, and on 2026-09-09 it is not/,
  );
  expect(faults(late(', retroactive: A court said so.'), '2026-09-09')).toEqual([]);
  expect(faults(late(''), '2026-04-01')).toEqual([]);
});

test('lets a version that takes the place of another bind earlier or later, but not before one that stays', () => {
  for (const effective of ['2026-08-13', '2026-09-10', '2026-12-01'])
    expect(faults(next('2026-08-13', effective, ', insteadOf: 2026-08-12'), '2026-08-13')).toEqual([]);
  expect(told(faults(next('2026-08-13', '2026-09-10', ', after: 2026-08-12'), '2026-08-13'))).toEqual([
    [
      'version/date-order',
      'Unexpected `effective: 2026-09-10`, expected a day on or after that of the last published version, 2026-09-11.',
    ],
  ]);
  const second = next('2026-08-13', '2026-10-01', ', after: 2026-08-12')[working] ?? '';
  const third = (effective: string) => ({
    ...publishVersions(cookies, announced, second),
    [working]: version(
      '2026-08-14',
      'some things',
      `effective: ${effective}\nchange: { summary: Some things., insteadOf: 2026-08-13 }`,
    ),
  });
  expect(faults(third('2026-09-20'), '2026-08-14')).toEqual([]);
  expect(told(faults(third('2026-09-10'), '2026-08-14')).map(([rule]) => rule)).toEqual([
    'version/date-order',
  ]);
});

test('judges a version that takes the place of another by what was in force before', () => {
  const longer = edit(
    version('2026-08-12', 'less', 'effective: 2026-09-11\nchange: { summary: Longer., material: true }'),
    ['13 months', '24 months'],
  );
  const postponed = edit(
    longer,
    ['2026-08-12', '2026-08-13'],
    ['2026-09-11', '2026-10-11'],
    ['material: true', 'insteadOf: 2026-08-12'],
  );
  const texts = { ...publishVersions(cookies, longer), [working]: postponed };
  expect(faults(texts, '2026-08-13')).toMatchObject([
    {
      rule: 'version/change-unjudged',
      message: expect.stringContaining('now kept for 24 months. It was 13 months.'),
    },
  ]);
  const judged = edit(postponed, ['insteadOf', 'material: true, insteadOf']);
  expect(faults({ ...texts, [working]: judged }, '2026-08-13')).toEqual([]);
});
