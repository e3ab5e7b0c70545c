import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest';
import { readBranch, readCommit } from '../src/doors/git.ts';
import { gitIn } from './repository.ts';

const home = mkdtempSync(join(tmpdir(), 'policybook-git-'));
const repository = join(home, 'repository');
const folder = join(repository, 'site/policies');

const git = (args: string[], cwd = repository) => gitIn(cwd, ...args);

function write(path: string, content: string | Uint8Array): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function commit(message: string): string {
  git(['add', '--all']);
  git(['commit', '--quiet', '--message', message]);
  return git(['rev-parse', 'HEAD']);
}

function read(ref: string, from = folder) {
  const found = readCommit(from, ref, { root: 'policies' });
  if ('fault' in found) throw new Error(found.fault);
  return found;
}

function faultOf(ref: string, from = folder): string {
  const found = readCommit(from, ref, { root: 'policies' });
  return 'fault' in found ? found.fault : `The commit ${found.id}.`;
}

const bytes = Uint8Array.from([0, 255, 13, 10, 65, 10, 10]);
let base = '';

// main: base ── later; the branch begins at base, and changes what base has.
beforeAll(() => {
  mkdirSync(folder, { recursive: true });
  git(['init', '--quiet', '--initial-branch', 'main']);
  writeFileSync(join(repository, 'README.md'), 'Outside.\n');
  write('site.yaml', 'name: Base\n');
  write('shop/größe 中文.yaml', 'one\r\ntwo\r\n');
  write('shop/tab\tand\nline.yaml', 'tab');
  write('shop/empty.yaml', '');
  write('shop/bytes.bin', bytes);
  write('shop/same.yaml', 'name: Base\n');
  symlinkSync('bytes.bin', join(folder, 'shop/link.yaml'));
  base = commit('base');
  git(['switch', '--quiet', '--create', 'change']);
  write('site.yaml', 'name: Change\n');
  commit('change');
  git(['switch', '--quiet', 'main']);
  write('site.yaml', 'name: Later\n');
  commit('later');
  git(['switch', '--quiet', 'change']);
});

afterAll(() => rmSync(home, { recursive: true, force: true }));
afterEach(() => {
  vi.unstubAllEnvs();
});

const text = (content: Uint8Array) => Buffer.from(content).toString('utf8');

test('reads the commit where a change left its branch, not the newest one there', () => {
  const { id, sources } = read('main');
  expect(id).toBe(base);
  expect(text(sources.read('site.yaml'))).toBe('name: Base\n');
});

test('reads a branch as others have it: the one named, the one this follows, or the last commit', () => {
  const branch = (ref?: string, from = folder) => {
    const found = readBranch(from, ref, 'policies');
    if (!found || 'fault' in found) return found;
    return [found.ref, text(found.sources.read('site.yaml'))];
  };
  expect(branch()).toEqual(['HEAD', 'name: Change\n']);
  expect(branch('main')).toEqual(['main', 'name: Later\n']);
  expect(branch('nowhere')).toMatchObject({ fault: expect.stringContaining('Unexpected nowhere') });
  git(['branch', '--quiet', '--set-upstream-to', 'main']);
  expect(branch()).toEqual(['main', 'name: Later\n']);
  git(['branch', '--unset-upstream']);
  expect(branch(undefined, home)).toBeUndefined();
  const beside = join(repository, 'beside');
  mkdirSync(beside);
  expect(branch(undefined, beside)).toBeUndefined();
  rmSync(beside, { recursive: true });
});

test('reads the same by a name, an id, a part of it, and a way to it', () => {
  for (const ref of ['main', 'main~1', base, base.slice(0, 10), 'HEAD^', 'change~1', 'refs/heads/main'])
    expect(read(ref).id, ref).toBe(base);
});

test('lists files, folders and links of the folder alone, sorted, whatever their names', () => {
  const { found, root } = read('main').sources;
  expect(root).toBe('policies');
  expect(found).toEqual([
    { path: 'shop', kind: 'folder' },
    { path: 'shop/bytes.bin', kind: 'file' },
    { path: 'shop/empty.yaml', kind: 'file' },
    { path: 'shop/größe 中文.yaml', kind: 'file' },
    { path: 'shop/link.yaml', kind: 'symlink' },
    { path: 'shop/same.yaml', kind: 'file' },
    { path: 'shop/tab\tand\nline.yaml', kind: 'file' },
    { path: 'site.yaml', kind: 'file' },
  ]);
});

test('gives every file byte for byte', () => {
  const { read: readFile } = read('main').sources;
  expect(Uint8Array.from(readFile('shop/bytes.bin'))).toEqual(bytes);
  expect(readFile('shop/empty.yaml')).toHaveLength(0);
  expect(text(readFile('shop/größe 中文.yaml'))).toBe('one\r\ntwo\r\n');
  expect(text(readFile('shop/tab\tand\nline.yaml'))).toBe('tab');
  expect(text(readFile('shop/same.yaml'))).toBe('name: Base\n');
});

test('reads what is committed, not what is edited', () => {
  write('site.yaml', 'name: Edited\n');
  write('shop/new.yaml', 'new');
  const { sources } = read('HEAD');
  expect(text(sources.read('site.yaml'))).toBe('name: Change\n');
  expect(sources.found.map(({ path }) => path)).not.toContain('shop/new.yaml');
  rmSync(join(folder, 'shop/new.yaml'));
  git(['checkout', '--quiet', '--', '.']);
});

test('reads the whole repository where that is the folder', () => {
  const { found } = read('main', repository).sources;
  expect(found.slice(0, 4).map(({ path }) => path)).toEqual([
    'README.md',
    'site',
    'site/policies',
    'site/policies/shop',
  ]);
});

test('reads nothing of a folder that was not there yet', () => {
  const young = join(repository, 'other/policies');
  mkdirSync(young, { recursive: true });
  const { id, sources } = read('main', young);
  expect({ id, found: sources.found }).toEqual({ id: base, found: [] });
});

test('reads a commit that has none in common with this one as it is', () => {
  const tree = git(['rev-parse', 'main^{tree}']);
  const alone = git(['commit-tree', tree, '-m', 'alone']);
  expect(read(alone).id).toBe(alone);
});

test('reads the right repository from within a hook of another', () => {
  vi.stubEnv('GIT_DIR', '.git');
  vi.stubEnv('GIT_INDEX_FILE', '.git/index');
  expect(read('main').id).toBe(base);
});

test.each([
  'no-such-branch',
  '-x',
  '--help',
  '--output=/tmp/never-written',
  'main..HEAD',
  '^main',
  'HEAD:site',
  'a b',
])('says that %s is no commit', (ref) => {
  expect(faultOf(ref)).toBe(
    `Unexpected ${ref}, expected a commit of the repository that ${folder} lies in. Where the clone is shallow, fetch it first.`,
  );
});

test('says that no name is no commit', () => {
  expect(faultOf('')).toMatch(/^Unexpected empty name, expected a commit /);
});

test('says that a folder lies in no repository', () => {
  const outside = join(home, 'outside');
  mkdirSync(outside);
  vi.stubEnv('GIT_CEILING_DIRECTORIES', home);
  vi.stubEnv('LC_ALL', 'C');
  expect(faultOf('main', outside)).toMatch(
    new RegExp(
      `^Unexpected folder ${outside}, expected one in a Git repository .*: fatal: not a git repository`,
    ),
  );
});

test('says that a repository without a commit has none', () => {
  const empty = join(home, 'empty');
  mkdirSync(empty);
  git(['init', '--quiet'], empty);
  expect(faultOf('HEAD', empty)).toMatch(/^Unexpected HEAD, expected a commit /);
});

test('says what to do where Git is not installed', () => {
  vi.stubEnv('PATH', join(home, 'nothing'));
  expect(faultOf('main')).toMatch(/: the command git is not there\. Install Git, or add it to the PATH\.$/);
});

test('says so where the clone lacks a file of the commit', () => {
  const partial = join(home, 'partial');
  mkdirSync(partial);
  writeFileSync(join(partial, 'site.yaml'), 'name: Partial\n');
  git(['init', '--quiet'], partial);
  git(['add', '--all'], partial);
  git(['commit', '--quiet', '--message', 'one'], partial);
  const blob = git(['rev-parse', 'HEAD:site.yaml'], partial);
  rmSync(join(partial, '.git/objects', blob.slice(0, 2)), { recursive: true });
  expect(faultOf('HEAD', partial)).toMatch(
    new RegExp(`expected one in a Git repository .*: ${blob} missing$`),
  );
});
