import { expect, test } from 'vitest';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { htmlOf } from '../src/page/piece.ts';
import { readEntry, sealVersion, writeRecord } from '../src/versions/record.ts';
import { openRecord } from '../src/versions/record-formats.ts';
import { around, compileTexts } from './compile-texts.ts';

const product = `name: Shop
domains: [shop.example, shop.test]
controller:
  name: Shop Ltd
  address: [1 Quay Street, Galway]
  country: IE
  with: [{ name: Quay GmbH, address: "Kai 2, Bremen", country: DE }]
contacts:
  desk: { label: Desk, phone: [+353 91 000 000, 091 000 001] }
  ch: { label: Swiss office, address: "Gasse 1\\nBern" }
vendors:
  plume:
    name: Plume
    legal: Plume Analytics GmbH
    country: EEA
    places: [DE, EU, XK, { words: your own region }]
    addresses: ["Gasse 1, Bonn", [Quai 2, Lyon]]
    takes: Pages you visit.
    added: 2026-10-01
    objectUntil: 2026-11-30
    policy: http://plume.example/privacy
    optOut: http://plume.example/object
regimes: [gdpr, { words: LGPD }]
representatives: { CH: ch }
`;

const policy = `kind: privacy-policy
title: Privacy
updated: 2026-11-01
cookies:
  both: { name: both, provider: [self, plume], domain: [shop.example, shop.test] }
  mixed: { name: mixed, provider: plume, domain: [shop.example, plume.example] }
purposes:
  run: { text: To run the shop., basis: [contract, consent] }
  uk: { text: To prevent crime., basis: recognised-legitimate-interests }
  br: { text: To lend., basis: [contract, { words: protection of credit }] }
transfers:
  west: { country: [US, CA], mechanism: [data-privacy-framework, standard-clauses], vendors: [plume] }
  union: { country: EU, mechanism: { words: none is needed } }
rights:
  delete: { text: Have your data deleted., where: EEA and UK }
  delete-us: { text: Ask us to delete what we collected., right: delete, where: US states }
  human: { text: Ask for a person to look again., label: Human review }
  appeal: Appeal to our board.
children: { age: { EEA: 16, elsewhere: 13 } }
sections:
  - title: All
    content:
      - "Call {{ contacts.desk.phone }}."
      - cookies: all
      - purposes: all
      - transfers: all
      - rights: all
      - children: all
      - vendors: all
      - contact: desk
      - contact: ch
`;

function compiled(text = policy, shop = product) {
  const texts = { ...around, 'shop/product.yaml': shop, 'shop/privacy.yaml': text };
  const { compiled: found, problems } = compileTexts(texts);
  expect(problems.filter(({ severity }) => severity === 'error').map(({ message }) => message)).toEqual([]);
  const one = found.get('shop/privacy');
  if (!one?.page) throw new Error('No page.');
  return { policy: one.policy, page: one.page };
}

type Compiled = ReturnType<typeof compiled>;
const changes = (before: Compiled, after: Compiled) =>
  changesBetween(before.policy, after.policy, redline(before.page, after.page));

const plain = (html: string) =>
  html
    .replaceAll(/<[^>]*>/g, ' ')
    .replaceAll(/\s+/g, ' ')
    .trim();

test.each([
  'Shop and Plume',
  'shop.example and shop.test',
  'Contract; Consent',
  'Recognised legitimate interest',
  'protection of credit',
  'United States and Canada',
  'Adequacy decision (Data Privacy Framework); Standard contractual clauses',
  'European Union',
  'none is needed',
  'EEA and UK',
  'Not meant for people under 16 (EEA) and 13 (elsewhere).',
  'Plume Analytics GmbH',
  'European Economic Area',
  'Germany, European Union, Kosovo and your own region',
  'Gasse 1, Bonn; Quai 2, Lyon',
  'Pages you visit.',
  '1 October 2026',
  '30 November 2026',
  'Gasse 1, Bern',
  '091 000 001',
])('a page says %s', (said) => {
  const { page } = compiled();
  expect(JSON.stringify(page.sections)).toContain(said);
});

test('what each cookie is first or third party to follows where all its domains agree', () => {
  const { cookies } = compiled().policy.facts;
  expect(cookies).toMatchObject({
    both: {
      provider: 'self',
      providers: ['self', 'plume'],
      party: 'first',
      domains: ['shop.example', 'shop.test'],
    },
  });
  expect(cookies).not.toHaveProperty('mixed.party');
});

test('a block that asks for a company shows what it sets with others', () => {
  const { page } = compiled(policy.replace('cookies: all', 'cookies: { provider: plume }'));
  expect(JSON.stringify(page.sections)).toContain('Shop and Plume');
});

test('at a glance names joint controllers, ages and rights as they are written', () => {
  const lines = new Map(compiled().page.glance.map(({ term, text }) => [term, plain(htmlOf(text))]));
  expect(lines.get('Who is responsible for personal data?')).toContain(
    'jointly with Quay GmbH, Kai 2, Bremen, Germany',
  );
  expect(lines.get('Is it for children?')).toBe('Not meant for people under 16 (EEA) and 13 (elsewhere).');
  expect(lines.get('Which rights are listed?')).toBe(
    'Deletion (EEA and UK) · Deletion (US states) · Human review · Appeal',
  );
});

test('says where people have a right before what it is', () => {
  const items = compiled().page.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'list' ? block.items.map(({ text }) => plain(htmlOf(text))) : [],
    ),
  );
  expect(items).toContain('EEA and UK: Have your data deleted.');
});

test('a version with several values is sealed, and opens as it was', () => {
  const one = compiled();
  const day = { policy: 'shop/privacy', id: '2026-11-01', day: '2026-11-01', previous: undefined };
  const read = readEntry(writeRecord(sealVersion(one, day)));
  if ('fault' in read || !('written' in read.entry))
    throw new Error('fault' in read ? read.fault : 'An act.');
  const { quotes: _quotes, sources: _sources, ...before } = one.policy;
  const { quotes: _others, ...after } = openRecord(read.entry);
  expect(after).toEqual(before);
});

test.each([
  ['basis: [contract, consent]', 'basis: [contract]', 'legal-basis-changed'],
  ['country: [US, CA]', 'country: US', 'transfer-country-changed'],
  ['standard-clauses]', 'binding-rules]', 'transfer-safeguard-changed'],
  ['provider: [self, plume]', 'provider: [self]', 'cookie-provider-changed'],
  ['{ EEA: 16, elsewhere: 13 }', '{ EEA: 16, elsewhere: 14 }', 'minimum-age-raised'],
  ['{ EEA: 16, elsewhere: 13 }', '{ EEA: 15, elsewhere: 13 }', 'minimum-age-lowered'],
  ['{ EEA: 16, elsewhere: 13 }', '{ EEA: 15, elsewhere: 14 }', 'children-text-changed'],
  ['{ EEA: 16, elsewhere: 13 }', '{ UK: 16, elsewhere: 13 }', 'children-text-changed'],
  ['{ EEA: 16, elsewhere: 13 }', '13', 'minimum-age-lowered'],
  ['where: US states', 'where: California', 'right-changed'],
])('%s that becomes %s is told', (before, after, rule) => {
  const drafts = changes(compiled(), compiled(policy.replace(before, after)));
  expect(drafts.map((change) => change.rule)).toEqual([rule]);
});

test.each([
  [
    '{ EEA: 16, elsewhere: 13 }',
    '{ EEA: 15, elsewhere: 13 }',
    'What the policy says of children now concerns people under 15 (EEA) and 13 (elsewhere). It was 16 (EEA) and 13 (elsewhere).',
  ],
  ['provider: [self, plume]', 'provider: self', '`both` is now set by Shop. It was set by Shop and Plume.'],
  ['provider: [self, plume]', 'provider: plume', '`both` is now set by Plume. It was set by Shop and Plume.'],
  [
    'domain: [shop.example, shop.test]',
    'domain: shop.test',
    '`both` now lives on `shop.test`. It lived on `shop.example` and `shop.test`.',
  ],
  [
    'where: US states',
    'where: California',
    '“Ask us to delete what we collected.”, where it holds: now “California”. It was “US states”.',
  ],
])('%s that becomes %s is told in a sentence that is so', (before, after, sentence) => {
  const [change] = changes(compiled(), compiled(policy.replace(before, after)));
  expect(change?.sentence).toBe(sentence);
});

test('a list of one is the same as its value', () => {
  const one = compiled(policy.replace('basis: [contract, consent]', 'basis: [contract]'));
  const same = compiled(policy.replace('basis: [contract, consent]', 'basis: contract'));
  expect(changes(one, same)).toEqual([]);
});
