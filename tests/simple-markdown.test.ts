import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseMarkdown } from '../src/text/markdown-tree.ts';
import { sanitizedHtml } from '../src/text/prose.ts';
import { simpleHtml } from '../src/text/simple-html.ts';
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
  const tree = readSimpleMarkdown(text);
  expect(tree).toEqual(parseMarkdown(text));
  expect(tree && simpleHtml(tree)).toEqual(tree && sanitizedHtml(tree));
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

test.each([
  ['- a\n\n- b'],
  ['> a'],
  ['(a) One\n(b) Two'],
  ['Term\n: meaning'],
  ['a  \nb'],
  ['[a](b "c")'],
  ['[a](https://b.example/ü%20)'],
])('leaves the HTML of %j to the packages that know all of Markdown', (text) => {
  expect(simpleHtml(parseMarkdown(text))).toBeUndefined();
});

const someText = fc.oneof(
  ...[
    [...words, ...words, ...parts, ...starts],
    [...words, ...parts, ...starts, ...marks],
  ].map((pieces) => fc.array(fc.constantFrom(...pieces), { maxLength: 16 }).map((all) => all.join(''))),
);

/** In how many of random texts something was found that could be compared. */
function comparedIn(runs: number, compare: (text: string) => boolean): number {
  let compared = 0;
  const property = fc.property(someText, (text) => {
    if (compare(text)) compared += 1;
  });
  fc.assert(property, { numRuns: runs });
  return compared / runs;
}

test('gives the tree of the parser or none, whatever a text is made of', () => {
  const compared = comparedIn(howMany(6_000), (text) => {
    const tree = readSimpleMarkdown(text);
    if (tree) expect(tree).toEqual(parseMarkdown(text));
    return tree !== undefined;
  });
  expect(compared).toBeGreaterThan(0.2);
});

test('gives the tree of HTML that the packages give, or none', () => {
  const compared = comparedIn(howMany(6_000), (text) => {
    const tree = parseMarkdown(text);
    const html = simpleHtml(tree);
    if (html) expect(html).toEqual(sanitizedHtml(tree));
    return html !== undefined;
  });
  expect(compared).toBeGreaterThan(0.2);
});
