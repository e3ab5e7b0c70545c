/** The longest run of indices whose numbers increase: what stays in order when the fewest others are said to have moved. */
export function longestIncreasing(numbers: readonly number[]): Set<number> {
  const ends: number[] = [];
  const before = new Map<number, number | undefined>();
  for (const [index, number] of numbers.entries()) {
    const length = firstAtLeast(ends, number, numbers);
    before.set(index, length > 0 ? ends[length - 1] : undefined);
    ends[length] = index;
  }
  const kept = new Set<number>();
  for (let index = ends.at(-1); index !== undefined; index = before.get(index)) kept.add(index);
  return kept;
}

function firstAtLeast(ends: readonly number[], number: number, numbers: readonly number[]): number {
  let low = 0;
  let high = ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[ends[middle] ?? 0] ?? 0) < number) low = middle + 1;
    else high = middle;
  }
  return low;
}

/**
 * Puts items that went among those that are there: each after the new item named last by the old ones before it, or at
 * the start. An old item names the new one that stands where it stood, if any.
 */
export function interleave<New, Old>(
  news: readonly New[],
  olds: readonly { item: Old; isGone: boolean; place: New | undefined }[],
): ({ item: New; isGone: false } | { item: Old; isGone: true })[] {
  const after = new Map<New | undefined, Old[]>();
  let last: New | undefined;
  for (const { item, isGone, place } of olds) {
    if (isGone) after.set(last, [...(after.get(last) ?? []), item]);
    if (place !== undefined) last = place;
  }
  const gone = (at: New | undefined) =>
    (after.get(at) ?? []).map((item) => ({ item, isGone: true as const }));
  return [...gone(undefined), ...news.flatMap((item) => [{ item, isGone: false as const }, ...gone(item)])];
}
