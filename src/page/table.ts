import type { Shown } from './cell.ts';
import type { PageBlock, PageContext, Row } from './page-model.ts';
import { idOf } from './selection.ts';

/** `path` is that of the entry in the policy. */
export type Column<T> = { label: string; cell(entry: T, path: string): Shown };

/**
 * A table of entries. Columns in which no entry has anything are left out unless they were asked for; a table of one
 * column is a list. Where a field is not filled, its cell is empty: whether the text states the fact elsewhere, nobody
 * knows here.
 */
export function table<T>(
  block: {
    of: string;
    caption: string;
    keepEmpty?: boolean;
    head?: number;
    aliasesOf?(entry: T): string[] | undefined;
  },
  entries: [string, T][],
  columns: Column<T>[],
  context: PageContext,
): PageBlock {
  const pathOf = (id: string) => `${block.of}.${id}`;
  const used = block.keepEmpty
    ? columns
    : columns.filter(({ cell }) => entries.some(([id, entry]) => cell(entry, pathOf(id)) !== undefined));
  const rows: Row[] = entries.map(([id, entry]) => ({
    ...idOf(context.anchor(block.of, id)),
    ...aliasesOf(block.aliasesOf?.(entry), block.of, context),
    cells: used.map(({ cell }) => cell(entry, pathOf(id)) || []),
  }));
  if (used.length === 1) {
    const items = rows.map(({ cells, ...anchors }) => ({ ...anchors, text: cells[0] ?? [] }));
    return { type: 'list', items };
  }
  return {
    type: 'table',
    caption: block.caption,
    columns: used.map(({ label }) => label),
    head: block.head ?? 0,
    rows,
  };
}

function aliasesOf(ids: string[] = [], inventory: string, context: PageContext): { aliases?: string[] } {
  const anchors = ids.flatMap((id) => context.anchor(inventory, id) ?? []);
  return anchors.length > 0 ? { aliases: anchors } : {};
}
