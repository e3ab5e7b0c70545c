import { alignSimilar, type Candidate, matchBest, type Part, splitByEqual } from '../align/align.ts';
import { longestIncreasing } from '../align/order.ts';
import { similarity } from '../align/similarity.ts';
import { candidates, joinBags, leftOf, pairByKey } from './candidates.ts';
import { findChains, hasSameWords } from './chains.ts';
import { formOf } from './formats.ts';
import type { Comparing } from './lexicon.ts';
import { joinTexts, type TextBlock, type TextTable, type TextUnit, unitTexts } from './page-text.ts';

// Which text of the newer page is which text of the older one.

/** Partners found so far. */
export type Pairs = {
  older: Map<TextBlock, TextBlock>;
  newer: Map<TextBlock, TextBlock>;
  /** For each of several texts that are paired as one, that one. */
  joined: Map<TextBlock, TextBlock>;
  /** Texts of the older page that stand at another place of the newer, word for word, each with that one, and those. */
  elsewhere: Map<TextBlock, TextBlock>;
  awaited: Set<TextBlock>;
  /** Texts of the newer page that stand elsewhere than before. */
  moved: Set<TextBlock>;
  /** Those of them that are in another section because a heading came or went before them. */
  inOrder: Set<TextBlock>;
  /** Cells of tables that were compared: a row that went is not looked for elsewhere. */
  settled: Set<TextBlock>;
  /** The row of the newer table for each row of the older one. */
  lines: Map<string, string>;
  /** For the last text of a row or table that stayed, that of its partner: what stood behind the one stands behind the other. */
  ends: Map<TextBlock, TextBlock>;
};

export function makePairs(): Pairs {
  return {
    older: new Map(),
    newer: new Map(),
    joined: new Map(),
    elsewhere: new Map(),
    awaited: new Set(),
    moved: new Set(),
    inOrder: new Set(),
    settled: new Set(),
    lines: new Map(),
    ends: new Map(),
  };
}

/** Fewer words found elsewhere say nothing. */
export const fewestWordsElsewhere = 4;

/** Notes that a text stands word for word at another place: it is not what is similar where it stood. */
export function awaitElsewhere(old: TextBlock, next: TextBlock, { elsewhere, awaited }: Pairs): void {
  elsewhere.set(old, next);
  awaited.add(next);
}

/** Whether a text is to be paired with one at another place. */
export function isElsewhere(block: TextBlock, { elsewhere, awaited }: Pairs): boolean {
  return elsewhere.has(block) || awaited.has(block);
}

function isHere(unit: TextUnit, pairs: Pairs): boolean {
  return unit.type === 'table' || !isElsewhere(unit.block, pairs);
}

function unitsHere(units: readonly TextUnit[], pairs: Pairs): readonly TextUnit[] {
  return pairs.awaited.size === 0 ? units : units.filter((unit) => isHere(unit, pairs));
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
  const [before, after] = [olds, news].map((units) => candidates(unitsHere(units, pairs), comparing));
  const split = splitByEqual(before ?? [], after ?? [], comparing.effort);
  const parts = joinSameWords(split, comparing);
  findCrossing(parts, pairs);
  const here = (units: Units) => units.filter(({ item }) => isHere(item, pairs));
  for (const { isEqual, olds, news } of parts) {
    if (!isEqual) pairBetween(here(olds), here(news), pairs, comparing);
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

// Texts that stand once in each version, but on other sides of what stayed: they moved, and are not what is similar there.
function findCrossing(parts: readonly Part<TextUnit>[], pairs: Pairs): void {
  const between = parts.filter(({ isEqual }) => !isEqual);
  if (between.length < 2) return;
  const olds = onlyOnes(between.map((part) => part.olds));
  const news = onlyOnes(between.map((part) => part.news));
  for (const [signature, old] of olds) {
    const [from, to] = [old?.item, news.get(signature)?.item];
    if (!old || from?.type !== 'text' || to?.type !== 'text' || old.bag.length < fewestWordsElsewhere)
      continue;
    awaitElsewhere(from.block, to.block, pairs);
  }
}

function onlyOnes(lists: readonly Units[]): Map<string, Candidate<TextUnit> | undefined> {
  const groups = Map.groupBy(
    lists.flat().filter(({ item }) => item.type === 'text'),
    ({ signature }) => signature,
  );
  return new Map([...groups].map(([signature, [one, other]]) => [signature, other ? undefined : one]));
}

function itemsOf(units: Units): TextUnit[] {
  return units.map(({ item }) => item);
}

function pairBetween(before: Units, after: Units, pairs: Pairs, comparing: Comparing): void {
  const [olds, news] = [opened(before, after, comparing), opened(after, before, comparing)];
  // What stands alone on both sides needs no search.
  if (olds.length === 1 && news.length === 1 && pairSimilar(olds, news, pairs, comparing)) return;
  let [old, next] = [0, 0];
  for (const chain of findChains(itemsOf(olds), itemsOf(news), comparing)) {
    pairSimilar(olds.slice(old, chain.olds.start), news.slice(next, chain.news.start), pairs, comparing);
    [old, next] = [chain.olds.end, chain.news.end];
    const one = joinUnits(itemsOf(olds.slice(chain.olds.start, old)), pairs);
    const other = joinUnits(itemsOf(news.slice(chain.news.start, next)), pairs);
    if (one && other) pair(one, other, pairs);
  }
  pairSimilar(olds.slice(old), news.slice(next), pairs, comparing);
}

const fewestInTable = 0.75;

// A table whose words stand in texts of the other version, which has none, is the texts of its cells.
function opened(units: Units, others: Units, comparing: Comparing): Units {
  const isTable = ({ item }: Candidate<TextUnit>) => item.type === 'table';
  if (!units.some(isTable) || others.some(isTable)) return units;
  const texts = joinBags(itemsOf(others).flatMap(unitTexts), comparing.lexicon);
  return units.flatMap((unit) => {
    if (unit.item.type !== 'table') return [unit];
    const cells = unit.item.table.rows.flatMap((row) => row.cells.flat());
    if (commonIn(joinBags(cells, comparing.lexicon), texts) < fewestInTable) return [unit];
    return candidates(
      unitTexts(unit.item).map((block) => ({ type: 'text', block })),
      comparing,
    );
  });
}

// How much of the words of one stand in the other.
function commonIn(one: Int32Array, other: Int32Array): number {
  return one.length === 0 ? 0 : (similarity(one, other) * (one.length + other.length)) / 2 / one.length;
}

// Tells whether there was any pair.
function pairSimilar(olds: Units, news: Units, pairs: Pairs, comparing: Comparing): boolean {
  const found = alignSimilar(olds, news, comparing.effort);
  for (const [old, next] of found) pairUnit(old, next, pairs, comparing);
  return found.length > 0;
}

/** One text for several; a chain is of texts alone. */
export function joinUnits(units: readonly TextUnit[], { joined }: Pairs): TextBlock | undefined {
  const texts = units.flatMap(unitTexts);
  if (texts.length < 2) return texts[0];
  const whole = joinTexts(texts);
  for (const text of texts) joined.set(text, whole);
  return whole;
}

/** Makes two texts, or two tables, partners. */
export function pairUnit(old: TextUnit, next: TextUnit, pairs: Pairs, comparing: Comparing): void {
  if (old.type === 'table' && next.type === 'table') pairTables(old.table, next.table, pairs, comparing);
  if (old.type === 'text' && next.type === 'text') pair(old.block, next.block, pairs);
}

/** Makes two texts partners. */
export function pair(old: TextBlock, next: TextBlock, pairs: Pairs): void {
  pairs.older.set(next, old);
  pairs.newer.set(old, next);
}

/** The texts as they were paired: where several are one, that one in their place. */
export function pairedTexts(texts: readonly TextBlock[], { joined }: Pairs): TextBlock[] {
  return joined.size === 0 ? [...texts] : [...new Set(texts.map((text) => joined.get(text) ?? text))];
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

/** Notes that texts stand elsewhere than their partners did. */
export function markMoved(news: readonly TextBlock[], pairs: Pairs): void {
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

// By name; then those with the same content; then in their order, and wherever they are, the most similar.
function pairRows(olds: readonly Row[], news: readonly Row[], comparing: Comparing): [number, number][] {
  const found = pairByNames(olds, news);
  const left = () =>
    [rowCandidates(olds, found, 0, comparing), rowCandidates(news, found, 1, comparing)] as const;
  const add = (pairs: readonly [number, number][]) => found.push(...pairs);
  const [old, next] = left();
  const signatures = (rows: readonly Candidate<number>[]) => rows.map(({ signature }) => signature);
  add(
    pairByKey(signatures(old), signatures(next)).map(([from, to]): [number, number] => [
      // Both indices are those of candidates.
      (old[from] as Candidate<number>).item,
      (next[to] as Candidate<number>).item,
    ]),
  );
  add(alignSimilar(...left(), comparing.effort));
  add(matchBest(...left(), comparing.effort));
  return found;
}

function rowCandidates(
  rows: readonly Row[],
  found: readonly [number, number][],
  side: 0 | 1,
  { lexicon }: Comparing,
): Candidate<number>[] {
  return leftOf(rows.length, found, side).map((item) => {
    const { cells, key } = rows[item] as Row;
    return {
      item,
      signature: JSON.stringify(cells.map((cell) => cell.map((block) => [formOf(block), block.spans]))),
      group: '',
      ...(key && { key }),
      bag: joinBags(cells.flat(), lexicon),
    };
  });
}

// By its own id or name, if no other row has it; then by the ids it had.
function pairByNames(olds: readonly Row[], news: readonly Row[]): [number, number][] {
  const [oldNames, newNames] = [olds, news].map(uniqueNames);
  const found = pairByKey(
    olds.map(({ key }) => (newNames?.has(key) && oldNames?.has(key) ? key : '')),
    news.map(({ key }) => (newNames?.has(key) && oldNames?.has(key) ? key : '')),
  );
  const free = leftOf(olds.length, found, 0);
  const renamed = leftOf(news.length, found, 1).flatMap((to): [number, number][] => {
    const at = free.findIndex((from) => isRenamed(olds[from], news[to]));
    return at < 0 ? [] : [[free.splice(at, 1)[0] ?? 0, to]];
  });
  return [...found, ...renamed];
}

function uniqueNames(rows: readonly Row[]): Set<string> {
  const counts = Map.groupBy(rows, ({ key }) => key);
  return new Set([...counts].flatMap(([key, same]) => (same.length === 1 ? [key] : [])));
}

function isRenamed(old: Row | undefined, next: Row | undefined): boolean {
  return !!old && !!next && (next.aliases.includes(old.key) || old.aliases.includes(next.key));
}
