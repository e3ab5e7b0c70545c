import {
  isSameText,
  type TextBlock,
  type TextSection,
  type TextTable,
  type TextUnit,
  unitTexts,
} from './page-text.ts';
import { type Pairs, pair } from './pairs.ts';

// Most sections of a version are those of the version before it: to pair their texts nothing needs to be searched for.

/**
 * Pairs two sections in which every text is the one it was, each with itself, and tells whether they are such. The pairs are
 * those that a search would find.
 */
export function pairSame(old: TextSection, next: TextSection, pairs: Pairs): boolean {
  const isSame =
    isSameList(old.heading, next.heading) &&
    old.units.length === next.units.length &&
    old.units.every((unit, index) => isSameUnit(unit, next.units[index]));
  if (!isSame) return false;
  pairEach(old.heading, next.heading, pairs);
  for (const [index, unit] of old.units.entries()) pairSameUnit(unit, next.units[index] ?? unit, pairs);
  return true;
}

function isSameUnit(old: TextUnit, next: TextUnit | undefined): boolean {
  if (old.type === 'text') return next?.type === 'text' && isSameText(old.block, next.block);
  return next?.type === 'table' && isNamed(old.table) && isSameTable(old.table, next.table);
}

// Where a name is missing or stands twice, which is which is found by what else there is.
function isNamed({ columns, rows }: TextTable): boolean {
  const names = columns.map((column) => column.map(({ text }) => text).join(' '));
  const keys = rows.map(({ key }) => key);
  return [names, keys].every((all) => new Set(all).size === all.length && !all.includes(''));
}

function isSameTable(old: TextTable, next: TextTable): boolean {
  const isSame = (row: TextTable['rows'][number], other: TextTable['rows'][number] | undefined) =>
    other !== undefined && row.key === other.key && isSameGrid(row.cells, other.cells);
  return (
    isSameList(old.caption, next.caption) &&
    isSameGrid(old.columns, next.columns) &&
    old.rows.length === next.rows.length &&
    old.rows.every((row, index) => isSame(row, next.rows[index]))
  );
}

function isSameGrid(olds: readonly TextBlock[][], news: readonly TextBlock[][]): boolean {
  return olds.length === news.length && olds.every((list, index) => isSameList(list, news[index] ?? []));
}

function isSameList(olds: readonly TextBlock[], news: readonly TextBlock[]): boolean {
  return (
    olds.length === news.length &&
    olds.every((old, index) => {
      const next = news[index];
      return next !== undefined && isSameText(old, next);
    })
  );
}

function pairEach(olds: readonly TextBlock[], news: readonly TextBlock[], pairs: Pairs): void {
  for (const [index, old] of olds.entries()) pair(old, news[index] ?? old, pairs);
}

function pairSameUnit(old: TextUnit, next: TextUnit, pairs: Pairs): void {
  const [olds, news] = [unitTexts(old), unitTexts(next)];
  pairEach(olds, news, pairs);
  if (old.type === 'text' || next.type === 'text') return;
  for (const block of [...olds, ...news]) pairs.settled.add(block);
  markLast(old.table.columns.flat(), next.table.columns.flat(), pairs);
  for (const [index, { line, cells }] of old.table.rows.entries()) {
    const row = next.table.rows[index];
    pairs.lines.set(line, row?.line ?? line);
    markLast(cells.flat(), row?.cells.flat() ?? [], pairs);
  }
  markLast(olds, news, pairs);
}

function markLast(olds: readonly TextBlock[], news: readonly TextBlock[], pairs: Pairs): void {
  const [old, next] = [olds.at(-1), news.at(-1)];
  if (old && next) pairs.ends.set(old, next);
}
