import { proseText } from '../text/prose.ts';
import type { Piece } from './piece.ts';

/** The cell that names a row: the name, and what stands in lines of its own under it. */
export function headOf(cell: Piece): { name: Piece; under: readonly Piece[] } {
  const [only, ...others] = cell;
  if (only?.sort !== 'list' || others.length > 0) return { name: cell, under: [] };
  const [name = [], ...under] = only.items;
  return { name, under };
}

/** The name of a row in plain text. */
export function plainName(cell: Piece): string {
  const texts = headOf(cell).name.map((part) => {
    if (part.sort === 'prose') return proseText(part.markdown);
    return part.sort === 'list' ? '' : part.text;
  });
  return texts.join('');
}
