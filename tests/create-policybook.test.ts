import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, test } from 'vitest';
import { root } from './command.ts';

// The package `create-policybook` as npm would unpack it: its own files, and the packages it names, nothing else.

const folder = join(root, '.cache/tests/create policybook');
const unpacked = join(folder, 'node_modules/create-policybook');
const manifestOf = (path: string) => JSON.parse(readFileSync(join(root, path), 'utf8'));
const own = manifestOf('create-policybook/package.json');
const main = manifestOf('package.json');

beforeAll(() => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(unpacked, { recursive: true });
  const bundled = spawnSync(process.execPath, ['scripts/bundle-create.ts'], { cwd: root, encoding: 'utf8' });
  expect(bundled.stderr).toBe('');
  for (const path of ['package.json', ...own.files])
    cpSync(join(root, 'create-policybook', path), join(unpacked, path), { recursive: true });
  for (const name of Object.keys(own.dependencies))
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
});

const create = (...args: string[]) =>
  spawnSync(process.execPath, [join(unpacked, own.bin['create-policybook']), ...args], {
    cwd: folder,
    encoding: 'utf8',
  });

test('begins a repository without Astro, with the versions it was made with', () => {
  const { status, stdout, stderr } = create('acme policies', '--yes');
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain('Wrote acme policies/policies/acme/cookie-policy.yaml\n');
  const { devDependencies } = JSON.parse(readFileSync(join(folder, 'acme policies/package.json'), 'utf8'));
  expect(devDependencies).toEqual({
    astro: { ...main.dependencies, ...main.devDependencies }.astro,
    policybook: main.version,
  });
});

test('refuses in a sentence where nobody can be asked', () => {
  const { status, stderr } = create('other');
  expect(status).toBe(2);
  expect(stderr).toMatch(/^Unexpected input that is no terminal, .*\nNext: npm create policybook -- --help/);
});

test('has our version, and the packages it needs in the versions that we have', () => {
  expect(own.version).toBe(main.version);
  const bundle = readFileSync(join(unpacked, 'lib/src/create.js'), 'utf8');
  const imported = [...bundle.matchAll(/^import .*"((?!node:)[^"]+)";$/gm)].map(([, name]) => name);
  expect([...new Set(imported)].sort()).toEqual(Object.keys(own.dependencies));
  expect(own.dependencies).toEqual(
    Object.fromEntries(Object.keys(own.dependencies).map((name) => [name, main.dependencies[name]])),
  );
});
