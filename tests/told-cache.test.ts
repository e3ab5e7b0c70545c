import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { keeperIn } from '../src/doors/cache.ts';
import { openTold } from '../src/doors/told-cache.ts';

const told = { terms: { cookies: [], companies: [{ name: 'Quay Ltd', html: 'Quay Ltd' }] } };

const around = mkdtempSync(join(tmpdir(), 'policybook-told-'));
afterAll(() => rmSync(around, { recursive: true, force: true }));

function opened() {
  const folder = mkdtempSync(join(around, 'own-'));
  const open = () => openTold(folder, keeperIn(folder));
  const first = open();
  first.set('shop', 'key', told);
  first.set('quay', 'key', told);
  first.save(['shop', 'quay']);
  return { folder, open };
}

test('finds what is told of a product in the next run, under the key it was told for', () => {
  const again = opened().open();
  expect(again.get('shop', 'key')).toEqual(told);
  expect(again.digestOf('shop', 'key')).toMatch(/^[0-9a-f]{64}$/);
  expect([again.get('shop', 'other'), again.digestOf('shop', 'other')]).toEqual([undefined, undefined]);
});

test('believes no file that is not as it was written', () => {
  const { folder, open } = opened();
  openTold(folder, keeperIn(folder)).set('shop', 'later', { terms: { cookies: [], companies: [] } });
  writeFileSync(join(folder, 'told/quay.json'), 'Broken.');
  expect([open().get('shop', 'key'), open().get('quay', 'key')]).toEqual([undefined, undefined]);
});

test('keeps nothing of products that are gone', () => {
  const { folder, open } = opened();
  const later = open();
  later.set('shop', 'later', told);
  later.save(['shop']);
  expect(readdirSync(join(folder, 'told'))).toEqual(['shop.json']);
});
