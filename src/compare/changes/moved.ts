import { isDeepStrictEqual } from 'node:util';
import { inventoriesInOrder } from '../../disclosures/in-order.ts';
import { isMap } from '../../read/shape.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { escapeMarkdown } from '../../text/prose.ts';
import type { Reader } from '../../text/show.ts';
import type { Change } from './change.ts';

/** Another policy of the product, as it was beside the older text and as it is beside the newer; either may be missing. */
export type Beside = { before: ResolvedPolicy | undefined; after: ResolvedPolicy | undefined };

type Compared = { before: ResolvedPolicy; after: ResolvedPolicy; beside: readonly Beside[]; reader: Reader };

/**
 * Tells what left a policy and came into another one of the product as moved there, and what came from another as moved
 * here: nothing more or less is processed. Only where the id and every fact are the same, and the other policy had it on
 * one side alone; where that is in doubt, it stays added or removed.
 */
export function tellMoved(changes: readonly Change[], compared: Compared): Change[] {
  return changes.map((change) => movedChange(change, compared) ?? change);
}

function movedChange(change: Change, { before, after, beside, reader }: Compared): Change | undefined {
  const { path } = change;
  const old = entryAt(before, path);
  const now = entryAt(after, path);
  if ((old === undefined) === (now === undefined)) return undefined;
  const entry = old ?? now;
  const isSame = (policy: ResolvedPolicy | undefined) =>
    isDeepStrictEqual(policy && entryAt(policy, path), entry);
  const lacks = (policy: ResolvedPolicy | undefined) => !policy || entryAt(policy, path) === undefined;
  const partners = beside.flatMap((other) => {
    const [has, had] = old ? [other.after, other.before] : [other.before, other.after];
    return has && isSame(has) && lacks(had) ? [has] : [];
  });
  const [partner] = partners;
  if (!partner || partners.length > 1) return undefined;
  const { movedTo, movedFrom } = reader.words.diff;
  const name = nameOf(entry, path);
  const title = escapeMarkdown(partner.title);
  return {
    ...change,
    level: 'review',
    direction: 'neutral',
    sentence: old ? movedTo(name, title) : movedFrom(name, title),
  };
}

const inventories = new Set<string>(inventoriesInOrder.map(({ name }) => name));

// `cookies.visit`, and no part of it.
function entryAt({ facts }: ResolvedPolicy, path: string): unknown {
  const [inventory = '', id = '', ...rest] = path.split('.');
  if (!inventories.has(inventory) || rest.length > 0) return undefined;
  const entries: unknown = Object.entries(facts).find(([name]) => name === inventory)?.[1];
  return isMap(entries) && Object.hasOwn(entries, id) ? entries[id] : undefined;
}

function nameOf(entry: unknown, path: string): string {
  const { name, label } = isMap(entry) ? entry : {};
  const told = [name, label].find((text) => typeof text === 'string') ?? path.split('.')[1];
  return escapeMarkdown(String(told));
}
