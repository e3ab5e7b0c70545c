import type { RedlineBlock } from '../redline/redline-model.ts';
import { joining } from './verdict.ts';

// "attacks the API, or" says what "attacks the API." does: how an item of a list ends follows from what stands below it.

const ending = /[\s,;.]*\s\S+$/u;

type Sign = '-' | '+';

/**
 * The blocks of a section without what is but the end of items in lists where items came, went or moved: an item with another
 * end is the same, and one that went and came with another end moved. Where a list has other words such as "or" at the ends
 * of its items than before, the ends stay.
 */
export function withoutEnds(blocks: readonly RedlineBlock[], formerId: string): RedlineBlock[] {
  const read = new Map<RedlineBlock, RedlineBlock | undefined>();
  for (const list of listsOf(blocks)) {
    const isOther = list.some(({ change }) => change !== 'same' && change !== 'changed');
    if (!isOther || !areJoinedAlike(list)) continue;
    for (const block of list.filter(isEndedAnew))
      read.set(block, asAfter(block, block.change, block.movedFrom));
    for (const [old, now] of swappedIn(list)) {
      read.set(old, undefined);
      read.set(now, asAfter({ ...now, origins: { ...old.origins, ...now.origins } }, 'moved', formerId));
    }
  }
  return blocks.flatMap((block) => (read.has(block) ? (read.get(block) ?? []) : block));
}

// Items that follow each other, of each level by themselves.
function listsOf(blocks: readonly RedlineBlock[]): RedlineBlock[][] {
  const runs: RedlineBlock[][] = [[]];
  for (const block of blocks) {
    if (block.kind === 'item') runs.at(-1)?.push(block);
    else if (runs.at(-1)?.length !== 0) runs.push([]);
  }
  return runs.flatMap((run) => [...Map.groupBy(run, ({ item }) => item?.depth ?? 1).values()]);
}

function textOf({ ops }: RedlineBlock, sign: Sign): string {
  return ops.flatMap(([own, text]) => (own === '=' || own === sign ? [text] : [])).join('');
}

// A list of one item joins nothing.
function areJoinedAlike(list: readonly RedlineBlock[]): boolean {
  const isOne = (missing: RedlineBlock['change']) =>
    list.filter(({ change }) => change !== missing).length === 1;
  return isOne('added') || isOne('removed') || joinsOf(list, '-') === joinsOf(list, '+');
}

// The words that items end with.
function joinsOf(list: readonly RedlineBlock[], sign: Sign): string {
  const joins = list.flatMap((block) => joinOf(textOf(block, sign)) ?? []);
  return [...new Set(joins)].sort().join();
}

function joinOf(text: string): string | undefined {
  const word = /\s(\S+?)[,;.]*$/.exec(text)?.[1] ?? '';
  return joining.test(word) ? word : undefined;
}

function bare(text: string): string {
  return joinOf(text) ? text.replace(ending, '') : text.replace(/[,;.]+$/, '');
}

function isEndedAnew(block: RedlineBlock): boolean {
  const [old, now] = [textOf(block, '-'), textOf(block, '+')];
  const isOfWords = block.formats.length === 0 && (block.change === 'changed' || block.change === 'moved');
  return isOfWords && old !== now && bare(old) === bare(now);
}

// What went and came with the same words and links.
function swappedIn(list: readonly RedlineBlock[]): [RedlineBlock, RedlineBlock][] {
  const keyOf = (block: RedlineBlock, sign: Sign) => {
    const { spans = [] } = block.origins[sign === '-' ? 'before' : 'after'] ?? {};
    return JSON.stringify([bare(textOf(block, sign)), spans.flatMap(({ href }) => href ?? [])]);
  };
  const gone = Map.groupBy(
    list.filter(({ change }) => change === 'removed'),
    (block) => keyOf(block, '-'),
  );
  return list.flatMap((block): [RedlineBlock, RedlineBlock][] => {
    const old = block.change === 'added' ? gone.get(keyOf(block, '+'))?.shift() : undefined;
    return old ? [[old, block]] : [];
  });
}

// As if it had read before what it reads now.
function asAfter(block: RedlineBlock, change: RedlineBlock['change'], movedFrom?: string): RedlineBlock {
  const { origins } = block;
  return {
    ...block,
    change: change === 'moved' ? 'moved' : 'same',
    ...(movedFrom !== undefined && { movedFrom }),
    ops: [['=', textOf(block, '+')]],
    origins: origins.after ? { before: origins.after, after: origins.after } : origins,
  };
}
