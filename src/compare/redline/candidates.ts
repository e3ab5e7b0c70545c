import { oncePer } from '../../memory.ts';
import type { Candidate } from '../align/align.ts';
import { formOf } from './formats.ts';
import type { Comparing, Lexicon } from './lexicon.ts';
import { type TextBlock, type TextTable, type TextUnit, unitTexts } from './page-text.ts';

/** Texts and tables as they are paired: equal ones have the same form and the same words, marks and links. */
export function candidates(units: readonly TextUnit[], { lexicon }: Comparing): Candidate<TextUnit>[] {
  return units.map((item) => {
    const blocks = unitTexts(item);
    const key = item.type === 'table' ? tableKey(item.table) : undefined;
    let bag: Int32Array | undefined;
    return {
      item,
      signature: signatureOf(item),
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

// A text stands in several comparisons.
const signatureOf = oncePer((unit: TextUnit) =>
  JSON.stringify(unitTexts(unit).map((block) => [formOf(block), block.spans])),
);

/** Partners are of one group: a paragraph may become a list item, a title does not become a paragraph. */
export const groups: Record<TextBlock['kind'], string> = {
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

/** The words of several texts, sorted. */
export function joinBags(blocks: readonly TextBlock[], lexicon: Lexicon): Int32Array {
  const [only, ...others] = blocks;
  if (only && others.length === 0) return lexicon.lex(only).bag;
  return Int32Array.from(blocks.flatMap((block) => [...lexicon.lex(block).bag])).sort();
}

/** The indices of one side that are in no pair. */
export function leftOf(count: number, found: readonly [number, number][], side: 0 | 1): number[] {
  const taken = new Set(found.map((both) => both[side]));
  return Array.from({ length: count }, (_, index) => index).filter((index) => !taken.has(index));
}

/** Pairs by name: the first of a name with the first of that name, the second with the second; no name is none. */
export function pairByKey(olds: readonly string[], news: readonly string[]): [number, number][] {
  const places = new Map<string, number[]>();
  for (const [index, key] of olds.entries()) places.set(key, [...(places.get(key) ?? []), index]);
  return news.flatMap((key, to): [number, number][] => {
    const from = places.get(key)?.shift();
    return from === undefined || key === '' ? [] : [[from, to]];
  });
}
