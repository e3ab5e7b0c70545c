import { entryAnchor } from '../../page/entry-anchor.ts';
import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import type { Comparison, Draft } from './change.ts';
import type { ChangeRule } from './change-rules.ts';
import { aliasesOf, compareKeyed, isEqual, movedItems } from './compare.ts';
import { newIds } from './entry-pairs.ts';
import {
  anchorChanges,
  compareFields,
  type Field,
  type Fields,
  quoted,
  type Subject,
  texts,
} from './field-change.ts';

/** What a change of an entry of one kind comes to. */
export type Entry<T> = {
  added: ChangeRule;
  removed: ChangeRule;
  fields: Fields<T>;
  /** What it is called; nothing where it says nothing by which it could be. */
  name: (entry: T, policy: ResolvedPolicy, comparison: Comparison) => string | undefined;
  /** What else to say of an entry that is new or gone. */
  details?: (entry: T, comparison: Comparison) => string | undefined;
  /** Changes that explain several fields at once; the fields say nothing of them. */
  claims?: (before: T, after: T, subject: Subject) => Draft[];
};

/** An inventory: where it stands, what it is called, and what a change of its entries comes to. */
type Inventory<T> = { path: string; title: string; entry: Entry<T> };

/** Compares entries by id, and those that stayed by field. */
export function entries<T extends object>(
  { path, title, entry }: Inventory<T>,
  before: Record<string, T>,
  after: Record<string, T>,
  comparison: Comparison,
): Draft[] {
  const { added, removed, kept, old, formerIdOf } = paired(before, after);
  const nameOf = (item: T, policy: ResolvedPolicy) => entry.name(item, policy, comparison);
  const partsOf = (item: T, policy: ResolvedPolicy) => {
    const details = entry.details?.(item, comparison);
    return { name: nameOf(item, policy) ?? title, ...(details && { details }) };
  };
  return [
    ...added.map(([id, item]): Draft => {
      const parts = partsOf(item, comparison.after);
      return { rule: ruleOf(entry.added, item), path: `${path}.${id}`, after: item, parts };
    }),
    ...removed.map(([id, item]): Draft => {
      const parts = partsOf(item, comparison.before);
      return { rule: ruleOf(entry.removed, item), path: `${path}.${id}`, before: item, parts };
    }),
    ...kept.flatMap(([id, former, item]) => {
      // Under the name its readers knew.
      const name = nameOf(former, comparison.before) ?? nameOf(item, comparison.after) ?? title;
      const subject = { path: `${path}.${id}`, name, comparison };
      return [
        ...(entry.claims?.(former, item, subject) ?? []),
        ...compareFields(entry.fields, former, item, subject),
        ...entryAnchors(path, [formerIdOf(id), ...aliasesOf(former)], [id, ...aliasesOf(item)], subject),
      ];
    }),
    ...orderChange(path, old, after, title),
  ];
}

// What came, went and stayed, the older ones under the ids they have now.
function paired<T>(before: Record<string, T>, after: Record<string, T>) {
  const ids = newIds(before, after);
  const formerIds = new Map([...ids].map(([former, id]) => [id, former]));
  const old = Object.fromEntries(Object.entries(before).map(([id, item]) => [ids.get(id) ?? id, item]));
  return { ...compareKeyed(old, after), old, formerIdOf: (id: string) => formerIds.get(id) ?? id };
}

// The ids of an entry, its own first, are anchors on a page that shows it.
function entryAnchors(
  path: string,
  before: readonly string[],
  after: readonly string[],
  subject: Subject,
): Draft[] {
  const [inventory = ''] = path.split('.');
  const isShown = (policy: ResolvedPolicy, [id = '']: readonly string[]) =>
    contentOf(policy).some(
      (block) => block.type === 'inventory' && block.of === inventory && block.ids.includes(id),
    );
  const { comparison } = subject;
  if (isEqual(before, after)) return [];
  if (!isShown(comparison.before, before) || !isShown(comparison.after, after)) return [];
  const anchors = (ids: readonly string[]) => ids.map((id) => entryAnchor(inventory, id));
  return anchorChanges(anchors(before), anchors(after), subject);
}

// A kind of data that is of a special category from the start is one change.
function ruleOf(rule: ChangeRule, entry: object): ChangeRule {
  const isSpecial = 'special' in entry && entry.special === true;
  if (isSpecial && rule === 'data-category-added') return 'special-category-added';
  if (isSpecial && rule === 'data-category-removed') return 'special-category-removed';
  return rule;
}

/** What stands in another order, which readers see. */
export function orderChange(
  path: string,
  before: Record<string, unknown>,
  after: Record<string, unknown>,
  name: string,
): Draft[] {
  const [old, now] = [Object.keys(before), Object.keys(after)];
  if (movedItems(old, now).length === 0) return [];
  return [{ rule: 'order-changed', path, before: old, after: now, parts: { name } }];
}

type TextRules = { added: ChangeRule; removed: ChangeRule; changed: ChangeRule };

/** Texts that have ids and nothing else. */
export function namedTexts(path: string, rules: TextRules): Field<Record<string, string>> {
  return ({ before = {}, after = {}, subject: { comparison } }) => {
    const { added, removed, kept, formerIdOf } = paired(before, after);
    const base = ([id, text]: [string, string]) => ({ path: `${path}.${id}`, parts: { name: quoted(text) } });
    return [
      ...added.map((entry): Draft => ({ rule: rules.added, after: entry[1], ...base(entry) })),
      ...removed.map((entry): Draft => ({ rule: rules.removed, before: entry[1], ...base(entry) })),
      ...kept.flatMap(([id, former, text]) => {
        const subject = { path, name: '', comparison };
        return [
          ...(former === text ? [] : texts(rules.changed)({ before: former, after: text, key: id, subject })),
          ...entryAnchors(path, [formerIdOf(id)], [id], {
            path: `${path}.${id}`,
            name: quoted(text),
            comparison,
          }),
        ];
      }),
    ];
  };
}
