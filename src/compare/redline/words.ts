import { oncePer } from '../../memory.ts';
import type { Effort } from '../align/effort.ts';
import { foldIslands, joinIslands, type Reading, type Sides } from '../align/fold.ts';
import { commonEnd, commonStart, type Island, type Range } from '../align/islands.ts';
import type { Lexicon } from './lexicon.ts';
import { type Span, type TextBlock, textBreak } from './page-text.ts';
import type { Op } from './redline-model.ts';
import { findWordIslands } from './word-islands.ts';

// Word by word, with the fewest edits; then cleaned up for readers, who follow few large changes better than many small
// ones. The ideas are those of diff-match-patch ("semantic" and "lossless" clean-up), on whole words.

/**
 * What two texts have in common and what not, word by word. The same two stand in many comparisons: what was found once is
 * taken at the price it had, unless the work that is left may not have been enough for it.
 */
export function wordsBetween(
  old: TextBlock,
  next: TextBlock,
  comparing: { lexicon: Lexicon; effort: Effort },
): Op[] {
  const { effort } = comparing;
  const isAmple = (cost: number) => effort.spent + cost + effort.most <= effort.limit;
  const found = foundBetween(old.spans)(comparing.lexicon);
  const known = found.get(next.spans);
  if (known && isAmple(known.cost) && effort.claim(known.cost)) return known.ops;
  const before = effort.spent;
  const ops = compareWords(old, next, comparing);
  if (isAmple(0)) found.set(next.spans, { ops, cost: effort.spent - before });
  return ops;
}

const foundBetween = oncePer((_old: readonly Span[]) =>
  oncePer((_lexicon: Lexicon) => new WeakMap<readonly Span[], { ops: Op[]; cost: number }>()),
);

/** Compares two texts, given as tokens, word by word; where that is too much effort, sentence by sentence first. */
function compareWords(
  old: TextBlock,
  next: TextBlock,
  { lexicon, effort }: { lexicon: Lexicon; effort: Effort },
): Op[] {
  const [before, after] = [lexicon.lex(old), lexicon.lex(next)];
  const shown = { before: before.tokens, after: after.tokens };
  if (hasSameWords(shown, lexicon)) return toOps(separatorIslands(shown, lexicon), shown, lexicon);
  // A break is compared as the space it may take the place of.
  const sides = { before: withoutBreaks(shown.before, lexicon), after: withoutBreaks(shown.after, lexicon) };
  const cut = (items: Int32Array) => sentencesOf(items, lexicon);
  const found = findWordIslands(sides, { space: lexicon.space, effort, cut });
  const folded = foldIslands(found, sides, readingOf(shown, lexicon));
  const slid = slideIslands(folded, { sides, shown, lexicon });
  const whole = widenIslands(slid, { before: before.inside, after: after.inside }, shown);
  return toOps(joinTouching(breakIslands(joinTouching(whole), shown)), shown, lexicon);
}

function hasSameWords({ before, after }: Sides, { isWord }: Lexicon): boolean {
  const [olds, news] = [before.filter(isWord), after.filter(isWord)];
  return olds.length === news.length && olds.every((word, index) => word === news[index]);
}

// Where every word stayed, what changed is between two of them.
function separatorIslands({ before, after }: Sides, { isWord }: Lexicon): Island[] {
  const islands: Island[] = [];
  let [old, next] = [0, 0];
  while (old < before.length || next < after.length) {
    const [oldEnd, nextEnd] = [nextWord(before, old, isWord), nextWord(after, next, isWord)];
    const [a, b] = [before.subarray(old, oldEnd), after.subarray(next, nextEnd)];
    const start = commonStart(a, b);
    const end = commonEnd(a, b, start);
    const gone = { start: old + start, end: oldEnd - end };
    const come = { start: next + start, end: nextEnd - end };
    if (gone.end > gone.start || come.end > come.start) islands.push({ gone, come });
    [old, next] = [oldEnd + 1, nextEnd + 1];
  }
  return islands;
}

function nextWord(items: Int32Array, from: number, isWord: Lexicon['isWord']): number {
  let at = from;
  while (at < items.length && !isWord(items[at] ?? -1)) at++;
  return at;
}

function withoutBreaks(items: Int32Array, lexicon: Lexicon): Int32Array {
  return items.includes(lexicon.break)
    ? items.map((item) => (item === lexicon.break ? lexicon.space : item))
    : items;
}

function readingOf({ before, after }: Sides, lexicon: Lexicon): Reading {
  const count = (items: Int32Array, { start, end }: Range) => {
    let words = 0;
    for (let index = start; index < end; index++) if (lexicon.isWord(items[index] ?? -1)) words++;
    return words;
  };
  const lettersOf = (items: Int32Array, { start, end }: Range) =>
    Array.from(items.subarray(start, end), lexicon.text)
      .join('')
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
  return {
    count,
    isParting: (_items, { start, end }) => before.subarray(start, end).includes(lexicon.break),
    isAlike: ({ gone, come }) => lettersOf(before, gone) === lettersOf(after, come),
  };
}

type Inside = { before: ReadonlySet<number>; after: ReadonlySet<number> };

// A change that would cut what is one thing takes in all of it, on both sides.
function widenIslands(islands: readonly Island[], inside: Inside, sides: Sides): Island[] {
  if (inside.before.size + inside.after.size === 0) return [...islands];
  const isCut = (old: number, next: number) => inside.before.has(old) || inside.after.has(next);
  const widened: Island[] = [];
  for (const [index, { gone, come }] of islands.entries()) {
    const least = widened.at(-1)?.gone.end ?? 0;
    const most = islands[index + 1]?.gone.start ?? sides.before.length;
    let [left, right] = [0, 0];
    while (gone.start - left > least && isCut(gone.start - left, come.start - left)) left++;
    while (gone.end + right < most && isCut(gone.end + right, come.end + right)) right++;
    widened.push({
      gone: { start: gone.start - left, end: gone.end + right },
      come: { start: come.start - left, end: come.end + right },
    });
  }
  return widened;
}

// A break that became a space, or the other way round, between words that stayed.
function breakIslands(islands: readonly Island[], { before, after }: Sides): Island[] {
  const all: Island[] = [];
  let [old, next] = [0, 0];
  for (const island of [...islands, endOf({ before, after })]) {
    for (; old < island.gone.start; old++, next++) {
      if (before[old] === after[next]) continue;
      all.push({ gone: { start: old, end: old + 1 }, come: { start: next, end: next + 1 } });
    }
    all.push(island);
    [old, next] = [island.gone.end, island.come.end];
  }
  return all;
}

function endOf({ before, after }: Sides): Island {
  return {
    gone: { start: before.length, end: before.length },
    come: { start: after.length, end: after.length },
  };
}

/** `sides` are compared, `shown` are what readers see. */
type Sliding = { sides: Sides; shown: Sides; lexicon: Lexicon };
type Slide = Sliding & { last: Island | undefined; next: Island | undefined };

function slideIslands(islands: readonly Island[], sliding: Sliding): Island[] {
  const slid: Island[] = [];
  for (const [index, island] of islands.entries()) {
    slid.push(slideIsland(island, { last: slid.at(-1), next: islands[index + 1], ...sliding }));
  }
  return slid;
}

// Text that only came or only went can often be said to begin a few words earlier or later ("[a b ]a c" or "a [b a ]c").
// The best place is where a block, a sentence, an item or at least a word begins and ends; of equals the first.
function slideIsland(island: Island, { last, next, sides, shown, lexicon }: Slide): Island {
  const { gone, come } = island;
  const isPure = gone.start === gone.end || come.start === come.end;
  if (!isPure) return island;
  const isGone = gone.end > gone.start;
  const items = isGone ? sides.before : sides.after;
  const seen = isGone ? shown.before : shown.after;
  const range = isGone ? gone : come;
  const least = edge(last, isGone, 'end') ?? 0;
  const most = edge(next, isGone, 'start') ?? items.length;
  const score = (shift: number) =>
    boundary(seen, range.start + shift, lexicon) + boundary(seen, range.end + shift, lexicon);
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

// How good a place is to begin or end a change: an end of the text, then between sentences, items, words.
function boundary(items: Int32Array, at: number, lexicon: Lexicon): number {
  if (at === 0 || at === items.length) return 8;
  const text = (index: number) => lexicon.text(items[index] ?? -1);
  const before = text(at - 1);
  const after = text(at);
  if (isLineEnd(before) || isLineEnd(after)) return 7;
  if (before === ' ') return endsSentence(text(at - 2)) ? 6 : endsItem(text(at - 2)) ? 4.5 : 4;
  if (endsSentence(before)) return 5;
  if (after === ' ') return 3;
  return lexicon.isWord(items[at] ?? -1) && lexicon.isWord(items[at - 1] ?? -1) ? 0 : 1;
}

function isLineEnd(token: string): boolean {
  return token === '\n' || token === textBreak;
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

// An item of a list goes or comes with the mark behind it.
function endsItem(token: string): boolean {
  return /^[,;·،؛、；，]$/u.test(token);
}

// Sliding may have used up the run between two changes.
function joinTouching(islands: readonly Island[]): Island[] {
  const joined: Island[] = [];
  for (const island of islands) {
    const last = joined.at(-1);
    if (last && last.gone.end === island.gone.start && last.come.end === island.come.start) {
      joined.splice(-1, 1, joinIslands(last, island));
    } else joined.push(island);
  }
  return joined;
}

function toOps(islands: readonly Island[], { before, after }: Sides, lexicon: Lexicon): Op[] {
  const text = (items: Int32Array, start: number, end: number) =>
    Array.from(items.subarray(start, end), lexicon.text).join('');
  const ops: Op[] = [];
  let done = 0;
  for (const { gone, come } of [...islands, endOf({ before, after })]) {
    ops.push(['=', text(before, done, gone.start)]);
    ops.push(['-', text(before, gone.start, gone.end)]);
    ops.push(['+', text(after, come.start, come.end)]);
    done = gone.end;
  }
  return ops.filter(([, run]) => run !== '');
}
