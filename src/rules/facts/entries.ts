import type { Inventory } from '../../resolve/policy-model.ts';

/** The entries of an inventory with their ids; none where the policy says `none` or nothing. */
export function entriesOf<T>(
  inventory: Inventory<T> | Partial<Record<string, T>> | undefined,
): [string, T][] {
  if (inventory === undefined || inventory === 'none') return [];
  return Object.entries(inventory).filter((entry): entry is [string, T] => entry[1] !== undefined);
}
