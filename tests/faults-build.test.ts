import { cpSync, existsSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedSite } from '../src/doors/disk.ts';
import { verifySite } from '../src/versions/verify.ts';
import { policybook, root } from './command.ts';
import { around, type Texts } from './compile-texts.ts';
import { type Fault, onFailingDisk } from './failing-disk.ts';
import { keepPageCode } from './kept-page-code.ts';
import { cookies, edit, publish, writeFolder } from './published-texts.ts';

// Each change of the disk that `build` makes fails once: the site is the old one or the new one, whole, the exit code says
// which, and the next build is like any other. `npm run test:faults` tries every kind of change, the tests two of them.

const top = mkdtempSync(join(tmpdir(), 'policybook-faults-'));
const home = join(top, 'home');
const kept = join(top, 'kept');
const policies = relative(root, join(home, 'policies'));
const stackTrace = /^\s+at .+:\d+:\d+\)?$|node:internal/m;

const one: Texts = publish({ ...around, 'shop/cookies.yaml': cookies });
const two: Texts = publish(
  { ...one, 'shop/cookies.yaml': edit(cookies, ['2026-01-01', '2026-01-02'], ['little', 'less']) },
  '2026-01-02',
);

const build = (fault?: Fault) =>
  policybook(['build', '--force', '--as-of', '2026-01-02'], fault && onFailingDisk(fault), home);
const sums = () => readFileSync(join(home, 'dist/SHA256SUMS'), 'utf8');
const versions = () => verifySite(publishedSite(join(home, 'dist')));

// A project whose site is that of the text before.
beforeAll(async () => {
  writeFolder(policies, one);
  keepPageCode(home);
  expect(await build()).toMatchObject({ code: 0 });
  renameSync(home, kept);
});
afterAll(() => rmSync(top, { recursive: true, force: true }));

function begin(): string {
  rmSync(home, { recursive: true, force: true });
  cpSync(kept, home, { recursive: true, verbatimSymlinks: true });
  const before = sums();
  writeFolder(policies, two);
  return before;
}

async function failsWhole(fault: Fault): Promise<void> {
  const before = begin();
  const { code, stdout, stderr } = await build(fault);
  const isNew = sums() !== before;
  const says = `${JSON.stringify(fault)}\n${stdout}${stderr}`;
  expect(versions(), says).toMatchObject({ versions: isNew ? 2 : 1, problems: [] });
  expect(code, says).toBe(fault.failure === 'killed' ? null : isNew ? 0 : 1);
  expect(stderr, says).not.toMatch(stackTrace);
}

async function goesOn(): Promise<void> {
  expect(await build()).toMatchObject({ code: 0, stderr: '' });
  expect(versions()).toMatchObject({ versions: 2, problems: [] });
  const left = ['dist.next', 'dist.lock', 'dist.link', 'dist.before-policybook'];
  expect(left.filter((name) => existsSync(join(home, name)))).toEqual([]);
}

test('a build on a disk that is full at the end leaves the old site', async () => {
  await failsWhole({ failure: 'ENOSPC', after: 0, of: 'dist.next/SHA256SUMS' });
  expect(versions().versions).toBe(1);
});

test('a build killed while it puts the site in place leaves it whole, and the next one is like any other', async () => {
  await failsWhole({ failure: 'killed', after: 2, of: '/dist.link' });
  await goesOn();
});

// Hundreds of pages are written alike: the first and the last stand for them.
function isOneOfMany(line: string): boolean {
  return /dist(\.next)?\/handbook\/|\.prerender|\.policybook\/astro\/.*\/dist\//.test(line);
}

test.runIf(process.env.FAULTS === 'all').each(['ENOSPC', 'EIO', 'killed'] as const)(
  'a build on a disk that is %s at any change leaves the old site or the new one',
  async (failure) => {
    begin();
    const log = join(top, 'changes.log');
    await build({ failure: 'none', after: 0, of: home, log });
    const changes = readFileSync(log, 'utf8').trimEnd().split('\n');
    rmSync(log);
    expect(changes.length).toBeGreaterThan(100);
    const many = [...changes.keys()].filter((index) => isOneOfMany(changes[index] ?? ''));
    const ends = new Set([many[0], many.at(-1)]);
    const tried = [...changes.keys()].filter((index) => ends.has(index) || !many.includes(index));
    for (const after of tried) {
      await failsWhole({ failure, after, of: home });
      await goesOn();
    }
  },
  6 * 3_600_000,
);
