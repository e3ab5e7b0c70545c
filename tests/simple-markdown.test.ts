import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../src/text/markdown-tree.ts';
import { readSimpleMarkdown } from '../src/text/simple-markdown.ts';
import { howMany } from './how-many.ts';

test.each([
  ['We keep it **for a year**, and *no longer*.'],
  ['The cookie `_ga*` stays for 30 days.\n\nIt counts visits.'],
  ['Read [the law (2016/679)](https://law.example.org/article?number=6&part=a), or [more](#more).'],
  ['We share it with:\n- companies that help us;\n- **others**, if you agree.'],
  ['What we do:\n\n1. ask;\n2. answer.\n\nThat is all.'],
  ['Write to [help@shop.example](mailto:help@shop.example).'],
  ['&#84;ill \\(Ireland\\) takes 3 < 5 \\* 2 | snake_case ~ 1.'],
  ['One line\nand the next, “in quotes” & with a dash – here.\n\n\n'],
])('reads %j as the parser does', (text) => {
  expect(readSimpleMarkdown(text)).toEqual(parseMarkdown(text));
});

test.each([
  ['- a\n\n- b'],
  ['a\n2. b'],
  ['- a\n  b'],
  ['(a) One\n(b) Two'],
  ['a\n---'],
  ['Term\n: meaning'],
  ['a  \nb'],
  ['_a_'],
  ['a**b**c'],
  ['**a*b**'],
  ['![a](b)'],
  ['[a][b]'],
  ['[a](b "c")'],
  ['``a``'],
  ['a <b>'],
  ['&amp; or &copy;'],
  ['| a |\n| - |'],
  ['Write to help@shop.example'],
  ['See https://shop.example or www.shop.example'],
])('leaves %j to the parser', (text) => {
  expect(readSimpleMarkdown(text)).toBeUndefined();
});

const words = [
  'a',
  'word',
  'Äß',
  '30 days',
  ' ',
  ' ',
  '.',
  ',',
  ';',
  ':',
  '(',
  ')',
  '“',
  '!',
  '-',
  '–',
  '/',
  '\u00a0',
  '\\(',
  '&#84;',
];
const parts = [
  '**a**',
  '**b c.**',
  '*d*',
  '`e`',
  '`f *g*`',
  '[h](i)',
  '[j k](https://l.example/m?n&o)',
  '{{ p }}',
];
const starts = ['\n', '\n\n', '\n- ', '\n\n- ', '\n1. ', '\n2. ', '\n2) ', '\n(a) ', '- ', '1. '];
const marks = [
  ...[
    '*',
    '**',
    '_',
    '`',
    '[',
    ']',
    '](#q)',
    '![',
    '#',
    '>',
    '|',
    '~~',
    '=',
    '+',
    '<',
    '\\',
    '&amp;',
    '&',
    '@',
    '://',
  ],
  ...['---', '  ', '\t', '\r', '😀', 'www.', '[r]: s', '\u2028'],
];

test('gives the tree of the parser or none, whatever a text is made of', () => {
  const texts = [
    [...words, ...words, ...parts, ...starts],
    [...words, ...parts, ...starts, ...marks],
  ].map((pieces) => fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((all) => all.join('')));
  let read = 0;
  fc.assert(
    fc.property(fc.oneof(...texts), (text) => {
      const tree = readSimpleMarkdown(text);
      if (!tree) return;
      read += 1;
      expect(tree).toEqual(parseMarkdown(text));
    }),
    { numRuns: howMany(6_000) },
  );
  expect(read).toBeGreaterThan(howMany(6_000) / 5);
});
