import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { toPage } from '../page/page.ts';
import type { PageBlock, PageSection } from '../page/page-model.ts';
import { openRecord, type VersionRecord } from './record.ts';

/** The texts of a policy's page. `others` are those that have no place there, and `fingerprint` that of its record. */
export type PageTexts = {
  description: string;
  kicker: string;
  title: string;
  lead: string;
  dates: string;
  glance: string;
  contents: string;
  others: string;
  fingerprint: string;
  sections: string[];
};

/** The texts of the page a record asks for. */
export function recordedTexts(record: VersionRecord, address: string): PageTexts {
  const page = toPage(openRecord(record), { name: '', url: address });
  const { glance, sections, words } = page;
  return {
    description: page.description,
    kicker: page.kicker ?? '',
    title: page.title,
    lead: textOf(page.leadHtml ?? ''),
    dates: page.dates.flatMap(({ term, text }) => [term, text]).join(' '),
    glance: glance.length > 0 ? [words.glance, ...entryTexts(glance)].join(' ') : '',
    contents: sections.length > 1 ? [words.contents, ...sections.flatMap(contentsTexts)].join(' ') : '',
    others: '',
    fingerprint: record.digest,
    sections: sections.map((section) => sectionTexts(section).join(' ')),
  };
}

function contentsTexts({ id, number, title, sections }: PageSection): string[] {
  return [`(#${id})`, number ?? '', title, ...sections.flatMap(contentsTexts)];
}

function sectionTexts({ id, number, title, blocks, sections }: PageSection): string[] {
  const own = [number ?? '', title, `(#${id})`, '#'];
  return [...own, ...blocks.flatMap(blockTexts), ...sections.flatMap(sectionTexts)];
}

function blockTexts(block: PageBlock): string[] {
  switch (block.type) {
    case 'html':
      return [textOf(block.html)];
    case 'callout':
      return [block.title, textOf(block.html)];
    case 'table':
      return [block.caption, ...block.columns, ...block.rows.flatMap(({ cells }) => rowTexts(cells, block))];
    case 'list':
      return block.items.map(({ html }) => textOf(html));
    case 'details':
      return block.items.flatMap(({ title = '', note = '', entries }) => [
        title,
        textOf(note),
        ...entryTexts(entries),
      ]);
    case 'definitions':
      return entryTexts(block.items);
    case 'cards':
      return block.items.flatMap(({ title, html }) => [title, textOf(html)]);
    case 'steps':
      return block.items.flatMap(({ title, steps }) => [title, ...steps.map(textOf)]);
    case 'contact':
      return [block.title, block.name ?? '', ...entryTexts(block.entries)];
    case 'policy':
    case 'versions':
      return [];
  }
}

// On a phone each cell but the one that names the row repeats its column.
function rowTexts(
  cells: readonly string[],
  { columns, head }: { columns: string[]; head: number },
): string[] {
  return cells.flatMap((cell, index) => [index === head ? '' : (columns[index] ?? ''), textOf(cell)]);
}

function entryTexts(entries: readonly { term: string; html: string }[]): string[] {
  return entries.flatMap(({ term, html }) => [term, textOf(html)]);
}

/** The same texts as a page's HTML shows them. */
export function shownTexts(html: string): PageTexts {
  const tree = fromHtml(html);
  const main = find(tree, ({ tagName }) => tagName === 'main')[0];
  const around = partsOf(main, ['breadcrumbs', 'policy']);
  const article = partsOf(around.get('policy')?.[0], articleParts);
  const opening = partsOf(article.get('opening')?.[0], openingParts);
  const textIn = (parts: Parts, name: string) => (parts.get(name) ?? []).map(shownText).join(' ');
  const isRepeated = (around.get('policy') ?? []).length > 1 || (article.get('opening') ?? []).length > 1;
  return {
    description: find(tree, isDescription)
      .map(({ properties }) => String(properties.content))
      .join(' '),
    kicker: textIn(opening, 'kicker'),
    title: textIn(opening, 'h1'),
    lead: textIn(opening, 'lead'),
    dates: textIn(opening, 'dates'),
    glance: textIn(article, 'glance'),
    contents: textIn(article, 'contents'),
    others: [around, article, opening]
      .map((parts) => textIn(parts, 'other') + textIn(parts, 'alias') + (isRepeated ? 'twice' : ''))
      .join(''),
    fingerprint: (article.get('about-version') ?? [])
      .flatMap((element) => find(element, ({ tagName }) => tagName === 'code'))
      .map(shownText)
      .join(' '),
    sections: (article.get('section') ?? []).map(shownText),
  };
}

function isDescription({ tagName, properties }: Element): boolean {
  return tagName === 'meta' && properties.name === 'description';
}

// Where a version is in time, and what is beside it, changes without its text.
const changing = ['banner', 'companions', 'about-version'];
const articleParts = [...changing, 'opening', 'glance', 'alias', 'contents', 'section'];
const openingParts = ['kicker', 'h1', 'lead', 'dates', 'versions-link'];

type Parts = Map<string, Nodes[]>;

/** The children of an element by class or element name; `other` are those that are none of them. */
function partsOf(node: Nodes | undefined, names: readonly string[]): Parts {
  const children = node && 'children' in node ? node.children : [];
  return Map.groupBy<string, Nodes>(children, (child) => {
    if (child.type !== 'element') return 'other';
    return names.find((name) => child.tagName === name || hasClass(child, name)) ?? 'other';
  });
}

function find(node: Nodes, test: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return test(child) ? [child] : find(child, test);
  });
}

function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

function shownText(node: Nodes): string {
  return texts(node).join(' ');
}

// These tell of other policies and versions, and may change with them.
const elsewhere = ['link-card', 'recent-versions'];

// A link says where it leads.
function texts(node: Nodes): string[] {
  if (node.type === 'text') return [node.value];
  if (!('children' in node)) return [];
  if (node.type === 'element' && elsewhere.some((name) => hasClass(node, name))) return [];
  const href = node.type === 'element' && node.tagName === 'a' ? [`(${node.properties.href})`] : [];
  return [...href, ...node.children.flatMap(texts)];
}

function textOf(html: string): string {
  return texts(fromHtml(html, { fragment: true })).join(' ');
}

/** The first words in which a page differs from what its record says. */
export function firstDifference(
  ofRecord: PageTexts,
  ofPage: PageTexts,
): { recorded: string; shown: string } | undefined {
  const [recorded, shown] = [Object.values(ofRecord).flat(), Object.values(ofPage).flat()];
  const length = Math.max(recorded.length, shown.length);
  for (let index = 0; index < length; index++) {
    const [a = '', b = ''] = [recorded[index], shown[index]];
    const [characters, others] = [solid(a), solid(b)];
    if (characters.join('') === others.join('')) continue;
    const at = characters.findIndex((character, place) => character !== others[place]);
    const place = at < 0 ? characters.length : at;
    return { recorded: excerpt(a, place), shown: excerpt(b, place) };
  }
  return undefined;
}

// Only the characters that are not space count: where a template breaks its lines says nothing.
function solid(text: string): string[] {
  return [...text.replaceAll(/\s+/g, '')];
}

// The words around a character, counted without spaces.
function excerpt(text: string, place: number): string {
  const words = text.trim().split(/\s+/);
  let count = 0;
  const at = words.findIndex((word) => {
    count += [...word].length;
    return count > place;
  });
  const start = Math.max(0, (at < 0 ? words.length : at) - 4);
  return `${start > 0 ? '… ' : ''}${words.slice(start, start + 9).join(' ')}${start + 9 < words.length ? ' …' : ''}`;
}
