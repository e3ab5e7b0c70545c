import fc from 'fast-check';
import type { ElementContent, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { htmlOf, type Part, type Piece, treeOf } from '../src/page/piece.ts';
import { renderProse } from '../src/text/prose.ts';

const page = { product: { id: 'shop' }, slug: 'cookies', path: '/legal/shop/cookies/' };

function prose(markdown: string, wrap: 'block' | 'inline' = 'inline'): Extract<Part, { sort: 'prose' }> {
  return { sort: 'prose', path: 'lead', markdown, wrap, html: renderProse(markdown, { wrap }) };
}

const pieces: [name: string, piece: Piece, html: string][] = [
  ['nothing', [], ''],
  ['a fact', [{ sort: 'fact', path: 'a.b', text: 'R & <D> "x"' }], 'R &amp; &lt;D&gt; &quot;x&quot;'],
  [
    'a name of a machine',
    [{ sort: 'fact', path: 'a', text: '_<a>', isCode: true }],
    '<code>_&lt;a&gt;</code>',
  ],
  [
    'a fact that is an address',
    [
      {
        sort: 'fact',
        path: 'contacts.a.url',
        text: 'https://a.example/?b&c',
        href: 'https://a.example/?b&c',
      },
    ],
    '<a href="https://a.example/?b&amp;c" rel="external noopener noreferrer" class="address">https://a.example/?b&amp;c</a>',
  ],
  [
    'a label that leads somewhere',
    [{ sort: 'label', text: 'Mail', href: 'mailto:a@b.example' }],
    '<a href="mailto:a@b.example">Mail</a>',
  ],
  ['a label', [{ sort: 'label', text: "It's" }], "It's"],
  ['our words', [{ sort: 'words', text: ', ' }], ', '],
  ['our words as a paragraph', [{ sort: 'words', text: 'None.', form: 'paragraph' }], '<p>None.</p>'],
  [
    'what is not stated',
    [{ sort: 'words', text: 'Not stated', form: 'absent' }],
    '<span class="absent">Not stated</span>',
  ],
  ['prose', [prose('*a* & b')], '<em>a</em> &amp; b'],
  [
    'prose without Markdown',
    [{ sort: 'prose', path: 'a', markdown: 'a & b', wrap: 'block' }],
    '<p>a &amp; b</p>',
  ],
  ['prominent prose', [{ ...prose('a *b*'), isStrong: true }], '<strong>a <em>b</em></strong>'],
  [
    'a list of pieces',
    [{ sort: 'list', items: [[prose('a')], [{ sort: 'words', text: 'b' }, prose('`c`')]] }],
    '<ul><li>a</li><li>b<code>c</code></li></ul>',
  ],
  [
    'parts in a row',
    [{ sort: 'label', text: 'Orders' }, { sort: 'words', text: ': ' }, prose('until *then*')],
    'Orders: until <em>then</em>',
  ],
];

test.each(pieces)('writes %s', (_, piece, html) => {
  expect(htmlOf(piece)).toBe(html);
  expectSameTree(piece);
});

test('leads from a text to other policies by the paths of their pages', () => {
  const piece: Piece = [{ sort: 'prose', path: 'lead', markdown: '[a](terms#b) [c](#d)', wrap: 'inline' }];
  expect(JSON.stringify(treeOf(piece, page))).toContain('"href":"/legal/shop/terms/#b"');
  expect(JSON.stringify(treeOf(piece, page))).toContain('"href":"#d"');
});

const atoms = fc.constantFrom(
  ...['a', 'b c', '. ', ' ', '\n', '\n\n', '- ', '1. ', '> ', '# ', '`', '**', '_', '&amp;', '&', '<', '\\*'],
  ...[
    '[a](https://b.example)',
    '[a](#b)',
    '[a](terms)',
    '<https://a.example>',
    '\n|a|b|\n|-|-|\n|c|d|\n',
    '\\\n',
  ],
);
const markdown = fc.array(atoms, { maxLength: 14 }).map((parts) => parts.join(''));

test('gives the tree of the HTML it writes, for any Markdown', () => {
  fc.assert(
    fc.property(markdown, fc.constantFrom('block' as const, 'inline' as const), (text, wrap) => {
      // An address that does not depend on the page, as the HTML was written with none.
      const plain = text.replaceAll('](terms)', '](#t)');
      expectSameTree([prose(plain, wrap)]);
      expectSameTree([{ ...prose(plain, wrap), quotes: [] }]);
    }),
    { numRuns: 500 },
  );
});

function expectSameTree(piece: Piece): void {
  expect(plainTree(treeOf(piece, page))).toEqual(
    plainTree(fromHtml(htmlOf(piece), { fragment: true }).children),
  );
}

// A tree without places, in which two texts in a row are one.
function plainTree(nodes: readonly Nodes[]): unknown[] {
  const plain: unknown[] = [];
  let text = '';
  const flush = () => {
    if (text !== '') plain.push(text);
    text = '';
  };
  for (const node of nodes) {
    if (node.type === 'text') text += node.value;
    if (node.type !== 'element') continue;
    flush();
    plain.push([node.tagName, node.properties, plainTree(node.children as ElementContent[])]);
  }
  flush();
  return plain;
}
