import { expect, test } from 'vitest';
import { type Problem, rules } from '../src/problem.ts';
import { missingRecords } from '../src/review/missing-records.ts';
import { openSources } from '../src/site/library.ts';
import { liveProblems } from '../src/versions/live-list.ts';
import { readVersionList } from '../src/versions/manifest.ts';
import { around, sourcesOf, type Texts } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { cookies, edit, publish, publishVersions } from './published-texts.ts';

// What a fault of a version says to do is done, word for word, and the fault is gone and leaves no other.

const working = 'shop/cookies.yaml';
const at = (name: string, slug = 'cookies') => `shop/history/${slug}/${name}.json`;
const said = (change: string) => `change: { ${change} }`;

/** A text of a day, with another word in it and more lines. */
const text = (date: string, word: string, ...lines: string[]) =>
  edit(cookies, ['updated: 2026-01-01', [`updated: ${date}`, ...lines].join('\n')], ['little', word]);

const one = publishVersions(cookies);
const second = text('2026-02-01', 'less', said('summary: Less.'));
const two = publishVersions(cookies, second);
const renamed = edit(text('2026-02-01', 'less', said('summary: Less., material: true')), [
  'title: Your choices',
  'title: How to refuse',
]);
const announced = text('2026-02-01', 'less', 'effective: 2026-06-01', said('summary: Less.'));
const waiting = publishVersions(cookies, announced);
const promising = edit(cookies, ['cookies:', 'notice: { period: 21 days }\ncookies:']);

const withText = (texts: Texts, own: string): Texts => ({ ...texts, [working]: own });
const change =
  (...changes: [string, string][]) =>
  (texts: Texts): Texts => ({ ...texts, [working]: edit(texts[working] ?? '', ...changes) });
const without = (texts: Texts, ...paths: string[]): Texts =>
  Object.fromEntries(Object.entries(texts).filter(([path]) => !paths.includes(path)));
const restore =
  (from: Texts, ...names: string[]) =>
  (texts: Texts): Texts => ({
    ...texts,
    ...Object.fromEntries(names.map((name) => [at(name), from[at(name)] ?? ''])),
  });

function problemsOf(texts: Texts, today: string): Problem[] {
  return openSources(sourcesOf(texts), { ...project, today }).problems;
}

type Case = {
  rule: string;
  texts: Texts;
  today?: string;
  /** What of the help is followed. */
  help: string;
  follow(texts: Texts): Texts;
};

const back = `${cookies}withdrawn: [{ version: 2026-02-01, because: Too soon. }]\n`;
const taken = publish(withText(waiting, back), '2026-03-01');
const ends = (on: string, more = '') => `${cookies}retired: { on: ${on}, because: It ends.${more} }\n`;
const other = (lines: string) => `${edit(cookies, ['Cookie policy', 'Privacy'])}${lines}`;
const beside = publish({ ...around, [working]: cookies, 'shop/privacy.yaml': other('') });
const longer = edit(text('2026-02-01', 'little', said('summary: Longer.')), ['13 months', '24 months']);
const ours = publish(withText(one, text('2026-02-01', 'less', said('summary: Less.'))), '2026-02-01');
const theirs = publish(withText(one, text('2026-02-02', 'more', said('summary: More.'))), '2026-02-02');

const cases: Case[] = [
  {
    rule: 'version/record',
    texts: { ...one, [at('2026-01-01')]: edit(one[at('2026-01-01')] ?? '', ['little', 'lots']) },
    help: 'Put the file back as it was committed.',
    follow: restore(one, '2026-01-01'),
  },
  {
    rule: 'version/record',
    texts: {
      ...without(one, working),
      'shop/storage.yaml': cookies,
      ...Object.fromEntries(['2026-01-01', 'head'].map((name) => [at(name, 'storage'), one[at(name)] ?? ''])),
    },
    help: 'If shop/storage was called shop/cookies before, say so in its file: `formerly: [cookies]`.',
    follow: (texts) => ({
      ...without(texts, at('2026-01-01'), at('head')),
      'shop/storage.yaml': `formerly: [cookies]\n${cookies}`,
    }),
  },
  {
    rule: 'version/chain',
    texts: without(two, at('2026-01-01')),
    help: 'restore the folder history/ as it was committed.',
    follow: restore(two, '2026-01-01'),
  },
  {
    rule: 'version/fork',
    texts: { ...theirs, [at('2026-02-01')]: ours[at('2026-02-01')] ?? '' },
    // That a release finds out which of the two goes is tested with repositories (sealed-again.test.ts).
    help: 'Put the text that is to hold into the file of the policy, give it a day of its own, and run `policybook release`',
    follow: (texts) =>
      publish(
        withText(without(texts, at('2026-02-01')), text('2026-02-03', 'both', said('summary: Both.'))),
        '2026-02-03',
      ),
  },
  {
    rule: 'version/head',
    texts: without(two, at('head')),
    help: 'run `policybook release`, which writes it again.',
    follow: (texts) => ({ ...texts, [at('head')]: two[at('head')] ?? '' }),
  },
  {
    rule: 'version/head',
    texts: withText(without(two, at('2026-02-01')), cookies),
    help: 'restore the folder history/ as it was committed.',
    follow: (texts) => withText(restore(two, '2026-02-01')(texts), second),
  },
  {
    rule: 'version/changed-text',
    texts: withText(one, edit(cookies, ['little', 'less'])),
    help: 'Give the new text a new date under `updated`',
    follow: change(['2026-01-01', `2026-02-01\n${said('summary: Less.')}`]),
  },
  {
    rule: 'version/changed-text',
    texts: withText(one, edit(cookies, ['little', 'less'])),
    help: 'or undo the change.',
    follow: change(['less', 'little']),
  },
  {
    rule: 'version/changed-text',
    texts: withText(one, edit(cookies, ['little', 'less'])),
    today: '2026-01-01',
    help: 'To correct it on the day it was published, write `corrects: 2026-01-01` under `change`.',
    follow: change(['cookies:', `${said('summary: A slip., corrects: 2026-01-01')}\ncookies:`]),
  },
  {
    rule: 'version/no-change',
    texts: withText(one, edit(cookies, ['2026-01-01', `2026-02-01\n${said('summary: None.')}`])),
    help: 'Set `updated` back to 2026-01-01. To say that the text is still true, set `reviewed`.',
    follow: change([`2026-02-01\n${said('summary: None.')}`, '2026-01-01\nreviewed: 2026-02-01']),
  },
  {
    rule: 'version/date-order',
    texts: withText(one, text('2025-12-01', 'less', said('summary: Less.'))),
    help: 'choose a later day.',
    follow: change(['2025-12-01', '2026-02-01']),
  },
  {
    rule: 'version/date-order',
    texts: withText(one, edit(cookies, ['updated: 2026-01-01\n', ''])),
    help: 'Add `updated:` with the date of this text.',
    follow: change(['cookies:', 'updated: 2026-01-01\ncookies:']),
  },
  {
    rule: 'version/anchor-lost',
    texts: withText(one, renamed),
    help: 'Add `your-choices` to `aliases` of the section that holds what took its place',
    follow: change(['title: How to refuse', 'title: How to refuse\n    aliases: [your-choices]']),
  },
  {
    rule: 'version/anchor-lost',
    texts: withText(beside, renamed),
    help: 'goes to `moved`, with the place: `your-choices: <policy>#your-choices`.',
    follow: change(['sections:', 'moved: { your-choices: privacy#your-choices }\nsections:']),
  },
  {
    rule: 'version/notice',
    texts: withText(
      publishVersions(promising),
      edit(
        promising,
        ['2026-01-01', `2026-02-01\n${said('summary: Less., material: true')}`],
        ['little', 'less'],
      ),
    ),
    today: '2026-02-01',
    help: 'Set `effective` to 2026-02-22 or a later day.',
    follow: change(['updated: 2026-02-01', 'updated: 2026-02-01\neffective: 2026-02-22']),
  },
  {
    rule: 'version/judgement',
    texts: withText(one, edit(longer, ['Longer.', 'Longer., material: false'])),
    help: 'Say under `change.because` why it does not matter to people',
    follow: change(['material: false', 'material: false, because: It was so before.']),
  },
  {
    rule: 'version/judgement',
    texts: withText(one, edit(longer, ['Longer.', 'Longer., material: false'])),
    help: 'Or set `material: true`.',
    follow: change(['material: false', 'material: true']),
  },
  {
    rule: 'version/change-unjudged',
    texts: withText(one, longer),
    help: 'Add `material: true` to `change`',
    follow: change(['Longer.', 'Longer., material: true']),
  },
  {
    rule: 'version/future',
    texts: withText(one, text('2062-01-01', 'less', said('summary: Less.'))),
    today: '2026-02-01',
    help: 'Set `updated` to the day of the text; the day from which it binds goes to `effective`.',
    follow: change(['updated: 2062-01-01', 'updated: 2026-02-01\neffective: 2062-01-01']),
  },
  {
    rule: 'version/future',
    texts: withText(
      publish(withText(one, text('2062-01-01', 'less', said('summary: Less.'))), '2026-02-01'),
      text('2026-02-02', 'more', said('summary: More.')),
    ),
    today: '2026-02-02',
    help: 'Where it is, take it back: `withdrawn: [{ version: 2062-01-01, because: … }]`.',
    follow: change(['sections:', 'withdrawn: [{ version: 2062-01-01, because: A slip. }]\nsections:']),
  },
  {
    rule: 'version/changed-act',
    texts: withText(taken, edit(back, ['Too soon', 'A whim'])),
    help: 'Put back what is sealed',
    follow: change(['A whim', 'Too soon']),
  },
  {
    rule: 'version/changed-act',
    texts: withText(publish(withText(one, ends('2027-01-01')), '2026-03-01'), cookies),
    help: 'Put back what is sealed',
    follow: (texts) => withText(texts, ends('2027-01-01')),
  },
  ...(['insteadOf', 'after'] as const).map((key) => ({
    rule: 'version/waiting',
    texts: withText(waiting, text('2026-03-01', 'bread', 'effective: 2026-07-01', said('summary: More.'))),
    today: '2026-03-01',
    help: `\`${key}: 2026-02-01\``,
    follow: change(['More.', `More., ${key}: 2026-02-01`]),
  })),
  {
    rule: 'version/unknown-version',
    texts: withText(one, text('2026-02-01', 'less', said('summary: Less., insteadOf: 2026-01-01'))),
    help: 'or leave the key out',
    follow: change([', insteadOf: 2026-01-01', '']),
  },
  {
    rule: 'version/unknown-version',
    texts: withText(one, text('2026-02-01', 'less', said('summary: Less., corrects: 2025-01-01'))),
    help: 'Name the version that the text corrects',
    follow: change(['corrects: 2025-01-01', 'corrects: 2026-01-01']),
  },
  {
    rule: 'version/unknown-version',
    texts: withText(one, `${cookies}withdrawn: [{ version: 2026-01-01, because: Gone. }]\n`),
    today: '2026-03-01',
    help: 'or end the policy with `retired`.',
    follow: (texts) => withText(texts, ends('2027-01-01')),
  },
  {
    rule: 'version/retroactive',
    texts: withText(one, second),
    today: '2026-03-01',
    help: 'say why under `change.retroactive`',
    follow: change(['Less.', 'Less., retroactive: A court said so.']),
  },
  {
    rule: 'version/retroactive',
    texts: withText(one, ends('2026-02-01')),
    today: '2026-03-01',
    help: 'Set `on` to the day on which you release it, 2026-03-01 or later.',
    follow: change(['2026-02-01', '2026-03-01']),
  },
  {
    rule: 'version/overtaken',
    texts: withText(
      waiting,
      text('2026-03-01', 'bread', 'effective: 2026-07-01', said('summary: More., insteadOf: 2026-02-01')),
    ),
    today: '2026-06-01',
    help: 'or leave `insteadOf` out',
    follow: change([', insteadOf: 2026-02-01', '']),
  },
  {
    rule: 'version/overtaken',
    texts: withText(waiting, back),
    today: '2026-06-01',
    help: 'Take the entry out. To change what is in force, publish another text',
    follow: (texts) => withText(texts, text('2026-06-01', 'bread', said('summary: Bread.'))),
  },
  {
    rule: 'version/overtaken',
    texts: withText(publish(withText(one, ends('2026-03-01')), '2026-02-01'), ends('2026-05-01')),
    today: '2026-04-01',
    help: 'Put back the day that is sealed.',
    follow: (texts) => withText(texts, ends('2026-03-01')),
  },
  {
    rule: 'version/second-text',
    texts: withText(one, text('2026-01-01', 'less', said('summary: A slip., corrects: 2026-01-01'))),
    today: '2026-01-02',
    help: 'Set `updated` to 2026-01-02 to give it a date of its own. What it corrects, `change.corrects` may go on saying.',
    follow: change(['updated: 2026-01-01', 'updated: 2026-01-02']),
  },
  {
    rule: 'version/instead',
    texts: withText(beside, ends('2027-01-01', ', instead: pravicy')),
    help: 'Did you mean `privacy`?',
    follow: change(['pravicy', 'privacy']),
  },
  {
    rule: 'version/instead',
    texts: withText(
      { ...beside, 'shop/privacy.yaml': other('retired: { on: 2027-01-01, because: It ends. }\n') },
      ends('2027-01-01', ', instead: privacy'),
    ),
    help: 'Leave `instead` out where no policy takes its place.',
    follow: change([', instead: privacy', '']),
  },
  {
    rule: 'version/instead-moved',
    texts: withText(
      {
        ...without(beside, 'shop/privacy.yaml'),
        'shop/protection.yaml': `formerly: [privacy]\n${other('')}`,
      },
      ends('2027-01-01', ', instead: privacy'),
    ),
    help: 'Write `instead: protection`.',
    follow: change(['instead: privacy', 'instead: protection']),
  },
  {
    rule: 'version/stale-change',
    texts: withText(two, text('2026-03-01', 'bread', said('summary: Less.'))),
    help: 'Say under `change.summary` what this version changes',
    follow: change(['Less.', 'More.']),
  },
  {
    rule: 'version/no-summary',
    texts: withText(one, text('2026-02-01', 'less')),
    help: 'Add `change: {summary: …}`',
    follow: change(['cookies:', `${said('summary: Less.')}\ncookies:`]),
  },
  {
    rule: 'version/missing-policy',
    texts: { ...without(one, working), 'shop/terms.yaml': other('') },
    help: 'put the file back. If it was renamed, say so in the file it has become: `formerly: [cookies]`.',
    follow: (texts) => withText(texts, cookies),
  },
];

// A text that is not released on its day is told to bind from its release; that is no fault of these.
const isFault = ({ rule, severity }: Problem) => severity !== 'info' || rule !== 'version/retroactive';

test.each(cases)('$rule: $help', ({ rule, texts, today = '2026-03-01', help, follow }) => {
  const found = problemsOf(texts, today).filter((problem) => problem.rule === rule);
  expect(found.map((problem) => problem.help ?? '').join('\n')).toContain(help);
  const left = problemsOf(follow(texts), today);
  expect(
    left.filter((problem) => problem.rule === rule && (rule === 'version/retroactive' || isFault(problem))),
  ).toEqual([]);
  expect(left.filter(({ severity }) => severity === 'error')).toEqual([]);
});

test('version/record-removed and version/rewritten: the file as it was is all that is asked for', () => {
  const before = sourcesOf(two);
  const told = (texts: Texts) => missingRecords(before, sourcesOf(texts), { ref: 'main' });
  const gone = told(without(two, at('2026-02-01')));
  expect(gone).toMatchObject([
    {
      rule: 'version/record-removed',
      help: expect.stringContaining(`git restore --source main -- policies/${at('2026-02-01')}`),
    },
  ]);
  const rewritten = told({ ...two, [at('2026-02-01')]: '{}\n' });
  expect(rewritten).toMatchObject([
    {
      rule: 'version/rewritten',
      help: expect.stringContaining(`git restore --source main -- policies/${at('2026-02-01')}`),
    },
  ]);
  expect(told(two)).toEqual([]);
});

test('version/live: with the record that is listed nothing is left to say', () => {
  const list = (...digests: [string, string][]) => {
    const versions = digests.map(([id, digest]) => ({ id, digest: digest.repeat(64) }));
    const read = readVersionList(
      JSON.stringify({
        format: 2,
        site: 'https://example.com/',
        policies: [{ product: 'shop', policy: 'cookies', versions }],
      }),
    );
    if (!read) throw new Error('The list cannot be read.');
    return read;
  };
  const live = list(['2026-01-01', 'a'], ['2026-02-01', 'b']);
  const compare = (next: typeof live) => liveProblems(live, next, { source: 'it', fileOf: () => 'dist' });
  expect(compare(list(['2026-01-01', 'a']))[0]?.help).toContain(
    'work from policies that have its record in history/.',
  );
  expect(compare(list(['2026-01-01', 'a'], ['2026-02-01', 'c']))[0]?.help).toContain(
    'put back the one that is published.',
  );
  expect(compare(live)).toEqual([]);
});

test('follows the help of every fault of a version', () => {
  // That there is something to check is tested with the command (verify.test.ts).
  const elsewhere = ['version/record-removed', 'version/rewritten', 'version/live', 'version/none'];
  const all = Object.keys(rules).filter((rule) => rule.startsWith('version/'));
  expect([...new Set([...cases.map(({ rule }) => rule), ...elsewhere])].sort()).toEqual(all.sort());
});
