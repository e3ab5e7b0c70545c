import { writePeriod } from '../../../schemas/values.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { escapeMarkdown, proseText } from '../../text/prose.ts';
import { showDate, showList, showPeriod } from '../../text/show.ts';
import { compareLengths, lengthDifference } from '../../time/period.ts';
import type { FieldName, PartName } from '../../words/change-words.ts';
import type { Comparison, Draft } from './change.ts';
import { type ChangeRule, changeRules } from './change-rules.ts';
import { compareLists, isEqual } from './compare.ts';
import { classifyText, excerpts, shorten } from './prose-change.ts';

// What a change of one field comes to. Tables of these name every field of a schema, so that a new one does not compile
// before somebody has decided what its change means.

/** Whose fields are compared. */
export type Subject = { path: string; name: string; comparison: Comparison };

/** A field in both versions; `undefined` where it is not stated. */
export type Delta<V> = { before?: V | undefined; after?: V | undefined };

/** The entry around a field in both versions. */
export type Sides<T> = { before: T; after: T };

/** What a change of a field comes to. */
export type Field<V, T> = (delta: Delta<V>, subject: Subject, key: string, entry: Sides<T>) => Draft[];

/** What a change of each field comes to; former ids are compared with the id they stand for. */
export type Fields<T> = { [K in Exclude<keyof T, 'aliases'>]-?: Field<NonNullable<T[K]>, T> };

/** A value in the words of one of the versions, as Markdown. */
export type Shows<V> = (value: V, side: { policy: ResolvedPolicy; comparison: Comparison }) => string;

type AnyField<V> = (delta: Delta<V>, subject: Subject, key: string, entry?: unknown) => Draft[];

/** Compares two entries field by field. */
export function compareFields<T extends object>(
  fields: Fields<T>,
  before: T,
  after: T,
  subject: Subject,
): Draft[] {
  // The table has exactly the keys of T.
  return (Object.keys(fields) as (Exclude<keyof T, 'aliases'> & string)[]).flatMap((key) => {
    const delta = { before: before[key] ?? undefined, after: after[key] ?? undefined };
    if (isEqual(delta.before, delta.after)) return [];
    return fields[key](delta as Delta<NonNullable<T[typeof key]>>, subject, key, { before, after });
  });
}

/** A field that a higher rule speaks for. */
export const apart = (): Draft[] => [];

function draftOf<V>(rule: ChangeRule, { before, after }: Delta<V>, subject: Subject, key: string): Draft {
  return {
    rule,
    path: subject.path ? `${subject.path}.${key}` : key,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    // Every key of a table of fields is the name of a field.
    parts: { ...(subject.name && { name: subject.name }), field: key as FieldName },
  };
}

/** A field with one value. */
export function value<V>(rule: ChangeRule, show: Shows<V>): AnyField<V> {
  return (delta, subject, key) => {
    const draft = draftOf(rule, delta, subject, key);
    const { before, after } = subject.comparison;
    if (delta.before !== undefined)
      draft.parts.before = show(delta.before, { policy: before, comparison: subject.comparison });
    if (delta.after !== undefined)
      draft.parts.after = show(delta.after, { policy: after, comparison: subject.comparison });
    return [draft];
  };
}

/** A field of Markdown; its change is editorial where the change of its words is. */
export function texts(rule: ChangeRule): AnyField<string> {
  return (delta, subject, key) => {
    const draft = draftOf(rule, delta, subject, key);
    const { before, after } = delta;
    if (before === undefined || after === undefined) {
      if (before !== undefined) draft.parts.before = quoted(before);
      if (after !== undefined) draft.parts.after = quoted(after);
      return [draft];
    }
    const excerpt = excerpts(proseText(before), proseText(after));
    draft.parts.before = quoteMarks(excerpt.before);
    draft.parts.after = quoteMarks(excerpt.after);
    const found = classifyText(before, after, subject.comparison);
    if (changeRules[found].level === 'editorial') draft.level = 'editorial';
    return [draft];
  };
}

/** A period or lifetime. */
export function length(rules: {
  longer: ChangeRule;
  shorter: ChangeRule;
  changed: ChangeRule;
}): AnyField<string> {
  return (delta, subject, key) => {
    const { before, after } = delta;
    const { reader } = subject.comparison;
    const compared = before && after ? compareLengths(before, after) : 'unknown';
    const rule = compared === 'longer' || compared === 'shorter' ? rules[compared] : rules.changed;
    const [draft] = value<string>(rule, (period) => showPeriod(period, reader))(delta, subject, key);
    if (!draft) return [];
    const difference = before && after ? lengthDifference(before, after) : undefined;
    if (difference?.length) draft.parts.difference = showPeriod(writePeriod(difference), reader);
    if (compared === 'same') draft.level = 'editorial';
    return [draft];
  };
}

/** Yes or no, where not saying it is neither. */
export function flag(
  rules: { on: ChangeRule; off: ChangeRule; changed: ChangeRule },
  show: Shows<boolean>,
): AnyField<boolean> {
  return (delta, subject, key) => {
    const { before, after } = delta;
    const rule = before === undefined || after === undefined ? rules.changed : after ? rules.on : rules.off;
    return value(rule, show)(delta, subject, key);
  };
}

/**
 * A list whose items come and go: one change for all that came, one for all that went. With a rule `changed`, a list
 * that both gained and lost is that one change: its items are words, and were probably written anew.
 */
export function list<V extends string>(
  rules: { added: ChangeRule; removed: ChangeRule; changed?: ChangeRule },
  show: Shows<V>,
): AnyField<V[]> {
  return (delta, subject, key) => {
    const { comparison } = subject;
    const { added, removed } = compareLists(delta.before ?? [], delta.after ?? []);
    if (rules.changed && added.length > 0 === removed.length > 0)
      return items(rules.changed)(delta, subject, key);
    const drafts: Draft[] = [];
    const show_ = (values: readonly V[], policy: ResolvedPolicy) =>
      showList(
        values.map((item) => show(item, { policy, comparison })),
        comparison.reader,
      );
    const draft = draftOf('order-changed', delta, subject, key);
    if (added.length > 0)
      drafts.push({
        ...draft,
        rule: rules.added,
        parts: { ...draft.parts, items: show_(added, comparison.after) },
      });
    if (removed.length > 0)
      drafts.push({
        ...draft,
        rule: rules.removed,
        parts: { ...draft.parts, items: show_(removed, comparison.before) },
      });
    return drafts.length > 0 ? drafts : [reordered(draft, subject, key)];
  };
}

/** A list that may be left unsaid: only where both versions state it do items come and go. */
export function statedList<V extends string>(
  rules: { added: ChangeRule; removed: ChangeRule; changed: ChangeRule },
  show: Shows<V>,
): AnyField<V[]> {
  const { added, removed, changed } = rules;
  return (delta, subject, key) =>
    delta.before && delta.after
      ? list({ added, removed }, show)(delta, subject, key)
      : items(changed, show)(delta, subject, key);
}

function reordered(draft: Draft, { name, comparison }: Subject, key: string): Draft {
  const field = comparison.words.fields[key as FieldName] ?? key;
  return { ...draft, rule: 'order-changed', parts: { name: name ? `${name}, ${field}` : field } };
}

/** A list that is described as a whole; without `show`, of texts that are quoted together. */
export function items<V extends string>(rule: ChangeRule, show?: Shows<V>): AnyField<V[]> {
  return (delta, subject, key) => {
    const { reader } = subject.comparison;
    const showAll: Shows<V[]> = (values, side) =>
      show
        ? showList(
            values.map((item) => show(item, side)),
            reader,
          )
        : quoted(showList(values, reader));
    const { added, removed } = compareLists(delta.before ?? [], delta.after ?? []);
    const [draft] = value(rule, showAll)(delta, subject, key);
    if (!draft) return [];
    return added.length + removed.length > 0 ? [draft] : [reordered(draft, subject, key)];
  };
}

/** A text that promises people something: stating it gives, taking it away takes. */
export function promise(rules: {
  added: ChangeRule;
  removed: ChangeRule;
  changed: ChangeRule;
}): AnyField<string> {
  return (delta, subject, key) => texts(ruleFor(delta, rules))(delta, subject, key);
}

/** A web address that comes and goes. */
export function address(rules: {
  added: ChangeRule;
  removed: ChangeRule;
  changed: ChangeRule;
}): AnyField<string> {
  return (delta, subject, key) => {
    const { before, after } = delta;
    const [draft] = value(ruleFor(delta, rules), code)(delta, subject, key);
    const one = before === undefined ? after : after === undefined ? before : undefined;
    return draft ? [{ ...draft, parts: { ...draft.parts, ...(one && { items: code(one) }) } }] : [];
  };
}

function ruleFor<V>(
  { before, after }: Delta<V>,
  rules: { added: ChangeRule; removed: ChangeRule; changed: ChangeRule },
): ChangeRule {
  return before === undefined ? rules.added : after === undefined ? rules.removed : rules.changed;
}

/** A field whose key does not say enough, under another name. */
export function called<V, T>(field: FieldName, compare: Field<V, T>): Field<V, T> {
  return (delta, subject, key, entry) =>
    compare(delta, subject, key, entry).map((draft) => ({ ...draft, parts: { ...draft.parts, field } }));
}

/** A part with fields of its own. */
export function part<T extends object>(name: PartName, fields: Fields<T>): AnyField<T> {
  return ({ before, after }, { path, comparison }, key) =>
    // Of a part that is not stated, no field is.
    compareFields(fields, before ?? ({} as T), after ?? ({} as T), {
      path: `${path}.${key}`,
      name: comparison.words.parts[name],
      comparison,
    });
}

/** A part with fields of its own that comes and goes as a whole. */
export function wholePart<T extends object>(
  name: PartName,
  {
    rules,
    show,
    fields,
  }: { rules: { added: ChangeRule; removed: ChangeRule }; show: Shows<T>; fields: Fields<T> },
): AnyField<T> {
  return (delta, subject, key) => {
    const { before, after } = delta;
    const whole = after ?? before;
    if (!whole || (before && after)) return part(name, fields)(delta, subject, key);
    const { comparison } = subject;
    const policy = after ? comparison.after : comparison.before;
    const draft = draftOf(after ? rules.added : rules.removed, delta, subject, key);
    return [{ ...draft, parts: { ...draft.parts, items: show(whole, { policy, comparison }) } }];
  };
}

/** A date. */
export const date: Shows<string> = (value, { comparison }) => showDate(value, comparison.reader);

/** A name as a machine writes it. */
export function code(name: string): string {
  return name.includes('`') ? escapeMarkdown(name) : `\`${name}\``;
}

/** A text so that Markdown shows exactly it. */
export function plain(text: string): string {
  return escapeMarkdown(text);
}

/** The beginning of a Markdown text, in quotation marks. */
export function quoted(markdown: string): string {
  return quoteMarks(shorten(proseText(markdown)));
}

/** A plain text in quotation marks. */
export function quoteMarks(text: string): string {
  return `“${escapeMarkdown(text)}”`;
}

/** The former ids of an entry. */
export function aliasesOf(entry: object): string[] {
  const aliases: unknown = Reflect.get(entry, 'aliases');
  return Array.isArray(aliases) ? aliases.map(String) : [];
}

/** What changed of the anchors that lead somewhere, the id first; an id is compared with the one it took the place of. */
export function anchorChanges(
  before: readonly string[],
  after: readonly string[],
  { path, name, comparison }: Subject,
): Draft[] {
  if (isEqual(before, after)) return [];
  const { added, removed } = compareLists(before, after);
  const base = { path: path ? `${path}.aliases` : 'aliases' };
  const shown = (ids: readonly string[]) => ({
    ...(name && { name }),
    items: showList(
      ids.map((id) => code(`#${id}`)),
      comparison.reader,
    ),
  });
  if (removed.length > 0) {
    const gone: Draft = { rule: 'anchor-removed', ...base, before: removed, parts: shown(removed) };
    if (added.length === 0 || before[0] !== after[0]) return [gone];
    return [gone, { rule: 'anchor-added', ...base, after: added, parts: shown(added) }];
  }
  if (added.length > 0) return [{ rule: 'anchor-added', ...base, after: added, parts: shown(added) }];
  return [
    {
      rule: 'order-changed',
      ...base,
      before: [...before],
      after: [...after],
      parts: { name: name || 'aliases' },
    },
  ];
}
