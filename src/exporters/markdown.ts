import type { ElementContent } from 'hast';
import { toMdast } from 'hast-util-to-mdast';
import { gfmToMarkdown } from 'mdast-util-gfm';
import { toMarkdown } from 'mdast-util-to-markdown';
import { makeMemory } from '../memory.ts';
import type { Entry, PageBlock, PageSection, PolicyPage } from '../page/page-model.ts';
import { element, type Piece, textNode, treeOf } from '../page/piece.ts';
import { versionPage, versionPageKey } from '../site/policy-view.ts';
import { mayLink } from '../text/prose.ts';
import { wordsFor } from '../words/words.ts';
import { cellContent } from './cell-content.ts';
import type { Exporter } from './exporter.ts';
import { plainMarkdown } from './plain-markdown.ts';
import { inMarkdown, setApart, withoutEmpty } from './writable-tree.ts';

/** The text of a published version as Markdown. */
export const markdown = {
  id: 'markdown',
  scope: 'version',
  file: '[version].md',
  mediaType: 'text/markdown',
  write: (library, { entry, id }) => policyMarkdown(versionPage(library, entry, id)),
  key: (library, { entry, id }) => versionPageKey(library, entry, id),
} satisfies Exporter;

/** A policy as Markdown (CommonMark with GFM tables): the same text readers see, for people and tools that read files. */
export function policyMarkdown(page: PolicyPage): string {
  const show: Show = (piece) => inMarkdown(treeOf(piece, page));
  const opening = [element('h1', [textNode(page.title)]), ...show(page.lead ?? []), ...datesTree(page)];
  const { path } = page;
  const sections = page.sections.map((section) => withLinks(section, page));
  // From version to version most blocks stay as they are, and the policies of a product share some.
  const writtenBlocks = (blocks: readonly PageBlock[]) => {
    const written = JSON.stringify(blocks);
    const key = mayLink(written) ? `${path} ${written}` : written;
    const write = () => ({ stretch: writeStretch(blocks.flatMap((block) => blockTree(block, show))) });
    return remember(key, write).stretch;
  };
  const parts = [
    writeMarkdown(opening),
    ...sections.map(
      (section) =>
        joinStretches(stretchesOf(section, 2, writtenBlocks)) ?? writeMarkdown(sectionTree(section, 2, show)),
    ),
    ...(page.moved ? [writeMarkdown(movedTree(page, show))] : []),
  ];
  // A list without items leaves a gap between parts; what was published keeps the one at its end.
  return parts
    .map((part, index) => (index < parts.length - 1 ? part.replace(/\n+$/, '\n') : part))
    .join('\n');
}

/** Some Markdown, and the names of its first and its last element; nothing where it is not known how others stand beside it. */
type Stretch = { text: string; first: string; last: string } | undefined;

const remember = makeMemory<{ stretch: Stretch }>(3_000);

function writeStretch(children: readonly ElementContent[]): Stretch {
  const shown = withoutEmpty(children).filter((node) => node.type !== 'text' || node.value.trim() !== '');
  const names = shown.map((node) => (node.type === 'element' ? node.tagName : ''));
  const text = writeMarkdown(children);
  const [first, last] = [names[0] ?? '', names.at(-1) ?? ''];
  const isEven = /^[^\n]/.test(text) && /[^\n]\n$/.test(text);
  const isKnown = isEven && standsAlone.has(first) && standsAlone.has(last);
  return isKnown || children.length === 0 ? { text, first, last } : undefined;
}

function headingStretch(section: PageSection, level: number): Stretch {
  const heading = headingTree(section, level);
  return remember(JSON.stringify(heading), () => ({ stretch: writeStretch([heading]) })).stretch;
}

const lists = new Set(['ul', 'ol']);
const standsAlone = new Set(['h1', 'h2', 'h3', 'h4', 'p', 'blockquote', 'table', 'ul', 'ol']);

type WriteBlocks = (blocks: readonly PageBlock[]) => Stretch;

function stretchesOf(section: PageSection, level: number, write: WriteBlocks): Stretch[] {
  return [
    headingStretch(section, level),
    ...blockStretches(section.blocks, write),
    ...section.sections.flatMap((inner) => stretchesOf(inner, level + 1, write)),
  ];
}

// A list beside a list is written with another mark: the two are written together.
function blockStretches(blocks: readonly PageBlock[], write: WriteBlocks): Stretch[] {
  const runs: { blocks: PageBlock[]; stretch: Stretch }[] = [];
  for (const block of blocks) {
    const stretch = write([block]);
    const before = runs.at(-1);
    if (before && areListsBeside(before.stretch, stretch)) {
      before.blocks.push(block);
      before.stretch = write(before.blocks);
    } else if (stretch?.text !== '') runs.push({ blocks: [block], stretch });
  }
  return runs.map(({ stretch }) => stretch);
}

function areListsBeside(one: Stretch, next: Stretch): boolean {
  return one !== undefined && next !== undefined && lists.has(one.last) && lists.has(next.first);
}

// Each is written the same whatever stands beside it, but for a list beside a list.
function joinStretches(stretches: readonly Stretch[]): string | undefined {
  const texts: string[] = [];
  let last = '';
  for (const stretch of stretches) {
    if (!stretch || (lists.has(last) && lists.has(stretch.first))) return undefined;
    if (stretch.text === '') continue;
    texts.push(stretch.text);
    last = stretch.last;
  }
  return texts.join('\n');
}

// What begins with a heading is written the same, whatever stands before it.
function writeMarkdown(children: readonly ElementContent[]): string {
  return plainMarkdown(children) ?? anyMarkdown(children);
}

/** Markdown of a tree that may hold anything. */
export function anyMarkdown(children: readonly ElementContent[]): string {
  const tree = setApart(toMdast({ type: 'root', children: withoutEmpty(children) }));
  const text = toMarkdown(tree, { extensions: [gfmToMarkdown()], bullet: '-', rule: '-' });
  return text.replaceAll(gap, (found) => (found.startsWith('\n\n\n') ? '\n\n' : found));
}

// Lists without items leave gaps behind; those between the lines of code are its own.
const gap = /\n{3,}|^[ >]*(?:- )*(`{3,})[^\n]*\n[\s\S]*?^[ >]*\1$/gm;

type Show = (piece: Piece) => ElementContent[];

// What stands on cards of the page is of other texts, and of later days: here are links to it.
function withLinks(section: PageSection, page: PolicyPage): PageSection {
  const { readPolicy, versions } = wordsFor(page.language);
  const linked = (text: string, address: string): PageBlock => {
    const href = new URL(address, page.canonical).pathname;
    return { type: 'list', items: [{ text: [{ sort: 'words', text, href }] }] };
  };
  return {
    ...section,
    blocks: section.blocks.map((block) => {
      if (block.type === 'versions') return linked(versions.all, 'history/');
      return block.type === 'policy' ? linked(`${readPolicy}: ${block.slug}`, `../${block.slug}/`) : block;
    }),
    sections: section.sections.map((inner) => withLinks(inner, page)),
  };
}

function movedTree({ moved }: PolicyPage, show: Show): ElementContent[] {
  if (!moved) return [];
  const items = moved.items.map(({ text }) => show(text));
  return [element('h2', [textNode(moved.title)]), listOf('ul', items)];
}

function datesTree({ dates }: PolicyPage): ElementContent[] {
  const lines = dates.flatMap(({ term, text }, index) => [
    ...(index > 0 ? [element('br', [])] : []),
    textNode(`${term}: ${text}`),
  ]);
  return lines.length > 0 ? [element('p', lines)] : [];
}

function sectionTree(section: PageSection, level: number, show: Show): ElementContent[] {
  const { blocks, sections } = section;
  return [
    headingTree(section, level),
    ...blocks.flatMap((block) => blockTree(block, show)),
    ...sections.flatMap((inner) => sectionTree(inner, level + 1, show)),
  ];
}

function headingTree({ number, title }: PageSection, level: number): ElementContent {
  return element(`h${level}`, [textNode(number ? `${number} ${title}` : title)]);
}

function blockTree(block: PageBlock, show: Show): ElementContent[] {
  switch (block.type) {
    case 'text':
      return show(block.text);
    case 'callout':
      return [element('blockquote', [strongLine(block.title.text), ...show(block.text)])];
    case 'table':
      return tableTree(block, show);
    case 'list':
      return [listOf('ul', block.items.map(({ text }) => text).map(show))];
    case 'details':
      return block.items.flatMap(({ title, note = [], entries }) => [
        ...(title ? [strongLine(title)] : []),
        ...show(note),
        entriesTree(entries, show),
      ]);
    case 'definitions':
      return [entriesTree(block.items, show)];
    case 'cards':
      return block.items.flatMap(({ title, text }) => [strongLine(title.text), ...show(text)]);
    case 'steps':
      return block.items.flatMap(({ title, steps }) => [
        strongLine(title.text),
        listOf('ol', steps.map(show)),
      ]);
    case 'contact':
      return [
        strongLine(block.title),
        ...(block.name ? [element('p', [textNode(block.name)])] : []),
        entriesTree(block.entries, show),
      ];
    case 'policy':
    case 'versions':
      return [];
  }
}

function strongLine(text: string): ElementContent {
  return element('p', [element('strong', [textNode(text)])]);
}

function listOf(tagName: 'ul' | 'ol', items: ElementContent[][]): ElementContent {
  return element(
    tagName,
    items.map((item) => element('li', item)),
  );
}

function entriesTree(entries: readonly Entry[], show: Show): ElementContent {
  return listOf(
    'ul',
    entries.map(({ term, text }) => [element('strong', [textNode(term)]), textNode(': '), ...show(text)]),
  );
}

function tableTree(
  { caption, columns, rows }: Extract<PageBlock, { type: 'table' }>,
  show: Show,
): ElementContent[] {
  const row = (tagName: 'th' | 'td', cells: ElementContent[][]) =>
    element(
      'tr',
      cells.map((cell) => element(tagName, cell)),
    );
  const head = row(
    'th',
    columns.map((column) => [textNode(column)]),
  );
  const body = rows.map(({ cells }) =>
    row(
      'td',
      cells.map((cell) => cellContent(show(cell))),
    ),
  );
  return [
    ...(caption ? [element('p', [textNode(caption)])] : []),
    element('table', [element('thead', [head]), element('tbody', body)]),
  ];
}
