import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type KeptFile, keepFile } from '../src/read/kept-file.ts';
import { readSimpleYaml } from '../src/read/simple-yaml.ts';
import { composeText } from '../src/read/yaml-document.ts';
import { readContents } from '../src/read/yaml-walk.ts';
import { root } from './command.ts';
import { howMany } from './how-many.ts';

// What is read without the package is what the package reads, with the same places; all else is left to it.

/** What the package reads of a text; nothing where it finds a fault. */
function readByPackage(text: string): KeptFile | undefined {
  const { contents, errors, findings } = composeText(text);
  const read = readContents(text, contents);
  const faults = [...errors, ...findings, ...read.findings];
  return faults.length === 0 ? keepFile(contents, read.value) : undefined;
}

/** What was read, its keys in their order; of the space behind lists, maps and texts below | nobody asks. */
function told(text: string, kept: KeptFile | undefined): unknown {
  if (!kept) return undefined;
  const parts: unknown[] = [];
  let start = 0;
  for (let at = 0; at < kept.places.length; at += 3) {
    const [from = 0, length = 0, way] = kept.places.slice(at, at + 3);
    start += from;
    parts.push([text.slice(start, start + length).trimEnd(), start, way]);
  }
  return { value: JSON.stringify(kept.value), parts };
}

/** Whether a text is read without the package; throws where that reads it otherwise. */
function isSimple(text: string): boolean {
  const simple = readSimpleYaml(text);
  if (simple) expect(told(text, simple), text).toEqual(told(text, readByPackage(text)));
  return simple !== undefined;
}

const files = globSync('{policies,tests/fixtures}/**/*.yaml', { cwd: root });
const texts = files.map((file) => readFileSync(join(root, file), 'utf8'));

test('reads nearly every file, and each as the package does', () => {
  const simple = texts.filter(isSimple);
  expect(simple.length).toBeGreaterThan(texts.length * 0.9);
});

test.each([
  ['a: |\n  one\n    two\n\n  three\nb: >-\n  one\n  two\n\n\n  three\n\nc: >\n  one\n'],
  ['# yaml-language-server: $schema=x\n\na:\n- b\n- - c\n  - d: 1\n    e: -20\n# between\nf: {}\n'],
  ['a: [b, \'c, d\', "e", 3, data: all, [x]]\nb: { c: true, d: https://a.example/?b=c }\n'],
  ['people who open an account: 2026-10-05\nb:   30 days\nc: 1.2.3\nd: ?x\ne: a:b\n'],
])('reads %j without the package', (text) => {
  expect(isSimple(text)).toBe(true);
});

test.each([
  ['a: b'],
  ['a: b\r\n'],
  ['a:\tb\n'],
  ['a: b # c\n'],
  ['a:\n  # c\n  b: d\n'],
  ['a:\n  b: c\n# d\n  e: f\n'],
  ['a: b\n  c\n'],
  ['a: "b\\n"\n'],
  ["a: 'b''c'\n"],
  ['a: b\na: c\n'],
  ['a:\n'],
  ['a: ~\n'],
  ['a: null\n'],
  ['a: 010\n'],
  ['a: 1.5\n'],
  ['a: 1e3\n'],
  ['a: .inf\n'],
  ['a: &b c\n'],
  ['a: *b\n'],
  ['a: !b c\n'],
  ['<<: b\n'],
  ['constructor: b\n'],
  ['true: b\n'],
  ['2026: b\n'],
  ['"a": b\n'],
  ['? a\n'],
  ['---\na: b\n'],
  ['a: >\n  b\n    c\n  d\n'],
  ['a: |2\n  b\n'],
  ['a: |\n\n  b\n'],
  ['a: [b,]\n'],
  ['a: [b\n'],
  ['a: b: c\n'],
  ['- a\n'],
  ['a\n'],
  [''],
])('leaves %j to the package', (text) => {
  expect(readSimpleYaml(text)).toBeUndefined();
});

const inline = fc.constantFrom(
  ...[
    'x',
    'x y',
    '30 days',
    '3',
    '-4',
    '0',
    '1.5',
    'true',
    'null',
    '~',
    '.',
    '0x1',
    "'q'",
    '"r"',
    "''",
    '[]',
    '{}',
  ],
  ...[
    '[x, y]',
    '{ i: x, j: 3 }',
    '[k: x]',
    '[[x], "y"]',
    'x: y',
    'x:',
    '-z',
    '- z',
    '{{ n }}',
    '"{{ n }}"',
    '  x',
    '"',
  ],
  ...[
    'https://a.example/?b=c&d',
    '2026-01-01',
    '“x”',
    '*',
    '&a',
    '!',
    '%',
    '@',
    '`',
    'x #y',
    'x\n  y',
    "'x'\n'",
  ],
);
const folding = fc.constantFrom('|', '>', '|-', '>-', '>+', '|2');
const folded = fc.array(fc.constantFrom('x', 'y: z', '- w', '', '   ', '  v', '#', '"u'), {
  minLength: 1,
  maxLength: 5,
});
const key = fc.constantFrom('a', 'b c', 'd-e', '_f', 'G');
const few = { minLength: 1, maxLength: 3 };
const deeper = (lines: readonly string[]) => lines.map((line) => (line === '' ? '' : `  ${line}`));

/** Lines of what may be nested, the first of which goes on with a line. */
const { map } = fc.letrec<{ map: string[]; list: string[]; value: string[] }>((tie) => ({
  map: fc
    .array(fc.tuple(key, tie('value')), few)
    .map((pairs) =>
      pairs.flatMap(([name, [first = '', ...below]], at) => [`${name}${at}:${first}`, ...below]),
    ),
  list: fc
    .array(
      fc.oneof(
        inline.map((text) => [text]),
        tie('map'),
        tie('list'),
      ),
      few,
    )
    .map((items) => items.flatMap(([first = '', ...below]) => [`- ${first}`, ...deeper(below)])),
  value: fc.oneof(
    { maxDepth: 4 },
    inline.map((text) => [` ${text}`]),
    fc.tuple(folding, folded).map(([sign, lines]) => [` ${sign}`, ...deeper(lines)]),
    tie('map').map((lines) => ['', ...deeper(lines)]),
    tie('list').map((lines) => ['', ...deeper(lines)]),
    tie('list').map((lines) => ['', ...lines]),
  ),
}));
const between = fc.constantFrom(
  '',
  '',
  '  ',
  '      ',
  '# c',
  '  # c',
  'x: 1',
  '  x: 1',
  '- y',
  '  - y',
  '    z',
  ' x: 1',
);

test('reads nothing otherwise than the package does, however texts are nested', () => {
  let simple = 0;
  fc.assert(
    fc.property(map, fc.nat(20), fc.option(between), (lines, at, other) => {
      const all = other === null ? lines : lines.toSpliced(at, 0, other);
      if (isSimple(all.map((one) => `${one}\n`).join(''))) simple++;
    }),
    { numRuns: howMany(10_000) },
  );
  expect(simple).toBeGreaterThan(200);
});

test('reads nothing otherwise than the package does, where a file is changed at a place', () => {
  let simple = 0;
  const pieces = [
    '',
    '\n',
    ' ',
    '  ',
    '\n\n',
    '\n  ',
    '- ',
    ': ',
    '#',
    '\n#',
    ' #',
    '"',
    "'",
    ',',
    ']',
    '}',
    '|',
    '\\',
    '-',
    'a:\n',
    '\t',
  ];
  const change = fc.record({
    text: fc.constantFrom(...texts.filter(({ length }) => length < 5000)),
    at: fc.nat(5000),
    length: fc.nat(4),
    piece: fc.constantFrom(...pieces),
  });
  fc.assert(
    fc.property(change, ({ text, at, length, piece }) => {
      if (isSimple(text.slice(0, at) + piece + text.slice(at + length))) simple++;
    }),
    { numRuns: howMany(3000) },
  );
  expect(simple).toBeGreaterThan(100);
});
