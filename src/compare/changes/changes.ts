import { digestOf } from '../../digest.ts';
import { entriesPath } from '../../disclosures/in-order.ts';
import { entryAnchor } from '../../page/entry-anchor.ts';
import { compareText } from '../../problem.ts';
import { allSections } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy, ResolvedSection } from '../../resolve/policy-model.ts';
import { escapeMarkdown, proseText } from '../../text/prose.ts';
import { inOurWords, type Reader, readerOf, showDate, showLanguage, showList } from '../../text/show.ts';
import type { Parts } from '../../words/change-words.ts';
import { interleave } from '../align/order.ts';
import type { Redline } from '../redline/redline-model.ts';

import type { Change, Comparison, Draft } from './change.ts';
import { type ChangeRule, changeRules, levels } from './change-rules.ts';
import { haveOtherDates } from './date-line.ts';
import { joinDenials } from './denial-joins.ts';
import { factChanges } from './fact-change.ts';
import { joinLinks } from './link-joins.ts';
import { namedOnce } from './named-once.ts';
import { withoutRestatedTexts } from './own-texts.ts';
import { carriedChanges, leadChanges, proseChanges } from './prose-change.ts';
import {
  inSeveral,
  joinFigures,
  joinLooks,
  joinMovedTexts,
  joinMovedWords,
  joinMoves,
  joinNumbers,
  joinRenames,
  joinSlips,
  joinSwaps,
} from './prose-drafts.ts';
import { type ProseText, type Restated, restatedBy, writtenText } from './restated.ts';
import { addedPlaces, prosePairs, sectionChanges } from './section-change.ts';
import { stillSaid } from './still-said.ts';
import { vendorsToldOnce } from './vendor-rows.ts';
import { titleLevel } from './word-change.ts';

export type { Change } from './change.ts';
export type { ChangeRule, Direction, Level } from './change-rules.ts';

/** A change for programs and for people who read no Markdown: its sentence as plain text. */
export function inPlainText({ brief: _brief, ...change }: Change): Change {
  return { ...change, sentence: proseText(change.sentence) };
}

/**
 * Lists what changed between two versions of a policy: the gravest first, then in the order of the page.
 * `updated` names the version and `change` describes it: they differ between any two versions and are no changes.
 */
export function changesBetween(before: ResolvedPolicy, after: ResolvedPolicy, redline: Redline): Change[] {
  const reader = inOurWords(readerOf(after.language));
  const comparison = { before, after, reader, words: reader.words.changes };
  const facts = stillSaid(withoutRestatedTexts(factChanges(comparison)), comparison);
  const sections = sectionChanges(comparison, facts, redline);
  const policy = policyChanges(comparison);
  const restated = restatedBy([...policy, ...facts], comparison);
  const told = joinMoves(
    [
      ...leadChanges(redline, { comparison, restated }),
      ...prosePairs(comparison, redline).flatMap((pair) =>
        proseChanges(pair, redline, { comparison, restated }),
      ),
      ...addedPlaces(comparison, redline).flatMap((place) =>
        carriedChanges(place, redline, { comparison, restated }),
      ),
    ],
    comparison,
  );
  const prose = joinMovedTexts(
    joinMovedWords(
      joinLinks(joinNumbers(joinLooks(joinSlips(joinSwaps(joinRenames(joinFigures(told)))))), comparison),
    ),
  );
  const anchors = { before: anchorsOf(before), after: anchorsOf(after) };
  const own = sections.filter(
    (draft) =>
      !isDefinitionRestated(draft, comparison, restated) && !isTitleTold(draft, [...policy, ...prose]),
  );
  const once = vendorsToldOnce(namedOnce(facts), withoutTitles(prose, own), comparison);
  const changes = [...policy, ...once.facts, ...own, ...inRows(once.prose, comparison)].map((draft) =>
    finish(draft, comparison, anchors),
  );
  return sortChanges(toldOnce(joinDenials(changes), comparison), anchors);
}

// A change says in which row it is, unless the same happened in others.
function inRows(drafts: readonly Draft[], { words }: Comparison): Draft[] {
  const keyOf = ({ rule, path, before, after }: Draft) => JSON.stringify([rule, path, before, after]);
  const alike = Map.groupBy(
    drafts.filter(({ row }) => row !== undefined),
    keyOf,
  );
  return drafts.map((draft) => {
    const { row, parts } = draft;
    if (row === undefined || alike.get(keyOf(draft))?.length !== 1) return draft;
    return { ...draft, parts: { ...parts, name: words.row(row, parts.name ?? '') } };
  });
}

// Of the look and the source a sentence says nothing that another place could make untrue.
const saysNoPlace: ReadonlySet<ChangeRule> = new Set(['format-only', 'whitespace-only']);

/** What happened to the same words in several places is one change, which says in how many more. */
function toldOnce(changes: readonly Change[], { words }: Comparison): Change[] {
  const keyOf = inSeveral(changes, textKey);
  const alike = Map.groupBy(changes, (change) => {
    const { rule, path, level, sentence, before, after } = change;
    if (saysNoPlace.has(rule)) return [rule, path, level, sentence].join('\n');
    const isOfText = /^(?:sections|lead)\b/.test(path);
    // Two sections of one title are new, whatever they say; a quotation may differ behind its end.
    const values = isOfText && rule.startsWith('section-') ? [] : [before, after];
    return keyOf(change) ?? JSON.stringify([rule, isOfText ? '' : path, level, sentence, ...values]);
  });
  return [...alike.values()].flatMap(([first, ...more]) => {
    if (!first) return [];
    if (more.length === 0 || saysNoPlace.has(first.rule)) return [first];
    const same = words.sameIn(more.length);
    return [
      {
        ...first,
        sentence: `${first.sentence} ${same}`,
        ...(first.brief && { brief: `${first.brief} ${same}` }),
      },
    ];
  });
}

const fewestWords = 4;

// A text of several words that became the same other text, wherever that was; a number in a cell may count something else.
function textKey({ rule, level, before, after }: Change): string | undefined {
  if (!rule.startsWith('prose-') || typeof before !== 'string' || typeof after !== 'string') return undefined;
  const isText = [before, after].every((text) => text.split(' ').length >= fewestWords);
  return isText ? JSON.stringify([rule, level, before, after]) : undefined;
}

/** Whether a version is proposed as material: by its changes alone, before counsel decides. */
export function proposeMaterial(changes: readonly Change[]): boolean {
  return changes.some(({ level }) => level === 'material');
}

// The title of the policy, or a name that is told to stand in the place of another, is not told again with each section.
function isTitleTold({ rule, before, after }: Draft, told: readonly Draft[]): boolean {
  if (rule !== 'section-renamed') return false;
  return told.some((other) => {
    if (other.rule === 'title-changed') return other.before === before && other.after === after;
    if (other.rule !== 'prose-renamed') return false;
    return String(before).replaceAll(String(other.before), String(other.after)) === after;
  });
}

// A text that repeats the title above it changes with that; titles weigh less than what is material.
function withoutTitles(prose: readonly Draft[], sections: readonly Draft[]): Draft[] {
  const keyOf = ({ path, before, after }: Draft) =>
    JSON.stringify([path.split('.').slice(0, 2), before, after]);
  const titles = new Set(sections.filter(({ rule }) => rule === 'section-renamed').map(keyOf));
  return prose.filter((draft) => draft.level === 'material' || !titles.has(keyOf(draft)));
}

// A definition that quotes a fact changes with it, and the change of the fact is told.
function isDefinitionRestated(
  { rule, path, before: old, after: now }: Draft,
  { before, after }: Comparison,
  restated: Restated,
): boolean {
  if (rule !== 'definition-changed' || typeof old !== 'string' || typeof now !== 'string') return false;
  const section = path.split('.')[1] ?? '';
  const [one, other] = [definitionIn(before, section, old), definitionIn(after, section, now)];
  return restated.isRestated(writtenText(one), writtenText(other));
}

function definitionIn({ sections, quotes }: ResolvedPolicy, id: string, markdown: string): ProseText {
  const content = allSections(sections).find((section) => section.id === id)?.content ?? [];
  const paths = content.flatMap((block, index) =>
    block.type === 'definitions'
      ? block.items.flatMap(({ text }, at) =>
          text === markdown ? [`sections.${id}.content.${index}.items.${at}.text`] : [],
        )
      : [],
  );
  return { markdown, quotes: quotes && (quotes[paths[0] ?? ''] ?? []) };
}

function policyChanges(comparison: Comparison): Draft[] {
  const { before, after, reader } = comparison;
  const date = (value: string) => showDate(value, reader);
  const quote = (value: string) => `“${escapeMarkdown(value)}”`;
  const kind = (value: ResolvedPolicy['kind']) => quote(reader.words.values[value] ?? value);
  const address = ({ product, slug }: ResolvedPolicy) => `/${product.id}/${slug}/`;
  const code = (value: string) => `\`${value}\``;
  const numbering = before.numbering === after.numbering;
  return [
    ...plainChange('product-renamed', 'product.name', before.product.name, after.product.name, quote),
    ...plainChange('address-changed', 'slug', address(before), address(after), code),
    ...plainChange('language-changed', 'language', before.language, after.language, (tag) =>
      showLanguage(tag, reader),
    ),
    ...plainChange('kind-changed', 'kind', before.kind, after.kind, kind),
    ...plainChange('kicker-changed', 'kicker', before.kicker, after.kicker, quote),
    ...titleChange(comparison, quote),
    ...bindingChange(before, after, reader),
    ...plainChange('reviewed-changed', 'reviewed', before.reviewed, after.reviewed, date),
    ...(numbering
      ? []
      : [
          {
            rule: 'numbering-changed' as const,
            path: 'numbering',
            before: before.numbering,
            after: after.numbering,
            parts: {},
          },
        ]),
  ];
}

function titleChange(comparison: Comparison, quote: (value: string) => string): Draft[] {
  const [old, now] = [comparison.before.title, comparison.after.title];
  if (old === now) return [];
  const level = haveOtherDates(old, now, comparison.after.language)
    ? 'editorial'
    : titleLevel(old, now, comparison);
  return plainChange('title-changed', 'title', old, now, quote).map((draft) => ({ ...draft, level }));
}

function bindingChange(before: ResolvedPolicy, after: ResolvedPolicy, reader: Reader): Draft[] {
  const [old, now] = [bindingDays(before, reader), bindingDays(after, reader)];
  if (old === now || (before.starts === undefined && after.starts === undefined)) {
    const date = (day: string) => showDate(day, reader);
    return bindsAtOnce(before) && bindsAtOnce(after)
      ? []
      : plainChange('effective-date-changed', 'effective', before.effective, after.effective, date);
  }
  const values = { before: before.starts ?? before.effective, after: after.starts ?? after.effective };
  const parts = { ...(old && { before: old }), ...(now && { after: now }) };
  return [{ rule: 'effective-date-changed', path: 'effective', ...values, parts }];
}

// The day from which a policy binds, or those of each group of people.
function bindingDays({ effective, starts = [] }: ResolvedPolicy, reader: Reader): string | undefined {
  if (starts.length === 0) return effective && showDate(effective, reader);
  const { forGroup } = reader.words.versions;
  return showList(
    starts.map(({ group, from }) => forGroup(showDate(from, reader), escapeMarkdown(group))),
    reader,
  );
}

// Without a day of its own a version binds from its date, which is its name.
function bindsAtOnce({ updated, effective }: ResolvedPolicy): boolean {
  return effective === updated;
}

function plainChange<T extends string>(
  rule: Draft['rule'],
  path: string,
  before: T | undefined,
  after: T | undefined,
  show: (value: T) => string,
): Draft[] {
  if (before === after) return [];
  const parts = {
    ...(before !== undefined && { before: show(before) }),
    ...(after !== undefined && { after: show(after) }),
  };
  return [
    { rule, path, ...(before !== undefined && { before }), ...(after !== undefined && { after }), parts },
  ];
}

type Anchors = { before: ReadonlyMap<string, string>; after: ReadonlyMap<string, string> };

function finish(draft: Draft, comparison: Comparison, anchors: Anchors): Change {
  const { rule, path, before, after, parts, slip, isMoved } = draft;
  const { sentences, slips, movedToo } = comparison.words;
  const { name, ...others } = parts;
  const told = (some: Parts) => {
    const sentence = endOnce(sentences[rule](some));
    return [sentence, ...(slip ? [slips[slip]] : []), ...(isMoved ? [movedToo(parts.from)] : [])].join(' ');
  };
  const usual = changeRules[rule];
  const anchor = anchorFor(draft.at ?? path, anchors);
  return {
    rule,
    level: draft.level ?? usual.level,
    direction: draft.direction ?? usual.direction,
    path,
    ...(before !== undefined && { before }),
    ...(after !== undefined && { after }),
    sentence: told(parts),
    ...(isOfText(rule) && name === sectionName(path, comparison) && { brief: told(others) }),
    ...(anchor && { anchor }),
    fingerprint: fingerprint({ rule, path, before, after }),
  };
}

// What is said of a text can be said without its place; a section that is new cannot.
function isOfText(rule: ChangeRule): boolean {
  return /^(?:prose|link|format|whitespace)-/.test(rule);
}

function sectionName(path: string, { before, after, words }: Comparison): string | undefined {
  const [head, id] = path.split('.');
  if (head !== 'sections') return undefined;
  const sections = [after, before].map((policy) => allSections(policy.sections).find((own) => own.id === id));
  const section = sections.find((own) => own !== undefined);
  return section && words.section(escapeMarkdown(section.title));
}

// A quotation brings the end of its own sentence along, and a name may end as one does: "Reach and Co."; a text of a fact as
// an item of a list does. A letter that would begin a list is escaped: "&#98;.".
function endOnce(sentence: string): string {
  return sentence
    .replaceAll(/(?<!&#?\w+)[;,]\.(?=\s|$)/g, '.')
    .replaceAll(/([.!?…]”| …|(?<!\.)\.)\.(?=\s|$)/g, '$1');
}

function fingerprint(change: Pick<Draft, 'rule' | 'path' | 'before' | 'after'>): string {
  return digestOf(change).slice(0, 16);
}

// The nearest thing on the page that has an anchor: the entry itself, or the section that shows its inventory.
function anchorFor(path: string, { before, after }: Anchors): string | undefined {
  const parts = path.split('.');
  for (let length = parts.length; length > 0; length--) {
    const prefix = parts.slice(0, length).join('.');
    const anchor = after.get(prefix) ?? before.get(prefix);
    if (anchor) return anchor;
  }
  return undefined;
}

/** The anchors of a policy's page by the path of what stands there, in the order of the page. */
function anchorsOf({ sections }: ResolvedPolicy): Map<string, string> {
  const anchors = new Map<string, string>();
  const taken = new Set(allIds(sections));
  const add = (path: string, anchor: string) => {
    if (!anchors.has(path)) anchors.set(path, anchor);
  };
  const walk = ({ id, content, sections: inner }: ResolvedSection) => {
    add(`sections.${id}`, id);
    for (const block of content) {
      if (block.type === 'contact') add(`contacts.${block.id}`, id);
      if ('of' in block) add(block.of, id);
      if (block.type !== 'inventory') continue;
      const path = entriesPath(block.of);
      for (const entry of block.ids) {
        const anchor = entryAnchor(block.of, entry);
        add(`${path}.${entry}`, taken.has(anchor) ? id : anchor);
      }
    }
    inner.forEach(walk);
  };
  sections.forEach(walk);
  return anchors;
}

function allIds(sections: readonly ResolvedSection[]): string[] {
  return sections.flatMap(({ id, aliases, sections: inner }) => [id, ...aliases, ...allIds(inner)]);
}

const atTop = new Set([
  'product',
  'slug',
  'language',
  'kind',
  'kicker',
  'title',
  'lead',
  'effective',
  'reviewed',
  'numbering',
]);

// By level, then by place: the head of the page, its sections from top to bottom, then what the page does not show.
function sortChanges(changes: readonly Change[], { before, after }: Anchors): Change[] {
  const news = [...new Set(after.values())];
  const olds = [...new Set(before.values())];
  const known = new Set(news);
  const all = interleave(
    news,
    olds.map((item) => ({ item, isGone: !known.has(item), place: known.has(item) ? item : undefined })),
  ).map(({ item }) => item);
  const places = new Map(all.map((anchor, index) => [anchor, index]));
  const placeOf = ({ path, anchor }: Change) =>
    atTop.has(path.split('.')[0] ?? '')
      ? -1
      : anchor === undefined
        ? all.length
        : (places.get(anchor) ?? all.length);
  const ranked = changes.map((change, index) => ({ change, index, place: placeOf(change) }));
  return ranked
    .sort(
      (a, b) =>
        levels.indexOf(a.change.level) - levels.indexOf(b.change.level) ||
        a.place - b.place ||
        (a.place === all.length ? compareText(a.change.path, b.change.path) : 0) ||
        a.index - b.index,
    )
    .map(({ change }) => change);
}
