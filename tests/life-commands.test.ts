import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { policybook, root } from './command.ts';
import { cookies, edit, filesIn, publishVersions, writeFolder } from './published-texts.ts';
import { gitIn } from './repository.ts';

// `revise`, `correct`, `withdraw` and `retire`: what they write, what they say, and when they do nothing.

const announced = edit(
  cookies,
  [
    'updated: 2026-01-01',
    'updated: 2026-08-12 # A comment.\neffective: 2026-09-11\nchange: { summary: Less. }',
  ],
  ['little', 'less'],
);

const git = (folder: string, ...args: string[]) => gitIn(join(root, folder), ...args);

/** A folder with an announced version, in a repository of its own that has both texts. */
function waitingFolder(name: string): string {
  const texts = publishVersions(cookies, announced);
  const folder = writeFolder(`.cache/tests/life-${name}`, { ...texts, 'shop/cookies.yaml': cookies });
  git(folder, 'init', '--quiet');
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'In force');
  writeFileSync(join(root, folder, 'shop/cookies.yaml'), announced);
  git(folder, 'add', '.');
  git(folder, 'commit', '--quiet', '-m', 'Announced');
  return folder;
}

const textOf = (folder: string) => readFileSync(join(root, folder, 'shop/cookies.yaml'), 'utf8');
const run = (folder: string, today: string, [command = '', ...args]: string[]) =>
  policybook([command, 'shop/cookies', ...args, '--folder', folder, '--as-of', today]);

test('takes back an announced version and puts back the text in force', async () => {
  const folder = waitingFolder('withdraw');
  const because = 'The vendor: it left.';
  const { code, stdout, stderr } = await run(folder, '2026-08-20', [
    'withdraw',
    '2026-08-12',
    '--because',
    because,
  ]);
  expect([code, stderr]).toEqual([0, '']);
  expect(textOf(folder)).toBe(
    edit(cookies, ['cookies:', `withdrawn:\n  - version: 2026-08-12\n    because: "${because}"\ncookies:`]),
  );
  const lines = stdout.split('\n');
  expect(lines[0]).toBe(`Wrote to ${folder}/shop/cookies.yaml: 2026-08-12 is taken back.`);
  expect(lines[1]).toMatch(/^Put back the text of 2026-01-01, as it was committed in [0-9a-f]{12}\.$/);
  expect(lines[2]).toBe(
    'After the release readers see on the page of 2026-08-12 that it was taken back, on which day and why. It is announced nowhere any more, and 2026-01-01 stays in force.',
  );
  const again = await run(folder, '2026-08-20', ['withdraw', '2026-08-12', '--because', because]);
  expect(again).toMatchObject({
    code: 1,
    stdout: '',
    stderr: '2026-08-12 is taken back in the file already: release it.\nNothing was written.\n',
  });
});

test('says what to do where git knows no text to put back', async () => {
  const folder = writeFolder('.cache/tests/life-no-git', publishVersions(cookies, announced));
  const { stdout } = await run(folder, '2026-08-20', ['withdraw', '2026-08-12', '--because', 'Too early.']);
  expect(stdout).toContain(
    'cookies.yaml still holds the text of 2026-08-12, and git knows no text of 2026-01-01 to put back. Put it back by hand',
  );
  expect(textOf(folder)).toBe(
    edit(announced, ['cookies:', 'withdrawn:\n  - version: 2026-08-12\n    because: Too early.\ncookies:']),
  );
});

test.each([
  [
    '2026-08-11',
    '2026-08-20',
    'Unexpected version 2026-08-11 of shop/cookies, expected one that is announced: 2026-08-12.',
  ],
  [
    '2026-01-01',
    '2026-08-20',
    'Unexpected version 2026-01-01 of shop/cookies, which is in force, expected one that is announced: 2026-08-12. To change what is in force, publish another text, or retire the policy.',
  ],
  [
    '2026-08-12',
    '2026-09-11',
    'Unexpected version 2026-08-12 of shop/cookies, which is in force, expected one that is announced: none is. To change what is in force, publish another text, or retire the policy.',
  ],
])('does not take back %s on %s', async (id, today, message) => {
  const folder = writeFolder(`.cache/tests/life-kept-${id}-${today}`, publishVersions(cookies, announced));
  const outcome = await run(folder, today, ['withdraw', id, '--because', 'Why.']);
  expect(outcome).toEqual({ code: 1, stdout: '', stderr: `${message}\nNothing was written.\n` });
  expect(textOf(folder)).toBe(announced);
});

test('ends a policy on a day, with a reason and the policy that takes its place', async () => {
  const texts = {
    ...publishVersions(cookies),
    'shop/privacy.yaml': edit(cookies, ['updated: 2026-01-01\n', '']),
  };
  const folder = writeFolder('.cache/tests/life-retire', texts);
  const args = [
    'retire',
    '--on',
    '2027-01-01',
    '--because',
    'It is a part of the other.',
    '--instead',
    'privacy',
  ];
  const { code, stdout } = await run(folder, '2026-08-20', args);
  expect(code).toBe(0);
  expect(stdout).toBe(
    `Wrote to ${folder}/shop/cookies.yaml: the policy ends on 2027-01-01. Keep the file: its versions keep their addresses.\n` +
      'After the release readers see at its address that it holds until 2026-12-31, and why, with the way to shop/privacy.\n',
  );
  const retired = 'retired:\n  on: 2027-01-01\n  because: It is a part of the other.\n  instead: privacy\n';
  expect(textOf(folder)).toBe(edit(cookies, ['cookies:', `${retired}cookies:`]));
  expect((await policybook(['check', folder, '--as-of', '2026-08-20'])).code).toBe(0);
  expect((await run(folder, '2026-08-20', args)).stderr).toContain('says already that it is retired');
});

test.each([
  [
    ['--on', '2026-08-19'],
    'Unexpected day 2026-08-19, expected 2026-08-20 or later: nobody was told before.',
  ],
  [['--on', '2027-01-01', '--instead', 'terms'], 'Unexpected policy terms, expected another one of shop.'],
])('does not end a policy with %j', async (args, message) => {
  const folder = writeFolder('.cache/tests/life-not-retired', publishVersions(cookies));
  const outcome = await run(folder, '2026-08-20', ['retire', ...args, '--because', 'Why.']);
  expect(outcome).toEqual({ code: 1, stdout: '', stderr: `${message}\nNothing was written.\n` });
});

test('says that a day is taken and offers a correction, which leads on', async () => {
  const folder = writeFolder('.cache/tests/life-correct', publishVersions(cookies));
  const taken = await run(folder, '2026-01-01', ['revise']);
  expect(taken).toEqual({
    code: 1,
    stdout: '',
    stderr: `Unexpected day 2026-01-01, expected one after that of the last version of shop/cookies: 2026-01-01 is published.
To correct it today: policybook correct shop/cookies
For another text, run this again on a day after 2026-01-01.
Nothing was written.
`,
  });
  const asFile = ['revise', `${folder}/shop/cookies.yaml`, '--folder', folder, '--as-of', '2026-01-01'];
  expect(await policybook(asFile)).toEqual(taken);
  expect(textOf(folder)).toBe(cookies);
  const { code, stdout } = await run(folder, '2026-01-01', ['correct']);
  expect(code).toBe(0);
  expect(stdout.split('\n')[0]).toBe(
    `${folder}/shop/cookies.yaml is the version 2026-01-01.2 now: \`updated: 2026-01-01\`, and \`change.corrects: 2026-01-01\`.`,
  );
  const begun = textOf(folder);
  expect(begun).toContain(
    'updated: 2026-01-01\nchange:\n  summary: # What does this version change? In a sentence for readers.\n  corrects: 2026-01-01\ncookies:',
  );
  // Refused until somebody says what was wrong.
  const check = () => policybook(['check', folder, '--as-of', '2026-01-01']);
  expect((await check()).stdout).toContain('yaml/null');
  const filled = begun.replace(/summary: #.*/, 'summary: A letter.').replace('little', 'a little');
  writeFileSync(join(root, folder, 'shop/cookies.yaml'), filled);
  expect((await check()).code).toBe(0);
  // The next day that is told, and its help leads on; it stops nothing.
  const later = await policybook(['check', folder, '--as-of', '2026-01-02']);
  expect(later.code).toBe(0);
  expect(later.stdout).toContain('The second text of 2026-01-01, 2026-01-01.2, was not released on that day');
  expect(later.stdout).toContain('Next: Set `updated` to 2026-01-02');
  writeFileSync(
    join(root, folder, 'shop/cookies.yaml'),
    filled.replace('updated: 2026-01-01', 'updated: 2026-01-02'),
  );
  expect((await policybook(['check', folder, '--as-of', '2026-01-02'])).stdout).not.toContain('version/');
});

test('takes nothing back that has taken effect, says so, and releases what else there is', async () => {
  const folder = writeFolder('.cache/tests/life-late', {
    ...publishVersions(cookies, announced),
    'shop/cookies.yaml': `${cookies}withdrawn: [{ version: 2026-08-12, because: Too early. }]\n`,
    'shop/terms.yaml': edit(cookies, ['2026-01-01', '2026-09-11']),
  });
  const release = (...names: string[]) => policybook(['release', folder, ...names, '--as-of', '2026-09-11']);
  const late = 'shop/cookies: 2026-08-12 took effect on 2026-09-11 and was not taken back.\n';
  const { code, stdout } = await release();
  expect(code).toBe(0);
  expect(stdout).toContain(late);
  expect(stdout).toContain('shop/terms: 2026-09-11 released.');
  expect(await release('shop/cookies')).toMatchObject({ code: 1, stdout: expect.stringContaining(late) });
  expect(Object.keys(filesIn(folder)).filter((path) => path.includes('withdrawal'))).toEqual([]);
});

test('proposes what a version has to say from the changed facts, and from what waits', async () => {
  const folder = writeFolder('.cache/tests/life-revise', {
    ...publishVersions(cookies, announced),
    'shop/cookies.yaml': edit(announced, ['13 months', '24 months']),
  });
  const { code, stdout } = await run(folder, '2026-08-20', ['revise', '--effective', '2026-10-01']);
  expect([code, stdout]).toEqual([
    0,
    `${folder}/shop/cookies.yaml is the version of 2026-08-20 now. Say under \`change.summary\` what it changes.\n`,
  ]);
  expect(textOf(folder)).toContain(`updated: 2026-08-20
effective: 2026-10-01
change:
  summary: # What does this version change? In a sentence for readers.
  # 2026-08-12 waits: say insteadOf: 2026-08-12, which then never binds, or after: 2026-08-12.
  # The changed facts propose that it matters to people. If it does not, say false, and because: … for readers.
  # - _ga is now kept for 24 months. It was 13 months.
  material: true
cookies:`);
});

test('keeps what a version that was begun says of itself, and says so where nothing is to be done', async () => {
  const begun = edit(announced, ['2026-08-12', '2026-08-11'], ['2026-09-11', '2026-10-10']);
  const folder = writeFolder('.cache/tests/life-begun', {
    ...publishVersions(cookies),
    'shop/cookies.yaml': begun,
  });
  expect(await run(folder, '2026-08-20', ['revise'])).toMatchObject({
    code: 0,
    stdout: `${folder}/shop/cookies.yaml is the version of 2026-08-20 now.\n`,
  });
  expect(textOf(folder)).toBe(edit(begun, ['updated: 2026-08-11 # A comment.', 'updated: 2026-08-20']));
  expect(await run(folder, '2026-08-20', ['revise'])).toEqual({
    code: 1,
    stdout: '',
    stderr: `${folder}/shop/cookies.yaml is the version of 2026-08-20 already, not released yet.\nNothing was written.\n`,
  });
});

test.each([
  ['change: { summary: A letter. }\n', 'change:\n  summary: A letter.\n  corrects: 2026-01-01\n'],
  [
    'change:\n  # For readers.\n  summary: A letter.\n',
    'change:\n  # For readers.\n  summary: A letter.\n  corrects: 2026-01-01\n',
  ],
])('keeps what was said of a correction already: %j', async (said, corrected) => {
  const folder = writeFolder(`.cache/tests/life-said-${said.length}`, {
    ...publishVersions(cookies),
    'shop/cookies.yaml': edit(cookies, ['cookies:', `${said}cookies:`], ['little', 'a little']),
  });
  expect((await run(folder, '2026-01-01', ['correct'])).code).toBe(0);
  expect(textOf(folder)).toBe(edit(cookies, ['cookies:', `${corrected}cookies:`], ['little', 'a little']));
  expect((await policybook(['release', folder, '--as-of', '2026-01-01'])).stdout).toContain(
    'shop/cookies: 2026-01-01.2 released.',
  );
});

test('says that the day is taken of a text that has another day already, and makes a correction of it', async () => {
  const begun = edit(
    cookies,
    ['2026-01-01', '2026-01-02\nchange: { summary: A letter. }'],
    ['little', 'a little'],
  );
  const folder = writeFolder('.cache/tests/life-taken', {
    ...publishVersions(cookies),
    'shop/cookies.yaml': begun,
  });
  const { code, stdout, stderr } = await run(folder, '2026-01-01', ['revise']);
  expect([code, stdout]).toEqual([1, '']);
  expect(stderr).toContain('To correct it today: policybook correct shop/cookies\n');
  expect(textOf(folder)).toBe(begun);
  expect((await run(folder, '2026-01-01', ['correct'])).code).toBe(0);
  expect(textOf(folder)).toContain(
    'updated: 2026-01-01\nchange:\n  summary: A letter.\n  corrects: 2026-01-01\n',
  );
  expect((await policybook(['release', folder, '--as-of', '2026-01-01'])).stdout).toContain(
    'shop/cookies: 2026-01-01.2 released.',
  );
});
