import { expect, test } from 'vitest';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { around, compileTexts } from './compile-texts.ts';

// Which entries of an inventory a block shows: a part, some by their ids, or what a map of their fields says.

function compiled(block: string, data = '') {
  return compileTexts({
    ...around,
    'shop/product.yaml':
      'name: Shop\nvendors:\n  plume: { name: Plume, role: processor, policy: https://plume.example }\n  dulse: { name: Dulse, group: Ads }\n',
    'shop/privacy.yaml': `kind: privacy-policy
title: Privacy policy
updated: 2026-01-01
audiences: { buyers: { label: Buyers }, sellers: { label: Sellers } }
categories: { needed: { label: Needed }, counting: { label: Counting } }
cookies:
  sid: { name: sid, category: needed, provider: self }
  cart: { name: cart, category: needed, provider: self, type: local-storage }
  pl: { name: _pl, category: counting, provider: plume }
data:
  account: { label: Account, audience: buyers, source: given }
  visits: { label: Visits, audience: buyers, source: observed }
  stock: { label: Stock, audience: sellers, source: observed }
${data}sections:
  - { title: What, id: what, content: [${block}] }
`,
  });
}

function idsShown(block: string): string[] {
  const { problems, compiled: policies } = compiled(block);
  expect(problems.map(({ message }) => message)).toEqual([]);
  const [shown] = policies.get('shop/privacy')?.policy.sections[0]?.content ?? [];
  return shown?.type === 'inventory' ? shown.ids : [];
}

test.each([
  ['{ data: all }', ['account', 'visits', 'stock']],
  ['{ vendors: all }', ['plume', 'dulse']],
  ['{ vendors: Ads }', ['dulse']],
  ['{ vendors: [dulse, plume] }', ['dulse', 'plume']],
  ['{ vendors: { role: processor } }', ['plume']],
  ['{ data: buyers }', ['account', 'visits']],
  ['{ data: [stock, account] }', ['stock', 'account']],
  ['{ data: { source: observed } }', ['visits', 'stock']],
  ['{ data: { source: observed, audience: buyers } }', ['visits']],
  ['{ cookies: needed }', ['sid', 'cart']],
  ['{ cookies: [pl, sid] }', ['pl', 'sid']],
  ['{ cookies: { provider: plume } }', ['pl']],
  ['{ cookies: { category: needed, type: local-storage } }', ['cart']],
])('%s shows %j', (block, ids) => {
  expect(idsShown(block)).toEqual(ids);
});

test.each([
  ['{ data: [account, orders] }', 'Unexpected `orders`, expected an id from `data`.'],
  [
    '{ data: { source: derived } }',
    'Unexpected `{source: derived}`, which no entry of `data` has, expected one at least.',
  ],
  [
    '{ cookies: { party: third } }',
    'Unexpected `{party: third}`, which no entry of `cookies` has, expected one at least.',
  ],
  ['{ data: {} }', 'Unexpected empty map, expected what entries have in common.'],
  ['{ data: { sauce: given } }', 'Unexpected key `sauce`, expected a key that `data` can have.'],
])('%s is told', (block, message) => {
  expect(compiled(block).problems.map((problem) => problem.message)).toEqual([message]);
});

test('a change of vendors chosen by their ids names them as readers know them', () => {
  const policyOf = (block: string) => {
    const found = compiled(block).compiled.get('shop/privacy');
    if (!found) throw new Error('no policy');
    return found;
  };
  const [before, after] = [policyOf('{ vendors: all }'), policyOf('{ vendors: [plume, dulse] }')];
  const changes = changesBetween(before.policy, after.policy, redline(before.page, after.page));
  expect(changes.map(({ sentence }) => sentence)).toEqual([
    'The section “What” now shows the companies (Plume, Dulse). It showed the companies.',
  ]);
});

test('an entry that came is told once, though a block names it, too', () => {
  const before = compiled('{ data: [account, visits] }').compiled.get('shop/privacy');
  const orders = '  orders: { label: Orders, audience: buyers, source: given }\n';
  const after = compiled('{ data: [account, visits, orders] }', orders).compiled.get('shop/privacy');
  if (!before || !after) throw new Error('no policy');
  const changes = changesBetween(before.policy, after.policy, redline(before.page, after.page));
  expect(changes.map(({ rule }) => rule)).toEqual(['data-category-added']);
});
