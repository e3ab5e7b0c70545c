import type { SectionLevel } from '../../page/page-model.ts';
import { escapeHtml } from '../../text/html.ts';
import { type Reader, showList } from '../../text/show.ts';
import type { Departure, Redline, RedlineBlock, RedlineSection } from '../redline/redline-model.ts';
import { type ComparedBlock, toBlocks } from './blocks.ts';
import { headingOf, isUnchanged, isUnmarked, type Unit, unitsOf } from './units.ts';

/** Where a change stands among the others, with the ways to its neighbours and what is not seen in its words. */
export type Mark = { number: number; position: string; steps: Step[]; notes: Note[] };

type Step = { number: number; text: string };
type Note = { text: string; href?: string };

/** A section of the redline; its heading has a mark where it is a change of its own. */
export type ComparedSection = {
  id: string;
  headingHtml: string;
  note?: string;
  level: SectionLevel;
  mark?: Mark;
  runs: ComparedRun[];
};

// Blocks that did not change, folded under a title where they are many; one that did; or the place a text left.
type ComparedRun =
  | { type: 'unchanged'; title?: string; blocks: ComparedBlock[] }
  | { type: 'change'; mark: Mark; blocks: ComparedBlock[] }
  | ({ type: 'departure' } & Left);

type Left = { id: string; text: string; href: string };

/** Sections that changed one by one, the places that sections left, and runs of sections that did not change. */
export type ComparedPart =
  | { type: 'section'; section: ComparedSection }
  | ({ type: 'departure' } & Left)
  | { type: 'unchanged'; title: string; sections: ComparedSection[] };

/** The sections of a redline with their units, and the number of each change. */
export type Numbered = {
  sections: { section: RedlineSection; units: Unit[] }[];
  numbers: Map<Unit | RedlineSection, number>;
};

/** Counts the changes of a redline in the order of the page: headings, and what stands below them. */
export function numberChanges({ sections }: Redline): Numbered {
  const withUnits = sections.map((section) => ({ section, units: unitsOf(section) }));
  const changes = withUnits.flatMap(({ section, units }): (Unit | RedlineSection)[] => [
    ...(isHeadingChanged(section) ? [section] : []),
    ...units.filter(isChange),
  ]);
  return { sections: withUnits, numbers: new Map(changes.map((change, index) => [change, index + 1])) };
}

function isChange(unit: Unit): boolean {
  return unit.type === 'blocks' && !unit.isSame;
}

function isHeadingChanged(section: RedlineSection): boolean {
  const heading = headingOf(section);
  return section.isMoved || (heading !== undefined && !isUnmarked(heading));
}

type Context = { numbered: Numbered; reader: Reader };

/** The parts of a redline as a page shows them. */
export function toParts(numbered: Numbered, reader: Reader): ComparedPart[] {
  const context = { numbered, reader };
  const { sections } = numbered;
  const leading = leadingSections(sections.map(({ section }) => section));
  const parts: ComparedPart[] = [];
  for (const { section, units } of sections) {
    const isFolded = isUnchanged(section) && units.every((unit) => !isChange(unit)) && !leading.has(section);
    const runs = isFolded ? [unchanged(units, reader)] : toRuns(units, section.title, context);
    const compared = { ...toSection(section, context), runs };
    const last = parts.at(-1);
    if (!isFolded) parts.push({ type: 'section', section: compared });
    else if (last?.type === 'unchanged') last.sections.push(compared);
    else parts.push({ type: 'unchanged', title: '', sections: [compared] });
    parts.push(...leftBehind(section, context));
  }
  const title = reader.words.diff.unchanged;
  return parts.map((part) =>
    part.type === 'unchanged' ? { ...part, title: title(part.sections.length) } : part,
  );
}

// A section inside another is not understood without the heading of that other.
function leadingSections(sections: readonly RedlineSection[]): Set<RedlineSection> {
  const leading = new Set<RedlineSection>();
  let around: RedlineSection[] = [];
  for (const section of sections) {
    around = around.filter(({ level }) => level < section.level);
    if (!isUnchanged(section)) for (const outer of around) leading.add(outer);
    around.push(section);
  }
  return leading;
}

// The sections that stood behind this one and moved.
function leftBehind({ id }: RedlineSection, { numbered, reader }: Context): ComparedPart[] {
  return numbered.sections.flatMap(({ section }): ComparedPart[] => {
    const number = numbered.numbers.get(section);
    if (section.stoodAfter !== id || number === undefined) return [];
    const text = reader.words.diff.sectionMovedAway(section.formerTitle ?? section.title);
    return [{ type: 'departure', id: leftId(section), text, href: `#c-${number}` }];
  });
}

function leftId({ id }: RedlineSection): string {
  return `s-${id.replace(/^_/, '')}`;
}

/** The id of a section's heading on the page of a comparison. */
function headingId({ id }: RedlineSection): string {
  return `r-${id.replace(/^_/, '')}`;
}

function toSection(section: RedlineSection, context: Context): Omit<ComparedSection, 'runs'> {
  const { sections } = context.reader.words.diff;
  const notes = [
    section.change === 'added' && sections.added,
    section.change === 'removed' && sections.removed,
    section.isMoved && sections.moved,
  ].filter((note) => typeof note === 'string');
  const heading = headingOf(section)?.html ?? escapeHtml(section.title);
  const number = context.numbered.numbers.get(section);
  return {
    id: headingId(section),
    headingHtml: section.number ? `${escapeHtml(section.number)} ${heading}` : heading,
    ...(notes.length > 0 && { note: notes.join(', ') }),
    level: section.level,
    ...(number !== undefined && { mark: markOf(number, headingNotes(section, context), context) }),
  };
}

// What its title was, its own marks show.
function headingNotes(section: RedlineSection, context: Context): Note[] {
  const heading = headingOf(section);
  const stood = section.isMoved && section.stoodAfter !== undefined;
  return [
    ...(stood ? [{ text: context.reader.words.diff.stoodThere, href: `#${leftId(section)}` }] : []),
    ...(heading ? notesOf([heading], context) : []),
  ];
}

function toRuns(units: readonly Unit[], of: string, context: Context): ComparedRun[] {
  return runsOf(units).flatMap((run): ComparedRun[] => {
    const [first] = run;
    if (first?.type === 'departure') return run.flatMap((unit) => departureRun(unit, context));
    if (first && isChange(first)) return run.map((unit) => changeRun(unit, context));
    const title = context.reader.words.diff.unchangedText(of);
    return [{ ...unchanged(run, context.reader), ...(run.length > 1 && { title }) }];
  });
}

function runsOf(units: readonly Unit[]): Unit[][] {
  const runs: Unit[][] = [];
  const sort = (unit: Unit) => (unit.type === 'departure' ? 'departure' : isChange(unit) ? 'change' : 'same');
  for (const unit of units) {
    const last = runs.at(-1)?.at(-1);
    if (last && sort(last) === sort(unit)) runs.at(-1)?.push(unit);
    else runs.push([unit]);
  }
  return runs;
}

function unchanged(units: readonly Unit[], reader: Reader): Extract<ComparedRun, { type: 'unchanged' }> {
  return { type: 'unchanged', blocks: toBlocks(units, reader) };
}

function changeRun(unit: Unit, context: Context): ComparedRun {
  const number = context.numbered.numbers.get(unit) ?? 0;
  const blocks = unit.type === 'blocks' ? unit.blocks : [];
  return {
    type: 'change',
    mark: markOf(number, notesOf(blocks, context), context),
    blocks: toBlocks([unit], context.reader, number),
  };
}

function markOf(number: number, notes: Note[], { numbered, reader }: Context): Mark {
  const { position, previous, next } = reader.words.diff;
  const total = numbered.numbers.size;
  return {
    number,
    position: position(number, total),
    steps: [
      ...(number > 1 ? [{ number: number - 1, text: previous }] : []),
      ...(number < total ? [{ number: number + 1, text: next }] : []),
    ],
    notes,
  };
}

// Where a text came from, and what else than its words is other.
function notesOf(blocks: readonly RedlineBlock[], context: Context): Note[] {
  const [block] = blocks;
  if (!block) return [];
  const { form, formats, cell } = block;
  const { diff } = context.reader.words;
  return [
    ...(block.change === 'moved' && !block.isInOrder && !cell ? [movedNote(block, context)] : []),
    ...(form ? [{ text: formerly(form, context) }] : []),
    ...(formats.some(({ kind }) => kind === 'emphasis') ? [{ text: diff.emphasis }] : []),
  ];
}

// What is as usual is not said, unless that is what is other now.
function formerly({ before, after }: NonNullable<RedlineBlock['form']>, { reader }: Context): string {
  const { forms, formLevel, formStart, formGoesOn, formerly } = reader.words.diff;
  const all = [...before, ...after];
  const hasLevels = all.some(({ level }) => level > 1);
  const hasStarts = all.some(({ start }) => start !== undefined);
  const told = before.map(({ name, level, start = 1, goesOn }) => {
    const isItem = name === 'item' || name === 'numbered';
    const more = [
      isItem && hasLevels && formLevel(level),
      name === 'numbered' && hasStarts && formStart(start),
      goesOn && formGoesOn,
    ];
    return [forms[name], ...more].filter(Boolean).join(' ');
  });
  return formerly(showList(told, reader));
}

function movedNote({ movedFrom, was }: RedlineBlock, { numbered, reader }: Context): Note {
  const from = numbered.sections.find(
    ({ section }) => section.change !== 'added' && (section.formerId ?? section.id) === movedFrom,
  );
  const title = from && (from.section.formerTitle ?? from.section.title);
  const text = title === undefined ? reader.words.diff.sections.moved : reader.words.diff.movedHere(title);
  return { text, href: `#m-${was}` };
}

function departureRun(unit: Unit, { numbered, reader }: Context): ComparedRun[] {
  if (unit.type !== 'departure') return [];
  const { departure } = unit;
  for (const { section, units } of numbered.sections) {
    const holder = [section, ...units].find((one) => holds(one, departure));
    const number = holder && numbered.numbers.get(holder);
    if (number === undefined) continue;
    const text = reader.words.diff.movedAway(excerpt(departure.text), section.title);
    return [{ type: 'departure', id: `m-${departure.was}`, text, href: `#c-${number}` }];
  }
  return [];
}

function holds(one: Unit | RedlineSection, { was }: Departure): boolean {
  if ('type' in one)
    return one.type === 'blocks' && one.blocks.some((block) => block.was === was && block.change === 'moved');
  const heading = headingOf(one);
  return heading?.was === was && heading.change === 'moved';
}

const shownLength = 80;

function excerpt(text: string): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= shownLength ? line : `${line.slice(0, shownLength).replace(/\s\S*$/, '')} …`;
}
