import type { PageBlock } from './page-model.ts';

/** The anchors of the rows, entries and clauses of a block, in order. */
export function blockAnchors(block: PageBlock): string[] {
  if (block.type === 'text') return block.text.flatMap((part) => ('clauses' in part && part.clauses) || []);
  if (block.type === 'table') return block.rows.flatMap(anchorsOfRow);
  if (block.type === 'list') return block.items.flatMap(anchorsOfRow);
  return block.type === 'details' ? block.items.flatMap(({ id }) => id ?? []) : [];
}

function anchorsOfRow({ id, aliases = [] }: { id?: string; aliases?: string[] }): string[] {
  return [...(id ? [id] : []), ...aliases];
}
