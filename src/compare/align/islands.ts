import type { Effort } from './effort.ts';
import { compareSequences, type Difference } from './myers.ts';

export type Range = { start: number; end: number };

/** One change: what went of the older sequence, and what came in its place. */
export type Island = { gone: Range; come: Range };

/** Cuts a sequence into pieces, of which many are the same in another. */
export type Cut = (items: Int32Array) => Int32Array[];

/**
 * The changes between two sequences, as small as can be. Where finding them is too much effort, the pieces of `cut` are
 * compared first, then what is between those that are the same; where that is too much as well, a change is larger.
 */
export function findIslands(before: Int32Array, after: Int32Array, effort: Effort, cut?: Cut): Island[] {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const a = before.subarray(start, before.length - end);
  const b = after.subarray(start, after.length - end);
  if (a.length === 0 && b.length === 0) return [];
  const found = compareSequences(a, b, effort.begin());
  const islands = !found.isSmallest && cut ? findByPieces(cut(a), cut(b), effort) : islandsOf(found);
  return islands.map((island) => shift(island, start, start));
}

function findByPieces(olds: Int32Array[], news: Int32Array[], effort: Effort): Island[] {
  const ids = new Map<string, number>();
  const idOf = (piece: Int32Array) => {
    const name = piece.join(' ');
    const id = ids.get(name) ?? ids.size;
    ids.set(name, id);
    return id;
  };
  const coarse = findIslands(Int32Array.from(olds, idOf), Int32Array.from(news, idOf), effort);
  const [oldStarts, newStarts] = [startsOf(olds), startsOf(news)];
  return coarse.flatMap(({ gone, come }) => {
    const [a, b] = [joinPieces(olds, gone), joinPieces(news, come)];
    // Every place between two pieces is one of the starts.
    const at = [oldStarts[gone.start], newStarts[come.start]] as [number, number];
    return findIslands(a, b, effort).map((island) => shift(island, ...at));
  });
}

function startsOf(pieces: readonly Int32Array[]): number[] {
  const starts = [0];
  for (const piece of pieces) starts.push((starts.at(-1) ?? 0) + piece.length);
  return starts;
}

function joinPieces(pieces: readonly Int32Array[], { start, end }: Range): Int32Array {
  return Int32Array.from(pieces.slice(start, end).flatMap((piece) => [...piece]));
}

function shift({ gone, come }: Island, old: number, next: number): Island {
  return {
    gone: { start: gone.start + old, end: gone.end + old },
    come: { start: come.start + next, end: come.end + next },
  };
}

/** How many items two sequences begin with alike. */
export function commonStart(before: Int32Array, after: Int32Array): number {
  const most = Math.min(before.length, after.length);
  let count = 0;
  while (count < most && before[count] === after[count]) count++;
  return count;
}

/** How many items they end with alike, beyond a common start. */
export function commonEnd(before: Int32Array, after: Int32Array, start: number): number {
  const most = Math.min(before.length, after.length) - start;
  let count = 0;
  while (count < most && before[before.length - 1 - count] === after[after.length - 1 - count]) count++;
  return count;
}

function islandsOf({ gone, come }: Difference): Island[] {
  const islands: Island[] = [];
  let i = 0;
  let j = 0;
  while (i < gone.length || j < come.length) {
    const [startGone, startCome] = [i, j];
    while (i < gone.length && gone[i]) i++;
    while (j < come.length && come[j]) j++;
    if (i > startGone || j > startCome) {
      islands.push({ gone: { start: startGone, end: i }, come: { start: startCome, end: j } });
    } else {
      i++;
      j++;
    }
  }
  return islands;
}
