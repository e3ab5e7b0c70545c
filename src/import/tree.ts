import type { Element, ElementContent, RootContent } from 'hast';

// Looking at the tree of a page that somebody else made.

/** Whether a node is an element. */
export function isElement(node: RootContent | ElementContent): node is Element {
  return node.type === 'element';
}

/** All elements, each before what it holds. */
export function elementsIn(nodes: readonly (RootContent | ElementContent)[]): Element[] {
  return nodes.filter(isElement).flatMap((element) => [element, ...elementsIn(element.children)]);
}

/** A text attribute of an element. */
export function attribute(element: Element | undefined, name: string): string | undefined {
  const value = element?.properties[name];
  if (Array.isArray(value)) return value.join(' ');
  return typeof value === 'string' ? value : undefined;
}

const apart = new Set(
  'address article aside blockquote br dd div dl dt figure figcaption h1 h2 h3 h4 h5 h6 hr li main ol p pre section table tbody td tfoot th thead tr ul'.split(
    ' ',
  ),
);

/** Whether an element stands on lines of its own. */
export function isApart(node: ElementContent): boolean {
  return isElement(node) && apart.has(node.tagName) && node.tagName !== 'br';
}

/** What readers see of a node, on one line; blocks are set apart by a space. */
export function textOf(node: ElementContent | undefined): string {
  return rawText(node).replace(/\s+/g, ' ').trim();
}

function rawText(node: ElementContent | undefined): string {
  if (!node) return '';
  if (node.type === 'text') return node.value;
  if (node.type !== 'element') return '';
  if (node.tagName === 'img') return attribute(node, 'alt') ?? '';
  const text = node.children.map(rawText).join('');
  return apart.has(node.tagName) ? ` ${text} ` : text;
}

/** The elements of some name among the children of another. */
export function childrenNamed(element: Element, ...names: string[]): Element[] {
  return element.children.filter(isElement).filter(({ tagName }) => names.includes(tagName));
}
