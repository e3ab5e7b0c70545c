import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { productId, repositoryFiles } from '../src/beginnings/repository.ts';
import { type Answers, faultOf } from '../src/commands/answers.ts';
import { ownVersions } from '../src/doors/versions.ts';
import { problemsOf } from '../src/site/library.ts';
import { policybook, root } from './command.ts';
import { filledIn } from './filled-in.ts';
import { openFolder } from './open-folder.ts';
import { filesIn, writeFolder } from './published-texts.ts';
import { today } from './today.ts';

const founding = {
  folder: 'acme-policies',
  host: 'github' as const,
  day: today,
  versions: { policybook: '1.2.3', astro: '7.3.4' },
};

function policiesOf(answers: Answers): Record<string, string> {
  const { host: _, ...known } = answers;
  const files = repositoryFiles({ ...founding, ...known } as Parameters<typeof repositoryFiles>[0]);
  const own = Object.entries(files).filter(([path]) => path.startsWith('policies/'));
  return Object.fromEntries(own.map(([path, text]) => [path.replace('policies/', ''), text]));
}

function errorsIn(name: string, texts: Record<string, string>): string[] {
  const folder = writeFolder(`.cache/tests/init-${name}`, texts);
  return problemsOf(openFolder(folder, today))
    .filter(({ severity }) => severity === 'error')
    .map(({ message }) => message);
}

test('begins a repository that checks, and can be released once it is filled in', async () => {
  const folder = '.cache/tests/init/acme policies';
  rmSync(join(root, folder), { recursive: true, force: true });
  const { code, stdout } = await policybook(['init', folder, '--yes', '--as-of', today]);
  expect([code, stdout]).toEqual([0, expect.stringContaining(`  cd '${folder}'\n  npm install\n`)]);
  expect(Object.keys(filesIn(folder)).sort()).toEqual([
    '.gitattributes',
    '.github/workflows/check.yml',
    '.github/workflows/publish.yml',
    '.gitignore',
    '.vscode/extensions.json',
    '.vscode/settings.json',
    'README.md',
    'package.json',
    'policies/acme/cookie-policy.yaml',
    'policies/acme/privacy-policy.yaml',
    'policies/acme/product.yaml',
    'policies/site.yaml',
  ]);
  const policies = writeFolder('.cache/tests/init-filled', filledIn(filesIn(`${folder}/policies`)));
  const released = await policybook(['release', policies, '--as-of', today]);
  expect(released.stdout).toContain(`acme/cookie-policy: ${today} released.\n`);
  expect(released.stdout).toContain(`acme/privacy-policy: ${today} released.\n`);
});

test('writes over nothing, and names what it left', async () => {
  const folder = '.cache/tests/init-again';
  rmSync(join(root, folder), { recursive: true, force: true });
  mkdirSync(join(root, folder, 'policies'), { recursive: true });
  writeFileSync(join(root, folder, 'package.json'), '{}');
  writeFileSync(join(root, folder, 'policies/site.yaml'), 'name: Ours\n');
  const { stdout } = await policybook(['init', folder, '--yes']);
  expect(stdout).toContain(`Left ${folder}/package.json: it is there.\n`);
  expect(stdout).toContain(
    'Left out policies/product/product.yaml: there are policies already.\n'.replace(
      'product/',
      'init-again/',
    ),
  );
  expect(stdout).toContain('npm install --save-dev --save-exact astro policybook\n');
  expect(readFileSync(join(root, folder, 'package.json'), 'utf8')).toBe('{}');
  expect(existsSync(join(root, folder, 'policies/init-again'))).toBe(false);
});

test('writes nothing where nobody can be asked, or where an answer does not fit', async () => {
  const folder = '.cache/tests/init-refused';
  rmSync(join(root, folder), { recursive: true, force: true });
  const asked = await policybook(['init', folder, '--company', 'Acme Ltd']);
  expect([asked.code, asked.stderr]).toEqual([
    2,
    expect.stringContaining('expected --yes, or --product, --url, --email, --host: nobody can be asked.'),
  ]);
  const unfit = await policybook(['init', folder, '--yes', '--url', 'http://acme.example']);
  expect(unfit.stderr).toContain(
    'Unexpected url “http://acme.example”, expected a web address that starts with https://.',
  );
  expect(existsSync(join(root, folder))).toBe(false);
});

test.each([
  'Acme "Policies" Ltd',
  "O'Neill & Söhne: Wärme #1",
  '../../etc/passwd',
  '🐚 shells',
  '- null',
  'yes',
  '0x10',
  '`code` \\ *x* <y',
  'هيئة',
])('makes valid policies of the name %s', (name) => {
  expect([faultOf('company', name), faultOf('product', name)]).toEqual([undefined, undefined]);
  const texts = policiesOf({ company: name, product: name, url: 'https://acme.example/legal/' });
  expect(errorsIn('odd', filledIn(texts))).toEqual([]);
  expect(parse(texts[`${productId(name)}/product.yaml`] ?? '').name).toBe(name);
});

test.each([
  'two\nlines',
  'a\u202eb',
  ' ',
  '{{ name }}',
  'x'.repeat(121),
  'a\tb',
  '<b>Acme</b>',
  '**Acme**',
  '[link](https://example.com)',
  '',
])('refuses the name %j', (name) => {
  expect(faultOf('product', name)).toMatch(/^Unexpected product .+, expected a name on one line/);
});

test.each([
  ['About', 'about-product'],
  ['Łódź Tide', 'odz-tide'],
  ['../..', 'product'],
  ['42', 'product'],
  ['x'.repeat(100), 'x'.repeat(40)],
])('puts %s into the folder %s', (name, id) => {
  expect(productId(name)).toBe(id);
});

test('names the versions it is tried with, exactly', () => {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(ownVersions()).toEqual({
    policybook: manifest.version,
    astro: expect.stringMatching(/^\d+\.\d+\.\d+$/),
  });
  const { devDependencies } = JSON.parse(repositoryFiles(founding)['package.json'] ?? '');
  expect(devDependencies).toEqual({ astro: '7.3.4', policybook: '1.2.3' });
});

test('never names a package as one it depends on', () => {
  const { name } = JSON.parse(repositoryFiles({ ...founding, folder: 'astro' })['package.json'] ?? '');
  expect(name).toBe('astro-site');
});

test('points the editor to schemas that the package holds', () => {
  const settings = JSON.parse(repositoryFiles(founding)['.vscode/settings.json'] ?? '');
  const schemas = Object.keys(settings['yaml.schemas']);
  expect(schemas).toHaveLength(5);
  const files = schemas.map((path) => path.replace('./node_modules/policybook/', ''));
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
});

test('writes for GitLab what GitLab reads', () => {
  const files = repositoryFiles({ ...founding, host: 'gitlab' });
  expect(Object.keys(files).filter((path) => path.startsWith('.git'))).toEqual([
    '.gitlab-ci.yml',
    '.gitattributes',
    '.gitignore',
  ]);
});
