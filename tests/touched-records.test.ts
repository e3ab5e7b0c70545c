import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { digest } from '../src/digest.ts';
import type { Problem } from '../src/problem.ts';
import type { Review } from '../src/review/review-model.ts';
import { policybook, root } from './command.ts';
import type { Texts } from './compile-texts.ts';
import { cookies, edit, publish, publishVersions } from './published-texts.ts';

// What was published stays published: a change that takes records away, or alters them, is told so before anything else.

const home = realpathSync(mkdtempSync(join(tmpdir(), 'policybook-records-')));
const folder = join(home, 'policies');

function git(...args: string[]): string {
  const person = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'core.autocrlf=false'];
  // A hook that runs these tests has a repository of its own.
  const { GIT_DIR: _dir, GIT_INDEX_FILE: _index, GIT_WORK_TREE: _tree, ...env } = process.env;
  return execFileSync('git', [...person, ...args], { cwd: home, env, encoding: 'utf8', stdio: 'pipe' });
}

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
  rmSync(join(root, '.cache/policybook', digest([folder]).slice(0, 16)), { recursive: true, force: true });
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
        rule: 'version/record-changed',
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
