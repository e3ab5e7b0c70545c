import { expect, test, vi } from 'vitest';
import { policyFile } from '../schemas/policy.ts';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import type { CompiledPolicy } from '../src/compile/compile-model.ts';
import { anchorsOf } from '../src/page/page.ts';
import { blockReference, fieldReference } from '../src/site/reference.ts';
import { readRecord, writeRecord } from '../src/versions/record.ts';
import { openRecord } from '../src/versions/record-formats.ts';
import { around, compileTexts } from './compile-texts.ts';
import { partnersOf } from './partners/disclosure.ts';
import { sealRecord } from './published-texts.ts';

// A disclosure that exists only here: its schema, its definition, and a line in each of the two lists.

vi.mock('../schemas/disclosures/all.ts', async (original) => {
  const { disclosureSchemas } = await original<typeof import('../schemas/disclosures/all.ts')>();
  const { partners } = await import('./partners/schema.ts');
  return { disclosureSchemas: { ...disclosureSchemas, partners } };
});

vi.mock('../src/disclosures/all.ts', async (original) => {
  const { disclosures } = await original<typeof import('../src/disclosures/all.ts')>();
  const { partners } = await import('./partners/disclosure.ts');
  return { disclosures: { ...disclosures, partners } };
});

/** A policy of two partners, in an order that is not that of the alphabet. */
const two = `partners:
  smith: { label: Smith, period: 1 year }
  cole: { label: Cole }
`;

function compiled(partners: string, blocks = '{ partners: all }'): CompiledPolicy {
  const { problems, compiled: policies } = compileTexts({
    ...around,
    'shop/privacy.yaml': `kind: privacy-policy
title: Privacy policy
updated: 2026-01-01
${partners}sections:
  - { title: Partners, id: with-whom, content: [${blocks}] }
`,
  });
  expect(problems.map(({ message }) => message)).toEqual([]);
  const policy = policies.get('shop/privacy');
  if (!policy) throw new Error('The policy does not compile.');
  return policy;
}

function sentences(before: CompiledPolicy, after: CompiledPolicy): string[] {
  const changes = changesBetween(before.policy, after.policy, redline(before.page, after.page));
  return changes.map(({ sentence }) => sentence);
}

test('resolves a disclosure that the lists have', () => {
  const { facts, sections } = compiled(two).policy;
  expect(partnersOf(facts)).toEqual({ smith: { label: 'Smith', period: '1 year' }, cole: { label: 'Cole' } });
  expect(sections[0]?.content).toEqual([
    { type: 'inventory', of: 'partners', part: 'all', ids: ['smith', 'cole'] },
  ]);
});

test('seals its entries in the order of the file, and reads them back', () => {
  const { policy } = compiled(two);
  const written = writeRecord(sealRecord(policy));
  expect(written).toContain(
    '"partners":[{"id":"smith","label":"Smith","period":"1 year"},{"id":"cole","label":"Cole"}]',
  );
  const read = readRecord(written);
  if ('fault' in read) throw new Error(read.fault);
  expect(Object.keys(Object(partnersOf(openRecord(read.record).facts)))).toEqual(['smith', 'cole']);
});

const label = (id: string, text: string) => ({ sort: 'label', path: `partners.${id}`, text });

test('shows its entries, each under an anchor', () => {
  const { page } = compiled(two, '{ partners: cole }, { partners: all }');
  expect(page.sections[0]?.blocks).toEqual([
    { type: 'list', items: [{ id: 'partners-cole', text: [label('cole', 'Cole')] }] },
    {
      type: 'list',
      items: [
        { id: 'partners-smith', text: [label('smith', 'Smith: 1 year')] },
        { text: [label('cole', 'Cole')] },
      ],
    },
  ]);
  expect(anchorsOf(page)).toEqual(['with-whom', 'partners-cole', 'partners-smith']);
});

test('says that there are none where the policy does', () => {
  const { page, policy } = compiled('partners: none\n');
  expect(page.sections[0]?.blocks).toEqual([
    { type: 'text', text: [{ sort: 'words', text: 'We have no partners.', form: 'paragraph' }] },
  ]);
  expect(openRecord(sealRecord(policy)).facts).toMatchObject({ partners: 'none' });
});

test('names what a block of it lacks', () => {
  const { problems } = compileTexts({
    ...around,
    'shop/privacy.yaml':
      'kind: privacy-policy\ntitle: A\nsections: [{ title: A, content: [{ partners: all }] }]\n',
  });
  expect(problems.map(({ rule, help }) => [rule, help])).toEqual([
    [
      'block/empty',
      'Add entries to `partners` in this policy, write `none` there if that is meant, or delete the block.',
    ],
  ]);
});

test.each([
  ['a field', two.replace('1 year', '2 years'), ['“Smith”, the period: now 2 years. It was 1 year.']],
  [
    'an entry',
    `${two}  best: { label: Best }\n`,
    ['The policy now lists “Best” among those who receive data.'],
  ],
  [
    'the order',
    'partners:\n  cole: { label: Cole }\n  smith: { label: Smith, period: 1 year }\n',
    ['Our partners: the order is now another.'],
  ],
  [
    'the end of it',
    '',
    [
      'New in the section “Partners”: “Nobody.”',
      'The policy no longer lists “Smith” among those who receive data.',
      'The policy no longer lists “Cole” among those who receive data.',
    ],
  ],
])('tells a change of %s', (_, partners, told) => {
  const now = compiled(partners, partners === '' ? 'Nobody.' : undefined);
  expect(sentences(compiled(two), now)).toEqual(told);
});

test('tells that there are none now, and at which place', () => {
  const before = compiled('partners: {}\n', 'Nobody.');
  const after = compiled('partners: none\n');
  const changes = changesBetween(before.policy, after.policy, redline(before.page, after.page));
  expect(changes).toContainEqual(
    expect.objectContaining({
      rule: 'none-stated',
      path: 'partners',
      sentence: 'The policy now says: We have no partners.',
      anchor: 'with-whom',
    }),
  );
});

test('leads a change of an entry to its place on the page', () => {
  const after = compiled(two.replace('1 year', '2 years'));
  const [change] = changesBetween(compiled(two).policy, after.policy, { sections: [] });
  expect(change).toMatchObject({ path: 'partners.smith.period', anchor: 'partners-smith' });
});

test('describes it in the handbook', () => {
  expect(fieldReference(policyFile).filter(({ path }) => path.startsWith('partners'))).toEqual([
    expect.objectContaining({ path: 'partners', description: 'Who works with you.', required: false }),
    expect.objectContaining({ path: 'partners.<id>.label', type: 'text', required: true }),
    expect.objectContaining({ path: 'partners.<id>.period', type: 'period', required: false }),
  ]);
  expect(blockReference()).toContainEqual(expect.objectContaining({ name: 'partners' }));
});
