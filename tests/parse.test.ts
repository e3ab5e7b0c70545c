import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Document, visit, parse as yamlParse } from 'yaml';
import type { Place } from '../src/problem.ts';
import { type ParsedFile, parseYaml } from '../src/read/parse.ts';
import type { YamlPath } from '../src/read/places.ts';

function parse(text: string): ParsedFile {
  return parseYaml('policies/site.yaml', new TextEncoder().encode(text));
}

function problemsOf(file: ParsedFile): string[] {
  return file.problems.map(({ place, rule, message }) => `${place.line}:${place.column} ${rule} ${message}`);
}

function textAt({ text }: ParsedFile, place: Place): string {
  const lines = text.split('\n');
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((total, { length }) => total + length + 1, 0) + column - 1;
  return text.slice(offset(place.line, place.column), offset(place.endLine, place.endColumn));
}

test('reads a file into plain data', () => {
  const file = parse('name: Chatsync\nlist:\n  - a: 1\n    b: true\n  - text\nprose: |\n  One.\n\n  Two.\n');
  expect(file.value).toEqual({
    name: 'Chatsync',
    list: [{ a: 1, b: true }, 'text'],
    prose: 'One.\n\nTwo.\n',
  });
  expect(file.problems).toEqual([]);
});

test('takes away the byte order mark and the line ends of Windows', () => {
  const file = parse('\ufeffa: 1\r\nb: 2\r\n');
  expect(file).toMatchObject({ text: 'a: 1\nb: 2\n', value: { a: 1, b: 2 }, problems: [] });
});

test('reads a pair in a list in brackets as a map', () => {
  expect(parse('a: [b: c, d]\n')).toMatchObject({ value: { a: [{ b: 'c' }, 'd'] }, problems: [] });
});

test('reads NO, on and dates as text', () => {
  expect(parse('a: NO\nb: on\nc: 2024-02-30\n').value).toEqual({ a: 'NO', b: 'on', c: '2024-02-30' });
});

test('a problem has its place, its rule and the next step', () => {
  expect(parse('a: 1\na: 2\n').problems).toEqual([
    {
      rule: 'yaml/duplicate-key',
      severity: 'error',
      message: 'Unexpected second key “a”, expected each key once.',
      place: { file: 'policies/site.yaml', line: 2, column: 1, endLine: 2, endColumn: 2 },
      help: 'Delete one of the two, or give it another name.',
      related: [
        {
          message: 'The first one stands here.',
          place: { file: 'policies/site.yaml', line: 1, column: 1, endLine: 1, endColumn: 2 },
        },
      ],
    },
  ]);
});

// [text, problem, …]
const refused: [string, ...string[]][] = [
  // Characters
  ['a: \0b', '1:4 text/control Unexpected character U+0000 NULL, expected text.'],
  ['a: x\x85y', '1:5 text/control Unexpected character U+0085 NEXT LINE, expected text.'],
  ['a: x\ty', '1:5 text/control Unexpected character U+0009 TAB, expected text.'],
  ['a: x\ry', '1:5 text/control Unexpected character U+000D CARRIAGE RETURN, expected text.'],
  ['a: \ufffd', '1:4 text/control Unexpected character U+FFFD REPLACEMENT CHARACTER, expected text.'],
  ['a: \ue000', '1:4 text/control Unexpected character U+E000, expected text.'],
  ['a: x\u2028y', '1:5 text/control Unexpected character U+2028 LINE SEPARATOR, expected text.'],
  ['a: "\\uD800"', '1:5 text/control Unexpected character U+D800, expected text.'],
  ['a: "b\\0c"', '1:6 text/control Unexpected character U+0000 NULL, expected text.'],
  [
    'a: x # \u202e',
    '1:8 text/bidi Unexpected U+202E RIGHT-TO-LEFT OVERRIDE, expected text without hidden characters that change its direction.',
  ],
  [
    'a: "\\u2066x\\u2069"',
    '1:5 text/bidi Unexpected U+2066 LEFT-TO-RIGHT ISOLATE, expected text without hidden characters that change its direction.',
    '1:12 text/bidi Unexpected U+2069 POP DIRECTIONAL ISOLATE, expected text without hidden characters that change its direction.',
  ],
  [
    'a: x\u{e0041}',
    '1:5 text/bidi Unexpected U+E0041, expected text without hidden characters that change its direction.',
  ],
  [
    'a: so\u00adft\u00adly',
    '1:6 text/invisible Unexpected invisible character U+00AD SOFT HYPHEN, expected only characters that can be seen.',
  ],
  [
    'a: a\u200db',
    '1:5 text/invisible Unexpected invisible character U+200D ZERO WIDTH JOINER, expected only characters that can be seen.',
  ],
  [
    'a: x\ufeff',
    '1:5 text/invisible Unexpected invisible character U+FEFF ZERO WIDTH NO-BREAK SPACE, expected only characters that can be seen.',
  ],
  [
    'a: x p\u0430y',
    '1:6 text/mixed-script Unexpected letters of Latin and Cyrillic in the word “p\u0430y”, expected one alphabet.',
  ],
  [
    'a: p\u0430y and p\u0430id',
    '1:4 text/mixed-script Unexpected letters of Latin and Cyrillic in the word “p\u0430y”, expected one alphabet.',
  ],
  ['a: cafe\u0301', '1:7 text/normal-form Unexpected U+0065 + U+0301, expected U+00E9.'],
  // Keys
  ['1: x\n"1": y', '2:1 yaml/duplicate-key Unexpected second key “"1"”, expected each key once.'],
  ['? [a]\n: b', '1:3 yaml/key Unexpected key “[a]”, expected a key that is plain text.'],
  [': b', '1:1 yaml/key Unexpected empty key, expected a name before the colon.'],
  ['__proto__: 1', '1:1 yaml/key Unexpected key “__proto__”, expected another name.'],
  ['constructor: 1', '1:1 yaml/key Unexpected key “constructor”, expected another name.'],
  ['"prototype": 1', '1:1 yaml/key Unexpected key “"prototype"”, expected another name.'.replaceAll('"', '')],
  [
    'a:\n\u00a0b: c',
    '2:1 yaml/syntax Unexpected no-break space at the start of a line, expected ordinary spaces.',
  ],
  // What we leave out of YAML
  [
    'a: &x 1\nb: *x',
    '1:4 yaml/alias Unexpected “&x”, expected a value: values cannot be named and used again.',
  ],
  ['&x a: b', '1:1 yaml/alias Unexpected “&x”, expected a value: values cannot be named and used again.'],
  [
    'a: &x\n  b: 1',
    '1:4 yaml/alias Unexpected “&x”, expected a value: values cannot be named and used again.',
  ],
  ['a: &a [*a]', '1:4 yaml/alias Unexpected “&a”, expected a value: values cannot be named and used again.'],
  [
    'a: *Important* note',
    '1:4 yaml/alias Unexpected * at the start of a value, expected quotes around the value.',
  ],
  ['a:\n  <<: {b: c}', '2:3 yaml/merge-key Unexpected key “<<”, expected keys that are written out.'],
  ['a: !foo b', '1:4 yaml/tag Unexpected tag “!foo”, expected a value.'],
  ['a: !!binary aGk=', '1:4 yaml/tag Unexpected tag “!!binary”, expected a value.'],
  ['a: !!str\n  b', '1:4 yaml/tag Unexpected tag “!!str”, expected a value.'],
  ['a: !e!x b', '1:4 yaml/tag Unexpected “!e!x”, expected a value.'],
  [
    '%YAML 1.1\n---\na: NO',
    '1:1 yaml/directive Unexpected directive “%YAML 1.1”, expected a file without lines that start with %.',
  ],
  ['a: 1\n---\nb: [', '2:1 yaml/document Unexpected second document, expected one document in a file.'],
  // No value
  ['a:\nb: 1', '1:1 yaml/null Unexpected key “a” without a value, expected a value.'],
  ['a: ~', '1:4 yaml/null Unexpected key “a” without a value, expected a value.'],
  ['a: #FF5733', '1:4 yaml/null Unexpected key “a” without a value, expected a value.'],
  ['a: {b}', '1:5 yaml/null Unexpected key “b” without a value, expected a value.'],
  ['- a\n-', '2:2 yaml/null Unexpected list item without a value, expected a value.'],
  ['', '1:1 yaml/null Unexpected empty file, expected keys and values.'],
  ['# only a comment', '1:1 yaml/null Unexpected empty file, expected keys and values.'],
  // Numbers
  [
    'a: 1.10',
    '1:4 yaml/number Unexpected number “1.10”, expected quotes around it: it would be read as 1.1.',
  ],
  [
    'a: 0777',
    '1:4 yaml/number Unexpected number “0777”, expected quotes around it: it would be read as 777.',
  ],
  ['a: 0x1F', '1:4 yaml/number Unexpected number “0x1F”, expected quotes around it: it would be read as 31.'],
  [
    'a: 1e999',
    '1:4 yaml/number Unexpected number “1e999”, expected quotes around it: it would be read as Infinity.',
  ],
  [
    'a: 9007199254740993',
    '1:4 yaml/number Unexpected number “9007199254740993”, expected quotes around it: it would be read as 9007199254740992.',
  ],
  // Structure
  ['a:\n\tb: c\n\td: e', '2:1 yaml/syntax Unexpected tab at the start of a line, expected spaces.'],
  ["a: 'x\nb: c", `1:4 yaml/syntax Unexpected ' that is never closed, expected ' at the end of the text.`],
  ['a: "x\nb: c', '1:4 yaml/syntax Unexpected " that is never closed, expected " at the end of the text.'],
  ['a: "x\\"', '1:4 yaml/syntax Unexpected " that is never closed, expected " at the end of the text.'],
  ["a: 'x''", `1:4 yaml/syntax Unexpected ' that is never closed, expected ' at the end of the text.`],
  ['a: [x\nb: c', '1:4 yaml/syntax Unexpected [ that is never closed, expected ] after it.'],
  ['a: {b: [c, [d\ne: f', '1:4 yaml/syntax Unexpected { that is never closed, expected } after it.'],
  ['a: [\nx\n]\nb: c', '1:4 yaml/syntax Unexpected [ that is never closed, expected ] after it.'],
  ['a: b: c', '1:5 yaml/syntax Unexpected second colon on a line, expected one key and one value.'],
  [
    'a:\n  b: c\n   d: e\nf: g',
    '3:4 yaml/syntax Unexpected indentation of “d: e”, expected it in line with the key above.',
  ],
  ['a: @x', '1:4 yaml/syntax Unexpected “@” at the start of a value, expected quotes around the value.'],
  ['a: ? x', '1:4 yaml/syntax Unexpected “?” at the start of a value, expected quotes around the value.'],
  [
    'a: {{ b }} and {{ c }}',
    '1:4 yaml/syntax Unexpected {{ at the start of a value, expected quotes around the value.',
  ],
  ['a: 1\nb:c', '2:1 yaml/syntax Unexpected “b:c”, expected a space after the colon.'],
  ['a:\n- b\n-c', '3:1 yaml/syntax Unexpected “-c”, expected a space after the hyphen.'],
  ['a: 1\nb\nc: 2', '2:1 yaml/syntax Unexpected “b”, expected a key, a colon, a space and a value.'],
  ['a: |\nb\nc: 2', '2:1 yaml/syntax Unexpected “b” below | or >, expected text that is indented.'],
  [
    'a: |\n  b\n c\nd: 2',
    '3:2 yaml/syntax Unexpected indentation of “c”, expected it in line with what stands around it.',
  ],
  [
    'a:\n  - b\n - c\nd: 1',
    '3:2 yaml/syntax Unexpected “- c”, expected it in line with the items of a list.',
  ],
  ['a: b\n- c', '2:1 yaml/syntax Unexpected “- c”, expected it in line with the items of a list.'],
  [
    'a: - b',
    '1:4 yaml/syntax Unexpected list item on the line of its key, expected it on a line of its own.',
  ],
  [
    'a: > b\n  c',
    '1:6 yaml/syntax Unexpected “b” on the line of | or >, expected the text on the next line.',
  ],
  [
    'a: "b\\q"',
    '1:6 yaml/syntax Unexpected “\\q”, expected two backslashes for each backslash in double quotes.',
  ],
  ["a: 'it's'", `1:8 yaml/syntax Unexpected “s'” after the closing quote, expected a new line.`],
  ['a: "b" c', '1:8 yaml/syntax Unexpected “c” after the closing quote, expected a new line.'],
  ['a: "b"#c', '1:7 yaml/syntax Unexpected “#c”, expected a space before #.'],
  ['a: [b, , c]', '1:8 yaml/syntax Unexpected “, c]”, expected one value between two commas.'],
  ['a: [b]]\nc: d', '1:7 yaml/syntax Unexpected “]”, expected a key or the end of the file.'],
  [
    `${'k'.repeat(1025)}: 1`,
    `1:1 yaml/syntax Unexpected key “${'k'.repeat(39)}…” of more than 1,024 characters, expected a short key.`,
  ],
];

test.each(refused)('refuses %j', (text, ...problems) => {
  expect(problemsOf(parse(text))).toEqual(problems);
});

test('warnings are warnings', () => {
  const file = parse('a: \u00ad\nb: p\u0430y\nc: e\u0301\n');
  expect(file.problems.map(({ severity }) => severity)).toEqual(['warning', 'warning', 'warning']);
});

test('reports all problems of a file at once, sorted', () => {
  const file = parse('a: b: c\n\u202e: x\nd: @e\nf: 1.10\nd: 2\ng: "h\n');
  expect(file.problems.map(({ place, rule }) => `${place.line} ${rule}`)).toEqual([
    '1 yaml/syntax',
    '2 text/bidi',
    '3 yaml/syntax',
    '4 yaml/number',
    '5 yaml/duplicate-key',
    '6 yaml/syntax',
  ]);
});

test('bytes that are not UTF-8 are one problem, where they stand', () => {
  const file = parseYaml('site.yaml', new Uint8Array([0x61, 0x3a, 0x20, 0x0a, 0x62, 0xe9, 0x0a, 0xe9]));
  expect(problemsOf(file)).toEqual([
    '2:2 text/encoding Unexpected byte that is not UTF-8, expected a text file saved as UTF-8.',
  ]);
  expect(file.value).toBeUndefined();
});

const wide = 'kind: terms\ntitle: Nutzungsbedingungen für Käufer\n';
const inPairs = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'));
const inFours = (text: string) =>
  new Uint8Array(Uint32Array.from([...text].map((one) => one.charCodeAt(0))).buffer);
const swapped = (text: string) => new Uint8Array(Buffer.from(text, 'utf16le').swap16());

test.each<[string, string, Uint8Array]>([
  ['with a mark', 'UTF-16', inPairs(`\ufeff${wide}`)],
  ['with a mark, high bytes first', 'UTF-16', swapped(`\ufeff${wide}`)],
  ['of Chinese with a mark', 'UTF-16', inPairs('\ufeff政策：条款')],
  ['without a mark', 'UTF-16', inPairs(wide)],
  ['without a mark, high bytes first', 'UTF-16', swapped(wide)],
  ['with a mark', 'UTF-32', inFours(`\ufeff${wide}`)],
  ['without a mark', 'UTF-32', inFours(wide)],
])('names the encoding of a file %s: %s', (_, encoding, bytes) => {
  const { problems } = parseYaml('a.yaml', bytes);
  expect(problems.map(({ message, help }) => [message, help])).toEqual([
    [
      `Unexpected file saved as ${encoding}, expected one saved as UTF-8.`,
      'Open the file in your editor and save it again with the encoding UTF-8.',
    ],
  ]);
});

test.each<[string, string, string, string]>([
  ['one zero', 'kind: te\0rms\n', 'character U+0000 NULL', 'Delete it, or type what should stand there.'],
  ...[
    ['zeroes at its end, as after a power cut', `kind: terms\n${'\0'.repeat(500)}`, '500'] as const,
    ['nothing but zeroes', '\0'.repeat(4_096), '4,096'] as const,
  ].map(([name, text, count]): [string, string, string, string] => [
    name,
    text,
    `${count} characters U+0000 NULL`,
    'Put the file back as it was, from git or a copy: a disk or a program has damaged it, or it is no text.',
  ]),
])('names the zeroes of a file with %s, and what to do', (_, text, unexpected, help) => {
  const { problems } = parseYaml('a.yaml', new TextEncoder().encode(text));
  expect(problems.map((problem) => [problem.message, problem.help])).toEqual([
    [`Unexpected ${unexpected}, expected text.`, help],
  ]);
});

test('surrogates written as bytes are not UTF-8', () => {
  const file = parseYaml('site.yaml', new Uint8Array([0x61, 0x3a, 0x20, 0xed, 0xa0, 0x80]));
  expect(file.problems.map(({ rule }) => rule)).toEqual(['text/encoding']);
});

test('a file of 1 MB is read, a larger one is not', () => {
  const fill = (length: number) => parse(`a: ${'x'.repeat(length - 3)}`);
  expect(fill(1_000_000).problems).toEqual([]);
  expect(problemsOf(fill(1_000_001))).toEqual([
    '1:1 file/size Unexpected file of 1.01 MB, expected at most 1 MB.',
  ]);
});

test('32 levels are read, 33 are not', () => {
  const nest = (depth: number) => parse(`${'['.repeat(depth)}${']'.repeat(depth)}`);
  expect(nest(32).problems).toEqual([]);
  expect(problemsOf(nest(33))).toEqual([
    '1:33 yaml/depth Unexpected list or map inside 32 others, expected at most 32 levels.',
  ]);
});

test.each([
  '['.repeat(5000),
  '{a: '.repeat(5000),
  '- '.repeat(5000),
  'a: '.repeat(5000),
])('endless nesting is one problem: %.4s', (text) => {
  expect(parse(text).problems.map(({ rule }) => rule)).toEqual(['yaml/depth']);
});

test('two places that are too deep are one problem', () => {
  const deep = `${'['.repeat(33)}${']'.repeat(33)}`;
  expect(parse(`a: ${deep}\nb: ${deep}\n`).problems).toHaveLength(1);
});

test('a list whose lines all stand wrong is one problem', () => {
  expect(problemsOf(parse('a:\n    - b\n   - c\n  - d\ne: 1\n'))).toHaveLength(1);
});

test('no place is beyond the end of the file', () => {
  const ends = parse('[?').problems.map(({ place }) => place.endColumn);
  expect(Math.max(...ends, parse('[?').place([]).endColumn)).toBe(3);
});

test('reads 50,000 keys and a line of 500,000 control characters without hanging', () => {
  parse(Array.from({ length: 50_000 }, (_, index) => `k${index}: 1\n`).join(''));
  expect(parse(`a: ${'\x01'.repeat(500_000)}`).problems).toHaveLength(1);
  expect(parse(']'.repeat(500_000)).problems).toHaveLength(1);
});

test('allows joiners in Persian, Hindi and emoji, and alphabets side by side', () => {
  const text = 'a: می‌خواهم\nb: क्‍ष\nc: 👩‍💻 👩🏽‍💻\nd: Москва and Αθήνα, 10 µm\ne: "\\ud83d\\ude00"\n';
  expect(parse(text).problems).toEqual([]);
});

test('tells what # and ~ do in place of a value', () => {
  const helps = parse('a: #FF5733\nb: ~\nc:\n').problems.map(({ help }) => help);
  expect(helps).toEqual([
    'Did you forget quotes? All that follows a space and # is a comment. Put the value in quotes, or delete the key.',
    '“~” means “nothing”. Put it in quotes if you mean the word, or delete it.',
    'Give it a value, or delete it.',
  ]);
});

test('says how many lines start with a tab', () => {
  expect(parse('a:\n\tb: c\n\td: e\n').problems[0]?.help).toContain('There are 2 lines like this.');
});

test('keeps what was read when only its form is wrong', () => {
  expect(parse('a: 1.10\nb:\nc: !x d\na: 2\nconstructor: 3\n').value).toEqual({ a: 1.1, b: null, c: 'd' });
});

test.each([
  'a: "b',
  'a: &x b',
  'a: 1\n---\nb: 2',
  '['.repeat(33) + ']'.repeat(33),
  '<<: {a: b}',
])('gives no value for %j', (text) => {
  expect(parse(text).value).toBeUndefined();
});

test('a key called __proto__ changes no object', () => {
  const { value } = parse('a: {__proto__: {b: 1}}');
  expect((value as { a: object }).a).toEqual({});
  expect(Object.getPrototypeOf((value as { a: object }).a)).toBe(Object.prototype);
});

test('a place is that of the value, of the key, or of what exists of the path', () => {
  const file = parse('a:\n  b: [c, d]\n  e: |\n    f\n\ng:\n');
  const at = (path: YamlPath, target?: 'value' | 'key') => textAt(file, file.place(path, target));
  expect(at(['a', 'b', 1])).toBe('d');
  expect(at(['a', 'b'])).toBe('[c, d]');
  expect(at(['a', 'b'], 'key')).toBe('b');
  expect(at(['a', 'e'])).toBe('|\n    f');
  expect(at(['g'])).toBe('g');
  expect(at(['a', 'b', 7, 'x'])).toBe('[c, d]');
  expect(at(['a', 'x'], 'key')).toBe('a');
  expect(at(['a', 'b', 0, 'x'])).toBe('c');
  expect(file.place(['x'])).toEqual({
    file: 'policies/site.yaml',
    line: 1,
    column: 1,
    endLine: 6,
    endColumn: 3,
  });
});

test('the place of a key that stands twice is the first, as in the value', () => {
  const file = parse('a: b\na: c\n');
  expect(file.value).toEqual({ a: 'b' });
  expect(textAt(file, file.place(['a']))).toBe('b');
});

test('a file that cannot be read has its places at its start', () => {
  const start = { file: 'x', line: 1, column: 1, endLine: 1, endColumn: 1 };
  const file = parseYaml('x', new Uint8Array([0xff]));
  expect(file.place(['a', 0])).toEqual(start);
  expect(file.placeInside(['a'], 3, 4)).toEqual(start);
});

test.each([
  ['plain', 'a: one two\n  MARK three'],
  ['single-quoted', "a: 'it''s\n\n\n  two '' MARK'"],
  ['double-quoted', 'a: "\\u00e9\\n\\x41 \\U0001F600 \\\n  \\"two\n\n  \\n three MARK"'],
  ['literal', 'a: |2-  # comment\n     MARK two\n  three'],
  ['folded', 'a: >\n  one\n  two\n\n    indented\n\n\n  three\n  MARK four\n'],
])('finds a word inside a %s text', (_, text) => {
  const file = parse(text);
  const offset = (file.value as { a: string }).a.indexOf('MARK');
  expect(textAt(file, file.placeInside(['a'], offset, 4))).toBe('MARK');
});

test('a place inside a text ends with the text, and one inside a map is the map', () => {
  const file = parse('a: "b c"\nd: {e: f}\n');
  expect(textAt(file, file.placeInside(['a'], 2, 99))).toBe('c');
  expect(textAt(file, file.placeInside(['a'], 99, 1))).toBe('c');
  expect(textAt(file, file.placeInside(['d'], 0, 1))).toBe('{e: f}');
  expect(textAt(file, file.placeInside(['a', 'x'], 0, 1))).toBe('"b c"');
});

test('a place inside an escape is the whole escape', () => {
  const file = parse('a: "x\\u00e9y"\n');
  expect(textAt(file, file.placeInside(['a'], 1, 1))).toBe('\\u00e9');
});

const key = fc.stringMatching(/^[a-z][a-z0-9 :#-]{0,11}[a-z]$/).filter((name) => name !== 'constructor');
const words = fc
  .array(
    fc.constantFrom('one', 'zwei', "it's", '"said"', ' #x', ': y', '\n', '\n\n', '  ', '\\', 'é', '😀'),
    {
      maxLength: 40,
    },
  )
  .map((parts) => parts.join(' '));
const { tree } = fc.letrec((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    words,
    fc.integer(),
    fc.boolean(),
    fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
    fc.dictionary(key, tie('tree'), { minKeys: 1, maxKeys: 4 }),
  ),
}));

function* leavesOf(value: unknown, path: YamlPath = []): Generator<[YamlPath, unknown]> {
  if (typeof value !== 'object' || value === null) yield [path, value];
  else if (Array.isArray(value))
    for (const [index, item] of value.entries()) yield* leavesOf(item, [...path, index]);
  else for (const [name, item] of Object.entries(value)) yield* leavesOf(item, [...path, name]);
}

test('the text at the place of each value is read as that value', () => {
  fc.assert(
    fc.property(tree, fc.constantFrom(20, 80), (value, lineWidth) => {
      const file = parse(new Document({ root: value }).toString({ lineWidth }));
      expect(file.problems).toEqual([]);
      expect(file.value).toEqual(yamlParse(file.text));
      for (const [path, leaf] of leavesOf(file.value)) {
        const written = textAt(file, file.place(path));
        if (typeof leaf === 'string' && !/^[|>]/.test(written)) expect(parse(written).value).toBe(leaf);
        else if (typeof leaf !== 'string') expect(written).toBe(String(leaf));
      }
    }),
    { numRuns: 300 },
  );
});

test.each([
  'PLAIN',
  'QUOTE_SINGLE',
  'QUOTE_DOUBLE',
  'BLOCK_LITERAL',
  'BLOCK_FOLDED',
] as const)('a word is found inside any text written as %s', (type) => {
  fc.assert(
    fc.property(words, words, fc.constantFrom(20, 80), (before, after, lineWidth) => {
      const document = new Document({ a: [{ b: `${before}MARK${after}` }] });
      visit(document, {
        Scalar(where, node) {
          if (where === 'value') node.type = type;
        },
      });
      const file = parse(document.toString({ lineWidth }));
      // The package does not fold every text back to what it was, so the word is looked for in what was read.
      const read = (file.value as { a: [{ b: string }] }).a[0].b;
      const place = file.placeInside(['a', 0, 'b'], read.indexOf('MARK'), 4);
      expect(textAt(file, place).replace(/\\\n */, '')).toBe('MARK');
    }),
    { numRuns: 300 },
  );
});

const fragment = fc.constantFrom(
  ...[
    'a',
    ':',
    ' ',
    '\n',
    '- ',
    '[',
    ']',
    '{',
    '}',
    '"',
    "'",
    '|',
    '>',
    '#',
    '&',
    '*',
    '!',
    '%',
    '---',
    '\t',
    '\r',
  ],
  ...['\\', ',', '?', '<<', '0', '~', '\u202e', '\ud83d\ude00', '__proto__', '`', '@', '...', '\ufeff'],
);

test('no bytes make it throw, and every place is inside the file', () => {
  const texts = fc
    .array(fragment, { maxLength: 60 })
    .map((parts) => new TextEncoder().encode(parts.join('')));
  fc.assert(
    fc.property(fc.oneof(texts, fc.uint8Array({ maxLength: 60 })), (bytes) => {
      const file = parseYaml('any', bytes);
      const lines = file.text.split('\n');
      for (const { place } of [
        ...file.problems,
        { place: file.place(['a', 0]) },
        { place: file.placeInside(['a'], 1, 2) },
      ]) {
        expect(place.column - 1).toBeLessThanOrEqual(lines[place.line - 1]?.length ?? -1);
        expect(place.endColumn - 1).toBeLessThanOrEqual(lines[place.endLine - 1]?.length ?? -1);
      }
      if (file.value === undefined) expect(file.problems).not.toEqual([]);
    }),
    { numRuns: 3000 },
  );
});

test.each([
  ['a: We are bank #1 in Ireland\n  and more.\nb: c\n', '1:16'],
  ['a: We are bank\n  #1 in Ireland and\n  more text\nb: c\n', '2:3'],
  ['a:\n  - We are #1\n    and more\n', '2:12'],
  ['a: [x, number #1, y]\nb: c\n', '1:15'],
])('says of the comment in %j that it ends the text', (text, place) => {
  expect(problemsOf(parse(text))).toEqual([
    `${place} yaml/syntax Unexpected # beside a text, expected the end of the line: readers do not see what follows a space and #.`,
  ]);
});

test('does not blame a comment for the indentation below it', () => {
  expect(problemsOf(parse('a: b\n# comment\n   c: d\n'))[0]).toContain('Unexpected indentation of “c: d”');
  expect(problemsOf(parse('a:\n  b: c # comment\n   d: e\n'))[0]).toContain(
    'Unexpected indentation of “d: e”',
  );
});

test.each([
  ['a: We are bank #1\nb: c\n', '#1'],
  ['a: We are bank\n  #1 in Ireland\nb: c\n', '#1 in Ireland'],
  ['a: We are bank\n\nb: c\n', undefined],
  ['a: We are bank\n# comment\nb: c\n', undefined],
  ['a: We are bank\n    # comment\nb: c\n', undefined],
  ['a: "We are bank" # comment\n', undefined],
  ['a: | # comment\n  We are bank\n', undefined],
  ['a: bank#1\n', undefined],
  ['a: # We are\n  # bank\n  one\nb: c\n', '# We are'],
])('finds what cuts the text in %j', (text, comment) => {
  const file = parse(text);
  const slip = file.slipAt(['a']);
  expect(slip && textAt(file, slip.place)).toBe(comment);
});

test.each([
  ['a: >-\n  We use\n  - cookies\n  - logs\n', '- cookies'],
  ['a: >\n  We use\n  1. cookies\n  2. logs\n', '1. cookies'],
  ['a: >\n  | One | Two |\n  |---|---|\n  | 1 | 2 |\n', '|---|---|'],
  ['a: >\n  Below:\n  | One | Two |\n  |---|---|\n', '| One | Two |'],
  ['a: We use\n  - cookies\n', '- cookies'],
  ['a: >\n  We keep it for\n  30. and no longer\n', undefined],
  ['a: >\n  We use\n\n  - cookies\n', undefined],
  ['a: |\n  We use\n  - cookies\n', undefined],
  ['a: “We use it”\n', '“'],
  ['a: “We” use “it”\n', undefined],
  ['a: "“We use it”"\n', undefined],
])('finds what is not meant in %j', (text, slip) => {
  const file = parse(text);
  const found = file.slipAt(['a']);
  expect(found && textAt(file, found.place)).toBe(slip);
});

const foldedSlip = (text: string) => parse(`lead: >-\n  ${text}\n`).slipAt(['lead'])?.rule;

test.each([
  'You may object to any use that is\n  (i) needed by law, (ii) needed for a contract, or\n  (iii) in our interest.',
  'We keep no copy of it\n  - not even a short one - and tell nobody.',
  'You reach it (telephone:\n  +33 1 44, fax:\n  +33 1 45).',
  'Of our requests\n  82.94% and of yours\n  7.334 in a thousand are logged.',
])('takes a line that an editor wrapped for no list: %j', (text) => {
  expect(foldedSlip(text)).toBeUndefined();
});

test.each([
  'We keep:\n  - your name,\n  - your address.',
  'We keep logs\n  (a) for a day, and\n  (b) no longer.',
  'What we keep:\n  - logs',
])('takes lines that begin with marks for a list: %j', (text) => {
  expect(foldedSlip(text)).toBe('yaml/folded');
});
