import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { type ParsedFile, parseYaml, reopenFile } from '../src/read/parse.ts';
import { valueAt } from '../src/read/shape.ts';
import { root } from './command.ts';
import { pathsIn } from './places.ts';

// A file that was kept tells of itself as the one that was read, without its YAML being read again.

const bytesOf = (text: string) => new TextEncoder().encode(text);

/** All that a file can say of its places. */
function placesOf(file: ParsedFile) {
  return [[], ...pathsIn(file.value), ['nowhere'], ['sections', 0, 'nowhere']].map((path) => {
    const text = valueAt(file.value, path);
    const middle = typeof text === 'string' ? Math.floor(text.length / 2) : 0;
    return [
      file.place(path),
      file.place(path, 'key'),
      file.placeInside(path, 0, 1),
      file.placeInside(path, middle, 5),
    ];
  });
}

test.each(
  globSync('{policies,tests/fixtures/complete,tests/fixtures/sites/showcase}/**/*.yaml', { cwd: root }),
)('%s is kept with every place', (name) => {
  const bytes = readFileSync(join(root, name));
  const read = parseYaml(name, bytes);
  const kept = read.keep();
  if (!kept) throw new Error('Nothing is kept.');
  const again = reopenFile(name, bytes, JSON.parse(JSON.stringify(kept)));
  expect(again.value).toEqual(read.value);
  expect(placesOf(again)).toEqual(placesOf(read));
});

test.each([
  ['a fault', 'a: 1\na: 2\n'],
  ['numbers as keys, which change places', 'b: x\n10: y\n'],
])('a file with %s is not kept', (_, text) => {
  expect(parseYaml('a.yaml', bytesOf(text)).keep()).toBeUndefined();
});
