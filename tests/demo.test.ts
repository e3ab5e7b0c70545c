import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { expect, test } from 'vitest';
import { fileSchemas } from '../schemas/json-schema.ts';
import { root } from './command.ts';
import { filesIn } from './published-texts.ts';

// The demo of this repository. Whoever puts other policies in its place deletes these tests with it: the others read the copy
// in the fixtures.

test('the other tests read the demo as it is', () => {
  const [own, copied] = ['policies', 'tests/fixtures/demo'].map(filesIn);
  expect(Object.keys(copied ?? {})).toEqual(Object.keys(own ?? {}));
  expect(copied).toEqual(own);
});

test('there are files of every sort to check', () => {
  const kinds = new Set(policyFiles().map(kindOf));
  expect(Object.keys(fileSchemas).filter((kind) => !kinds.has(kind))).toEqual([]);
});

test('every file in policies/ names its schema in its first line, so that any editor finds it', () => {
  const lines = policyFiles().map((file) => ({ file, line: firstLine(file) }));
  expect(lines).toEqual(policyFiles().map((file) => ({ file, line: modeline(file) })));
});

test('every schema named in policies/ exists', () => {
  expect(policyFiles().filter((file) => !existsSync(join(root, dirname(file), schemaPath(file))))).toEqual(
    [],
  );
});

/** Every file in policies/ but the sealed records, which no person edits. */
function policyFiles(): string[] {
  return readdirSync(join(root, 'policies'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll(sep, '/'))
    .filter((file) => !/^policies\/[^/]+\/history\/.+\.json$/.test(file))
    .sort();
}

function kindOf(file: string): string {
  const [, ...path] = file.split('/');
  const name = path.at(-1)?.replace(/\.yaml$/, '') ?? '';
  if (path.length === 1 || name === 'product') return name;
  return name.includes('.') ? 'translation' : 'policy';
}

function schemaPath(file: string): string {
  return `${'../'.repeat(file.split('/').length - 1)}schemas/${kindOf(file)}.schema.json`;
}

function modeline(file: string): string {
  return `# yaml-language-server: $schema=${schemaPath(file)}`;
}

function firstLine(file: string): string | undefined {
  return readFileSync(join(root, file), 'utf8').split('\n')[0];
}
