/**
 * Keeps what was made for the latest keys, at most `most` of them, so that the same work is done once and the memory
 * it takes has an end. What is made must follow from its key alone.
 */
export function makeMemory<T>(most: number): (key: string, make: () => T) => T {
  const kept = new Map<string, T>();
  // In a circle: a map steps over all that was taken out of it before it finds its first key.
  const keys: string[] = [];
  let oldest = 0;
  return (key, make) => {
    const known = kept.get(key);
    if (known !== undefined) return known;
    const made = make();
    const last = keys[oldest];
    if (last !== undefined) kept.delete(last);
    keys[oldest] = key;
    oldest = (oldest + 1) % most;
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

/**
 * A copy of plain data that keeps nothing else in memory: what was cut out of a text keeps the whole of that. Texts that
 * many such copies hold are held once.
 */
export function ownCopy<T>(value: T): T {
  // Only texts are others, and they say the same.
  return copyOf(value) as T;
}

function copyOf(value: unknown): unknown {
  if (typeof value === 'string') return ownText(value);
  if (Array.isArray(value)) return value.map(copyOf);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).flatMap(([key, inner]) =>
    inner === undefined ? [] : [[key, copyOf(inner)] as const],
  );
  return Object.fromEntries(entries);
}

const texts = new Map<string, string>();
const mostTexts = 20_000;

function ownText(text: string): string {
  const known = texts.get(text);
  if (known !== undefined) return known;
  const own = JSON.parse(JSON.stringify(text)) as string;
  if (texts.size === mostTexts) texts.clear();
  texts.set(own, own);
  return own;
}
