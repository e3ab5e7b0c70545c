import type { Element, ElementContent, Root as Html } from 'hast';
import type { Nodes, Root } from 'mdast';

// Most texts are paragraphs and plain lists. The tree of their HTML is made here; that of all else by the packages that
// know every part of Markdown. A property test holds the two together.

/** The tree of the HTML of Markdown whose links may all be followed; nothing where it holds more than is made here. */
export function simpleHtml(tree: Root): Html | undefined {
  if (!tree.children.every(isSimple)) return undefined;
  const children = tree.children.flatMap((block, index) =>
    index > 0 ? [lineEnd(), toHtml(block)] : [toHtml(block)],
  );
  return { type: 'root', children, ...placeOf(tree) };
}

const tags: Record<string, string> = { paragraph: 'p', strong: 'strong', emphasis: 'em' };

function isSimple(node: Nodes): boolean {
  if (node.data) return false;
  switch (node.type) {
    case 'text':
      return !/[ \t]\n|\n[ \t]/.test(node.value);
    case 'inlineCode':
      return !node.value.includes('\n');
    case 'list':
      return !node.spread && node.children.every((item) => !item.spread && isSimple(item));
    case 'listItem':
      return (
        node.children.length === 1 && node.children[0]?.type === 'paragraph' && node.children.every(isSimple)
      );
    case 'link':
      // What else an address may hold is written in another way in HTML.
      return !node.title && /^[\w/.:#?=&@+-]+$/.test(node.url) && node.children.every(isSimple);
    default:
      return Object.hasOwn(tags, node.type) && childrenOf(node).every(isSimple);
  }
}

function toHtml(node: Nodes): ElementContent {
  switch (node.type) {
    case 'text':
      return { type: 'text', value: node.value, ...placeOf(node) };
    case 'inlineCode':
      return element('code', [{ type: 'text', value: node.value, ...placeOf(node) }], node);
    case 'link':
      return element('a', node.children.map(toHtml), node, { href: node.url });
    case 'list': {
      const items = node.children.flatMap((item) => [lineEnd(), toHtml(item)]);
      const start = node.start ?? 1;
      const counted = start === 1 ? {} : { start };
      return element(node.ordered ? 'ol' : 'ul', [...items, lineEnd()], node, counted);
    }
    case 'listItem':
      return element('li', node.children.flatMap(childrenOf).map(toHtml), node);
    default:
      return element(tags[node.type] ?? '', childrenOf(node).map(toHtml), node);
  }
}

function childrenOf(node: Nodes): readonly Nodes[] {
  return 'children' in node ? node.children : [];
}

function element(
  tagName: string,
  children: ElementContent[],
  node: Nodes,
  properties: Element['properties'] = {},
): Element {
  return { type: 'element', tagName, properties, children, ...placeOf(node) };
}

function placeOf({ position }: Nodes): Pick<Nodes, 'position'> {
  return position ? { position } : {};
}

function lineEnd(): ElementContent {
  return { type: 'text', value: '\n' };
}
