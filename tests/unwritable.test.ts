import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeEach, expect, test } from 'vitest';
import { projectAt } from '../src/doors/project.ts';
import { openLibrary, problemsOf } from '../src/site/library.ts';
import { policybook, root } from './command.ts';
import { around } from './compile-texts.ts';
import { type Fault, onFailingDisk } from './failing-disk.ts';
import { keepPageCode } from './kept-page-code.ts';
import { cookies, filesIn, publish, writeFolder } from './published-texts.ts';

// Where a cache cannot be written, a command goes on without one; where the site cannot, it says so and leaves the old one.

const home = mkdtempSync(join(tmpdir(), 'policybook-unwritable-'));
const policies = relative(root, join(home, 'policies'));
const texts = publish({ ...around, 'shop/cookies.yaml': cookies });

beforeEach(() => {
  rmSync(home, { recursive: true, force: true });
  writeFolder(policies, texts);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const onDay = ['--as-of', '2026-01-01'];
const run = (args: string[], fault?: Fault) => policybook(args, fault && onFailingDisk(fault), home);

const unkept =
  /^The cache in \/.* cannot be written: [A-Z]+: .*\. [A-Z][^.]*\. Nothing is kept for the next run\.\n$/;

function withoutSite(code: string): RegExp {
  return new RegExp(`^No site was written to dist\\. ${code}: .*\\. [A-Z][^.]*\\.\\n$`);
}

test.each<[string, Fault | undefined]>([
  ['a file stands in its place', undefined],
  ['it is read-only', { failure: 'EROFS', after: 0, of: '.policybook' }],
  ['the disk is full', { failure: 'ENOSPC', after: 3, of: '.policybook' }],
  ['the disk fails once', { failure: 'EIO', after: 2, of: '.policybook' }],
])('a check says the same without a cache, and in one line that there is none, where %s', async (_, fault) => {
  const before = await run(['check', ...onDay]);
  rmSync(join(home, '.policybook'), { recursive: true });
  if (!fault) writeFileSync(join(home, '.policybook'), 'A file.\n');
  const { code, stdout, stderr } = await run(['check', ...onDay], fault);
  expect([code, stdout]).toEqual([before.code, before.stdout]);
  expect(stderr).toMatch(unkept);
  const next = await run(['check', ...onDay]);
  expect([next.code, next.stdout]).toEqual([before.code, before.stdout]);
});

test('a site is built without a cache, and it is the same', async () => {
  keepPageCode(home);
  expect(await run(['build', ...onDay])).toMatchObject({ code: 0, stderr: '' });
  const before = filesIn(relative(root, join(home, 'dist/')));
  rmSync(join(home, '.policybook'), { recursive: true });
  writeFileSync(join(home, '.policybook'), 'A file.\n');
  const { code, stdout, stderr } = await run(['build', ...onDay]);
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /\nWrote 1 policy to dist\/\.\nNext: npx policybook preview serves it as a host will\.\n$/,
  );
  expect(stderr).toMatch(unkept);
  expect(filesIn(relative(root, join(home, 'dist/')))).toEqual(before);
});

test('a site is built by a tool that lies in a read-only folder', async () => {
  keepPageCode(home);
  const { code, stderr } = await run(['build', ...onDay], { failure: 'EROFS', after: 0, of: root });
  expect([code, stderr]).toEqual([0, '']);
});

function kept(): string[] {
  const files = readdirSync(join(home, '.policybook'), {
    recursive: true,
    encoding: 'utf8',
    withFileTypes: true,
  });
  return files.filter((item) => item.isFile()).map((item) => join(item.parentPath, item.name));
}

function open() {
  const library = openLibrary(projectAt(home, { asOf: '2026-01-01' }));
  const entries = library.products.flatMap(({ policies }) => policies);
  const compiled = entries
    .flatMap((entry) => [entry, ...entry.versions])
    .map((entry) => {
      const { policy, page } = library.readCompiled(entry);
      return { policy, page };
    });
  return { problems: problemsOf(library), compiled };
}

test.each<[string, (text: string) => string]>([
  ['was cut off', (text) => text.slice(0, text.length / 2)],
  ['is empty', () => ''],
  ['holds something else', () => 'null'],
  ['has another letter', (text) => text.replace('little', 'littel')],
  ['is all zeroes', (text) => '\0'.repeat(text.length)],
])('what is kept is made again where it %s', (_, spoil) => {
  writeFileSync(join(home, 'policies/shop/cookies.yaml'), cookies.replace('little', 'less'));
  const before = open();
  expect(before.problems.map(({ rule }) => rule)).toContain('version/changed-text');
  const files = kept();
  for (const file of files) {
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, spoil(text));
    expect(open(), relative(home, file)).toEqual(before);
    expect(open(), relative(home, file)).toEqual(before);
  }
  expect(files.length).toBeGreaterThanOrEqual(4);
});

test('a folder in the place of what is kept is no reason to stop', async () => {
  const before = await run(['check', ...onDay]);
  for (const file of kept()) {
    rmSync(file);
    mkdirSync(join(file, 'inside'), { recursive: true });
  }
  expect(await run(['check', ...onDay])).toMatchObject({ code: before.code, stdout: before.stdout });
});

test.each<[string, string, Fault | undefined]>([
  ['EEXIST', 'a file stands in the place of its parent', undefined],
  ['EROFS', 'its parent is read-only', { failure: 'EROFS', after: 0, of: 'out' }],
  ['ENOSPC', 'the disk is full', { failure: 'ENOSPC', after: 40, of: 'out' }],
  [
    'EIO',
    'the disk fails while it is put in place',
    { failure: 'EIO', after: 0, of: 'out/dist.next/SHA256SUMS' },
  ],
])('no site is written, in one line with the next step, by %s where %s', async (errno, _, fault) => {
  keepPageCode(home);
  if (!fault) writeFileSync(join(home, 'out'), 'A file.\n');
  const { code, stderr } = await run(['build', '--out', 'out/dist', ...onDay], fault);
  expect(code).toBe(1);
  expect(stderr).toMatch(new RegExp(withoutSite(errno).source.replace('dist', 'out/dist')));
  if (fault) expect(readdirSync(home).includes('out') ? readdirSync(join(home, 'out')) : []).toEqual([]);
});

test.each([
  'policies',
  '.',
  'policies/shop',
  'policies/site.yaml',
  '..',
  'site',
  'site/public',
  'public',
  'src',
  '.policybook/site',
])('no site takes the place of %s', async (out) => {
  writeFolder(relative(root, join(home, 'src')), { 'own.ts': 'Ours.\n' });
  const { code, stdout, stderr } = await run(['build', '--out', out, ...onDay]);
  expect([code, stdout]).toEqual([2, '']);
  expect(stderr.split('\n')[0]).toMatch(/^Unexpected --out .*, expected /);
  expect(filesIn(policies)).toEqual(texts);
});

test.each([
  ['new', 'shop/terms'],
  ['revise', 'shop/cookies', '--as-of', '2026-02-01'],
])('%s says what the system refuses', async (...args) => {
  const { code, stdout, stderr } = await run(args, { failure: 'EROFS', after: 0, of: 'policies' });
  expect(code).toBe(1);
  expect(stdout + stderr).not.toMatch(/^\s+at /m);
  expect(stderr).toMatch(/^Unexpected refusal of the system: EROFS: .*\.\n$/);
  expect(filesIn(policies)).toEqual(texts);
});
