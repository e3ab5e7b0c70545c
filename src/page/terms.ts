import type { Shown } from './cell.ts';
import type { Entry, PageBlock } from './page-model.ts';
import type { Piece } from './piece.ts';

/** Terms with what is said of them; those of which nothing is said are left out. */
export function entries(pairs: readonly (readonly [string, Shown])[]): Entry[] {
  return pairs.flatMap(([term, text]) => (text && text.length > 0 ? [{ term, text }] : []));
}

/** A block of nothing but terms. */
export function factList(items: Entry[]): PageBlock {
  return { type: 'details', items: [{ entries: items }] };
}

/** Sentences with terms below them; where there is nothing to list, they stand alone. */
export function withEntries(text: Piece, entries: Entry[]): PageBlock {
  if (entries.length === 0) return { type: 'text', text };
  return { type: 'details', items: [{ ...(text.length > 0 && { note: text }), entries }] };
}
