import type { PolicyPage } from '../../page/page-model.ts';
import { allSections } from '../../resolve/all-sections.ts';
import { wordsFor } from '../../words/words.ts';
import { makeEffort } from '../align/effort.ts';
import { interleave } from '../align/order.ts';
import { findFormats } from './formats.ts';
import { type Written, writeParts } from './html.ts';
import { type Comparing, makeLexicon } from './lexicon.ts';
import { type CellPlace, ownTexts, readPageText, type TextBlock } from './page-text.ts';
import { makePairs, type Pairs, pairedTexts, pairMoved, pairPlaces, pairUnits } from './pairs.ts';
import type { Op, Redline, RedlineBlock, RedlineSection } from './redline-model.ts';
import { pairSections, type SectionPair } from './sections.ts';
import { compareWords } from './words.ts';

/**
 * Compares two versions of a policy as readers see them, both made by the same templates. The count of work is made
 * anew unless given.
 */
export function redline(before: PolicyPage, after: PolicyPage, { effort = makeEffort() } = {}): Redline {
  const words = wordsFor(after.language).diff.said;
  const comparing = { lexicon: makeLexicon(after.language), effort };
  const family = { olds: readPageText(before), news: readPageText(after) };
  const tree = pairSections(family, comparing);
  const sections = allSections(tree);
  const pairs = pairTexts(sections, comparing);
  const writing: Writing = { pairs, comparing, words, base: after.path, origins: originsOf(sections) };
  return { sections: sections.map((section) => writeSection(section, writing)) };
}

type Writing = {
  pairs: Pairs;
  comparing: Comparing;
  words: Written['words'];
  base: string;
  origins: Map<TextBlock, string>;
};

function pairTexts(sections: readonly SectionPair[], comparing: Comparing): Pairs {
  const pairs = makePairs();
  for (const { old, next } of sections) {
    if (!old || !next) continue;
    pairPlaces(old.heading, next.heading, pairs, comparing);
    pairUnits(old.units, next.units, pairs, comparing);
  }
  const units = (side: 'old' | 'next') => sections.flatMap((section) => section[side]?.units ?? []);
  pairMoved(units('old'), units('next'), pairs, comparing);
  return pairs;
}

function originsOf(sections: readonly SectionPair[]): Map<TextBlock, string> {
  return new Map(
    sections.flatMap(({ old }) => (old ? ownTexts(old).map((block) => [block, old.id] as const) : [])),
  );
}

function writeSection({ old, next, isMoved }: SectionPair, writing: Writing): RedlineSection {
  const texts = (side: typeof old) => (side ? pairedTexts(ownTexts(side), writing.pairs) : []);
  const blocks = writeBlocks(texts(old), texts(next), writing);
  const shown = next ?? old;
  if (!shown) throw new Error('Unexpected pair of no sections, expected at least one.');
  const isSame = blocks.items.every(({ change }) => change === 'same') && !blocks.hasLost;
  return {
    id: shown.id,
    ...(old && next && old.id !== next.id && { formerId: old.id }),
    ...(shown.number && { number: shown.number }),
    title: shown.title,
    ...(old && next && old.title !== next.title && { formerTitle: old.title }),
    change: !old ? 'added' : !next ? 'removed' : isSame ? 'same' : 'changed',
    isMoved,
    level: shown.level,
    blocks: blocks.items,
  };
}

function writeBlocks(
  olds: readonly TextBlock[],
  news: readonly TextBlock[],
  writing: Writing,
): { items: RedlineBlock[]; hasLost: boolean } {
  const { newer, older, moved, ends } = writing.pairs;
  const here = new Set(news);
  const placed = olds.map((item) => {
    const partner = newer.get(item);
    const isHere = partner !== undefined && here.has(partner) && !moved.has(partner);
    return {
      item,
      isGone: partner === undefined,
      isHere,
      place: ends.get(item) ?? (isHere ? partner : undefined),
    };
  });
  const items = interleave(news, placed).map(({ item, isGone }) =>
    isGone
      ? writeBlock({ old: item, next: undefined }, writing)
      : writeBlock({ old: older.get(item), next: item }, writing),
  );
  return { items: keepRowsWhole(items), hasLost: placed.some(({ isGone, isHere }) => !isGone && !isHere) };
}

// The cells of a row stand together where the row is now, those that went among those that stayed or came.
function keepRowsWhole(items: readonly RedlineBlock[]): RedlineBlock[] {
  const rows = Map.groupBy(items, ({ cell }) => cell?.line);
  const heads = new Map(
    [...rows].map(([line, row]) => [line, row.find(({ change }) => change !== 'removed') ?? row[0]]),
  );
  return items.flatMap((item) => {
    const line = item.cell?.line;
    if (line === undefined) return [item];
    return heads.get(line) === item ? (rows.get(line) ?? []) : [];
  });
}

type Both = { old: TextBlock | undefined; next: TextBlock | undefined };

function writeBlock({ old, next }: Both, writing: Writing): RedlineBlock {
  const { pairs, base, words, origins } = writing;
  const shown = next ?? old;
  if (!shown) throw new Error('Unexpected pair of no texts, expected at least one.');
  const ops = compareBlocks({ old, next }, writing.comparing);
  const formats = findFormats({ old, next, ops });
  const parts = writeParts({ old, next, ops, base, words });
  const isMoved = next !== undefined && pairs.moved.has(next);
  const isSame = formats.length === 0 && ops.every(([sign]) => sign === '=');
  const cell = shown.cell && placeOf(shown.cell, next === undefined, pairs);
  return {
    kind: shown.kind,
    change: !old ? 'added' : !next ? 'removed' : isMoved ? 'moved' : isSame ? 'same' : 'changed',
    ops,
    formats,
    html: parts.map(({ html }) => html).join(' '),
    ...(parts.length > 1 && { parts }),
    origins: { ...(old && { before: old }), ...(next && { after: next }) },
    ...(cell && { cell }),
    ...(old && { was: old.index }),
    ...(old && isMoved && { movedFrom: origins.get(old) }),
  };
}

function compareBlocks({ old, next }: Both, comparing: Comparing): Op[] {
  if (!old || !next) return old ? [['-', old.text]] : next ? [['+', next.text]] : [];
  if (old.text === next.text) return [['=', next.text]];
  const { lex } = comparing.lexicon;
  return compareWords({ before: lex(old).tokens, after: lex(next).tokens }, comparing);
}

// The cell of a column that went belongs to the row as it is now.
function placeOf(place: CellPlace, isGone: boolean, { lines }: Pairs): CellPlace {
  return { ...place, line: isGone ? (lines.get(place.line) ?? `-${place.line}`) : place.line };
}
