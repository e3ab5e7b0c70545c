import { textBlocks } from '../../blocks/all.ts';
import type { AnyTextBlock, Placed } from '../../blocks/block.ts';
import { isTextBlock, textBlockOf } from '../../blocks/by-type.ts';
import { digestOf } from '../../digest.ts';
import { disclosures } from '../../disclosures/all.ts';
import { disclosureOf, disclosuresInOrder, entriesPath, shownEntries } from '../../disclosures/in-order.ts';
import { oncePer } from '../../memory.ts';
import { isMap, valueAt } from '../../read/shape.ts';
import { allSections } from '../../resolve/all-sections.ts';
import type {
  InventoryBlock,
  ResolvedBlock,
  ResolvedPolicy,
  ResolvedSection,
  TextBlock,
} from '../../resolve/policy-model.ts';
import { escapeMarkdown, proseText } from '../../text/prose.ts';
import { showList } from '../../text/show.ts';
import type { Comparison, Draft } from './change.ts';
import { compareKeyed, compareLists, isEqual, movedItems, numbered } from './compare.ts';
import { newIds } from './entry-pairs.ts';
import { shorten } from './excerpt.ts';
import { quoteMarks } from './field-change.ts';

// Blocks pair by what they show; prose is left to its rules.

type Context = { comparison: Comparison; facts: readonly Draft[] };
type Blocks = readonly ResolvedBlock[];

/** Compares what a section shows beside prose; `facts` are the changes that are told already. */
export function blockChanges(old: Blocks, now: Blocks, section: Placed, context: Context): Draft[] {
  if (isEqual(old, now)) return [];
  if (isReordered(old, now)) return isProseAlone(old, now) ? [] : [orderDraft(old, now, section)];
  return [
    ...shownChanges(keyed(old), keyed(now), section, context),
    ...Object.values(textBlocks).flatMap((block: AnyTextBlock) => {
      const isOwn = (other: ResolvedBlock): other is TextBlock => other.type === block.type;
      return block.together?.(old.filter(isOwn), now.filter(isOwn), section, context.comparison) ?? [];
    }),
  ];
}

// The same blocks in another order: one change, whatever they are.
function isReordered(old: readonly ResolvedBlock[], now: readonly ResolvedBlock[]): boolean {
  const sorted = (blocks: readonly ResolvedBlock[]) => blocks.map((block) => JSON.stringify(block)).sort();
  return isEqual(sorted(old), sorted(now));
}

// Only prose changed places with prose: it is told as moved.
function isProseAlone(old: Blocks, now: Blocks): boolean {
  const places = (blocks: Blocks) => blocks.map((block) => (block.type === 'prose' ? 'prose' : block));
  return isEqual(places(old), places(now));
}

function orderDraft(before: unknown, after: unknown, { path, name }: Placed): Draft {
  return { rule: 'order-changed', path: `${path}.content`, before, after, parts: { name } };
}

/** A block that comes and goes as one thing. */
type ShownBlock = Exclude<ResolvedBlock, { type: 'prose' }>;

function isShown(block: ResolvedBlock): block is ShownBlock {
  return isTextBlock(block) ? textBlockOf(block).whole !== undefined : block.type !== 'prose';
}

function keyed(content: readonly ResolvedBlock[]): Record<string, ShownBlock> {
  return numbered(content.filter(isShown).map((block) => [keyOf(block), block]));
}

function keyOf(block: ShownBlock): string {
  if (block.type === 'inventory') return `inventory ${block.of} ${block.part}`;
  if (!isTextBlock(block)) return `${block.type} ${block.of}`;
  const key = textBlockOf(block).whole?.key;
  return key ? `${block.type} ${key(block)}` : block.type;
}

function shownChanges(
  old: Record<string, ShownBlock>,
  now: Record<string, ShownBlock>,
  place: Placed,
  context: Context,
): Draft[] {
  const { added, removed, kept } = compareKeyed(old, now);
  const { comparison } = context;
  const came = added.map(([, block]) => block).filter((block) => !isWorded(block));
  const went = removed.map(([, block]) => block).filter((block) => !isWorded(block));
  const drafts: Draft[] = kept.flatMap(([, before, after]) => keptBlock(before, after, place, context));
  drafts.push(
    ...rewordedPairs(removed, added).flatMap(([one, other]) => keptBlock(one, other, place, context)),
  );
  for (const block of came) {
    const partner = went.findIndex((other) => familyOf(other) === familyOf(block));
    const [former] = partner < 0 ? [] : went.splice(partner, 1);
    if (former && isChosen(former) && isChosen(block) && !isEqual(former.ids, block.ids))
      drafts.push(...keptBlock(former, block, place, context));
    else if (former) drafts.push(...replacedBlock(former, block, place, context));
    else if (!isNews(block, comparison.before, context) && !isToldByFormer(block, comparison))
      drafts.push(blockDraft('after', block, place, context));
  }
  for (const block of went) {
    const move = moveOf(block, comparison);
    if (move) drafts.push(movedDraft(block, move, place, comparison));
    else if (!isNews(block, comparison.after, context))
      drafts.push(blockDraft('before', block, place, context));
  }
  if (movedItems(Object.keys(old), Object.keys(now)).length > 0)
    drafts.push(orderDraft(Object.keys(old), Object.keys(now), place));
  return drafts;
}

// A block that is in one of the versions alone.
function blockDraft(
  side: 'before' | 'after',
  block: ShownBlock,
  { path, name }: Placed,
  { comparison }: Context,
): Draft {
  return {
    rule: side === 'after' ? 'block-added' : 'block-removed',
    path: `${path}.content`,
    [side]: block,
    parts: { name, items: describe(block, comparison[side], comparison) },
  };
}

function movedDraft(
  block: ShownBlock,
  { from, to }: Move,
  { path, name }: Placed,
  comparison: Comparison,
): Draft {
  const items = describe(block, comparison.after, comparison);
  const parts = { before: name, after: sectionName(to, comparison), items };
  return { rule: 'block-moved', path: `${path}.content`, before: from.id, after: to.id, parts };
}

type Move = { from: ResolvedSection; to: ResolvedSection };

// From one section that shows a block into another.
function moveOf(block: ShownBlock, { before, after }: Comparison): Move | undefined {
  const [from, ...others] = sectionsShowing(before).get(thingOf(block)) ?? [];
  const [to, ...moreOthers] = sectionsShowing(after).get(thingOf(block)) ?? [];
  const isOne = from && to && others.length + moreOthers.length === 0;
  return isOne && from.id !== to.id ? { from, to } : undefined;
}

// The sections by what they show, each once.
const sectionsShowing = oncePer(({ sections }: ResolvedPolicy) => {
  const showing = allSections(sections).flatMap((section) =>
    [...new Set(section.content.filter(isShown).map(thingOf))].map((thing) => ({ thing, section })),
  );
  return new Map(
    [...Map.groupBy(showing, ({ thing }) => thing)].map(([thing, all]) => [
      thing,
      all.map(({ section }) => section),
    ]),
  );
});

// What a block shows: a text is all that it says.
function thingOf(block: ShownBlock): string {
  return isTextBlock(block) ? digestOf(block) : keyOf(block);
}

// The section that a block left tells where it stands, as long as there is one.
function isToldByFormer(block: ShownBlock, comparison: Comparison): boolean {
  const from = moveOf(block, comparison)?.from.id;
  return (
    from !== undefined &&
    allSections(comparison.after.sections).some(({ id, aliases }) => id === from || aliases.includes(from))
  );
}

/** A section as a sentence names it. */
export function sectionName({ title }: ResolvedSection, { words }: Comparison): string {
  return words.section(escapeMarkdown(title));
}

// A block that shows entries chosen by their ids.
function isChosen(block: ShownBlock): block is InventoryBlock {
  if (block.type !== 'inventory' || block.part === 'all') return false;
  return !disclosureOf(block.of).part || block.part === block.ids.join(' ');
}

function isWorded(block: ShownBlock): boolean {
  return textBlockOf(block)?.prose !== undefined;
}

// Blocks with other words: the words are prose, and as many as went came in their places.
function rewordedPairs(
  removed: readonly [string, ShownBlock][],
  added: readonly [string, ShownBlock][],
): [ShownBlock, ShownBlock][] {
  const worded = (blocks: readonly [string, ShownBlock][]) =>
    blocks.map(([, block]) => block).filter(isWorded);
  const [olds, news] = [worded(removed), worded(added)];
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
      return facts.some(({ path }) => path === block.of);
    case 'fact':
      return other.facts[block.of] === undefined || facts.some(({ path }) => path === block.of);
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

function describe(block: ShownBlock, policy: ResolvedPolicy, comparison: Comparison): string {
  if (isTextBlock(block)) return textBlockOf(block).whole?.name(block, policy, comparison) ?? '';
  const name = disclosures[block.of].title(comparison.words);
  if (block.type !== 'inventory' || block.part === 'all') return name;
  return `${name} (${escapeMarkdown(partName(block, policy))})`;
}

function partName({ of, part, ids }: InventoryBlock, { facts }: ResolvedPolicy): string {
  const { part: parted } = disclosureOf(of);
  const entries = shownEntries(of, facts);
  const chosen = () => ids.map((id) => shownName(entries[id]) ?? id).join(', ');
  if (!parted) return chosen();
  if (parted.of) return labelOf(shownEntries(parted.of, facts)[part]) ?? chosen();
  // The name of a part that has no entry of its own; what was chosen by ids has none.
  const isNamed = ids.some((id) => valueAt(entries[id], [parted.key]) === part);
  return isNamed ? part : chosen();
}

function labelOf(entry: unknown): string | undefined {
  const shown = isMap(entry) ? (entry.label ?? entry.name) : undefined;
  return typeof shown === 'string' ? shown : undefined;
}

function keptBlock(before: ShownBlock, after: ShownBlock, place: Placed, context: Context): Draft[] {
  const { comparison } = context;
  const path = `${place.path}.content`;
  const { name } = place;
  if (isTextBlock(before) && isTextBlock(after)) {
    const change = before.type === after.type && textBlockOf(after).whole?.change?.(before, after);
    if (!change) return [];
    const parts = {
      name,
      before: describe(before, comparison.before, comparison),
      after: describe(after, comparison.after, comparison),
    };
    return [{ ...change, path, parts }];
  }
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

// One of the entries that are parts of another, or that one.
function isOfDivision(id: string, root: string, { rule, path, before, after }: Draft): boolean {
  const isOwn = rule === 'entry-divided' && path.startsWith(`${root}.`);
  return isOwn && [before, after].some((entries) => Object.hasOwn(Object(entries), id));
}

// The rows of a block follow from its facts: those that came, went, moved to another part or changed places.
function selectionChange(
  before: InventoryBlock,
  after: InventoryBlock,
  place: Placed,
  { comparison, facts }: Context,
): Draft[] {
  const shown = (side: 'before' | 'after') => shownEntries(before.of, comparison[side].facts);
  const renamed = newIds(shown('before'), shown('after'));
  const old = before.ids.map((id) => renamed.get(id) ?? id);
  if (isEqual(old, after.ids)) return [];
  const { added, removed } = compareLists(old, after.ids);
  const root = entriesPath(before.of);
  const isTold = (id: string) => {
    const paths = [root, before.of, `${root}.${id}`, ...partKeys.map((key) => `${root}.${id}.${key}`)];
    return facts.some((fact) => paths.includes(fact.path) || isOfDivision(id, root, fact));
  };
  const untold = { came: added.filter((id) => !isTold(id)), went: removed.filter((id) => !isTold(id)) };
  const path = `${place.path}.content`;
  if (untold.came.length + untold.went.length > 0) {
    const show = (side: 'before' | 'after', { ids }: InventoryBlock) => {
      const entries = shownEntries(before.of, comparison[side].facts);
      const names = ids.map((id) => shownName(entries[id]) ?? id);
      return escapeMarkdown(names.length === 0 ? '–' : showList(names, comparison.reader));
    };
    return [
      {
        rule: 'block-selection-changed',
        path,
        before: before.ids,
        after: after.ids,
        parts: { name: place.name, before: show('before', before), after: show('after', after) },
      },
    ];
  }
  const isOrderTold = facts.some((draft) => draft.rule === 'order-changed' && draft.path === root);
  return movedItems(old, after.ids).length > 0 && !isOrderTold
    ? [{ rule: 'order-changed', path, before: before.ids, after: after.ids, parts: { name: place.name } }]
    : [];
}

// An entry by its label, or by the beginning of what it says.
function shownName(entry: unknown): string | undefined {
  const text = isMap(entry) ? entry.text : entry;
  return labelOf(entry) ?? (typeof text === 'string' ? shorten(proseText(text)) : undefined);
}

// What puts an entry into a part of its inventory.
const partKeys = disclosuresInOrder.flatMap(({ part }) => part?.key ?? []);
