import { expect, test, vi } from 'vitest';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import type { CompiledPolicy } from '../src/compile/compile-model.ts';
import { blockReference } from '../src/site/reference.ts';
import { around, compileTexts } from './compile-texts.ts';

// A block that exists only here: its schema, its definition, and a line in each of the two lists.

vi.mock('../schemas/text-block.ts', async (original) => {
  const { textBlocks } = await original<typeof import('../schemas/text-block.ts')>();
  const { quotation } = await import('./quotation-block/schema.ts');
  return { textBlocks: { ...textBlocks, quotation } };
});

vi.mock('../src/blocks/all.ts', async (original) => {
  const { textBlocks } = await original<typeof import('../src/blocks/all.ts')>();
  const { quotation } = await import('./quotation-block/block.ts');
  return { textBlocks: { ...textBlocks, quotation } };
});

function compiled(content: string): CompiledPolicy {
  const { problems, compiled: policies } = compileTexts({
    ...around,
    'shop/privacy.yaml': `kind: privacy-policy
title: Privacy policy
updated: 2026-01-01
sections:
  - { title: The law, id: law, content: [${content}] }
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

const quoting = (by: string, text = '"We ask {{name}} first."') =>
  compiled(`Hello., { quotation: { by: ${by}, text: ${text} } }`);

test('resolves a block that the lists have, with what its text quotes', () => {
  const { sections, quotes } = quoting('Smith').policy;
  expect(sections[0]?.content[1]).toEqual({ type: 'quotation', by: 'Smith', text: 'We ask Shop first.' });
  expect(Object.keys(quotes ?? {})).toEqual(['sections.law.content.1.text']);
});

test('shows it', () => {
  const [section] = quoting('Smith').page.sections;
  expect(section?.blocks[1]).toMatchObject({
    type: 'cards',
    items: [{ title: { text: 'Smith' }, text: [{ sort: 'prose', markdown: 'We ask Shop first.' }] }],
  });
});

test('tells a change of it', () => {
  expect(sentences(quoting('Smith'), quoting('Cole'))).toEqual([
    'In the section “The law”, the text now reads “Cole”. It was “Smith”.',
  ]);
  expect(sentences(quoting('Smith'), quoting('Smith', 'We must ask.'))).toEqual([
    'In the section “The law”, where words such as may, must or not differ, the text now reads “We must ask.” It was “We ask Shop first.”',
  ]);
  expect(sentences(compiled('Hello.'), quoting('Smith'))).toEqual([
    'New in the section “The law”: “Smith: We ask Shop first.”',
  ]);
});

test('lists it in the handbook', () => {
  expect(
    blockReference()
      .find(({ name }) => name === 'quotation')
      ?.options.map(({ path }) => path),
  ).toEqual(['quotation', 'quotation.text', 'quotation.by']);
});
