import fc from 'fast-check';
import { expect, test } from 'vitest';
import { disclosureSchemas } from '../schemas/disclosures/all.ts';
import { policyFile } from '../schemas/policy.ts';
import { productFile } from '../schemas/product.ts';
import { type Change, changesBetween } from '../src/compare/changes/changes.ts';
import { isEqual } from '../src/compare/changes/compare.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { valueAt } from '../src/read/shape.ts';
import { around, compileTexts } from './compile-texts.ts';
import { howMany } from './how-many.ts';
import {
  fieldPaths,
  type Json,
  policyOfFacts,
  productOfFacts,
  randomFacts,
  valuesOf,
} from './random-facts.ts';

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

type Facts = Record<string, Json>;

function compiledOf(facts: Json, product = productOfFacts, blocks?: readonly object[]) {
  return compileTexts({
    ...around,
    'shop/product.yaml': product,
    'shop/privacy.yaml': policyOfFacts(facts as Facts, blocks),
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

const ofProduct = ['controller', 'contacts', 'vendors'] as const;
const { notice, ...schemas } = {
  ...Object.fromEntries(Object.entries(disclosureSchemas).map(([name, { field }]) => [name, field])),
  ...Object.fromEntries(ofProduct.map((name) => [name, productFile.shape[name]])),
  notice: policyFile.shape.notice,
};

/** A policy that says what a disclosure says, and what that names. */
function policyWith(name: string, said: Json | undefined) {
  const own: Facts = said === undefined ? {} : { [name]: said };
  const isOfProduct = ofProduct.some((one) => one === name);
  const entries: Json = { one: { label: 'One' }, two: { label: 'Two' } };
  const beside: Facts = Object.fromEntries(['data', 'audiences', 'categories'].map((one) => [one, entries]));
  const product = JSON.stringify({ ...JSON.parse(productOfFacts), ...(isOfProduct && own) });
  const shown = [{ contact: 'one' }, { contact: 'two' }, { vendors: 'all' }];
  const recipients = { all: { label: 'All', vendors: ['one', 'two'] } };
  const facts = { ...beside, ...(isOfProduct ? { recipients } : own) };
  const blocks: object[] = Object.keys(facts).flatMap((one) => (one === 'notice' ? [] : [{ [one]: 'all' }]));
  return compiledOf(facts, product, isOfProduct ? [...blocks, ...shown] : blocks);
}

/** What can go, with its path: every field, every entry, everything as a whole. */
function partsOf(value: Json, path: string[] = []): string[][] {
  const inner = typeof value === 'object' ? Object.entries(value) : [];
  return [
    path,
    ...inner.flatMap(([key, one]) => (elsewhere.includes(key) ? [] : partsOf(one, [...path, key]))),
  ];
}

function without(value: Json, [key = '', ...rest]: string[]): Json {
  const facts = value as Facts;
  if (rest.length > 0) {
    const inner = without(facts[key] ?? '', rest);
    return Array.isArray(value) ? value.with(Number(key), inner) : { ...facts, [key]: inner };
  }
  if (Array.isArray(value)) return value.filter((_, index) => index !== Number(key));
  return Object.fromEntries(Object.entries(facts).filter(([one]) => one !== key));
}

// A value by one sentence that holds its words, anything with more in it by one or several.
function expectTold(path: string[], value: unknown, changes: readonly Change[]): void {
  const sentences = changes.map(({ sentence }) => sentence.toLowerCase());
  expect([path, sentences.length > 0]).toEqual([path, true]);
  if (typeof value === 'object') return;
  const [word = ''] =
    String(value)
      .toLowerCase()
      .match(/word[0-9]+x/) ?? [];
  expect([path, sentences]).toEqual([path, [expect.stringContaining(word)]]);
}

// A field by its path in the schema: ids and places are others in each policy.
function fieldOf(path: readonly string[], known: ReadonlySet<string>): string {
  const match = [...known].find((one) => {
    const keys = one === '' ? [] : one.split('.');
    return keys.length === path.length && keys.every((key, index) => key === '*' || key === path[index]);
  });
  return match ?? '';
}

test.each(Object.entries({ ...schemas, notice }))('%s: what comes or goes is told', (name, schema) => {
  const known = new Set(fieldPaths(schema));
  const told = new Set<string>();
  for (const said of fc.sample(valuesOf(schema, true), { numRuns: 3, seed: 11 })) {
    const whole = policyWith(name, said);
    for (const path of partsOf(said)) {
      const field = fieldOf(path, known);
      if (told.has(field)) continue;
      told.add(field);
      // What cannot be left out is not.
      const less = policyWith(name, path.length === 0 ? undefined : without(said, path));
      if (whole && less && !isEqual(whole.policy.facts, less.policy.facts))
        for (const [before, after] of [
          [whole, less],
          [less, whole],
        ] as const)
          expectTold(
            path,
            valueAt(said, path),
            changesBetween(before.policy, after.policy, { sections: [] }),
          );
    }
  }
  const isElsewhere = (field: string) => field.split('.').some((key) => elsewhere.includes(key));
  expect([...known].filter((field) => !told.has(field) && !isElsewhere(field))).toEqual([]);
});
