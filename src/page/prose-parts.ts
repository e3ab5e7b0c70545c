import type { PageBlock } from './page-model.ts';
import type { Part, Piece } from './piece.ts';

/** A part of a page that the authors wrote in Markdown. */
export type ProsePart = Extract<Part, { sort: 'prose' }>;

/** The texts of the authors in a block, wherever in it, in order. */
export function proseParts(block: PageBlock): ProsePart[] {
  return piecesOf(block).flatMap(proseIn);
}

function proseIn(piece: Piece): ProsePart[] {
  return piece.flatMap((part) => {
    if (part.sort === 'list') return part.items.flatMap(proseIn);
    return part.sort === 'prose' ? part : [];
  });
}

function piecesOf(block: PageBlock): Piece[] {
  switch (block.type) {
    case 'text':
    case 'callout':
      return [block.text];
    case 'table':
      return block.rows.flatMap(({ cells }) => cells);
    case 'details':
      return block.items.flatMap(({ note = [], entries }) => [note, ...entries.map(({ text }) => text)]);
    case 'list':
    case 'definitions':
    case 'cards':
      return block.items.map(({ text }) => text);
    case 'steps':
      return block.items.flatMap(({ steps }) => steps);
    case 'contact':
      return block.entries.map(({ text }) => text);
    case 'policy':
    case 'versions':
      return [];
  }
}
