import { expect, test } from 'vitest';
import { redline } from '../src/compare/redline/redline.ts';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import { inspectProse, proseText, renderProse } from '../src/text/prose.ts';
import { around, compileTexts, pageOf } from './compile-texts.ts';

// Terms with their meanings, and captions of tables, as people write them in Markdown.

const block = (markdown: string) => renderProse(markdown, { wrap: 'block' });
const messages = (markdown: string) => inspectProse(markdown).faults.map(({ message }) => message);

test('a line that begins with : says what the line above it means', () => {
  const text = 'Personal data\n: Data about *you*.\n\nWe\n: Tidewick,\n  in Galway.\n: And its crew.';
  expect(block(text)).toBe(
    '<dl>\n<dt>Personal data</dt>\n<dd>Data about <em>you</em>.</dd>\n<dt>We</dt>\n<dd>Tidewick,\nin Galway.</dd>\n<dd>And its crew.</dd>\n</dl>',
  );
  expect(proseText(text)).toBe('Personal data\nData about you.\nWe\nTidewick, in Galway.\nAnd its crew.');
  expect(messages(text)).toEqual([]);
});

test('definitions stand in lists and quotes too', () => {
  expect(block('- Term\n  : meaning')).toContain('<dt>Term</dt>\n<dd>meaning</dd>');
  expect(block('> Term\n> : meaning')).toContain('<dt>Term</dt>\n<dd>meaning</dd>');
  expect(messages('- Term\n  : meaning\n\n> Term\n> : meaning')).toEqual([]);
});

test('a paragraph that begins with : behind a table is its caption', () => {
  const text = '| a | b |\n|---|---|\n| 1 | 2 |\n\n: What it *costs*';
  expect(block(text)).toMatch(/^<table>\n<caption>What it <em>costs<\/em><\/caption>\n<thead>/);
  const page = pageOf(`sections:\n  - title: Costs\n    content:\n      - ${JSON.stringify(text)}\n`);
  expect(policyMarkdown(page)).toContain('What it *costs*\n\n| a | b |');
});

test.each([
  [
    'A\n: one\nB\n: two',
    'Unexpected line before one that begins with :, expected an empty line above a term.',
  ],
  [': alone', 'Unexpected : at the start of a paragraph, expected a term on the line above it, or a table.'],
])('tells of %j, which reads two ways', (text, message) => {
  expect(messages(text)).toEqual([message]);
});

test.each(['Ratio: 3\nand : so', 'At 10:30 : ten past'])('leaves the colons of %j alone', (text) => {
  expect(block(text)).toBe(`<p>${text}</p>`);
});

test('writes definitions in Markdown as a list', () => {
  const page = pageOf(
    'sections:\n  - title: Terms\n    content: ["We\\n: Tidewick.\\n\\nYou\\n: Whoever reads."]\n',
  );
  expect(policyMarkdown(page)).toContain('- **We**: Tidewick.\n- **You**: Whoever reads.');
});

test('a fact quoted in a meaning is known as one, and a change of it is marked there', () => {
  const compiled = (name: string) => {
    const found = compileTexts({
      ...around,
      'shop/product.yaml': `name: ${name}\n`,
      'shop/terms.yaml':
        'kind: terms\ntitle: Terms\nsections:\n  - title: Terms\n    content: ["We\\n: the makers of {{ name }}."]\n',
    }).compiled.get('shop/terms');
    if (!found) throw new Error('The text does not compile.');
    return found.page;
  };
  const blocks = redline(compiled('Shop'), compiled('Store')).sections.flatMap((section) => section.blocks);
  const changed = blocks.find(({ change }) => change === 'changed');
  expect(changed?.origins.after?.spans).toEqual([
    { text: 'the makers of ' },
    { text: 'Store', quote: 'name' },
    { text: '.' },
  ]);
});
