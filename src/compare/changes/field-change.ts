import { writePeriod } from '../../../schemas/values.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { listOf } from '../../text/one-or-many.ts';
import { escapeMarkdown, proseText } from '../../text/prose.ts';
import { type Reader, showDate, showList, showPeriod } from '../../text/show.ts';
import { compareLengths, lengthDifference } from '../../time/period.ts';
import type { FieldName, PartName, SlipRule } from '../../words/change-words.ts';
import type { Comparison, Draft } from './change.ts';
import { type ChangeRule, changeRules } from './change-rules.ts';
import { compareLists, isEqual } from './compare.ts';
import { excerptsOf, shorten } from './excerpt.ts';
import { tells } from './promise-words.ts';
import { sameWords } from './same-words.ts';
import { factTextChange } from './word-change.ts';

// What a change of one field comes to. Tables of these name every field of a schema, so that a new one does not compile
// before somebody has decided what its change means.

/** Whose fields are compared; `former` is what it was called where that is another name. */
export type Subject = { path: string; name: string; former?: string; comparison: Comparison };

/** A value in both versions; `undefined` where it is not stated. */
export type Delta<V> = { before?: V | undefined; after?: V | undefined };

/** A field in both versions, and what it is a field of; `entry` is the whole of that in both. */
export type Changed<V, T = unknown> = Delta<V> & {
  key: string;
  subject: Subject;
  entry?: { before: T; after: T };
};

/** What a change of a field comes to. */
export type Field<V, T = unknown> = (field: Changed<V, T>) => Draft[];

// Alone, or beside how it is shown.
type Told<V, T> = Field<V, T> | { change: Field<V, T> };

/** What a change of each field comes to; former ids are compared with the id they stand for. */
export type Fields<T> = { [K in Exclude<keyof T, 'aliases'>]-?: Told<NonNullable<T[K]>, T> };

/** A value in the words of one of the versions, as Markdown. */
export type Shows<V> = (value: V, side: Side) => string;

type Side = { policy: ResolvedPolicy; comparison: Comparison };

/** The rule of a change, or how it follows from what changed. */
type Choice<V> = ChangeRule | ((delta: Delta<V>) => ChangeRule);

type Rules = { added: ChangeRule; removed: ChangeRule; changed: ChangeRule };

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
    // A value that is null is not stated.
    const stated = delta as Delta<NonNullable<T[typeof key]>>;
    const field: Told<NonNullable<T[typeof key]>, T> = fields[key];
    const change = 'change' in field ? field.change : field;
    return change({ ...stated, key, subject, entry: { before, after } });
  });
}

/** A field that a higher rule speaks for. */
export const apart = (): Draft[] => [];

function pathOf({ key, subject: { path } }: Pick<Changed<unknown>, 'key' | 'subject'>): string {
  return path ? `${path}.${key}` : key;
}

function draftOf(rule: ChangeRule, field: Changed<unknown>): Draft {
  const { before, after, key, subject } = field;
  const name = after === undefined ? (subject.former ?? subject.name) : subject.name;
  return {
    rule,
    path: pathOf(field),
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    // Every key of a table of fields is the name of a field.
    parts: { ...(name && { name }), field: key as FieldName },
  };
}

/** A change with more to say in its sentence. */
export function withParts(draft: Draft, parts: Draft['parts']): Draft {
  return { ...draft, parts: { ...draft.parts, ...parts } };
}

/** A field with one value. */
export function value<V>(rule: Choice<V>, show: Shows<V>): Field<V> {
  return (field) => [valueDraft(rule, show, field)];
}

/** What something is called: a slip in it is told as such. */
export function named(rule: ChangeRule): Field<string> {
  return (field) => [spelled(valueDraft(rule, quoted, field), field)];
}

function spelled(draft: Draft, { before, after, subject: { comparison } }: Changed<string>): Draft {
  if (before === undefined || after === undefined) return draft;
  const { verdict } = factTextChange(before, after, comparison);
  return isSlip(verdict.rule, comparison) && verdict.level === 'editorial'
    ? { ...draft, level: verdict.level, slip: verdict.rule }
    : draft;
}

function valueDraft<V>(rule: Choice<V>, show: Shows<V>, field: Changed<V>): Draft {
  const { before, after, subject } = field;
  const shown = {
    ...(before !== undefined && { before: show(before, olderSide(subject)) }),
    ...(after !== undefined && { after: show(after, newerSide(subject)) }),
  };
  const isCut = shown.before !== undefined && shown.before === shown.after;
  return withParts(draftOf(chosen(rule, field), field), isCut ? { ...shown, ...whereOther(field) } : shown);
}

// Two long texts that begin alike are shown where they differ.
function whereOther({ before, after, subject }: Delta<unknown> & Pick<Changed<unknown>, 'subject'>) {
  const [old, now] = [before, after].map((said) => (typeof said === 'string' ? said : Object(said).words));
  if (typeof old !== 'string' || typeof now !== 'string') return {};
  const { language } = subject.comparison.after;
  const shown = excerptsOf(proseText(old), proseText(now), language);
  return { before: quoteMarks(shown.before), after: quoteMarks(shown.after) };
}

function chosen<V>(rule: Choice<V>, delta: Delta<V>): ChangeRule {
  return typeof rule === 'string' ? rule : rule(delta);
}

function olderSide({ comparison }: Subject): Side {
  return { policy: comparison.before, comparison };
}

function newerSide({ comparison }: Subject): Side {
  return { policy: comparison.after, comparison };
}

/** A field of Markdown; its change is editorial where the change of its words is, and material where that is. */
export function texts(rule: Choice<string>): Field<string> {
  return (field) => {
    const { before, after, subject } = field;
    if (before === undefined || after === undefined) return [valueDraft(rule, quoted, field)];
    const { name, comparison } = subject;
    const place = { path: pathOf(field), name: name || quoted(after) };
    const same = sameWords(before, after, place, comparison);
    if (same) return same;
    const { verdict, shown } = factTextChange(before, after, comparison);
    const parts = { before: quoteMarks(shown.before), after: quoteMarks(shown.after) };
    const draft = withParts(draftOf(chosen(rule, field), field), parts);
    return [
      {
        ...draft,
        ...(verdict.level !== 'review' && { level: verdict.level }),
        ...(isSlip(verdict.rule, subject.comparison) && { slip: verdict.rule }),
      },
    ];
  };
}

/** A text that others may be bound by: where it goes, it weighs what its words do, as where it changes. */
export function bindingText(rule: ChangeRule): Field<string> {
  return (field) => {
    const { before, after, subject } = field;
    const drafts = texts(rule)(field);
    if (before === undefined || after !== undefined) return drafts;
    const { level } = factTextChange(before, '', subject.comparison).verdict;
    return level === 'material' ? drafts.map((draft) => ({ ...draft, level })) : drafts;
  };
}

function isSlip(rule: ChangeRule, { words }: Comparison): rule is SlipRule {
  return Object.hasOwn(words.slips, rule);
}

/** What a change of a length comes to: a promise that is stated for the first time, or no longer, has rules of its own. */
type LengthRules = {
  longer: ChangeRule;
  shorter: ChangeRule;
  changed: ChangeRule;
  added?: ChangeRule;
  removed?: ChangeRule;
};

/** How a length is said of an entry, in one of the versions. */
type ShowsLength<T> = (period: string, reader: Reader, entry: T | undefined) => string;

/** A period or lifetime. */
export function length<T = unknown>(
  rules: LengthRules,
  shows: ShowsLength<T> = showPeriod,
): Field<string, T> {
  return (field) => {
    const { before, after, subject, entry } = field;
    const { reader, before: older } = subject.comparison;
    const show: Shows<string> = (period, { policy }) =>
      shows(period, reader, policy === older ? entry?.before : entry?.after);
    const compared = before && after ? compareLengths(before, after) : 'unknown';
    const rule =
      compared === 'longer' || compared === 'shorter'
        ? rules[compared]
        : byPresence({ added: rules.changed, removed: rules.changed, ...rules })(field);
    const difference = before && after ? lengthDifference(before, after) : undefined;
    const parts = difference?.length ? { difference: showPeriod(writePeriod(difference), reader) } : {};
    const draft = withParts(valueDraft(rule, show, field), parts);
    return [{ ...draft, ...(compared === 'same' && { level: 'editorial' }) }];
  };
}

type FlagRules = { on: ChangeRule; off: ChangeRule; changed: ChangeRule };

/**
 * Yes or no, where not saying it is neither. What is better for the reader is a promise: it is withdrawn where it is not
 * stated any more; stated for the first time it may have been so before. What is worse is news where it is stated.
 */
export function flag(rules: FlagRules, show: Shows<boolean>): Field<boolean> {
  const { on, off, changed } = rules;
  const better = changeRules[on].direction === 'less';
  return (field) => {
    const { before, after } = field;
    const isStated = before !== undefined && after !== undefined;
    const draft = valueDraft(isStated ? (after ? on : off) : changed, show, field);
    if (isStated) return [draft];
    const isWorse = before === better || after === !better;
    return [{ ...draft, ...(isWorse && { level: 'material', direction: 'more' }) }];
  };
}

/** A field of which some values are promises: such a one is withdrawn where it is not stated any more. */
export function promising<V, T>(isPromise: (value: V) => boolean, compare: Field<V, T>): Field<V, T> {
  return (field) => {
    const { before, after } = field;
    const isWithdrawn = after === undefined && before !== undefined && isPromise(before);
    const isMade = before === undefined && after !== undefined && isPromise(after);
    return compare(field).map((draft) => ({
      ...draft,
      ...(isWithdrawn && { level: 'material', direction: 'more' }),
      ...(isMade && { direction: 'less' }),
    }));
  };
}

/**
 * A field that the text of the same thing can say as well: not stated any more where a text seems to say it, it is told with
 * that, by a rule of its own, and nobody knows what it comes to.
 */
export function besideText<V, T extends { text?: string | undefined }>(
  rule: ChangeRule,
  compare: Field<V, T>,
): Field<V, T> {
  return (field) => {
    const { language } = field.subject.comparison.after;
    const text = field.after === undefined ? field.entry?.after.text : undefined;
    const drafts = compare(field);
    if (text === undefined || !tells(text, pathOf(field), field.before, language)) return drafts;
    return undecided(
      drafts.map((draft) => withParts(draft, { said: condition(text) })),
      rule,
    );
  };
}

/** Changes of which nobody knows what they come to, by a rule of their own. */
export function undecided(drafts: readonly Draft[], rule: ChangeRule): Draft[] {
  return drafts.map((draft) => ({ ...draft, rule, level: 'review', direction: 'neutral' }));
}

/** A field whose not being stated means no. */
export function orNo<T>(compare: Field<boolean, T>): Field<boolean, T> {
  return (field) => {
    const { before = false, after = false } = field;
    return before === after ? [] : compare({ ...field, before, after });
  };
}

/** The rule by whether a value ranks higher than the one before it, or lower. */
export function byRank<V extends string>(
  ranks: Record<V, number>,
  { higher, lower, changed }: { higher: ChangeRule; lower: ChangeRule; changed: ChangeRule },
): (delta: Delta<V>) => ChangeRule {
  return ({ before, after }) => {
    const step = before && after ? ranks[after] - ranks[before] : 0;
    return step > 0 ? higher : step < 0 ? lower : changed;
  };
}

/**
 * A list whose items come and go: one change for all that came, one for all that went; one that is stated in one version
 * only is told as a whole, since nobody knows what came. With a rule `changed`, a list that both gained and lost is that one
 * change: its items are words, and were probably written anew.
 */
export function list<V extends string>(
  rules: { added: ChangeRule; removed: ChangeRule; changed?: ChangeRule },
  show: Shows<V>,
): Field<V[]> {
  return (field) => {
    const { before, after, subject } = field;
    if (before === undefined || after === undefined)
      return [
        valueDraft(
          byPresence({ ...rules, changed: rules.added }),
          (values, side) => listed(values, show, side),
          field,
        ),
      ];
    const { added, removed } = compareLists(before, after);
    if (rules.changed && added.length > 0 === removed.length > 0) return items(rules.changed)(field);
    const told = (rule: ChangeRule, values: V[], side: Side, name = subject.name) =>
      values.length > 0
        ? [withParts(draftOf(rule, field), { ...(name && { name }), items: listed(values, show, side) })]
        : [];
    const drafts = [
      ...told(rules.added, added, newerSide(subject)),
      ...told(rules.removed, removed, olderSide(subject), subject.former),
    ];
    return drafts.length > 0 ? drafts : [reordered(field)];
  };
}

function listed<V>(values: readonly V[], show: Shows<V>, side: Side): string {
  return showList(
    values.map((item) => show(item, side)),
    side.comparison.reader,
  );
}

/** A list that may be left unsaid: only where both versions state it do items come and go. */
export function statedList<V extends string>({ added, removed, changed }: Rules, show: Shows<V>): Field<V[]> {
  const [whole, single] = [items(changed, show), list({ added, removed }, show)];
  return (field) => (field.before && field.after ? single : whole)(field);
}

/** The same things in another order. */
export function reordered(field: Changed<unknown>): Draft {
  const { name, comparison } = field.subject;
  const shown = comparison.words.fields[field.key as FieldName] ?? field.key;
  return { ...draftOf('order-changed', field), parts: { name: name ? `${name}, ${shown}` : shown } };
}

/**
 * A list that is described as a whole, told by what came into it and what left it; without `show`, of texts, which are
 * quoted.
 */
export function items<V extends string>(rule: ChangeRule, show: Shows<V> = quoted): Field<V[]> {
  return (field) => {
    const { before = [], after = [], subject } = field;
    const { added, removed } = compareLists(before, after);
    if (added.length + removed.length === 0) return [reordered(field)];
    const draft = valueDraft<V[]>(rule, (values, side) => listed(values, show, side), field);
    if (!field.before || !field.after) return [draft];
    if (areTexts.has(rule) && isWrittenAnew(removed, added, subject))
      return [
        {
          ...withParts(draft, {
            before: listed(removed, show, olderSide(subject)),
            after: listed(added, show, newerSide(subject)),
          }),
          level: 'editorial',
        },
      ];
    const [old, now] = [removed[0], added[0]];
    if (areTexts.has(rule) && old && now && removed.length + added.length === 2 && isReworded(old, now))
      return texts(rule)({ ...field, before: old, after: now });
    return [
      {
        ...withParts(draft, {
          ...(added.length > 0 && { came: listed(added, show, newerSide(subject)) }),
          ...(removed.length > 0 && { went: listed(removed, show, olderSide(subject)) }),
        }),
        ...(rule === 'data-category-changed' && namesMore(removed, added) && { level: 'material' }),
      },
    ];
  };
}

// Lists whose items are words of the authors, and no names of anything.
const areTexts: ReadonlySet<ChangeRule> = new Set(['data-category-changed', 'category-changed']);

// As many as went may be written anew. What comes beside that is something more.
function namesMore(gone: readonly string[], come: readonly string[]): boolean {
  return gone.length > 0 && come.length > gone.length;
}

// Whether each item that went came back, only written in another way.
function isWrittenAnew(gone: readonly string[], come: readonly string[], { comparison }: Subject): boolean {
  const isSame = (old: string, now = '') =>
    factTextChange(old, now, comparison).verdict.level === 'editorial';
  return gone.length === come.length && gone.every((old, index) => isSame(old, come[index]));
}

// Whether one item is another with a few other words: most of them stayed.
function isReworded(before: string, after: string): boolean {
  const [old, now] = [before, after].map((text) => new Set(text.toLowerCase().match(/[\p{L}\p{N}]+/gu)));
  if (!old || !now) return false;
  const stayed = [...old].filter((word) => now.has(word)).length;
  return stayed * 2 > Math.max(old.size, now.size);
}

/** A field with one value or several. */
export function oneOrMany<V extends string>(rule: ChangeRule, show: Shows<V>): Field<V | V[]> {
  return ({ before, after, ...field }) => {
    // One value is shown as one, whichever way it is written.
    const lists = { before: before && [...listOf(before)], after: after && [...listOf(after)] };
    if (isEqual(lists.before, lists.after)) return [];
    const isSingle = (lists.before?.length ?? 1) === 1 && (lists.after?.length ?? 1) === 1;
    if (!isSingle) return items(rule, show)({ ...field, ...lists });
    return value(rule, show)({ ...field, before: lists.before?.[0], after: lists.after?.[0] });
  };
}

/** A text that promises people something: stating it gives, taking it away takes. */
export function promise(rules: Rules): Field<string> {
  return texts(byPresence(rules));
}

/** A web address that comes and goes. */
export function address(rules: Rules): Field<string> {
  return (field) => {
    const { before, after } = field;
    const one = before === undefined ? after : after === undefined ? before : undefined;
    return [withParts(valueDraft(byPresence(rules), code, field), one ? { items: code(one) } : {})];
  };
}

/** The rule by whether something is stated that was not, or no longer. */
export function byPresence({ added, removed, changed }: Rules): (delta: Delta<unknown>) => ChangeRule {
  return ({ before, after }) => (before === undefined ? added : after === undefined ? removed : changed);
}

/** A field whose key does not say enough, under another name. */
export function called<V, T>(name: FieldName, compare: Field<V, T>): Field<V, T> {
  return (field) => compare(field).map((draft) => withParts(draft, { field: name }));
}

/** A part with fields of its own. */
export function part<T extends object>(name: PartName, fields: Fields<T>): Field<T> {
  return ({ before, after, key, subject: { path, comparison } }) =>
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
): Field<T> {
  return (field) => {
    const { before, after, subject } = field;
    if (before && after) return part(name, fields)(field);
    if (after) return [withParts(draftOf(rules.added, field), { items: show(after, newerSide(subject)) })];
    if (before)
      return [withParts(draftOf(rules.removed, field), { items: show(before, olderSide(subject)) })];
    return [];
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

/** How much is shown of what a claim holds under: its end may be what limits it. */
export const longestCondition = 300;

/** A Markdown text that a claim holds under, in quotation marks. */
export function condition(markdown: string): string {
  return quoteMarks(shorten(proseText(markdown), longestCondition));
}

/** A plain text in quotation marks. */
export function quoteMarks(text: string): string {
  return `“${escapeMarkdown(text)}”`;
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
