import { execFileSync } from 'node:child_process';
import { existsSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { home, repositoryFiles } from '../src/beginnings/repository.ts';
import { root } from './command.ts';

type Job = {
  permissions?: Record<string, string>;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
};
type Workflow = { permissions?: Record<string, string>; jobs: Record<string, Job> };

const textsOf = (pattern: string) =>
  new Map(
    globSync(pattern, { cwd: root })
      .sort()
      .map((file) => [file, readFileSync(join(root, file), 'utf8')]),
  );
const texts = textsOf('.github/workflows/*.yml');
const templates = textsOf('docs/templates/*.yml');
const actions = textsOf('actions/*/action.yml');
const jobs = [...texts].flatMap(([file, text]) => {
  const { jobs: own, permissions }: Workflow = parse(text);
  return Object.entries(own).map(([name, job]) => ({
    name: `${file} ${name}`,
    ...job,
    permissions: job.permissions ?? permissions ?? {},
  }));
});

test('names every action by its commit, with the version beside it', () => {
  const all = [...texts.values(), ...templates.values(), ...actions.values()];
  const uses = all
    .flatMap((text) => text.match(/uses: .*/g) ?? [])
    .filter((line) => line !== `uses: ${home}/actions/deploy@v1`);
  expect(uses.length).toBeGreaterThan(25);
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
  expect(checkouts.length).toBe(4);
});

test('runs no package where something can be signed, deployed or written into a pull request', () => {
  const installing = jobs.filter(({ steps }) => steps.some(({ run }) => /npm (ci|run|test)/.test(run ?? '')));
  expect(installing.map(({ name }) => name)).toEqual([
    '.github/workflows/check.yml policies',
    '.github/workflows/check.yml tests',
    '.github/workflows/publish.yml build',
    '.github/workflows/release.yml pack',
  ]);
  for (const { permissions } of installing)
    expect(Object.keys(permissions).filter((permission) => permission !== 'contents')).toEqual([]);
});

type Action = {
  inputs: Record<string, { description: string; default: string }>;
  runs: { steps: Job['steps'] };
};
const steps = [...actions].flatMap(([file, text]) => {
  const { runs }: Action = parse(text);
  return runs.steps.map((step) => ({ file, ...step }));
});

test('gives a script no value but through its environment', () => {
  const scripts = [...jobs.flatMap((job) => job.steps), ...steps].flatMap(({ run }) => run ?? []);
  expect(scripts.length).toBeGreaterThan(20);
  expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
});

test('runs each script of an action in a shell that stops at a failure', () => {
  const scripts = steps.filter(({ run }) => run !== undefined);
  expect(scripts.filter((step) => !('shell' in step && step.shell === 'bash'))).toEqual([]);
});

test('leaves no token on disk where an action installs, and installs none where one can sign or write', () => {
  const installing = steps.filter(({ run }) => /\b(npm|npx)\b/.test(run ?? '')).map(({ file }) => file);
  expect([...new Set(installing)]).toEqual(['actions/check/action.yml', 'actions/publish/action.yml']);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.map(({ file, with: said }) => [file, said?.['persist-credentials']])).toEqual([
    ['actions/check/action.yml', false],
    ['actions/publish/action.yml', false],
  ]);
});

test('publishes both packages as one version, and moves the tag by which companies name the actions', () => {
  const text = texts.get('.github/workflows/release.yml') ?? '';
  const released: Workflow & { on: unknown } = parse(text);
  const scripts = (job: string) => released.jobs[job]?.steps.map(({ run = '' }) => run).join('\n');
  expect(released.on).toEqual({ push: { tags: ['v*.*.*'] } });
  expect(scripts('pack')).toContain(
    'npm run bundle\nnpm pack --pack-destination packed . ./create-policybook',
  );
  expect(scripts('publish')).toContain('for name in policybook create-policybook; do');
  expect(scripts('actions')).toContain('refs/tags/v1');
  expect(released.jobs.actions?.permissions).toEqual({ contents: 'write' });
});

test('names a version in the changelog and in the package that begins repositories', () => {
  const folder = mkdtempSync(join(tmpdir(), 'version-'));
  const write = (path: string, text: string) => writeFileSync(join(folder, path), text);
  const version = () =>
    execFileSync(process.execPath, [join(root, 'scripts/version.ts'), folder, '2026-03-01'], {
      stdio: 'pipe',
    });
  mkdirSync(join(folder, 'create-policybook'));
  write('package.json', '{ "version": "1.2.0" }\n');
  write('create-policybook/package.json', '{\n  "name": "create-policybook",\n  "version": "1.1.0"\n}\n');
  write('CHANGELOG.md', '# Changelog\n\n## Unreleased\n\n- New.\n');
  version();
  const read = (path: string) => readFileSync(join(folder, path), 'utf8');
  expect(read('CHANGELOG.md')).toBe('# Changelog\n\n## Unreleased\n\n## 1.2.0 – 2026-03-01\n\n- New.\n');
  expect(read('create-policybook/package.json')).toBe(
    '{\n  "name": "create-policybook",\n  "version": "1.2.0"\n}\n',
  );
  expect(version).toThrow('Nothing is unreleased in CHANGELOG.md.');
  rmSync(folder, { recursive: true });
});

const founding = {
  folder: 'acme',
  day: '2026-11-22',
  versions: { policybook: '1.0.0', astro: '7.3.4' },
};

test('a company writes workflows of fifteen lines at most, with actions that are there', () => {
  const own = Object.entries(repositoryFiles({ ...founding, host: 'github' })).filter(([path]) =>
    path.startsWith('.github/workflows/'),
  );
  expect(own.map(([path]) => path)).toEqual(['.github/workflows/check.yml', '.github/workflows/publish.yml']);
  for (const [, text] of own) {
    expect(text.trimEnd().split('\n').length).toBeLessThanOrEqual(15);
    const { jobs: parsed }: Workflow = parse(text);
    const names = Object.values(parsed).flatMap((job) => job.steps.map(({ uses = '' }) => uses));
    expect(names.filter((name) => !name.startsWith(`${home}/actions/`) || !name.endsWith('@v1'))).toEqual([]);
    const files = names.map((name) => `${name.slice(home.length + 1, -'@v1'.length)}/action.yml`);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
    expect(Object.values(parsed).filter(({ permissions }) => permissions === undefined)).toEqual([]);
  }
});

test('a company on GitLab includes a component that is there', () => {
  const text = repositoryFiles({ ...founding, host: 'gitlab' })['.gitlab-ci.yml'] ?? '';
  const [, file = ''] = /remote: .*\/v1\/(.*)/.exec(text) ?? [];
  const [spec, template] = readFileSync(join(root, file), 'utf8').split('\n---\n');
  const inputs = Object.keys(parse(spec ?? '').spec.inputs);
  const used = [...(template ?? '').matchAll(/\$\[\[ inputs\.([\w-]+) \]\]/g)].map(([, name]) => name);
  expect(inputs.toSorted()).toEqual([...new Set(used)].toSorted());
  expect(Object.keys(parse(template ?? ''))).toEqual(['.policybook', 'policybook-check', 'policybook-pages']);
});

test('the workflow for a site in parts builds every one of them, joins them on a machine of its own, and deploys on another', () => {
  const text = templates.get('docs/templates/publish-in-parts.yml') ?? '';
  const workflow = parse(text);
  const { part, join: joined, deploy } = workflow.jobs;
  const scripts = (job: Job) => job.steps.map(({ run = '' }) => run).join('\n');
  expect(part.strategy.matrix.part).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
  expect(scripts(part)).toContain('build --part "$PART/$PARTS" --out "parts/part-$PART" --strict');
  expect([joined.needs, scripts(joined)]).toEqual([
    'part',
    expect.stringContaining(
      'join parts/part-* --out dist --strict\nnpx --no-install policybook verify dist --against',
    ),
  ]);
  expect([deploy.needs, deploy.steps]).toEqual(['join', [{ uses: `${home}/actions/deploy@v1` }]]);
  expect(text.match(/persist-credentials: false/g)?.length).toBe(text.match(/actions\/checkout@/g)?.length);
  // An expression stands in no script, and what installs can neither sign nor write.
  expect([part, joined].map(({ permissions }) => permissions)).toEqual(Array(2).fill({ contents: 'read' }));
  expect(`${scripts(part)}${scripts(joined)}`).not.toContain('${{');
});
