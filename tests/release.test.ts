import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  accessSync,
  chmodSync,
  constants,
  existsSync,
  mkdirSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { publishedSite } from '../src/doors/disk.ts';
import { readRecord } from '../src/versions/record.ts';
import { verifySite } from '../src/versions/verify.ts';
import { bundledCode } from './bundled-command.ts';
import { policybook, root } from './command.ts';
import { around, type Texts } from './compile-texts.ts';
import { onFailingDisk } from './failing-disk.ts';
import { cookies, edit, filesIn, publish, writeFolder } from './published-texts.ts';

const workspace = `${inject('workspace')}/release`;
const release = (folder: string, ...options: string[]) => {
  const day = options.includes('--as-of') ? [] : ['--as-of', '2026-01-01'];
  return policybook(['release', folder, ...day, ...options]);
};
const stackTrace = /^\s+at .+:\d+:\d+\)?$|node:internal/m;

function write(name: string, texts: Texts): string {
  return writeFolder(`${workspace}/${name}`, texts);
}

const many: Texts = {
  ...around,
  ...Object.fromEntries(
    Array.from({ length: 20 }, (_, index) => [
      `shop/policy-${index}.yaml`,
      edit(cookies, ['little', `${index}`]),
    ]),
  ),
};
const manyPublished = publish(many);

const two: Texts = {
  ...around,
  'shop/cookies.yaml': cookies,
  'shop/terms.yaml': edit(cookies, ['little', 'less']),
  'shop/undated.yaml': edit(cookies, ['updated: 2026-01-01\n', '']),
};

test('writes the record of each dated text and nothing else, and a second time nothing at all', async () => {
  const folder = write('two', two);
  const first = await release(folder);
  expect(first.stderr).toBe('');
  expect(first.code).toBe(0);
  expect(first.stdout.split('\n')).toEqual([
    'shop/undated states no date and cannot be released: give it `updated`.',
    expect.stringMatching(/^Wrote .*\/two\/shop\/history\/cookies\/2026-01-01\.json \([0-9a-f]{16}…\)$/),
    expect.stringMatching(/^Wrote .*\/two\/shop\/history\/cookies\/head\.json \([0-9a-f]{16}…\)$/),
    expect.stringMatching(/^Wrote .*\/two\/shop\/history\/terms\/2026-01-01\.json \([0-9a-f]{16}…\)$/),
    expect.stringMatching(/^Wrote .*\/two\/shop\/history\/terms\/head\.json \([0-9a-f]{16}…\)$/),
    'shop/cookies: 2026-01-01 released.',
    'shop/terms: 2026-01-01 released.',
    '',
  ]);
  const files = filesIn(folder);
  expect(files).toEqual(publish(two));
  for (const [path, text] of Object.entries(files))
    if (/\d\.json$/.test(path)) expect(readRecord(text)).toHaveProperty('record');
  const second = await release(folder);
  expect(second.stdout).toBe(
    'shop/undated states no date and cannot be released: give it `updated`.\nNothing to release: every dated text is published.\n',
  );
  expect(second.code).toBe(0);
  expect(filesIn(folder)).toEqual(files);
});

test('follows a published version with the next and leaves the first as it is', async () => {
  const before = publish({ ...around, 'shop/cookies.yaml': cookies });
  const next = edit(cookies, ['2026-01-01', '2026-03-03'], ['little', 'less']);
  const folder = write('next', { ...before, 'shop/cookies.yaml': next });
  const { stdout } = await release(folder, '--as-of', '2026-03-03');
  expect(stdout).toMatch(/^Wrote .*2026-03-03\.json \([0-9a-f]{16}…\)\nWrote .*head\.json/m);
  const files = filesIn(folder);
  const first = 'shop/history/cookies/2026-01-01.json';
  expect(files[first]).toBe(before[first]);
  const record = JSON.parse(files['shop/history/cookies/2026-03-03.json'] ?? '');
  expect(record.previous).toBe(JSON.parse(before[first] ?? '').digest);
});

test('only says what it would write in a dry run', async () => {
  const folder = write('dry', two);
  const { code, stdout } = await release(folder, '--dry-run');
  expect(code).toBe(0);
  expect(stdout.match(/^Would write .*\.json/gm)).toHaveLength(4);
  expect(filesIn(folder)).toEqual(two);
});

test('releases the others where a policy has a problem, and says so', async () => {
  const broken = { ...two, 'shop/terms.yaml': edit(cookies, ['kind: cookie-policy', 'kind: biscuits']) };
  const folder = write('broken', broken);
  const { code, stdout } = await release(folder);
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^error Unexpected[\s\S]*\nshop\/cookies: 2026-01-01 released\.\nshop\/terms: refused because of a problem\.\n$/,
  );
  expect(Object.keys(filesIn(folder)).filter((path) => path.includes('/terms/'))).toEqual([]);
});

test('writes nothing over a record that was edited', async () => {
  const texts = publish({ ...around, 'shop/cookies.yaml': cookies });
  const path = 'shop/history/cookies/2026-01-01.json';
  const edited = { ...texts, [path]: edit(texts[path] ?? '', ['little', 'lots']) };
  const folder = write('edited', { ...edited, 'shop/terms.yaml': cookies });
  expect((await release(folder)).code).toBe(1);
  expect(filesIn(folder)).toMatchObject(edited);
});

test('leaves whole records and nothing else where several run at once', async () => {
  const folder = write('several', many);
  const outcomes = await Promise.all(Array.from({ length: 4 }, () => release(folder)));
  for (const { code, stderr } of outcomes) expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(filesIn(folder)).toEqual(manyPublished);
});

test('leaves whole records or none where it is killed, and the next run writes the rest', async () => {
  const counts: number[] = [];
  for (const after of [10, 50, 101]) {
    const folder = write('killed', many);
    const dying = onFailingDisk({ failure: 'killed', after, of: 'history' });
    expect((await policybook(['release', folder, '--as-of', '2026-01-01'], dying)).code).toBe(null);
    const written = Object.entries(filesIn(folder)).filter(([path]) => path.endsWith('.json'));
    counts.push(written.length);
    for (const [path, text] of written) expect(text, path).toBe(manyPublished[path]);
    expect(await release(folder)).toMatchObject({ code: 0, stderr: '' });
    expect(filesIn(folder)).toEqual(manyPublished);
  }
  // Records were being written, and there were more to write.
  for (const count of counts) expect(count).toBeGreaterThan(0);
  for (const count of counts) expect(count).toBeLessThan(40);
});

/** Starts a command, and kills it some milliseconds later. */
async function kill(args: string[], milliseconds: number): Promise<void> {
  const child = spawn(process.execPath, [join(await bundledCode(), 'src/cli.js'), ...args], { cwd: root });
  setTimeout(() => child.kill('SIGKILL'), milliseconds);
  await once(child, 'close');
}

const next = edit(cookies, ['2026-01-01', '2026-01-02'], ['little', 'less']);
const twice = publish(
  { ...publish({ ...around, 'shop/cookies.yaml': cookies }), 'shop/cookies.yaml': next },
  '2026-01-02',
);
const head = 'shop/history/cookies/head.json';

test('writes the head that a killed run did not get to, in the same bytes, and one that names an older record', async () => {
  const older = publish({ ...around, 'shop/cookies.yaml': cookies })[head] ?? '';
  const { [head]: _lost, ...headless } = twice;
  for (const texts of [headless, { ...twice, [head]: older }]) {
    const folder = write('headless', texts);
    expect((await policybook(['check', folder, '--as-of', '2026-01-02'])).stdout).toContain('version/head');
    const { code, stdout } = await release(folder, '--as-of', '2026-01-02');
    expect([code, stdout]).toEqual([0, expect.stringMatching(/^Wrote .*head\.json \([0-9a-f]{16}…\)$/m)]);
    expect(filesIn(folder)).toEqual(twice);
  }
});

test('writes no head over one whose last record is gone', async () => {
  const { 'shop/history/cookies/2026-01-02.json': _lost, ...rest } = twice;
  const texts = { ...rest, 'shop/cookies.yaml': cookies };
  const folder = write('beheaded', texts);
  const { code, stdout } = await release(folder, '--as-of', '2026-01-02');
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /expected 2 records that end with it\. version\/head[\s\S]*Nothing was released\.\n$/,
  );
  expect(filesIn(folder)).toEqual(texts);
});

test('deletes what a killed run has left beside its records, but not what another is writing', async () => {
  const folder = write('leftovers', two);
  const history = join(root, folder, 'shop/history/cookies');
  mkdirSync(history, { recursive: true });
  // No process has a number this high.
  writeFileSync(join(history, '2026-01-01.json.99999999.next'), '{');
  writeFileSync(join(history, `2026-01-01.json.${process.pid}.next`), '{');
  expect((await release(folder)).code).toBe(0);
  const left = Object.keys(filesIn(folder)).filter((path) => path.endsWith('.next'));
  expect(left).toEqual([`shop/history/cookies/2026-01-01.json.${process.pid}.next`]);
});

test('releases nothing where a file stands in the place of the records, and says so', async () => {
  const texts = { ...two, 'shop/history': 'A file, not a folder.\n' };
  const folder = write('file-in-place', texts);
  const { code, stdout, stderr } = await release(folder);
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toContain('shop/history:1:1');
  expect(stdout).toMatch(/Nothing was released\.\n$/);
  expect(filesIn(folder)).toEqual(texts);
});

test('releases nothing of a policy where a folder stands in the place of its record, and says so', async () => {
  const texts = { ...two, 'shop/history/cookies/2026-01-01.json/note.md': 'In a folder.\n' };
  const folder = write('folder-in-place', texts);
  const { code, stdout, stderr } = await release(folder);
  expect([code, stderr]).toEqual([1, '']);
  expect(stdout).toContain('shop/history/cookies/2026-01-01.json:1:1');
  expect(stdout).toMatch(/^shop\/cookies: refused because of a problem\.$/m);
  expect(Object.keys(filesIn(folder)).filter((path) => path.includes('history/cookies'))).toEqual([
    'shop/history/cookies/2026-01-01.json/note.md',
  ]);
});

test('says so where the folder is read-only', async ({ skip }) => {
  const folder = write('read-only', two);
  const product = join(root, folder, 'shop');
  chmodSync(product, 0o555);
  try {
    if (isWritable(product)) skip('This user may write everywhere.');
    const { code, stdout, stderr } = await release(folder);
    expect(code).toBe(1);
    expect(stdout + stderr).not.toMatch(stackTrace);
    expect(stderr).toMatch(/^Unexpected failure to write .* \((EACCES|EPERM)\)/);
  } finally {
    chmodSync(product, 0o755);
  }
  expect(filesIn(folder)).toEqual(two);
});

function isWritable(path: string): boolean {
  try {
    accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

const site = `${workspace}/site`;
const old = `${site}.before-policybook`;

beforeAll(async () => {
  write('built', publish(two));
  for (const folder of [site, old, `${site}.next`])
    rmSync(join(root, folder), { recursive: true, force: true });
  await build();
});

afterAll(() => rmSync(join(root, site), { recursive: true, force: true }));

async function build(): Promise<void> {
  const outcome = await policybook(['build', `${workspace}/built`, '--out', site]);
  expect(outcome).toMatchObject({ code: 0, stderr: '' });
}

function verdict(folder: string) {
  const { versions, problems } = verifySite(publishedSite(join(root, folder)));
  return { versions, problems };
}

const whole = { versions: 2, problems: [] };

test('leaves the old site whole where a build is killed', async () => {
  const before = filesIn(site);
  for (const milliseconds of [300, 600, 900, 1_200]) {
    await kill(['build', `${workspace}/built`, '--out', site, '--force'], milliseconds);
    const left = existsSync(join(root, site)) ? site : old;
    expect(verdict(left)).toEqual(whole);
    expect(filesIn(left)).toEqual(before);
  }
  await build();
  expect(filesIn(site)).toEqual(before);
  expect(existsSync(join(root, old)) || existsSync(join(root, `${site}.next`))).toBe(false);
});

test('puts a site in the place of one that a killed build had put aside', async () => {
  const before = filesIn(site);
  renameSync(join(root, site), join(root, old));
  await build();
  expect(filesIn(site)).toEqual(before);
  expect(existsSync(join(root, old))).toBe(false);
});
