import { expect, test } from 'vitest';
import { makeMemory } from '../src/memory.ts';

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
