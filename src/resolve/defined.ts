/** A value without the keys that have none: records are compared and hashed, so such a key must not exist. */
export function defined<T extends object>(value: T): T {
  // Only keys that may be absent are dropped.
  return Object.fromEntries(Object.entries(value).filter(([, item]) => item !== undefined)) as T;
}
