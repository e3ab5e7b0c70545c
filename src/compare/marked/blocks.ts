import { escapeHtml } from '../../text/html.ts';
import type { Reader } from '../../text/show.ts';
import { type ItemPlace, textBreak } from '../redline/page-text.ts';
import type { RedlineBlock, RedlinePart } from '../redline/redline-model.ts';
import { isUnmarked, textOf, type Unit } from './units.ts';

/** What is shown together, with the words of both versions marked. */
export type ComparedBlock =
  | { type: 'paragraph' | 'term' | 'code'; html: string }
  | { type: 'list'; isNumbered: boolean; items: ComparedItem[] }
  | {
      type: 'table';
      captionHtml: string;
      columns: ComparedColumn[];
      /** The column whose cells name their rows. */
      head: number;
      rows: ComparedRow[];
      folded?: FoldedRows;
    };

/** An item with what is inside it; without text it only holds what is deeper. */
export type ComparedItem = { html: string; number?: number; blocks: ComparedBlock[] };

export type ComparedColumn = { html: string; labelHtml: string };
export type ComparedRow = { id?: string; note?: string; cells: string[] };

/** The rows of a table that did not change, under the number of them. */
type FoldedRows = { title: string; rows: ComparedRow[] };

/** So few rows are not worth folding. */
const mostUnfolded = 2;

/** The blocks of units that follow each other; `number` is that of the change they are, if they are one. */
export function toBlocks(units: readonly Unit[], reader: Reader, number?: number): ComparedBlock[] {
  const blocks: ComparedBlock[] = [];
  for (const unit of units) {
    if (unit.type !== 'blocks') continue;
    if (unit.kind === 'cell') blocks.push(toTable(unit.blocks, reader, number));
    else for (const part of unit.blocks.flatMap(partsOf)) addPart(blocks, part);
  }
  return blocks;
}

function partsOf(block: RedlineBlock): RedlinePart[] {
  return block.parts ?? [block];
}

function addPart(blocks: ComparedBlock[], { kind, html, item }: RedlinePart): void {
  if (kind === 'item') addItem(blocks, html, item ?? { depth: 1 }, item?.depth ?? 1);
  else blocks.push({ type: kind === 'code' || kind === 'paragraph' ? kind : 'term', html });
}

// An item stands in the last item of the list around it, or in an empty one where that is not shown.
function addItem(blocks: ComparedBlock[], html: string, item: ItemPlace, depth: number): void {
  const last = blocks.at(-1);
  const list = last?.type === 'list' ? last : undefined;
  if (depth > 1) {
    const items = (list ?? begin(blocks, false)).items;
    if (items.length === 0) items.push({ html: '', blocks: [] });
    addItem(items.at(-1)?.blocks ?? [], html, item, depth - 1);
  } else if (item.goesOn) {
    (list?.items.at(-1)?.blocks ?? blocks).push({ type: 'paragraph', html });
  } else {
    const isNumbered = item.number !== undefined;
    const own = list?.isNumbered === isNumbered ? list : begin(blocks, isNumbered);
    own.items.push({ html, ...(item.number !== undefined && { number: item.number }), blocks: [] });
  }
}

function begin(blocks: ComparedBlock[], isNumbered: boolean): Extract<ComparedBlock, { type: 'list' }> {
  const list = { type: 'list' as const, isNumbered, items: [] };
  blocks.push(list);
  return list;
}

function toTable(blocks: readonly RedlineBlock[], reader: Reader, number?: number): ComparedBlock {
  const caption = blocks.find(({ cell }) => !cell);
  const cells = blocks.filter(({ cell }) => cell).flatMap(cellsOf);
  const columns = [...new Set(cells.map(({ cell }) => cell?.column ?? ''))];
  const [first = [], ...rest] = Map.groupBy(cells, ({ cell }) => cell?.line ?? '').values();
  const isHead = first.every((block) => textOf(block) === block.cell?.column);
  const inColumn = (row: readonly RedlineBlock[], column: string) =>
    row.filter(({ cell }) => cell?.column === column).map(({ html }) => html);
  const lines = isHead ? rest : [first, ...rest];
  const toRow = (line: readonly RedlineBlock[]): ComparedRow => ({
    ...(number !== undefined && !line.every(isUnmarked) && { id: rowId(number, line) }),
    ...(isMoved(line) && { note: reader.words.diff.sections.moved }),
    cells: columns.map((column) => inColumn(line, column).join(' ')),
  });
  const head = cells.find((block) => block.cell?.line !== first[0]?.cell?.line && isNameOf(block));
  return {
    type: 'table',
    head: Math.max(0, columns.indexOf(head?.cell?.column ?? '')),
    captionHtml: caption?.html ?? escapeHtml(cells[0]?.cell?.table ?? ''),
    columns: columns.map((column) => {
      const labelHtml = escapeHtml(column);
      return { html: (isHead && inColumn(first, column)[0]) || labelHtml, labelHtml };
    }),
    ...foldRows(lines, number !== undefined, toRow, reader),
  };
}

// Cells that stand for one text of the older version are marked as one, and each stands at its place.
function cellsOf(block: RedlineBlock): RedlineBlock[] {
  const { parts, ...rest } = block;
  if (!parts) return [block];
  const texts = textOf(block).split(textBreak);
  return parts.map(({ html, cell }, index) => ({
    ...rest,
    html,
    ...(cell && { cell }),
    ops: [['=', texts[index] ?? '']],
  }));
}

function isNameOf(block: RedlineBlock): boolean {
  return block.cell !== undefined && block.cell.row !== '' && block.cell.row === textOf(block);
}

/** The id of a row of a table that is a change. */
export function rowId(number: number, line: readonly RedlineBlock[]): string {
  return `c-${number}-${line[0]?.cell?.line ?? ''}`;
}

function isMoved(line: readonly RedlineBlock[]): boolean {
  const kept = line.filter(({ change }) => change !== 'added' && change !== 'removed');
  return kept.length > 0 && kept.every(({ change, isInOrder }) => change === 'moved' && !isInOrder);
}

// The rows beside one that changed tell where it stands, and are shown with it.
function foldRows(
  lines: readonly RedlineBlock[][],
  isChange: boolean,
  toRow: (line: readonly RedlineBlock[]) => ComparedRow,
  { words }: Reader,
): { rows: ComparedRow[]; folded?: FoldedRows } {
  const isSame = lines.map((line) => line.every(isUnmarked));
  const isFar = (index: number) => [index - 1, index, index + 1].every((at) => isSame[at] ?? true);
  const far = lines.filter((_, index) => isFar(index));
  if (!isChange || far.length <= mostUnfolded) return { rows: lines.map(toRow) };
  const near = lines.filter((_, index) => !isFar(index));
  const folded = { title: words.diff.unchangedRows(far.length), rows: far.map(toRow) };
  return { rows: near.map(toRow), folded };
}
