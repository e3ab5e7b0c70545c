import fc from 'fast-check';
import { diff } from 'fast-myers-diff';
import type { Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { expect, test } from 'vitest';
import { makeEffort } from '../src/compare/align/effort.ts';
import { compareSequences } from '../src/compare/align/myers.ts';
import { readPageText, textBreak, textsOf } from '../src/compare/redline/page-text.ts';
import { redline } from '../src/compare/redline/redline.ts';
import type { Redline, RedlineBlock } from '../src/compare/redline/redline-model.ts';
import type { PageBlock, PageSection, PolicyPage } from '../src/page/page-model.ts';
import { htmlOf, type Name, type Piece } from '../src/page/piece.ts';
import { renderProse } from '../src/text/prose.ts';
import { makeTokenize } from '../src/text/tokens.ts';

// Pages as the templates make them, and what a reader does with a redline: accept everything, or refuse everything.

function prose(markdown: string): PageBlock {
  return { type: 'text', text: piece(markdown, 'block') };
}

function piece(markdown: string, wrap: 'block' | 'inline'): Piece {
  return [
    { sort: 'prose', path: 'sections.a.content.0', markdown, wrap, html: renderProse(markdown, { wrap }) },
  ];
}

function inline(markdown: string): Piece {
  return piece(markdown, 'inline');
}

type Sketch = Partial<Omit<PageSection, 'blocks'>> & { id: string; blocks?: (PageBlock | string)[] };

function section({ id, title = `About ${id}`, blocks = [], ...more }: Sketch): PageSection {
  return {
    id,
    aliases: [],
    title,
    linkLabel: '',
    sections: [],
    ...more,
    blocks: blocks.map((block) => (typeof block === 'string' ? prose(block) : block)),
  };
}

function page(sections: PageSection[], more: Partial<PolicyPage> = {}): PolicyPage {
  return {
    product: { id: 'shop', name: 'Shop', path: '/shop/' },
    slug: 'cookies',
    path: '/shop/cookies/',
    canonical: 'https://policies.example/shop/cookies/',
    language: 'en',
    direction: 'ltr',
    kind: 'Cookie policy',
    title: 'Cookies',
    description: '',
    dates: [],
    glance: [],
    aliases: [],
    sections,
    jsonLd: {},
    words: { contents: '', glance: '', readPolicy: '', otherPolicies: '' },
    ...more,
  };
}

function textsOfPage(of: PolicyPage): string[] {
  return textsOf(readPageText(of)).map(({ text }) => text);
}

function side({ ops }: RedlineBlock, sign: '+' | '-'): string {
  return ops.map(([own, text]) => (own === '=' || own === sign ? text : '')).join('');
}

// A block can be several texts, with a break between each and the next.
function sideTexts(block: RedlineBlock, sign: '+' | '-'): string[] {
  return side(block, sign).split(textBreak);
}

function accept({ sections }: Redline): string[] {
  const blocks = sections.flatMap((item) => item.blocks);
  return blocks.filter(({ change }) => change !== 'removed').flatMap((block) => sideTexts(block, '+'));
}

function refuse({ sections }: Redline): string[] {
  const blocks = sections.flatMap((item) => item.blocks).filter(({ was }) => was !== undefined);
  return blocks
    .sort((one, other) => (one.was ?? 0) - (other.was ?? 0))
    .flatMap((block) => sideTexts(block, '-'));
}

function compareProse(before: string, after: string): RedlineBlock[] {
  return redline(
    page([section({ id: 'a', blocks: [before] })]),
    page([section({ id: 'a', blocks: [after] })]),
  )
    .sections.flatMap(({ blocks }) => blocks)
    .filter(({ kind }) => kind !== 'title' && kind !== 'heading');
}

function brief({ sections }: Redline) {
  return sections.map(({ id, change, isMoved, blocks }) => ({
    id,
    change: isMoved ? `${change}, moved` : change,
    blocks: blocks.map((block) => `${block.change}: ${block.ops.map((op) => op.join('')).join('|')}`),
  }));
}

// Documents of few words, so that parts of them are often alike.

const vocabulary = [
  ...'We keep the personal data you give us for 30 days, 1,000 e-mails; and _ga expires.'.split(' '),
  ...'Cookies don’t share it with v2.1 partners ... unless (you) agree! Why?'.split(' '),
  ...['個人情報の保護', '私たちは', '第三者に提供しません。', 'データ', '隐私政策', '개인정보'],
  ...['ข้อมูลส่วนบุคคล', 'เราใช้คุกกี้', 'ຂໍ້ມູນ', 'ទិន្នន័យ', 'ကိုယ်ရေး'],
  ...['سياسة', 'الخصوصية،', 'می‌خواهم', 'बेटाक्‍ष', 'מדיניות'],
  ...[
    '👨‍👩‍👧‍👦',
    '👍🏽',
    '🇩🇪🇫🇷',
    '1️⃣',
    'e\u0301te\u0301',
    'Z\u0324\u0308',
    '\u0301alone',
    'a\u00ADb',
    'x\u00A0y',
  ],
  ...[
    '**strong**',
    '*em*',
    '`code`',
    '[link](https://a.example/)',
    '[link](https://b.example/)',
    '[here](#a)',
  ],
  ...['<', '&amp;', '">', "'", '\\', '{', '&#x202E;'],
];
const words = fc.array(fc.constantFrom(...vocabulary), { minLength: 1, maxLength: 12 });
const sentence = words.map((some) => some.join(' '));
const text = fc.array(sentence, { minLength: 1, maxLength: 3 }).map((some) => some.join(' '));
const markdown = fc.oneof(
  { weight: 4, arbitrary: text },
  fc.array(text, { minLength: 1, maxLength: 4 }).map((items) => items.map((item) => `- ${item}`).join('\n')),
  fc.tuple(text, text).map(([one, other]) => `> ${one}\n\n1. ${other}\n\n\`\`\`\n${one}\n  ${other}\n\`\`\``),
  fc.tuple(text, text).map(([one, other]) => `${one}\\\n${other}`),
  fc
    .tuple(sentence, sentence)
    .map(([one, other]) => `| ${one} | b |\n|---|---|\n| ${other} | x |\n| y | ${one} |`),
);
const entries = fc.array(fc.record({ term: sentence, text: markdown.map(inline) }), { maxLength: 3 });
const cells = fc.array(
  fc.oneof(sentence.map(inline), fc.constantFrom([], inline('13 months'), inline('1 year'))),
  {
    minLength: 3,
    maxLength: 3,
  },
);
const table = fc.record({
  type: fc.constant('table' as const),
  caption: fc.constantFrom('Cookies', 'Vendors'),
  columns: fc.shuffledSubarray(['Name', 'Purpose', 'Kept for', 'Domain'], { minLength: 3, maxLength: 3 }),
  head: fc.constantFrom(0, 1),
  rows: fc.array(fc.record({ id: fc.option(fc.constantFrom('r1', 'r2', 'r3'), { nil: undefined }), cells }), {
    maxLength: 4,
  }),
});
const name = sentence.map((text): Name => ({ sort: 'label', text }));
const block: fc.Arbitrary<PageBlock> = fc.oneof(
  { weight: 5, arbitrary: markdown.map(prose) },
  table,
  fc.record({
    type: fc.constant('callout' as const),
    tone: fc.constantFrom('note', 'warning'),
    title: name,
    text: markdown.map((source) => piece(source, 'block')),
  }),
  fc.record({ type: fc.constant('list' as const), items: fc.array(fc.record({ text: text.map(inline) })) }),
  fc.record({
    type: fc.constant('details' as const),
    items: fc.array(fc.record({ title: sentence, entries }), { maxLength: 3 }),
  }),
  fc.record({ type: fc.constant('definitions' as const), items: entries }),
  fc.record({
    type: fc.constant('cards' as const),
    items: fc.array(fc.record({ title: name, text: text.map(inline) }), { maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant('steps' as const),
    items: fc.array(fc.record({ title: name, steps: fc.array(text.map(inline), { maxLength: 3 }) }), {
      maxLength: 2,
    }),
  }),
  fc.record({ type: fc.constant('contact' as const), title: sentence, name: sentence, entries }),
  fc.constant({ type: 'policy' as const, slug: 'terms' }),
);

function sectionsOf(ids: readonly string[], inner: fc.Arbitrary<PageSection[]>): fc.Arbitrary<PageSection[]> {
  return fc
    .shuffledSubarray([...ids], { maxLength: Math.min(4, ids.length) })
    .chain((some) =>
      fc.tuple(
        ...some.map((id) =>
          fc
            .tuple(sentence, fc.array(block, { maxLength: 4 }), inner, fc.subarray(['old-a', 'old-b']))
            .map(([title, blocks, sections, aliases]) => section({ id, title, blocks, sections, aliases })),
        ),
      ),
    );
}

// An id stands once on a page.
function unique(some: readonly PageSection[], seen = new Set<string>()): PageSection[] {
  return some.flatMap((item) => {
    if (seen.has(item.id)) return [];
    seen.add(item.id);
    return [{ ...item, sections: unique(item.sections, seen) }];
  });
}

const sections = sectionsOf(['a', 'b', 'c', 'd', 'old-a'], sectionsOf(['old-b', 'f'], fc.constant([])));
const policyPage = fc
  .tuple(sections, sentence, text, fc.constantFrom('en', 'ja', 'th', 'ar'))
  .map(([some, title, lead, language]) =>
    page(unique(some), { title, lead: piece(lead, 'block'), language }),
  );

// Either two pages that have little in common, or one with some of its parts taken out, doubled and reordered.
const pagePair: fc.Arbitrary<[PolicyPage, PolicyPage]> = fc.oneof(
  fc.tuple(policyPage, policyPage),
  fc.tuple(policyPage, policyPage, fc.infiniteStream(fc.nat())).map(([base, other, numbers]) => {
    const next = () => numbers.next().value;
    const mixBlocks = (some: PageBlock[]) =>
      some.flatMap((item): PageBlock[] => {
        const choice = next() % 8;
        if (choice === 0) return [];
        if (choice === 1) return [...(other.sections[0]?.blocks ?? []), item];
        return [choice === 2 && item.type === 'text' ? editWords(item.text, next) : item];
      });
    const mix = (some: PageSection[]): PageSection[] =>
      rotate(some, next() % 4).map((item) => ({
        ...item,
        blocks: rotate(mixBlocks(item.blocks), next() % 3),
        sections: mix(item.sections),
      }));
    return [base, { ...base, sections: mix(base.sections) }] satisfies [PolicyPage, PolicyPage];
  }),
);

function rotate<T>(items: T[], by: number): T[] {
  return [...items.slice(by), ...items.slice(0, by)];
}

function editWords([part]: Piece, next: () => number): PageBlock {
  const markdown = part?.sort === 'prose' ? part.markdown : '';
  return prose(
    markdown.replaceAll(/\b[a-z]{3,}\b(?![^&]*;)/g, (word) => (next() % 4 === 0 ? 'changed' : word)),
  );
}

// Enough to fail soon; raise it when the engine changes.
const runs = { numRuns: 40 };

function holds(check: (before: PolicyPage, after: PolicyPage, found: Redline) => void): void {
  fc.assert(
    fc.property(pagePair, ([before, after]) => check(before, after, redline(before, after))),
    runs,
  );
}

const blocksOf = ({ sections: some }: Redline) => some.flatMap((item) => item.blocks);

test('accepting everything gives the newer page and refusing everything the older, both in order', () => {
  holds((before, after, found) => {
    expect(accept(found)).toEqual(textsOfPage(after));
    expect(refuse(found)).toEqual(textsOfPage(before));
    for (const item of blocksOf(found)) {
      expect(item.change === 'added').toBe(item.was === undefined);
    }
  });
});

test('the texts of a page are all that its HTML says', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 4 }), (blocks) => {
      const [, read] = readPageText(page([section({ id: 'a', title: 'T', blocks })]));
      const texts = textsOf(read ? [read] : []).map((item) => item.text);
      const said = JSON.stringify(blocks.flatMap(strings).map(htmlText));
      const bare = (some: string[]) =>
        [...some.join('').replaceAll(/[ \t\n\u00a0\u2007\u202f]/g, '')].sort().join('');
      expect(bare(texts)).toBe(bare(['T', ...JSON.parse(said)]));
    }),
    runs,
  );
});

// Every string of a block that readers see; those that are plain text as HTML.
function strings(item: PageBlock): string[] {
  if (item.type === 'policy') return [item.slug];
  const found: string[] = [];
  const plain = (value: string | undefined) =>
    found.push((value ?? '').replaceAll('&', '&amp;').replaceAll('<', '&lt;'));
  if (item.type === 'callout') plain(item.title.text);
  if (item.type === 'contact') plain(item.title);
  if (item.type === 'text' || item.type === 'callout') found.push(htmlOf(item.text));
  if (item.type === 'table') {
    plain(item.caption);
    item.columns.forEach(plain);
    found.push(...item.rows.flatMap((row) => row.cells.map((piece) => htmlOf(piece))));
  }
  if (item.type === 'list') found.push(...item.items.map(({ text }) => htmlOf(text)));
  if (item.type === 'contact') plain(item.name);
  const all = item.type === 'contact' ? item.entries : 'items' in item ? item.items : [];
  for (const entry of all) {
    if ('title' in entry) plain(typeof entry.title === 'object' ? entry.title.text : entry.title);
    if ('term' in entry) plain(entry.term);
    if ('text' in entry && item.type !== 'list') found.push(htmlOf(entry.text));
    if ('steps' in entry) found.push(...entry.steps.map((piece) => htmlOf(piece)));
    if ('entries' in entry)
      for (const { term, text } of entry.entries)
        found.push(term.replaceAll('&', '&amp;').replaceAll('<', '&lt;'), htmlOf(text));
  }
  return found;
}

function htmlText(html: string): string {
  return innerText(fromHtml(html, { fragment: true }), () => true);
}

function innerText(node: Nodes, isSeen: (name: string, classes: unknown) => boolean): string {
  if (node.type === 'text') return node.value;
  if (node.type === 'element' && node.tagName === 'br') return '\n';
  if (node.type === 'element' && !isSeen(node.tagName, node.properties.className)) return '';
  return 'children' in node ? node.children.map((child) => innerText(child, isSeen)).join('') : '';
}

test('the HTML of a block reads as the newer text without `del` and as the older without `ins`', () => {
  holds((_before, _after, found) => {
    for (const item of blocksOf(found)) {
      const tree = fromHtml(item.html, { fragment: true });
      const without = (other: string) =>
        innerText(tree, (name, classes) => name !== other && !(name === 'span' && isSaid(classes)));
      // Where a block is several texts, no space of the older text may be left for a break.
      const read = (text: string) => (hasBreak(item) ? text.replaceAll(/\s/g, '') : text);
      expect(read(without('del'))).toBe(read(side(item, '+')));
      expect(read(without('ins'))).toBe(read(side(item, '-')));
    }
  });
});

function hasBreak({ ops }: RedlineBlock): boolean {
  return ops.some(([, run]) => run.includes(textBreak));
}

function isSaid(classes: unknown): boolean {
  return Array.isArray(classes) && (classes.includes('said') || classes.includes('target'));
}

test('the HTML of a block holds nothing but text, marks and live links outside `del`', () => {
  holds((_before, _after, found) => {
    for (const item of blocksOf(found)) {
      const tags = [...item.html.matchAll(/<([^>]*)>/g)].map(([, tag = '']) => tag);
      const expected =
        /^(?:(?:ins|del|span) class="break"|\/?(?:ins|del|strong|em|code|span|a)|br|span class="(?:said|target)"|a href="[^"<>]*"(?: rel="external noopener noreferrer"(?: class="address")?)?)$/;
      expect(tags.filter((tag) => !expected.test(tag))).toEqual([]);
      expect(item.html).not.toMatch(/<del>(?:(?!<\/del>).)*<a href="(?!\/shop\/cookies\/#)/s);
    }
  });
});

test('the cells of a row stand together, whatever rows and columns came, went or moved', () => {
  holds((_before, _after, found) => {
    const lines = blocksOf(found).map(({ cell }) => cell?.line);
    const starts = lines.filter((line, index) => line !== undefined && line !== lines[index - 1]);
    expect(starts).toEqual([...new Set(starts)]);
  });
});

test('a page compared with itself has no change', () => {
  fc.assert(
    fc.property(policyPage, (only) => {
      const found = redline(only, only);
      expect(found.sections.filter(({ change, isMoved }) => change !== 'same' || isMoved)).toEqual([]);
      expect(
        blocksOf(found).filter(({ change, formats }) => change !== 'same' || formats.length > 0),
      ).toEqual([]);
      expect(blocksOf(found).filter(({ html }) => /<ins>|<del>/.test(html))).toEqual([]);
    }),
    runs,
  );
});

// Below another address every text is read by itself, and none is known to be the one it was.
test('pairs texts that are known to be the same as a search would', () => {
  holds((before, after, found) => {
    const paths = { before: before.path, after: after.path };
    expect(redline({ ...before, path: `/elsewhere${before.path}` }, after, { paths })).toEqual(found);
  });
});

test('gives the same result every time', () => {
  holds((before, after, found) => {
    expect(JSON.stringify(redline(structuredClone(before), structuredClone(after)))).toBe(
      JSON.stringify(found),
    );
  });
});

test('ops are never empty, never two of a kind in a row, and what went stands before what came', () => {
  holds((_before, _after, found) => {
    for (const { ops } of blocksOf(found)) {
      const signs = ops.map(([sign]) => sign).join('');
      expect(signs).toMatch(/^=?(?:(?:-|\+|-\+)=)*(?:-|\+|-\+)?$/);
      expect(ops.every(([, run]) => run !== '')).toBe(true);
    }
  });
});

test('no change begins or ends inside a word or a grapheme', () => {
  const unspaced = /[\p{scx=Hani}\p{scx=Hira}\p{scx=Kana}\p{scx=Thai}\p{scx=Laoo}\p{scx=Khmr}\p{scx=Mymr}]/u;
  holds((_before, after, found) => {
    const graphemes = new Intl.Segmenter(after.language, { granularity: 'grapheme' });
    const tokenize = makeTokenize(after.language);
    for (const item of blocksOf(found)) {
      for (const sign of ['+', '-'] as const) {
        const whole = side(item, sign);
        const starts = new Set(Array.from(graphemes.segment(whole), ({ index }) => index));
        const tokens = new Set(offsets(tokenize(whole)));
        for (const offset of offsets(
          item.ops.filter(([own]) => own === '=' || own === sign).map(([, run]) => run),
        )) {
          expect(starts.has(offset)).toBe(true);
          expect(tokens.has(offset)).toBe(true);
          const [left = ''] = /[\p{L}\p{N}]\p{M}*$/u.exec(whole.slice(0, offset)) ?? [];
          const [right = ''] = /^[\p{L}\p{M}\p{N}]/u.exec(whole.slice(offset)) ?? [];
          expect(left !== '' && right !== '' && !unspaced.test(left + right)).toBe(false);
        }
      }
    }
  });
});

// Where all but the first begin.
function offsets(parts: readonly string[]): number[] {
  let offset = 0;
  return parts.slice(0, -1).map((part) => {
    offset += part.length;
    return offset;
  });
}

test('compares in two steps as in one', () => {
  fc.assert(
    fc.property(policyPage, pagePair, (first, [second, third]) => {
      expect(accept(redline(first, third))).toEqual(accept(redline(second, third)));
      expect(refuse(redline(first, third))).toEqual(refuse(redline(first, second)));
    }),
    runs,
  );
});

test('never spends more effort than it may, and is exact with none', () => {
  fc.assert(
    fc.property(pagePair, fc.constantFrom(0, 1, 50, 2_000), ([before, after], limit) => {
      const effort = makeEffort({ limit });
      const found = redline(before, after, { effort });
      expect(effort.spent).toBeLessThanOrEqual(limit);
      expect(accept(found)).toEqual(textsOfPage(after));
      expect(refuse(found)).toEqual(textsOfPage(before));
    }),
    runs,
  );
});

test('spends on texts it has compared before what it spent on them, and finds the same', () => {
  const [before, after] = [30, 90].map((days) =>
    page([section({ id: 'a', blocks: [`We keep logs for ${days} days, and delete them then.`] })]),
  );
  const [once, again] = [makeEffort(), makeEffort()];
  const found = redline(before as PolicyPage, after as PolicyPage, { effort: once });
  expect(redline(before as PolicyPage, after as PolicyPage, { effort: again })).toEqual(found);
  expect(once.spent).toBeGreaterThan(0);
  expect(again.spent).toBe(once.spent);
});

test('a long rewritten page costs less than the limit', () => {
  const write = (shift: number) =>
    page(
      Array.from({ length: 40 }, (_, index) =>
        section({
          id: `s${index}`,
          blocks: Array.from({ length: 4 }, (__, part) =>
            Array.from(
              { length: 50 },
              (___, word) => `w${(index * part * 7 + word * (word % 5 < 3 ? shift : 3)) % 211}`,
            ).join(' '),
          ),
        }),
      ),
    );
  const effort = makeEffort();
  redline(write(3), write(5), { effort });
  expect(effort.spent).toBeLessThan(effort.limit / 5);
});

const numbered = (count: number, word: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => word(index)).join(' ');

test('marks two words of a paragraph of any length', () => {
  for (const count of [1_005, 20_000]) {
    const long = (first: string, last: string) =>
      `${first} ${numbered(count, (index) => `word${index}`)} ${last}.`;
    const [block] = compareProse(long('First', 'last'), long('Start', 'end'));
    expect(block?.ops.filter(([sign]) => sign !== '=')).toEqual([
      ['-', 'First'],
      ['+', 'Start'],
      ['-', 'last'],
      ['+', 'end'],
    ]);
  }
});

test('compares a paragraph of 20,000 words, of which most were written anew, sentence by sentence', () => {
  const write = (shift: number) =>
    numbered(2_000, (index) => {
      const own = index % 5 < 3 ? shift : 0;
      return `${numbered(9, (word) => `w${(index * 7 + word * word + own) % 997}`)} x${index}.`;
    });
  const effort = makeEffort();
  const [before, after] = [write(0), write(400)].map((text) => page([section({ id: 'a', blocks: [text] })]));
  const found = blocksOf(redline(before as PolicyPage, after as PolicyPage, { effort })).at(-1);
  const kept = found?.ops.filter(([sign]) => sign === '=').map(([, run]) => run) ?? [];
  expect(kept.join(' ').split(' ').length).toBeGreaterThan(8_000);
  expect(effort.spent).toBeLessThan(effort.limit / 3);
});

test('what would be too much effort is replaced whole, but for its ends', () => {
  const long = (word: string) => `It begins. ${`${word} and so on. `.repeat(700)}It ends.`;
  const [before, after] = [long('One'), long('Two')].map((text) =>
    page([section({ id: 'a', blocks: [text] })]),
  );
  const found = redline(before as PolicyPage, after as PolicyPage, { effort: makeEffort({ limit: 2_000 }) });
  expect(
    blocksOf(found)
      .at(-1)
      ?.ops.map(([sign, run]) => `${sign}${run.length}`),
  ).toEqual(['=11', '-10488', '+10488', '=20']);
});

test('finds as few edits as Myers', () => {
  const items = fc
    .array(fc.integer({ min: 0, max: 5 }), { maxLength: 40 })
    .map((some) => Int32Array.from(some));
  const sum = (marks: Uint8Array) => marks.reduce((all, mark) => all + mark, 0);
  fc.assert(
    fc.property(items, items, (before, after) => {
      const { gone, come } = compareSequences(before, after);
      const least = [...diff(before, after)].reduce((all, [a, b, c, d]) => all + b - a + d - c, 0);
      expect(sum(gone) + sum(come)).toBe(least);
      expect([...before.filter((_, index) => !gone[index])]).toEqual([
        ...after.filter((_, index) => !come[index]),
      ]);
    }),
    { numRuns: 2000 },
  );
});

test('marks a word that was replaced', () => {
  expect(compareProse('We keep your data safe.', 'We hold your data safe.')[0]?.ops).toEqual([
    ['=', 'We '],
    ['-', 'keep'],
    ['+', 'hold'],
    ['=', ' your data safe.'],
  ]);
});

test('marks a number whole', () => {
  expect(
    compareProse('We keep 1,000 logs for 30 days at most.', 'We keep 1,500 logs for 30.5 days at most.')[0]
      ?.ops,
  ).toEqual([
    ['=', 'We keep '],
    ['-', '1,000'],
    ['+', '1,500'],
    ['=', ' logs for '],
    ['-', '30'],
    ['+', '30.5'],
    ['=', ' days at most.'],
  ]);
});

test('marks a sentence that came from its beginning to its end', () => {
  const before = 'We keep your data. We delete it later. You can ask.';
  expect(compareProse(before, before.replace('We delete', 'We never sell it. We delete'))[0]?.ops).toEqual([
    ['=', 'We keep your data. '],
    ['+', 'We never sell it. '],
    ['=', 'We delete it later. You can ask.'],
  ]);
  expect(compareProse(before, `${before} That is all.`)[0]?.ops).toEqual([
    ['=', before],
    ['+', ' That is all.'],
  ]);
});

test('marks an item of a list that went with the mark behind it', () => {
  const before = 'Internet providers; Analytics providers; Social networks';
  expect(compareProse(before, before.replace('Analytics providers; ', ''))[0]?.ops).toEqual([
    ['=', 'Internet providers; '],
    ['-', 'Analytics providers; '],
    ['=', 'Social networks'],
  ]);
});

test('joins changes that only a word or two keeps apart', () => {
  expect(
    compareProse(
      'You may at any time ask us in writing for a copy.',
      'You can at all hours demand from us in person a copy.',
    )[0]?.ops,
  ).toEqual([
    ['=', 'You '],
    ['-', 'may at any time ask'],
    ['+', 'can at all hours demand from'],
    ['=', ' us in '],
    ['-', 'writing for'],
    ['+', 'person'],
    ['=', ' a copy.'],
  ]);
});

test('three words that stayed are never struck and written again', () => {
  expect(
    compareProse(
      'We keep your many old letters for as long as you like.',
      'We hold all of your new plain letters for as little as we can.',
    )[0]?.ops.filter(([sign]) => sign === '='),
  ).toEqual([
    ['=', 'We '],
    ['=', ' letters for as '],
    ['=', '.'],
  ]);
});

test('finds the words that stayed, wherever as many spaces stand', () => {
  const text =
    'boats and ropes deserve a lot of leeway, so we think the best answer to storms is a harbour, not a knife.';
  const first =
    'Kelp is a free and open quay for anyone to tie up their vessels. As such we do not look at hulls before our guests row them.';
  const last = 'Still, we reserve the right to take down sails, which tend to tear while adding little.';
  expect(compareProse(`Torn sails. We say ${text} ${last}`, `${first} We say ${text}`)[0]?.ops).toEqual([
    ['-', 'Torn sails'],
    ['+', first.slice(0, -1)],
    ['=', `. We say ${text}`],
    ['-', ` ${last}`],
  ]);
});

// Paragraphs, list items, and items of a numbered list that hold some words, cut at some of the spaces between them.
const broken = (some: readonly string[], numbers: readonly number[]) => {
  const texts = [''];
  for (const [index, word] of some.entries()) {
    const isCut = index > 0 && (numbers[index] ?? 0) % 4 === 0;
    if (isCut) texts.push('');
    texts.push(`${texts.pop()} ${word}`.trim());
  }
  return texts
    .map((text, index) => `${['', '', '- ', '1. '][(numbers[index] ?? 0) % 4]}${text}`)
    .join('\n\n<!-- -->\n\n');
};

test('marks no word where the same words were only broken up in another way', () => {
  const plain = fc.constantFrom(
    ...'we keep the data we keep for you and the data of others until you ask'.split(' '),
    ...['第三者', '個人情報', 'ข้อมูล', 'end.', 'so:', 'yes;'],
  );
  const numbers = fc.array(fc.nat(), { minLength: 40, maxLength: 40 });
  fc.assert(
    fc.property(fc.array(plain, { minLength: 1, maxLength: 40 }), numbers, numbers, (some, one, other) => {
      const found = compareProse(broken(some, one), broken(some, other));
      const marked = found.flatMap(({ ops }) =>
        ops.filter(([sign, run]) => sign !== '=' && run.trim() !== ''),
      );
      expect(marked).toEqual([]);
    }),
    { numRuns: 300 },
  );
});

const threeSentences = [
  'The reader may stop at any time by writing to the desk.',
  'We then close the account within ten days and delete the log.',
  'Money paid for days to come is returned.',
];

test('shows a paragraph that was split as the same words with a mark for each break', () => {
  const [found, ...others] = compareProse(threeSentences.join(' '), threeSentences.join('\n\n'));
  expect(others).toEqual([]);
  expect(found?.ops.map(([sign, run]) => `${sign}${run === textBreak ? '¶' : run}`)).toEqual([
    `=${threeSentences[0]}`,
    '- ',
    '+¶',
    `=${threeSentences[1]}`,
    '- ',
    '+¶',
    `=${threeSentences[2]}`,
  ]);
  expect(found?.formats.map(({ kind, before, after }) => [kind, before, after])).toEqual([
    ['break', '1', '3'],
  ]);
  expect(found?.parts).toEqual([
    {
      kind: 'paragraph',
      html: `${threeSentences[0]}<ins class="break"><span class="said"> added: paragraph break </span></ins>`,
    },
    {
      kind: 'paragraph',
      html: `${threeSentences[1]}<ins class="break"><span class="said"> added: paragraph break </span></ins>`,
    },
    { kind: 'paragraph', html: threeSentences[2] },
  ]);
});

test('shows paragraphs that were joined as one with a mark for each break that went', () => {
  const [found, ...others] = compareProse(threeSentences.join('\n\n'), threeSentences.join(' '));
  expect(others).toEqual([]);
  expect(found?.html).toBe(
    threeSentences.join('<del class="break"><span class="said"> removed: paragraph break </span></del> '),
  );
});

test('shows a paragraph that became a list, and the words that changed beside it', () => {
  const [found, ...others] = compareProse(
    'We keep your name, your address and the numbers of your telephones.',
    'We keep:\n\n- your name,\n- your postal address,\n- the numbers of your telephones.',
  );
  expect(others).toEqual([]);
  expect(
    found?.parts?.map(
      ({ kind, html }) => `${kind}: ${html.replaceAll(/<span class="said">[^<]*<\/span>/g, '')}`,
    ),
  ).toEqual([
    'paragraph: We keep<ins>:<span class="break"></span></ins>',
    'item: your name,<ins class="break"></ins>',
    'item: your <del>address and </del><ins>postal address,<span class="break"></span></ins>',
    'item: the numbers of your telephones.',
  ]);
});

test('a sentence that went over to the next paragraph is not struck and written again', () => {
  const [one, two, three] = threeSentences;
  const [found, ...others] = compareProse(`${one} ${two}\n\n${three}`, `${one}\n\n${two} ${three}`);
  expect(others).toEqual([]);
  expect(found?.ops.filter(([sign]) => sign !== '=').map(([sign, run]) => `${sign}${run}`)).toEqual([
    '- ',
    `+${textBreak}`,
    `-${textBreak}`,
    '+ ',
  ]);
});

test('where one paragraph was split and one of its words changed, that word alone is marked', () => {
  const [found] = compareProse(threeSentences.join(' '), threeSentences.join('\n\n').replace('ten', 'nine'));
  expect(found?.ops.filter(([sign, run]) => sign !== '=' && run.trim() !== '')).toEqual([
    ['-', 'ten'],
    ['+', 'nine'],
  ]);
});

test('cuts Japanese into its words', () => {
  const before = page([section({ id: 'a', blocks: ['第三者に提供しません。'] })], { language: 'ja' });
  const after = page([section({ id: 'a', blocks: ['第三者に販売しません。'] })], { language: 'ja' });
  expect(blocksOf(redline(before, after)).at(-1)?.ops).toEqual([
    ['=', '第三者に'],
    ['-', '提供'],
    ['+', '販売'],
    ['=', 'しません。'],
  ]);
});

test('says that a paragraph moved, to another section too', () => {
  const moving = 'We answer every request within thirty days.';
  const before = page([
    section({ id: 'a', blocks: [moving, 'First.'] }),
    section({ id: 'b', blocks: ['Second.'] }),
  ]);
  const after = page([
    section({ id: 'a', blocks: ['First.'] }),
    section({ id: 'b', blocks: ['Second.', moving.replace('thirty', 'twenty')] }),
  ]);
  const found = redline(before, after);
  expect(brief(found).slice(1)).toEqual([
    { id: 'a', change: 'changed', blocks: ['same: =About a', 'same: =First.'] },
    {
      id: 'b',
      change: 'changed',
      blocks: [
        'same: =About b',
        'same: =Second.',
        'moved: =We answer every request within |-thirty|+twenty|= days.',
      ],
    },
  ]);
  expect(blocksOf(found).at(-1)?.movedFrom).toBe('a');
});

test('a text that moved is shown at both places, the old and the new', () => {
  holds((_before, _after, found) => {
    const moved = blocksOf(found).filter(
      ({ change, cell, isInOrder }) => change === 'moved' && !cell && !isInOrder,
    );
    const departed = found.sections.flatMap(({ departures = [] }) => departures);
    const byPlace = <T extends { was?: number }>(some: T[]) =>
      some.sort((one, other) => (one.was ?? 0) - (other.was ?? 0));
    expect(byPlace(departed).map(({ was, text }) => [was, text])).toEqual(
      byPlace(moved).map((block) => [block.was, side(block, '-')]),
    );
  });
});

test('of two paragraphs that changed places one has moved, however short they are', () => {
  const before = page([section({ id: 'a', blocks: ['Write to us.', 'Never.', 'We answer.'] })]);
  const after = page([section({ id: 'a', blocks: ['Never.', 'Write to us.', 'We answer.'] })]);
  const [, found] = redline(before, after).sections;
  expect(found?.blocks.map(({ change, ops, was }) => [change, was, ...ops])).toEqual([
    ['same', 1, ['=', 'About a']],
    ['moved', 3, ['=', 'Never.']],
    ['same', 2, ['=', 'Write to us.']],
    ['same', 4, ['=', 'We answer.']],
  ]);
  expect(found?.departures).toEqual([{ at: 3, kind: 'paragraph', text: 'Never.', was: 3 }]);
});

test('a lead that went into a section has moved there', () => {
  const lead = 'This page says what we keep, and for how long.';
  const some = [section({ id: 'a', blocks: ['We keep logs.'] })];
  const found = redline(
    page(some, { lead: piece(lead, 'block') }),
    page([section({ id: 'a', blocks: ['We keep logs.', lead] })]),
  );
  expect(brief(found)).toEqual([
    { id: '_opening', change: 'changed', blocks: ['same: =Cookies'] },
    { id: 'a', change: 'changed', blocks: ['same: =About a', 'same: =We keep logs.', `moved: =${lead}`] },
  ]);
  expect(found.sections[0]?.departures).toEqual([{ at: 1, kind: 'paragraph', text: lead, was: 1 }]);
});

test('texts before which a heading came or went stand where they stood', () => {
  const whole = page([
    section({
      id: 'a',
      blocks: ['We keep logs of every visit.', 'What we share', 'We share nothing at all.', '- Never\n- Not'],
    }),
  ]);
  const split = page([
    section({ id: 'a', blocks: ['We keep logs of every visit.'] }),
    section({ id: 'b', title: 'What we share', blocks: ['We share nothing at all.', '- Never\n- Not'] }),
  ]);
  const told = (found: Redline) =>
    blocksOf(found)
      .filter(({ change }) => change !== 'same')
      .map(({ kind, change, isInOrder, ops, formats }) => [
        kind,
        `${change}${isInOrder ? ' in order' : ''}`,
        ...ops.map((op) => op.join('')),
        ...formats.map(({ before, after }) => `${before} → ${after}`),
      ]);
  expect(told(redline(whole, split))).toEqual([
    ['heading', 'moved in order', '=What we share', 'paragraph → heading'],
    ['paragraph', 'moved in order', '=We share nothing at all.'],
    ['item', 'moved in order', '=Never'],
    ['item', 'moved in order', '=Not'],
  ]);
  expect(told(redline(split, whole))).toEqual([
    ['paragraph', 'moved in order', '=What we share', 'heading → paragraph'],
    ['paragraph', 'moved in order', '=We share nothing at all.'],
    ['item', 'moved in order', '=Never'],
    ['item', 'moved in order', '=Not'],
  ]);
});

test('what stands alone took the place of what stood alone, if it is short or part of it', () => {
  expect(compareProse('We ask.\n\n1 January 2024', 'We ask.\n\n12 May 2026')[1]?.ops).toEqual([
    ['-', '1 January 2024'],
    ['+', '12 May 2026'],
  ]);
  const long =
    '**Sync:** your bookmarks, passwords and tabs are the same on all of your devices, wherever you are';
  expect(compareProse(long, '**Sync**').map(({ ops }) => ops[0])).toEqual([['=', 'Sync']]);
  expect(
    compareProse(
      long,
      'We may at any time and without notice end the service for all or some people, for good.',
    ).map(({ change }) => change),
  ).toEqual(['removed', 'added']);
});

test('says behind which section one stood that moved', () => {
  const some = ['a', 'b', 'c', 'd'].map((id) =>
    section({ id, blocks: [`What we say of ${id} and others.`] }),
  );
  const [a, b, c, d] = some as [PageSection, PageSection, PageSection, PageSection];
  const places = (found: Redline) =>
    found.sections.filter(({ isMoved }) => isMoved).map(({ id, stoodAfter }) => [id, stoodAfter]);
  expect(places(redline(page([a, b, c, d]), page([a, c, d, b])))).toEqual([['b', 'a']]);
  expect(places(redline(page([a, b, c]), page([b, c, a])))).toEqual([['a', '_opening']]);
});

test('says that a section was renamed and moved, by id, alias or text', () => {
  const before = page([
    section({ id: 'a', blocks: ['The first of all sections.'] }),
    section({ id: 'b', blocks: ['Something about cookies here.'] }),
    section({ id: 'c', blocks: ['A third text about other things.'] }),
  ]);
  const after = page([
    section({ id: 'c2', title: 'Other things', aliases: ['c'], blocks: ['All new.'] }),
    section({ id: 'a', title: 'Beginning', blocks: ['The first of all sections.'] }),
    section({ id: 'new', title: 'About b', blocks: ['Something about cookies here.'] }),
  ]);
  const found = redline(before, after).sections.slice(1);
  expect(
    found.map(({ id, formerId, formerTitle, isMoved, change }) => ({
      id,
      formerId,
      formerTitle,
      isMoved,
      change,
    })),
  ).toEqual([
    { id: 'c2', formerId: 'c', formerTitle: 'About c', isMoved: true, change: 'changed' },
    { id: 'a', formerTitle: 'About a', isMoved: false, change: 'changed' },
    { id: 'new', formerId: 'b', isMoved: false, change: 'same' },
  ]);
});

test('a section under another parent has moved, its own subsections have not', () => {
  const inner = [section({ id: 'i', blocks: ['Inner.'] })];
  const before = page([section({ id: 'a', sections: inner }), section({ id: 'b' })]);
  const after = page([section({ id: 'a' }), section({ id: 'b', sections: inner })]);
  expect(
    redline(before, after)
      .sections.filter(({ isMoved }) => isMoved)
      .map(({ id }) => id),
  ).toEqual(['i']);
  const swapped = page([section({ id: 'b' }), section({ id: 'a', sections: inner })]);
  expect(
    redline(before, swapped)
      .sections.filter(({ isMoved }) => isMoved)
      .map(({ id }) => id),
  ).toHaveLength(1);
});

test('shows a section that went where it was', () => {
  const [a, b, c] = ['a', 'b', 'c'].map((id) =>
    section({ id, blocks: [`Text of ${id}.`], sections: [section({ id: `${id}-1` })] }),
  ) as [PageSection, PageSection, PageSection];
  expect(brief(redline(page([a, b, c]), page([a, c]))).slice(1)).toEqual([
    { id: 'a', change: 'same', blocks: ['same: =About a', 'same: =Text of a.'] },
    { id: 'a-1', change: 'same', blocks: ['same: =About a-1'] },
    { id: 'b', change: 'removed', blocks: ['removed: -About b', 'removed: -Text of b.'] },
    { id: 'b-1', change: 'removed', blocks: ['removed: -About b-1'] },
    { id: 'c', change: 'same', blocks: ['same: =About c', 'same: =Text of c.'] },
    { id: 'c-1', change: 'same', blocks: ['same: =About c-1'] },
  ]);
});

test('compares the items of a list one by one', () => {
  const found = compareProse(
    '- your name;\n- your address.',
    '- your name;\n- your date of birth;\n- your address.',
  );
  expect(found.map(({ kind, change, ops }) => [kind, change, ...ops])).toEqual([
    ['item', 'same', ['=', 'your name;']],
    ['item', 'added', ['+', 'your date of birth;']],
    ['item', 'same', ['=', 'your address.']],
  ]);
});

test('compares the cells of a table by row and column', () => {
  const make = (columns: string[], lines: { id?: string; cells: string[] }[]) => {
    const rows = lines.map(({ cells, ...row }) => ({ ...row, cells: cells.map(inline) }));
    return page([
      section({ id: 'a', blocks: [{ type: 'table', caption: 'Cookies', columns, head: 0, rows }] }),
    ]);
  };
  const before = make(
    ['Name', 'Kept for', 'Party'],
    [
      { id: 'cookies-ga', cells: ['`_ga`', '13 months', 'Third'] },
      { id: 'cookies-sid', cells: ['sid', '1 day', 'First'] },
      { id: 'cookies-old', cells: ['old', '1 week', 'First'] },
    ],
  );
  const after = make(
    ['Name', 'Party', 'Kept for'],
    [
      { id: 'cookies-sid', cells: ['sid', 'First', '1 day'] },
      { id: 'cookies-ga', cells: ['`_ga4`', 'Third', '1 year'] },
    ],
  );
  const found = blocksOf(redline(before, after)).slice(3);
  expect(
    found.map(
      ({ change, ops, cell }) =>
        `${cell?.line} ${cell?.column}: ${change} ${ops.map((op) => op.join('')).join('|')}`,
    ),
  ).toEqual([
    '1.0 Name: same =Name',
    '1.0 Party: moved =Party',
    '1.0 Kept for: same =Kept for',
    '1.1 Name: moved =sid',
    '1.1 Party: moved =First',
    '1.1 Kept for: moved =1 day',
    '1.2 Name: changed =_|-ga|+ga4',
    '1.2 Party: same =Third',
    '1.2 Kept for: changed -13 months|+1 year',
    '-1.3 Name: removed -old',
    '-1.3 Kept for: removed -1 week',
    '-1.3 Party: removed -First',
  ]);
});

test('rows whose first cell is the same pair by all they say', () => {
  const make = (lines: string[]) => `| Provider | Name | Purpose |\n|---|---|---|\n${lines.join('\n')}`;
  const lines = ['tz | Keeps your time zone', 'user | Keeps you signed in', 'csrf | Keeps forms safe'].map(
    (line) => `| Us | ${line} |`,
  );
  const found = compareProse(make(lines), make(['| Us | flow | Begins a sign-in |', ...lines]));
  expect(
    found.filter(({ change }) => change !== 'same').map(({ change, ops }) => [change, ...(ops[0] ?? [])]),
  ).toEqual([
    ['added', '+', 'Us'],
    ['added', '+', 'flow'],
    ['added', '+', 'Begins a sign-in'],
  ]);
  const edited = compareProse(
    make(lines),
    make([...lines.slice(1), lines[0]?.replace('zone', 'zones') ?? '']),
  );
  expect(edited.filter(({ ops }) => ops.some(([sign]) => sign !== '=')).map(({ ops }) => ops)).toEqual([
    [
      ['=', 'Keeps your time '],
      ['-', 'zone'],
      ['+', 'zones'],
    ],
  ]);
});

test('writes out both targets of a link that leads elsewhere now', () => {
  const [found] = compareProse(
    'Read [our policy](https://a.example/).',
    'Read [our policy](https://b.example/).',
  );
  expect(found?.change).toBe('changed');
  expect(found?.ops).toEqual([['=', 'Read our policy.']]);
  expect(found?.formats).toEqual([
    { kind: 'link', text: 'our policy', before: 'https://a.example/', after: 'https://b.example/' },
  ]);
  expect(found?.html).toBe(
    'Read <a href="https://b.example/" rel="external noopener noreferrer">our policy</a><span class="target"> (' +
      '<del><span class="said"> removed: </span>https://a.example/<span class="said"> end of removal </span></del> ' +
      '<ins><span class="said"> added: </span>https://b.example/<span class="said"> end of addition </span></ins>)</span>.',
  );
});

test('writes an address that stands in a text twice out no third time', () => {
  const twice = (page: string) => `Read (https://kelp.example/${page}) or (https://kelp.example/${page}).`;
  const [found] = compareProse(twice('rules'), twice('use'));
  expect(found?.html).not.toContain('class="target"');
});

test('writes out both targets where the words of the link changed too', () => {
  const [found] = compareProse(
    'Read [old words](https://a.example/) now.',
    'Read [new text](https://b.example/) now.',
  );
  expect(found?.html).toContain('old words<span class="target"> (https://a.example/)</span>');
  expect(found?.html).toContain('new text</a><span class="target"> (https://b.example/)</span>');
});

test('reports emphasis that changed, and a paragraph that became an item', () => {
  const [found] = compareProse('We **never** sell data.', 'We never *sell* data.');
  expect(found?.formats).toEqual([
    { kind: 'emphasis', text: 'never', before: 'strong', after: '' },
    { kind: 'emphasis', text: 'sell', before: '', after: 'em' },
  ]);
  expect(found?.html).toBe('We never <em>sell</em> data.');
  const [item] = compareProse('We never sell your data.', '- We never sell your data.');
  expect(item?.formats).toEqual([
    { kind: 'form', text: 'We never sell your data.', before: 'paragraph', after: 'item' },
  ]);
});

test('what stands between words that are only written in another way is not struck', () => {
  const [block] = compareProse('Our Goods and Services are ours.', 'Our goods and services are ours.');
  expect(block?.ops).toEqual([
    ['=', 'Our '],
    ['-', 'Goods'],
    ['+', 'goods'],
    ['=', ' and '],
    ['-', 'Services'],
    ['+', 'services'],
    ['=', ' are ours.'],
  ]);
  const [other] = compareProse('Our boats and sails are ours.', 'Our masts and oars are ours.');
  expect(other?.ops.map(([sign]) => sign).join('')).toBe('=-+=');
});

const changesOf = ({ sections }: Redline) =>
  sections.flatMap(({ blocks }) =>
    blocks
      .filter(({ change }) => change !== 'same')
      .map((block) => [block.change, side(block, '+') || side(block, '-')]),
  );

test('what stands elsewhere word for word is not compared with what is similar where it stood', () => {
  const part = (name: string) => `Some of our ${name} are older than the harbour.`;
  const [oars, sails] = ['oars', 'sails'].map(part) as [string, string];
  const alone = 'Nobody rows alone in winter, whatever they know.';
  const others = ['We build boats of oak.', 'We teach crews to row.'];
  const inOne = redline(
    page([section({ id: 'a', blocks: [oars, ...others, sails] })]),
    page([section({ id: 'a', blocks: [sails, ...others, oars] })]),
  );
  expect(changesOf(inOne)).toEqual([
    ['moved', sails],
    ['moved', oars],
  ]);
  const [first, second] = others as [string, string];
  const inTwo = redline(
    page([section({ id: 'a', blocks: [first, oars] }), section({ id: 'b', blocks: [second, sails] })]),
    page([section({ id: 'a', blocks: [first, sails] }), section({ id: 'b', blocks: [second, alone] })]),
  );
  expect(changesOf(inTwo)).toEqual([
    ['removed', oars],
    ['moved', sails],
    ['added', alone],
  ]);
});

test('a paragraph that became the heading of a section that was there is struck nowhere', () => {
  const title = 'We give you tools to stay informed';
  const found = redline(
    page([
      section({ id: 'a', title: 'Overview', blocks: ['We build boats.', title] }),
      section({ id: 'b', title: 'Principles', blocks: ['We teach all crews to row well.'] }),
    ]),
    page([
      section({ id: 'a', title: 'Overview', blocks: ['We build boats.'] }),
      section({ id: 'b', title, blocks: ['We teach all crews to row well.'] }),
    ]),
  );
  expect(changesOf(found)).toEqual([
    ['moved', title],
    ['removed', 'Principles'],
  ]);
});

function formsOf(before: string, after: string): string[] {
  return compareProse(before, after).flatMap(({ ops, formats }) =>
    formats.map(
      ({ kind, before, after }) => `${ops.map((op) => op.join('')).join('')} ${kind}: ${before} → ${after}`,
    ),
  );
}

test('an item that moved out one level is another form, also where other words changed', () => {
  const before = '- We share data only\n  - if you agree,\n  - with our printers.';
  const after = before.replace('  - with', '- with');
  const told = '=with our printers. form: item level 2 → item';
  expect(formsOf(before, after)).toEqual([told]);
  expect(formsOf(`We share.\n\n${before}`, `We sell.\n\n${after}`)).toEqual([told]);
});

test('a list that begins with another number, and a text that is no longer its own item, are other forms', () => {
  expect(formsOf('1. One\n2. Two', '5. One\n6. Two')).toEqual([
    '=One form: item numbered → item numbered from 5',
  ]);
  expect(formsOf('- One\n- Two', '1. One\n2. Two')).toEqual([
    '=One form: item → item numbered',
    '=Two form: item → item numbered',
  ]);
  expect(formsOf('- One\n\n- Two', '- One\n\n  Two')).toEqual(['=Two form: item → item continued']);
  expect(formsOf('1. One\n2. Two', '1. None\n2. One\n3. Two')).toEqual([]);
});

test('links to a section lead into the version that links', () => {
  const [found] = compareProse('See [there](#b) and [this](#c).', 'See [there](#b) and.');
  expect(found?.html).toContain('<a href="/shop/cookies/#b">there</a>');
  expect(found?.html).toContain('<a href="/shop/cookies/#c">this</a>');
  const make = (markdown: string) => page([section({ id: 'a', blocks: [markdown] })]);
  const versioned = redline(
    make('See [there](#b) and [this](#c).'),
    make('See [there](#d) and [that](/shop/cookies/#e).'),
    {
      paths: { before: '/shop/cookies/1/', after: '/shop/cookies/2/' },
    },
  );
  expect(
    blocksOf(versioned)
      .at(-1)
      ?.html.match(/href="[^"]*"/g),
  ).toEqual([
    'href="/shop/cookies/2/#d"',
    'href="/shop/cookies/1/#b"',
    'href="/shop/cookies/2/#d"',
    'href="/shop/cookies/1/#c"',
    'href="/shop/cookies/2/#e"',
  ]);
});

test('an address that is its own link is marked once, and whole', () => {
  const bare = (html = '') => html.replaceAll(/<span class="said">[^<]*<\/span>/g, '');
  const [mail] = compareProse(
    'Write to [privacy@a.example](mailto:privacy@a.example).',
    'Write to [privacy@b.example](mailto:privacy@b.example).',
  );
  expect(bare(mail?.html)).toBe(
    'Write to <del>privacy@a.example</del><ins><a href="mailto:privacy@b.example">privacy@b.example</a></ins>.',
  );
  // Paper writes out where a link leads, unless its words say so.
  const [site] = compareProse('See <https://a.example/data>.', 'See <https://b.example/data>.');
  expect(bare(site?.html)).toBe(
    'See <del>https://a.example/data</del><ins><a href="https://b.example/data" rel="external noopener noreferrer" class="address">https://b.example/data</a></ins>.',
  );
  const [phone] = compareProse('Call [+1 55 01](tel:+15501).', 'Call [+1 55 02](tel:+15502).');
  expect(phone?.html).not.toContain('class="target"');
});

test('a date is marked whole, in the ways of a language', () => {
  const opsOf = (before: string, after: string, language: string) => {
    const make = (text: string) => page([section({ id: 'a', blocks: [text] })], { language });
    const ops = blocksOf(redline(make(before), make(after))).at(-1)?.ops ?? [];
    return ops.filter(([sign]) => sign !== '=').map(([, run]) => run);
  };
  expect(opsOf('It binds from 10 March 2025 on.', 'It binds from 10 April 2025 on.', 'en')).toEqual([
    '10 March 2025',
    '10 April 2025',
  ]);
  expect(opsOf('It binds from March 10, 2025 on.', 'It binds from March 12, 2025 on.', 'en')).toEqual([
    'March 10, 2025',
    'March 12, 2025',
  ]);
  expect(opsOf('Gilt ab 10. März 2025 für alle.', 'Gilt ab 10. April 2025 für alle.', 'de')).toEqual([
    '10. März 2025',
    '10. April 2025',
  ]);
  expect(opsOf('Since 03/10/2025 here.', 'Since 03/11/2025 here.', 'en')).toEqual([
    '03/10/2025',
    '03/11/2025',
  ]);
});

test('hostile content stays content', () => {
  const payload = '</ins></del><script>alert(1)</script><img src=x onerror=alert(1)>" onclick="x';
  const blocks: PageBlock[] = [
    {
      type: 'callout',
      tone: payload,
      title: { sort: 'label', text: payload },
      text: [{ sort: 'words', form: 'paragraph', text: payload }, ...piece(payload, 'block')],
    },
    {
      type: 'text',
      text: [
        { sort: 'label', text: 'b', href: 'javascript:alert(1)' },
        { sort: 'label', text: 'c', href: '//evil.example' },
      ],
    },
    { type: 'text', text: [{ sort: 'label', text: 'd', href: 'https://a.example/"><script>' }] },
  ];
  const none = page([section({ id: 'a', blocks: [] })]);
  const hostile = page([section({ id: 'a', title: payload, blocks })], { title: payload });
  for (const found of [redline(none, hostile), redline(hostile, none), redline(hostile, hostile)]) {
    for (const { html } of blocksOf(found)) {
      expect(html).not.toMatch(/<(?!\/?(?:ins|del|span|a|br)\b)|\sid=|<[^>]*\son\w+=|href="(?!https:)/);
    }
  }
});

test('a line across the text is seen to come and go', () => {
  const one = page([section({ id: 'a', blocks: ['Boats.\n\n---\n\nRopes.'] })]);
  const other = page([section({ id: 'a', blocks: ['Boats.\n\nRopes.'] })]);
  const [, changed] = redline(one, other).sections;
  expect(changed?.blocks.map(({ change, ops }) => [change, ops.map(([, text]) => text).join('')])).toEqual([
    ['same', 'About a'],
    ['same', 'Boats.'],
    ['removed', '———'],
    ['same', 'Ropes.'],
  ]);
});

test('what stands beside a text that went into another section goes with it, however short', () => {
  const contact: PageBlock = {
    type: 'contact',
    title: 'The data protection officer of the harbour',
    entries: [{ term: 'E-mail', text: inline('`dpo@kelp.example`') }],
  };
  const rest = (id: string) => section({ id, blocks: [`All that is said about ${id} stands here.`] });
  const [a, b] = [rest('boats'), rest('ropes')];
  const found = redline(
    page([{ ...a, blocks: [...a.blocks, contact] }, b]),
    page([a, { ...b, blocks: [...b.blocks, contact] }]),
  );
  expect(blocksOf(found).flatMap(({ ops }) => ops.filter(([sign]) => sign !== '='))).toEqual([]);
});
