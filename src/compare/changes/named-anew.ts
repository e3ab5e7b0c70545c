import { isMap } from '../../read/shape.ts';
import type { Facts, ResolvedPolicy } from '../../resolve/policy-model.ts';
import { newIds } from './entry-pairs.ts';

// An entry whose id alone is another is the same entry, wherever facts name it.

const named = {
  vendors: ['vendors', 'provider', 'providers', 'access'],
  data: ['data'],
  categories: ['category'],
  audiences: ['audience'],
  contacts: ['channels', 'channel', 'contact'],
} as const satisfies Partial<Record<keyof Facts, readonly string[]>>;

type Ids = ReadonlyMap<string, string>;

/**
 * The facts of the older version as they name entries by the ids that these have in the newer one, and that version with such
 * entries under both of their ids, so that what they are called can be looked up.
 */
export function namedAnew(
  before: ResolvedPolicy,
  after: ResolvedPolicy,
): { facts: Facts; policy: ResolvedPolicy } {
  const renamed = new Map<string, Ids>();
  const both: Record<string, unknown> = {};
  for (const [inventory, keys] of Object.entries(named)) {
    const [old, now] = [before, after].map(({ facts }) => Reflect.get(facts, inventory));
    if (!isMap(old) || !isMap(now)) continue;
    const ids = newIds(old, now);
    if (ids.size === 0) continue;
    for (const key of keys) renamed.set(key, ids);
    both[inventory] = { ...old, ...Object.fromEntries([...ids].map(([former, id]) => [id, old[former]])) };
  }
  if (renamed.size === 0) return { facts: before.facts, policy: before };
  const facts = withIds(before.facts, renamed);
  return { facts, policy: { ...before, facts: { ...facts, ...both } } };
}

function withIds<T>(value: T, renamed: ReadonlyMap<string, Ids>): T {
  if (Array.isArray(value)) return value.map((item) => withIds(item, renamed)) as T;
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => {
    const ids = renamed.get(key);
    const isId = typeof inner === 'string' || (Array.isArray(inner) && typeof inner[0] === 'string');
    return [key, ids && isId ? withNew(inner, ids) : withIds(inner, renamed)];
  });
  return Object.fromEntries(entries) as T;
}

function withNew(named: unknown, ids: Ids): unknown {
  const idOf = (id: unknown) => ids.get(String(id)) ?? id;
  return Array.isArray(named) ? named.map(idOf) : idOf(named);
}
