import { aliasesOf, isEqual } from './compare.ts';

// Entries pair by id. One that was renamed has another.

/**
 * The new ids of entries that have others now: they name their old one, are the same right of the law, or say all, all but
 * a label, or nearly all that the one that went said, as no other does. Entries whose name is what they are, as cookies and vendors, are the same by that alone.
 */
export function newIds(before: object, after: object): ReadonlyMap<string, string> {
  const ids = idsByAlias(before, after);
  const taken = new Set(ids.values());
  const olds = Object.entries(before).filter(([id]) => !Object.hasOwn(after, id) && !ids.has(id));
  const news = Object.entries(after).filter(([id]) => !Object.hasOwn(before, id) && !taken.has(id));
  if (olds.length * news.length > mostPairs) return ids;
  const words = new Map([...olds, ...news].map(([, entry]) => [entry, wordsOf(entry)]));
  const alike = olds.flatMap(([id, old]) =>
    news.flatMap(([other, now]) =>
      isEqual(old, now) ||
      knownRight(id, old) === knownRight(other, now) ||
      areNamedAlike(old, now) ||
      isRelabelled(old, now) ||
      areAlike(words.get(old), words.get(now))
        ? [[id, other] as const]
        : [],
    ),
  );
  const isOnly = (side: 0 | 1, id: string) => alike.filter((pair) => pair[side] === id).length === 1;
  return new Map([...ids, ...alike.filter(([id, other]) => isOnly(0, id) && isOnly(1, other))]);
}

function idsByAlias(before: object, after: object): Map<string, string> {
  return new Map(
    Object.entries(after).flatMap(([id, entry]) => {
      if (Object.hasOwn(before, id)) return [];
      const former = aliasesOf(Object(entry)).find(
        (old) => Object.hasOwn(before, old) && !Object.hasOwn(after, old),
      );
      return former === undefined ? [] : [[former, id] as const];
    }),
  );
}

/** Which of the known rights an entry is: "Right to erasure" and "Right to be forgotten" are one. Without `right`, its id is. */
export function knownRight(id: string, entry: unknown): string {
  return Object(entry).right ?? id;
}

// A text has no fields.
function areNamedAlike(one: unknown, other: unknown): boolean {
  const [old, now] = [Object(one), Object(other)];
  return 'name' in old && 'name' in now && isEqual(old.name, now.name);
}

// What both say in words of the authors has to be more than the label.
function isRelabelled(one: unknown, other: unknown): boolean {
  const [{ label: old, ...before }, { label: now, ...after }] = [Object(one), Object(other)];
  const isSaid = 'description' in before || 'examples' in before;
  return old !== undefined && now !== undefined && isSaid && isEqual(before, after);
}

const mostPairs = 2_500;
const fewestWords = 10;
const leastShare = 0.8;

function wordsOf(entry: unknown): readonly string[] {
  const isNamed = typeof entry === 'object' && entry !== null && 'name' in entry;
  return isNamed ? [] : (JSON.stringify(entry).match(/[\p{L}\p{M}\p{N}]+/gu) ?? []);
}

// How many of their words two texts share, each as often as it stands in both.
function areAlike(one: readonly string[] = [], other: readonly string[] = []): boolean {
  if (Math.min(one.length, other.length) < fewestWords) return false;
  const counts = Map.groupBy(other, (word) => word);
  const common = [...Map.groupBy(one, (word) => word)].map(([word, own]) =>
    Math.min(own.length, counts.get(word)?.length ?? 0),
  );
  return (2 * common.reduce((sum, count) => sum + count, 0)) / (one.length + other.length) >= leastShare;
}
