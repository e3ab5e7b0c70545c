import { expect, test } from 'vitest';
import { report } from '../src/reports/report.ts';
import { changedFields } from '../src/versions/published.ts';
import { readRecord, writeRecord } from '../src/versions/record.ts';
import type { VersionRecord } from '../src/versions/record-formats.ts';
import { around, compileTexts, type Texts } from './compile-texts.ts';
import { cookies, edit, publish, publishVersions, sealRecord, unsaid } from './published-texts.ts';

/** The report a person gets, without the lines of the source. */
function reportOf(texts: Texts): string {
  const problems = compileTexts(texts).problems.filter(({ rule }) => !unsaid.has(rule));
  return report(problems, 'pretty', { sourceOf: () => undefined });
}

const second = edit(cookies, ['2026-01-01', '2026-02-01'], ['We store little.', 'We store less.']);
const third = edit(second, ['2026-02-01', '2026-03-01'], ['We store less.', 'We store nothing much.']);
const working = 'shop/cookies.yaml';
const recordOf = (date: string) => `shop/history/cookies/${date}.json`;

const published = publishVersions(cookies);
const threeTimes = publishVersions(cookies, second, third);

/** The problems of an edit of a text that is published. */
function afterEdit(...changes: [string, string][]): string {
  return reportOf({ ...published, [working]: edit(cookies, ...changes) });
}

function without(texts: Texts, ...paths: string[]): Texts {
  return Object.fromEntries(Object.entries(texts).filter(([path]) => !paths.includes(path)));
}

function parsed(text: string | undefined): VersionRecord {
  const result = readRecord(text ?? '');
  if ('fault' in result) throw new Error(result.fault);
  return result.record;
}

const nothing = 'No problems found.\n';

test('finds no problem in a text as it is published', () => {
  expect(reportOf(published)).toBe(nothing);
  expect(reportOf(threeTimes)).toBe(nothing);
});

test('reports text changed under a published date, and names the field', () => {
  expect(afterEdit(['We store little.', 'We store a lot.'])).toMatchInlineSnapshot(`
    "error Unexpected change of \`sections.what-we-store.content.0.text\`, expected the text published on 2026-01-01. version/changed-text
      policies/shop/cookies.yaml:9:15
      policies/shop/history/cookies/2026-01-01.json:1:1 The published text of shop/cookies.
      Next: Give the new text a new date under \`updated\`, or undo the change. To correct it on the day it was published, write \`corrects: 2026-01-01\` under \`change\`. Where it is not published yet, \`policybook release\` seals it again.

    1 error in 1 file.
    "
  `);
});

test.each([
  ['title', ['title: Cookie policy', 'title: Cookies'], '`title`'],
  ['a fact', ['13 months', '14 months'], '`cookies.ga.expires`'],
  ['a fact more', ['expires: session', 'expires: session, party: third'], '`cookies.sid.party`'],
  ['the day it binds', ['updated: 2026-01-01', 'updated: 2026-01-01\neffective: 2026-01-02'], '`effective`'],
  ['what it says of the change', ['cookies:', 'change: { summary: New. }\ncookies:'], '`change`'],
  [
    'the title of a section',
    ['title: Your choices', 'title: Choices'],
    '`sections.choices.id`, `sections.choices.title`',
  ],
  [
    'the order of cookies',
    [
      '  ga: { name: _ga, expires: 13 months }\n  sid: { name: sid, expires: session }',
      '  sid: { name: sid, expires: session }\n  ga: { name: _ga, expires: 13 months }',
    ],
    '`cookies.sid',
  ],
] as const)('reports %s changed under a published date', (_name, [from, to], field) => {
  const { problems } = compileTexts({ ...published, [working]: edit(cookies, [from, to]) });
  expect(problems.map(({ rule }) => rule)).toEqual(['version/changed-text']);
  expect(problems[0]?.message).toContain(`Unexpected change of ${field}`);
});

test.each<[what: string, changes: [string, string][], places: string[]]>([
  ['a text', [['We store little.', 'We store a lot.']], ['We store a lot.']],
  ['one of two texts more', [['little.,', 'little., And less.,']], ['And less.']],
  ['a text that is gone', [['We store little., ', '']], ['[{ cookies: all }]']],
  ['a fact', [['13 months', '14 months']], ['14 months']],
  [
    'a cookie more',
    [['  sid:', '  b: { name: b, expires: 1 day }\n  sid:']],
    ['{ name: b, expires: 1 day }'],
  ],
  [
    'two texts',
    [
      ['We store little.', 'We store a lot.'],
      ['You can refuse.', 'You cannot refuse.'],
    ],
    ['We store a lot.', 'You cannot refuse.'],
  ],
])('leads to %s that was changed under a published date', (_what, changes, places) => {
  const text = edit(cookies, ...changes);
  const [problem] = compileTexts({ ...published, [working]: text }).problems;
  const found = [problem, ...(problem?.related ?? []).slice(0, -1)].flatMap((one) => one?.place ?? []);
  const lines = text.split('\n');
  expect(
    found.map(({ line, column, endColumn }) => lines[line - 1]?.slice(column - 1, endColumn - 1)),
  ).toEqual(places);
});

// Once a cookie on any domain was third-party where the product names none of its own.
test('takes a party that was worked out for want of domains, and is no longer, for no change', () => {
  const placed = edit(cookies, ['{ name: _ga,', '{ name: _ga, domain: cdn.example, party: third,']);
  const unsaidNow = edit(placed, [' party: third,', '']);
  expect(reportOf({ ...publishVersions(placed), [working]: unsaidNow })).toBe(nothing);
  const first = edit(placed, ['party: third', 'party: first']);
  expect(reportOf({ ...publishVersions(placed), [working]: first })).toContain('version/changed-text');
});

test('names four fields of a text with more changes', () => {
  const changes: [string, string][] = [
    ['title: Cookie policy', 'title: Cookies'],
    ['cookies:', 'kicker: Shop\nlead: All of it.\nnumbering: decimal\ncookies:'],
    ['little', 'less'],
  ];
  expect(compileTexts({ ...published, [working]: edit(cookies, ...changes) }).problems[0]?.message).toBe(
    'Unexpected change of `title`, `kicker`, `lead`, `numbering` and more, expected the text published on 2026-01-01.',
  );
});

test('takes a change of the day of review for no change', () => {
  expect(afterEdit(['cookies:', 'reviewed: 2026-05-05\ncookies:'])).toBe(nothing);
});

test('takes the day people were told, added later, for no change, and a second day for one', () => {
  const announced = edit(second, ['updated: 2026-02-01', 'updated: 2026-02-01\nchange: { summary: Less. }']);
  const texts = publishVersions(cookies, announced);
  const told = (text: string, day: string) =>
    edit(text, ['summary: Less.', `summary: Less., notified: ${day}`]);
  expect(reportOf({ ...texts, [working]: told(announced, '2026-02-03') })).toBe(nothing);
  const sealed = publishVersions(cookies, told(announced, '2026-02-01'));
  const again = { ...sealed, [working]: told(announced, '2026-02-02') };
  expect(reportOf(again)).toContain('Unexpected change of `change.notified`');
});

test('takes another order of keys, other quotes and comments for no change', () => {
  const turned = `# Checked.
sections:
  - content: ["We store little.", { cookies: all }]
    title: 'What we store'
  - content:
      - >-
        You can
        refuse.
    title: Your choices
cookies:
  ga: { expires: 13 months, name: _ga }
  sid: { expires: session, name: sid }
updated: 2026-01-01
effective: 2026-01-01
title: Cookie policy
kind: cookie-policy
`;
  expect(reportOf({ ...published, [working]: turned })).toBe(nothing);
});

test('reports a new date without a change', () => {
  expect(afterEdit(['2026-01-01', '2026-02-01'])).toMatchInlineSnapshot(`
    "error Unexpected new date 2026-02-01, expected a change of the text published on 2026-01-01. version/no-change
      policies/shop/cookies.yaml:3:10
      Next: Set \`updated\` back to 2026-01-01. To say that the text is still true, set \`reviewed\`.

    1 error in 1 file.
    "
  `);
});

test('takes a summary alone for no change', () => {
  for (const more of ['change: { summary: New. }', 'effective: 2026-02-01'])
    expect(afterEdit(['updated: 2026-01-01', `updated: 2026-02-01\n${more}`])).toContain('version/no-change');
});

test('takes another day from which the text binds for a change', () => {
  expect(afterEdit(['updated: 2026-01-01', 'updated: 2026-02-01\neffective: 2026-03-01'])).toBe(nothing);
});

test('takes a new text with a new date as proposed', () => {
  const texts = { ...published, [working]: second };
  expect(reportOf(texts)).toBe(nothing);
  const [entry] = compileTexts(texts).products[0]?.policies ?? [];
  expect(entry?.versions.map(({ date, isProposed }) => [date, isProposed])).toEqual([
    ['2026-01-01', false],
    ['2026-02-01', true],
  ]);
});

test('reports a date before that of the last version', () => {
  expect(afterEdit(['2026-01-01', '2025-12-31'], ['little', 'less'])).toMatchInlineSnapshot(`
    "error Unexpected \`updated: 2025-12-31\`, expected a day after that of the last published version, 2026-01-01. version/date-order
      policies/shop/cookies.yaml:3:10
      Next: A published version stays where it is in time: choose a later day.

    1 error in 1 file.
    "
  `);
});

test('reports a version that binds before the last one does', () => {
  const later = edit(cookies, ['updated: 2026-01-01', 'updated: 2026-01-01\neffective: 2026-06-01']);
  const sooner = edit(second, ['updated: 2026-02-01', 'updated: 2026-02-01\neffective: 2026-05-31']);
  expect(reportOf({ ...publishVersions(later), [working]: sooner })).toMatchInlineSnapshot(`
    "error Unexpected \`effective: 2026-05-31\`, expected a day on or after that of the last published version, 2026-06-01. version/date-order
      policies/shop/cookies.yaml:4:12
      Next: A published version stays where it is in time: choose a later day.

    1 error in 1 file.
    "
  `);
  const same = edit(sooner, ['05-31', '06-01']);
  expect(reportOf({ ...publishVersions(later), [working]: same })).toBe(nothing);
});

test('reports a policy that has lost its date', () => {
  expect(afterEdit(['updated: 2026-01-01\n', ''])).toMatchInlineSnapshot(`
    "error Unexpected policy without \`updated\`, expected a date: versions of it are published. version/date-order
      policies/shop/cookies.yaml:1:1
      Next: Add \`updated:\` with the date of this text.

    1 error in 1 file.
    "
  `);
});

test('reports a record that was edited, and nothing of the text beside it', () => {
  const record = edit(published[recordOf('2026-01-01')] ?? '', ['little', 'lots']);
  expect(reportOf({ ...published, [recordOf('2026-01-01')]: record })).toMatchInlineSnapshot(`
    "error Unexpected content: its digest is 7353083a3f0b6672…, the record says 1136b040182969a1…; expected the record as it was sealed. version/record
      policies/shop/history/cookies/2026-01-01.json:1:1
      Next: Published versions never change. Put the file back as it was committed.

    1 error in 1 file.
    "
  `);
});

test('reports every record that was edited', () => {
  const edited = Object.entries(threeTimes).map(([path, text]) => [
    path,
    text.replace('We store', 'We keep'),
  ]);
  const texts = { ...Object.fromEntries(edited), [working]: third };
  expect(compileTexts(texts).problems.map(({ rule, place }) => `${rule} ${place.file}`)).toEqual([
    'version/record policies/shop/history/cookies/2026-01-01.json',
    'version/record policies/shop/history/cookies/2026-02-01.json',
    'version/record policies/shop/history/cookies/2026-03-01.json',
  ]);
});

test('reports edited records of a policy that has a fault too', () => {
  const edited = Object.entries(threeTimes).map(([path, text]) => [
    path,
    text.replace('We store', 'We keep'),
  ]);
  const texts = { ...Object.fromEntries(edited), [working]: edit(third, ['updated: 2026-03-01\n', '']) };
  const broken = { ...texts, [working]: edit(third, ['kind: cookie-policy', 'kind: biscuits']) };
  expect(compileTexts(broken).problems.map(({ rule }) => rule)).toEqual([
    'schema/value',
    'version/record',
    'version/record',
    'version/record',
  ]);
});

test('reports a record with a byte order mark before it', () => {
  const record = `\ufeff${published[recordOf('2026-01-01')]}`;
  const { problems } = compileTexts({ ...published, [recordOf('2026-01-01')]: record });
  expect(problems.map(({ rule }) => rule)).toEqual(['version/record']);
});

test('reports a record under another date', () => {
  const record = published[recordOf('2026-01-01')] ?? '';
  const texts = without(published, recordOf('2026-01-01'));
  expect(reportOf({ ...texts, [recordOf('2025-06-01')]: record })).toMatchInlineSnapshot(`
    "error Unexpected name of the record of 2026-01-01, expected 2026-01-01.json. version/record
      policies/shop/history/cookies/2025-06-01.json:1:1
      Next: Rename the file to 2026-01-01.json.

    1 error in 1 file.
    "
  `);
});

test('reports the record of another policy', () => {
  const both = publish({ ...around, [working]: cookies, 'shop/terms.yaml': cookies });
  const record = both['shop/history/terms/2026-01-01.json'] ?? '';
  expect(reportOf({ ...both, [recordOf('2026-01-01')]: record })).toMatchInlineSnapshot(`
    "error Unexpected record of shop/terms, expected one of shop/cookies. version/record
      policies/shop/history/cookies/2026-01-01.json:1:1
      Next: Put the file back where it was committed. If shop/cookies was called shop/terms before, say so in its file: \`formerly: [terms]\`.

    1 error in 1 file.
    "
  `);
});

test('reports that a record in the middle is missing', () => {
  expect(reportOf(without(threeTimes, recordOf('2026-02-01')))).toMatchInlineSnapshot(`
    "error Unexpected record that follows one with the digest 43a848c2265bfe4d…, expected that one beside it: the chain breaks off after 2026-01-01.json. version/chain
      policies/shop/history/cookies/2026-03-01.json:1:1
      Next: The record before it is missing or was replaced: restore the folder history/ as it was committed.

    1 error in 1 file.
    "
  `);
});

test('reports that the first record is missing', () => {
  expect(reportOf(without(threeTimes, recordOf('2026-01-01')))).toMatchInlineSnapshot(`
    "error Unexpected record that follows one with the digest 1136b040182969a1…, expected that one beside it. version/chain
      policies/shop/history/cookies/2026-02-01.json:1:1
      Next: The record before it is missing or was replaced: restore the folder history/ as it was committed.

    1 error in 1 file.
    "
  `);
});

test('reports that all records but the last are missing', () => {
  const texts = without(threeTimes, recordOf('2026-01-01'), recordOf('2026-02-01'));
  expect(compileTexts(texts).problems.map(({ rule }) => rule)).toEqual(['version/chain']);
});

test('reports a last record that was replaced by another text', () => {
  const old = parsed(threeTimes[recordOf('2026-03-01')]);
  const { policy } =
    compileTexts({ ...around, [working]: edit(third, ['much', 'at all']) }).compiled.get('shop/cookies') ??
    {};
  if (!policy) throw new Error('The forged text does not compile.');
  const forged = writeRecord(sealRecord(policy, old.previous));
  expect(reportOf({ ...threeTimes, [recordOf('2026-03-01')]: forged })).toMatchInlineSnapshot(`
    "error Unexpected change of \`sections.what-we-store.content.0.text\`, expected the text published on 2026-03-01. version/changed-text
      policies/shop/cookies.yaml:9:15
      policies/shop/history/cookies/2026-03-01.json:1:1 The published text of shop/cookies.
      Next: Give the new text a new date under \`updated\`, or undo the change. To correct it on the day it was published, write \`corrects: 2026-03-01\` under \`change\`. Where it is not published yet, \`policybook release\` seals it again.

    error Unexpected last record with the digest 7de800a6532ac71a…, which is not here; expected 3 records that end with it. version/head
      policies/shop/history/cookies/head.json:1:1
      Next: The last records were taken away or replaced: restore the folder history/ as it was committed.

    2 errors in 2 files.
    "
  `);
});

test('reports a record in the middle that was replaced by another text, though its own digest is right', () => {
  const old = parsed(threeTimes[recordOf('2026-02-01')]);
  const { policy } =
    compileTexts({ ...around, [working]: edit(second, ['less', 'it all']) }).compiled.get('shop/cookies') ??
    {};
  if (!policy) throw new Error('The forged text does not compile.');
  const forged = writeRecord(sealRecord(policy, old.previous));
  expect(reportOf({ ...threeTimes, [recordOf('2026-02-01')]: forged })).toMatchInlineSnapshot(`
    "error Unexpected record that follows one with the digest 43a848c2265bfe4d…, expected that one beside it: the chain breaks off after 2026-02-01.json. version/chain
      policies/shop/history/cookies/2026-03-01.json:1:1
      Next: The record before it is missing or was replaced: restore the folder history/ as it was committed.

    1 error in 1 file.
    "
  `);
});

test('reports records whose policy is gone', () => {
  const texts = without({ ...published, 'shop/terms.yaml': cookies }, working);
  expect(reportOf(texts)).toMatchInlineSnapshot(`
    "error Unexpected versions of shop/cookies, expected the file policies/shop/cookies.yaml beside them. version/missing-policy
      policies/shop/history/cookies/2026-01-01.json:1:1
      Next: Published versions keep their addresses: put the file back. If it was renamed, say so in the file it has become: \`formerly: [cookies]\`.

    1 error in 1 file.
    "
  `);
});

test('reports the loss of the anchor of a section, and of a cookie', () => {
  const renamed = edit(second, ['title: Your choices', 'title: How to refuse']);
  expect(reportOf({ ...published, [working]: renamed })).toMatchInlineSnapshot(`
    "error Unexpected loss of the anchor \`your-choices\` of the version of 2026-01-01, expected every anchor to keep working. version/anchor-lost
      policies/shop/cookies.yaml:7:1
      Next: Add \`your-choices\` to \`aliases\` of the section that holds what took its place, or of the policy if nothing did. What stands in another policy of the product now goes to \`moved\`, with the place: \`your-choices: <policy>#your-choices\`.

    1 error in 1 file.
    "
  `);
  const both = edit(renamed, ['  sid: {', '  session: {']);
  expect(reportOf({ ...published, [working]: both })).toMatchInlineSnapshot(`
    "error Unexpected loss of the anchors \`cookies-sid\`, \`your-choices\` of the version of 2026-01-01, expected every anchor to keep working. version/anchor-lost
      policies/shop/cookies.yaml:7:1
      Next: Add \`cookies-sid\`, \`your-choices\` to \`aliases\` of the section that holds what took their place, or of the policy if nothing did. What stands in another policy of the product now goes to \`moved\`, with the place: \`cookies-sid: <policy>#cookies-sid\`.

    1 error in 1 file.
    "
  `);
});

test('reports the loss of the anchor of a clause, until an alias takes it', () => {
  const three = edit(cookies, ['We store little.', '"(a) one;\\n(b) two;\\n(c) three."']);
  const two = edit(three, ['2026-01-01', '2026-02-01'], ['\\n(c) three.', '']);
  const texts = publishVersions(three);
  expect(reportOf({ ...texts, [working]: two })).toContain('the anchor `what-we-store-c` of the version');
  const kept = edit(two, ['title: What we store', 'title: What we store\n    aliases: [what-we-store-c]']);
  expect(reportOf({ ...texts, [working]: kept })).toBe(nothing);
});

test('keeps an anchor through an alias of a section, of a cookie, or of the policy', () => {
  const section = edit(second, ['title: Your choices', 'title: How to refuse\n    aliases: [your-choices]']);
  const cookie = edit(second, ['  sid: { name: sid,', '  session: { name: sid, aliases: [sid],']);
  const policy = edit(
    second,
    ['title: Your choices', 'title: How to refuse'],
    ['cookies:', 'aliases: [your-choices]\ncookies:'],
  );
  for (const text of [section, cookie, policy])
    expect(reportOf({ ...published, [working]: text })).toBe(nothing);
});

test('keeps the aliases of a version in the next', () => {
  const renamed = edit(second, ['title: Your choices', 'title: How to refuse\n    aliases: [your-choices]']);
  const dropped = edit(
    renamed,
    ['\n    aliases: [your-choices]', ''],
    ['2026-02-01', '2026-03-01'],
    ['less', 'more'],
  );
  const { problems } = compileTexts({ ...publishVersions(cookies, renamed), [working]: dropped });
  expect(problems.filter(({ rule }) => !unsaid.has(rule)).map(({ message }) => message)).toEqual([
    'Unexpected loss of the anchor `your-choices` of the version of 2026-02-01, expected every anchor to keep working.',
  ]);
});

const promise = 'notice: { period: 21 days }\ncookies:';
const promising = edit(cookies, ['cookies:', promise]);

/** The problems of a second version of a text that promises notice. */
function announced(dates: string, change: string, promised = promise): string {
  const first = edit(promising, [promise, promised]);
  const next = edit(
    first,
    ['updated: 2026-01-01', dates],
    ['little', 'less'],
    ['cookies:', `${change}\ncookies:`],
  );
  return reportOf({ ...publishVersions(first), [working]: next });
}

const material = 'change: { summary: Less., material: true }';

test('reports a material change that binds sooner than was promised, with the first day it may', () => {
  expect(announced('updated: 2026-02-01\neffective: 2026-02-21', material)).toMatchInlineSnapshot(`
    "error Unexpected \`effective: 2026-02-21\`, expected 2026-02-22 or later: the policy promises notice of 21 days, counted from 2026-02-01. version/notice
      policies/shop/cookies.yaml:4:12
      policies/shop/cookies.yaml:5:19 The promise.
      Next: Set \`effective\` to 2026-02-22 or a later day.

    1 error in 1 file.
    "
  `);
  expect(announced('updated: 2026-02-01\neffective: 2026-02-22', material)).toBe(nothing);
});

test('counts notice from the day people were told', () => {
  const told = 'change: { summary: Less., material: true, notified: 2026-02-10 }';
  expect(announced('updated: 2026-02-01\neffective: 2026-03-02', told)).toContain(
    'Unexpected `effective: 2026-03-02`, expected 2026-03-03 or later: the policy promises notice of 21 days, counted from 2026-02-10.',
  );
  expect(announced('updated: 2026-02-01\neffective: 2026-03-03', told)).toBe(nothing);
});

test('counts notice to the last of several groups: whoever comes later is bound at once', () => {
  const groups = (day: string) => `updated: 2026-02-01\neffective: { new: 2026-02-01, old: ${day} }`;
  expect(announced(groups('2026-02-22'), material)).toBe(nothing);
  expect(announced(groups('2026-02-21'), material)).toContain('expected 2026-02-22 or later');
});

test('asks for no notice of a change that is not material', () => {
  for (const change of [
    'change: { summary: Less. }',
    'change: { summary: Less., material: false }',
    '# None.',
  ])
    expect(announced('updated: 2026-02-01', change)).toBe(nothing);
});

test('asks for notice of every change where it is promised for all', () => {
  const all = 'notice: { period: 21 days, for: all }\ncookies:';
  for (const change of ['change: { summary: Less., material: false }', '# None.'])
    expect(announced('updated: 2026-02-01', change, all)).toContain('expected 2026-02-22 or later');
  expect(announced('updated: 2026-02-01\neffective: 2026-02-22', '# None.', all)).toBe(nothing);
});

test('asks for no notice of a first version, nor where no period is promised', () => {
  const all = edit(cookies, ['cookies:', 'notice: { period: 21 days, for: all }\ncookies:']);
  expect(reportOf({ ...around, [working]: all })).toBe(nothing);
  expect(announced('updated: 2026-02-01', material, 'notice: { text: We tell you. }\ncookies:')).toBe(
    nothing,
  );
});

test('holds a version to the promise of the one before, which it cannot take back for itself', () => {
  const next = edit(
    promising,
    ['2026-01-01', '2026-02-01'],
    ['little', 'less'],
    [promise, `notice: { period: 1 day }\n${material}\ncookies:`],
  );
  expect(reportOf({ ...publishVersions(promising), [working]: next })).toMatchInlineSnapshot(`
    "error Unexpected \`effective: 2026-02-01\`, expected 2026-02-22 or later: the policy promises notice of 21 days, counted from 2026-02-01. version/notice
      policies/shop/cookies.yaml:3:10
      policies/shop/history/cookies/2026-01-01.json:1:1 The promise.
      Next: Set \`effective\` to 2026-02-22 or a later day.

    1 error in 1 file.
    "
  `);
  const later = edit(next, ['2026-02-01', '2026-02-01\neffective: 2026-02-22']);
  expect(reportOf({ ...publishVersions(promising), [working]: later })).toBe(nothing);
});

test('reports every policy that a shared fact alters, and no other', () => {
  const named = edit(cookies, ['[You can refuse.]', '["Statistics go to {{ vendors.counter.name }}."]']);
  const shown = edit(cookies, ['You can refuse.]', 'You can refuse., { vendors: all }]']);
  const texts = publish({
    ...around,
    'vendors.yaml': 'vendors:\n  counter: { name: Counter Ltd }\n  other: { name: Other Ltd }\n',
    'shop/product.yaml': 'name: Shop\nvendors: { counter: {}, other: {} }\n',
    'cafe/product.yaml': 'name: Cafe\nvendors: { counter: { name: Our counter } }\n',
    'shop/named.yaml': named,
    'shop/shown.yaml': shown,
    'shop/unnamed.yaml': cookies,
    'cafe/named.yaml': named,
  });
  const changed = edit(texts['vendors.yaml'] ?? '', ['Counter Ltd', 'Counter plc']);
  const { problems } = compileTexts({ ...texts, 'vendors.yaml': changed });
  expect(problems.map(({ rule, message, place }) => `${place.file} ${rule} ${message}`)).toEqual([
    'policies/shop/named.yaml version/changed-text Unexpected change of `vendors.counter.name`, `sections.your-choices.content.0.text`, expected the text published on 2026-01-01.',
    'policies/shop/shown.yaml version/changed-text Unexpected change of `vendors.counter.name`, expected the text published on 2026-01-01.',
  ]);
});

test('reports all that is wrong with the versions of several policies at once', () => {
  const texts = publish({
    ...around,
    [working]: cookies,
    'shop/terms.yaml': cookies,
    'shop/more.yaml': cookies,
  });
  const { problems } = compileTexts({
    ...without(texts, 'shop/more.yaml'),
    [working]: edit(cookies, ['little', 'less']),
    'shop/terms.yaml': edit(cookies, ['2026-01-01', '2026-01-02']),
  });
  expect(problems.map(({ rule, place }) => `${rule} ${place.file}`)).toEqual([
    'version/changed-text policies/shop/cookies.yaml',
    'version/missing-policy policies/shop/history/more/2026-01-01.json',
    'version/no-change policies/shop/terms.yaml',
  ]);
});

test.each([
  [{ a: 1, b: [1, 2] }, { b: [1, 2], a: 1 }, []],
  [{ a: 1 }, { a: 2 }, ['a']],
  [{ a: 1, b: 1 }, { c: 1, a: 1 }, ['c', 'b']],
  [{ a: [1, 2] }, { a: [1, 3] }, ['a.1']],
  [{ a: [1, 2] }, { a: [1] }, ['a']],
  [{ a: [{ id: 'x', b: 1 }] }, { a: [{ id: 'x', b: 2 }] }, ['a.x.b']],
  [{ a: 'none' }, { a: [] }, ['a']],
  [{ a: { b: 1 } }, { a: null }, ['a']],
])('tells where %j and %j differ', (before, after, expected) => {
  expect(changedFields(before, after)).toEqual(expected);
});
