import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './command.ts';

type Job = {
  permissions?: Record<string, string>;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
};
type Workflow = { permissions?: Record<string, string>; jobs: Record<string, Job> };

const files = globSync('.github/workflows/*.yml', { cwd: root }).sort();
const texts = new Map(files.map((file) => [file, readFileSync(join(root, file), 'utf8')]));
const jobs = [...texts].flatMap(([file, text]) => {
  const { jobs: own, permissions }: Workflow = parse(text);
  return Object.entries(own).map(([name, job]) => ({
    name: `${file} ${name}`,
    ...job,
    permissions: job.permissions ?? permissions ?? {},
  }));
});

test('names every action by its commit, with the version beside it', () => {
  const uses = [...texts.values()].flatMap((text) => text.match(/uses: .*/g) ?? []);
  expect(uses.length).toBeGreaterThan(10);
  expect(uses.filter((line) => !/^uses: [\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual(
    [],
  );
});

test('leaves no token on disk where packages run', () => {
  const checkouts = jobs.flatMap(({ name, steps }) =>
    steps
      .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
      .map((step) => [name, step.with?.['persist-credentials']]),
  );
  expect(checkouts).toEqual(checkouts.map(([name]) => [name, false]));
  expect(checkouts.length).toBe(3);
});

test('runs no package where something can be signed, deployed or written into a pull request', () => {
  const installing = jobs.filter(({ steps }) => steps.some(({ run }) => /npm (ci|run|test)/.test(run ?? '')));
  expect(installing.map(({ name }) => name)).toEqual([
    '.github/workflows/check.yml policies',
    '.github/workflows/check.yml tests',
    '.github/workflows/publish.yml build',
  ]);
  for (const { permissions } of installing)
    expect(Object.keys(permissions).filter((permission) => permission !== 'contents')).toEqual([]);
});
