import type { Facts, Inventory } from '../../resolve/policy-model.ts';
import type { DisclosureName } from '../../words/change-words.ts';
import type { Words } from '../../words/words.ts';
import type { Comparison, Draft } from './change.ts';
import { isEqual } from './compare.ts';
import { type Entry, entries } from './entry-change.ts';
import { compareFields, type Fields } from './field-change.ts';

/** Compares a disclosure that is one thing with fields. */
export function single<T extends object>(
  name: DisclosureName,
  fields: Fields<T>,
  before: T | undefined,
  after: T | undefined,
  comparison: Comparison,
): Draft[] {
  if (isEqual(before, after)) return [];
  if (before === undefined || after === undefined) return [disclosure(name, before, after, comparison)];
  return compareFields(fields, before, after, {
    path: name,
    name: comparison.words.disclosures[name],
    comparison,
  });
}

/** Compares a disclosure that is an inventory, which may be said to be empty. */
export function inventory<T extends object>(
  name: Exclude<keyof Facts & DisclosureName, 'controller'>,
  entry: Entry<T>,
  before: Inventory<T> | undefined,
  after: Inventory<T> | undefined,
  comparison: Comparison,
): Draft[] {
  if (isEqual(before, after) && hasSameOrder(before, after)) return [];
  const drafts = entries(name, entry, mapOf(before), mapOf(after), comparison);
  if (drafts.length > 0) return drafts;
  // Only an inventory that can be `none` is.
  if (before === 'none' || after === 'none')
    return [noneChange(name as NoneName, after === 'none', comparison)];
  return [disclosure(name, before, after, comparison)];
}

// To a reader, the first entries of an inventory are as new as any later one.
function mapOf<T>(inventory: Inventory<T> | undefined): Record<string, T> {
  return inventory === 'none' || inventory === undefined ? {} : inventory;
}

function hasSameOrder(before: unknown, after: unknown): boolean {
  return keysOf(before).join() === keysOf(after).join();
}

function keysOf(inventory: unknown): string[] {
  return typeof inventory === 'object' && inventory !== null ? Object.keys(inventory) : [];
}

/** A disclosure that is made in one of the versions only. */
export function disclosure(
  path: DisclosureName,
  before: unknown,
  after: unknown,
  { words }: Comparison,
): Draft {
  const rule = before === undefined ? 'disclosure-added' : 'disclosure-removed';
  return { rule, path, before, after, parts: { name: words.disclosures[path] } };
}

type NoneName = keyof Words['none'];

/** A statement that there is nothing to disclose, made or withdrawn. */
export function noneChange(path: NoneName, isStated: boolean, comparison: Comparison): Draft {
  const said = comparison.reader.words.none[path];
  return {
    rule: isStated ? 'none-stated' : 'none-withdrawn',
    path,
    before: comparison.before.facts[path],
    after: comparison.after.facts[path],
    parts: isStated ? { after: said } : { before: said },
  };
}
