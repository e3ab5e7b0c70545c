import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { root } from './command.ts';

const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');
const listed = [...text.matchAll(/^([a-z][\w/-]*\/) +\S/gm)].map(([, name = '']) => name);
const folders = globSync(['*/', 'src/*/'], { cwd: root });

test('CONTRIBUTING lists each folder once, and no other', () => {
  const ours = folders
    .map((name) => `${name}/`)
    .filter((name) => !/^(dist|lib|node_modules|src)\/$/.test(name));
  expect(listed.toSorted()).toEqual(ours.sort());
});

test('each file and folder that CONTRIBUTING names is there', () => {
  const quoted = [...text.matchAll(/`([\w-][\w./-]*)`/g)].map(([, name = '']) => name);
  const named = quoted.filter((name) => /\/|\.(ts|astro|json)$/.test(name));
  expect(named.length).toBeGreaterThan(60);
  // A name may count from the folder that the sentence is about.
  const isThere = (name: string) =>
    globSync(
      ['', 'src/', 'src/*/', 'src/*/*/', 'tests/'].map((start) => start + name),
      { cwd: root },
    ).length > 0;
  expect([...new Set(named)].filter((name) => !isThere(name))).toEqual([]);
});
