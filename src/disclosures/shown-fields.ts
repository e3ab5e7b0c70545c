import type { Field } from '../compare/changes/field-change.ts';
import type { Shown } from '../page/cell.ts';
import type { Entry, PageBlock, PageContext } from '../page/page-model.ts';
import { pick } from '../page/selection.ts';
import { type Column, table } from '../page/table.ts';
import { entries } from '../page/terms.ts';
import type { Facts, Inventory, InventoryBlock, InventoryName } from '../resolve/policy-model.ts';
import type { Words } from '../words/words.ts';

/** A field on a page, where it is stated, with the path it stands at; `of` is what it is a field of. */
type Cell<V, T> = (value: V, path: string, context: PageContext, of: { entry: T; path: string }) => Shown;

type Label = (words: Words, context: PageContext) => string;

/** What stands over it or before it: the heading that goes by its name, where there is one and nothing else is said. */
type Labelled<K> = K extends keyof Words['columns'] ? { label?: Label } : { label: Label };

type ShownField<V, T, K> = { change: Field<V, T>; cell: Cell<V, T> } & Labelled<K>;

/**
 * Every field of an entry: what its change comes to, and how it is shown by itself. What says nothing of the second is
 * shown with others, or not at all.
 */
export type ShownFields<T> = {
  [K in Exclude<keyof T, 'aliases'>]-?: Field<NonNullable<T[K]>, T> | ShownField<NonNullable<T[K]>, T, K>;
};

/** Several fields in one place, which stand nowhere else then. */
export type Together<T> = {
  of: readonly (keyof T)[];
  label: Label;
  cell(entry: T, path: string, context: PageContext): Shown;
};

export type Arranged<T> = readonly (keyof T | Together<T>)[];

/**
 * What is shown of entries, each with its label: what is arranged, then every other field that is shown by itself. So a
 * field that is added stands on the page before anybody has found a better place for it.
 */
export function columnsOf<T extends object>(
  fields: ShownFields<T>,
  arranged: Arranged<T>,
  context: PageContext,
): Column<T>[] {
  const placed = new Set(arranged.flatMap((one) => (typeof one === 'object' ? one.of : [one])));
  // The table has the keys of T.
  const others = (Object.keys(fields) as (keyof T)[]).filter((key) => !placed.has(key));
  return arrangedColumns(fields, [...arranged, ...others], context);
}

/** What is shown of entries where that is chosen: nothing but what is arranged. */
export function arrangedColumns<T extends object>(
  fields: ShownFields<T>,
  arranged: Arranged<T>,
  context: PageContext,
): Column<T>[] {
  return arranged.flatMap((one) =>
    typeof one === 'object' ? together(one, context) : columnOf(fields, one, context),
  );
}

/** A field that is not to be shown here. */
export function unshown<T>(key: keyof T): Together<T> {
  return { of: [key], label: () => '', cell: () => undefined };
}

function together<T>({ label, cell }: Together<T>, context: PageContext): Column<T> {
  return { label: label(context.words, context), cell: (entry, path) => cell(entry, path, context) };
}

// None where it is not shown by itself.
function columnOf<T extends object>(fields: ShownFields<T>, key: keyof T, context: PageContext): Column<T>[] {
  // Any of the fields, with any of the values: which belong together is held by the type of the table.
  const field = (fields as Record<keyof T, ShownField<unknown, T, string> | Field<unknown>>)[key];
  if (typeof field === 'function') return [];
  const { columns }: { columns: Record<string, string> } = context.words;
  const label = field.label?.(context.words, context) ?? columns[String(key)] ?? '';
  const cell = (entry: T, path: string) =>
    entry[key] === undefined
      ? undefined
      : field.cell(entry[key], `${path}.${String(key)}`, context, { entry, path });
  return [{ label, cell }];
}

/** What is shown of one entry, as terms: what is arranged, then every other field that is shown by itself. */
export function termsOf<T extends object>(
  fields: ShownFields<T>,
  entry: T,
  { path, context, arranged = [] }: { path: string; context: PageContext; arranged?: Arranged<T> },
): Entry[] {
  return entries(
    columnsOf(fields, arranged, context).map(({ label, cell }) => [label, cell(entry, path)] as const),
  );
}

/** How an inventory is shown as a table: `of` is its name in `facts`. */
export function tableOf<T extends object>(
  of: InventoryName & keyof Words['captions'],
  entriesOf: (facts: Facts) => Inventory<T> | undefined,
  { fields, arranged = [] }: { fields: ShownFields<T>; arranged?: Arranged<T> },
): (block: InventoryBlock, context: PageContext) => PageBlock {
  return (block, context) =>
    table(
      { of, caption: block.caption ?? context.words.captions[of] },
      pick(entriesOf(context.policy.facts), block.ids),
      columnsOf(fields, arranged, context),
      context,
    );
}
