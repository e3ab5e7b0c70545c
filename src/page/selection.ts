/** The entries of an inventory that a block shows, in the block's order. */
export function pick<T>(
  inventory: Record<string, T> | 'none' | undefined,
  ids: readonly string[],
): [string, T][] {
  if (inventory === undefined || inventory === 'none') return [];
  return ids.flatMap((id) => {
    const entry = inventory[id];
    return entry === undefined ? [] : [[id, entry] as [string, T]];
  });
}

/** The anchor of an entry as a property, or none. */
export function idOf(id: string | undefined): { id?: string } {
  return id ? { id } : {};
}
