import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readlinkSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { type Outcome, policybook, root } from './command.ts';
import { cookies, edit, publishVersions, writeFolder } from './published-texts.ts';
import { today } from './today.ts';

// Commands that are run from another folder, on projects that lie elsewhere and hold nothing of ours.

const minutes = 120_000;
const folder = mkdtempSync(join(tmpdir(), 'policybook-elsewhere-'));
const project = join(folder, 'Verträge & Co', '政策');
const stand = join(folder, 'stand');
const from = (cwd: string, ...args: string[]): Promise<Outcome> => policybook(args, { NO_COLOR: '1' }, cwd);

beforeAll(() => {
  mkdirSync(stand);
  cpSync(join(root, 'policies'), join(project, 'policies'), { recursive: true });
  for (const part of ['site', 'public']) cpSync(join(root, part), join(project, part), { recursive: true });
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function filesIn(path: string): Map<string, string> {
  const files = globSync('**', { cwd: path, withFileTypes: true }).filter((item) => item.isFile());
  const paths = files.map((item) => relative(path, join(item.parentPath, item.name))).sort();
  return new Map(paths.map((name) => [name, readFileSync(join(path, name), 'latin1')]));
}

test(
  'builds the same site from anywhere, and leaves nothing where it was called',
  async () => {
    const checkout = filesIn(inject('policies'));
    const outside = await from(stand, 'build', '--project', '../Verträge & Co/政策', '--as-of', today);
    expect(outside).toMatchObject({ code: 0, stderr: '' });
    expect(outside.stdout).toContain('\n  ../Verträge & Co/政策/policies/');
    expect(outside.stdout).toMatch(
      /\nWrote \d+ policies to \.\.\/Verträge & Co\/政策\/dist\/\.\nNext: .+\n$/,
    );
    expect(filesIn(join(project, 'dist'))).toEqual(checkout);
    const within = await from(project, 'build', '--out', join(stand, 'a site'), '--as-of', today);
    expect(within).toMatchObject({ code: 0, stderr: '' });
    expect(filesIn(join(stand, 'a site'))).toEqual(checkout);
    expect(globSync('*', { cwd: stand })).toEqual(['a site']);
    const left = globSync('{*,.*}', { cwd: project }).sort();
    // dist leads to the folder of its build.
    const built = readlinkSync(join(project, 'dist'));
    expect(left).toEqual(['.policybook', 'dist', built, 'policies', 'public', 'site']);
  },
  minutes,
);

test(
  'copies the public files of the project, and needs none',
  async () => {
    const bare = join(folder, 'bare');
    const complete = join(root, 'tests/fixtures/complete');
    cpSync(complete, join(bare, 'policies'), { recursive: true });
    expect(await from(bare, 'build')).toMatchObject({ code: 0, stderr: '' });
    const plain = readFileSync(join(bare, 'dist/style.css'), 'utf8');
    const dressed = writeFolder(relative(root, join(folder, 'dressed')), {
      'site/theme.css': ':root { --accent: teal; }\n',
      'public/legal/stamp.txt': 'stamp\n',
    });
    cpSync(complete, join(root, dressed, 'policies'), { recursive: true });
    expect(await from(bare, 'build', '--project', '../dressed')).toMatchObject({ code: 0, stderr: '' });
    const site = join(folder, 'dressed/dist');
    expect(readFileSync(join(site, 'style.css'), 'utf8')).toBe(`${plain}:root { --accent: teal; }\n`);
    expect(readFileSync(join(site, 'legal/stamp.txt'), 'utf8')).toBe('stamp\n');
  },
  minutes,
);

test('keeps what it compiled with each project', async () => {
  const names = ['one', 'other'].map((name) => {
    const texts = publishVersions(cookies);
    const policies = Object.fromEntries(
      Object.entries(texts).map(([path, text]) => [`policies/${path}`, text]),
    );
    writeFolder(relative(root, join(folder, name)), policies);
    return name;
  });
  const entries = async (name: string) => {
    expect((await from(folder, 'check', '--project', name)).code).toBe(0);
    return globSync('*/*/*.json', { cwd: join(folder, name, '.policybook/compiled') });
  };
  for (const name of names) expect((await entries(name)).length).toBeGreaterThan(1);
  expect(existsSync(join(folder, '.policybook'))).toBe(false);
});

test('works on a project from elsewhere, as on the one around', async () => {
  const texts = {
    ...publishVersions(cookies),
    'shop/cookies.yaml': edit(cookies, ['13 months', '6 months']),
  };
  const policies = Object.fromEntries(
    Object.entries(texts).map(([path, text]) => [`policies/${path}`, text]),
  );
  writeFolder(relative(root, join(folder, 'shop front')), policies);
  const within = join(folder, 'shop front');
  const same = async (...args: string[]) => {
    const here = await from(within, ...args);
    const there = await from(stand, ...args, '--project', '../shop front');
    const moved = ({ stdout, stderr, code }: Outcome) => ({
      code,
      stderr,
      stdout: stdout.replaceAll('../shop front/policies/', 'policies/'),
    });
    expect(moved(there)).toEqual(moved(here));
    return here;
  };
  expect((await same('check')).stdout).toContain('policies/shop/cookies.yaml:');
  expect((await same('diff', 'shop/cookies')).stdout).toContain('now kept for 6 months. It was 13 months.');
  expect((await same('verify')).stdout).toContain('Checked 1 published version.');
  expect((await same('release', '--dry-run')).code).toBe(1);
  const named = ['revise', 'shop/cookies', '--as-of', '2026-05-01', '--project', '../shop front'];
  expect((await from(stand, ...named)).stdout).toMatch(
    /^\.\.\/shop front\/policies\/shop\/cookies\.yaml is /,
  );
  const text = join(within, 'policies/shop/cookies.yaml');
  const said = readFileSync(text, 'utf8').replace(
    /^ {2}summary:.*$/m,
    '  summary: It stays for a shorter time.',
  );
  writeFileSync(text, said.replace(/^ {2}summary:.*$/m, '$&\n  material: true'));
  const begun = await from(stand, 'new', 'yard/terms', '--project', '../shop front');
  expect(begun.stdout).toContain('Wrote ../shop front/policies/yard/terms.yaml\n');
  expect((await from(within, 'release')).stdout).toContain(
    'Wrote policies/shop/history/cookies/2026-05-01.json',
  );
  expect((await from(stand, 'diff', '../shop front/policies/shop/cookies.yaml')).stdout).toBe(
    'Nothing changed.\n',
  );
});
