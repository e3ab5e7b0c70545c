import canonicalize from 'canonicalize';
import { digestOf } from '../src/digest.ts';

type KeyPath = readonly (string | number)[];

const dropped = Symbol('dropped');

/** What can stand in the place of any value. */
export const wrongValues: readonly [string, unknown][] = [
  ['dropped', dropped],
  ['text', 'x'],
  ['no text', ''],
  ['number', 7],
  ['null', null],
  ['list', []],
  ['map', {}],
  ['no day', '2026-99-99'],
];

/** The paths of a value, of the entries of a list only the first that has a key; `digest` is made anew anyhow. */
export function keyPaths(value: unknown): KeyPath[] {
  const seen = new Set<string>(['digest']);
  const walk = (inner: unknown, at: KeyPath): KeyPath[] => {
    if (typeof inner !== 'object' || inner === null) return [];
    return Object.entries(inner).flatMap(([key, next]) => {
      const own = [...at, Array.isArray(inner) ? Number(key) : key];
      const shape = own.map((part) => (typeof part === 'number' ? '#' : part)).join('.');
      const isNew = !seen.has(shape);
      seen.add(shape);
      return [...(isNew && shape !== 'digest' ? [own] : []), ...walk(next, own)];
    });
  };
  return walk(value, []);
}

/** A copy with another value at a path. */
export function withValue(value: unknown, [key, ...rest]: KeyPath, other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value)) {
    if (rest.length === 0 && other === dropped) return value.filter((_, index) => index !== key);
    return value.map((item, index) => (index === key ? withValue(item, rest, other) : item));
  }
  const { [key]: old, ...others } = Object(value);
  return rest.length === 0 && other === dropped ? others : { ...others, [key]: withValue(old, rest, other) };
}

/** The text of a record's file, sealed with its digest. */
export function reseal(value: unknown): string {
  const { digest: _, ...body } = Object(value);
  return `${canonicalize({ ...body, digest: digestOf(body) })}\n`;
}
