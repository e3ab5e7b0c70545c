import { listOf } from '../../text/one-or-many.ts';
import { isEqual } from './compare.ts';

// An entry that went and several that came can be the same in parts: they hold the same items, and all else that says what
// it is.

type Entries<T extends object = object> = readonly (readonly [id: string, entry: T])[];

/** An entry, and those that hold in parts what it held. */
export type Division<T extends object> = {
  whole: readonly [id: string, entry: T];
  parts: Entries<T>;
};

/** What names an entry, or says how long it is kept: its parts are named and kept in ways of their own. */
const ownKeys: ReadonlySet<string> = new Set(
  'name label of aliases period from for atMost criteria except expires domain domains party'.split(' '),
);

const textKeys: ReadonlySet<string> = new Set(['text', 'description', 'why']);

const itemKeys: ReadonlySet<string> = new Set([
  'data',
  'examples',
  'vendors',
  'country',
  'provider',
  'providers',
]);

/** Whether a field says nothing of an entry that its parts could not say in their own way. */
export function isOfParts(key: string): boolean {
  return ownKeys.has(key) || itemKeys.has(key) || textKeys.has(key);
}

/** The entries of which several others are the parts; no entry is part of two. */
export function divisions<T extends object>(wholes: Entries<T>, others: Entries<T>): Division<T>[] {
  const found = wholes.flatMap((whole): Division<T>[] => {
    const parts = others.filter(([, part]) => isPartOf(part, whole[1]));
    return parts.length > 1 && areAll(parts, whole[1]) ? [{ whole, parts }] : [];
  });
  const all = found.flatMap(({ parts }) => parts);
  return found.filter(({ parts }) => parts.every((part) => all.filter((one) => one === part).length === 1));
}

function isPartOf(part: object, whole: object): boolean {
  const keys = new Set([...Object.keys(part), ...Object.keys(whole)]);
  return [...keys].every((key) => {
    if (ownKeys.has(key)) return true;
    const [said, all] = [Reflect.get(part, key), Reflect.get(whole, key)];
    if (textKeys.has(key)) return isSaidOfPart(wordsIn(said), wordsIn(all));
    if (!itemKeys.has(key)) return isEqual(said, all);
    const [own, items] = [itemsOf(part, key), itemsOf(whole, key)];
    return own.length > 0 === items.length > 0 && own.every((item) => items.includes(item));
  });
}

// Together they hold all of it: each some of its items, or each the same under the name it had and one more.
function areAll(parts: Entries, whole: object): boolean {
  const keys = [...itemKeys].filter((key) => itemsOf(whole, key).length > 0);
  const isAll = keys.every((key) => {
    const own = parts.flatMap(([, part]) => itemsOf(part, key));
    return itemsOf(whole, key).every((item) => own.includes(item));
  });
  const isShared = keys.some((key) => {
    const own = parts.flatMap(([, part]) => itemsOf(part, key));
    return own.length === itemsOf(whole, key).length;
  });
  return isAll && (isShared || parts.every(([, part]) => isNamedAfter(part, whole)));
}

function itemsOf(entry: object, key: string): string[] {
  const value = Reflect.get(entry, key);
  return value === undefined ? [] : listOf(value).map(String);
}

// "To run it" of "To run it and mend it", and "To run it in the EEA" of "To run it".
function isSaidOfPart(part: readonly string[], whole: readonly string[]): boolean {
  return part.every((word) => whole.includes(word)) || whole.every((word) => part.includes(word));
}

function isNamedAfter(part: object, whole: object): boolean {
  const [words, names] = [wordsIn(nameOf(part)), wordsIn(nameOf(whole))];
  return names.length > 0 && names.every((word) => words.includes(word));
}

function nameOf(entry: object): unknown {
  const { name, label, of, text } = Object(entry);
  return name ?? label ?? of ?? text;
}

function wordsIn(text: unknown = ''): string[] {
  return (
    String(text)
      .toLowerCase()
      .match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  );
}
