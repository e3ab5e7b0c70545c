import type { Link, Nodes, Parents, PhrasingContent, Text } from 'mdast';
import { gfmAutolinkLiteralFromMarkdown } from 'mdast-util-gfm-autolink-literal';
import { isTarget } from './link-target.ts';

/**
 * What makes links of the web and mail addresses in a text. The package also looks for addresses once a text is read,
 * and forgets where those stand; that is left out.
 */
export function addressLinks(): Omit<ReturnType<typeof gfmAutolinkLiteralFromMarkdown>, 'transforms'> {
  const { transforms: _transforms, ...handlers } = gfmAutolinkLiteralFromMarkdown();
  return handlers;
}

/** Whether a text could hold an address. */
export const mayHoldAddress = /:\/\/|@|www\./i;

/** Leaves of the addresses in a tree those as links that can be opened; the others are text, as they were written. */
export function keepOpenable(tree: Parents, source: string): void {
  keepAddresses(tree, source, isSafeTarget);
}

/** Makes text of the addresses in a tree that are written as text, so that no mark in them means anything. */
export function writeOutAddresses(tree: Parents, source: string): void {
  keepAddresses(tree, source, () => false);
}

function keepAddresses(tree: Parents, source: string, isKept: (url: string) => boolean): void {
  const children: Nodes[] = [];
  for (const child of tree.children as Nodes[]) {
    const node =
      child.type === 'link' && isBare(child, source) && !isKept(child.url) ? textOf(child, source) : child;
    const last = children.at(-1);
    if (node.type === 'text' && last?.type === 'text') join(last, node);
    else children.push(node);
    if ('children' in node) keepAddresses(node, source, isKept);
  }
  // Phrases stand in the place of phrases.
  tree.children = children as PhrasingContent[];
}

// Nobody wrote a link here; to one without https none is made.
function isSafeTarget(url: string): boolean {
  return !url.startsWith('http:') && isTarget(url);
}

/** Whether a link is an address that stands in the text without brackets of any kind. */
export function isBare(node: Nodes, source: string): boolean {
  if (node.type !== 'link') return false;
  const start = source[node.position?.start.offset ?? 0];
  return start !== '[' && start !== '<';
}

function textOf({ position }: Link, source: string): Text {
  const value = source.slice(position?.start.offset, position?.end.offset);
  return { type: 'text', value, ...(position && { position }) };
}

function join(last: Text, { value, position }: Text): void {
  last.value += value;
  if (last.position && position) last.position.end = position.end;
}
