import { expect, test } from 'vitest';
import { type FoundFile, locateFiles } from '../src/read/location.ts';

/** `a/b.yaml` is a file, `a/` a folder, `a@` a symbolic link. */
function find(...paths: string[]): FoundFile[] {
  return paths.map((path) => {
    if (path.endsWith('/')) return { path: path.slice(0, -1), kind: 'folder' };
    return path.endsWith('@') ? { path: path.slice(0, -1), kind: 'symlink' } : { path, kind: 'file' };
  });
}

const complete = ['site.yaml', 'chatsync/', 'chatsync/product.yaml', 'chatsync/cookie-policy.yaml'];

function problemsWith(...paths: string[]): string[] {
  const { problems } = locateFiles('policies', find(...complete, ...paths));
  return problems.map(({ place, rule, message }) => `${place.file} ${rule} ${message}`);
}

test('finds the files of a site, sorted, with product and slug', () => {
  const found = find('vendors.yaml', ...complete, 'steps.yaml');
  expect(locateFiles('policies', found)).toEqual({
    files: [
      { kind: 'policy', path: 'chatsync/cookie-policy.yaml', product: 'chatsync', slug: 'cookie-policy' },
      { kind: 'product', path: 'chatsync/product.yaml', product: 'chatsync' },
      { kind: 'site', path: 'site.yaml' },
      { kind: 'steps', path: 'steps.yaml' },
      { kind: 'vendors', path: 'vendors.yaml' },
    ],
    problems: [],
  });
});

test.each([
  '2026-3-1.json',
  '2026-03-31.yaml',
  'old/2026-03-31.json',
])('reports the file %s among records, since nothing reads it', (name) => {
  const path = `chatsync/history/cookie-policy/${name}`;
  expect(problemsWith(path)).toEqual([
    `policies/${path} file/location Unexpected file in the history of a product, expected records like history/<policy>/2026-03-31.json.`,
  ]);
});

test('ignores hidden files, notes and records', () => {
  const paths = ['.DS_Store', '.git/config', 'README.md', 'chatsync/notes.MD', 'chatsync/.swp'];
  expect(
    problemsWith(...paths, 'chatsync/history/', 'chatsync/history/cookie-policy/2026-03-31.json'),
  ).toEqual([]);
});

test('a problem stands at the start of its file and names the next step', () => {
  expect(locateFiles('policies', find(...complete, 'chatsync/terms.yml')).problems).toEqual([
    {
      rule: 'file/name',
      severity: 'error',
      message: 'Unexpected ending .yml of a file name, expected .yaml.',
      place: { file: 'policies/chatsync/terms.yml', line: 1, column: 1, endLine: 1, endColumn: 1 },
      help: 'Rename the file to terms.yaml.',
    },
  ]);
});

test.each([
  ['chatsync/terms.yaml@', 'file/symlink', 'Unexpected symbolic link, expected a file or a folder.'],
  [
    'chatsync/Terms.yaml',
    'file/name',
    'Unexpected name “Terms”, expected lower-case letters, digits and hyphens, a letter first, at most 63.',
  ],
  [
    'chatsync/a\u202eb.yaml',
    'file/name',
    'Unexpected name “a[U+202E]b”, expected lower-case letters, digits and hyphens, a letter first, at most 63.',
  ],
  [
    `chatsync/${'a'.repeat(64)}.yaml`,
    'file/name',
    `Unexpected name “${'a'.repeat(64)}”, expected lower-case letters, digits and hyphens, a letter first, at most 63.`,
  ],
  [
    'chatsync/cookie-policy.pt-BR.yaml',
    'file/name',
    'Unexpected language “pt-BR” in a file name, expected one language for each policy.',
  ],
  ['chatsync/index.yaml', 'file/reserved', 'Unexpected name “index”, expected a name that nothing else has.'],
  ['chatsync/COM7.yaml', 'file/reserved', 'Unexpected name “COM7”, expected a name that nothing else has.'],
  [
    'chatsync/nul.de.yaml',
    'file/reserved',
    'Unexpected name “nul.de”, expected a name that nothing else has.',
  ],
  ['chatsync/logo.svg', 'file/location', 'Unexpected file, expected files that end in .yaml or .md.'],
  [
    'cookie-policy.yaml',
    'file/location',
    'Unexpected file beside the products, expected site.yaml, vendors.yaml, steps.yaml or a folder.',
  ],
  [
    'chatsync/old/terms.yaml',
    'file/location',
    'Unexpected file in a folder inside a product, expected policies directly in the folder of the product.',
  ],
])('refuses %s', (path, rule, message) => {
  expect(problemsWith(path)).toEqual([`policies/${path.replace('@', '')} ${rule} ${message}`]);
});

test('the problem of a translation says how it becomes a policy of its own', () => {
  const { problems } = locateFiles('policies', find(...complete, 'chatsync/cookie-policy.de.yaml'));
  expect(problems[0]?.help).toBe(
    'A text in another language is a policy of its own: name it cookie-policy-de.yaml, say, and write `language: de` in it.',
  );
});

test('an ending that an editor put behind ours is told alone', () => {
  const found = find('site.yaml', 'toys/product.yaml.txt', 'toys/terms.yaml.txt');
  const { problems } = locateFiles('policies', found);
  expect(problems.map(({ place, message, help }) => `${place.file} ${message} ${help}`)).toEqual([
    'policies/toys/product.yaml.txt Unexpected ending .yaml.txt of a file name, expected .yaml. Rename the file to product.yaml.',
    'policies/toys/terms.yaml.txt Unexpected ending .yaml.txt of a file name, expected .yaml. Rename the file to terms.yaml.',
  ]);
});

test('a library under a name that is nearly its own is read', () => {
  const { files } = locateFiles('policies', find(...complete, 'vendor.yaml', 'step.yaml'));
  expect(files.flatMap(({ kind, path }) => (path.includes('/') ? [] : [`${kind} ${path}`]))).toEqual([
    'site site.yaml',
    'steps step.yaml',
    'vendors vendor.yaml',
  ]);
});

const namesOfProducts =
  'about handbook 404 feed sitemap robots assets _astro index latest diff theme cname cookies companies';
const namesOfPolicies = 'index history feed latest diff changes since assets as-of compare';
const namesOfDevices = 'con prn aux nul com0 com9 lpt0 lpt9';

test.each(`${namesOfProducts} ${namesOfDevices}`.split(' '))('keeps %s from being a product', (name) => {
  const expected = `policies/${name} file/reserved Unexpected name “${name}”, expected a name that nothing else has.`;
  expect(problemsWith(`${name}/product.yaml`, `${name}/terms.yaml`)).toEqual([expected]);
});

test.each(`${namesOfPolicies} ${namesOfDevices}`.split(' '))('keeps %s from being a policy', (name) => {
  const { files, problems } = locateFiles('policies', find(...complete, `chatsync/${name}.yaml`));
  expect(problems.map(({ rule }) => rule)).toEqual(['file/reserved']);
  expect(files).toHaveLength(3);
});

test('a product with a bad name is one problem, and none of its files is read', () => {
  const { files, problems } = locateFiles(
    'policies',
    find(...complete, '2go/product.yaml', '2go/terms.yaml'),
  );
  expect(problems.map(({ rule, place }) => `${place.file} ${rule}`)).toEqual(['policies/2go file/name']);
  expect(files).toHaveLength(3);
});

test('a name that differs from another only in capitals is a problem', () => {
  expect(problemsWith('Chatsync/product.yaml', 'Chatsync/cookie-policy.yaml')).toEqual([
    'policies/Chatsync file/name Unexpected name “Chatsync”, expected lower-case letters, digits and hyphens, a letter first, at most 63.',
    'policies/chatsync file/case Unexpected name that differs from “Chatsync” only in capitals, expected different names.',
  ]);
  expect(problemsWith('chatsync/Cookie-policy.yaml')).toContain(
    'policies/chatsync/cookie-policy.yaml file/case Unexpected name that differs from “chatsync/Cookie-policy.yaml” only in capitals, expected different names.',
  );
});

test('a path of more than 200 characters is a problem', () => {
  const path = (length: number) => `chatsync/${'a'.repeat(length - 'policies/chatsync/.yaml'.length)}.yaml`;
  const rules = (length: number) =>
    problemsWith(path(length)).filter((line) => line.includes('characters, expected'));
  expect(rules(200)).toEqual([]);
  expect(rules(201)).toEqual([
    `policies/${path(201)} file/name Unexpected path of 201 characters, expected at most 200.`,
  ]);
});

test('says that the file of the site is absent', () => {
  expect(locateFiles('policies', []).problems).toMatchObject([
    {
      rule: 'file/missing',
      severity: 'error',
      message: 'Unexpected absence of this file, expected it for the site.',
      place: { file: 'policies/site.yaml' },
      help: 'Create site.yaml.',
    },
  ]);
});

test('says that the file of a product is absent', () => {
  expect(problemsWith('walksync/terms.yaml')).toEqual([
    'policies/walksync/product.yaml file/missing Unexpected absence of this file, expected it for the product.',
  ]);
});

test('a file with the wrong ending is not absent as well', () => {
  const { problems } = locateFiles(
    'policies',
    find('site.yml', 'chatsync/product.yml', 'chatsync/terms.yaml'),
  );
  expect(problems.map(({ rule }) => rule)).toEqual(['file/name', 'file/name']);
});

test('warns of a product without a policy', () => {
  const { problems } = locateFiles('policies', find('site.yaml', 'walksync/', 'talksync/product.yaml'));
  expect(problems.map(({ place, rule, severity }) => `${place.file} ${rule} ${severity}`)).toEqual([
    'policies/talksync/product.yaml file/missing warning',
    'policies/walksync file/missing warning',
  ]);
});

test('a file under a name that is nearly its own is told once, as what it is', () => {
  const { files, problems } = locateFiles(
    'policies',
    find('sites.yaml', 'toys/products.yaml', 'toys/terms.yaml'),
  );
  expect(problems.map(({ place, rule, help }) => `${place.file} ${rule} ${help}`)).toEqual([
    'policies/sites.yaml file/name Rename the file to site.yaml, or create site.yaml beside it where it is a policy.',
    'policies/toys/products.yaml file/name Rename the file to product.yaml, or create toys/product.yaml beside it where it is a policy.',
  ]);
  expect(files.map(({ path }) => path)).toEqual(['toys/terms.yaml']);
});

test('a text in Markdown that is called like a policy is to be imported', () => {
  const notes = ['chatsync/terms.md', 'chatsync/notes.md', 'chatsync/cookie-policy.md'];
  const { problems } = locateFiles('policies', find(...complete, ...notes));
  expect(problems.map(({ place, message, help }) => [place.file, message, help])).toEqual([
    [
      'policies/chatsync/terms.md',
      'Unexpected text in Markdown, expected a policy in YAML.',
      'Make a policy of it: policybook import policies/chatsync/terms.md. Notes that nobody is to read on the site have another name.',
    ],
  ]);
});
