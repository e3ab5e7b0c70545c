import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { root } from './command.ts';

// Every key that a file of policies may have stands in one of the fixtures, where the tests that walk them meet it.

const folders = ['tests/fixtures/complete', 'tests/fixtures/sites/showcase', 'tests/fixtures/demo'];

/** Keys that no fixture can have as a matter of course, and what holds them instead. */
const elsewhere: [key: RegExp, heldBy: string][] = [
  // They speak of versions that were published before: of a file alone they are faults.
  [/^policy\.change\.(insteadOf|after|retroactive)$/, 'place-in-time.test.ts'],
  [/^policy\.retired\b/, 'place-in-time.test.ts'],
  // The day it is where its people are is asked for by tests of their own.
  [/^site\.timeZone$/, 'today.test.ts'],
  // They lead to files beside the policies, or have to be readable together.
  [/^site\.theme\.(logo|favicon|image|fonts|colours|coloursDark)\b/, 'theme.test.ts'],
];

type Schema = {
  properties?: Record<string, Schema>;
  additionalProperties?: Schema | boolean;
  items?: Schema;
  anyOf?: Schema[];
};

/** The keys of a schema by their paths: a map by id has `*` in the place of one, a list `[]`. */
function keysOf(schema: Schema, path: string): string[] {
  const { properties = {}, additionalProperties: any, items, anyOf = [] } = schema;
  return [
    ...anyOf.flatMap((one) => keysOf(one, path)),
    ...Object.entries(properties).flatMap(([key, one]) => [
      `${path}.${key}`,
      ...keysOf(one, `${path}.${key}`),
    ]),
    ...(typeof any === 'object' ? keysOf(any, `${path}.*`) : []),
    ...(items ? keysOf(items, `${path}[]`) : []),
  ];
}

/** The keys that a value has, those that the schema does not name as `*`. */
function keysIn(value: unknown, path: string, known: ReadonlySet<string>): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => keysIn(item, `${path}[]`, known));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => {
    const own = `${path}.${key}`;
    return known.has(own) ? [own, ...keysIn(inner, own, known)] : keysIn(inner, `${path}.*`, known);
  });
}

// Sections inside a section hold the same blocks.
const anyLevel = (key: string) => key.replace(/(\.sections\[\])+(?=\.content)/, '.sections[]');

const kinds = ['policy', 'product', 'site', 'vendors', 'steps'];
const kindOf = (file: string) => kinds.find((kind) => basename(file, '.yaml') === kind) ?? 'policy';

const all = new Set(
  kinds.flatMap((kind) =>
    keysOf(JSON.parse(readFileSync(join(root, `schemas/${kind}.schema.json`), 'utf8')), kind),
  ),
);
const met = new Set(
  folders.flatMap((folder) =>
    globSync('**/*.yaml', { cwd: join(root, folder) }).flatMap((file) =>
      keysIn(parse(readFileSync(join(root, folder, file), 'utf8')), kindOf(file), all).map(anyLevel),
    ),
  ),
);
const missing = [...new Set([...all].map(anyLevel))].filter((key) => !met.has(key));

test('every key stands in a fixture, or in a test of its own', () => {
  expect(missing.filter((key) => !elsewhere.some(([keys]) => keys.test(key)))).toEqual([]);
});

test.each(elsewhere)('%s is missing in the fixtures, and %s has it', (keys, heldBy) => {
  const gone = missing.filter((key) => keys.test(key));
  const text = readFileSync(join(root, 'tests', heldBy), 'utf8');
  // Where it stands by itself, or the name of the part that it is of.
  const names = new Set(gone.map((key) => key.split('.').slice(1, 3).at(-1) ?? ''));
  expect(gone).not.toEqual([]);
  expect([...names].filter((name) => !text.includes(name))).toEqual([]);
});
