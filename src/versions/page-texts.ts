import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { pageParts } from '../page/page-parts.ts';

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
  moved: string;
};

/** The elements of a published page. */
export function readPage(html: string): Nodes {
  return fromHtml(html);
}

/** The text of a piece of HTML, with where its links lead. */
export function htmlText(html: string): string {
  return shownText(fromHtml(html, { fragment: true }));
}

/** What stands around the text of a policy on its page: its place in time, and the ways to other versions. */
export type PlacedTexts = { dates: string; name: string; banners: string; about: string };

/** What a published page says of the place of its text in time. */
export function placedTexts(page: Nodes): PlacedTexts {
  const [article] = find(page, (element) => hasClass(element, pageParts.main.policy));
  const parts = partsOf(article, namesOf(pageParts.policy));
  const opening = partsOf(parts.get('opening')?.[0], namesOf(pageParts.opening));
  const texts = (found: readonly Nodes[] = []) => found.map(shownText).join(' ');
  const placed = (opening.get('dates') ?? []).flatMap((dates) =>
    find(dates, (element) => hasClass(element, pageParts.elsewhere.placed)).flatMap(
      ({ children }) => children,
    ),
  );
  return {
    dates: texts(placed),
    name: texts(opening.get('versions-link')),
    banners: texts(parts.get('banner')),
    about: texts(parts.get('about-version')),
  };
}

/** The texts as the HTML of a published page shows them. */
export function shownTexts(html: string): PageTexts {
  const tree = readPage(html);
  const main = find(tree, ({ tagName }) => tagName === 'main')[0];
  const around = partsOf(main, namesOf(pageParts.main));
  const article = partsOf(around.get('policy')?.[0], namesOf(pageParts.policy));
  const opening = partsOf(article.get('opening')?.[0], ['h1', ...namesOf(pageParts.opening)]);
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
    contents: [textIn(article, 'contents'), textIn(article, 'to-contents')].join(' '),
    others: [around, article, opening]
      .map((parts) => textIn(parts, 'other') + textIn(parts, 'alias') + (isRepeated ? 'twice' : ''))
      .join(''),
    fingerprint: (article.get('about-version') ?? [])
      .flatMap((element) => find(element, ({ tagName }) => tagName === 'code'))
      .map(shownText)
      .join(' '),
    sections: (article.get('section') ?? []).map(shownText),
    moved: textIn(article, 'moved'),
  };
}

function isDescription({ tagName, properties }: Element): boolean {
  return tagName === 'meta' && properties.name === 'description';
}

function namesOf(parts: Readonly<Record<string, string>>): string[] {
  return Object.values(parts);
}

type Parts = Map<string, Nodes[]>;

/** The children of an element by class or element name; `other` are those that are none of them. */
function partsOf(node: Nodes | undefined, names: readonly string[]): Parts {
  const children = node && 'children' in node ? node.children : [];
  return Map.groupBy<string, Nodes>(children, (child) => {
    if (child.type !== 'element') return 'other';
    return names.find((name) => child.tagName === name || hasClass(child, name)) ?? 'other';
  });
}

/** The outermost elements of a tree that are what is sought. */
export function find(node: Nodes, test: (element: Element) => boolean): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => {
    if (child.type !== 'element') return [];
    return test(child) ? [child] : find(child, test);
  });
}

/** Whether an element is of a class. */
export function hasClass({ properties }: Element, name: string): boolean {
  return Array.isArray(properties.className) && properties.className.includes(name);
}

/** The text of a tree, with where its links lead. */
export function shownText(node: Nodes): string {
  return textsIn(node).join(' ');
}

const elsewhere = namesOf(pageParts.elsewhere);

/** The texts of a tree in their order; a link says where it leads. */
export function textsIn(node: Nodes): string[] {
  if (node.type === 'text') return [node.value];
  if (!('children' in node)) return [];
  if (node.type === 'element' && elsewhere.some((name) => hasClass(node, name))) return [];
  const href = node.type === 'element' && node.tagName === 'a' ? [`(${node.properties.href})`] : [];
  return [...href, ...node.children.flatMap(textsIn)];
}

/** The first words in which a page differs from what its record says. */
export function firstDifference(
  ofRecord: PageTexts,
  ofPage: PageTexts,
): { recorded: string; shown: string } | undefined {
  const [recorded, shown] = [Object.values(ofRecord).flat(), Object.values(ofPage).flat()];
  const length = Math.max(recorded.length, shown.length);
  for (let index = 0; index < length; index++) {
    const difference = textDifference(recorded[index] ?? '', shown[index] ?? '');
    if (difference) return difference;
  }
  return undefined;
}

// Only the characters that are not space count: where a template breaks its lines says nothing.
function solid(text: string): string[] {
  return [...text.replaceAll(/\s+/g, '')];
}

/** The first words in which two texts differ, whatever space is between words. */
export function textDifference(own: string, shown: string): { recorded: string; shown: string } | undefined {
  const [characters, others] = [solid(own), solid(shown)];
  if (characters.join('') === others.join('')) return undefined;
  const at = characters.findIndex((character, place) => character !== others[place]);
  const place = at < 0 ? characters.length : at;
  return { recorded: excerpt(own, place), shown: excerpt(shown, place) };
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
