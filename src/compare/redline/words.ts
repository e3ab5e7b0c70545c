import type { Effort } from '../align/effort.ts';
import { commonEnd, commonStart, findIslands, type Island, type Range } from '../align/islands.ts';
import type { Lexicon } from './lexicon.ts';
import type { Op } from './redline-model.ts';

// Word by word, with the fewest edits; then cleaned up for readers, who follow few large changes better than many small
// ones. The ideas are those of diff-match-patch ("semantic" and "lossless" clean-up), on whole words.

type Sides = { before: Int32Array; after: Int32Array };

const mostFoldedWords = 4;

/** Compares two texts, given as tokens, word by word; where that is too much effort, sentence by sentence first. */
export function compareWords(sides: Sides, { lexicon, effort }: { lexicon: Lexicon; effort: Effort }): Op[] {
  const found = findIslands(sides.before, sides.after, effort, (items) => sentencesOf(items, lexicon));
  const folded = trimIslands(foldIslands(found, sides, lexicon), sides);
  return toOps(joinTouching(slideIslands(folded, sides, lexicon)), sides, lexicon);
}

// An equal run of few words between two changes that are at least as large only breaks the reading. A folded change
// counts as its largest part: else noise would grow without end.
function foldIslands(islands: readonly Island[], sides: Sides, lexicon: Lexicon): Island[] {
  const words = (items: Int32Array, { start, end }: Range) => {
    let count = 0;
    for (let index = start; index < end; index++) if (lexicon.isWord(items[index] ?? -1)) count++;
    return count;
  };
  const size = ({ gone, come }: Island) => Math.max(words(sides.before, gone), words(sides.after, come));
  const folded: { island: Island; size: number }[] = [];
  for (const island of islands) {
    let next = { island, size: size(island) };
    for (let last = folded.at(-1); last; last = folded.at(-1)) {
      const between = words(sides.before, { start: last.island.gone.end, end: next.island.gone.start });
      if (between > mostFoldedWords || between > Math.min(last.size, next.size)) break;
      next = { island: join(last.island, next.island), size: Math.max(last.size, next.size) };
      folded.pop();
    }
    folded.push(next);
  }
  return folded.map(({ island }) => island);
}

function join(one: Island, other: Island): Island {
  return {
    gone: { start: one.gone.start, end: other.gone.end },
    come: { start: one.come.start, end: other.come.end },
  };
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

type Slide = { last: Island | undefined; next: Island | undefined; sides: Sides; lexicon: Lexicon };

function slideIslands(islands: readonly Island[], sides: Sides, lexicon: Lexicon): Island[] {
  const slid: Island[] = [];
  for (const [index, island] of islands.entries()) {
    slid.push(slideIsland(island, { last: slid.at(-1), next: islands[index + 1], sides, lexicon }));
  }
  return slid;
}

// Text that only came or only went can often be said to begin a few words earlier or later ("[a b ]a c" or "a [b a ]c").
// The best place is where a block, a sentence or at least a word begins and ends; of equals the first.
function slideIsland(island: Island, { last, next, sides, lexicon }: Slide): Island {
  const { gone, come } = island;
  const isPure = gone.start === gone.end || come.start === come.end;
  if (!isPure) return island;
  const isGone = gone.end > gone.start;
  const items = isGone ? sides.before : sides.after;
  const range = isGone ? gone : come;
  const least = edge(last, isGone, 'end') ?? 0;
  const most = edge(next, isGone, 'start') ?? items.length;
  const score = (shift: number) =>
    boundary(items, range.start + shift, lexicon) + boundary(items, range.end + shift, lexicon);
  const [left, right] = slideLimits(items, range, { least, most });
  let best = left;
  for (let shift = left + 1; shift <= right; shift++) if (score(shift) > score(best)) best = shift;
  return { gone: move(gone, best), come: move(come, best) };
}

function edge(island: Island | undefined, isGone: boolean, side: keyof Range): number | undefined {
  return island && (isGone ? island.gone : island.come)[side];
}

function move({ start, end }: Range, by: number): Range {
  return { start: start + by, end: end + by };
}

function slideLimits(
  items: Int32Array,
  { start, end }: Range,
  { least, most }: { least: number; most: number },
): [number, number] {
  let left = 0;
  let right = 0;
  while (start + left > least && items[start + left - 1] === items[end + left - 1]) left--;
  while (end + right < most && items[start + right] === items[end + right]) right++;
  return [left, right];
}

// How good a place is to begin or end a change: an end of the text, then between sentences, then between words.
function boundary(items: Int32Array, at: number, lexicon: Lexicon): number {
  if (at === 0 || at === items.length) return 8;
  const text = (index: number) => lexicon.text(items[index] ?? -1);
  const before = text(at - 1);
  const after = text(at);
  if (before === '\n' || after === '\n') return 7;
  if (before === ' ') return endsSentence(text(at - 2)) ? 6 : 4;
  if (endsSentence(before)) return 5;
  if (after === ' ') return 3;
  return lexicon.isWord(items[at] ?? -1) && lexicon.isWord(items[at - 1] ?? -1) ? 0 : 1;
}

// Each with the space behind it.
function sentencesOf(items: Int32Array, lexicon: Lexicon): Int32Array[] {
  const sentences: Int32Array[] = [];
  let start = 0;
  for (let at = 1; at < items.length; at++) {
    const isEnd = boundary(items, at, lexicon) >= 5 && lexicon.text(items[at] ?? -1) !== ' ';
    if (!isEnd) continue;
    sentences.push(items.subarray(start, at));
    start = at;
  }
  return [...sentences, items.subarray(start)];
}

function endsSentence(token: string): boolean {
  return /^[.!?…。！？؟।]$/u.test(token);
}

// Sliding may have used up the run between two changes.
function joinTouching(islands: readonly Island[]): Island[] {
  const joined: Island[] = [];
  for (const island of islands) {
    const last = joined.at(-1);
    if (last && last.gone.end === island.gone.start && last.come.end === island.come.start) {
      joined.splice(-1, 1, join(last, island));
    } else joined.push(island);
  }
  return joined;
}

function toOps(islands: readonly Island[], { before, after }: Sides, lexicon: Lexicon): Op[] {
  const text = (items: Int32Array, start: number, end: number) =>
    Array.from(items.subarray(start, end), lexicon.text).join('');
  const ops: Op[] = [];
  let done = 0;
  for (const { gone, come } of [
    ...islands,
    { gone: { start: before.length, end: before.length }, come: { start: after.length, end: after.length } },
  ]) {
    ops.push(['=', text(before, done, gone.start)]);
    ops.push(['-', text(before, gone.start, gone.end)]);
    ops.push(['+', text(after, come.start, come.end)]);
    done = gone.end;
  }
  return ops.filter(([, run]) => run !== '');
}
