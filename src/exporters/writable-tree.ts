import type { Element, ElementContent } from 'hast';
import type { Nodes } from 'mdast';
import { element, textNode } from '../page/piece.ts';

const seenWithoutText = new Set(['br', 'hr', 'table', 'thead', 'tbody', 'tr', 'th', 'td']);

/** Says in the elements of Markdown what it has none for: definitions are a list, a caption stands before its table. */
export function inMarkdown(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    if (node.tagName === 'dl') return [definitionsTree(node)];
    const isCaption = (child: ElementContent) => child.type === 'element' && child.tagName === 'caption';
    const captions = node.children.filter((child) => child.type === 'element').filter(isCaption);
    const children = inMarkdown(node.children.filter((child) => !isCaption(child)));
    return [...captions.map((caption) => element('p', caption.children)), { ...node, children }];
  });
}

function definitionsTree({ children }: Element): ElementContent {
  const items: ElementContent[][] = [];
  for (const part of children.filter((child) => child.type === 'element')) {
    if (part.tagName === 'dt') items.push([element('strong', part.children)]);
    else items.at(-1)?.push(textNode(items.at(-1)?.length === 1 ? ': ' : ' '), ...part.children);
  }
  return element(
    'ul',
    items.map((item) => element('li', item)),
  );
}

/** Leaves out what shows nothing: an empty item of a list would be read as a mark of the text above it. */
export function withoutEmpty(nodes: readonly ElementContent[]): ElementContent[] {
  return nodes.flatMap((node): ElementContent[] => {
    if (node.type !== 'element') return [node];
    const children = withoutEmpty(node.children);
    // A list without items writes nothing by itself.
    const isBareList = node.tagName === 'ul' && node.children.length === 0;
    const isKept = isBareList || seenWithoutText.has(node.tagName) || children.some(hasText);
    return isKept ? [{ ...node, children }] : [];
  });
}

function hasText(node: ElementContent): boolean {
  if (node.type === 'text') return node.value.trim() !== '';
  return node.type === 'element' && (seenWithoutText.has(node.tagName) || node.children.some(hasText));
}

/**
 * Puts an empty line before what cannot follow a paragraph in an item of a list, where it would be read as part of it:
 * https://spec.commonmark.org/0.31.2/#list-items
 */
export function setApart<T extends Nodes>(node: T): T {
  if (node.type === 'listItem' && node.children.slice(1).some((child) => !canInterrupt(child)))
    node.spread = true;
  if ('children' in node) for (const child of node.children) setApart(child);
  return node;
}

// A list that begins with another begins on the same line.
function canInterrupt(node: Nodes): boolean {
  if (node.type !== 'list' || (node.ordered && (node.start ?? 1) !== 1)) return false;
  const first = node.children[0]?.children[0];
  return first?.type !== 'list' || canInterrupt(first);
}
