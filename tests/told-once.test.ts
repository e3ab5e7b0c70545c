import { expect, test } from 'vitest';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { around, compileTexts } from './compile-texts.ts';

// What stands in the facts and in the text is one change, and what ends by its place on a page ends in a sentence too.

function compiled(content: string, product = '') {
  const found = compileTexts({
    ...around,
    'shop/product.yaml': `name: Shop\n${product}`,
    'shop/terms.yaml': `kind: terms\ntitle: Terms\nsections:\n  - id: list\n    title: The companies\n    content:\n${content}`,
  }).compiled.get('shop/terms');
  if (!found) throw new Error('The text does not compile.');
  return found;
}

function told(before: string, after: string, product?: string): string[] {
  const [old, now] = [compiled(before, product), compiled(after, product)];
  return changesBetween(old.policy, now.policy, redline(old.page, now.page)).map(
    ({ sentence, level, direction }) => `${level} ${direction}: ${sentence}`,
  );
}

const vendors = 'vendors: { post: { name: Post, country: FR, does: delivers mail } }\n';
const table = (...rows: string[]) =>
  `      - table: { columns: [Company, What for, Where], rows: [["Bank", "takes money", "Spain"]${rows.map((row) => `, ${row}`).join('')}] }\n`;

test('a company that comes or goes in a table is told by its row, where that says all its facts do', () => {
  const row = '["{{ vendors.post.name }}", "{{ vendors.post.does }}", "Lyon, France"]';
  expect(told(table(), table(row), vendors)).toEqual([
    'material more: New in the section “The companies”: “Post · delivers mail · Lyon, France”.',
  ]);
  expect(told(table(row), table(), vendors)).toEqual([
    'review less: Gone from the section “The companies”: “Post · delivers mail · Lyon, France”.',
  ]);
});

test('a company whose row leaves out where it is is told by its facts too', () => {
  const row = '["{{ vendors.post.name }}", "{{ vendors.post.does }}", "its own servers"]';
  expect(told(table(), table(row), vendors)).toEqual([
    'material more: The policy now names Post, France, “delivers mail”.',
    'review neutral: New in the section “The companies”: “Post · delivers mail · its own servers”.',
  ]);
});

test('a term, a title and an item stand apart from what follows them', () => {
  const stays = '      - We sell boats to all who ask for one.\n';
  const more =
    '      - "Crew\\n: An account of a club."\n      - "- Oars\\n- Sails\\n"\n      - We rent boats.\n';
  expect(told(stays, stays + more)).toEqual([
    'material neutral: New in the section “The companies”: “Crew: An account of a club. Oars · Sails · We rent boats.”',
  ]);
});
