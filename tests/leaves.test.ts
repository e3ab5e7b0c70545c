import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { fileSchemas } from '../schemas/json-schema.ts';
import { parseYaml } from '../src/read/parse.ts';
import { leavesOf, mapLeaves, schemaOfLeaf } from '../src/read/shape.ts';

// Texts are looked up one by one where few of them can hold a slip, and a policy is walked once for all who ask.

const files = globSync('tests/fixtures/{complete,demo}/*/*.yaml').filter(
  (file) => !file.endsWith('/product.yaml'),
);

function readValue(file: string): Record<string, unknown> {
  return parseYaml(file, readFileSync(file)).value as Record<string, unknown>;
}

function pathsOf(value: unknown, path: (string | number)[] = []): (string | number)[][] {
  if (typeof value !== 'object' || value === null) return [path];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => pathsOf(Reflect.get(value, key), [...path, key]));
}

test('there are files to walk', () => {
  expect(files.length).toBeGreaterThan(5);
});

test.each(files)('a path leads to the schema that a walk of %s finds there', (file) => {
  // Keys that no schema knows, and lists where none may stand.
  const value = { ...readValue(file), unknown: { lead: 'One' }, title: ['Two', ['Three']] };
  const walked = new Map(
    leavesOf(fileSchemas.policy, value).map(({ path, schema }) => [path.join('.'), schema]),
  );
  expect(walked.get('title.0')).toBeDefined();
  for (const path of pathsOf(value))
    expect(schemaOfLeaf(fileSchemas.policy, value, path), path.join('.')).toBe(walked.get(path.join('.')));
});

test.each(files)('what changed the leaves of %s leaves what was walked as it was', (file) => {
  const value = readValue(file);
  mapLeaves(fileSchemas.policy, value, ({ value: leaf }) => (typeof leaf === 'string' ? `${leaf}!` : leaf));
  const own = leavesOf(fileSchemas.policy, value);
  expect(own).toEqual(leavesOf(fileSchemas.policy, readValue(file)));
  expect(own.length).toBeGreaterThan(5);
});
