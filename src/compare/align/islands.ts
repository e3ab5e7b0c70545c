import type { Effort } from './effort.ts';
import { compareSequences, type Difference } from './myers.ts';

export type Range = { start: number; end: number };

/** One change: what went of the older sequence, and what came in its place. */
export type Island = { gone: Range; come: Range };

/** The changes between two sequences, as small as can be; a single one where finding them is too much effort. */
export function findIslands(before: Int32Array, after: Int32Array, effort: Effort): Island[] {
  const start = commonStart(before, after);
  const end = commonEnd(before, after, start);
  const a = before.subarray(start, before.length - end);
  const b = after.subarray(start, after.length - end);
  if (a.length === 0 && b.length === 0) return [];
  if (!effort.claim(a.length * b.length)) {
    return [{ gone: { start, end: before.length - end }, come: { start, end: after.length - end } }];
  }
  return islandsOf(compareSequences(a, b)).map(({ gone, come }) => ({
    gone: { start: gone.start + start, end: gone.end + start },
    come: { start: come.start + start, end: come.end + start },
  }));
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
