import type { Effort } from '../align/effort.ts';
import { findIslands, type Island, type Range } from '../align/islands.ts';
import type { Comparing } from './lexicon.ts';
import type { TextUnit } from './page-text.ts';

// Which texts of two versions hold the same words, wherever one ends and the next begins: a paragraph that was split into
// three is one old text and three new ones.

/** Texts that follow each other in one version and those of the other that hold their words, by their indices. */
type Chain = { olds: Range; news: Range };

type Words = { items: Int32Array; owners: Int32Array; lengths: Int32Array };
type Link = { old: number; next: number; count: number; run: number };
type Match = { old: number; next: number };

/** Words that one text and another must have in common to be the same text, if they are no more than part of them. */
const fewestWords = 4;
const longRun = 8;
const alike = 0.35;

/** Words in a row that are the same by chance. */
const mostByChance = 2;

/**
 * Finds the chains of two lists of texts, in their order; tables and labels are in none. Words count where at least
 * `fewest` of them follow each other.
 */
export function findChains(
  olds: readonly TextUnit[],
  news: readonly TextUnit[],
  comparing: Comparing,
  fewest = 1,
): Chain[] {
  const [before, after] = [wordsOf(olds, comparing), wordsOf(news, comparing)];
  if (before.items.length === 0 || after.items.length === 0) return [];
  const isSame = isEqual(before.items, after.items);
  const matches = isSame ? allMatches(before.items) : matchPairs(before.items, after.items, comparing.effort);
  const links = linksOf(matches, before, after).filter(({ run }) => run >= fewest);
  const lists = { olds, news };
  return addWeak(
    chainLinks(isSame ? links : links.filter((link) => isStrong(link, before, after)), lists),
    links.filter((link) => isWeak(link, before, after)),
    lists,
  );
}

/** Whether two lists of texts hold the same words in the same order, however they are cut. */
export function hasSameWords(
  olds: readonly TextUnit[],
  news: readonly TextUnit[],
  comparing: Comparing,
): boolean {
  if (![...olds, ...news].every(isText)) return false;
  const [before, after] = [eachWord(olds, comparing), eachWord(news, comparing)];
  for (const word of before) if (after.next().value !== word) return false;
  return after.next().done === true;
}

// Most texts differ early: the words of those behind are not asked for.
function* eachWord(units: readonly TextUnit[], { lexicon }: Comparing): Generator<number, undefined> {
  for (const unit of units) {
    if (unit.type !== 'text') continue;
    for (const token of lexicon.lex(unit.block).tokens) if (lexicon.isWord(token)) yield token;
  }
  return undefined;
}

function isEqual(before: Int32Array, after: Int32Array): boolean {
  return before.length === after.length && before.every((word, index) => word === after[index]);
}

function isText(unit: TextUnit | undefined): boolean {
  return unit?.type === 'text' && textKinds.has(unit.block.kind);
}

const textKinds = new Set(['paragraph', 'item', 'cell', 'code']);

function wordsOf(units: readonly TextUnit[], { lexicon }: Comparing): Words {
  const words = units.map((unit) =>
    unit.type === 'text' && isText(unit)
      ? lexicon.lex(unit.block).tokens.filter(lexicon.isWord)
      : new Int32Array(),
  );
  const lengths = Int32Array.from(words, ({ length }) => length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const [items, owners] = [new Int32Array(total), new Int32Array(total)];
  let start = 0;
  for (const [index, some] of words.entries()) {
    items.set(some, start);
    owners.fill(index, start, start + some.length);
    start += some.length;
  }
  return { items, owners, lengths };
}

function allMatches(items: Int32Array): Match[] {
  return Array.from(items, (_, index) => ({ old: index, next: index }));
}

// Words match two by two, so that few match by chance; where one text ends and the next begins does not count. What only
// one version has is left out before the search, which costs what the differences cost.
function matchPairs(before: Int32Array, after: Int32Array, effort: Effort): Match[] {
  const [olds, news] = [pairsOf(before), pairsOf(after)];
  const [known, kept] = [new Set(olds), new Set(news)];
  const oldPlaces = placesOf(olds, kept);
  const newPlaces = placesOf(news, known);
  const ids = new Map([...kept].map((pair, id) => [pair, id]));
  const idsOf = (pairs: readonly number[], places: readonly number[]) =>
    Int32Array.from(places, (place) => ids.get(pairs[place] ?? -1) ?? -1);
  const islands = findIslands(idsOf(olds, oldPlaces), idsOf(news, newPlaces), effort);
  return equalPlaces(islands, oldPlaces.length).flatMap(([i, j]) => {
    // Both indices are inside.
    const [old, next] = [oldPlaces[i] as number, newPlaces[j] as number];
    return [
      { old, next },
      { old: old + 1, next: next + 1 },
    ];
  });
}

function pairsOf(words: Int32Array): number[] {
  return Array.from(words.subarray(1), (word, index) => (words[index] ?? 0) * 2 ** 26 + word);
}

function placesOf(pairs: readonly number[], wanted: ReadonlySet<number>): number[] {
  return pairs.flatMap((pair, place) => (wanted.has(pair) ? [place] : []));
}

function equalPlaces(islands: readonly Island[], length: number): [number, number][] {
  const places: [number, number][] = [];
  let [old, next] = [0, 0];
  for (const { gone, come } of [
    ...islands,
    { gone: { start: length, end: length }, come: { start: 0, end: 0 } },
  ]) {
    while (old < gone.start) places.push([old++, next++]);
    [old, next] = [gone.end, come.end];
  }
  return places;
}

// How many words of which text are those of which other, in runs that are longer than chance.
function linksOf(matches: readonly Match[], before: Words, after: Words): Link[] {
  const links: Link[] = [];
  for (const run of runsOf(matches)) {
    if (run.length <= mostByChance && !isWhole(run, before, after)) continue;
    for (const { old, next } of run) {
      // Both indices are inside.
      const own = { old: before.owners[old] as number, next: after.owners[next] as number };
      const last = links.at(-1);
      if (last?.old !== own.old || last.next !== own.next) links.push({ ...own, count: 1, run: run.length });
      else {
        last.count += 1;
        last.run = Math.max(last.run, run.length);
      }
    }
  }
  return links;
}

// Matches of words that follow each other in both versions; of two matches of a word the first counts.
function runsOf(matches: readonly Match[]): Match[][] {
  const runs: Match[][] = [];
  let last: Match | undefined;
  for (const match of matches) {
    if (last && (match.old <= last.old || match.next <= last.next)) continue;
    if (last && match.old === last.old + 1 && match.next === last.next + 1) runs.at(-1)?.push(match);
    else runs.push([match]);
    last = match;
  }
  return runs;
}

// Few words are all that some texts have.
function isWhole([first]: readonly Match[], before: Words, after: Words): boolean {
  const lengthOf = ({ owners, lengths }: Words, word: number) => lengths[owners[word] ?? 0] ?? 0;
  return (
    first !== undefined && Math.min(lengthOf(before, first.old), lengthOf(after, first.next)) <= mostByChance
  );
}

function sizesOf({ old, next }: Link, before: Words, after: Words): { least: number; both: number } {
  const [one, other] = [before.lengths[old] ?? 0, after.lengths[next] ?? 0];
  return { least: Math.min(one, other), both: one + other };
}

function isStrong(link: Link, before: Words, after: Words): boolean {
  const { least, both } = sizesOf(link, before, after);
  const { count, run } = link;
  return (
    2 * count >= alike * both ||
    (count >= fewestWords && 2 * count >= least) ||
    (count >= fewestWords - 1 && run >= longRun)
  );
}

// Of a short text the most: enough beside other texts of the same chain.
function isWeak(link: Link, before: Words, after: Words): boolean {
  return link.count >= 0.8 * sizesOf(link, before, after).least;
}

type Lists = { olds: readonly TextUnit[]; news: readonly TextUnit[] };

// Links are in order on both sides: those that share a text follow each other.
function chainLinks(links: readonly Link[], lists: Lists): Chain[] {
  const chains: Chain[] = [];
  for (const { old, next } of links) {
    const [last, own] = [chains.at(-1), chainOf(old, next)];
    const isShared = last && (last.olds.end === own.olds.end || last.news.end === own.news.end);
    if (!isShared) chains.push(own);
    else chains.splice(-1, 1, join(last, own, lists) ?? last);
  }
  return chains;
}

function chainOf(old: number, next: number): Chain {
  return { olds: { start: old, end: old + 1 }, news: { start: next, end: next + 1 } };
}

// Two chains and what is between them as one, if all of it is text.
function join(one: Chain, other: Chain, { olds, news }: Lists): Chain | undefined {
  const joined = { olds: span(one.olds, other.olds), news: span(one.news, other.news) };
  const isAllText = (units: readonly TextUnit[], { start, end }: Range) =>
    units.slice(start, end).every(isText);
  return isAllText(olds, joined.olds) && isAllText(news, joined.news) ? joined : undefined;
}

function span(one: Range, other: Range): Range {
  return { start: Math.min(one.start, other.start), end: Math.max(one.end, other.end) };
}

// A short text that is part of a chain's text joins the chain.
function addWeak(chains: readonly Chain[], links: readonly Link[], lists: Lists): Chain[] {
  const all = [...chains];
  for (const { old, next } of links) {
    const own = chainOf(old, next);
    const at = all.findIndex((chain) => isWithin(own.olds, chain.olds) !== isWithin(own.news, chain.news));
    const joined = all[at] && join(all[at], own, lists);
    const isFree = [all[at - 1], all[at + 1]].every((other) => !other || !joined || isApart(other, joined));
    if (joined && isFree) all.splice(at, 1, joined);
  }
  return all;
}

function isWithin(inner: Range, outer: Range): boolean {
  return outer.start <= inner.start && inner.end <= outer.end;
}

function isApart(one: Chain, other: Chain): boolean {
  const isBefore = (a: Chain, b: Chain) => a.olds.end <= b.olds.start && a.news.end <= b.news.start;
  return isBefore(one, other) || isBefore(other, one);
}
