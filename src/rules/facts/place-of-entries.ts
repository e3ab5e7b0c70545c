import type { Draft } from '../rule.ts';

type Named = [id: string, entry: { label?: string }];

/**
 * Where one finding about several entries of an inventory is: at the first of them, with the others related, or at
 * the inventory where all of its entries are meant.
 */
export function placeOfEntries(
  inventory: string,
  entries: readonly Named[],
  { of: total, also }: { of: number; also: string },
): Pick<Draft, 'at' | 'related'> {
  const [first, ...others] = entries;
  if (!first || entries.length === total) return { at: { path: [inventory] } };
  const related = others.map(([id]) => ({ at: { path: [inventory, id] }, message: also }));
  return { at: { path: [inventory, first[0]] }, ...(related.length > 0 && { related }) };
}

/** Names entries in a sentence: by its label, or by its id where it has none. */
export function nameOf([id, { label }]: Named): string {
  return label === undefined ? `\`${id}\`` : `“${label}”`;
}
