import { cpSync, globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { policybook, root } from './command.ts';

// Records that version 0.1.0 sealed, beside the text they were sealed from. They stay as they are, byte for byte: what a
// later version does not read from them is a fault of that version.

const policies = join(root, 'tests/fixtures/upgrade/policies');
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

test('builds a site with the addresses and anchors that readers had, and leaves each record as it was', async () => {
  const project = mkdtempSync(join(tmpdir(), 'upgrade-'));
  cpSync(policies, join(project, 'policies'), { recursive: true });
  const built = await policybook(['build', '--project', project, '--as-of', '2026-04-01']);
  expect(built, built.stdout + built.stderr).toMatchObject({ code: 0 });
  const site = join(project, 'dist');
  const read = (path: string) => readFileSync(path, 'utf8');
  expect(globSync('shop/**/*.{html,json,xml,md}', { cwd: site }).sort()).toEqual([]);
  const version = read(join(site, 'shop/cookies/2026-01-01/index.html'));
  expect([...version.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)).toEqual([]);
  expect((await policybook(['verify', site])).stdout).toContain('Checked 2 published versions.');
  for (const record of globSync('shop/history/**/*.json', { cwd: policies }))
    expect(read(join(project, 'policies', record))).toBe(read(join(policies, record)));
  rmSync(project, { recursive: true });
});
