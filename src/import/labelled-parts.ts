import type { Element, ElementContent } from 'hast';
import type { Outline, ReadSection } from './import-model.ts';
import {
  areOthers,
  areUsual,
  canBeName,
  type Inventory,
  inventoryOf,
  isDenied,
  isUsualName,
} from './inventory-names.ts';
import { boldLabelIn, isLabelled, labelIn } from './labelled-list.ts';
import { areOfSome } from './place-of-rights.ts';
import { isElement, textOf } from './tree.ts';

// Inventories that are written as headings, or as paragraphs that begin with a label, become lists of terms: the name of each
// entry and its text. All that they are called has to fit, since a heading that is none would lose its place.

type Part = { name: string; blocks: Element[]; anchors: string[] };

/** Gives the sections of a text in which such entries are lists; `isTaken` says which inventories its kind has. */
export function withEntryLists(outline: Outline, isTaken: (of: Inventory) => boolean): Outline {
  return { ...outline, sections: outline.sections.map((section) => sectionOf(section, [], isTaken)) };
}

function sectionOf(
  section: ReadSection,
  above: readonly string[],
  isTaken: (of: Inventory) => boolean,
): ReadSection {
  const around = [...above, section.title];
  const of = inventoryOf(around);
  const isInventory =
    of !== undefined && of !== 'retention' && isTaken(of) && !(of === 'rights' && isOfSome(section, around));
  const blocks = isInventory ? withParagraphs(section.blocks, of) : section.blocks;
  const named = isInventory && !isAboutWays(section.title) ? headingsOf(section.sections, of) : [];
  const inner = section.sections.slice(named.length).map((one) => sectionOf(one, around, isTaken));
  if (named.length === 0) return { ...section, blocks, sections: inner };
  return {
    ...section,
    blocks: [...blocks, listOf(named)],
    sections: inner,
    merged: named.flatMap(({ name, anchors }) => ({ title: name, anchors })),
  };
}

// What stands before the first of them says whose rights they are.
function isOfSome({ blocks }: ReadSection, around: readonly string[]): boolean {
  const first = blocks.findIndex((block, at) => startAt(block, at));
  const before = blocks.at(first < 0 ? -1 : first - 1);
  return areOfSome(around, before && first !== 0 ? textOf(before) : '');
}

// Under "how we collect" stand ways, not kinds of data.
function isAboutWays(title: string): boolean {
  return /^\W*(\d+\.? )?(how|when|where)\b.*\bcollect/i.test(title);
}

/**
 * The sections that open a section and are entries: most of those in it, and at least two. Where kinds of data follow that are no
 * entries, all stay sections. A number makes a clause of a heading, which others can refer to; rights are known without theirs.
 */
function headingsOf(sections: readonly ReadSection[], of: Inventory): Part[] {
  const end = sections.findIndex((section) => !isEntry(section, of));
  const opening = end < 0 ? sections : sections.slice(0, end);
  const isNumbered = of !== 'rights' && opening.some(({ title }) => number.test(title));
  const isKind = ({ title }: ReadSection) => isUsualName(of, title) && canBeName(title);
  const goesOn = of === 'data' && sections.slice(opening.length).some(isKind);
  if (isNumbered || goesOn || opening.length <= sections.length / 2) return [];
  const parts = opening.map(({ title, blocks, anchors }) => ({ name: title, blocks, anchors }));
  return certain(parts, of);
}

const number = /^\W*(?:\d+(?:\.\d+)*|[A-Za-z])[.)]/;

const longestEntry = 2_000;

function isEntry({ title, blocks, sections }: ReadSection, of: Inventory): boolean {
  return sections.length === 0 && isText({ name: title, blocks, anchors: [] }, of);
}

function isText({ name, blocks }: Part, of: Inventory): boolean {
  const isPlain = blocks.every((block) => /^(p|ul|ol)$/.test(block.tagName) && !isLabelled(block));
  const words = blocks.map((block) => textOf(block)).join(' ');
  const fits = !isDenied(of, name, words) && (of !== 'data' || collecting.test(words));
  return canBeName(name) && isPlain && words !== '' && words.length <= longestEntry && fits;
}

const collecting =
  /\b(collect|receiv|obtain|log|stor|record|keep|gather|ask|provid|giv|captur|process|infer|use|shar|upload|submit|sav|track)\w*\b|erheb|recueill|recopil|raccogli|verzamel/i;

/** Parts that are entries for certain: two or more, of which most are called as entries are, and rights all of them. */
function certain(parts: Part[], of: Inventory): Part[] {
  const names = parts.map(({ name }) => name);
  const areEntries = areUsual(of, names, of === 'rights' ? 1 : 0.6) && !areOthers(of, names);
  return parts.length >= 2 && areEntries ? parts : [];
}

function listOf(parts: readonly Part[]): Element {
  return element(
    'dl',
    parts.flatMap(({ name, blocks }) => [
      element('dt', [{ type: 'text', value: name }]),
      element('dd', blocks),
    ]),
  );
}

function element(tagName: string, children: ElementContent[]): Element {
  return { type: 'element', tagName, properties: {}, children };
}

type Start = Part & { at: number };

/** Blocks in which paragraphs that begin with a label, each with what follows it, are one list. */
function withParagraphs(blocks: Element[], of: Inventory): Element[] {
  const starts = blocks.flatMap((block, at) => startAt(block, at) ?? []);
  const parts = starts.map((start, index) =>
    withRest(start, blocks.slice(start.at + 1, starts[index + 1]?.at)),
  );
  const run = longestRun(
    parts,
    (part) => isText(part, of) && (of !== 'rights' || isUsualName(of, part.name)),
  );
  const first = run[0];
  const last = run.at(-1);
  if (!first || !last || run.length <= starts.length / 2 || certain(run, of).length === 0) return blocks;
  return [...blocks.slice(0, first.at), listOf(run), ...blocks.slice(last.end)];
}

function startAt(block: Element, at: number): Start | undefined {
  if (block.tagName !== 'p') return undefined;
  const line = block.children.filter((node) => textOf(node) !== '');
  const found = labelIn(line) ?? boldLabelIn(line);
  const isMarked = line[0] !== undefined && isElement(line[0]);
  if (!found || !isMarked) return undefined;
  const rest = found.rest.some((node) => textOf(node) !== '') ? [element('p', found.rest)] : [];
  return { name: found.label, blocks: rest, anchors: [], at };
}

type Whole = Start & { end: number };

// A line of its own in bold is a heading of all up to the next; behind a label that stands in a paragraph, what follows may
// be about all of them, but for a list.
function withRest(start: Start, rest: readonly Element[]): Whole {
  const isHeading = start.blocks.length === 0;
  const end = isHeading ? rest.length : rest.findIndex(({ tagName }) => !/^[uo]l$/.test(tagName));
  const own = end < 0 ? rest : rest.slice(0, end);
  return { ...start, blocks: [...start.blocks, ...own], end: start.at + 1 + own.length };
}

/** The longest run of parts that hold, each where the one before it ends. */
function longestRun(parts: readonly Whole[], holds: (part: Whole) => boolean): Whole[] {
  let longest: Whole[] = [];
  let run: Whole[] = [];
  for (const part of parts) {
    const isNext = run.at(-1)?.end === part.at;
    if (!holds(part)) run = [];
    else run = isNext ? [...run, part] : [part];
    if (run.length > longest.length) longest = run;
  }
  return longest;
}
