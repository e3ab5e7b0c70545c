import type { Effort } from './effort.ts';
import { findIslands, type Island } from './islands.ts';
import { mostSimilarity, similarity } from './similarity.ts';

/** What can be paired: an item with its words; equal ones have the same signature, and partners are of one group. */
export type Candidate<T> = {
  item: T;
  signature: string;
  group: string;
  key?: string;
  readonly bag: Int32Array;
};

/** Alike enough to be the same text at the same place, and at another place. */
const alike = 0.35;
const alikeElsewhere = 0.6;

/** A part of two lists: candidates that are equal one by one, or what stands between such parts. */
export type Part<T> = { isEqual: boolean; olds: readonly Candidate<T>[]; news: readonly Candidate<T>[] };

/** Cuts two lists into parts in their order: the longest common run of equal candidates, and what stands between. */
export function splitByEqual<T>(
  olds: readonly Candidate<T>[],
  news: readonly Candidate<T>[],
  effort: Effort,
): Part<T>[] {
  const idOf = makeNumbers<T>();
  const islands = findIslands(Int32Array.from(olds, idOf), Int32Array.from(news, idOf), effort);
  const parts: Part<T>[] = [];
  let [i, j] = [0, 0];
  for (const { gone, come } of [...islands, endOf(olds, news)]) {
    parts.push({ isEqual: true, olds: olds.slice(i, gone.start), news: news.slice(j, come.start) });
    parts.push({
      isEqual: false,
      olds: olds.slice(gone.start, gone.end),
      news: news.slice(come.start, come.end),
    });
    [i, j] = [gone.end, come.end];
  }
  return parts.filter((part) => part.olds.length + part.news.length > 0);
}

function endOf(olds: readonly unknown[], news: readonly unknown[]): Island {
  return {
    gone: { start: olds.length, end: olds.length },
    come: { start: news.length, end: news.length },
  };
}

// The same number for candidates that are equal.
function makeNumbers<T>(): (candidate: Candidate<T>) => number {
  const groups = new Map<string, Map<string, number>>();
  let count = 0;
  return ({ signature, group }) => {
    const numbers = groups.get(group) ?? new Map<string, number>();
    groups.set(group, numbers);
    const known = numbers.get(signature);
    if (known !== undefined) return known;
    numbers.set(signature, count);
    return count++;
  };
}

/** Of all ways to pair in order, the one with the greatest sum of similarity times length. */
export function alignSimilar<T>(
  olds: readonly Candidate<T>[],
  news: readonly Candidate<T>[],
  effort: Effort,
): [T, T][] {
  if (olds.length === 0 || news.length === 0) return [];
  if (!effort.claim(pairingCost(olds, news))) return [];
  const width = news.length + 1;
  const best = new Float64Array((olds.length + 1) * width);
  const gain = new Float64Array(olds.length * news.length);
  for (let i = olds.length - 1; i >= 0; i--) {
    for (let j = news.length - 1; j >= 0; j--) {
      const value = gainOf(olds[i] as Candidate<T>, news[j] as Candidate<T>);
      gain[i * news.length + j] = value;
      const paired = value > 0 ? value + (best[(i + 1) * width + j + 1] as number) : 0;
      best[i * width + j] = Math.max(
        paired,
        best[(i + 1) * width + j] as number,
        best[i * width + j + 1] as number,
      );
    }
  }
  return readAlignment({ olds, news, best, gain });
}

function readAlignment<T>({
  olds,
  news,
  best,
  gain,
}: {
  olds: readonly Candidate<T>[];
  news: readonly Candidate<T>[];
  best: Float64Array;
  gain: Float64Array;
}): [T, T][] {
  const width = news.length + 1;
  const found: [T, T][] = [];
  let i = 0;
  let j = 0;
  while (i < olds.length && j < news.length) {
    const value = gain[i * news.length + j] as number;
    const here = best[i * width + j] as number;
    if (value > 0 && here === value + (best[(i + 1) * width + j + 1] as number)) {
      found.push([(olds[i++] as Candidate<T>).item, (news[j++] as Candidate<T>).item]);
    } else if (here === best[(i + 1) * width + j]) i++;
    else j++;
  }
  return found;
}

function gainOf<T>(old: Candidate<T>, next: Candidate<T>): number {
  const value = likeness(old, next, alike);
  return value >= alike ? value * (old.bag.length + next.bag.length) : 0;
}

function likeness<T>(old: Candidate<T>, next: Candidate<T>, least: number): number {
  if (old.group !== next.group) return 0;
  if (old.key !== undefined && old.key === next.key) {
    return alike + (1 - alike) * similarity(old.bag, next.bag);
  }
  return mostSimilarity(old.bag, next.bag) < least ? 0 : similarity(old.bag, next.bag);
}

// Walking along two bags is cheap beside the other work that is counted; a pair that is kept for sorting is not.
function pairingCost<T>(olds: readonly Candidate<T>[], news: readonly Candidate<T>[]): number {
  const words = (items: readonly Candidate<T>[]) => items.reduce((sum, { bag }) => sum + bag.length + 1, 0);
  return Math.ceil((words(olds) * news.length + words(news) * olds.length) / 8);
}

/** Pairs the most alike first, by the same words in any order; none that are less alike than `alikeElsewhere`. */
export function matchBest<T>(
  olds: readonly Candidate<T>[],
  news: readonly Candidate<T>[],
  effort: Effort,
): [T, T][] {
  if (olds.length === 0 || news.length === 0) return [];
  if (!effort.claim(pairingCost(olds, news) + 4 * olds.length * news.length)) return [];
  const all = olds.flatMap((old, i) =>
    news.flatMap((next, j) => {
      const value = likeness(old, next, alikeElsewhere);
      return value >= alikeElsewhere ? [{ i, j, value }] : [];
    }),
  );
  all.sort((one, other) => other.value - one.value || one.i - other.i || one.j - other.j);
  const takenOlds = new Set<number>();
  const takenNews = new Set<number>();
  return all.flatMap(({ i, j }): [T, T][] => {
    if (takenOlds.has(i) || takenNews.has(j)) return [];
    takenOlds.add(i);
    takenNews.add(j);
    return [[(olds[i] as Candidate<T>).item, (news[j] as Candidate<T>).item]];
  });
}
