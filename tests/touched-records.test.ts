import { existsSync, mkdirSync, mkdtempSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { digest } from '../src/digest.ts';
import type { Problem } from '../src/problem.ts';
import type { Review } from '../src/review/review-model.ts';
import { policybook, root } from './command.ts';
import type { Texts } from './compile-texts.ts';
import { cookies, edit, publish, publishVersions } from './published-texts.ts';
import { gitIn } from './repository.ts';

// What was published stays published: a change that takes records away, or alters them, is told so before anything else.

const home = realpathSync(mkdtempSync(join(tmpdir(), 'policybook-records-')));
const folder = join(home, 'policies');

const git = (...args: string[]) => gitIn(home, ...args);

function write(texts: Texts): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

const first = edit(cookies, ['updated: 2026-01-01', 'updated: 2026-03-02']);
const second = edit(first, ['2026-03-02', '2026-08-12'], ['little', 'less']);
const third = edit(first, ['2026-03-02', '2026-08-20'], ['little', 'nearly nothing']);
const terms =
  'kind: terms\ntitle: Terms\nupdated: 2026-03-02\nsections: [{ title: Use, content: [Use it.] }]\n';
const published = publish({ ...publishVersions(first, second, third), 'shop/terms.yaml': terms });
const history = (slug: string, id: string) => `shop/history/${slug}/${id}.json`;
const run = (...args: string[]) => policybook(args, { NO_COLOR: '1', POLICYBOOK_TODAY: '2026-11-24' }, home);

async function checked(): Promise<{ code: number | null; problems: Problem[] }> {
  const { code, stdout } = await run('check', '--since', 'main', '--format', 'json');
  return { code, problems: JSON.parse(stdout).problems };
}

async function reviewed(): Promise<Review> {
  return JSON.parse((await run('review', '--base', 'main', '--format', 'json')).stdout);
}

beforeAll(() => {
  write(published);
  git('init', '--quiet', '--initial-branch', 'main');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Release');
});

beforeEach(() => {
  git('reset', '--quiet', '--hard');
  git('clean', '--quiet', '--force', '-d');
});

afterAll(() => {
  rmSync(home, { recursive: true, force: true });
  rmSync(join(root, '.policybook/compiled', digest([folder]).slice(0, 16)), { recursive: true, force: true });
});

test('finds the last records deleted and the old text put back', async () => {
  rmSync(join(folder, history('cookies', '2026-08-12')));
  rmSync(join(folder, history('cookies', '2026-08-20')));
  write({ 'shop/cookies.yaml': first });
  const { code, problems } = await checked();
  expect(code).toBe(1);
  expect(problems.slice(0, 2)).toMatchObject([
    {
      rule: 'version/record-removed',
      severity: 'error',
      message:
        'Unexpected absence of the version of 2026-08-12 of shop/cookies, expected every record that was there before this change.',
      place: { file: `policies/${history('cookies', '2026-08-12')}` },
      help: `What was published stays. Put the file back: \`git restore --source main -- policies/${history('cookies', '2026-08-12')}\`.`,
    },
    { message: expect.stringContaining('the version of 2026-08-20 of shop/cookies') },
  ]);
  const found = await reviewed();
  expect(found.head).toMatch(/^2 published records are removed\. /);
  expect(found.records.map(({ rule }) => rule)).toEqual(['version/record-removed', 'version/record-removed']);
});

test('puts them first in a review, in every format people read', async () => {
  rmSync(join(folder, history('cookies', '2026-08-20')));
  const markdown = (await run('review', '--base', 'main')).stdout;
  const html = (await run('review', '--base', 'main', '--format', 'html')).stdout;
  const headings = [/^### (.*)$/m.exec(markdown)?.[1], /<h2>(.*?)<\/h2>/.exec(html)?.[1]];
  expect(headings).toEqual([
    'Published records that this change touches',
    'Published records that this change touches',
  ]);
  expect(markdown).toContain('**1 published record is removed.');
});

test('finds a history deleted as a whole, though the text then reads as a first version', async () => {
  rmSync(join(folder, 'shop/history/terms'), { recursive: true });
  const found = await reviewed();
  expect(found.policies).toEqual([]);
  expect(found.head).toBe('2 published records are removed. The text of no policy changes.');
  expect((await checked()).code).toBe(1);
});

test('finds a whole policy deleted with its records', async () => {
  rmSync(join(folder, 'shop/cookies.yaml'));
  rmSync(join(folder, 'shop/history/cookies'), { recursive: true });
  const { code, problems } = await checked();
  expect({ code, rules: problems.map(({ rule }) => rule) }).toEqual({
    code: 1,
    rules: problems.map((_) => 'version/record-removed'),
  });
  expect(problems.map(({ message }) => /of (2026-\d\d-\d\d)/.exec(message)?.[1])).toEqual(
    expect.arrayContaining(['2026-03-02', '2026-08-12', '2026-08-20']),
  );
});

test('finds a record sealed anew over the one that was published', async () => {
  const other = publish({
    'site.yaml': published['site.yaml'] ?? '',
    'shop/product.yaml': published['shop/product.yaml'] ?? '',
    'shop/terms.yaml': edit(terms, ['Use it.', 'Do not use it.']),
  });
  write(Object.fromEntries(Object.entries(other).filter(([name]) => name.includes('terms'))));
  const { code, problems } = await checked();
  expect({ code, problems }).toMatchObject({
    code: 1,
    problems: [
      {
        rule: 'version/rewritten',
        message:
          'Unexpected change of the version of 2026-03-02 of shop/terms, expected the same bytes as before this change.',
      },
    ],
  });
  expect((await reviewed()).head).toMatch(/^1 published record is altered\. /);
});

test('finds nothing where a version was released', async () => {
  write(
    publish({
      ...published,
      'shop/cookies.yaml': edit(third, ['2026-08-20', '2026-09-01'], ['nearly', 'almost']),
    }),
  );
  const { problems } = await checked();
  expect(problems.filter(({ rule }) => rule.startsWith('version/record'))).toEqual([]);
  expect((await reviewed()).records).toEqual([]);
});

test('finds nothing where a policy was renamed with its records, or left them behind', async () => {
  rmSync(join(folder, 'shop/cookies.yaml'));
  write({ 'shop/storage.yaml': edit(third, ['title:', 'formerly: [cookies]\ntitle:']) });
  expect((await reviewed()).records).toEqual([]);
  rmSync(join(folder, 'shop/history/cookies'), { recursive: true });
  const ids = ['2026-03-02', '2026-08-12', '2026-08-20', 'head'];
  write(
    Object.fromEntries(ids.map((id) => [history('storage', id), published[history('cookies', id)] ?? ''])),
  );
  expect((await reviewed()).records).toEqual([]);
  rmSync(join(folder, history('storage', '2026-08-20')));
  expect((await reviewed()).records.map(({ message }) => message)).toEqual([
    expect.stringContaining('the version of 2026-08-20 of shop/cookies'),
  ]);
});

const asides = ['2026-08-20.md', '2026-08-20.json.next', '.2026-08-20.json', '2026-08-20.JSON', '2026-08-20'];

test.each(asides)('finds a record put aside as %s, with a base and without one', async (name) => {
  renameSync(join(folder, history('cookies', '2026-08-20')), join(folder, `shop/history/cookies/${name}`));
  const { stdout } = await run('check', '--format', 'json');
  const all: Problem[] = JSON.parse(stdout).problems;
  expect(all.map(({ rule, place }) => [rule, place.file])).toContainEqual([
    'file/location',
    `policies/shop/history/cookies/${name}`,
  ]);
  const { problems } = await checked();
  expect(problems[0]).toMatchObject({
    rule: 'version/record-removed',
    place: { file: `policies/${history('cookies', '2026-08-20')}` },
  });
});

test('lets be what systems put beside records, and what a release left half-written', async () => {
  write({ 'shop/history/cookies/.DS_Store': '', 'shop/history/cookies/2026-09-01.json.99999.next': '{' });
  const { stdout } = await run('check', '--format', 'json');
  expect(JSON.parse(stdout).problems.filter(({ rule }: Problem) => rule.startsWith('file/'))).toEqual([]);
});

const others = edit(terms, ['Use it.', 'Do not use it.']);
const takeAway = () => {
  rmSync(join(folder, 'shop/history/terms'), { recursive: true });
  write({ 'shop/terms.yaml': others });
};

test('refuses to seal other words under the name of a record that was committed', async () => {
  takeAway();
  const refused = async () => {
    const { code, stdout } = await run('release');
    expect(existsSync(join(folder, history('terms', '2026-03-02')))).toBe(false);
    return { code, stdout };
  };
  const gone = await refused();
  expect(gone.code).toBe(1);
  expect(gone.stdout).toContain('Unexpected absence of the version of 2026-03-02 of shop/terms');
  expect(gone.stdout).toContain('`git restore --source HEAD -- policies/shop/history/terms/2026-03-02.json`');
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Without its record');
  const { code, stdout } = await refused();
  expect(code).toBe(1);
  expect(stdout).toContain('version/rewritten');
  expect(stdout).toContain(
    'Unexpected other words under the name of a record that was committed, expected those it was sealed with.',
  );
  expect(stdout).toMatch(/`git restore --source [0-9a-f]{10} -- shop\/history\/terms\/2026-03-02\.json`/);
  expect(stdout).toContain('shop/terms: refused because of a problem.\nNothing was released.\n');
  git('reset', '--quiet', '--hard', 'HEAD~1');
});

test('finds a record that a merge has dropped, and refuses other words all the same', async () => {
  git('checkout', '--quiet', '--orphan', 'other');
  takeAway();
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Another beginning');
  git('merge', '--quiet', '--strategy', 'ours', '--allow-unrelated-histories', '--no-edit', 'main');
  const { code, stdout } = await run('release');
  git('switch', '--quiet', '--force', 'main');
  git('branch', '--quiet', '-D', 'other');
  expect({ code, isTold: stdout.includes('version/rewritten') }).toEqual({ code: 1, isTold: true });
});

test('seals the same words again where no commit that is published has them, and other words under a name of their own', async () => {
  rmSync(join(folder, 'shop/history/terms'), { recursive: true });
  expect((await run('release')).code).toBe(1);
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Without its record');
  expect((await run('release')).code).toBe(0);
  git('reset', '--quiet', '--hard', 'HEAD~1');
  git('clean', '--quiet', '--force');
  write({
    'shop/terms.yaml': edit(others, [
      'updated: 2026-03-02',
      'updated: 2026-11-24\nchange: { summary: S., material: true }',
    ]),
  });
  const { code, stdout } = await run('release', 'shop/terms');
  expect({ code, stdout }).toMatchObject({ code: 0, stdout: expect.stringContaining('2026-11-24 released') });
});

test('compares records with a commit itself, though history was written anew without it', async () => {
  const before = git('rev-parse', 'HEAD').trim();
  expect((await run('verify', '--since', before)).code).toBe(0);
  git('checkout', '--quiet', '--orphan', 'rewritten');
  rmSync(join(folder, 'shop/history/terms'), { recursive: true });
  git('add', '--all');
  git('commit', '--quiet', '--message', 'Another history');
  const { code, stdout } = await run('verify', '--since', before);
  git('switch', '--quiet', '--force', 'main');
  git('branch', '--quiet', '-D', 'rewritten');
  expect(code).toBe(1);
  expect(stdout).toContain('Unexpected absence of the version of 2026-03-02 of shop/terms');
  expect(stdout).toContain(`git restore --source ${before}`);
});

test.each([
  [['verify', 'policies', '--since', 'nowhere'], 'Unexpected nowhere, expected a commit'],
  [
    ['verify', 'policies/shop', '--since', 'main'],
    'Unexpected folder policies/shop without a site.yaml, expected policies.',
  ],
  [['verify', '.', '--since', 'main'], 'expected that of the policies: policies.'],
])('refuses %j', async (args, message) => {
  const { code, stderr } = await run(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(message);
});
