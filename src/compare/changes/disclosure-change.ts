import type { Compared } from '../../disclosures/disclosure.ts';
import type { Inventory } from '../../resolve/policy-model.ts';
import type { Draft } from './change.ts';
import { isEqual } from './compare.ts';
import { type Entry, entries } from './entry-change.ts';
import { compareFields, type Fields, withParts } from './field-change.ts';

type Changes<T> = (before: T, after: T, compared: Compared) => Draft[];

/**
 * How a disclosure that is one thing with fields is compared: where one version alone has it, each of its fields comes or
 * goes, since one of them may be a promise and another what is done with data.
 */
export function thing<T extends object>(fields: Fields<T>): Changes<T | undefined> {
  return (before, after, compared) => {
    if (isEqual(before, after)) return [];
    // Of a thing that is not stated, no field is.
    const drafts = compareFields(fields, before ?? ({} as T), after ?? ({} as T), subjectOf(compared));
    const isWhole = before === undefined || after === undefined;
    return drafts.length === 0 && isWhole ? [comingOrGoing(before, after, compared)] : drafts;
  };
}

/**
 * How a disclosure that is nothing but promises is compared: what is not stated is not promised. Where one version alone has
 * it, it is one promise, told with all that it says.
 */
export function promised<T extends object>(fields: Fields<T>): Changes<T | undefined> {
  const compare = thing(fields);
  return (before, after, compared) => {
    if (before !== undefined && after !== undefined) return compare(before, after, compared);
    if (before === after) return [];
    const rule = before === undefined ? 'promise-added' : 'promise-removed';
    const draft = { ...comingOrGoing(before, after, compared), rule } as const;
    const { comparison } = compared;
    const holder = before === undefined ? { ...comparison, before: comparison.after } : comparison;
    const details = saidBy(fields, before ?? after, { ...compared, comparison: holder });
    return [details ? withParts(draft, { details }) : draft];
  };
}

// Each field that the older version states, by its name.
function saidBy<T extends object>(fields: Fields<T>, stated: T | undefined, compared: Compared): string {
  const { words } = compared.comparison;
  // As if it were gone, which says what it was: of a thing that is gone, no field is stated.
  return compareFields(fields, stated ?? ({} as T), {} as T, subjectOf(compared))
    .map(({ parts: { field, before, items } }) => `${field ? words.fields[field] : ''}: ${before ?? items}`)
    .join('; ');
}

/** How a disclosure that is an inventory, which may be said to be empty, is compared. */
export function inventory<T extends object>(entry: Entry<T>): Changes<Inventory<T> | undefined> {
  return (before, after, compared) => {
    if (isEqual(before, after) && hasSameOrder(before, after)) return [];
    const { path, title, comparison } = compared;
    const drafts = entries({ path, title, entry }, mapOf(before), mapOf(after), comparison);
    if (before === 'none' || after === 'none') return [noneChange(before, after, compared), ...drafts];
    if (drafts.length > 0) return drafts;
    // What two inventories leave unsaid in other ways is the same.
    if (before !== undefined && after !== undefined) return [];
    return [comingOrGoing(before, after, compared)];
  };
}

/** How the entries of a product are compared, of which a policy holds those that it names. */
export function namedEntries<T extends object>(entry: Entry<T>): Changes<Record<string, T>> {
  return (before, after, { path, comparison }) =>
    entries({ path, title: path, entry }, before, after, comparison);
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

/** A disclosure with fields as that whose fields are compared. */
export function subjectOf({ path, title, comparison }: Compared) {
  return { path, name: title, comparison };
}

/** A disclosure that is made in one of the versions only. */
export function comingOrGoing(before: unknown, after: unknown, compared: Compared): Draft {
  if ((before ?? after) === 'none') return noneChange(before, after, compared);
  const rule = before === undefined ? 'disclosure-added' : 'disclosure-removed';
  return { rule, path: compared.path, before, after, parts: { name: compared.title } };
}

/** A statement that there is nothing to disclose, made or withdrawn. */
export function noneChange(before: unknown, after: unknown, { path, none = '' }: Compared): Draft {
  return after === 'none'
    ? { rule: 'none-stated', path, before, after, parts: { after: none } }
    : { rule: 'none-withdrawn', path, before, after, parts: { before: none } };
}
