import { type Candidate, matchBest } from '../align/align.ts';
import { similarity } from '../align/similarity.ts';
import { candidates, groups, pairByKey } from './candidates.ts';
import { findChains } from './chains.ts';
import type { Comparing } from './lexicon.ts';
import { ownTexts, type TextBlock, type TextSection, type TextUnit, unitTexts } from './page-text.ts';
import {
  fewestWordsElsewhere,
  joinUnits,
  markMoved,
  type Pairs,
  pair,
  pairedTexts,
  pairUnit,
} from './pairs.ts';
import type { SectionPair } from './sections.ts';

// What is left over once every section was compared with its own partner.

/** The sections of both pages in the order they are read, and as they were paired. */
type Places = {
  olds: readonly TextSection[];
  news: readonly TextSection[];
  paired: readonly SectionPair[];
};

/** What stands alone for what stood alone may say the same in other words. */
const mostWordsAlone = 12;

/** Pairs what is left over with what is left over at other places, and tells which texts moved. */
export function pairElsewhere(places: Places, pairs: Pairs, comparing: Comparing): void {
  const { olds, news, paired } = places;
  // Most versions change some texts where they stand: where one page has none left over, there is nothing to look for.
  if (!isAnyLeft(olds, pairs.newer, pairs) || !isAnyLeft(news, pairs.older, pairs)) return;
  pairTablesAnywhere(unitsOf(olds), unitsOf(news), pairs, comparing);
  const known = new Set(pairs.older.keys());
  for (const [old, next] of pairs.elsewhere) pair(old, next, pairs);
  pairInReadingOrder(places, pairs, comparing);
  for (const { old, next } of paired) if (old && next) pairEqual(old.units, next.units, pairs, comparing);
  pairAnywhere(unitsOf(olds), unitsOf(news), pairs, comparing);
  pairHeadings(places, pairs, comparing);
  pairBeside(places, pairs, comparing);
  const found = new Set([...pairs.older.keys()].filter((text) => !known.has(text)));
  for (const section of paired) pairAlone(section, found, pairs, comparing);
  tellMoved(places, found, pairs);
}

function isAnyLeft(
  sections: readonly TextSection[],
  partners: ReadonlyMap<TextBlock, TextBlock>,
  pairs: Pairs,
): boolean {
  return sections.some((section) =>
    pairedTexts(ownTexts(section), pairs).some((text) => !partners.has(text)),
  );
}

function unitsOf(sections: readonly TextSection[]): TextUnit[] {
  return sections.flatMap(({ units }) => units);
}

function isFree(unit: TextUnit, { older, newer, joined, settled }: Pairs): boolean {
  return unitTexts(unit).every((block) => ![older, newer, joined, settled].some((taken) => taken.has(block)));
}

function pairTablesAnywhere(
  olds: readonly TextUnit[],
  news: readonly TextUnit[],
  pairs: Pairs,
  comparing: Comparing,
): void {
  const tables = (units: readonly TextUnit[]) =>
    units.filter((unit) => unit.type === 'table' && isFree(unit, pairs));
  for (const [old, next] of matchAnywhere(tables(olds), tables(news), comparing)) {
    pairUnit(old, next, pairs, comparing);
    markMoved(unitTexts(next), pairs);
    // What is left of the old table stays where it was, apart from the rows that moved away.
    for (const block of pairedTexts(unitTexts(old), pairs)) {
      pairs.ends.delete(block);
      if (block.cell) pairs.lines.delete(block.cell.line);
    }
  }
}

// Texts of a section that was split, or of several that became one: they stand in another section, in the same order.
function pairInReadingOrder({ olds, news }: Places, pairs: Pairs, comparing: Comparing): void {
  const [before, after] = [freeInOrder(olds, pairs), freeInOrder(news, pairs)];
  for (const chain of findChains(before, after, comparing, fewestWordsElsewhere)) {
    const old = joinUnits(before.slice(chain.olds.start, chain.olds.end), pairs);
    const next = joinUnits(after.slice(chain.news.start, chain.news.end), pairs);
    if (old && next) pair(old, next, pairs);
  }
}

// What is no text that is left stands between those that are.
const between: TextUnit = { type: 'table', table: { caption: [], columns: [], rows: [] } };

function freeInOrder(sections: readonly TextSection[], pairs: Pairs): TextUnit[] {
  return sections.flatMap(({ units }) => [
    between,
    ...units.map((unit) => (unit.type === 'text' && isFree(unit, pairs) ? unit : between)),
  ]);
}

// However short: a text of a section that stands elsewhere in it, word for word.
function pairEqual(
  olds: readonly TextUnit[],
  news: readonly TextUnit[],
  pairs: Pairs,
  comparing: Comparing,
): void {
  const [old, next] = [freeTexts(olds, pairs, comparing), freeTexts(news, pairs, comparing)];
  for (const [from, to] of equalPairs(old, next)) pairUnit(from.item, to.item, pairs, comparing);
}

// A cell moves with its table or not at all: alone, it would tear its row apart.
function freeTexts(units: readonly TextUnit[], pairs: Pairs, comparing: Comparing): Candidate<TextUnit>[] {
  return candidates(
    units.filter((unit) => unit.type === 'text' && isFree(unit, pairs)),
    comparing,
  );
}

function equalPairs<T>(
  olds: readonly Candidate<T>[],
  news: readonly Candidate<T>[],
): [Candidate<T>, Candidate<T>][] {
  const signatures = (some: readonly Candidate<T>[]) => some.map(({ signature }) => signature);
  return pairByKey(signatures(olds), signatures(news)).map(([from, to]) => [
    // Both indices are those of candidates.
    olds[from] as Candidate<T>,
    news[to] as Candidate<T>,
  ]);
}

function pairAnywhere(
  olds: readonly TextUnit[],
  news: readonly TextUnit[],
  pairs: Pairs,
  comparing: Comparing,
): void {
  const rest = (units: readonly TextUnit[]) =>
    units.filter((unit) => unit.type === 'text' && isFree(unit, pairs));
  for (const [old, next] of matchAnywhere(rest(olds), rest(news), comparing)) {
    pairUnit(old, next, pairs, comparing);
  }
}

// Equal ones, then the most similar first, of equals the first in the older page.
function matchAnywhere(
  olds: readonly TextUnit[],
  news: readonly TextUnit[],
  comparing: Comparing,
): [TextUnit, TextUnit][] {
  const long = (units: readonly TextUnit[]) =>
    candidates(units, comparing).filter(({ bag }) => bag.length >= fewestWordsElsewhere);
  const [old, next] = [long(olds), long(news)];
  const equal = equalPairs(old, next);
  const taken = new Set(equal.flat());
  const left = (some: readonly Candidate<TextUnit>[]) => some.filter((candidate) => !taken.has(candidate));
  return [
    ...equal.map(([one, other]): [TextUnit, TextUnit] => [one.item, other.item]),
    ...matchBest(left(old), left(next), comparing.effort),
  ];
}

// A paragraph that became the heading of a new section, or a heading that became a paragraph.
function pairHeadings({ olds, news }: Places, pairs: Pairs, comparing: Comparing): void {
  const free = (blocks: readonly TextBlock[]) =>
    blocks.filter((block) => isFree({ type: 'text', block }, pairs));
  const join = (some: readonly TextBlock[], others: readonly TextBlock[]) => {
    const [one, other] = [free(some), free(others)];
    // Both indices are those of texts.
    const wordsOf = (block: TextBlock) => wordsIn(block, comparing);
    for (const [from, to] of pairByKey(one.map(wordsOf), other.map(wordsOf)))
      pair(one[from] as TextBlock, other[to] as TextBlock, pairs);
  };
  const headings = (sections: readonly TextSection[]) => sections.flatMap(({ heading }) => heading);
  const texts = (sections: readonly TextSection[]) =>
    unitsOf(sections).flatMap((unit) => (unit.type === 'text' ? [unit.block] : []));
  join(texts(olds), headings(news));
  join(headings(olds), texts(news));
}

function wordsIn(block: TextBlock, { lexicon }: Comparing): string {
  return lexicon.lex(block).tokens.filter(lexicon.isWord).join(' ');
}

// However short: a text that stands beside one that went elsewhere, word for word, went with it.
function pairBeside({ olds, news }: Places, pairs: Pairs, comparing: Comparing): void {
  const texts = (sections: readonly TextSection[]) =>
    sections.flatMap((section) => [...ownTexts(section), null]);
  const [before, after] = [texts(olds), texts(news)];
  const places = new Map(after.map((text, index) => [text, index]));
  const isAlike = (old: TextBlock, next: TextBlock) =>
    old.kind === next.kind &&
    [old, next].every((block) => !block.cell && isFree({ type: 'text', block }, pairs)) &&
    wordsIn(old, comparing) === wordsIn(next, comparing);
  for (const step of [1, -1]) {
    for (const [index, text] of step > 0 ? before.entries() : [...before.entries()].toReversed()) {
      const partner = text && pairs.newer.get(text);
      const old = before[index + step];
      const next = partner && after[(places.get(partner) ?? Number.NaN) + step];
      if (old && next && isAlike(old, next)) pair(old, next, pairs);
    }
  }
}

// What stands alone where something else stood alone took its place: a short text, or one that is part of the other.
function pairAlone(
  { old, next }: SectionPair,
  found: ReadonlySet<TextBlock>,
  pairs: Pairs,
  comparing: Comparing,
): void {
  if (!old || !next) return;
  const [olds, news] = [ownTexts(old), ownTexts(next)].map((texts) => pairedTexts(texts, pairs));
  const here = new Set(news);
  const partnerOf = (text: TextBlock) => {
    const partner = pairs.newer.get(text);
    return partner && here.has(partner) && !found.has(partner) ? partner : undefined;
  };
  const before = gapsOf(olds ?? [], partnerOf, pairs.newer);
  const after = gapsOf(
    news ?? [],
    (text) => (pairs.older.has(text) && !found.has(text) ? text : undefined),
    pairs.older,
  );
  for (const [place, [one, ...others]] of before) {
    const [other, ...moreOthers] = after.get(place) ?? [];
    if (!one || !other || others.length + moreOthers.length > 0) continue;
    if (takesPlaceOf(one, other, comparing) && !one.cell && !other.cell) pair(one, other, pairs);
  }
}

// The texts without a partner by the text before them that has one in this section.
function gapsOf(
  texts: readonly TextBlock[],
  partnerOf: (text: TextBlock) => TextBlock | undefined,
  taken: ReadonlyMap<TextBlock, TextBlock>,
): Map<TextBlock | undefined, TextBlock[]> {
  const gaps = new Map<TextBlock | undefined, TextBlock[]>();
  let last: TextBlock | undefined;
  for (const text of texts) {
    const partner = partnerOf(text);
    if (partner) last = partner;
    else if (!taken.has(text)) gaps.set(last, [...(gaps.get(last) ?? []), text]);
  }
  return gaps;
}

function takesPlaceOf(old: TextBlock, next: TextBlock, { lexicon }: Comparing): boolean {
  if (groups[old.kind] !== groups[next.kind]) return false;
  const [one, other] = [lexicon.lex(old).bag, lexicon.lex(next).bag];
  const size = one.length + other.length;
  const common = (similarity(one, other) * size) / 2;
  const isShort = Math.max(one.length, other.length) <= mostWordsAlone;
  return isShort || common >= 0.8 * Math.min(one.length, other.length);
}

// Of the texts that were found elsewhere, those moved that are not beside what they were beside before.
function tellMoved({ olds, news, paired }: Places, found: ReadonlySet<TextBlock>, pairs: Pairs): void {
  const texts = (sections: readonly TextSection[]) => pairedTexts(sections.flatMap(ownTexts), pairs);
  const before = neighbours(texts(olds).filter((text) => pairs.newer.has(text)));
  const order = texts(news).filter((text) => pairs.older.has(text));
  const after = neighbours(order);
  const settled = new Set(order.filter((text) => !found.has(text)));
  for (const side of ['last', 'next'] as const) {
    for (const text of side === 'last' ? order : order.toReversed()) {
      const old = pairs.older.get(text);
      const beside = after.get(text)?.[side];
      const isBeside =
        beside && settled.has(beside) && pairs.older.get(beside) === (old && before.get(old)?.[side]);
      if (isBeside) settled.add(text);
    }
  }
  const sectionOf = sectionsByText(paired, pairs);
  for (const text of found) {
    const old = pairs.older.get(text);
    const isHere = old !== undefined && sectionOf.get(old) === sectionOf.get(text);
    if (!settled.has(text) || !isHere) pairs.moved.add(text);
    if (settled.has(text) && !isHere) pairs.inOrder.add(text);
  }
}

type Neighbours = { last: TextBlock | undefined; next: TextBlock | undefined };

function neighbours(texts: readonly TextBlock[]): Map<TextBlock, Neighbours> {
  return new Map(texts.map((text, index) => [text, { last: texts[index - 1], next: texts[index + 1] }]));
}

function sectionsByText(sections: readonly SectionPair[], pairs: Pairs): Map<TextBlock, SectionPair> {
  return new Map(
    sections.flatMap((section) =>
      [section.old, section.next].flatMap((side) =>
        (side ? pairedTexts(ownTexts(side), pairs) : []).map((text) => [text, section] as const),
      ),
    ),
  );
}
