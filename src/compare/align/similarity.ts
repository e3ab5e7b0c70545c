/** The Dice coefficient of two sorted bags: 1 for equal ones, 0 for those with nothing in common. */
export function similarity(one: Int32Array, other: Int32Array): number {
  let i = 0;
  let j = 0;
  let common = 0;
  while (i < one.length && j < other.length) {
    // Both indices are inside.
    const order = (one[i] as number) - (other[j] as number);
    if (order === 0) common++;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  const size = one.length + other.length;
  return size === 0 ? 0 : (2 * common) / size;
}

/** What the similarity of bags of these sizes can be at most; cheap, and often enough to know. */
export function mostSimilarity(one: Int32Array, other: Int32Array): number {
  const size = one.length + other.length;
  return size === 0 ? 0 : (2 * Math.min(one.length, other.length)) / size;
}
