import { expect, test } from 'vitest';
import { toComparison } from '../src/compare/comparison.ts';
import { policyMarkdown } from '../src/exporters/markdown.ts';
import { anchorsOf } from '../src/page/page.ts';
import type { PolicyPage } from '../src/page/page-model.ts';
import { htmlOf } from '../src/page/piece.ts';
import { readerOf } from '../src/text/show.ts';
import { around, compileTexts, pageOf } from './compile-texts.ts';

// Clauses can be linked to and cited.

const clauses = `numbering: decimal
sections:
  - title: First
    content: ['See section {{ sections.ask-us.number }} and clause {{ sections.ask-us-b-ii.number }}.']
  - title: Ask us
    content:
      - |
        You can ask us:
        (a) for a copy;
        (b) to stop:
            (i) here; or
            (ii) there.
      - |
        We may refuse:
        (a) once;
        (b) twice.
`;

const htmlIn = ({ sections }: PolicyPage) =>
  sections.flatMap(({ blocks }) => blocks.map((block) => (block.type === 'text' ? htmlOf(block.text) : '')));

test('every clause is a place that links lead to', () => {
  const page = pageOf(clauses);
  const own = ['ask-us-a', 'ask-us-b', 'ask-us-b-i', 'ask-us-b-ii', 'ask-us-2-a', 'ask-us-2-b'];
  expect(anchorsOf(page)).toEqual(['first', 'ask-us', ...own]);
  expect(
    htmlIn(page)
      .join('\n')
      .match(/id="[^"]*"/g),
  ).toEqual(own.map((id) => `id="${id}"`));
  expect(htmlIn(page)[1]).toContain(
    '<li id="ask-us-b">(b) to stop:<a class="anchor" href="#ask-us-b" aria-label="Link to 2(b) in the section “Ask us”">#</a>\n<ul class="clauses">',
  );
});

test('the sign beside a clause leads to the version that is shown, and stands before what is below the clause', () => {
  const page = pageOf(`sections:
  - title: Ask
    content:
      - |
        (a) for a copy

            of all of it;

        (b) to stop, as \`<a class="anchor" href="#x">\` says.
`);
  const [block] = page.sections[0]?.blocks ?? [];
  const html = block?.type === 'text' ? htmlOf(block.text, '/shop/terms/1/') : '';
  expect(html).toContain(
    '<p>(a) for a copy<a class="anchor" href="/shop/terms/1/#ask-a" aria-label="Link to (a) in the section “Ask”">#</a></p>',
  );
  expect(html).toContain('href="#x"');
});

const inBlocks = `sections:
  - title: Ask
    content:
      - note: "See {{ sections.ask-a.number }}:\\n(a) One;\\n(b) Two."
      - definitions: [{ term: Us, text: "(a) You;\\n(b) Me." }]
      - table: { columns: [What, Who], rows: [["(a) This;\\n(b) That.", Us]] }
      - cards: [{ title: Card, text: "(a) Heart;\\n(b) Club." }]
      - parties: [{ as: Buyer, name: You, text: "(a) Here;\\n(b) There; {{ sections.ask-6-b.number }}." }]
      - "(a) First;\\n(b) second: {{ sections.ask-2-b.number }}."
`;

test('clauses of callouts, definitions, tables, cards and parties are places after those of the running text', () => {
  const page = pageOf(inBlocks);
  const lists = ['ask-2', 'ask-3', 'ask-4', 'ask-5', 'ask-6', 'ask'];
  expect(anchorsOf(page)).toEqual(['ask', ...lists.flatMap((list) => [`${list}-a`, `${list}-b`])]);
  expect(policyMarkdown(page)).not.toContain('#ask');
});

test('a number counts among the marks that lead to a clause', () => {
  const page = pageOf(`sections:
  - title: Rules
    content:
      - |
        1. You may:
           (a) look;
           (b) listen.
        2. You may not:
           (a) touch;
           (b) take.
`);
  expect(anchorsOf(page)).toEqual(['rules', 'rules-1-a', 'rules-1-b', 'rules-2-a', 'rules-2-b']);
});

test('an anchor that is taken stays with what has it', () => {
  const text = (more: string) => `sections:
  - title: Ask
    ${more}content: ["(a) One;\\n(b) Two."]
  - { title: Ask A, content: [Some text.] }
`;
  expect(anchorsOf(pageOf(text('')))).toEqual(['ask', 'ask-2-a', 'ask-2-b', 'ask-a']);
  expect(anchorsOf(pageOf(text('aliases: [ask-2-b]\n    ')))).toEqual([
    'ask',
    'ask-2-b',
    'ask-3-a',
    'ask-3-b',
    'ask-a',
  ]);
});

test('the numbers of sections and clauses can be quoted', () => {
  const [text = ''] = htmlIn(pageOf(clauses));
  expect(text).toBe('<p>See section 2 and clause 2(b)(ii).</p>');
  expect(policyMarkdown(pageOf(clauses))).toContain('See section 2 and clause 2(b)(ii).');
});

test('says which numbers there are where one is quoted that is not', () => {
  const { problems } = compileTexts({
    ...around,
    'shop/terms.yaml':
      'kind: terms\ntitle: Terms\nsections:\n  - title: Ask us\n    content: ["See {{ sections.ask-us.number }}."]\n',
  });
  expect(problems.map(({ rule, help }) => `${rule}: ${help}`)).toEqual([
    'quotation/unknown: Sections have a number where `numbering` gives them one, clauses where they begin with a mark like (a).',
  ]);
});

test('a section that moves up changes its number where it is cited, and nothing else', () => {
  const compiled = (text: string) => {
    const found = compileTexts({
      ...around,
      'shop/terms.yaml': `kind: terms\ntitle: Terms\nupdated: 2026-01-01\n${text}`,
    }).compiled.get('shop/terms');
    if (!found) throw new Error('The text does not compile.');
    return found;
  };
  const before = compiled(clauses);
  const after = compiled(
    clauses.replace('sections:\n', 'sections:\n  - { title: Nought, content: [Nothing here.] }\n'),
  );
  const { list } = toComparison({ ...before, path: '/1/' }, { ...after, path: '/2/' }, readerOf('en-GB'));
  expect(list.groups.flatMap(({ items }) => items.map(({ html }) => html))).toEqual([
    'The section “Nought” is new.',
    'In the section “First”, where numbers of sections or items differ, the text now reads 3, 3(b)(ii). It was 2, 2(b)(ii).',
  ]);
});
