import type { Departure, RedlineBlock, RedlineSection } from '../redline/redline-model.ts';

type BlocksUnit = { type: 'blocks'; kind: RedlineBlock['kind']; isSame: boolean; blocks: RedlineBlock[] };

/** What is shown together: a paragraph, an item, a whole table; or the place a text left. */
export type Unit = BlocksUnit | { type: 'departure'; departure: Departure };

/** A heading is its own change where it came, went, moved or reads otherwise. A paragraph may have become one elsewhere. */
export function headingOf({ id, blocks: [first] }: RedlineSection): RedlineBlock | undefined {
  return first?.kind === 'heading' || id === '_opening' ? first : undefined;
}

/** Whether a section is the same, and where it was; texts that left it are told at their own places. */
export function isUnchanged({ change, isMoved, formerTitle, departures = [] }: RedlineSection): boolean {
  return change === 'same' && !isMoved && formerTitle === undefined && departures.length === 0;
}

/** The units of a section below its heading, in their order. */
export function unitsOf(section: RedlineSection): Unit[] {
  const { blocks, departures = [] } = section;
  const heading = headingOf(section);
  const units: Unit[] = [];
  const left = [...departures];
  for (const [index, block] of blocks.entries()) {
    const last = units.at(-1);
    const isInTable = last?.type === 'blocks' && isOfTable(last, block);
    // No table is torn apart for a text that stood inside one of its rows.
    while (!isInTable && left[0] && left[0].at <= index) units.push(departed(left.shift() ?? left[0]));
    if (block === heading) continue;
    const isCaption = !block.cell && blocks[index + 1]?.cell?.table === textOf(block);
    const isSame = isUnmarked(block);
    const isInLast = isInTable || (last?.type === 'blocks' && !isCaption && goesAlong(last, block));
    if (isInLast && last?.type === 'blocks') {
      last.blocks.push(block);
      last.isSame &&= isSame;
    } else units.push({ type: 'blocks', kind: isCaption ? 'cell' : block.kind, isSame, blocks: [block] });
  }
  return [...units, ...left.map(departed)];
}

// What came or went at one place is one change, however many paragraphs and items it has.
function goesAlong({ kind, blocks }: BlocksUnit, { change, cell }: RedlineBlock): boolean {
  const isWhole = change === 'added' || change === 'removed';
  return isWhole && kind !== 'cell' && !cell && blocks.every((block) => block.change === change);
}

function departed(departure: Departure): Unit {
  return { type: 'departure', departure };
}

/** Whether nothing of a block is marked: in another section, but where it stood, it reads as before. */
export function isUnmarked({ change, isInOrder, formats, ops }: RedlineBlock): boolean {
  const stands = change === 'same' || (change === 'moved' && isInOrder === true);
  return stands && formats.length === 0 && ops.every(([sign]) => sign === '=');
}

/** The newer text of a block. */
export function textOf({ ops }: RedlineBlock): string {
  return ops.flatMap(([kind, text]) => (kind === '-' ? [] : [text])).join('');
}

function isOfTable({ kind, blocks: [first, second] }: BlocksUnit, { cell }: RedlineBlock): boolean {
  const table = first?.cell?.table ?? second?.cell?.table ?? (first && textOf(first));
  return kind === 'cell' && cell !== undefined && table === cell.table;
}
