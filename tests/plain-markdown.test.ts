import fc from 'fast-check';
import type { ElementContent } from 'hast';
import { expect, test } from 'vitest';
import { anyMarkdown } from '../src/exporters/markdown.ts';
import { plainMarkdown } from '../src/exporters/plain-markdown.ts';
import { element, textNode } from '../src/page/piece.ts';

// Beside letters all signs that Markdown knows, and what addresses are made of.
const part = fc.constantFrom(
  ...[
    'a',
    'Word',
    'é',
    '7',
    '12',
    ' ',
    ' ',
    '  ',
    '\n',
    '\u00a0',
    '. ',
    '.',
    ': ',
    ':',
    ', ',
    '; ',
    '! ',
    '!',
    '?',
  ],
  ...[
    '-',
    '--',
    '- ',
    '+ ',
    '* ',
    '*',
    '_',
    '#',
    '# ',
    '`',
    '~',
    '~~',
    '|',
    '<',
    '>',
    '=',
    '&amp;',
    '&',
    '\\',
    '[',
  ],
  ...[
    ']',
    '[ ] ',
    '(',
    ')',
    ') ',
    '"',
    '’',
    '%',
    '/',
    '://',
    'https',
    'www.',
    '@',
    '\u0301',
    '٣',
    '…',
    '\u200b',
  ],
);
const text = fc.array(part, { minLength: 1, maxLength: 8 }).map((parts) => textNode(`a${parts.join('')}`));
const easy = fc.constantFrom(
  'a',
  'Word',
  'é',
  '7',
  ' to',
  ', or',
  '. Then',
  ': one',
  '; ',
  ' (in',
  ')',
  ' - ',
  '’s',
  '!',
);
const words = fc.oneof(
  text,
  {
    weight: 8,
    arbitrary: fc.array(easy, { minLength: 1, maxLength: 6 }).map((some) => textNode(`We ${some.join('')}`)),
  },
  fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => textNode(parts.join(''))),
  fc.constant(textNode('We keep what you send (for a week); “then” it goes - as told: soon.')),
);
const inline = fc.oneof(
  { weight: 5, arbitrary: words.map((one): ElementContent[] => [one]) },
  fc.tuple(words, words).map(([one, other]): ElementContent[] => [one, element('em', [other])]),
  fc.tuple(words, words).map(([one, other]): ElementContent[] => [one, other]),
);
const paragraph = inline.map((children) => element('p', children));
const item = fc.oneof(
  { weight: 4, arbitrary: inline.map((children) => element('li', children)) },
  paragraph.map((child) => element('li', [child])),
);
const list = fc
  .tuple(fc.constantFrom('ul', 'ul', 'ul', 'ol'), fc.array(item, { maxLength: 3 }))
  .map(([name, items]) => element(name, [textNode('\n'), ...items, textNode('\n')]));
const trees = fc.array(fc.oneof(paragraph, list, fc.constant(textNode('\n'))), { maxLength: 4 });

test('writes what is plain as the packages for Markdown do', () => {
  let [plain, lists] = [0, 0];
  fc.assert(
    fc.property(trees, (tree) => {
      const written = plainMarkdown(tree);
      if (written === undefined) return;
      plain += 1;
      lists += Number(written.includes('\n- '));
      expect(written).toBe(anyMarkdown(tree));
    }),
    { numRuns: 6_000 },
  );
  expect([plain > 200, lists > 12]).toEqual([true, true]);
});

test.each([
  ['a paragraph', [element('p', [textNode('We keep it for 30 days.')])], 'We keep it for 30 days.\n'],
  [
    'a paragraph and its list',
    [
      element('p', [textNode('We keep:')]),
      textNode('\n'),
      element('ul', [element('li', [textNode('letters')]), element('li', [textNode('parcels, for a week')])]),
    ],
    'We keep:\n\n- letters\n- parcels, for a week\n',
  ],
])('writes %s', (_name, tree, written) => {
  expect(plainMarkdown(tree)).toBe(written);
});
