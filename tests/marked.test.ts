import { expect, test } from 'vitest';
import { stringify } from 'yaml';
import { type ComparisonPage, toComparison } from '../src/compare/comparison.ts';
import type { ComparedBlock } from '../src/compare/marked/blocks.ts';
import { readerOf } from '../src/text/show.ts';
import { around, compileTexts } from './compile-texts.ts';

// What the page of a comparison shows of a redline.

type Written = { id: string; title?: string; content: unknown[]; sections?: object[] };

function compiled(sections: Written[], more: object = {}) {
  const titled = sections.map(({ id, title = id, ...rest }) => ({ id, title, ...rest }));
  const policy = {
    kind: 'cookie-policy',
    title: 'Cookies',
    updated: '2026-01-01',
    ...more,
    sections: titled,
  };
  const { problems, compiled } = compileTexts({ ...around, 'shop/cookies.yaml': stringify(policy) });
  const found = compiled.get('shop/cookies');
  if (!found) throw new Error(problems.map(({ message }) => message).join(' '));
  return found;
}

function compare(
  before: Written[],
  after: Written[],
  more: { before?: object; after?: object } = {},
): ComparisonPage {
  const [old, next] = [compiled(before, more.before), compiled(after, more.after)];
  return toComparison({ ...old, path: '/1/' }, { ...next, path: '/2/' }, readerOf('en-GB'));
}

function sectionOf({ redline }: ComparisonPage, id: string) {
  const found = redline.parts.flatMap((part) =>
    part.type === 'section' && part.section.id === `r-${id}` ? [part.section] : [],
  );
  return found[0];
}

const listed = ({ list }: ComparisonPage) =>
  list.groups.flatMap(({ items }) => items.map(({ href }) => href));

test('a listed change leads to its mark on the same page', () => {
  const before = [
    { id: 'a', content: ['We keep logs for a day.', 'We share nothing with anyone.'] },
    { id: 'b', content: ['We answer every letter.'] },
  ];
  const after = [
    { id: 'a', content: ['We keep logs for a week.', 'We share nothing with others.'] },
    { id: 'b', title: 'Letters', content: ['We answer every letter.'] },
  ];
  const found = compare(before, after);
  const marks = ['a', 'b'].flatMap((id) => {
    const section = sectionOf(found, id);
    const runs = (section?.runs ?? []).flatMap((run) => (run.type === 'change' ? [run.mark.number] : []));
    return section?.mark ? [section.mark.number, ...runs] : runs;
  });
  expect(marks).toEqual([1, 2, 3]);
  expect(listed(found).toSorted()).toEqual(['#c-1', '#c-2', '#c-3']);
});

test('a link that leads somewhere else leads to its own mark, and so does a title', () => {
  const text = (own: string, other: string) => [
    {
      id: 'a',
      content: [
        `See [our help](https://${own}.example/help).`,
        `Read [our terms](https://${other}.example/terms).`,
      ],
    },
  ];
  const found = compare(text('a', 'b'), text('a', 'c'), { after: { title: 'Storage' } });
  expect(listed(found).toSorted()).toEqual(['#c-1', '#c-2']);
  const both = compare(text('a', 'b'), text('c', 'd'));
  expect(listed(both)).toEqual(['#c-1', '#c-2']);
});

test('a text of a fact leads to where the fact is marked', () => {
  const rights = (text: string) => ({
    rights: { see: { right: 'access', label: 'See it', text } },
  });
  const shown = [{ id: 'a', content: ['We answer.', { rights: 'all' }] }];
  const found = compare(shown, shown, {
    before: rights('You may see what we have.'),
    after: rights('You may see all that we have.'),
  });
  expect(listed(found)).toEqual(['#c-1']);
});

test('what is told once of several sections leads to the first of them', () => {
  const sections = (from: number) =>
    ['We keep.', 'We share.', 'We answer.'].map((content, index) => ({
      id: `s${index}`,
      title: `${from + index}. Part ${'abc'[index]}`,
      content: [content],
    }));
  const before = [{ id: 'first', content: ['We sell boats.'] }, ...sections(1)];
  const after = [{ id: 'first', content: ['We sell ships.'] }, ...sections(2)];
  expect(listed(compare(before, after)).toSorted()).toEqual(['#c-1', '#c-2']);
});

test('a changed fact leads to the row of the table that shows it; rows that are not beside it are folded', () => {
  const categories = { needed: { label: 'Needed', consent: 'exempt', because: 'keeps your session' } };
  const cookies = (expires: string) =>
    Object.fromEntries(
      ['one', 'two', 'three', 'four', 'five', 'six'].map((id) => [
        id,
        {
          name: id,
          category: 'needed',
          purpose: `Keeps ${id}.`,
          provider: 'self',
          domain: 'shop.example',
          expires: id === 'two' ? expires : '1 day',
        },
      ]),
    );
  const sections = [{ id: 'a', content: [{ cookies: 'all' }] }];
  const found = compare(sections, sections, {
    before: { categories, cookies: cookies('1 day') },
    after: { categories, cookies: cookies('1 year') },
  });
  const tables = (sectionOf(found, 'a')?.runs ?? []).flatMap((run) =>
    run.type === 'change' ? run.blocks.flatMap((block) => (block.type === 'table' ? [block] : [])) : [],
  );
  const [table] = tables;
  const names = (rows: { cells: string[] }[] | undefined) =>
    rows?.map(({ cells }) => cells[0]?.replaceAll(/<[^>]*>/g, ''));
  expect(names(table?.rows)).toEqual(['one', 'two', 'three']);
  expect(table?.folded).toMatchObject({ title: '3 more rows without change' });
  expect(names(table?.folded?.rows)).toEqual(['four', 'five', 'six']);
  expect(listed(found)).toEqual([`#${table?.rows[1]?.id}`]);
});

test('what moved links from its old place to its new one and back', () => {
  const moving = 'We answer every request within a month.';
  const found = compare(
    [
      { id: 'a', content: [moving, 'We keep logs.'] },
      { id: 'b', content: ['We share nothing.'] },
    ],
    [
      { id: 'a', content: ['We keep logs.'] },
      { id: 'b', content: ['We share nothing.', moving] },
    ],
  );
  const [departure] = (sectionOf(found, 'a')?.runs ?? []).filter((run) => run.type === 'departure');
  expect(departure).toEqual({
    type: 'departure',
    id: 'm-2',
    text: `Moved from here to “b”: ${moving}`,
    href: '#c-1',
  });
  const [change] = (sectionOf(found, 'b')?.runs ?? []).flatMap((run) =>
    run.type === 'change' ? [run.mark] : [],
  );
  expect(change).toMatchObject({ number: 1, notes: [{ text: 'Moved here from “a”', href: '#m-2' }] });
});

test('a section that moved links to where it stood and back', () => {
  const [a, b, c, d] = ['a', 'b', 'c', 'd'].map((id) => ({
    id,
    content: [`What we say about ${id} here.`],
  })) as [Written, Written, Written, Written];
  const { redline } = compare([a, b, c, d], [a, c, d, b]);
  expect(redline.parts.filter((part) => part.type === 'departure')).toEqual([
    { type: 'departure', id: 's-b', text: 'Moved from here: “b”', href: '#c-1' },
  ]);
  const moved = redline.parts.flatMap((part) =>
    part.type === 'section' && part.section.id === 'r-b' ? [part.section.mark] : [],
  );
  expect(moved).toMatchObject([{ number: 1, notes: [{ text: 'Where it stood', href: '#s-b' }] }]);
});

test('lists stand inside each other and show their numbers; what an item was is said', () => {
  const before = '1. We keep\n   - logs,\n   - letters.\n2. We share.';
  const found = compare(
    [{ id: 'a', content: [before] }],
    [{ id: 'a', content: [before.replace('   - letters', '- letters')] }],
  );
  const blocks: ComparedBlock[] = [];
  const notes: string[] = [];
  for (const run of sectionOf(found, 'a')?.runs ?? []) {
    if (run.type !== 'departure') blocks.push(...run.blocks);
    if (run.type === 'change') notes.push(...run.mark.notes.map(({ text }) => text));
  }
  expect(blocks[0]).toEqual({
    type: 'list',
    isNumbered: true,
    items: [
      {
        html: 'We keep',
        number: 1,
        blocks: [{ type: 'list', isNumbered: false, items: [{ html: 'logs,', blocks: [] }] }],
      },
    ],
  });
  expect(notes).toContain('Formerly a list item at level 2 of its list');
});

test('what came at one place is one change, and a heading is marked once where it reads otherwise', () => {
  const found = compare(
    [{ id: 'a', title: 'Logs', content: ['We keep logs.'] }],
    [
      {
        id: 'a',
        title: 'LOGS',
        content: ['We keep logs.', 'We share them with:\n\n- printers,\n- carriers.'],
      },
    ],
  );
  const section = sectionOf(found, 'a');
  expect(section?.note).toBeUndefined();
  expect(section?.mark).toMatchObject({ number: 1, position: 'Change 1 of 2' });
  const changes = (section?.runs ?? []).filter((run) => run.type === 'change');
  expect(changes.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([['paragraph', 'list']]);
});

test('two paragraphs that changed places are told once', () => {
  const [one, two] = ['We keep your logs for thirty days.', 'You may object at any time by mail.'];
  const found = compare([{ id: 'a', content: [one, two] }], [{ id: 'a', content: [two, one] }]);
  expect(listed(found)).toEqual(['#c-1']);
});

test('every place that is linked to on the page is on it once', () => {
  const found = compare(
    [
      { id: 'a', content: ['We keep logs for a day.', 'We answer every letter at once.'] },
      { id: 'b', content: ['| Name | Use |\n|---|---|\n| x | y |'] },
      { id: 'c', content: ['We share nothing.'] },
    ],
    [
      { id: 'c', content: ['We share nothing.', 'We answer every letter at once.'] },
      { id: 'b', content: ['| Name | Use |\n|---|---|\n| x | z |'] },
      { id: 'a', content: ['We keep logs for a week.'] },
    ],
  );
  const text = JSON.stringify(found);
  const ids = Array.from(
    text.matchAll(/"id":"([^"]*)"|"number":(\d+),"position"/g),
    ([, id, number]) => id ?? `c-${number}`,
  );
  const targets = Array.from(text.matchAll(/"href":"#([^"]*)"/g), ([, id]) => id);
  expect(targets.length).toBeGreaterThan(5);
  expect(targets.filter((id) => !ids.includes(id ?? ''))).toEqual([]);
  expect(ids.length).toBe(new Set(ids).size);
});

test('a section that changed stands below the headings of all the sections around it', () => {
  const inside = (text: string) => [
    { id: 'a', content: ['Some text.'] },
    {
      id: 'b',
      content: ['Other text.'],
      sections: [
        { title: 'C', id: 'c', content: ['More.'], sections: [{ title: 'D', id: 'd', content: [text] }] },
        { title: 'E', id: 'e', content: ['Nothing more.'] },
      ],
    },
  ];
  const { redline } = compare(inside('We keep it a day.'), inside('We keep it a week.'));
  const shown = redline.parts.flatMap((part) =>
    part.type === 'section' ? [`${part.section.id} ${part.section.level}`] : [],
  );
  expect(shown).toEqual(['r-b 2', 'r-c 3', 'r-d 4']);
});
