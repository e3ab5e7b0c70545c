import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { RedlineBlock, RedlineSection } from '../src/compare/redline/redline-model.ts';

import { policybook, root } from './command.ts';
import { cookies, edit, publishVersions, writeFolder } from './published-texts.ts';

// `new`, `revise` and `diff`; the other commands have tests of their own.

const second = edit(cookies, ['2026-01-01', '2026-02-01'], ['13 months', '6 months']);
const third = edit(
  second,
  ['2026-02-01', '2026-03-01\nchange: { summary: You must., material: true }'],
  ['You can refuse.', 'You must refuse *now*.'],
);

function folderOf(name: string): string {
  const published = publishVersions(cookies, second);
  return writeFolder(`.cache/tests/commands-${name}`, { ...published, 'shop/cookies.yaml': third });
}

test('compares the working file with its last record', async () => {
  const folder = folderOf('diff-working');
  const { code, stdout } = await policybook(['diff', 'shop/cookies', '--folder', folder]);
  expect(code).toBe(0);
  expect(
    stdout,
  ).toBe(`material  In the section “Your choices”, where words such as may, must or not differ, the text now reads “You must refuse now.” It was “You can refuse.”  (prose-obligation-changed)

## Your choices

You [-can refuse-]{+must refuse now+}.

`);
});

test('finds the folder of a policy file by itself', async () => {
  const folder = folderOf('diff-file');
  const named = await policybook(['diff', 'shop/cookies', '--folder', folder]);
  const byFile = await policybook(['diff', `${folder}/shop/cookies.yaml`]);
  expect(byFile).toEqual(named);
});

test('compares two dates, and two records, as JSON that joins to both texts', async () => {
  const folder = folderOf('diff-dates');
  const dates = ['shop/cookies', '2026-01-01', '2026-02-01'];
  const { stdout } = await policybook(['diff', ...dates, '--folder', folder, '--format', 'json']);
  const { changes, redline, material } = JSON.parse(stdout);
  expect(material).toBe(false);
  expect(changes).toMatchObject([
    {
      rule: 'cookie-duration-decreased',
      path: 'cookies.ga.expires',
      before: '13 months',
      after: '6 months',
      sentence: '_ga is now kept for 6 months. It was 13 months.',
    },
  ]);
  const blocks = redline.flatMap((section: RedlineSection) => section.blocks);
  const changed = blocks.filter((block: RedlineBlock) => block.change === 'changed');
  expect(changed.map((block: RedlineBlock) => block.ops)).toEqual([
    [
      ['-', '13'],
      ['+', '6'],
      ['=', ' months'],
    ],
  ]);
  const records = ['2026-01-01', '2026-02-01'].map((date) => `${folder}/shop/history/cookies/${date}.json`);
  expect((await policybook(['diff', ...records, '--format', 'json'])).stdout).toBe(stdout);
});

test('writes a comparison in Markdown in which the marks of the texts are no marks', async () => {
  const folder = writeFolder('.cache/tests/commands-diff-marks', {
    ...publishVersions(cookies),
    'shop/cookies.yaml': edit(
      cookies,
      ['2026-01-01', '2026-02-01'],
      ['You can refuse.', 'You can \\<refuse\\>.'],
    ),
  });
  const { stdout } = await policybook(['diff', 'shop/cookies', '--folder', folder, '--format', 'markdown']);
  expect(stdout).toContain('You can <ins>\\<</ins>refuse<ins>\\></ins>.');
});

test('says that nothing changed', async () => {
  const folder = writeFolder('.cache/tests/commands-diff-same', publishVersions(cookies));
  expect(await policybook(['diff', 'shop/cookies', '--folder', folder])).toEqual({
    code: 0,
    stdout: 'Nothing changed.\n',
    stderr: '',
  });
});

test.each([
  [['diff'], 'expected two texts to compare'],
  [['diff', 'shop/nothing'], 'expected a policy file, a record, or <product>/<policy>'],
  [['diff', 'a.yaml', 'b.yaml'], 'expected a file that exists'],
  [['diff', 'shop/cookies', '2020-01-01', '2026-02-01'], 'expected a published one: 2026-01-01, 2026-02-01'],
  [['diff', 'shop/cookies', '--format', 'html'], 'expected pretty, json, markdown'],
  [['new', 'Shop/Terms'], 'Unexpected Shop/Terms, expected shop/terms.'],
  [['new', 'shop/cookies'], 'expected no such file yet: policybook revise begins'],
  [['diff', 'shop/cookies', 'shop/nothing'], 'Unexpected shop/nothing, expected a file that exists'],
  [['new', 'shop/product'], 'expected another name: product.yaml is its product'],
  [['new', 'handbook/terms'], 'expected a name that nothing else has'],
  [['revise', 'shop/terms'], 'expected a policy that exists'],
  [['revise', 'shop/cookies', '--effective', 'soon'], 'expected a date like'],
  [['revise', 'shop/cookies', '--effective', '2020-01-01'], 'or later'],
])('refuses %j and says what it expects', async (args, expected) => {
  const folder = folderOf(`refused-${args.join('-').replaceAll(/[^a-z0-9]/gi, '')}`);
  const { code, stdout, stderr } = await policybook([...args, '--folder', folder]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(expected);
  expect(stderr).not.toMatch(/^\s+at /m);
});

test('refuses a text that lies in no product, and says what is missing around it', async () => {
  const folder = writeFolder('.cache/tests/commands-diff-loose', {
    'texts/old.yaml': 'kind: terms\n',
    'texts/new.yaml': 'kind: terms\n',
  });
  const [old, now] = ['old', 'new'].map((name) => `${folder}/texts/${name}.yaml`);
  const { code, stdout, stderr } = await policybook(['diff', old ?? '', now ?? '']);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr).toContain(`Unexpected absence of ${folder}/texts/product.yaml, expected it around ${old}`);
});

test('compares texts that lie in no product as policies of the only one, or of that of the other', async () => {
  const folder = folderOf('diff-loose');
  const own = `${folder}/shop/cookies.yaml`;
  const now = readFileSync(join(root, own), 'utf8');
  const texts = writeFolder('.cache/tests/commands-diff-loose-texts', {
    'old.yaml': now.replace('title: ', 'title: Old '),
    'new.yaml': now,
    'broken.yaml': `${now}nothing: here\n`,
  });
  for (const other of [`${texts}/new.yaml`, own]) {
    const { code, stdout } = await policybook(['diff', `${texts}/old.yaml`, other, '--folder', folder]);
    expect([code, stdout.match(/\(.*?-changed\)/g)]).toEqual([0, ['(title-changed)']]);
  }
  const sealed = `${folder}/shop/history/cookies/2026-02-01.json`;
  const { stdout } = await policybook(['diff', sealed, `${texts}/new.yaml`, '--folder', folder]);
  expect(stdout).not.toContain('address-changed');
  const { code, stderr } = await policybook(['diff', `${texts}/broken.yaml`, own]);
  expect(code).toBe(2);
  expect(stderr).toContain(`${texts}/broken.yaml:`);
});

test('refuses the folder around the policies, and names theirs', async () => {
  const folder = writeFolder('.cache/tests/commands-around', { 'policies/site.yaml': 'name: Kelp\n' });
  const { code, stderr } = await policybook(['check', folder]);
  expect(code).toBe(2);
  expect(stderr).toContain(`expected that of the policies: ${folder}/policies.`);
});

test('takes a built site that holds a product called policies for a site', async () => {
  const folder = writeFolder('.cache/tests/commands-called-so', { 'policies/terms/index.html': '' });
  const { code, stdout } = await policybook(['verify', folder]);
  expect(code).toBe(1);
  expect(stdout).toContain('Unexpected list of versions');
});

test('begins a version that can be released once its text has changed', async () => {
  const folder = writeFolder('.cache/tests/commands-revise', publishVersions(cookies));
  const day = ['--as-of', '2026-05-01', '--folder', folder];
  const { stdout } = await policybook(['revise', 'shop/cookies', '--effective', '2026-06-01', ...day]);
  expect(stdout).toContain('is the version of 2026-05-01 now');
  const file = join(root, folder, 'shop/cookies.yaml');
  const begun =
    '2026-05-01\neffective: 2026-06-01\nchange:\n  summary: # What does this version change? In a sentence for readers.';
  expect(readFileSync(file, 'utf8')).toBe(edit(cookies, ['2026-01-01', begun]));
  writeFileSync(
    file,
    readFileSync(file, 'utf8')
      .replace(/summary: #.*/, 'summary: Less.')
      .replace('little', 'less'),
  );
  const record = join(root, folder, 'shop/history/cookies/2026-05-01.json');
  expect((await policybook(['release', folder])).code).toBe(0);
  expect(existsSync(record)).toBe(true);
});
