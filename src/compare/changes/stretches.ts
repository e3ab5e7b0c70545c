import type { Origin, RedlineBlock } from '../redline/redline-model.ts';

// Which blocks of the redline are prose, and which are told together.

/** Whether anything of a block is another. */
export function isChanged({ change, formats }: RedlineBlock): boolean {
  return change !== 'same' || formats.length > 0;
}

// The introduction and the texts of a section's own blocks, but for its definitions; a default title of a callout is none
// of them.
const prosePath = /^lead$|^sections\.[^.]+\.content\.\d+(?!\.definitions\.)/;

/** Whether a block is prose: the redline shows facts beside it. */
export function isProse({ change, origins }: RedlineBlock): boolean {
  const sides = [origins.before, origins.after].filter((origin) => origin !== undefined);
  const isOfProse = ({ source }: Origin) => prosePath.test(source.path ?? '');
  return change === 'moved' ? sides.some(isOfProse) : sides.every(isOfProse);
}

/** A block, and which of its section it is. */
type Indexed = { block: RedlineBlock; index: number };

/**
 * Blocks that are told together: what came or went at one place is one change, however many paragraphs it has, and so is
 * what moved there from one place with its words as they were.
 */
export function stretchesOf(blocks: readonly Indexed[]): RedlineBlock[][] {
  const stretches: Indexed[][] = [];
  for (const item of blocks) {
    const last = stretches.at(-1)?.at(-1);
    const { change } = item.block;
    const isNext = last?.index === item.index - 1 && change === last.block.change;
    const isWhole = change === 'added' || change === 'removed' || (last && areMoved(last.block, item.block));
    if (isNext && isWhole) stretches.at(-1)?.push(item);
    else stretches.push([item]);
  }
  return withReplaced(withLines(stretches)).map((stretch) => stretch.map(({ block }) => block));
}

function areMoved(one: RedlineBlock, other: RedlineBlock): boolean {
  const isMovedAlone = ({ isInOrder, ops, formats }: RedlineBlock) =>
    !isInOrder && formats.length === 0 && ops.every(([sign]) => sign === '=');
  return one.movedFrom === other.movedFrom && [one, other].every(isMovedAlone);
}

const longestLine = 50;
const fewestLines = 3;

// The lines of an address, each a paragraph, of which some came, some went and some changed.
function withLines(stretches: readonly Indexed[][]): Indexed[][] {
  const groups: Indexed[][][] = [];
  for (const stretch of stretches) {
    const last = groups.at(-1)?.at(-1)?.at(-1);
    const goesOn = last && last.index + 1 === stretch[0]?.index && [last, ...stretch].every(isLine);
    if (goesOn) groups.at(-1)?.push(stretch);
    else groups.push([stretch]);
  }
  return groups.flatMap((group) => {
    const all = group.flat();
    const isAddress = group.length > 1 && all.length >= fewestLines && haveFigures(all);
    return isAddress ? [all] : group;
  });
}

function isLine({ block }: Indexed): boolean {
  const isApart = block.kind === 'paragraph' && block.change !== 'moved' && block.formats.length === 0;
  const text = textOf(block);
  // A word of a sentence begins with a small letter.
  return (
    isApart &&
    /\p{L}/u.test(text) &&
    text.length <= longestLine &&
    !/[.:;!?]$|(?<![\p{L}\p{N}])\p{Ll}{4}/u.test(text)
  );
}

// A house or a code, in both versions.
function haveFigures(lines: readonly Indexed[]): boolean {
  const of = (gone: '-' | '+') =>
    lines.flatMap(({ block }) => block.ops.filter(([sign]) => sign !== gone)).map(([, text]) => text);
  return [of('-'), of('+')].every((texts) => /\d/.test(texts.join()));
}

/** Whether a stretch is the lines of an address, which are told as one text. */
export function isOfLines(stretch: readonly RedlineBlock[]): boolean {
  return stretch.length >= fewestLines && new Set(stretch.map(({ change }) => change)).size > 1;
}

const longestReplaced = 100;

// A short text that stands alone where another stood alone took its place, even if the two share no word.
function withReplaced(stretches: readonly Indexed[][]): Indexed[][] {
  const joined: Indexed[][] = [];
  for (const stretch of stretches) {
    const last = joined.at(-1);
    const [old, now] = [last?.[0], stretch[0]];
    const isReplaced =
      last?.length === 1 &&
      stretch.length === 1 &&
      old?.block.change === 'removed' &&
      now?.block.change === 'added' &&
      old.index === now.index - 1 &&
      old.block.kind === now.block.kind &&
      [old, now].every(({ block }) => textOf(block).length <= longestReplaced);
    if (last && isReplaced) last.push(...stretch);
    else joined.push([...stretch]);
  }
  return joined;
}

function textOf({ ops }: RedlineBlock): string {
  return ops.map(([, text]) => text).join('');
}
