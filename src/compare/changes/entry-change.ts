import { entryAnchor } from '../../page/entry-anchor.ts';
import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { showList } from '../../text/show.ts';
import type { Comparison, Draft } from './change.ts';
import { type ChangeRule, changeRules } from './change-rules.ts';
import { aliasesOf, compareKeyed, isEqual, movedItems } from './compare.ts';
import { type Division, divisions, isOfParts } from './entry-divisions.ts';
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
  /** Whether it is another thing that stands in its place, whatever its id. */
  isOther?: (before: T, after: T) => boolean;
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
  const { kept: same, old, formerIdOf, ...oneSided } = paired(before, after);
  const replaced = same.filter(([, former, item]) => entry.isOther?.(former, item));
  const kept = same.filter((pair) => !replaced.includes(pair));
  const others = {
    added: [...oneSided.added, ...replaced.map(([id, , item]): [string, T] => [id, item])],
    removed: [...oneSided.removed, ...replaced.map(([id, former]): [string, T] => [id, former])],
  };
  const nameOf = (item: T, policy: ResolvedPolicy) => entry.name(item, policy, comparison);
  const partsOf = (item: T, policy: ResolvedPolicy) => {
    const details = entry.details?.(item, comparison);
    return { name: nameOf(item, policy) ?? title, ...(details && { details }) };
  };
  const { added, removed, divided } = withoutDivided({ path, title, entry }, others, comparison);
  return [
    ...divided,
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
        ...namedChanges(entry, former, item, subject),
        ...entryAnchors(path, [formerIdOf(id), ...aliasesOf(former)], [id, ...aliasesOf(item)], subject),
      ];
    }),
    ...orderChange(path, old, after, title),
  ];
}

// Where what it is called by changes, that is told of the name its readers knew, and what else is so now of the one it has.
function namedChanges<T extends object>(entry: Entry<T>, before: T, after: T, subject: Subject): Draft[] {
  const { name: former, comparison } = subject;
  const nameOf = (item: T, side: 'before' | 'after') => entry.name(item, comparison[side], comparison);
  const name = nameOf(after, 'after') ?? former;
  const isNaming = (key: string) =>
    nameOf({ ...before, [key]: Reflect.get(after, key) }, 'before') !== nameOf(before, 'before');
  const keys = name === former ? [] : Object.keys(entry.fields).filter(isNaming);
  const fieldsOf = (own: boolean) =>
    Object.fromEntries(
      Object.entries(entry.fields).filter(([key]) => keys.includes(key) === own),
    ) as Fields<T>;
  const renamed = keys.length > 0 ? { ...subject, name, former } : subject;
  return [
    ...(entry.claims?.(before, after, keys.includes('name') ? renamed : subject) ?? []),
    ...compareFields(fieldsOf(true), before, after, subject),
    ...compareFields(fieldsOf(false), before, after, renamed),
  ];
}

type OneSided<T> = { added: [id: string, entry: T][]; removed: [id: string, entry: T][] };

// What came and what went, without the entries that others are the parts of, and those; each of these is one change.
function withoutDivided<T extends object>(
  inventory: Inventory<T>,
  { added, removed }: OneSided<T>,
  comparison: Comparison,
): OneSided<T> & { divided: Draft[] } {
  const [split, joined] = [divisions(removed, added), divisions(added, removed)];
  const told = new Set([...split, ...joined].flatMap(({ whole, parts }) => [whole, ...parts]));
  const isLeft = (entry: [string, T]) => !told.has(entry);
  return {
    added: added.filter(isLeft),
    removed: removed.filter(isLeft),
    divided: [
      ...split.map((division) => divided(inventory, division, 'after', comparison)),
      ...joined.map((division) => divided(inventory, division, 'before', comparison)),
    ],
  };
}

// What else differs between an entry and its parts weighs what it does elsewhere.
function divided<T extends object>(
  { path, title, entry }: Inventory<T>,
  { whole, parts }: Division<T>,
  side: 'before' | 'after',
  comparison: Comparison,
): Draft {
  const other = side === 'after' ? 'before' : 'after';
  const shown = ([, item]: readonly [string, T], policy: ResolvedPolicy) => {
    const [name, details] = [
      entry.name(item, policy, comparison) ?? title,
      entry.details?.(item, comparison),
    ];
    return details ? `${name} (${details})` : name;
  };
  const names = parts.map((part) => shown(part, comparison[side]));
  const subject = { path, name: '', comparison };
  const differing = parts.flatMap(([, part]) => {
    const [old, now] = side === 'after' ? [whole[1], part] : [part, whole[1]];
    return compareFields(entry.fields, old, now, subject);
  });
  const isMaterial = differing.some(
    ({ rule, level = changeRules[rule].level, parts: { field } }) =>
      level === 'material' && !(field && isOfParts(field) && !lengths.has(field)),
  );
  const id = side === 'after' ? parts[0]?.[0] : whole[0];
  return {
    rule: 'entry-divided',
    path: `${path}.${id}`,
    [side]: Object.fromEntries(parts),
    [other]: Object.fromEntries([whole]),
    parts: { name: shown(whole, comparison[other]), [side]: showList(names, comparison.reader) },
    ...(isMaterial && { level: 'material' }),
  };
}

// How long something is kept may be another in a part.
const lengths: ReadonlySet<string> = new Set(['period', 'expires', 'criteria', 'atMost']);

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
