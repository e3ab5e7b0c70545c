import { longestIncreasing } from '../align/order.ts';

// Comparing by id: what came, what went, what stayed. Position decides nothing.

/** Two maps compared by key. */
type Keyed<T> = {
  added: [id: string, entry: T][];
  removed: [id: string, entry: T][];
  kept: [id: string, before: T, after: T][];
};

/** Compares two maps by key, in the order of the newer one. */
export function compareKeyed<T>(
  before: Readonly<Record<string, T>>,
  after: Readonly<Record<string, T>>,
): Keyed<T> {
  const old = new Map(Object.entries(before));
  const result: Keyed<T> = { added: [], removed: [], kept: [] };
  for (const [id, entry] of Object.entries(after)) {
    const former = old.get(id);
    if (former === undefined) result.added.push([id, entry]);
    else result.kept.push([id, former, entry]);
    old.delete(id);
  }
  result.removed.push(...old);
  return result;
}

/** What came into a list and what left it. */
export function compareLists<T>(before: readonly T[], after: readonly T[]): { added: T[]; removed: T[] } {
  return {
    added: after.filter((item) => !before.includes(item)),
    removed: before.filter((item) => !after.includes(item)),
  };
}

/** The fewest items that have to move so that the common ones stand in the newer order. */
export function movedItems(before: readonly string[], after: readonly string[]): string[] {
  const places = new Map(before.map((item, index) => [item, index]));
  const common = after.filter((item) => places.has(item));
  const kept = longestIncreasing(common.map((item) => places.get(item) ?? 0));
  return common.filter((_, index) => !kept.has(index));
}

/** The former ids of an entry. */
export function aliasesOf(entry: object): string[] {
  const aliases: unknown = Reflect.get(entry, 'aliases');
  return Array.isArray(aliases) ? aliases.map(String) : [];
}

/** Whether two values of a policy are the same; the order of keys is none of it. */
export function isEqual(before: unknown, after: unknown): boolean {
  if (Object.is(before, after)) return true;
  if (!isObject(before) || !isObject(after) || Array.isArray(before) !== Array.isArray(after)) return false;
  const [olds, news] = [Object.entries(before), new Map(Object.entries(after))];
  return (
    olds.length === news.size && olds.every(([key, old]) => news.has(key) && isEqual(old, news.get(key)))
  );
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

/** Entries by key and number: the second of a kind is another one than the first. */
export function numbered<T>(entries: readonly [key: string, value: T][]): Record<string, T> {
  const seen = new Map<string, number>();
  return Object.fromEntries(
    entries.map(([key, value]) => {
      const count = (seen.get(key) ?? 0) + 1;
      seen.set(key, count);
      return [`${key} ${count}`, value];
    }),
  );
}
