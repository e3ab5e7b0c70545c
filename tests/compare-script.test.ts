import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { isEqual } from '../src/compare/changes/compare.ts';
import { compareScript } from '../src/doors/compare-script.ts';
import { projectAt } from '../src/doors/project.ts';
import { scriptOf } from '../src/site/compare-view.ts';

const script = compareScript(projectAt(join(import.meta.dirname, '..')));

test('the script for browsers is one module that loads nothing, and nothing of Node', () => {
  expect(script.length).toBeGreaterThan(10_000);
  expect(script).not.toContain('node:');
  expect(script).not.toMatch(
    /\b(import|require)\s*\(|\bimport\s*["'{*]|\bfrom\s*["'][^"']*["'];|\bprocess\./,
  );
  // What is no module holds no import: it would not even be read.
  const read = () => runInNewContext(`(async () => {${script.replace(/export\s*\{\s*\};?\s*$/, '')}})`);
  expect(read).not.toThrow();
});

test('a script is named by its address and its digest', () => {
  expect(scriptOf('/legal', 'a')).toEqual({
    src: '/legal/compare.js?v=4162fddd39a3',
    integrity: 'sha256-ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=',
  });
});

test.each<[unknown, unknown, boolean]>([
  [{ a: 1, b: [{ c: undefined }] }, { b: [{ c: undefined }], a: 1 }, true],
  [{ a: undefined }, {}, false],
  [{ a: undefined }, { b: undefined }, false],
  [[], {}, false],
  [[1, 2], [2, 1], false],
  [null, {}, false],
  ['1', 1, false],
])('%j and %j are the same: %s', (before, after, expected) => {
  expect(isEqual(before, after)).toBe(expected);
});
