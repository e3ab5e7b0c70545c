import { disclosures } from '../../disclosures/all.ts';
import { disclosureOf, disclosuresInOrder, entriesPath, shownEntries } from '../../disclosures/in-order.ts';
import { isMap } from '../../read/shape.ts';
import type {
  InventoryBlock,
  ResolvedBlock,
  ResolvedPolicy,
  ResolvedSection,
} from '../../resolve/policy-model.ts';
import { escapeMarkdown, proseText } from '../../text/prose.ts';
import { showList } from '../../text/show.ts';
import type { Redline } from '../redline/redline-model.ts';

import type { Comparison, Draft } from './change.ts';
import { changeRules } from './change-rules.ts';
import { aliasesOf, compareKeyed, compareLists, isEqual, movedItems } from './compare.ts';
import { anchorChanges, code, quoted, quoteMarks } from './field-change.ts';
import { classifyText, excerpts, type ProsePair, proseTexts } from './prose-change.ts';

// Sections pair by id, or by an alias that keeps the old id alive; blocks by what they show. Prose is left to its rules.

type Located = { section: ResolvedSection; parent?: string };

/** A section in both versions. */
export type SectionPair = { before: Located; after: Located };

type Paired = { pairs: SectionPair[]; added: Located[]; removed: Located[] };

/** Compares the sections of two versions: which there are, where they stand, and what they show beside prose. */
export function sectionChanges(comparison: Comparison, facts: readonly Draft[], redline: Redline): Draft[] {
  const paired = pairSections(comparison, redline);
  return [
    ...comingAndGoing(paired, comparison),
    ...moves(paired, comparison),
    ...paired.pairs.flatMap((pair) => [
      ...headingChanges(pair, comparison),
      ...blockChanges(pair, { comparison, facts }),
    ]),
  ];
}

/** The prose of the sections that both versions have. */
export function prosePairs(comparison: Comparison, redline: Redline): ProsePair[] {
  return pairSections(comparison, redline).pairs.map(({ before, after }) => ({
    path: pathOf(after.section),
    name: nameOf(after.section, comparison),
    formerId: before.section.id,
    before: proseTexts(before.section, comparison.before),
    after: proseTexts(after.section, comparison.after),
  }));
}

function pathOf({ id }: ResolvedSection): string {
  return `sections.${id}`;
}

function nameOf({ title }: ResolvedSection, { words }: Comparison): string {
  return words.section(escapeMarkdown(title));
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

// A section that comes or goes takes those inside it along.
function comingAndGoing({ added, removed }: Paired, comparison: Comparison): Draft[] {
  const isInside = (others: readonly Located[]) => {
    const ids = new Set(others.map(({ section }) => section.id));
    return ({ parent }: Located) => parent !== undefined && ids.has(parent);
  };
  const [isInNew, isInOld] = [isInside(added), isInside(removed)];
  return [
    ...added
      .filter((located) => !isInNew(located))
      .map(
        ({ section }): Draft => ({
          rule: 'section-added',
          path: pathOf(section),
          after: section,
          parts: { name: nameOf(section, comparison) },
        }),
      ),
    ...removed
      .filter((located) => !isInOld(located))
      .map(
        ({ section }): Draft => ({
          rule: 'section-removed',
          path: pathOf(section),
          before: section,
          parts: { name: nameOf(section, comparison) },
        }),
      ),
  ];
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
      parts: { name: nameOf(after.section, comparison) },
    }));
}

function headingChanges({ before, after }: SectionPair, comparison: Comparison): Draft[] {
  const [old, now] = [before.section, after.section];
  const path = pathOf(now);
  const name = nameOf(now, comparison);
  const drafts: Draft[] = [];
  if (old.title !== now.title) {
    const found = classifyText(escapeMarkdown(old.title), escapeMarkdown(now.title), comparison);
    drafts.push({
      rule: 'section-renamed',
      path: `${path}.title`,
      before: old.title,
      after: now.title,
      parts: { before: nameOf(old, comparison), after: quoteMarks(now.title) },
      ...(changeRules[found].level === 'editorial' && { level: 'editorial' }),
    });
  }
  drafts.push(
    ...anchorChanges([old.id, ...old.aliases], [now.id, ...now.aliases], { path, name, comparison }),
  );
  if (isRenumbered(old, now, comparison))
    drafts.push({
      rule: 'numbering-changed',
      path: `${path}.numbering`,
      before: old.numbering,
      after: now.numbering,
      parts: { name },
    });
  return drafts;
}

// A section without a numbering of its own has that of the policy.
function isRenumbered(old: ResolvedSection, now: ResolvedSection, { before, after }: Comparison): boolean {
  if (old.numbering === now.numbering) return false;
  const isInherited = old.numbering === before.numbering && now.numbering === after.numbering;
  return !(isInherited && before.numbering !== after.numbering);
}

type Context = { comparison: Comparison; facts: readonly Draft[] };

function blockChanges({ before, after }: SectionPair, context: Context): Draft[] {
  const [old, now] = [before.section.content, after.section.content];
  if (isEqual(old, now)) return [];
  const place = { path: pathOf(after.section), name: nameOf(after.section, context.comparison) };
  if (isReordered(old, now)) return [orderDraft(old, now, place)];
  return [
    ...shownChanges(keyed(old), keyed(now), place, context),
    ...definitionChanges(termsOf(old), termsOf(now), place, context),
  ];
}

type Placed = { path: string; name: string };

// The same blocks in another order: one change, whatever they are.
function isReordered(old: readonly ResolvedBlock[], now: readonly ResolvedBlock[]): boolean {
  const sorted = (blocks: readonly ResolvedBlock[]) => blocks.map((block) => JSON.stringify(block)).sort();
  return isEqual(sorted(old), sorted(now));
}

function orderDraft(before: unknown, after: unknown, { path, name }: Placed): Draft {
  return { rule: 'order-changed', path: `${path}.content`, before, after, parts: { name } };
}

type ShownBlock = Exclude<ResolvedBlock, { type: 'prose' | 'definitions' | 'cards' | 'steps' }>;

function isShown(block: ResolvedBlock): block is ShownBlock {
  return !['prose', 'definitions', 'cards', 'steps'].includes(block.type);
}

function keyed(content: readonly ResolvedBlock[]): Record<string, ShownBlock> {
  return numbered(content.filter(isShown).map((block) => [keyOf(block), block]));
}

// The second of a kind is another one than the first.
function numbered<T>(entries: readonly [key: string, value: T][]): Record<string, T> {
  const seen = new Map<string, number>();
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return [`${key} ${count}`, value];
    }),
  );
}

function keyOf(block: ShownBlock): string {
  switch (block.type) {
    case 'inventory':
      return `inventory ${block.of} ${block.part}`;
    case 'none':
    case 'fact':
      return `${block.type} ${block.of}`;
    case 'contact':
      return `contact ${block.id}`;
    case 'policy':
      return `policy ${block.slug}`;
    case 'callout':
      return `callout ${block.title ?? ''} ${block.text}`;
    case 'history':
      return block.type;
  }
}

function shownChanges(
  old: Record<string, ShownBlock>,
  now: Record<string, ShownBlock>,
  place: Placed,
  context: Context,
): Draft[] {
  const { added, removed, kept } = compareKeyed(old, now);
  const { comparison } = context;
  const came = added.map(([, block]) => block).filter((block) => block.type !== 'callout');
  const went = removed.map(([, block]) => block).filter((block) => block.type !== 'callout');
  const drafts: Draft[] = kept.flatMap(([, before, after]) => keptBlock(before, after, place, context));
  drafts.push(
    ...calloutPairs(removed, added).flatMap(([one, other]) => keptBlock(one, other, place, context)),
  );
  for (const block of came) {
    const partner = went.findIndex((other) => familyOf(other) === familyOf(block));
    const [former] = partner < 0 ? [] : went.splice(partner, 1);
    if (former) drafts.push(...replacedBlock(former, block, place, context));
    else if (!isNews(block, comparison.before, context))
      drafts.push({
        rule: 'block-added',
        path: `${place.path}.content`,
        after: block,
        parts: { name: place.name, items: describe(block, comparison.after, comparison) },
      });
  }
  for (const block of went) {
    if (isNews(block, comparison.after, context)) continue;
    drafts.push({
      rule: 'block-removed',
      path: `${place.path}.content`,
      before: block,
      parts: { name: place.name, items: describe(block, comparison.before, comparison) },
    });
  }
  if (movedItems(Object.keys(old), Object.keys(now)).length > 0)
    drafts.push(orderDraft(Object.keys(old), Object.keys(now), place));
  return drafts;
}

// Callouts with other words: the words are prose, and as many as went came in their places.
function calloutPairs(
  removed: readonly [string, ShownBlock][],
  added: readonly [string, ShownBlock][],
): [ShownBlock, ShownBlock][] {
  const callouts = (blocks: readonly [string, ShownBlock][]) =>
    blocks.map(([, block]) => block).filter(({ type }) => type === 'callout');
  const [olds, news] = [callouts(removed), callouts(added)];
  if (olds.length !== news.length) return [];
  return olds.flatMap((old, index): [ShownBlock, ShownBlock][] => {
    const next = news[index];
    return next ? [[old, next]] : [];
  });
}

function familyOf(block: ShownBlock): string {
  return 'of' in block ? block.of : block.type;
}

// What a block shows for the first time, or could show no longer, its facts have told.
function isNews(block: ShownBlock, other: ResolvedPolicy, { facts }: Context): boolean {
  switch (block.type) {
    case 'inventory':
      return block.ids.every((id) => !Object.hasOwn(shownEntries(block.of, other.facts), id));
    case 'contact':
      return !Object.hasOwn(other.facts.contacts, block.id);
    case 'none':
    case 'fact':
      return facts.some(({ path }) => path === block.of);
    default:
      return false;
  }
}

function replacedBlock(before: ShownBlock, after: ShownBlock, place: Placed, context: Context): Draft[] {
  const { comparison, facts } = context;
  // A statement that something is not done gives way to what is done, or the other way round.
  if (before.type !== after.type && facts.some(({ path }) => path.split('.')[0] === familyOf(after)))
    return [];
  return [
    {
      rule: 'block-selection-changed',
      path: `${place.path}.content`,
      before,
      after,
      parts: {
        name: place.name,
        before: describe(before, comparison.before, comparison),
        after: describe(after, comparison.after, comparison),
      },
    },
  ];
}

function describe(block: ShownBlock, policy: ResolvedPolicy, { words, reader }: Comparison): string {
  switch (block.type) {
    case 'inventory': {
      const name = disclosures[block.of].title(words);
      return block.part === 'all' ? name : `${name} (${escapeMarkdown(partName(block, policy))})`;
    }
    case 'none':
    case 'fact':
      return disclosures[block.of].title(words);
    case 'contact':
      return quoted(policy.facts.contacts[block.id]?.label ?? block.id);
    case 'policy':
      return code(block.slug);
    case 'history':
      return words.versions(block.count);
    case 'callout':
      return `“${reader.words.callouts[block.tone]}”`;
  }
}

function partName({ of, part, ids }: InventoryBlock, { facts }: ResolvedPolicy): string {
  const { part: parted } = disclosureOf(of);
  if (!parted) return ids.join(', ');
  return parted.of ? (labelOf(shownEntries(parted.of, facts)[part]) ?? ids.join(', ')) : part;
}

function labelOf(entry: unknown): string | undefined {
  const shown = isMap(entry) ? (entry.label ?? entry.name) : undefined;
  return typeof shown === 'string' ? shown : undefined;
}

function keptBlock(before: ShownBlock, after: ShownBlock, place: Placed, context: Context): Draft[] {
  const { comparison } = context;
  const path = `${place.path}.content`;
  const { name } = place;
  if (before.type === 'callout' && after.type === 'callout' && before.tone !== after.tone) {
    const parts = {
      name,
      before: describe(before, comparison.before, comparison),
      after: describe(after, comparison.after, comparison),
    };
    return [{ rule: 'callout-changed', path, before: before.tone, after: after.tone, parts }];
  }
  if (before.type === 'history' && after.type === 'history' && before.count !== after.count)
    return replacedBlock(before, after, place, context);
  if (before.type !== 'inventory' || after.type !== 'inventory') return [];
  return [
    ...captionChange(before.caption, after.caption, { path, name }),
    ...columnChanges(before.columns, after.columns, { path, name }, comparison),
    ...selectionChange(before, after, place, context),
  ];
}

function captionChange(
  before: string | undefined,
  after: string | undefined,
  { path, name }: Placed,
): Draft[] {
  if (before === after) return [];
  const parts = {
    name,
    ...(before && { before: quoteMarks(before) }),
    ...(after && { after: quoteMarks(after) }),
  };
  return [{ rule: 'block-caption-changed', path: `${path}.caption`, before, after, parts }];
}

type Columns = InventoryBlock['columns'];

// A block without columns of its own shows those that have something in them.
function columnChanges(
  before: Columns,
  after: Columns,
  { path, name }: Placed,
  { reader }: Comparison,
): Draft[] {
  if (isEqual(before, after)) return [];
  const { added, removed } = compareLists(before ?? [], after ?? []);
  const label = (columns: NonNullable<Columns>) =>
    showList(
      columns.map((column) => `“${reader.words.columns[column]}”`),
      reader,
    );
  const base = { path: `${path}.columns`, before, after };
  if (added.length + removed.length === 0) return [{ rule: 'order-changed', ...base, parts: { name } }];
  return [
    ...(added.length > 0
      ? [{ rule: 'block-column-added' as const, ...base, parts: { name, items: label(added) } }]
      : []),
    ...(removed.length > 0
      ? [{ rule: 'block-column-removed' as const, ...base, parts: { name, items: label(removed) } }]
      : []),
  ];
}

// The rows of a block follow from its facts: those that came, went, moved to another part or changed places.
function selectionChange(
  before: InventoryBlock,
  after: InventoryBlock,
  place: Placed,
  { comparison, facts }: Context,
): Draft[] {
  const old = before.ids.map((id) => newIdOf(id, before.of, comparison) ?? id);
  if (isEqual(old, after.ids)) return [];
  const { added, removed } = compareLists(old, after.ids);
  const root = entriesPath(before.of);
  const isTold = (id: string) =>
    facts.some(
      ({ path }) =>
        path === root ||
        path === before.of ||
        path === `${root}.${id}` ||
        partKeys.some((key) => path === `${root}.${id}.${key}`),
    );
  const untold = { came: added.filter((id) => !isTold(id)), went: removed.filter((id) => !isTold(id)) };
  const path = `${place.path}.content`;
  if (untold.came.length + untold.went.length > 0) {
    const show = (ids: readonly string[], policy: ResolvedPolicy) =>
      escapeMarkdown(
        ids.length === 0
          ? '–'
          : showList(
              ids.map((id) => labelOf(shownEntries(before.of, policy.facts)[id]) ?? id),
              comparison.reader,
            ),
      );
    return [
      {
        rule: 'block-selection-changed',
        path,
        before: before.ids,
        after: after.ids,
        parts: {
          name: place.name,
          before: show(before.ids, comparison.before),
          after: show(after.ids, comparison.after),
        },
      },
    ];
  }
  const isOrderTold = facts.some((draft) => draft.rule === 'order-changed' && draft.path === root);
  return movedItems(old, after.ids).length > 0 && !isOrderTold
    ? [{ rule: 'order-changed', path, before: before.ids, after: after.ids, parts: { name: place.name } }]
    : [];
}

// The id of the entry that says it had this one.
function newIdOf(id: string, of: InventoryBlock['of'], { after }: Comparison): string | undefined {
  const inventory: unknown = after.facts[of];
  if (typeof inventory !== 'object' || inventory === null || Object.hasOwn(inventory, id)) return undefined;
  const renamed = Object.entries(inventory).find(([, entry]) => aliasesOf(Object(entry)).includes(id));
  return renamed?.[0];
}

// What puts an entry into a part of its inventory.
const partKeys = disclosuresInOrder.flatMap(({ part }) => part?.key ?? []);

function termsOf(content: readonly ResolvedBlock[]): Record<string, string> {
  return numbered(
    content.flatMap((block) =>
      block.type === 'definitions' ? block.items.map(({ term, text }): [string, string] => [term, text]) : [],
    ),
  );
}

function definitionChanges(
  old: Record<string, string>,
  now: Record<string, string>,
  { path, name: section }: Placed,
  { comparison }: Context,
): Draft[] {
  const { kept, ...others } = compareKeyed(old, now);
  const { renamed, added, removed } = renamedTerms(others);
  const termOf = (key: string) => key.replace(/ \d+$/, '');
  const base = (key: string) => ({ path: `${path}.definitions.${termOf(key)}` });
  const drafts: Draft[] = [
    ...renamed.map(([former, key]): Draft => {
      const parts = { before: quoteMarks(termOf(former)), after: quoteMarks(termOf(key)) };
      return { rule: 'definition-renamed', ...base(key), before: termOf(former), after: termOf(key), parts };
    }),
    ...added.map(
      ([key, text]): Draft => ({
        rule: 'definition-added',
        ...base(key),
        after: text,
        parts: { name: quoteMarks(termOf(key)), after: quoted(text) },
      }),
    ),
    ...removed.map(
      ([key, text]): Draft => ({
        rule: 'definition-removed',
        ...base(key),
        before: text,
        parts: { name: quoteMarks(termOf(key)), before: quoted(text) },
      }),
    ),
    ...kept
      .filter(([, before, after]) => before !== after)
      .map(([key, before, after]): Draft => {
        const shown = excerpts(proseText(before), proseText(after));
        const parts = {
          name: quoteMarks(termOf(key)),
          before: quoteMarks(shown.before),
          after: quoteMarks(shown.after),
        };
        const isEditorial = changeRules[classifyText(before, after, comparison)].level === 'editorial';
        return {
          rule: 'definition-changed',
          ...base(key),
          before,
          after,
          parts,
          ...(isEditorial && { level: 'editorial' }),
        };
      }),
  ];
  if (movedItems(Object.keys(old), Object.keys(now)).length === 0) return drafts;
  const order = { before: Object.keys(old).map(termOf), after: Object.keys(now).map(termOf) };
  return [
    ...drafts,
    { rule: 'order-changed', path: `${path}.definitions`, ...order, parts: { name: section } },
  ];
}

type Terms = [key: string, text: string][];

// The same meaning under another term.
function renamedTerms({ added, removed }: { added: Terms; removed: Terms }): {
  renamed: [former: string, key: string][];
  added: Terms;
  removed: Terms;
} {
  const left = [...removed];
  const renamed: [string, string][] = [];
  const news = added.filter(([key, text]) => {
    const at = left.findIndex(([, old]) => old === text);
    const [former] = at < 0 ? [] : left.splice(at, 1);
    if (former) renamed.push([former[0], key]);
    return former === undefined;
  });
  return { renamed, added: news, removed: left };
}
