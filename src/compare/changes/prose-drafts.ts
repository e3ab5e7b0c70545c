import { escapeMarkdown } from '../../text/prose.ts';
import type { FormatChange } from '../redline/redline-model.ts';
import type { Comparison, Draft } from './change.ts';
import { changeRules, type Level, levels } from './change-rules.ts';
import { shorten } from './excerpt.ts';
import { type LinkChange, linkLevel } from './link-change.ts';
import { becameTitle, isElsewhere } from './still-there.ts';
import type { Verdict } from './verdict.ts';

// How a change of prose is told.

/** Where prose stands: its path, and the section in the reader's words. */
export type ProsePlace = { path: string; name: string };

function quote(text: string): string {
  return `“${escapeMarkdown(text)}”`;
}

const shownOfNews = 200;

/** A text that came; `shown` is what of it is quoted. */
export function addedText(text: string, shown: string, level: Level, pair: ProsePlace): Draft {
  const parts = { name: pair.name, after: quote(shorten(shown, shownOfNews)) };
  return { rule: 'prose-added', path: pair.path, after: text, parts, level };
}

/** A text that went. */
export function removedText(text: string, shown: string, level: Level, pair: ProsePlace): Draft {
  const parts = { name: pair.name, before: quote(shorten(shown, shownOfNews)) };
  return { rule: 'prose-removed', path: pair.path, before: text, parts, level };
}

/** A text that stands somewhere else; what moves inside its section says the same as before, and of another section `from` is the name. */
export function movedText(text: string, isInside: boolean, { path, name }: ProsePlace, from?: string): Draft {
  const parts = { name, after: quote(shorten(text)), ...(!isInside && from && from !== name && { from }) };
  return {
    rule: 'prose-moved',
    path,
    before: text,
    after: text,
    parts,
    ...(isInside && { level: 'editorial' }),
  };
}

const fewestMoved = 4;

/**
 * Tells a text that went from one place and came, word for word, to another as moved, also where it stands among others
 * there: nothing is new, nothing gone.
 */
export function joinMoves(drafts: readonly Draft[], comparison: Comparison): Draft[] {
  const gone = new Map(
    drafts.flatMap((draft) =>
      draft.rule === 'prose-removed' ? [[wordsIn(draft.before), draft] as const] : [],
    ),
  );
  const taken = new Set<Draft>();
  const joined = drafts.map((draft) => {
    const words = draft.rule === 'prose-added' ? wordsIn(draft.after) : '';
    const old = gone.get(words);
    if (!old || taken.has(old) || words.split(' ').length < fewestMoved) return draft;
    taken.add(old);
    return movedText(String(draft.after), old.path === draft.path, placeOf(draft), old.parts.name);
  });
  // What the redline shows as moved is not gone from where it stood.
  const moved = new Set(
    drafts.flatMap((draft) => (draft.rule === 'prose-moved' ? wordsIn(draft.before) : [])),
  );
  const isMoved = (draft: Draft) => draft.rule === 'prose-removed' && moved.has(wordsIn(draft.before));
  const told = joined
    .filter((draft) => !taken.has(draft) && !isMoved(draft))
    .flatMap((draft) => toldInItsPlace(draft, comparison));
  const places = new Set(told.flatMap(({ rule, path }) => (rule === 'prose-moved' ? path : [])));
  return told.filter((draft) => !(places.has(draft.path) && isNumberedAnew(draft)));
}

// An item of which nothing but its number and the mark behind it is another: items that moved take the numbers of others.
function isNumberedAnew({ rule, before, after }: Draft): boolean {
  if (rule !== 'prose-renumbered') return false;
  const [old, now] = [before, after].map((text) => itemNumber.exec(String(text))?.[1]);
  return old !== undefined && old === now;
}

const itemNumber = /^\(?[\p{L}\p{N}]{1,5}[).]+\s+(.*?)[\p{P}\s]*$/su;

// What stands in another place moved. What is a title now, or was one, is told with that.
function toldInItsPlace(draft: Draft, comparison: Comparison): Draft[] {
  if (draft.rule !== 'prose-removed' && draft.rule !== 'prose-added') return [draft];
  const side = draft.rule === 'prose-removed' ? 'before' : 'after';
  const text = String(draft[side]);
  if (becameTitle(text, side, comparison)) return [];
  return [isElsewhere(text, side, comparison) ? movedText(text, true, placeOf(draft)) : draft];
}

/** Tells a text that moved with other words once: what it reads now, and that it stands somewhere else. */
export function joinMovedWords(drafts: readonly Draft[]): Draft[] {
  const keyOf = ({ path, parts }: Draft) => JSON.stringify([path, parts.name, parts.after]);
  const moved = new Map(
    drafts.flatMap((draft) => (draft.rule === 'prose-moved' ? [[keyOf(draft), draft] as const] : [])),
  );
  const joined = new Map<Draft, Draft>();
  for (const draft of drafts) {
    const { rule, parts } = draft;
    const isOfWords =
      rule.startsWith('prose-') && parts.before !== undefined && !parts.items && !parts.details;
    const own = isOfWords ? moved.get(keyOf(draft)) : undefined;
    if (own && !joined.has(own)) joined.set(own, draft);
  }
  const owner = new Map([...joined].map(([own, draft]) => [draft, own]));
  return drafts.flatMap((draft) => {
    if (joined.has(draft)) return [];
    const own = owner.get(draft);
    if (!own) return [draft];
    const { from } = own.parts;
    const parts = { ...draft.parts, ...(from && { from }) };
    return [{ ...draft, parts, isMoved: true, level: gravest([draft, own]) }];
  });
}

/** Tells once of a section the texts that stand somewhere else, where they are many. */
export function joinMovedTexts(drafts: readonly Draft[]): Draft[] {
  const keyOf = ({ rule, path, parts, level }: Draft) =>
    rule === 'prose-moved' ? JSON.stringify([path, parts.name, parts.from, level]) : undefined;
  return joinAlike(drafts, inSeveral(drafts, keyOf), (first, alike) => {
    const items = firstOf(alike.map(({ parts }) => parts.after ?? ''));
    const parts = { ...first.parts, details: String(alike.length), items };
    return { ...first, ...valuesOf(alike), parts };
  });
}

function placeOf({ path, parts }: Draft): ProsePlace {
  return { path, name: parts.name ?? '' };
}

/** Tells a name that stands in the place of another in several texts once. */
export function joinRenames(drafts: readonly Draft[]): Draft[] {
  const keyOf = ({ renamed }: Draft) => renamed && `${renamed.before}\n${renamed.after}`;
  return joinAlike(drafts, keyOf, (first, alike) =>
    first.renamed ? renameDraft(first, first.renamed, alike) : first,
  );
}

const fewestAlike = 3;

/** Tells words that stand in the place of others in several texts, in which nothing else changed, once. */
export function joinSwaps(drafts: readonly Draft[]): Draft[] {
  const keyOf = ({ swapped }: Draft) => swapped && `${swapped.before}\n${swapped.after}`;
  return joinAlike(drafts, inSeveral(drafts, keyOf), (first, alike) =>
    first.swapped ? { ...renameDraft(first, first.swapped, alike), level: gravest(alike) } : first,
  );
}

/** Tells once of a section the numbers of items that are others, and once of all the lists that begin with another one. */
export function joinNumbers(drafts: readonly Draft[]): Draft[] {
  const keyOf = ({ rule, path, parts }: Draft) => {
    if (rule !== 'prose-renumbered') return undefined;
    return parts.items ? rule : [rule, path, parts.name].join('\n');
  };
  return joinAlike(drafts, inSeveral(drafts, keyOf), (first, alike) => {
    const { name, ...others } = first.parts;
    const isHere = alike.every(({ parts }) => parts.name === name);
    const parts = { ...others, ...(isHere && name && { name }), details: String(alike.length) };
    return { ...first, ...valuesOf(alike), parts };
  });
}

const ticker = 10;

/** Tells once of a section the figures that stand alone; where they are many, they are those of a ticker, and bind nobody. */
export function joinFigures(drafts: readonly Draft[]): Draft[] {
  const keyOf = ({ isFigure, path, parts }: Draft) => (isFigure ? [path, parts.name].join('\n') : undefined);
  return joinAlike(drafts, inSeveral(drafts, keyOf), (first, alike) => ({
    ...first,
    ...valuesOf(alike),
    level: alike.length < ticker ? gravest(alike) : 'editorial',
    parts: { ...first.parts, items: String(alike.length) },
  }));
}

/**
 * Tells once of a section what is only written in another way in several of its texts, and once of the policy what is in a
 * few texts of several sections; the first is quoted.
 */
export function joinSlips(drafts: readonly Draft[]): Draft[] {
  const isSlip = ({ rule, level }: Draft) =>
    (rule === 'prose-punctuation-only' || rule === 'prose-capitals-changed') && level !== 'review';
  const keyOf = (draft: Draft) =>
    isSlip(draft) ? [draft.rule, draft.path, draft.parts.name].join('\n') : undefined;
  const ofSection = inSeveral(drafts, keyOf);
  const rest = drafts.filter((draft) => isSlip(draft) && ofSection(draft) === undefined);
  const ofPolicy = inSeveral(rest, ({ rule }) => rule);
  const either = (draft: Draft) => ofSection(draft) ?? (isSlip(draft) ? ofPolicy(draft) : undefined);
  return joinAlike(drafts, either, (first, alike) => {
    const { name, ...others } = first.parts;
    const isHere = alike.every(({ parts }) => parts.name === name);
    const parts = { ...others, ...(isHere && name && { name }), items: String(alike.length) };
    return { ...first, ...valuesOf(alike), parts };
  });
}

/** The key of something where at least three have it. */
export function inSeveral<T>(all: readonly T[], keyOf: (one: T) => string | undefined): typeof keyOf {
  const groups = Map.groupBy(all, keyOf);
  return (one) => {
    const key = keyOf(one);
    return (groups.get(key)?.length ?? 0) < fewestAlike ? undefined : key;
  };
}

const mostNamed = 3;

/** The first three of some things, and whether there are more. */
export function firstOf(shown: readonly string[]): string {
  return `${shown.slice(0, mostNamed).join(', ')}${shown.length > mostNamed ? ' …' : ''}`;
}

/** What several drafts have before and after, one below the other. */
export function valuesOf(drafts: readonly Draft[]): Texts {
  const whole = (side: keyof Texts) => drafts.map((draft) => draft[side]).join('\n');
  return { before: whole('before'), after: whole('after') };
}

function gravest(drafts: readonly Draft[]): Level {
  const found = new Set(drafts.map(({ rule, level }) => level ?? changeRules[rule].level));
  return levels.find((level) => found.has(level)) ?? 'review';
}

/**
 * One draft in the place of the first of those with the same key, of no section where they are of several; those without a
 * key stay as they are.
 */
export function joinAlike(
  drafts: readonly Draft[],
  keyOf: (draft: Draft) => string | undefined,
  join: (first: Draft, alike: readonly Draft[]) => Draft,
): Draft[] {
  const groups = Map.groupBy(drafts, keyOf);
  return drafts.flatMap((draft) => {
    const key = keyOf(draft);
    if (key === undefined) return [draft];
    const alike = groups.get(key) ?? [];
    if (alike[0] !== draft) return [];
    const isHere = alike.every(({ path }) => path === draft.path);
    return [{ ...join(draft, alike), ...(!isHere && { path: 'sections', at: draft.path }) }];
  });
}

function renameDraft(
  { path }: Draft,
  { before, after }: NonNullable<Draft['renamed']>,
  alike: readonly Draft[],
): Draft {
  const items = alike.length > 1 ? { items: String(alike.length) } : {};
  // A name that stands mostly where recipients and data are listed is one of them, and another is another of them.
  const levels = Object.groupBy(alike, ({ rule, level }) => level ?? changeRules[rule].level);
  const isMaterial = (levels.material?.length ?? 0) * 2 >= alike.length;
  const isEditorial = levels.editorial?.length === alike.length;
  const slip = slipBetween(before, after);
  return {
    rule: 'prose-renamed',
    path,
    ...(slip && { slip }),
    ...((isMaterial || isEditorial) && { level: isMaterial ? 'material' : 'editorial' }),
    before,
    after,
    parts: { before: quote(before), after: quote(after), ...items },
  };
}

function slipBetween(before: string, after: string): Draft['slip'] {
  const [old, now] = [before, after].map((text) => text.replaceAll(/[^\p{L}\p{M}\p{N}]/gu, ''));
  if (old === now) return 'prose-punctuation-only';
  return before.toLowerCase() === after.toLowerCase() ? 'prose-capitals-changed' : undefined;
}

function wordsIn(text: unknown): string {
  return (
    String(text)
      .match(/[\p{L}\p{M}\p{N}]+/gu)
      ?.join(' ') ?? ''
  );
}

/** A text in both versions. */
type Texts = { before: string; after: string };

/** A text whose words became others. */
export function wordChange(
  { rule, level }: Verdict,
  { before, after }: Texts,
  shown: Texts,
  { path, name }: ProsePlace,
): Draft {
  return {
    rule,
    level,
    path,
    before,
    after,
    parts: { name, before: quote(shown.before), after: quote(shown.after) },
  };
}

/** A text that is told whole. */
export function changedText(verdict: Verdict, before: string, after: string, pair: ProsePlace): Draft {
  return wordChange(verdict, { before, after }, { before: shorten(before), after: shorten(after) }, pair);
}

/** A link that leads somewhere else. */
export function linkDraft(link: LinkChange, { path, name }: ProsePlace, comparison: Comparison): Draft {
  const { text, before, after } = link;
  const [old, now] = [shownAddress(before, after), shownAddress(after, before)];
  return {
    rule: 'link-target-changed',
    level: linkLevel(link, comparison),
    path,
    before,
    after,
    parts: {
      name,
      ...(text && { items: quote(shorten(text.trim())) }),
      ...(old && { before: old }),
      ...(now && { after: now }),
    },
  };
}

const longestAddress = 160;

// A long address by its beginning, and by where it differs from the other.
function shortAddress(url: string, other: string): string {
  if (url.length <= longestAddress) return url;
  const half = longestAddress / 2;
  let at = 0;
  while (at < url.length && url[at] === other[at]) at++;
  const from = at - half / 2;
  if (other === '' || from <= half) return `${url.slice(0, longestAddress)}…`;
  const rest = url.slice(from, from + half);
  return `${url.slice(0, half)}…${rest}${from + half < url.length ? '…' : ''}`;
}

function shownAddress(url: string, other: string): string {
  const address = shortAddress(url, other);
  return address.includes('`') ? escapeMarkdown(address) : address && `\`${address}\``;
}

/**
 * What changed of a block beside its words: the look of some, its form, and where its texts end; where `words` changed as
 * well, as many texts as before are no news, nor is that a list became a table, or that the words that are quoted are
 * divided in another way. Where nothing else is told, it looks different that a link to one place is on other words.
 */
export function lookChanges(
  formats: readonly FormatChange[],
  words: readonly Draft[],
  hasLinks: boolean,
  place: ProsePlace,
): Draft[] {
  const hasWords = words.length > 0;
  const looks = formats.filter(({ kind }) => kind === 'emphasis');
  const links = formats.filter(({ kind }) => kind === 'link' && !hasWords && !hasLinks);
  const formed = formats.find(changesForm);
  if (formed) return hasWords ? [] : [formedDraft(formed, place)];
  const broken = formats.find(({ kind }) => kind === 'break');
  const form = formats.find(({ kind }) => kind === 'form');
  const isQuoted = words.some(({ parts }) => parts.after === quote(shorten(broken?.text ?? '')));
  return [
    ...(looks.length > 0 ? [emphasisDraft(looks, place)] : []),
    ...otherWordsOfLinks(links, place),
    ...(broken && !isQuoted && !(hasWords && broken.before === broken.after)
      ? [looking('prose-breaks-changed', broken, place)]
      : []),
    ...(form ? formDrafts(form, broken !== undefined, place) : []),
  ];
}

/** Whether what stood in a list, in a table or as paragraphs stands in another of these. */
export function changesForm({ kind, before, after }: FormatChange): boolean {
  const [old, now] = [textFormOf(before), textFormOf(after)];
  return kind === 'form' && old !== undefined && now !== undefined && old !== now;
}

const textForms = ['cell', 'item', 'paragraph'] as const;

// Of several texts the form that all of them have.
function textFormOf(forms: string): (typeof textForms)[number] | undefined {
  return textForms.find((form) => forms.split(', ').every((own) => own.split(' ')[0] === form));
}

function formedDraft({ text, before, after }: FormatChange, { path, name }: ProsePlace): Draft {
  const form = textFormOf(after);
  return {
    rule: 'prose-form-changed',
    path,
    before,
    after,
    parts: { name, ...(form && { after: form }) },
    looks: [text],
  };
}

// Those that are a link now; where none is, those that were.
function otherWordsOfLinks(links: readonly FormatChange[], { path, name }: ProsePlace): Draft[] {
  const now = links.filter(({ after }) => after !== '');
  return (now.length > 0 ? now : links).map(({ text, before, after }) => {
    const address = shownAddress(after || before, '');
    return { rule: 'format-only', path, before, after, parts: { name, after: address }, looks: [text] };
  });
}

function emphasisDraft(looks: readonly FormatChange[], { path, name }: ProsePlace): Draft {
  return {
    rule: 'format-only',
    path,
    before: looks.map(({ before }) => before).join(),
    after: looks.map(({ after }) => after).join(),
    parts: { name },
    looks: looks.map(({ text }) => text),
  };
}

/** Tells what only looks different, is divided in another way or stands on another level once of a section, or of a row. */
export function joinLooks(drafts: readonly Draft[]): Draft[] {
  const keyOf = ({ looks, rule, path, parts, row = '' }: Draft) =>
    looks && [rule, path, parts.name, parts.after, row].join('\n');
  return joinAlike(drafts, keyOf, looksDraft);
}

function looksDraft(first: Draft, own: readonly Draft[]): Draft {
  const texts = own.flatMap(({ looks = [] }) => looks).map((text) => text.trim());
  // A mark by itself says nothing of where it is.
  const items = [...new Set(texts.filter((text) => /[\p{L}\p{N}]/u.test(text)))];
  const shown = items.map((text) => quote(shorten(text)));
  return {
    ...first,
    ...valuesOf(own),
    parts: {
      ...first.parts,
      ...(shown.length > 0 && { items: firstOf(shown) }),
      ...(own.length > 1 && { details: String(own.length) }),
    },
  };
}

function formatDraft(rule: Draft['rule'], { text, before, after }: FormatChange, place: ProsePlace): Draft {
  const { path, name } = place;
  return { rule, path, before, after, parts: { name, items: quote(shorten(text)) } };
}

// How deep an item stands says what it belongs to. Texts that were divided have other forms for that alone.
function formDrafts(form: FormatChange, isBroken: boolean, place: ProsePlace): Draft[] {
  const differs = (pattern: RegExp) => pattern.exec(form.before)?.[1] !== pattern.exec(form.after)?.[1];
  const drafts = [
    ...(differs(/\blevel (\d+)/) ? [looking('prose-depth-changed', form, place)] : []),
    ...(differs(/\bfrom (\d+)/) ? [formatDraft('prose-renumbered', form, place)] : []),
  ];
  return drafts.length > 0 || isBroken ? drafts : [looking('format-only', form, place)];
}

function looking(rule: Draft['rule'], { text, before, after }: FormatChange, place: ProsePlace): Draft {
  return { rule, path: place.path, before, after, parts: { name: place.name }, looks: [text] };
}
