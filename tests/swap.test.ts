import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { claimSite, nextOf, putInPlace, type SiteForm } from '../src/doors/site-folder.ts';
import { kept, root } from './command.ts';

// `npm run test:faults` does more of the same.
const isLong = process.env.FAULTS === 'all';
const swaps = isLong ? 200 : 40;

const files = ['index.html', 'shop/cookies/index.html', 'SHA256SUMS'];

function newTarget(): string {
  return join(mkdtempSync(join(tmpdir(), 'policybook swap ')), 'dist');
}

/** Writes a site of which every file says which build it is of. */
function writeNext(target: string, build: string): void {
  for (const file of files) {
    mkdirSync(join(nextOf(target), file, '..'), { recursive: true });
    writeFileSync(join(nextOf(target), file), build);
  }
}

function put(target: string, form: SiteForm, build: string): void {
  writeNext(target, build);
  putInPlace(target, form, build.padStart(16, '0'));
}

/** Which build the files of a site are of; several where they are mixed, none where one is missing. */
function buildsOf(target: string): string[] {
  return [...new Set(files.map((file) => readFileSync(join(target, file), 'utf8')))];
}

const reader = `
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
const [target, ...files] = process.argv.slice(1);
let reads = 0;
let missed = 0;
process.on('message', () => process.send({ reads, missed }));
const go = () => {
  for (let count = 0; count < 200; count += 1) {
    reads += 1;
    try { readFileSync(join(target, files[reads % files.length])); } catch { missed += 1; }
  }
  setImmediate(go);
};
go();`;

test(`no reader misses a page while ${swaps} sites take the place of one another`, async () => {
  const target = newTarget();
  put(target, 'link', '1');
  const child = spawn(process.execPath, ['--input-type=module', '-e', reader, target, ...files], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  let told = { reads: 0, missed: 0 };
  for (let build = 2; build <= swaps; build += 1) {
    put(target, 'link', build.toString(16));
    // It answers between two reads: however busy the machine is, none lasts for two builds, of which the older is kept.
    child.send('So far?');
    [told] = await once(child, 'message');
  }
  child.kill();
  const { reads, missed } = told;
  expect(reads).toBeGreaterThan(swaps * 100);
  expect(missed).toBe(0);
  expect(readdirSync(join(target, '..')).sort()).toEqual(
    ['dist', ...[swaps - 1, swaps].map((build) => `dist.${build.toString(16).padStart(16, '0')}`)].sort(),
  );
});

// A process that ends without a word at its n-th change of the disk, as if somebody had pulled the plug.
const dying = (steps: number) =>
  `data:text/javascript,${encodeURIComponent(`
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
let left = ${steps};
for (const name of ['renameSync', 'symlinkSync', 'rmSync', 'linkSync']) {
  const change = fs[name];
  fs[name] = (...rest) => { if (left-- === 0) process.exit(9); return change(...rest); };
}
syncBuiltinESMExports();`)}`;

function putAndDie(target: string, form: SiteForm, steps: number): number | null {
  const code = `const { claimSite, putInPlace } = await import(${JSON.stringify(pathToFileURL(join(root, 'src/doors/site-folder.ts')).href)});
const release = claimSite(process.argv[1]);
const { mkdirSync, writeFileSync } = await import('node:fs');
const { join } = await import('node:path');
for (const file of ${JSON.stringify(files)}) {
  mkdirSync(join(process.argv[1] + '.next', file, '..'), { recursive: true });
  writeFileSync(process.argv[1] + '.next/' + file, 'new');
}
putInPlace(process.argv[1], '${form}', '00000000000000ff');
release();`;
  const env = { ...process.env, ...kept };
  return spawnSync(process.execPath, ['--import', dying(steps), '--input-type=module', '-e', code, target], {
    env,
  }).status;
}

describe.each<[SiteForm, boolean]>([
  ['link', false],
  ['link', true],
  ['folder', false],
])('a build that dies while a %s takes its place (over a plain folder: %s)', (form, isOverFolder) => {
  const steps = isLong ? 16 : 12;
  test.each(
    Array.from({ length: steps }, (_, step) => step),
  )('at change %i leaves the old site or the new one, whole', (step) => {
    const target = newTarget();
    put(target, isOverFolder ? 'folder' : form, 'a');
    const status = putAndDie(target, form, step);
    expect([0, 9]).toContain(status);
    // Where a plain folder is exchanged there is a moment without one; the next build begins by ending it.
    if (form === 'link' && !isOverFolder) expect([['a'], ['new']]).toContainEqual(buildsOf(target));
    const release = claimSite(target);
    expect(release).toBeDefined();
    expect([['a'], ['new']]).toContainEqual(buildsOf(target));
    put(target, form, 'b');
    release?.();
    expect(buildsOf(target)).toEqual(['b']);
    const left = readdirSync(join(target, '..')).filter(
      (name) => !/^dist(\.[0-9a-f]{16}(-again)?)?$/.test(name),
    );
    expect(left).toEqual([]);
  });
});

test('one build has a place at a time, until it ends or its process is gone', () => {
  const target = newTarget();
  const release = claimSite(target);
  expect(release).toBeDefined();
  expect(claimSite(target)).toBeUndefined();
  release?.();
  // No process has a number this high.
  writeFileSync(`${target}.lock`, '99999999\n');
  const again = claimSite(target);
  expect(again).toBeDefined();
  again?.();
  expect(existsSync(`${target}.lock`)).toBe(false);
});

test('a plain folder takes the place of a link, and a link that of a plain folder', () => {
  const target = newTarget();
  put(target, 'link', 'a');
  expect(lstatSync(target).isSymbolicLink()).toBe(true);
  put(target, 'folder', 'b');
  expect(lstatSync(target).isDirectory()).toBe(true);
  expect(readdirSync(join(target, '..'))).toEqual(['dist']);
  put(target, 'link', 'c');
  expect(buildsOf(target)).toEqual(['c']);
  put(target, 'link', 'c');
  expect(buildsOf(target)).toEqual(['c']);
});
