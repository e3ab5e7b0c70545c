import type { List, ListItem, Nodes } from 'mdast';

/**
 * A clause of a text: the marks that lead to it, its own last, as `(b)` and `(i)`, and which of the lists of the text it
 * stands in. Of a numbered item around it the number counts as a mark.
 */
export type ClauseItem = { marks: readonly string[]; list: number };

/** The items of all lists of clauses, in the order of the text. */
export function clauseItems(tree: Nodes): ClauseItem[] {
  const items: ClauseItem[] = [];
  let list = 0;
  const walk = (node: Nodes, marks: readonly string[], depth: number) => {
    if (node.type === 'list' && depth === 0) list += 1;
    const children: readonly Nodes[] = 'children' in node ? node.children : [];
    for (const [index, child] of children.entries()) {
      const mark = node.type === 'list' && child.type === 'listItem' ? markOf(child, node, index) : undefined;
      const inner = mark === undefined ? marks : [...marks, mark];
      if (node.type === 'list' && isOfClauses(node)) items.push({ marks: inner, list });
      walk(child, inner, depth + (node.type === 'list' ? 1 : 0));
    }
  };
  walk(tree, [], 0);
  return items;
}

function isOfClauses({ data }: List): boolean {
  const { className } = data?.hProperties ?? {};
  return Array.isArray(className) && className.includes('clauses');
}

function markOf(item: ListItem, list: List, index: number): string | undefined {
  if (list.ordered) return String((list.start ?? 1) + index);
  if (!isOfClauses(list)) return undefined;
  const [first] = item.children;
  const text = first?.type === 'paragraph' ? first.children[0] : undefined;
  return text?.type === 'text' ? text.value.trim().split(' ', 1)[0] : undefined;
}
