import { cpSync, globSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { policybook, root } from './command.ts';
import { keepPageCode } from './kept-page-code.ts';

// Records that version 0.1.0 sealed, beside the text they were sealed from. They stay as they are, byte for byte: what a
// later version does not read from them is a fault of that version.

const policies = join(root, 'tests/fixtures/upgrade/policies');
const project = mkdtempSync(join(tmpdir(), 'upgrade '));
const site = join(project, 'dist');
const read = (path: string) => readFileSync(path, 'utf8');

beforeAll(() => cpSync(policies, join(project, 'policies'), { recursive: true }));
afterAll(() => rmSync(project, { recursive: true }));

const problems = z.object({
  problems: z.array(z.object({ rule: z.string(), severity: z.string(), finding: z.unknown().optional() })),
});

test('verifies the chain that an earlier version sealed', async () => {
  const { code, stdout } = await policybook(['verify', policies]);
  expect(stdout).toContain('Checked 2 published versions.');
  expect(code).toBe(0);
});

test('finds the text of then to be the text that was sealed', async () => {
  const { stdout } = await policybook(['check', policies, '--format', 'json', '--as-of', '2026-04-01']);
  const faults = problems.parse(JSON.parse(stdout)).problems.filter(({ finding }) => finding === undefined);
  expect(faults.filter(({ severity }) => severity !== 'info')).toEqual([]);
});

test('tells what changed between two of them as it did then', async () => {
  const { stdout } = await policybook([
    'diff',
    'shop/cookies',
    '2026-01-01',
    '2026-03-01',
    '--folder',
    policies,
  ]);
  expect(stdout).toContain('now kept for 6 months. It was 13 months.');
});

test('builds a site in which each page that readers had has its address', async () => {
  keepPageCode(project);
  const built = await policybook(['build', '--project', project, '--as-of', '2026-04-01']);
  expect(built, built.stdout + built.stderr).toMatchObject({ code: 0 });
  expect(globSync('shop/**/*.{html,json,xml,md}', { cwd: site }).sort()).toEqual(
    expect.arrayContaining([
      'shop/cookies/2026-01-01.json',
      'shop/cookies/2026-01-01.md',
      'shop/cookies/2026-01-01/index.html',
      'shop/cookies/2026-01-01/since/index.html',
      'shop/cookies/2026-03-01.json',
      'shop/cookies/2026-03-01.md',
      'shop/cookies/2026-03-01/changes/index.html',
      'shop/cookies/2026-03-01/index.html',
      'shop/cookies/compare/index.html',
      'shop/cookies/feed.json',
      'shop/cookies/feed.xml',
      'shop/cookies/head.json',
      'shop/cookies/history/index.html',
      'shop/cookies/index.html',
      'shop/feed.json',
      'shop/feed.xml',
      'shop/index.html',
    ]),
  );
  expect((await policybook(['verify', site])).stdout).toBe(
    'No problems found.\nChecked 2 published versions.\n',
  );
});

test('keeps the anchors of each version, and the names of entries in feeds', () => {
  const page = read(join(site, 'shop/cookies/2026-01-01/index.html'));
  expect([...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toEqual(
    expect.arrayContaining(['what-we-store', 'cookies-ga', 'cookies-sid', 'your-choices']),
  );
  const feed = read(join(site, 'shop/cookies/feed.xml'));
  expect([...feed.matchAll(/<id>([^<]+)/g)].map(([, id]) => id)).toEqual([
    'https://example.com/shop/cookies/feed.xml',
    'ni:///sha-256;BNZmDlnLdGRU4acNeyGYi73DlXnnCWv78ydzWz22lM8',
    'ni:///sha-256;BgQJg8qs9btCE1nttRNNiAhTxTGLsK7O9E4CM3G3t3s',
  ]);
});

test('publishes the records that were sealed, byte for byte', () => {
  for (const version of ['2026-01-01', '2026-03-01']) {
    const sealed = read(join(policies, `shop/history/cookies/${version}.json`));
    expect(read(join(project, `policies/shop/history/cookies/${version}.json`))).toBe(sealed);
    expect(read(join(site, `shop/cookies/${version}.json`))).toBe(sealed);
  }
});

test('seals the next version on top of them', async () => {
  const file = join(project, 'policies/shop/cookies.yaml');
  const edited = read(file)
    .replace('updated: 2026-03-01', 'updated: 2026-05-01')
    .replace('6 months', '3 months')
    .replace('It stays for a shorter time.', 'It goes sooner.');
  writeFileSync(file, edited);
  const released = await policybook(['release', '--project', project, '--as-of', '2026-05-01']);
  expect(released, released.stdout + released.stderr).toMatchObject({ code: 0 });
  const verified = await policybook(['verify', join(project, 'policies')]);
  expect(verified.stdout).toBe('No problems found.\nChecked 3 published versions.\n');
});
