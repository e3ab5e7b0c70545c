import type { Texts } from '../../blocks/block.ts';
import { isTextBlock, textBlockOf } from '../../blocks/by-type.ts';
import { allSections } from '../../resolve/all-sections.ts';
import type { ResolvedBlock, ResolvedPolicy, ResolvedSection } from '../../resolve/policy-model.ts';
import { showList } from '../../text/show.ts';
import type { Redline } from '../redline/redline-model.ts';
import { blockChanges, sectionName } from './block-change.ts';
import type { Comparison, Draft } from './change.ts';
import { isEqual, movedItems } from './compare.ts';
import { haveOtherEditions } from './date-line.ts';
import { anchorChanges, quoteMarks } from './field-change.ts';
import { type ProsePair, type SectionPlace, sectionLevel } from './prose-change.ts';
import { firstOf, inSeveral, joinAlike } from './prose-drafts.ts';
import type { ProseText } from './restated.ts';
import { titleLevel } from './word-change.ts';

// Sections pair by id, or by an alias that keeps the old id alive.

type Located = { section: ResolvedSection; parent?: string };

// A section in both versions.
type SectionPair = { before: Located; after: Located };

type Paired = { pairs: SectionPair[]; added: Located[]; removed: Located[] };

/** Compares the sections of two versions: which there are, where they stand, and what they show beside prose. */
export function sectionChanges(comparison: Comparison, facts: readonly Draft[], redline: Redline): Draft[] {
  const paired = pairSections(comparison, redline);
  const changes = joinRenumbered(
    [
      ...comingAndGoing(paired, comparison, redline),
      ...moves(paired, comparison),
      ...paired.pairs.flatMap((pair) => {
        const { before, after } = pair;
        const place = { path: pathOf(after.section), name: sectionName(after.section, comparison) };
        return [
          ...headingChanges(pair, comparison),
          ...blockChanges(before.section.content, after.section.content, place, { comparison, facts }),
        ];
      }),
    ],
    comparison,
  );
  return joinAnchors(joinMoved(joinRecapitalised(changes)), comparison);
}

// Anchors that came or went with as many sections: told together, each with its section.
function joinAnchors(drafts: readonly Draft[], { words }: Comparison): Draft[] {
  const keyOf = ({ rule }: Draft) =>
    rule === 'anchor-removed' || rule === 'anchor-added' ? rule : undefined;
  return joinAlike(drafts, inSeveral(drafts, keyOf), (first, alike) => {
    const ids = (side: 'before' | 'after') => alike.flatMap((draft) => draft[side] ?? []);
    const items = alike.map(({ parts: { items = '', name = '' } }) => words.anchorOf(items, name));
    return {
      ...first,
      ...(first.before !== undefined && { before: ids('before') }),
      ...(first.after !== undefined && { after: ids('after') }),
      parts: { details: String(alike.length), items: items.join(', ') },
    };
  });
}

const titleNumber = /^(?:§\s*)?([\p{Nd}.]*\p{Nd}|[IVXLC]+)[.):]*\s+(?=\S)/u;

// Sections whose titles begin with numbers, and of which the numbers alone are others: told together.
function joinRenumbered(drafts: readonly Draft[], { words }: Comparison): Draft[] {
  return joinTitles(drafts, otherNumbers, (titles) => ({
    items: titles.map(({ before, after }) => words.nowIs(before, after)).join(', '),
  }));
}

// The numbers that two titles begin with, where nothing else differs between them.
function otherNumbers(before: string, after: string): Titles | undefined {
  const [old, now] = [before, after].map((title) => titleNumber.exec(title));
  if (!old || !now || before.slice(old[0].length) !== after.slice(now[0].length)) return undefined;
  return { before: old[1] ?? '', after: now[1] ?? '' };
}

// Sections whose titles are written with other capitals.
function joinRecapitalised(drafts: readonly Draft[]): Draft[] {
  return joinTitles(
    drafts,
    (before, after) => (before.toLowerCase() === after.toLowerCase() ? { before, after } : undefined),
    (titles) => ({ after: firstOf(titles.map(({ after }) => quoteMarks(after))) }),
  );
}

type Titles = { before: string; after: string };

// Titles that changed alike are told together: `toldOf` gives what is told of such a title.
function joinTitles(
  drafts: readonly Draft[],
  toldOf: (before: string, after: string) => Titles | undefined,
  partsOf: (titles: readonly Titles[]) => Draft['parts'],
): Draft[] {
  const titlesOf = ({ rule, before, after }: Draft) =>
    rule === 'section-renamed' ? toldOf(String(before), String(after)) : undefined;
  const keyOf = (draft: Draft) => titlesOf(draft) && draft.rule;
  return joinAlike(drafts, inSeveral(drafts, keyOf), (first, alike) => {
    const titles = alike.flatMap((draft) => titlesOf(draft) ?? []);
    const whole = (side: keyof Titles) => titles.map((title) => title[side]).join(', ');
    const parts = { ...partsOf(titles), details: String(titles.length) };
    return { ...first, before: whole('before'), after: whole('after'), parts };
  });
}

/** The prose of the sections that both versions have. */
export function prosePairs(comparison: Comparison, redline: Redline): ProsePair[] {
  return pairSections(comparison, redline).pairs.map(({ before, after }) => ({
    ...placeOf(after, comparison),
    formerId: before.section.id,
    before: proseTexts(before.section, comparison.before),
    after: proseTexts(after.section, comparison.after),
  }));
}

/** The sections that came. */
export function addedPlaces(comparison: Comparison, redline: Redline): SectionPlace[] {
  return pairSections(comparison, redline).added.map((located) => placeOf(located, comparison));
}

function placeOf({ section }: Located, comparison: Comparison): SectionPlace {
  return {
    path: pathOf(section),
    title: section.title,
    name: sectionName(section, comparison),
    heading: `${section.title} ${comparison.after.title}`,
  };
}

// Facts and definitions have rules of their own.
function proseTexts({ id, content }: ResolvedSection, { quotes }: ResolvedPolicy): ProseText[] {
  return content.flatMap((block, index) =>
    proseOf(block).map(([path, markdown]) => ({
      markdown,
      quotes: quotes && (quotes[`sections.${id}.content.${index}${path}`] ?? []),
    })),
  );
}

function proseOf(block: ResolvedBlock): Texts {
  if (block.type === 'prose') return [['', block.text]];
  return (isTextBlock(block) && textBlockOf(block).prose?.(block)) || [];
}

function pathOf({ id }: ResolvedSection): string {
  return `sections.${id}`;
}

// By id, by an alias, or else as the redline paired them: a section whose id was made from its title and changed with it.
function pairSections({ before, after }: Comparison, redline: Redline): Paired {
  const old = new Map(flatten(before.sections).map((located) => [located.section.id, located]));
  const news = flatten(after.sections);
  const newIds = new Set(news.map(({ section }) => section.id));
  const formerIds = new Map(redline.sections.map(({ id, formerId }) => [id, formerId]));
  const paired: Paired = { pairs: [], added: [], removed: [] };
  for (const located of news) {
    const { id, aliases } = located.section;
    const former = [id, ...[...aliases, formerIds.get(id) ?? id].filter((other) => !newIds.has(other))].find(
      (name) => old.has(name),
    );
    const match = former === undefined ? undefined : old.get(former);
    if (match) paired.pairs.push({ before: match, after: located });
    else paired.added.push(located);
    if (former !== undefined) old.delete(former);
  }
  paired.removed.push(...old.values());
  return paired;
}

function flatten(sections: readonly ResolvedSection[], parent?: string): Located[] {
  return sections.flatMap((section) => [
    { section, ...(parent && { parent }) },
    ...flatten(section.sections, section.id),
  ]);
}

// A section that comes or goes takes those inside it along, and weighs what its words do.
function comingAndGoing({ added, removed }: Paired, comparison: Comparison, redline: Redline): Draft[] {
  const isInside = (others: readonly Located[]) => {
    const ids = new Set(others.map(({ section }) => section.id));
    return ({ parent }: Located) => parent !== undefined && ids.has(parent);
  };
  const [isInNew, isInOld] = [isInside(added), isInside(removed)];
  const drafts = (side: 'before' | 'after', section: ResolvedSection): Draft[] => {
    const all = allSections([section]);
    const ids = new Set(all.map(({ id }) => id));
    const texts = all.flatMap((inner) => proseTexts(inner, comparison[side]));
    const level = sectionLevel(side, { ids, texts }, redline, comparison);
    const isThere = level === 'editorial' || all.every(({ content }) => content.length === 0);
    if (isThere && isTitleOfPolicy(section, side, comparison)) return [];
    const rule = side === 'after' ? 'section-added' : 'section-removed';
    const heirs = side === 'before' ? heirsOf(section, redline, comparison) : [];
    const names = showList(
      heirs.map((heir) => sectionName(heir, comparison)),
      comparison.reader,
    );
    const parts = { name: sectionName(section, comparison), ...(names && { after: names }) };
    return [{ rule, path: pathOf(section), [side]: section, parts, ...(level && { level }) }];
  };
  return [
    ...added.filter((located) => !isInNew(located)).flatMap(({ section }) => drafts('after', section)),
    ...removed.filter((located) => !isInOld(located)).flatMap(({ section }) => drafts('before', section)),
  ];
}

// The sections that show all that one showed that went: the one that has its anchor, or those where its texts stand now.
function heirsOf(section: ResolvedSection, redline: Redline, { after }: Comparison): ResolvedSection[] {
  const heir = heirOf(section, after);
  if (heir) return [heir];
  const isText = allSections([section]).every(({ content }) =>
    content.every((block) => proseOf(block).length > 0),
  );
  const ids = new Set(allSections([section]).map(({ id }) => id));
  const isLeft = redline.sections.some(
    ({ id, blocks }) =>
      ids.has(id) && blocks.some(({ change, kind }) => change === 'removed' && kind !== 'heading'),
  );
  if (!isText || isLeft) return [];
  const cameFrom = ({ blocks }: Redline['sections'][number]) =>
    blocks.some(({ movedFrom }) => movedFrom !== undefined && ids.has(movedFrom));
  const now = new Set(redline.sections.filter(cameFrom).map(({ id }) => id));
  return allSections(after.sections).filter(({ id }) => now.has(id));
}

// The section that has the anchor of one that went, and shows all that it showed.
function heirOf(
  { id, content, sections }: ResolvedSection,
  after: ResolvedPolicy,
): ResolvedSection | undefined {
  const heir = allSections(after.sections).find(({ aliases }) => aliases.includes(id));
  const isShown = (block: ResolvedBlock) => heir?.content.some((other) => isEqual(block, other));
  return content.length > 0 && sections.length === 0 && content.every(isShown) ? heir : undefined;
}

// Its title is that of the policy now, or was: that is told, and its text is still there.
function isTitleOfPolicy(
  { title }: ResolvedSection,
  side: 'before' | 'after',
  { before, after }: Comparison,
): boolean {
  return before.title !== after.title && title === (side === 'after' ? before : after).title;
}

function moves({ pairs }: Paired, comparison: Comparison): Draft[] {
  const newId = new Map(pairs.map(({ before, after }) => [before.section.id, after.section.id]));
  const parentBefore = ({ before }: SectionPair) =>
    before.parent === undefined ? undefined : (newId.get(before.parent) ?? before.parent);
  const isAdopted = (pair: SectionPair) => parentBefore(pair) !== pair.after.parent;
  const stayed = Map.groupBy(
    pairs.filter((pair) => !isAdopted(pair)),
    ({ after }) => after.parent,
  );
  const oldPlaces = new Map(
    flatten(comparison.before.sections).map(({ section }, index) => [section.id, index]),
  );
  const moved = new Set(
    [...stayed.values()].flatMap((siblings) => {
      const place = ({ before }: SectionPair) => oldPlaces.get(before.section.id) ?? 0;
      const old = [...siblings].sort((a, b) => place(a) - place(b));
      const ids = (some: readonly SectionPair[]) => some.map(({ after }) => after.section.id);
      return movedItems(ids(old), ids(siblings));
    }),
  );
  return pairs
    .filter((pair) => isAdopted(pair) || moved.has(pair.after.section.id))
    .map(({ before, after }) => ({
      rule: 'section-moved',
      path: pathOf(after.section),
      ...(before.parent !== after.parent && { before: before.parent ?? null, after: after.parent ?? null }),
      parts: { name: sectionName(after.section, comparison), items: quoteMarks(after.section.title) },
    }));
}

// Sections that a title above them took along, or left.
function joinMoved(drafts: readonly Draft[]): Draft[] {
  const keyOf = ({ rule, before, after }: Draft) =>
    rule === 'section-moved' ? JSON.stringify([before, after]) : undefined;
  return joinAlike(drafts, inSeveral(drafts, keyOf), (first, alike) => {
    const items = firstOf(alike.map(({ parts }) => parts.items ?? ''));
    return { ...first, parts: { details: String(alike.length), items } };
  });
}

function headingChanges({ before, after }: SectionPair, comparison: Comparison): Draft[] {
  const [old, now] = [before.section, after.section];
  const path = pathOf(now);
  const name = sectionName(now, comparison);
  const drafts: Draft[] = [];
  if (old.title !== now.title) {
    drafts.push({
      rule: 'section-renamed',
      path: `${path}.title`,
      before: old.title,
      after: now.title,
      parts: { before: sectionName(old, comparison), after: quoteMarks(now.title) },
      level:
        otherNumbers(old.title, now.title) ||
        haveOtherEditions(old.title, now.title, comparison.after.language)
          ? 'editorial'
          : titleLevel(old.title, now.title, comparison),
    });
  }
  drafts.push(
    ...anchorChanges([old.id, ...old.aliases], [now.id, ...now.aliases], { path, name, comparison }),
  );
  if (isRenumbered(old, now, comparison))
    drafts.push({
      rule: 'numbering-changed',
      path: `${path}.numbering`,
      before: old.annex ? 'annex' : old.numbering,
      after: now.annex ? 'annex' : now.numbering,
      parts: { name },
    });
  return drafts;
}

// A section without a numbering of its own has that of the policy.
function isRenumbered(old: ResolvedSection, now: ResolvedSection, { before, after }: Comparison): boolean {
  if (old.annex !== now.annex) return true;
  if (old.numbering === now.numbering) return false;
  const isInherited = old.numbering === before.numbering && now.numbering === after.numbering;
  return !(isInherited && before.numbering !== after.numbering);
}
