import { isMap } from '../read/shape.ts';
import type { PageBlock } from './page-model.ts';
import type { Part } from './piece.ts';

/** A part of a page that the authors wrote in Markdown. */
export type ProsePart = Extract<Part, { sort: 'prose' }>;

/** The texts of the authors in a block, wherever in it, in order. */
export function proseParts(block: PageBlock): ProsePart[] {
  return partsIn(block);
}

function partsIn(value: unknown): ProsePart[] {
  if (Array.isArray(value)) return value.flatMap(partsIn);
  if (!isMap(value)) return [];
  return isProse(value) ? [value] : Object.values(value).flatMap(partsIn);
}

// Nothing else on a page has a sort of this name.
function isProse(value: object): value is ProsePart {
  return 'sort' in value && value.sort === 'prose';
}
