import { alignSimilar, type Candidate, matchBest, type Part, splitByEqual } from '../align/align.ts';
import { longestIncreasing } from '../align/order.ts';
import { findChains, hasSameWords } from './chains.ts';
import { formOf } from './formats.ts';
import type { Comparing, Lexicon } from './lexicon.ts';
import { joinTexts, type TextBlock, type TextTable, type TextUnit, unitTexts } from './page-text.ts';

// Which text of the newer page is which text of the older one.

/** Partners found so far. */
export type Pairs = {
  older: Map<TextBlock, TextBlock>;
  newer: Map<TextBlock, TextBlock>;
  /** For each of several texts that are paired as one, that one. */
  joined: Map<TextBlock, TextBlock>;
  /** Texts of the newer page that stand elsewhere than before. */
  moved: Set<TextBlock>;
  /** Cells of tables that were compared: a row that went is not looked for elsewhere. */
  settled: Set<TextBlock>;
  /** The row of the newer table for each row of the older one. */
  lines: Map<string, string>;
  /** For the last text of a row or table that stayed, that of its partner: what stood behind the one stands behind the other. */
  ends: Map<TextBlock, TextBlock>;
};

/** A shorter text found elsewhere says nothing. */
const fewestWordsElsewhere = 4;

export function makePairs(): Pairs {
  return {
    older: new Map(),
    newer: new Map(),
    joined: new Map(),
    moved: new Set(),
    settled: new Set(),
    lines: new Map(),
    ends: new Map(),
  };
}

/**
 * Pairs the texts and tables of two sections in their order: equal ones first; then, between those, texts that hold the
 * same words, one or several of each version; then similar ones.
 */
export function pairUnits(
  olds: readonly TextUnit[],
  news: readonly TextUnit[],
  pairs: Pairs,
  comparing: Comparing,
): void {
  const parts = splitByEqual(candidates(olds, comparing), candidates(news, comparing), comparing.effort);
  for (const { isEqual, olds, news } of joinSameWords(parts, comparing)) {
    if (!isEqual) pairBetween(olds, news, pairs, comparing);
    else
      for (const [index, old] of olds.entries())
        pairUnit(old.item, (news[index] ?? old).item, pairs, comparing);
  }
}

type Units = readonly Candidate<TextUnit>[];

// Where all words stayed in their order, what is equal by chance must not tear them apart.
function joinSameWords(parts: readonly Part<TextUnit>[], comparing: Comparing): readonly Part<TextUnit>[] {
  const first = parts.findIndex(({ isEqual }) => !isEqual);
  const end = parts.findLastIndex(({ isEqual }) => !isEqual) + 1;
  if (end - first < 2) return parts;
  const between = parts.slice(first, end);
  const olds = between.flatMap((part) => part.olds);
  const news = between.flatMap((part) => part.news);
  if (!hasSameWords(itemsOf(olds), itemsOf(news), comparing)) return parts;
  return [...parts.slice(0, first), { isEqual: false, olds, news }, ...parts.slice(end)];
}

function itemsOf(units: Units): TextUnit[] {
  return units.map(({ item }) => item);
}

function pairBetween(olds: Units, news: Units, pairs: Pairs, comparing: Comparing): void {
  // What stands alone on both sides needs no search.
  if (olds.length === 1 && news.length === 1 && pairSimilar(olds, news, pairs, comparing)) return;
  let [old, next] = [0, 0];
  for (const chain of findChains(itemsOf(olds), itemsOf(news), comparing)) {
    pairSimilar(olds.slice(old, chain.olds.start), news.slice(next, chain.news.start), pairs, comparing);
    [old, next] = [chain.olds.end, chain.news.end];
    const one = joinUnits(olds.slice(chain.olds.start, old), pairs);
    const other = joinUnits(news.slice(chain.news.start, next), pairs);
    if (one && other) pair(one, other, pairs);
  }
  pairSimilar(olds.slice(old), news.slice(next), pairs, comparing);
}

// Tells whether there was any pair.
function pairSimilar(olds: Units, news: Units, pairs: Pairs, comparing: Comparing): boolean {
  const found = alignSimilar(olds, news, comparing.effort);
  for (const [old, next] of found) pairUnit(old, next, pairs, comparing);
  return found.length > 0;
}

// One text for several; a chain is of texts alone.
function joinUnits(units: Units, { joined }: Pairs): TextBlock | undefined {
  const texts = itemsOf(units).flatMap(unitTexts);
  if (texts.length < 2) return texts[0];
  const whole = joinTexts(texts);
  for (const text of texts) joined.set(text, whole);
  return whole;
}

function pairUnit(old: TextUnit, next: TextUnit, pairs: Pairs, comparing: Comparing): void {
  if (old.type === 'table' && next.type === 'table') pairTables(old.table, next.table, pairs, comparing);
  if (old.type === 'text' && next.type === 'text') pair(old.block, next.block, pairs);
}

// Makes two texts partners.
function pair(old: TextBlock, next: TextBlock, pairs: Pairs): void {
  pairs.older.set(next, old);
  pairs.newer.set(old, next);
}

/** Pairs what is left over in all sections with similar texts at other places. */
export function pairMoved(
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
  // A cell moves with its table or not at all: alone, it would tear its row apart.
  const rest = (units: readonly TextUnit[]) =>
    units.filter((unit) => unit.type === 'text' && isFree(unit, pairs));
  for (const [old, next] of matchAnywhere(rest(olds), rest(news), comparing)) {
    pairUnit(old, next, pairs, comparing);
    markMoved(unitTexts(next), pairs);
  }
}

function isFree(unit: TextUnit, { older, newer, joined, settled }: Pairs): boolean {
  return unitTexts(unit).every((block) => ![older, newer, joined, settled].some((taken) => taken.has(block)));
}

/** The texts as they were paired: where several are one, that one in their place. */
export function pairedTexts(texts: readonly TextBlock[], { joined }: Pairs): TextBlock[] {
  return [...new Set(texts.map((text) => joined.get(text) ?? text))];
}

function candidates(units: readonly TextUnit[], { lexicon }: Comparing): Candidate<TextUnit>[] {
  return units.map((item) => {
    const blocks = unitTexts(item);
    const key = item.type === 'table' ? tableKey(item.table) : undefined;
    let bag: Int32Array | undefined;
    return {
      item,
      signature: JSON.stringify(blocks.map((block) => [formOf(block), block.spans])),
      group: item.type === 'table' ? 'table' : groups[item.block.kind],
      ...(key && { key }),
      // Most texts have an equal partner, and nobody asks for their words.
      get bag() {
        bag ??= joinBags(blocks, lexicon);
        return bag;
      },
    };
  });
}

// A paragraph may become a list item; a title does not become a paragraph.
const groups: Record<TextBlock['kind'], string> = {
  heading: 'heading',
  title: 'label',
  term: 'label',
  paragraph: 'text',
  item: 'text',
  cell: 'text',
  code: 'text',
};

function tableKey({ caption, columns }: TextTable): string {
  return JSON.stringify((caption.length > 0 ? caption : columns.flat()).map(({ text }) => text));
}

function joinBags(blocks: readonly TextBlock[], lexicon: Lexicon): Int32Array {
  const [only, ...others] = blocks;
  if (only && others.length === 0) return lexicon.lex(only).bag;
  return Int32Array.from(blocks.flatMap((block) => [...lexicon.lex(block).bag])).sort();
}

/** Pairs wherever the partner stands: equal ones, then the most similar first, of equals the first in the older page. */
function matchAnywhere(
  olds: readonly TextUnit[],
  news: readonly TextUnit[],
  comparing: Comparing,
): [TextUnit, TextUnit][] {
  const long = (units: readonly TextUnit[]) =>
    candidates(units, comparing).filter(({ bag }) => bag.length >= fewestWordsElsewhere);
  const [old, next] = [long(olds), long(news)];
  const equal = pairByKey(
    old.map(({ signature }) => signature),
    next.map(({ signature }) => signature),
  );
  // All indices are those of candidates.
  const itemOf = (all: readonly Candidate<TextUnit>[], index: number) => all[index] as Candidate<TextUnit>;
  const left = (all: readonly Candidate<TextUnit>[], side: 0 | 1) =>
    leftOf(all.length, equal, side).map((index) => itemOf(all, index));
  return [
    ...equal.map(([from, to]): [TextUnit, TextUnit] => [itemOf(old, from).item, itemOf(next, to).item]),
    ...matchBest(left(old, 0), left(next, 1), comparing.effort),
  ];
}

type Row = TextTable['rows'][number];

function pairTables(old: TextTable, next: TextTable, pairs: Pairs, comparing: Comparing): void {
  const blocksOf = (table: TextTable) => unitTexts({ type: 'table', table });
  for (const block of [...blocksOf(old), ...blocksOf(next)]) pairs.settled.add(block);
  pairPlaces(old.caption, next.caption, pairs, comparing);
  const columns = pairColumns(old, next, comparing);
  pairCells(old.columns, next.columns, { columns, pairs, comparing });
  markEnd(old.columns.flat(), next.columns.flat(), pairs);
  for (const to of movedOf(columns)) markMoved(next.columns[to] ?? [], pairs);
  const rows = pairRows(old.rows, next.rows, comparing);
  const movedRows = movedOf(rows);
  for (const [from, to] of rows) {
    // Both indices are those of rows.
    const [oldRow, newRow] = [old.rows[from] as Row, next.rows[to] as Row];
    pairs.lines.set(oldRow.line, newRow.line);
    pairCells(oldRow.cells, newRow.cells, { columns, pairs, comparing });
    if (movedRows.has(to)) markMoved(newRow.cells.flat(), pairs);
    else markEnd(oldRow.cells.flat(), newRow.cells.flat(), pairs);
  }
  markEnd(blocksOf(old), blocksOf(next), pairs);
}

type Cells = readonly (readonly TextBlock[])[];
type InColumns = { columns: readonly [number, number][]; pairs: Pairs; comparing: Comparing };

function pairCells(olds: Cells, news: Cells, { columns, pairs, comparing }: InColumns): void {
  for (const [from, to] of columns) pairPlaces(olds[from] ?? [], news[to] ?? [], pairs, comparing);
}

function markEnd(olds: readonly TextBlock[], news: readonly TextBlock[], pairs: Pairs): void {
  const [old, next] = [pairedTexts(olds, pairs).at(-1), pairedTexts(news, pairs).at(-1)];
  if (old && next) pairs.ends.set(old, next);
}

// What stands at one place is compared even where no word is left.
export function pairPlaces(
  olds: readonly TextBlock[],
  news: readonly TextBlock[],
  pairs: Pairs,
  comparing: Comparing,
): void {
  const [old, next] = [olds[0], news[0]];
  const units = (blocks: readonly TextBlock[]) => blocks.map((block) => ({ type: 'text' as const, block }));
  if (old && next && olds.length === 1 && news.length === 1) pair(old, next, pairs);
  else pairUnits(units(olds), units(news), pairs, comparing);
}

function markMoved(news: readonly TextBlock[], pairs: Pairs): void {
  for (const block of pairedTexts(news, pairs)) if (pairs.older.has(block)) pairs.moved.add(block);
}

// The fewest rows or columns that can be said to have moved.
function movedOf(found: readonly [number, number][]): Set<number> {
  const ordered = [...found].sort(([, one], [, other]) => one - other);
  const kept = longestIncreasing(ordered.map(([from]) => from));
  return new Set(ordered.flatMap(([, to], index) => (kept.has(index) ? [] : [to])));
}

function pairColumns(old: TextTable, next: TextTable, { lexicon, effort }: Comparing): [number, number][] {
  const text = (blocks: readonly TextBlock[]) => blocks.map((block) => block.text).join(' ');
  const byHeader = pairByKey(old.columns.map(text), next.columns.map(text));
  const cells = (table: TextTable, column: number) => table.rows.flatMap((row) => row.cells[column] ?? []);
  const left = (table: TextTable, side: 0 | 1): Candidate<number>[] =>
    leftOf(table.columns.length, byHeader, side).map((item) => ({
      item,
      signature: '',
      group: '',
      bag: joinBags(cells(table, item), lexicon),
    }));
  return [...byHeader, ...matchBest(left(old, 0), left(next, 1), effort)];
}

function pairRows(olds: readonly Row[], news: readonly Row[], comparing: Comparing): [number, number][] {
  const byKey = pairByNames(olds, news);
  const left = (rows: readonly Row[], side: 0 | 1): Candidate<number>[] =>
    leftOf(rows.length, byKey, side).map((item) => ({
      item,
      signature: `${side}${item}`,
      group: '',
      bag: joinBags((rows[item] as Row).cells.flat(), comparing.lexicon),
    }));
  return [...byKey, ...alignSimilar(left(olds, 0), left(news, 1), comparing.effort)];
}

// By its own id or name, then by the ids it had.
function pairByNames(olds: readonly Row[], news: readonly Row[]): [number, number][] {
  const found = pairByKey(
    olds.map(({ key }) => key),
    news.map(({ key }) => key),
  );
  const free = leftOf(olds.length, found, 0);
  const renamed = leftOf(news.length, found, 1).flatMap((to): [number, number][] => {
    const at = free.findIndex((from) => isRenamed(olds[from], news[to]));
    return at < 0 ? [] : [[free.splice(at, 1)[0] ?? 0, to]];
  });
  return [...found, ...renamed];
}

function isRenamed(old: Row | undefined, next: Row | undefined): boolean {
  return !!old && !!next && (next.aliases.includes(old.key) || old.aliases.includes(next.key));
}

function leftOf(count: number, found: readonly [number, number][], side: 0 | 1): number[] {
  const taken = new Set(found.map((both) => both[side]));
  return Array.from({ length: count }, (_, index) => index).filter((index) => !taken.has(index));
}

// The first of a name pairs with the first of that name, the second with the second.
function pairByKey(olds: readonly string[], news: readonly string[]): [number, number][] {
  const places = new Map<string, number[]>();
  for (const [index, key] of olds.entries()) places.set(key, [...(places.get(key) ?? []), index]);
  return news.flatMap((key, to): [number, number][] => {
    const from = places.get(key)?.shift();
    return from === undefined || key === '' ? [] : [[from, to]];
  });
}
