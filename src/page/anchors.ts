import { oncePer } from '../memory.ts';
import type { PageBlock } from './page-model.ts';
import { proseParts } from './prose-parts.ts';

/** The anchors of the rows, entries and clauses of a block. */
export const blockAnchors = oncePer((block: PageBlock): readonly string[] => {
  const clauses = proseParts(block).flatMap((part) => part.clauses ?? []);
  return [...ownAnchors(block), ...clauses.map(({ id }) => id)];
});

function ownAnchors(block: PageBlock): string[] {
  if (block.type === 'table') return block.rows.flatMap(anchorsOfRow);
  if (block.type === 'list') return block.items.flatMap(anchorsOfRow);
  return block.type === 'details' ? block.items.flatMap(({ id }) => id ?? []) : [];
}

function anchorsOfRow({ id, aliases = [] }: { id?: string; aliases?: string[] }): string[] {
  return [...(id ? [id] : []), ...aliases];
}
