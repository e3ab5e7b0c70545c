import { isDeepStrictEqual } from 'node:util';
import { isTextBlock } from '../../blocks/by-type.ts';
import { inventoriesInOrder } from '../../disclosures/in-order.ts';
import { entryAnchor } from '../../page/entry-anchor.ts';
import { isMap } from '../../read/shape.ts';
import { allSections } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy, ResolvedSection } from '../../resolve/policy-model.ts';
import { escapeMarkdown } from '../../text/prose.ts';
import type { Reader } from '../../text/show.ts';
import type { Change } from './change.ts';

/** Another policy of the product, as it was beside the older text and as it is beside the newer; either may be missing. */
export type Beside = { before: ResolvedPolicy | undefined; after: ResolvedPolicy | undefined };

type Compared = { before: ResolvedPolicy; after: ResolvedPolicy; beside: readonly Beside[]; reader: Reader };

/**
 * Tells what left a policy and came into another one of the product as moved there, and what came from another as moved
 * here: nothing more or less is processed. An entry is found by its id, or where `moved` leads; it has moved where every
 * fact is the same, a section where every word is, and the other policy had it on one side alone. Where that is in doubt,
 * it stays added or removed.
 */
export function tellMoved(changes: readonly Change[], compared: Compared): Change[] {
  return changes.map((change) => movedChange(change, compared) ?? change);
}

function movedChange(change: Change, { before, after, beside, reader }: Compared): Change | undefined {
  const old = thingAt(before, change.path);
  const now = thingAt(after, change.path);
  const thing = old ?? now;
  if (!thing || (old && now)) return undefined;
  const partners = beside.flatMap((other) => {
    const [has, had] = old ? [other.after, other.before] : [other.before, other.after];
    const found = has && counterparts(thing, has, old ? after : had, { slug: after.slug, isGone: !!old });
    const isMoved = found?.some(
      (one) => isDeepStrictEqual(one.content, thing.content) && !(had && thingAt(had, one.path)),
    );
    return has && isMoved ? [has] : [];
  });
  const [partner] = partners;
  if (!partner || partners.length > 1) return undefined;
  const { movedTo, movedFrom } = reader.words.diff;
  const title = escapeMarkdown(partner.title);
  const { brief: _brief, ...rest } = change;
  return {
    ...rest,
    level: 'review',
    direction: 'neutral',
    sentence: old ? movedTo(thing.name, title) : movedFrom(thing.name, title),
  };
}

/** What can move: an entry, or a section of nothing but text. */
type Thing = { path: string; anchor: string; name: string; content: unknown };

// What a thing is in another policy: under the same id, or where `moved` of the policy that it left leads.
function counterparts(
  { path, anchor }: Thing,
  other: ResolvedPolicy,
  left: ResolvedPolicy | undefined,
  { slug, isGone }: { slug: string; isGone: boolean },
): Thing[] {
  const ways = Object.entries(left?.moved ?? {});
  const anchors = isGone
    ? ways.flatMap(([from, to]) =>
        from === anchor && to.startsWith(`${other.slug}#`) ? [to.split('#')[1]] : [],
      )
    : ways.flatMap(([from, to]) => (to === `${slug}#${anchor}` ? [from] : []));
  return [thingAt(other, path), ...anchors.map((own) => thingUnder(other, own))].filter(
    (thing) => thing !== undefined,
  );
}

const inventories = new Set<string>(inventoriesInOrder.map(({ name }) => name));

// `cookies.visit` or `sections.choices`, and no part of them.
function thingAt(policy: ResolvedPolicy, path: string): Thing | undefined {
  const [kind = '', id = '', ...rest] = path.split('.');
  if (rest.length > 0) return undefined;
  if (kind === 'sections') return sectionNamed(policy, id);
  const entries = inventories.has(kind) ? entriesOf(policy, kind) : {};
  if (!Object.hasOwn(entries, id)) return undefined;
  const entry = entries[id];
  const { aliases: _aliases, ...content } = isMap(entry) ? entry : { entry };
  return { path, anchor: entryAnchor(kind, id), name: nameOf(entry, id), content };
}

function thingUnder(policy: ResolvedPolicy, anchor = ''): Thing | undefined {
  const paths = [...inventories].flatMap((kind) =>
    Object.keys(entriesOf(policy, kind)).map((id) => [`${kind}.${id}`, entryAnchor(kind, id)] as const),
  );
  const [path] = paths.find(([, own]) => own === anchor) ?? [];
  return path === undefined ? sectionNamed(policy, anchor) : thingAt(policy, path);
}

function entriesOf({ facts }: ResolvedPolicy, kind: string): Record<string, unknown> {
  const entries: unknown = Object.entries(facts).find(([name]) => name === kind)?.[1];
  return isMap(entries) ? entries : {};
}

function nameOf(entry: unknown, id: string): string {
  const { name, label } = isMap(entry) ? entry : {};
  const told = [name, label].find((text) => typeof text === 'string') ?? id;
  return escapeMarkdown(String(told));
}

function sectionNamed({ sections }: ResolvedPolicy, id: string): Thing | undefined {
  const found = allSections(sections).find((section) => section.id === id);
  const content = found && textOf(found);
  if (!found || !content) return undefined;
  return { path: `sections.${id}`, anchor: id, name: `“${escapeMarkdown(found.title)}”`, content };
}

// What a section shows of facts is other facts in another policy.
function textOf({ title, content, sections }: ResolvedSection): unknown {
  const isText = content.every((block) => block.type === 'prose' || isTextBlock(block));
  const inner = sections.map(textOf);
  return isText && inner.every((one) => one !== undefined) ? { title, content, sections: inner } : undefined;
}
