import { oncePer } from '../../memory.ts';
import type { ComparedPage } from '../../page/page-model.ts';
import { allSections } from '../../resolve/all-sections.ts';
import { wordsFor } from '../../words/words.ts';
import { type Effort, makeEffort } from '../align/effort.ts';
import { interleave } from '../align/order.ts';
import { findElsewhere } from './elsewhere.ts';
import { pairSame } from './equal-sections.ts';
import { findFormats, formsOf } from './formats.ts';
import { htmlOfSame, type Written, writeParts } from './html.ts';
import { type Comparing, lexiconOf } from './lexicon.ts';
import { pairElsewhere } from './moves.ts';
import {
  type CellPlace,
  copySections,
  isSameText,
  ownTexts,
  readPageText,
  type TextBlock,
  type TextSection,
} from './page-text.ts';
import { isElsewhere, makePairs, type Pairs, pairedTexts, pairPlaces, pairUnits } from './pairs.ts';
import type { Departure, FormatChange, Op, Redline, RedlineBlock, RedlineSection } from './redline-model.ts';
import { pairSections, type SectionPair } from './sections.ts';
import { wordsBetween } from './words.ts';

type Options = { effort?: Effort; paths?: { before: string; after: string } };

/**
 * Compares two versions of a policy as readers see them, both made by the same templates. The count of work is made
 * anew unless given; `paths` are the pages of the two versions, to which links between their sections lead.
 */
export function redline(
  before: ComparedPage,
  after: ComparedPage,
  { effort = makeEffort(), paths = { before: before.path, after: after.path } }: Options = {},
): Redline {
  const words = wordsFor(after.language).diff.said;
  const comparing = { lexicon: lexiconOf(after.language), effort };
  const family = { olds: readOlder(before), news: readNewer(after) };
  const tree = pairSections(family, comparing);
  const sections = allSections(tree);
  const order = { olds: allSections(family.olds), news: allSections(family.news), paired: sections };
  const pairs = pairTexts(sections, comparing);
  pairElsewhere(order, pairs, comparing);
  const writing: Writing = {
    pairs,
    comparing,
    words,
    bases: {
      before: { own: before.path, path: paths.before },
      after: { own: after.path, path: paths.after },
    },
    origins: pairs.moved.size > 0 ? originsOf(sections, pairs) : new Map(),
  };
  const stoodAfter = placesOfMoved(order.olds, sections);
  return {
    sections: sections.map((section) => {
      const after = stoodAfter.get(section);
      return { ...writeSection(section, writing), ...(after !== undefined && { stoodAfter: after }) };
    }),
  };
}

// A version is the older of some comparisons and the newer of others; a text is never both in one.
const readOlder = oncePer(readPageText);
const readNewer = oncePer((page: ComparedPage) => copySections(readOlder(page)));

// The section that stood before each that moved, and stayed.
function placesOfMoved(
  olds: readonly TextSection[],
  sections: readonly SectionPair[],
): Map<SectionPair, string> {
  const pairOf = new Map(
    sections.flatMap((section) => (section.old ? [[section.old, section] as const] : [])),
  );
  const places = new Map<SectionPair, string>();
  let last: string | undefined;
  for (const old of olds) {
    const section = pairOf.get(old);
    if (section?.isMoved && last !== undefined) places.set(section, last);
    if (section && !section.isMoved) last = (section.next ?? old).id;
  }
  return places;
}

type Writing = {
  pairs: Pairs;
  comparing: Comparing;
  words: Written['words'];
  bases: Written['bases'];
  origins: Map<TextBlock, string>;
};

function pairTexts(sections: readonly SectionPair[], comparing: Comparing): Pairs {
  const pairs = makePairs();
  const others = sections.filter(({ old, next }) => !old || !next || !pairSame(old, next, pairs));
  findElsewhere(others, pairs, comparing);
  for (const { old, next } of others) {
    if (!old || !next) continue;
    if (![...old.heading, ...next.heading].some((heading) => isElsewhere(heading, pairs)))
      pairPlaces(old.heading, next.heading, pairs, comparing);
    pairUnits(old.units, next.units, pairs, comparing);
  }
  return pairs;
}

function originsOf(sections: readonly SectionPair[], pairs: Pairs): Map<TextBlock, string> {
  return new Map(
    sections.flatMap(({ old }) =>
      old ? pairedTexts(ownTexts(old), pairs).map((block) => [block, old.id] as const) : [],
    ),
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
    ...(blocks.departures.length > 0 && { departures: blocks.departures }),
  };
}

function writeBlocks(
  olds: readonly TextBlock[],
  news: readonly TextBlock[],
  writing: Writing,
): { items: RedlineBlock[]; departures: Departure[]; hasLost: boolean } {
  const { newer, older, moved, inOrder, ends } = writing.pairs;
  const here = new Set(news);
  const placed = olds.map((item) => {
    const partner = newer.get(item);
    const isHere = partner !== undefined && here.has(partner) && !moved.has(partner);
    const departs = partner !== undefined && moved.has(partner) && !inOrder.has(partner) && !item.cell;
    return {
      item,
      isGone: partner === undefined || departs,
      departs,
      isHere,
      place: ends.get(item) ?? (isHere ? partner : undefined),
    };
  });
  const entries = interleave(news, placed).map(({ item, isGone }): Entry => {
    if (!isGone) return { block: writeBlock({ old: older.get(item), next: item }, writing) };
    return newer.has(item)
      ? { departure: { kind: item.kind, text: item.text, was: item.index } }
      : { block: writeBlock({ old: item, next: undefined }, writing) };
  });
  const hasLost = placed.some(({ isGone, isHere, departs }) => departs || (!isGone && !isHere));
  return { ...separate(headingFirst(keepRowsWhole(entries), news[0])), hasLost };
}

// The heading that a section had stands behind the one it has now, where that is no other form of it.
function headingFirst(entries: readonly Entry[], first: TextBlock | undefined): Entry[] {
  const isHeading = (entry: Entry) => 'block' in entry && entry.block.origins.after === first;
  const at = first?.kind === 'heading' ? entries.findIndex(isHeading) : -1;
  return at > 0
    ? [...entries.slice(at, at + 1), ...entries.slice(0, at), ...entries.slice(at + 1)]
    : [...entries];
}

type Entry = { block: RedlineBlock } | { departure: Omit<Departure, 'at'> };

function separate(entries: readonly Entry[]): { items: RedlineBlock[]; departures: Departure[] } {
  const items: RedlineBlock[] = [];
  const departures: Departure[] = [];
  for (const entry of entries) {
    if ('block' in entry) items.push(entry.block);
    else departures.push({ at: items.length, ...entry.departure });
  }
  return { items, departures };
}

// The cells of a row stand together where the row is now, those that went among those that stayed or came.
function keepRowsWhole(entries: readonly Entry[]): Entry[] {
  const lineOf = (entry: Entry) => ('block' in entry ? entry.block.cell?.line : undefined);
  const rows = Map.groupBy(entries, lineOf);
  const isGone = (entry: Entry) => 'block' in entry && entry.block.change === 'removed';
  const heads = new Map(
    [...rows].map(([line, row]) => [line, row.find((entry) => !isGone(entry)) ?? row[0]]),
  );
  return entries.flatMap((entry) => {
    const line = lineOf(entry);
    if (line === undefined) return [entry];
    return heads.get(line) === entry ? (rows.get(line) ?? []) : [];
  });
}

type Both = { old: TextBlock | undefined; next: TextBlock | undefined };

// A text that stayed where it was, and nothing of it is other.
function writeSame(old: TextBlock, next: TextBlock, { bases, words }: Writing): RedlineBlock {
  const ops: Op[] = [['=', next.text]];
  const { kind, item, cell } = next;
  return {
    kind,
    change: 'same',
    ops,
    formats: [],
    html: htmlOfSame(next, { old, next, ops, bases, words }),
    origins: { before: old, after: next },
    ...(item && { item }),
    ...(cell && { cell }),
    was: old.index,
  };
}

function writeBlock({ old, next }: Both, writing: Writing): RedlineBlock {
  const { pairs, bases, words, origins } = writing;
  if (old && next && isSameText(old, next) && !pairs.moved.has(next)) return writeSame(old, next, writing);
  const shown = next ?? old;
  if (!shown) throw new Error('Unexpected pair of no texts, expected at least one.');
  const ops = compareBlocks({ old, next }, writing.comparing);
  const formats = findFormats({ old, next, ops });
  const parts = writeParts({ old, next, ops, bases, words });
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
    ...(shown.item && { item: shown.item }),
    ...(old && next && hasOtherForm(formats) && { form: { before: formsOf(old), after: formsOf(next) } }),
    ...(cell && { cell }),
    ...(old && { was: old.index }),
    ...(old && isMoved && { movedFrom: origins.get(old) }),
    ...(next && pairs.inOrder.has(next) && { isInOrder: true }),
  };
}

function hasOtherForm(formats: readonly FormatChange[]): boolean {
  return formats.some(({ kind }) => kind === 'form');
}

function compareBlocks({ old, next }: Both, comparing: Comparing): Op[] {
  if (!old || !next) return old ? [['-', old.text]] : next ? [['+', next.text]] : [];
  if (old.text === next.text) return [['=', next.text]];
  return wordsBetween(old, next, comparing);
}

// The cell of a column that went belongs to the row as it is now.
function placeOf(place: CellPlace, isGone: boolean, { lines }: Pairs): CellPlace {
  return { ...place, line: isGone ? (lines.get(place.line) ?? `-${place.line}`) : place.line };
}
