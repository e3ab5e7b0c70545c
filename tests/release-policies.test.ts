import { expect, test } from 'vitest';
import { policybook } from './command.ts';
import { around, type Texts } from './compile-texts.ts';
import { cookies, edit, filesIn, publishVersions, writeFolder } from './published-texts.ts';

// Which policies a release seals, and what it says of each.

const release = (folder: string, ...args: string[]) =>
  policybook(['release', folder, ...args, '--as-of', '2026-02-02']);
const sealed = (folder: string) =>
  Object.keys(filesIn(folder)).filter((path) => /history\/.*\/\d.*\.json$/.test(path));
const last = (stdout: string, count: number) => stdout.trimEnd().split('\n').slice(-count);

const strict = 'name: Example\nurl: https://example.com\nlanguages: [en-GB]\n';
const contact = edit(cookies, ['content: [You can refuse.]', 'content: [Write to a@example.com.]']);

test('refuses no policy because of what is wrong with another', async () => {
  const texts: Texts = {
    ...publishVersions(cookies),
    'site.yaml': strict,
    'shop/product.yaml': 'name: Shop\nregimes: [gdpr]\n',
    // An error of a rule, in a text that is to be released.
    'shop/privacy.yaml': edit(contact, ['kind: cookie-policy', 'kind: privacy-policy']),
    // A fault.
    'shop/terms.yaml': edit(cookies, ['kind: cookie-policy', 'kind: biscuits']),
    'store/product.yaml': 'name: Store\n',
    'store/rules.yaml': edit(
      contact,
      ['kind: cookie-policy', 'kind: notice'],
      ['  ga: { name: _ga, expires: 13 months }\n', ''],
      ['cookies: all', 'cookies: all'],
    ),
  };
  const folder = writeFolder('.cache/tests/release-some', texts);
  const { code, stdout } = await release(folder);
  expect(last(stdout, 3)).toEqual([
    'store/rules: 2026-01-01 released.',
    expect.stringMatching(/^shop\/privacy: refused because of \d+ problems\.$/),
    'shop/terms: refused because of a problem.',
  ]);
  expect(code).toBe(1);
  expect(sealed(folder)).toEqual([
    'shop/history/cookies/2026-01-01.json',
    'store/history/rules/2026-01-01.json',
  ]);
});

const two: Texts = {
  ...around,
  'shop/cookies.yaml': cookies,
  'shop/terms.yaml': edit(cookies, ['kind: cookie-policy', 'kind: biscuits']),
  'shop/undated.yaml': edit(cookies, ['updated: 2026-01-01\n', '']),
};

test('releases the policies that are named, and is well where those are', async () => {
  const folder = writeFolder('.cache/tests/release-named', two);
  const { code, stdout } = await release(folder, 'shop/cookies');
  expect([code, last(stdout, 1)]).toEqual([0, ['shop/cookies: 2026-01-01 released.']]);
  expect(sealed(folder)).toEqual(['shop/history/cookies/2026-01-01.json']);
});

test.each([
  ['shop/terms', 'shop/terms: refused because of a problem.\nNothing was released.\n'],
  [
    'shop/undated',
    'shop/undated states no date and cannot be released: give it `updated`.\nNothing to release: every dated text is published.\n',
  ],
])('exits with 1 where it could not release %s', async (name, end) => {
  const folder = writeFolder(`.cache/tests/release-not-${name.slice(5)}`, two);
  const { code, stdout } = await release(folder, name);
  expect(code).toBe(1);
  expect(stdout.endsWith(end)).toBe(true);
  expect(sealed(folder)).toEqual([]);
});

test('refuses a name that no policy has', async () => {
  const folder = writeFolder('.cache/tests/release-unknown', two);
  const { code, stderr } = await release(folder, 'shop/cokies');
  expect(code).toBe(2);
  expect(stderr).toContain('Unexpected policy shop/cokies, expected shop/cookies.');
});

test('releases nothing where a file that all share has a fault', async () => {
  const folder = writeFolder('.cache/tests/release-shared', { ...two, 'site.yaml': 'name: [\n' });
  const { code, stdout } = await release(folder, 'shop/cookies');
  expect(code).toBe(1);
  expect(stdout).toContain('Nothing was released.');
});

test('is kept from nothing by what came with time alone', async () => {
  const old = edit(cookies, ['2026-01-01', '2020-01-01']);
  const texts = {
    ...publishVersions(old),
    'site.yaml': `${strict}stop: warning\n`,
    'shop/cookies.yaml': `${old}retired: { on: 2027-01-01, because: It ends. }\n`,
  };
  const folder = writeFolder('.cache/tests/release-by-date', texts);
  const check = await policybook(['check', folder, '--as-of', '2026-02-02', '--format', 'compact']);
  expect(check.stdout).toContain('core/review-overdue');
  const { stdout } = await release(folder);
  expect(stdout).not.toContain('review-overdue');
});
