import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, test } from 'vitest';
import { recordSchemas } from '../schemas/json-schema.ts';
import type { Record1 } from '../schemas/record-1.ts';
import { digestOf } from '../src/digest.ts';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import { toPage } from '../src/page/page.ts';
import { isMap } from '../src/read/shape.ts';
import { readRecord, writeRecord } from '../src/versions/record.ts';
import { checkRecord1 } from '../src/versions/record-1.ts';
import { openRecord } from '../src/versions/record-formats.ts';

// Records of format 1 as they were sealed. They never change, and can be read for ever; so these files are only added to.
// A record of this format does not hold the words of the program: what they make of it today stands beside it, as Markdown.

const folder = join(import.meta.dirname, 'fixtures/records/format-1');
const names = globSync('*.json', { cwd: folder }).sort();
const textOf = (name: string) => readFileSync(join(folder, name), 'utf8');
const fixtures = names.map((name) => [name, JSON.parse(textOf(name))] as const);

const schema = JSON.parse(recordSchemas()['record-1.schema.json'] ?? '');
const ajv = new Ajv2020();
const isValid = ajv.compile(schema);

test('publishes JSON Schema, draft 2020-12, that says what it is of and how a digest is made', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  expect(ajv.validateSchema(schema), ajv.errorsText()).toBe(true);
  expect(schema).toMatchObject({
    title: 'Record, format 1',
    description: expect.stringMatching(/canonical/),
  });
  expect(schema.properties.digest.description).toMatch(/SHA-256.*canonical JSON \(RFC 8785\)/);
  expect(schema.properties.previous.description).toMatch(/version before/);
});

test.each(names)('shows %s as its page shows it', async (name) => {
  const result = readRecord(textOf(name));
  if ('fault' in result) throw new Error(result.fault);
  const page = toPage(openRecord(result.record), { name: 'Example', url: 'https://example.com/' });
  await expect(policyMarkdown(page)).toMatchFileSnapshot(join(folder, basename(name).replace(/json$/, 'md')));
});

test.each(fixtures)('%s is what the JSON Schema says', (_name, record) => {
  expect(isValid(record), ajv.errorsText(isValid.errors)).toBe(true);
});

type Schema = { properties?: Record<string, Schema>; items?: Schema; $ref?: string; const?: unknown } & {
  [options in 'anyOf' | 'oneOf']?: Schema[];
};

/** What a schema allows and none of the values has: properties by their paths, and the options of a union. */
function unusedIn(
  part: Schema,
  values: readonly unknown[],
  path = '',
  inside: readonly string[] = [],
): string[] {
  const { $ref, properties = {}, items, anyOf = [], oneOf = anyOf } = part;
  if (values.length === 0) return [part.const ? `${path} ${part.const}` : path];
  // A section in a section is one.
  if ($ref) return inside.includes($ref) ? [] : unusedIn(definition($ref), values, path, [...inside, $ref]);
  return [
    ...Object.entries(properties).flatMap(([key, property]) => {
      const own = values.flatMap((value) => (isMap(value) && value[key] !== undefined ? [value[key]] : []));
      return unusedIn(property, own, `${path}.${key}`, inside);
    }),
    ...oneOf.flatMap((option) => {
      const fits = ajv.compile({ ...option, $defs: schema.$defs });
      const own = values.filter((value) => fits(value));
      return unusedIn(option, own, path, inside);
    }),
    ...(items ? unusedIn(items, values.flat(), `${path}[]`, inside) : []),
  ];
}

function definition(reference: string): Schema {
  return schema.$defs[reference.replace('#/$defs/', '')];
}

test('has records in which every field of the format occurs', () => {
  const records = fixtures.map(([, record]) => record);
  expect(unusedIn(schema, records)).toEqual([]);
});

type Path = (string | number)[];

/** Every value in a value that has one before it, with its path. */
function valuesIn(value: unknown, path: Path = []): [Path, unknown][] {
  if (typeof value !== 'object' || value === null) return [[path, value]];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return [[path, value], ...keys.flatMap((key) => valuesIn(Reflect.get(value, key), [...path, key]))];
}

function changed(value: unknown, [key, ...rest]: Path, change: (value: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  const inner = changed(Reflect.get(Object(value), key), rest, change);
  if (Array.isArray(value)) return value.with(Number(key), inner);
  const { [key]: _old, ...others } = Object(value);
  return inner === undefined ? others : { ...others, [key]: inner };
}

// These have every field, and are small.
const complete = fixtures.filter(([name]) => /^(tales|harbour)/.test(name));

const isRefused = (value: unknown) => 'fault' in checkRecord1(value);

test.each(complete)('refuses %s with any value of another type', (_name, record) => {
  for (const [path, value] of valuesIn(record)) {
    const other = changed(record, path, () => (typeof value === 'string' ? 1 : 'another'));
    expect([isRefused(other), !isValid(other)], path.join('.')).toEqual([true, true]);
  }
});

// What a record cannot be without, by the last two keys of its path; below `facts` an entry asks for little.
const needed = new RegExp(
  [
    '^(format|content|digest)$',
    '^content\\.(product|slug|language|kind|title|updated|numbering|facts|sections)$',
    '^content\\.facts\\.(contacts|vendors)$',
    '\\.cookies\\.\\d+\\.(id|name|type)$',
    '\\.sections\\.\\d+\\.(id|title|aliases|numbering|content|sections)$',
  ].join('|'),
);

test.each(
  complete,
)('refuses %s without a field that no record lacks, as the JSON Schema does', (_n, record) => {
  for (const [path] of valuesIn(record).filter(([path]) => typeof path.at(-1) === 'string')) {
    const other = changed(record, path, () => undefined);
    expect(isRefused(other), path.join('.')).toBe(!isValid(other));
    if (needed.test(path.join('.'))) expect(isRefused(other), path.join('.')).toBe(true);
  }
});

test.each(
  complete,
)('takes a key more in %s as the JSON Schema does: in facts, and nowhere else', (_n, record) => {
  for (const [path] of valuesIn(record).filter(([, value]) => isMap(value))) {
    const other = changed(record, path, (value) => ({ ...Object(value), another: 'x' }));
    expect(isRefused(other), path.join('.')).toBe(!isValid(other));
    const isFact = /^content\.facts(?!\.(security\.measures|ai\.uses)\.)/.test(path.join('.'));
    expect(isRefused(other), path.join('.')).toBe(!isFact);
  }
});

const [, sample] = fixtures.find(([name]) => name === 'tales-cookie-policy-2026-10-01.json') ?? [];

/** A record's file with one value of it changed, sealed as if it had always said so. */
function forged(path: Path, value: unknown): string {
  const { digest: _digest, ...body } = Object(changed(sample, path, () => value));
  // What is written need not be a record, only look like one.
  return writeRecord({ ...body, digest: digestOf(body) } as Record1);
}

test.each<[Path, unknown, string]>([
  [['content', 'kind'], 'poem', 'value of `content.kind`, which is none of format 1'],
  [['content', 'another'], 1, 'key `content.another`, which format 1 does not have'],
  [['content', 'numbering'], undefined, 'absence of `content.numbering`, which format 1 asks for'],
  [
    ['content', 'facts', 'cookies', 1, 'name'],
    undefined,
    'absence of `content.facts.cookies.1.name`, which format 1 asks for',
  ],
  [
    ['content', 'facts', 'cookies', 0, 'trigger'],
    'noon',
    'value of `content.facts.cookies.0.trigger`, which is none of format 1',
  ],
  [['content', 'facts', 'cookies'], 'some', 'value of `content.facts.cookies`, which is none of format 1'],
  [
    ['content', 'sections', 0, 'content', 1, 'type'],
    'poem',
    'value of `content.sections.0.content.1.type`, which is none of format 1',
  ],
])('names %j as what is not of the format, though the digest is right', (path, value, fault) => {
  expect(readRecord(forged(path, value))).toEqual({ fault });
});

test('keeps what was added to the facts of a format since: a list of entries opens as a map', () => {
  const entries = [
    { id: 'zebra', label: 'Z' },
    { id: 'ant', label: 'A' },
  ];
  const result = readRecord(forged(['content', 'facts', 'animals'], entries));
  if ('fault' in result) throw new Error(result.fault);
  const { animals } = Object(openRecord(result.record).facts);
  expect(Object.entries(animals)).toEqual([
    ['zebra', { label: 'Z' }],
    ['ant', { label: 'A' }],
  ]);
});
