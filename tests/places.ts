export type Path = (string | number)[];

/** Every place in a value, from the outside in; the value itself is not one. */
export function pathsIn(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const keys = Array.isArray(value) ? [...value.keys()] : Object.keys(value);
  return keys.flatMap((key) => [[...path, key], ...pathsIn(Reflect.get(value, key), [...path, key])]);
}

/**
 * The first and the last of places that are alike: as deep, in the same part of a file, with the same key. The tenth
 * cookie without its purpose teaches nothing that the first and the last do not. Kinds that are known already are left out,
 * and those that were found become known.
 */
export function oneOfEachKind(paths: Path[], known = new Set<string>()): Path[] {
  const kindOf = (path: Path) => JSON.stringify([path.length, path[0], ofKind(path.at(-1))]);
  const kinds = [...Map.groupBy(paths, kindOf)].filter(([kind]) => !known.has(kind));
  for (const [kind] of kinds) known.add(kind);
  return kinds.flatMap(([, alike]) => [...new Set([alike[0] ?? [], alike.at(-1) ?? []])]);
}

const ofKind = (key: string | number | undefined) => (typeof key === 'number' ? 'item' : key);
