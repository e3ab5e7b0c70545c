/**
 * Keeps what was made for the latest keys, at most `most` of them, so that the same work is done once and the memory
 * it takes has an end. What is made must follow from its key alone.
 */
export function makeMemory<T>(most: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= most) kept.delete(oldest);
    kept.set(key, made);
    return made;
  };
}

/** Makes a function answer once for each thing it is asked about, for as long as that thing lasts. */
export function oncePer<K extends object, T>(make: (of: K) => T): (of: K) => T {
  const kept = new WeakMap<K, { made: T }>();
  return (of) => {
    const known = kept.get(of);
    if (known) return known.made;
    const made = make(of);
    kept.set(of, { made });
    return made;
  };
}
