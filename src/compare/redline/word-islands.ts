import type { Effort } from '../align/effort.ts';
import type { Sides } from '../align/fold.ts';
import { type Cut, findIslands, type Island } from '../align/islands.ts';

// A text has about as many spaces as words, and every space is equal to every other: counted with the words, they decide
// which words stayed, and a sentence that stands in both texts is struck and written again.

type Search = { space: number; effort: Effort; cut: Cut };

/** The changes between two texts as tokens: those of their words and signs first, then of the spaces beside what stayed. */
export function findWordIslands(sides: Sides, { space, effort, cut }: Search): Island[] {
  const { before, after } = sides;
  const [olds, news] = [placesOfWords(before, space), placesOfWords(after, space)];
  const words = (items: Int32Array, places: Int32Array) => places.map((place) => items[place] ?? space);
  const islands = findIslands(words(before, olds), words(after, news), effort, cut);
  return betweenStayed(sides, stayedPlaces(islands, olds, news));
}

function placesOfWords(items: Int32Array, space: number): Int32Array {
  return Int32Array.from(items.keys()).filter((place) => items[place] !== space);
}

// The places of each token that stayed, in both texts; the ends of the texts stand behind the last.
function stayedPlaces(
  islands: readonly Island[],
  olds: Int32Array,
  news: Int32Array,
): { old: Int32Array; next: Int32Array } {
  const isKept = (side: 'gone' | 'come', length: number) => {
    const kept = new Uint8Array(length).fill(1);
    for (const { [side]: range } of islands) kept.fill(0, range.start, range.end);
    return kept;
  };
  const [oldKept, newKept] = [isKept('gone', olds.length), isKept('come', news.length)];
  return {
    old: olds.filter((_, index) => oldKept[index] === 1),
    next: news.filter((_, index) => newKept[index] === 1),
  };
}

function betweenStayed({ before, after }: Sides, stayed: { old: Int32Array; next: Int32Array }): Island[] {
  const islands: Island[] = [];
  let [old, next] = [0, 0];
  for (let index = 0; index <= stayed.old.length; index++) {
    const oldEnd = stayed.old[index] ?? before.length;
    const newEnd = stayed.next[index] ?? after.length;
    let [a, b, c, d] = [old, next, oldEnd, newEnd];
    for (; a < c && b < d && before[a] === after[b]; a++) b++;
    for (; c > a && d > b && before[c - 1] === after[d - 1]; c--) d--;
    if (c > a || d > b) islands.push({ gone: { start: a, end: c }, come: { start: b, end: d } });
    [old, next] = [oldEnd + 1, newEnd + 1];
  }
  return islands;
}
