import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { makeMemory, ownCopy } from '../src/memory.ts';

/** What a memory for two makes when it is asked for some keys, one after the other. */
function madeFor(keys: readonly string[], most = 2): string[] {
  const made: string[] = [];
  const remember = makeMemory<string>(most);
  for (const key of keys) {
    const answer = remember(key, () => {
      made.push(key);
      return `made for ${key}`;
    });
    expect(answer).toBe(`made for ${key}`);
  }
  return made;
}

test('makes what is asked for again once', () => {
  expect(madeFor(['a', 'b', 'a', 'b', 'a'])).toEqual(['a', 'b']);
});

test('forgets what it has made longest ago, and nothing else', () => {
  expect(madeFor(['a', 'b', 'c', 'b', 'c', 'a', 'c', 'b'])).toEqual(['a', 'b', 'c', 'a', 'b']);
});

test('has no end where it is given none', () => {
  const keys = Array.from({ length: 1_000 }, (_, index) => String(index));
  expect(madeFor([...keys, ...keys], Number.POSITIVE_INFINITY)).toEqual(keys);
});

test('remembers what needs another answer to be made', () => {
  const remember = makeMemory<number>(1);
  const ask = (key: string): number => remember(key, () => (key === 'outer' ? ask('inner') + 1 : 1));
  expect([ask('outer'), ask('outer'), ask('inner')]).toEqual([2, 2, 1]);
});

/** How many bytes live on while some values are held. */
function heldBy(make: (index: number) => unknown): number {
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
  const before = process.memoryUsage().heapUsed;
  const held = Array.from({ length: 50 }, (_, index) => make(index));
  collect();
  const after = process.memoryUsage().heapUsed;
  expect(held).toHaveLength(50);
  return after - before;
}

test('a copy keeps nothing of the text that it was cut out of', () => {
  const cut = (index: number) => ({ title: `${index} ${'x'.repeat(1_000_000)}`.slice(0, 40) });
  expect(heldBy((index) => ownCopy(cut(index)))).toBeLessThan(5_000_000);
  // Were this not so, copies would not be needed.
  expect(heldBy(cut)).toBeGreaterThan(40_000_000);
});

test('a copy says what it was made of, as JSON would, and holds once what many copies say', () => {
  const own = JSON.parse('{"__proto__":[1,null,"a"],"b":{"2":false,"1":"a"}}') as Record<string, unknown>;
  const copy = ownCopy({ ...own, left: undefined });
  expect(JSON.stringify(copy)).toBe(JSON.stringify(own));
  expect(Object.keys(copy)).toEqual(Object.keys(own));
  const long = (index: number) => ({ index, text: `${'x'.repeat(200_000)}${index % 2}` });
  expect(heldBy((index) => ownCopy(long(index)))).toBeLessThan(2_000_000);
});
