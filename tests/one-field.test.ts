import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { around, compileTexts } from './compile-texts.ts';
import { howMany } from './how-many.ts';
import { type Json, policyOfFacts, productOfFacts, randomFacts } from './random-facts.ts';

// No field is silent, and none is told twice: whatever the schemas allow to be written, another value of it is one change.

type Leaf = { path: string[]; value: string | boolean };

// Former ids lead to places, and what holds for each cookie of a category is a change of those that have no value of their own.
const elsewhere = ['aliases', 'each'];

function leavesOf(value: Json, path: string[] = []): Leaf[] {
  if (typeof value === 'boolean' || (typeof value === 'string' && another(value) !== value))
    return [{ path, value }];
  if (typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    elsewhere.includes(key) ? [] : leavesOf(inner, [...path, key]),
  );
}

function another(value: string | boolean): string | boolean {
  if (typeof value === 'boolean') return !value;
  return value.replace(/Word[0-9]+x/, 'Otherwise').replace(/word[0-9]+x/, 'otherwise');
}

function changed(value: Json, [key = '', ...rest]: string[]): Json {
  if (typeof value !== 'object') return another(value as string | boolean);
  const inner = changed((value as Record<string, Json>)[key] ?? '', rest);
  return Array.isArray(value) ? value.with(Number(key), inner) : { ...value, [key]: inner };
}

function compiledOf(facts: Json) {
  return compileTexts({
    ...around,
    'shop/product.yaml': productOfFacts,
    'shop/privacy.yaml': policyOfFacts(facts as Record<string, unknown>),
  }).compiled.get('shop/privacy');
}

test('another value of one field is one change, which says what it was and what it is', () => {
  let count = 0;
  fc.assert(
    fc.property(randomFacts, fc.nat(), (facts, which) => {
      const leaves = leavesOf(facts);
      const leaf = leaves[which % leaves.length];
      const [before, after] = [compiledOf(facts), compiledOf(changed(facts, leaf?.path ?? []))];
      if (!leaf || !before || !after) return;
      count += 1;
      const changes = changesBetween(before.policy, after.policy, redline(before.page, after.page));
      expect([leaf, changes.map(({ sentence }) => sentence)]).toEqual([leaf, [expect.any(String)]]);
      const sentence = changes[0]?.sentence.toLowerCase() ?? '';
      const words = typeof leaf.value === 'string' ? leaf.value.toLowerCase().match(/word[0-9]+x/) : null;
      if (words)
        for (const word of [words[0], 'otherwise'])
          expect([leaf, sentence]).toEqual([leaf, expect.stringContaining(word)]);
    }),
    { numRuns: howMany(600) },
  );
  expect(count).toBeGreaterThan(howMany(600) / 2);
});
