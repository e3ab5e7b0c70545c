import { globSync, readFileSync } from 'node:fs';
import { basename, join, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { report } from '../src/reports/report.ts';
import { compileTexts, type Texts } from './compile-texts.ts';
import { howMany, isLong } from './how-many.ts';
import { oneOfEachKind, type Path, pathsIn } from './places.ts';

const folder = join(import.meta.dirname, 'fixtures/demo');
const files = globSync('**/*.yaml', { cwd: folder })
  .map((path) => path.split(sep).join('/'))
  .sort();
const texts = Object.fromEntries(files.map((path) => [path, readFileSync(join(folder, path), 'utf8')]));
// What an edit leaves alone need not be compiled again.
const { cache: asTheyAre } = compileTexts(texts);
const policies = files.filter((path) => path.includes('/') && !path.endsWith('/product.yaml'));

const isShared = (path: string) => !path.includes('/');

/** The files a file is compiled with: those of its product and of the site. One product stands for all. */
function filesAround(path: string): string[] {
  const product = isShared(path) ? 'msgro' : path.split('/')[0];
  return files.filter((other) => isShared(other) || other.startsWith(`${product}/`));
}

function compileWith(path: string, value: unknown) {
  const around: Texts = Object.fromEntries(filesAround(path).map((other) => [other, texts[other] ?? '']));
  const all = { ...around, [path]: stringify(value, { aliasDuplicateObjects: false }) };
  return { all, ...compileTexts(all, asTheyAre) };
}

function isLeaf(value: unknown, path: Path): boolean {
  const leaf = path.reduce<unknown>((at, key) => Reflect.get(Object(at), key), value);
  return typeof leaf !== 'object' || leaf === null;
}

/** A copy in which what stands at a path is changed, or gone if `change` gives nothing. */
function changed(value: unknown, path: Path, replacement?: { value: unknown }): unknown {
  const copy = structuredClone(value);
  const last = path.at(-1) ?? '';
  const parent = path.slice(0, -1).reduce<unknown>((at, key) => Reflect.get(Object(at), key), copy);
  if (replacement) Reflect.set(Object(parent), last, replacement.value);
  else if (Array.isArray(parent)) parent.splice(Number(last), 1);
  else Reflect.deleteProperty(Object(parent), last);
  return copy;
}

/** Whatever a file says, each policy has a page or somebody is told why it has none, at a place that exists. */
function expectAnswer(path: string, value: unknown): void {
  const { all, problems, compiled } = compileWith(path, value);
  const expected = filesAround(path).filter((file) => policies.includes(file));
  if (problems.length === 0)
    expect([...compiled.keys()].map((key) => `${key}.yaml`).sort()).toEqual(expected);
  for (const { place, message } of problems) {
    expect(Object.keys(all).map((file) => `policies/${file}`)).toContain(place.file);
    const lines = all[place.file.replace('policies/', '')]?.split('\n') ?? [];
    expect(place.line).toBeLessThanOrEqual(lines.length);
    expect(message).toMatch(/^Unexpected [^\n]+\.$/);
  }
  const sourceOf = (file: string) => all[file.replace('policies/', '')];
  for (const format of ['pretty', 'json', 'github'] as const) report(problems, format, { sourceOf });
}

test('compiles the policies as they are', () => {
  const { problems, compiled } = compileTexts(texts);
  expect(problems).toEqual([]);
  const policies = Object.keys(texts).filter((path) => /^[^/]+\/(?!product\.)[^/]+\.yaml$/.test(path));
  expect(policies.length).toBeGreaterThan(5);
  expect(compiled.size).toBe(policies.length);
});

const knownKinds = new Map<string, Set<string>>();

/** The kinds of places that are known of a file: of all files like it, unless every case is to be tried. */
function kindsLike(path: string, value: unknown): Set<string> {
  const like = policies.includes(path) ? String(Reflect.get(Object(value), 'kind')) : basename(path);
  const known = knownKinds.get(isLong ? path : like) ?? new Set();
  knownKinds.set(isLong ? path : like, known);
  return known;
}

// A kind is tried in the smallest file that has one: a large file takes longer and teaches no more.
const bySize = files.toSorted((one, other) => (texts[one] ?? '').length - (texts[other] ?? '').length);
const places = bySize.flatMap((path): [string, unknown, Path[]][] => {
  const value: unknown = parse(texts[path] ?? '');
  const paths = oneOfEachKind(pathsIn(value), kindsLike(path, value));
  return paths.length > 0 ? [[path, value, paths]] : [];
});

test.each(places)('answers for %s without a key or an item of each kind', (path, value, paths) => {
  for (const at of paths) expectAnswer(path, changed(value, at));
});

test('has tried each kind of place', () => {
  expect(places.flatMap(([, , paths]) => paths).length).toBeGreaterThan(200);
});

const hostile: unknown[] = [
  'long text '.repeat(3_000),
  'x'.repeat(600),
  '{{',
  '{{ name }}',
  '{{ contacts }}',
  '}} {{ __proto__ }}',
  '<script>alert(1)</script>',
  '[a](javascript:alert(1))',
  '# Heading',
  '| a |\n|---|\n| b |',
  '> '.repeat(40),
  '🍪',
  'e\u0301\u202e\u0000',
  'constructor',
  '__proto__',
  'all',
  'none',
  'self',
  '2026-02-30',
  'en_GB',
  'https://example.com/%',
  '',
  ' ',
  '\n',
  '*',
  '-',
  0,
  -1,
  1e21,
  0.5,
  true,
  false,
  null,
  [],
  {},
  [[]],
  [null],
  ['all', 'constructor'],
  { constructor: 'a' },
  { name: {} },
  { text: 5 },
];

const leaves = files.flatMap((path) => {
  const value: unknown = parse(texts[path] ?? '');
  return pathsIn(value).map((at) => ({ path, value, at, isLeaf: isLeaf(value, at) }));
});

const fromPolicies = leaves.filter(({ path }) => policies.includes(path));
const fromOthers = leaves.filter(({ path }) => !policies.includes(path));

test.each([
  ['value of a policy', fromPolicies.filter((leaf) => leaf.isLeaf), 150],
  ['group of a policy', fromPolicies.filter((leaf) => !leaf.isLeaf), 100],
  ['value around policies', fromOthers.filter((leaf) => leaf.isLeaf), 150],
  ['group around policies', fromOthers.filter((leaf) => !leaf.isLeaf), 100],
])('answers for any %s that is replaced by a hostile one', (_, places, numRuns) => {
  fc.assert(
    fc.property(fc.constantFrom(...places), fc.constantFrom(...hostile), ({ path, value, at }, replacement) =>
      expectAnswer(path, changed(value, at, { value: replacement })),
    ),
    { numRuns: howMany(numRuns) },
  );
});

test('answers for the site with each of its values replaced by each hostile one', () => {
  for (const { value, at } of leaves.filter(({ path }) => path === 'site.yaml'))
    for (const replacement of hostile) expectAnswer('site.yaml', changed(value, at, { value: replacement }));
});

test('answers for any bytes in place of a file', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), fc.uint8Array({ maxLength: 200 }), (path, bytes) => {
      const text = new TextDecoder('latin1').decode(bytes);
      const { problems } = compileTexts({ ...texts, [path]: text }, asTheyAre);
      if (!policies.includes(path)) return;
      expect(problems.length).toBeGreaterThan(0);
    }),
    { numRuns: howMany(60) },
  );
});
