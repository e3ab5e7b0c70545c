import type { DataColumn } from '../../../schemas/disclosures/data.ts';
import { entriesNaming } from '../../disclosures/data/joined.ts';
import { entriesPath, shownEntries } from '../../disclosures/in-order.ts';
import { oncePer } from '../../memory.ts';
import { contentOf } from '../../resolve/all-sections.ts';
import type { FactName, InventoryName, ResolvedBlock, ShownName } from '../../resolve/policy-model.ts';
import { indexOf } from '../english/text-index.ts';
import type { Subject } from '../rule.ts';

/** What readers see of a disclosure: whether a block shows all of it, and the entries that blocks show or texts quote. */
type Seen = { isWhole: boolean; ids: ReadonlySet<string> };

/** What readers of a policy see of one of its disclosures, whose entries stand below a path. */
function seenOf(name: ShownName, below: string, { policy, texts }: Subject): Seen {
  const blocks = contentOf(policy).filter((block) => isAbout(block, name));
  const shown = blocks.flatMap((block) => (block.type === 'inventory' ? block.ids : []));
  const joined = contentOf(policy).flatMap((block) => shownBesideData(block, name, policy));
  const quoted = quotesIn(texts).flatMap(({ path, at }) =>
    at !== name && path.startsWith(`${below}.`) ? [path.slice(below.length + 1).split('.')[0] ?? ''] : [],
  );
  return {
    isWhole: blocks.some(({ type }) => type !== 'inventory'),
    ids: new Set([...shown, ...joined, ...quoted]),
  };
}

// The columns in which a table of data shows what other inventories say of it.
const columnsOfOthers = {
  purposes: ['purposes', 'basis', 'choice'],
  recipients: ['disclosedTo', 'soldTo'],
  retention: ['keptFor'],
} satisfies Partial<Record<ShownName, readonly DataColumn[]>>;

function shownBesideData(block: ResolvedBlock, name: ShownName, { facts }: Subject['policy']): string[] {
  if (block.type !== 'inventory' || block.of !== 'data' || !isBesideData(name)) return [];
  const columns: readonly string[] = columnsOfOthers[name];
  if (!block.columns?.some((column) => columns.includes(column))) return [];
  const inventory: Parameters<typeof entriesNaming>[0] = facts[name];
  return block.ids.flatMap((kind) => entriesNaming(inventory, kind).map(([id]) => id));
}

function isBesideData(name: ShownName): name is keyof typeof columnsOfOthers {
  return Object.hasOwn(columnsOfOthers, name);
}

// What the texts of a policy quote, and the part of its file each quotation stands in.
const quotesIn = oncePer((texts: Subject['texts']) =>
  texts.flatMap((text) => indexOf(text).quoted.map((path) => ({ path, at: text.path[0] }))),
);

/** Whether a text of a policy quotes the value at a path. */
export function isQuoted(path: string, { texts }: Subject): boolean {
  return quotesIn(texts).some((quoted) => quoted.path === path);
}

/** The entries of an inventory that no block shows and no text quotes, of all there are. */
export function unseenEntries(name: InventoryName, subject: Subject): { all: string[]; unseen: string[] } {
  const all = Object.keys(shownEntries(name, subject.policy.facts));
  const { isWhole, ids } = seenOf(name, entriesPath(name), subject);
  return { all, unseen: isWhole ? [] : all.filter((id) => !ids.has(id)) };
}

/** Whether a policy declares that there is nothing of a kind, and no block says so. */
export function isUnseenNone(name: InventoryName, subject: Subject): boolean {
  return subject.policy.facts[name] === 'none' && !seenOf(name, name, subject).isWhole;
}

/** Whether a thing that is declared is in no block, and no text quotes a part of it. */
export function isUnseen(name: FactName, subject: Subject): boolean {
  const { isWhole, ids } = seenOf(name, name, subject);
  return !isWhole && ids.size === 0;
}

function isAbout(block: ResolvedBlock, name: ShownName): boolean {
  const isShown = block.type === 'inventory' || block.type === 'fact' || block.type === 'none';
  return isShown && block.of === name;
}
