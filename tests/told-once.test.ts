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
    'review neutral: Gone from the section “The companies”: “Post · delivers mail · Lyon, France”.',
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

test('what the same words go through in several places is told once, with how many', () => {
  const lines = (badge: string, year: string) =>
    `      - Kept since ${year}.\n${['Bows', 'Sterns', 'Masts'].map((part) => `      - ${part}\n${badge}`).join('')}`;
  const badge = '      - "[Ask the harbour](https://harbour.example/)"\n';
  expect(told(lines(badge, '1999'), lines('', '2001'))).toEqual([
    'review neutral: In the section “The companies”, the text now reads “Kept since 2001.” It was “Kept since 1999.”',
    'review neutral: Gone from the section “The companies”: “Ask the harbour”. The same in 2 more places.',
  ]);
});

test('what differs behind the end of a quotation is told of each place', () => {
  const long =
    'We sell boats to all who ask for one, and to those who ask for two of them, and to all the others as well, '.repeat(
      3,
    );
  const [some, more] = [`      - ${long}today.\n`, `      - ${long}always.\n`];
  expect(
    told(`      - Oars.\n${some}      - Sails.\n${more}`, '      - Oars.\n      - Sails.\n'),
  ).toHaveLength(2);
});

test('what changes in the source alone is told once of a section', () => {
  const list = (mark: string) =>
    ['Oars', 'Boats', 'Sails'].map((word) => `      - "We like ${mark}${word}${mark}."\n`).join('');
  expect(told(list('*'), list('_'))).toEqual([
    'editorial neutral: In the section “The companies”, only the source of the text changes; it reads the same.',
  ]);
});
