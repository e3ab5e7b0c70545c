import fc from 'fast-check';
import { fromHtml } from 'hast-util-from-html';
import type { Nodes } from 'mdast';
import { gfmFromMarkdown } from 'mdast-util-gfm';
import { gfm } from 'micromark-extension-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { expect, test } from 'vitest';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import type { Entry, PageBlock, PageSection, PolicyPage } from '../src/page/page-model.ts';
import { htmlOf, type Piece } from '../src/page/piece.ts';
import { textsIn } from '../src/versions/page-texts.ts';
import { around, compileTexts } from './compile-texts.ts';
import { marks, payloads } from './hostile-texts.ts';
import { howMany } from './how-many.ts';

const reader = unified()
  .use(remarkParse)
  .data({ micromarkExtensions: [gfm()], fromMarkdownExtensions: gfmFromMarkdown() })
  .freeze();
const read = (markdown: string) => reader.parse(markdown);

/** A page with a text and a name in every place that holds one; nothing where the rules of prose refuse it. */
function pageWith(text: string, name = 'Name'): PolicyPage | undefined {
  const [prose, label] = [JSON.stringify(text), JSON.stringify(name)];
  const { problems, compiled } = compileTexts({
    ...around,
    'shop/product.yaml': `name: Shop
contacts: { desk: { label: ${label}, email: desk@shop.example } }
vendors: { acme: { name: ${label}, does: ${prose}, country: IE } }
`,
    'shop/cookies.yaml': `kind: cookie-policy
title: ${label}
lead: ${prose}
cookies: { a: { name: a, purpose: ${prose} }, b: { name: b, purpose: Counts. } }
categories: { k: { label: ${label}, description: ${prose}, examples: [${prose}, Two.] } }
purposes: { p: { text: ${prose} } }
data: { d: { label: ${label}, examples: [${prose}], description: ${prose} } }
retention: { r: { of: ${prose}, period: 3 days, then: ${prose}, except: ${prose} } }
ai: { uses: { u: ${prose} } }
sections:
  - id: one
    title: ${label}
    content:
      - ${prose}
      - note: { title: ${label}, text: ${prose} }
      - definitions: [{ term: ${label}, text: ${prose} }, { term: Two, text: Two. }]
      - cards: [{ title: ${label}, text: ${prose} }]
      - steps: [{ label: ${label}, steps: [${prose}, Two.] }]
      - cookies: { of: all }
  - id: two
    title: Two
    content: [cookies: all, categories: all, purposes: all, data: all, retention: all, vendors: all, ai: all, contact: desk]
    sections: [{ id: three, title: ${label}, content: [${prose}] }]
`.replace('      - cookies: { of: all }\n', ''),
  });
  const page = compiled.get('shop/cookies')?.page;
  const isRefused = problems.some(({ rule }) => /^(prose|quotation|text|yaml)\//.test(rule));
  if (!page && !isRefused) throw new Error(problems.map(({ message }) => message).join('\n'));
  return page;
}

/** What a reader sees of a page, in its order, and where its links lead. */
function shownOn(page: PolicyPage): string[] {
  const show = (piece: Piece = []) => textsIn(fromHtml(htmlOf(piece), { fragment: true }));
  const entries = (items: readonly Entry[]) => items.flatMap(({ term, text }) => [term, ...show(text)]);
  const ofBlock = (block: PageBlock): string[] => {
    switch (block.type) {
      case 'text':
        return show(block.text);
      case 'callout':
        return [block.title.text, ...show(block.text)];
      case 'table':
        return [block.caption, ...block.columns, ...block.rows.flatMap(({ cells }) => cells.flatMap(show))];
      case 'list':
        return block.items.flatMap(({ text }) => show(text));
      case 'details':
        return block.items.flatMap((item) => [
          item.title ?? '',
          ...show(item.note),
          ...entries(item.entries),
        ]);
      case 'definitions':
        return entries(block.items);
      case 'cards':
        return block.items.flatMap(({ title, text }) => [title.text, ...show(text)]);
      case 'steps':
        return block.items.flatMap(({ title, steps }) => [title.text, ...steps.flatMap(show)]);
      case 'contact':
        return [block.title, block.name ?? '', ...entries(block.entries)];
      default:
        return [];
    }
  };
  const ofSection = ({ number = '', title, blocks, sections }: PageSection): string[] => [
    number,
    title,
    ...blocks.flatMap(ofBlock),
    ...sections.flatMap(ofSection),
  ];
  const dates = page.dates.flatMap(({ term, text }) => [term, text]);
  return [page.title, ...show(page.lead), ...dates, ...page.sections.flatMap(ofSection)];
}

function shownIn(node: Nodes): string[] {
  if ('value' in node) return [node.value];
  const href = node.type === 'link' ? [`(${node.url})`] : [];
  return 'children' in node ? [...href, ...node.children.flatMap(shownIn)] : [];
}

// The Markdown joins what stands apart on a page by these and by spaces. An address that readers see in full is a link
// to those who read files, whether it is one on the page or not.
const solid = (texts: readonly string[]) => {
  const isOwn = (text: string, next = '') =>
    [`(${next})`, `(http://${next})`, `(https://${next})`, `(mailto:${next})`].includes(text);
  return texts
    .filter((text, index) => !isOwn(text, texts[index + 1]))
    .join('')
    .replaceAll(/[\s;:]+/g, '');
};

function nodesIn(node: Nodes): Nodes[] {
  return [node, ...('children' in node ? node.children.flatMap(nodesIn) : [])];
}

const foreign = new Set(['html', 'image', 'imageReference', 'delete', 'footnoteReference', 'definition']);

function expectSame(page: PolicyPage): void {
  const markdown = policyMarkdown(page);
  const tree = read(markdown);
  expect(solid(shownIn(tree))).toBe(solid(shownOn(page)));
  expect(nodesIn(tree).filter(({ type }) => foreign.has(type) || type === 'footnoteDefinition')).toEqual([]);
  expect(
    nodesIn(tree).filter((node) => node.type === 'listItem' && typeof node.checked === 'boolean'),
  ).toEqual([]);
  const headings = nodesIn(tree).filter(({ type }) => type === 'heading');
  expect(headings).toHaveLength(
    1 + page.sections.length + page.sections.flatMap(({ sections }) => sections).length,
  );
}

test.each([
  '```\n<img src=x onerror=alert(1)>\n```',
  'a\n\nb',
  'One:\n\n- two\n- three\n\n  more\n\nFour.',
  '1. one\n2. two',
  '> quoted\n> twice\n\nafter',
  '```\na | b\n\n\n\nc\n```',
  '| a | b |\n|---|---|\n| c | d |',
  'a | b',
  '`a|b`',
  '---',
  '\\~\\~not struck\\~\\~ and \\~this\\~',
  'www.shop.example, https://shop.example and a@shop.example',
  '\\[ ] no task',
  '\\[^1] no note',
  'line one  \nline two',
])('says in Markdown what readers see of %j in every place of a page', (text) => {
  const page = pageWith(text);
  if (!page) throw new Error('Refused.');
  expectSame(page);
});

test.each([
  '    <img src=x onerror=alert(1)>',
  '~~struck~~',
])('has no page of %j, which is refused', (text) => {
  expect(pageWith(text)).toBeUndefined();
});

test('writes the blocks of a cell in one line, apart from each other', () => {
  const page = pageWith('One:\n\n- two\n- three\n\n```\nfour\nfive\n```');
  expect(
    page &&
      policyMarkdown(page)
        .match(/^\| `a` .*$/m)?.[0]
        .replaceAll(/ +/g, ' '),
  ).toBe('| `a` | One: two; three `four five` | Not stated here |');
});

test('keeps the empty lines of code', () => {
  const page = pageWith('```\none\n\n\n\ntwo\n```');
  expect(page && policyMarkdown(page)).toContain('```\none\n\n\n\ntwo\n```\n');
});

test('what can run is nowhere in Markdown, and all that is accepted is said', () => {
  const pages = payloads.flatMap((payload) => [pageWith(payload), pageWith('Some text.', nameOf(payload))]);
  const accepted = pages.flatMap((page) => page ?? []);
  // What was pasted and is surely not meant is refused as text, and can be a name.
  expect(accepted.length).toBeGreaterThan(0.9 * payloads.length);
  for (const page of accepted) expectSame(page);
});

const nameOf = (text: string) => text.replaceAll(/\s+/g, ' ').trim() || 'Name';

const hostile = fc.array(fc.constantFrom(...marks, ...payloads), { minLength: 1, maxLength: 12 });

test('says in Markdown what readers see of any text and name', () => {
  fc.assert(
    fc.property(hostile, hostile, (text, name) => {
      const page = pageWith(text.join(''), nameOf(name.join('')).slice(0, 400));
      if (page) expectSame(page);
    }),
    { numRuns: howMany(150) },
  );
});

test('writes a section that policies of two products share as each of them links', () => {
  const page = pageWith('Read [our terms](cookies) first.');
  const elsewhere = page && { ...page, product: { ...page.product, id: 'quay' }, path: '/quay/cookies/' };
  const linked = [page, elsewhere].map((one) => one && /\(\/\w+\/cookies\/\)/.exec(policyMarkdown(one))?.[0]);
  expect(linked).toEqual(['(/shop/cookies/)', '(/quay/cookies/)']);
});

test('keeps a list that follows a list apart from it', () => {
  const { compiled } = compileTexts({
    ...around,
    'shop/terms.yaml': `kind: terms
title: Terms
sections:
  - id: one
    title: One
    content: ["- First.\\n- Second.", "- Third.", "1. Fourth.", "A text.", "- Fifth."]
`,
  });
  const page = compiled.get('shop/terms')?.page;
  expect(page && policyMarkdown(page).split('## One')[1]).toBe(`

- First.
- Second.

* Third.

1. Fourth.

A text.

- Fifth.
`);
});

test('leads from the place of a card to what it is a card of', () => {
  const { compiled } = compileTexts({
    ...around,
    'shop/cookies.yaml':
      'kind: cookie-policy\ntitle: Cookies\nsections: [{ title: One, content: [Text.] }]\n',
    'shop/terms.yaml': `kind: terms
title: Terms
sections:
  - { title: Also read, content: [{ policy: cookies }] }
  - { title: Versions, content: [{ history: 3 }] }
`,
  });
  const page = compiled.get('shop/terms')?.page;
  expect(page && policyMarkdown(page).split('# Terms\n')[1]).toBe(`
## Also read

- [Read the policy: cookies](/shop/cookies/)

## Versions

- [All versions](/shop/terms/history/)
`);
});
