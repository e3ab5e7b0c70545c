import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { isEqual } from '../src/compare/changes/compare.ts';
import { browserScript } from '../src/doors/browser-script.ts';
import { projectAt } from '../src/doors/project.ts';
import { scriptOf } from '../src/site/script.ts';

const scripts = (['compare', 'inspect', 'search'] as const).map((name): [string, string] => [
  name,
  browserScript(projectAt(join(import.meta.dirname, '..')), name),
]);

test.each(scripts)('the script %s is one module that loads nothing, and nothing of Node', (_, script) => {
  expect(script.length).toBeGreaterThan(1_000);
  expect(script).not.toMatch(/["'`]node:/);
  expect(script).not.toMatch(
    /\b(import|require)\s*\(|\bimport\s*["'{*]|\bfrom\s*["'][^"']*["'];|\bprocess\./,
  );
  // What is no module holds no import: it would not even be read.
  const read = () => runInNewContext(`(async () => {${script.replace(/export\s*\{\s*\};?\s*$/, '')}})`);
  expect(read).not.toThrow();
});

test('the script of a reader’s own storage holds no words but its own, and nothing that sends or keeps', () => {
  const inspect = scripts[1]?.[1] ?? '';
  expect(inspect.length).toBeLessThan(5_000);
  expect(inspect).not.toMatch(/fetch|XMLHttpRequest|sendBeacon|WebSocket|setItem|\.cookie=[^=]|innerHTML/);
});

test('a script is named by its address and its digest', () => {
  expect(scriptOf('/legal', 'compare', 'a')).toMatchObject({
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
