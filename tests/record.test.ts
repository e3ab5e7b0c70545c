import { createHash } from 'node:crypto';
import { globSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { digestOf, sha256 } from '../src/digest.ts';
import { toPage } from '../src/page/page.ts';
import { toContent } from '../src/resolve/content.ts';
import type { ResolvedPolicy } from '../src/resolve/policy-model.ts';
import { changedFields } from '../src/versions/published.ts';
import { readRecord, writeRecord } from '../src/versions/record.ts';
import { openRecord, type VersionRecord } from '../src/versions/record-formats.ts';
import { root } from './command.ts';
import { around, compileTexts, type Texts } from './compile-texts.ts';
import { cookies, publishVersions, sealRecord } from './published-texts.ts';

type Path = (string | number)[];

function textsIn(folder: string): Texts {
  const paths = globSync('**/*.{yaml,json}', { cwd: join(root, folder) }).map((path) =>
    path.split(sep).join('/'),
  );
  return Object.fromEntries(paths.map((path) => [path, readFileSync(join(root, folder, path), 'utf8')]));
}

function policiesIn(texts: Texts): [string, ResolvedPolicy][] {
  return [...compileTexts(texts).compiled].map(([name, { policy }]) => [name, policy]);
}

const real = [
  ...policiesIn(textsIn('tests/fixtures/demo')),
  ...policiesIn(textsIn('tests/fixtures/sites/showcase')),
];
const dated = real.filter(([, { updated }]) => updated);
// The policies that have been here since format 1.
const records = globSync('tests/fixtures/demo/*/history/{cookie,privacy}-policy/*.json', { cwd: root });

const before = 'ab'.repeat(32);
const [, small] = policiesIn({ ...around, 'shop/cookies.yaml': cookies })[0] ?? [];
if (!small) throw new Error('The example does not compile.');
const sealed = sealRecord(small, before);
const text = writeRecord(sealed);

/** A value as a record would be written that holds nothing else. */
function canonical(content: unknown): string {
  // Only the form is asked for, and that does not depend on what is written.
  return writeRecord({ content } as VersionRecord).slice('{"content":'.length, -'}\n'.length);
}

/** Seals content that no policy resolves to, as a forger could. */
function forge(body: object): string {
  return writeRecord({ ...body, digest: digestOf(body) } as VersionRecord);
}

test.each([
  [0, '0'],
  [-0, '0'],
  [1, '1'],
  [-1, '-1'],
  [4.5, '4.5'],
  [2e-3, '0.002'],
  [1e-6, '0.000001'],
  [1e-7, '1e-7'],
  [5e-324, '5e-324'],
  [1e20, '100000000000000000000'],
  [1e21, '1e+21'],
  [1e30, '1e+30'],
  [Number.MAX_SAFE_INTEGER, '9007199254740991'],
  [1.7976931348623157e308, '1.7976931348623157e+308'],
  [0.1 + 0.2, '0.30000000000000004'],
])('writes the number %j as %s', (value, expected) => {
  expect(canonical([value])).toBe(`[${expected}]`);
});

test.each([
  ['/', '"/"'],
  ['"\\', '"\\"\\\\"'],
  ['\b\t\n\f\r', '"\\b\\t\\n\\f\\r"'],
  ['\u0000\u000f\u001f', '"\\u0000\\u000f\\u001f"'],
  ['\u007f\u0080\u2028', '"\u007f\u0080\u2028"'],
  ['€ö', '"€ö"'],
  ['😀', '"😀"'],
  ['<script>&', '"<script>&"'],
])('writes the text %j as %s', (value, expected) => {
  expect(canonical([value])).toBe(`[${expected}]`);
});

test('sorts keys by their UTF-16 units, at every depth, and leaves lists as they are', () => {
  expect(canonical({ '\ufb33': 1, '€': 2, '😀': 3, ö: 4, '\u0080': 5, 1: 6, '\r': 7 })).toBe(
    '{"\\r":7,"1":6,"\u0080":5,"ö":4,"€":2,"😀":3,"\ufb33":1}',
  );
  expect(canonical({ b: { d: 1, c: [{ z: 1, y: 2 }, 1, 'a'] }, a: null, B: true, 10: 0, 9: 0 })).toBe(
    '{"10":0,"9":0,"B":true,"a":null,"b":{"c":[{"y":2,"z":1},1,"a"],"d":1}}',
  );
});

test('writes whatever JSON holds so that writing it again changes nothing', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      const written = canonical([value]);
      expect(canonical(JSON.parse(written))).toBe(written);
      expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify([value])));
    }),
  );
});

test('knows enough policies to say something', () => {
  expect(dated.length).toBeGreaterThanOrEqual(5);
  expect(records.length).toBeGreaterThanOrEqual(4);
});

test.each(
  dated,
)('opens the record of %s as it was sealed, without the day of its review', (_name, policy) => {
  const { reviewed: _reviewed, sources: _sources, ...expected } = policy;
  const result = readRecord(writeRecord(sealRecord({ ...policy, reviewed: '2026-01-01' }, before)));
  if ('fault' in result) throw new Error(result.fault);
  const opened = openRecord(result.record);
  expect(opened).toEqual(expected);
  for (const [name, inventory] of Object.entries(policy.facts).filter(([, value]) => value instanceof Object))
    expect(namesIn(Reflect.get(opened.facts, name)), name).toEqual(namesIn(inventory));
});

/** The ids of an inventory, in order; nothing for a fact whose keys have no order. */
function namesIn(inventory: unknown): string[] {
  const entries = Object.entries(Object(inventory));
  return entries.every(([, entry]) => entry instanceof Object) ? entries.map(([id]) => id) : [];
}

test.each(dated)('makes the same page of %s from its record', (_name, policy) => {
  const { reviewed: _reviewed, sources: _sources, ...unreviewed } = policy;
  const site = { name: 'Example', url: 'https://example.com/legal' };
  const opened = openRecord(sealRecord(policy));
  const reread = openRecord(JSON.parse(writeRecord(sealRecord(policy))));
  expect(JSON.stringify(toPage(opened, site))).toBe(JSON.stringify(toPage(unreviewed, site)));
  expect(toPage(reread, site)).toEqual(toPage(unreviewed, site));
});

test.each(records)('reads %s', (file) => {
  expect(readRecord(readFileSync(join(root, file)))).toHaveProperty('record.format', 1);
});

test('seals a text and what it follows, and nothing else', () => {
  const withoutDigest = text.replace(/"digest":"[0-9a-f]{64}",/, '').trimEnd();
  expect(sealed.digest).toBe(createHash('sha256').update(withoutDigest).digest('hex'));
  expect(sealRecord({ ...small, reviewed: '2026-09-09' }, before)).toEqual(sealed);
  const first = sealRecord(small);
  expect(first).not.toHaveProperty('previous');
  const digests = [
    sealed,
    first,
    sealRecord(small, 'cd'.repeat(32)),
    sealRecord({ ...small, title: 'x' }, before),
  ];
  expect(new Set(digests.map(({ digest }) => digest)).size).toBe(4);
});

test('tells the order of entries, but not that of keys', () => {
  const { ga, sid } = Object(small.facts.cookies);
  const reordered = { ...small, facts: { ...small.facts, cookies: { sid, ga } } };
  const turned: ResolvedPolicy = JSON.parse(JSON.stringify(small), (_key, value) =>
    value?.name === '_ga' ? Object.fromEntries(Object.entries(value).reverse()) : value,
  );
  const keysTurned = Object.fromEntries(Object.entries(turned).reverse()) as ResolvedPolicy;
  expect(changedFields(toContent(small), toContent(reordered))).not.toEqual([]);
  expect(changedFields(toContent(small), toContent(keysTurned))).toEqual([]);
  expect(writeRecord(sealRecord(keysTurned, before))).toBe(text);
});

const bytes = new TextEncoder().encode(text);

test('refuses a record with one bit of it turned, wherever it is', () => {
  expect(readRecord(bytes)).toHaveProperty('record');
  for (const index of bytes.keys()) {
    const copy = Uint8Array.from(bytes);
    copy[index] = (copy[index] ?? 0) ^ (1 << (index % 8));
    expect(readRecord(copy), `byte ${index}`).toHaveProperty('fault');
  }
});

test('refuses a record with any bytes changed, inserted or removed', () => {
  const change = fc.record({
    at: fc.nat(bytes.length),
    removed: fc.nat(3),
    added: fc.uint8Array({ maxLength: 3 }),
  });
  fc.assert(
    fc.property(change, ({ at, removed, added }) => {
      const copy = Uint8Array.from([...bytes.slice(0, at), ...added, ...bytes.slice(at + removed)]);
      fc.pre(Buffer.compare(copy, bytes) !== 0);
      expect(readRecord(copy)).toHaveProperty('fault');
    }),
    { numRuns: 2_000 },
  );
});

function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [path, ...keys.flatMap((key) => pathsIn(Reflect.get(value, key), [...path, key]))];
}

function replaced(value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const inner = replaced(Reflect.get(Object(value), key), rest, change);
  if (Array.isArray(value)) return value.flatMap((item, index) => (index === key ? (inner ?? []) : [item]));
  return { ...Object(value), [key]: inner };
}

test('refuses a record with any value changed, removed or added, however it is written', () => {
  const changes: ((value: unknown) => unknown)[] = [
    () => 'another',
    () => undefined,
    () => null,
    (value) => (Array.isArray(value) ? [...value, 1] : { ...Object(value), another: 1 }),
  ];
  const paths = pathsIn(sealed).slice(1);
  expect(paths.length).toBeGreaterThan(20);
  for (const path of paths)
    for (const change of changes) {
      const changed = writeRecord(replaced(sealed, path, change) as VersionRecord);
      expect(readRecord(changed), `${path.join('.')} in ${changed}`).toHaveProperty('fault');
    }
});

const { digest: _digest, ...body } = sealed;
const first = { format: 1, content: toContent(small), previous: before };

test.each([
  ['another format', { ...body, format: 3 }, 'format 3'],
  ['a format that is text', { ...body, format: '1' }, 'format "1"'],
  ['no format', { content: first.content }, 'absence of `format`'],
  ['no content', { format: 1 }, 'record without content or digest'],
  ['content that is no policy', { format: 1, content: {} }, 'record without content or digest'],
  [
    'a text without a date',
    { ...first, content: { ...first.content, updated: undefined } },
    'record without content or digest',
  ],
  ['an empty previous', { ...body, previous: '' }, 'previous that is not a digest'],
  ['a number as previous', { ...first, previous: 1 }, 'previous that is not a digest'],
  ['a key more', { ...first, extra: 1 }, 'key "extra"'],
  ['a key more in format 2', { ...body, extra: 1 }, 'key `extra`, which format 2 does not have'],
  ['no sort', { ...body, entry: undefined }, 'absence of `entry`'],
  ['an unknown sort', { ...body, entry: 'poem' }, 'entry "poem", which format 2 does not have'],
  ['no text', { ...body, written: undefined }, 'absence of `written`, which format 2 asks for'],
  [
    'a word more on the page',
    { ...body, shown: { ...body.shown, extra: '' } },
    'key `shown.extra`, which format 2 does not have',
  ],
])('refuses a record of %s, though its digest is right', (_name, forged, fault) => {
  expect(readRecord(forge(forged))).toMatchObject({ fault });
});

test('refuses a key beside the sealed ones, which no digest covers', () => {
  const other = readRecord(writeRecord({ ...sealed, extra: 1 } as VersionRecord));
  expect(other).toEqual({ fault: 'key `extra`, which format 2 does not have' });
});

test.each([
  ['without its line end', text.trimEnd()],
  ['with two line ends', `${text}\n`],
  ['with a carriage return', text.replace('\n', '\r\n')],
  ['with a space', text.replace(':', ': ')],
  ['indented', `${JSON.stringify(sealed, undefined, 2)}\n`],
  [
    'with its keys in another order',
    `${JSON.stringify(Object.fromEntries(Object.entries(sealed).reverse()))}\n`,
  ],
  ['with an escape that is not needed', text.replace('Cookie', '\\u0043ookie')],
  ['with a key twice', text.replace('"format":2', '"format":2,"format":2')],
])('refuses a record %s', (_name, written) => {
  expect(JSON.parse(written)).toEqual(sealed);
  const fault = written.includes('\r')
    ? 'line ends CR LF, which something has put in the place of LF'
    : 'form: it is not canonical JSON and a line end';
  expect(readRecord(written)).toMatchObject({ fault, help: expect.any(String) });
});

test('refuses a record with a byte order mark', () => {
  expect(readRecord(new TextEncoder().encode(`\ufeff${text}`))).toHaveProperty('fault');
});

test('says how the digests differ', () => {
  const changed = readRecord(text.replace('You can refuse.', 'You cannot refuse.'));
  expect(changed).toEqual({
    fault: expect.stringMatching(
      new RegExp(`^content: its digest is [0-9a-f]{16}…, the record says ${sealed.digest.slice(0, 16)}…$`),
    ),
  });
});

test.each([
  ['nothing', ''],
  ['half a character', text.replace('Cookie', '\\ud800')],
  ['a number too large', text.replace('"format":2', '"format":2,"x":1e999')],
  ['a number too large as content', forge({ ...body }).replace('"kind"', '"aaa":1e999,"kind"')],
  ['lists without end', '['.repeat(200_000)],
  ['closed lists without end', `${'['.repeat(100_000)}${']'.repeat(100_000)}`],
  [
    'content without end',
    text.replace('"kind"', `"deep":${'['.repeat(100_000)}${']'.repeat(100_000)},"kind"`),
  ],
  ['maps without end', `{"format":1,"content":${'{"a":'.repeat(50_000)}1${'}'.repeat(50_000)},"digest":""}`],
  ['a list', '[]'],
  ['null', 'null'],
  ['a prototype', '{"__proto__":{"format":1}}'],
])('reads a file of %s without a crash', (_name, written) => {
  expect(readRecord(written)).toHaveProperty('fault');
});

test('refuses half a character, whatever its digest is', () => {
  const { digest: _digest, ...torn } = JSON.parse(text.replaceAll('Cookie', '\\ud800'));
  const digest = sha256(JSON.stringify(torn));
  const written = text.replaceAll('Cookie', '\\ud800').replace(sealed.digest, digest);
  expect(readRecord(written)).toEqual({ fault: 'text that no canonical JSON can hold' });
});

test('reads whatever a file holds without a crash', () => {
  const part = fc.constantFrom('{', '}', '"format":1', '"content":', '"digest":"', ',', '[', '\\u', '\ud800');
  const sources = fc.oneof(
    fc.string(),
    fc.json(),
    fc.array(part).map((parts) => parts.join('')),
    fc.uint8Array(),
    fc.nat(bytes.length - 1).map((length) => bytes.slice(0, length)),
  );
  fc.assert(
    fc.property(sources, (source) => {
      expect(readRecord(source)).toHaveProperty('fault');
    }),
    {
      numRuns: 1_000,
    },
  );
});

test('chains each record to the one before', () => {
  const texts = publishVersions(
    cookies,
    cookies.replace('2026-01-01', '2026-02-01').replace('little', 'less'),
  );
  const [one, two] = Object.entries(texts)
    .filter(([path]) => /\d\.json$/.test(path))
    .map(([, record]) => JSON.parse(record));
  expect(one).not.toHaveProperty('previous');
  expect(two.previous).toBe(one.digest);
});
