import { commonEnd, commonStart, type Island, type Range } from './islands.ts';

/** Two sequences as they are compared. */
export type Sides = { before: Int32Array; after: Int32Array };

/** How a sequence is read: the words in a part of it, what no change may reach across, and what is only written otherwise. */
export type Reading = {
  count(items: Int32Array, range: Range): number;
  isParting?(items: Int32Array, range: Range): boolean;
  isAlike?(island: Island): boolean;
};

/**
 * Joins changes that only a word or two keep apart: an equal run between two changes that are at least as large only breaks
 * the reading, and is often equal by chance.
 */
export function foldIslands(islands: readonly Island[], sides: Sides, reading: Reading): Island[] {
  return trimIslands(joinNear(islands, sides, reading), sides);
}

// A folded change counts as its largest part: else noise would grow without end.
function joinNear(
  islands: readonly Island[],
  { before, after }: Sides,
  { count, isParting, isAlike }: Reading,
): Island[] {
  const size = ({ gone, come }: Island) => Math.max(count(before, gone), count(after, come));
  const folded: { island: Island; size: number }[] = [];
  for (const island of islands) {
    let next = { island, size: size(island) };
    for (let last = folded.at(-1); last; last = folded.at(-1)) {
      const range = { start: last.island.gone.end, end: next.island.gone.start };
      const between = count(before, range);
      if (!isIslet(between, Math.min(last.size, next.size))) break;
      if (isParting?.(before, range)) break;
      // Between words that are only written in another way nothing is equal by chance.
      if (isAlike?.(last.island) && isAlike(next.island)) break;
      next = { island: joinIslands(last.island, next.island), size: Math.max(last.size, next.size) };
      folded.pop();
    }
    folded.push(next);
  }
  return folded.map(({ island }) => island);
}

/** Two changes and what is between them as one. */
export function joinIslands(one: Island, other: Island): Island {
  return {
    gone: { start: one.gone.start, end: other.gone.end },
    come: { start: one.come.start, end: other.come.end },
  };
}

const mostFoldedWords = 2;

// Two words that stayed are struck and written again between larger changes only.
function isIslet(words: number, least: number): boolean {
  return words <= mostFoldedWords && (words > 1 ? words < least : words <= least);
}

// Folding can leave a change that begins or ends alike on both sides.
function trimIslands(islands: readonly Island[], { before, after }: Sides): Island[] {
  return islands.map(({ gone, come }) => {
    const a = before.subarray(gone.start, gone.end);
    const b = after.subarray(come.start, come.end);
    const start = commonStart(a, b);
    const end = commonEnd(a, b, start);
    return {
      gone: { start: gone.start + start, end: gone.end - end },
      come: { start: come.start + start, end: come.end - end },
    };
  });
}
