import leven from 'leven';
import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { escapeMarkdown, inspectProse, proseText } from '../../text/prose.ts';
import { isWord, makeTokenize } from '../../text/tokens.ts';
import { compareSequences } from '../align/myers.ts';
import { keepsWords } from '../redline/breaks.ts';
import type { Origin, Redline, RedlineBlock } from '../redline/redline-model.ts';

import type { Comparison, Draft } from './change.ts';
import type { ChangeRule } from './change-rules.ts';
import { isEqual } from './compare.ts';
import { type ProseText, type Restated, type Said, shownText, toSaid, writtenText } from './restated.ts';

// What a change of words comes to. The guard: nothing that touches a number, a modal, a negation, a quantifier, a defined
// term or a link is ever editorial. Without a list of such words for a language nothing but punctuation is.

/** Words that decide what may, must or will be done, and to how much. */
type Guard = { obligations: ReadonlySet<string>; measures: ReadonlySet<string> };

const set = (words: string) => new Set(words.split(/\s+/));

const guards: Record<string, Guard> = {
  en: {
    obligations: set(
      `may might can could will would shall should must ought need needs required prohibited permitted entitled
       not no none never neither nor cannot without nobody nothing only solely all any every each everyone anyone
       except unless until always least most`,
    ),
    measures: set(
      `second seconds minute minutes hour hours day days week weeks month months year years daily weekly monthly yearly
       annually zero two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen
       seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million
       billion half third quarter percent once twice january february march april june july august september october
       november december monday tuesday wednesday thursday friday saturday sunday today tomorrow immediately`,
    ),
  },
};

type Words = { tokens: string[]; kinds: ('obligation' | 'number' | 'word' | 'mark' | 'space')[] };

/** The rule for a Markdown text that became another. */
export function classifyText(before: string, after: string, comparison: Comparison): ChangeRule {
  const [old, now] = [proseText(before), proseText(after)];
  if (old !== now) {
    const rule = classifyWords(old, now, comparison);
    return isEditorial(rule) && linksOf(before) !== linksOf(after) ? 'link-target-changed' : rule;
  }
  if (linksOf(before) !== linksOf(after)) return 'link-target-changed';
  return collapse(before) === collapse(after) ? 'whitespace-only' : 'format-only';
}

function isEditorial(rule: ChangeRule): boolean {
  return rule === 'prose-typo' || rule === 'prose-punctuation-only' || rule === 'whitespace-only';
}

function linksOf(markdown: string): string {
  return inspectProse(markdown)
    .links.map(({ url }) => url)
    .join('\n');
}

function collapse(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}

/** The rule for a plain text that became another. */
export function classifyWords(before: string, after: string, comparison: Comparison): ChangeRule {
  const { language } = comparison.after;
  const guard = guards[new Intl.Locale(language).language];
  const [old, now] = [wordsOf(before, language, guard), wordsOf(after, language, guard)];
  const edits = editsOf(old, now);
  const touches = (kind: Words['kinds'][number]) => edits.some((edit) => edit.kinds.has(kind));
  if (touches('obligation')) return 'prose-obligation-changed';
  if (touches('number')) return 'prose-number-changed';
  if (edits.length === 0) return 'whitespace-only';
  const changed = edits.flatMap(({ gone, come }) => [...gone, ...come]);
  if (changed.some((token) => termsOf(comparison).has(token.toLowerCase()))) return 'prose-changed';
  if (!changed.some(isWord)) return 'prose-punctuation-only';
  return guard && isTypo(edits) ? 'prose-typo' : 'prose-changed';
}

function wordsOf(text: string, language: string, guard: Guard | undefined): Words {
  const tokens = makeTokenize(language)(text).filter((token) => token.trim() !== '');
  return { tokens, kinds: tokens.map((token, index) => kindOf(token, index, tokens, guard)) };
}

function kindOf(
  token: string,
  index: number,
  tokens: readonly string[],
  guard: Guard | undefined,
): Words['kinds'][number] {
  const lower = token.toLowerCase().replaceAll('’', "'");
  const neighbours = [tokens[index - 1], tokens[index + 1]];
  const isBesideDigit = neighbours.some((other) => other !== undefined && /\d/.test(other));
  if (/\p{N}|\p{Sc}/u.test(token)) return 'number';
  if (/^[-+−±<>≤≥%‰°§.,:/]$/u.test(token) && isBesideNumber(index, tokens)) return 'number';
  if (token === 'May' && isBesideDigit) return 'number';
  if (guard?.obligations.has(lower) || (guard && /n't$/.test(lower))) return 'obligation';
  if (guard?.measures.has(lower)) return 'number';
  return isWord(token) ? 'word' : 'mark';
}

// A sign before a number, a percent sign after it, or what divides two: not the full stop at the end of a sentence.
function isBesideNumber(index: number, tokens: readonly string[]): boolean {
  const isNumber = (other: string | undefined) => other !== undefined && /^\p{Sc}?\p{N}/u.test(other);
  if (/[.,:/]/.test(tokens[index] ?? '')) return isNumber(tokens[index - 1]) && isNumber(tokens[index + 1]);
  return isNumber(tokens[index + 1]) || (/[%‰°]/.test(tokens[index] ?? '') && isNumber(tokens[index - 1]));
}

type Edit = { gone: string[]; come: string[]; kinds: Set<Words['kinds'][number]> };

// Runs of tokens that went and came at one place. Words are compared as they are written: capitals are an edit, too.
function editsOf(before: Words, after: Words): Edit[] {
  const ids = new Map<string, number>();
  const intern = (token: string) => {
    const known = ids.get(token) ?? ids.size;
    ids.set(token, known);
    return known;
  };
  const { gone, come } = compareSequences(
    Int32Array.from(before.tokens, intern),
    Int32Array.from(after.tokens, intern),
  );
  const edits: Edit[] = [];
  let [old, now] = [0, 0];
  while (old < gone.length || now < come.length) {
    if (!gone[old] && !come[now]) {
      old++;
      now++;
      continue;
    }
    const edit: Edit = { gone: [], come: [], kinds: new Set() };
    for (; gone[old]; old++) take(edit, edit.gone, before, old);
    for (; come[now]; now++) take(edit, edit.come, after, now);
    edits.push(edit);
  }
  return edits;
}

function take(edit: Edit, side: string[], { tokens, kinds }: Words, index: number): void {
  side.push(tokens[index] ?? '');
  edit.kinds.add(kinds[index] ?? 'word');
}

// A slip is rarely in the first letter, while "lawful" and "unlawful", "your" and "our", "include" and "exclude" differ
// there; of short words too many are near each other.
function isTypo(edits: readonly Edit[]): boolean {
  const [edit, ...others] = edits;
  const [gone, ...moreGone] = edit?.gone ?? [];
  const [come, ...moreCome] = edit?.come ?? [];
  if (!gone || !come || others.length + moreGone.length + moreCome.length > 0) return false;
  const [one, two] = [gone.toLowerCase(), come.toLowerCase()];
  const isShort = Math.min(one.length, two.length) < 4 && one !== two;
  return !isShort && one[0] === two[0] && leven(one, two) <= 2;
}

const termsOfComparison = new WeakMap<Comparison, Set<string>>();

// The words of every defined term of both versions.
function termsOf(comparison: Comparison): Set<string> {
  const known = termsOfComparison.get(comparison);
  if (known) return known;
  const tokenize = makeTokenize(comparison.after.language);
  const terms = [comparison.before, comparison.after].flatMap(definedTerms);
  const words = new Set(terms.flatMap((term) => tokenize(term.toLowerCase())).filter(isWord));
  termsOfComparison.set(comparison, words);
  return words;
}

function definedTerms(policy: ResolvedPolicy): string[] {
  return contentOf(policy).flatMap((block) =>
    block.type === 'definitions' ? block.items.map(({ term }) => term) : [],
  );
}

const shownLength = 100;

/** The beginning of a text, cut between words. */
export function shorten(text: string, most = shownLength): string {
  const line = collapse(text);
  return line.length <= most ? line : `${line.slice(0, most).replace(/\s\S*$/, '')} …`;
}

/** What differs between two texts, with a few words around it. */
export function excerpts(before: string, after: string): { before: string; after: string } {
  const [old, now] = [collapse(before).split(' '), collapse(after).split(' ')];
  if (old.join(' ').length <= shownLength && now.join(' ').length <= shownLength) {
    return { before: old.join(' '), after: now.join(' ') };
  }
  let start = 0;
  while (start < Math.min(old.length, now.length) && old[start] === now[start]) start++;
  let end = 0;
  while (end < Math.min(old.length, now.length) - start && old.at(-1 - end) === now.at(-1 - end)) end++;
  return { before: window(old, start, end), after: window(now, start, end) };
}

const wordsAround = 5;

function window(words: readonly string[], start: number, end: number): string {
  const from = Math.max(0, start - wordsAround);
  const to = Math.min(words.length, words.length - end + wordsAround);
  const shown = shorten(words.slice(from, to).join(' '), 2 * shownLength);
  return `${from > 0 ? '… ' : ''}${shown}${to < words.length && !shown.endsWith('…') ? ' …' : ''}`;
}

/** The prose of a section, in both versions. */
export type ProsePair = {
  path: string;
  /** The section in the reader's words. */
  name: string;
  /** The id of the section in the older version. */
  formerId: string;
  before: ProseText[];
  after: ProseText[];
};

/** Compares the prose of a section: as the redline paired it, or else text by text. */
export function proseChanges(
  pair: ProsePair,
  redline: Redline,
  { comparison, restated }: { comparison: Comparison; restated: Restated },
): Draft[] {
  if (isEqual(markdownOf(pair.before), markdownOf(pair.after))) return [];
  const context = { pair, comparison, restated };
  const id = pair.path.replace(/^sections\./, '');
  const section = redline.sections.find((candidate) => candidate.id === id);
  const blocks = (section?.blocks ?? [])
    .map((block, index) => ({ block, index }))
    .filter(({ block }) => isChanged(block) && isProse(block));
  const drafts = runsOf(blocks).flatMap((run) => runChanges(run, context));
  const hasLost = redline.sections.some((other) =>
    other.blocks.some(({ movedFrom }) => movedFrom === pair.formerId),
  );
  return blocks.length > 0 || hasLost ? drafts : textChanges(context);
}

type Indexed = { block: RedlineBlock; index: number };

// What came or went at one place is one change, however many paragraphs it has.
function runsOf(blocks: readonly Indexed[]): RedlineBlock[][] {
  const runs: Indexed[][] = [];
  for (const item of blocks) {
    const last = runs.at(-1)?.at(-1);
    const { change, kind } = item.block;
    const isNext = last !== undefined && last.index === item.index - 1;
    const continues = isNext && change === last.block.change && (change === 'added' || change === 'removed');
    const replaces =
      isNext &&
      kind === 'title' &&
      last.block.kind === 'title' &&
      `${last.block.change} ${change}` === 'removed added';
    if (continues || replaces) runs.at(-1)?.push(item);
    else runs.push([item]);
  }
  return runs.map((run) => run.map(({ block }) => block));
}

function runChanges(run: readonly RedlineBlock[], context: Context): Draft[] {
  const { pair, comparison } = context;
  const [first, second] = run;
  if (run.length === 2 && first?.change === 'removed' && second?.change === 'added') {
    const [old, now] = [sideOf(first, '-'), sideOf(second, '+')];
    return [wordChange(classifyWords(old, now, comparison), old, now, pair)];
  }
  const drafts = run.flatMap((block) => blockChange(block, context));
  const [draft] = drafts;
  if (!draft || drafts.length === 1) return drafts;
  const text = (side: 'before' | 'after') => drafts.map((one) => String(one[side] ?? '')).join('\n');
  return [draft.rule === 'prose-added' ? addedText(text('after'), pair) : removedText(text('before'), pair)];
}

type Context = { pair: ProsePair; comparison: Comparison; restated: Restated };

function isChanged({ change, formats }: RedlineBlock): boolean {
  return change !== 'same' || formats.length > 0;
}

function sideOf({ ops }: RedlineBlock, sign: '+' | '-'): string {
  return ops
    .filter(([kind]) => kind === '=' || kind === sign)
    .map(([, text]) => text)
    .join('');
}

// The texts of a section's own blocks, but for its definitions; a default title of a callout is none of them.
const prosePath = /^sections\.[^.]+\.content\.\d+(?!\.definitions\.)/;

// The redline shows facts beside prose.
function isProse({ change, origins }: RedlineBlock): boolean {
  const sides = [origins.before, origins.after].filter((origin) => origin !== undefined);
  const isOfProse = ({ source }: Origin) => prosePath.test(source.path ?? '');
  return change === 'moved' ? sides.some(isOfProse) : sides.every(isOfProse);
}

function blockChange(block: RedlineBlock, { pair, comparison, restated }: Context): Draft[] {
  const [old, now] = [sideOf(block, '-'), sideOf(block, '+')];
  const [before, after] = [saidOf(block, 'before', comparison), saidOf(block, 'after', comparison)];
  const { path, name } = pair;
  if (block.change === 'added') return restated.isFact(after, 'after') ? [] : [addedText(now, pair)];
  if (block.change === 'removed') return restated.isFact(before, 'before') ? [] : [removedText(old, pair)];
  if (old !== now && !isOnlyBroken(block)) {
    if (block.formats.length === 0 && restated.isRestated(before, after)) return [];
    const rule = classifyWords(old, now, comparison);
    const hasLink = block.formats.some(({ kind }) => kind === 'link');
    if (!(isEditorial(rule) && hasLink)) return [wordChange(rule, old, now, pair)];
  }
  const link = block.formats.find(({ kind }) => kind === 'link');
  if (link) return [linkChange(link, pair)];
  const [format] = block.formats;
  if (format) {
    const parts = { name, items: `“${escapeMarkdown(shorten(format.text))}”` };
    return [{ rule: 'format-only', path, before: format.before, after: format.after, parts }];
  }
  if (block.change !== 'moved') return [];
  return [
    { rule: 'prose-moved', path, before: old, after: now, parts: { name, after: quote(shorten(now)) } },
  ];
}

// The same words as another number of paragraphs or items.
function isOnlyBroken({ ops, formats }: RedlineBlock): boolean {
  return formats.some(({ kind }) => kind === 'break') && keepsWords(ops);
}

function saidOf({ origins }: RedlineBlock, side: 'before' | 'after', comparison: Comparison): Said {
  return toSaid(origins[side]?.spans ?? [], comparison[side].quotes !== undefined);
}

function quote(text: string): string {
  return `“${escapeMarkdown(text)}”`;
}

function addedText(text: string, { path, name }: ProsePair): Draft {
  return { rule: 'prose-added', path, after: text, parts: { name, after: quote(shorten(text)) } };
}

function removedText(text: string, { path, name }: ProsePair): Draft {
  return { rule: 'prose-removed', path, before: text, parts: { name, before: quote(shorten(text)) } };
}

// A text whose words became others.
function wordChange(
  rule: ChangeRule,
  before: string,
  after: string,
  { path, name }: Pick<ProsePair, 'path' | 'name'>,
): Draft {
  const shown = excerpts(before, after);
  return {
    rule,
    path,
    before,
    after,
    parts: { name, before: quote(shown.before), after: quote(shown.after) },
  };
}

function linkChange(
  { text, before, after }: { text?: string; before: string; after: string },
  { path, name }: Pick<ProsePair, 'path' | 'name'>,
): Draft {
  const shown = (url: string) =>
    url === '' ? undefined : url.includes('`') ? escapeMarkdown(url) : `\`${url}\``;
  const [old, now] = [shown(before), shown(after)];
  return {
    rule: 'link-target-changed',
    path,
    before,
    after,
    parts: {
      name,
      ...(text && { items: quote(text) }),
      ...(old && { before: old }),
      ...(now && { after: now }),
    },
  };
}

// Without the redline, or where it shows nothing: the source changed and the words did not.
function textChanges(context: Context): Draft[] {
  const { before, after } = context.pair;
  const [olds, nows] = [markdownOf(before), markdownOf(after)];
  let start = 0;
  while (start < Math.min(olds.length, nows.length) && olds[start] === nows[start]) start++;
  let end = 0;
  while (end < Math.min(olds.length, nows.length) - start && olds.at(-1 - end) === nows.at(-1 - end)) end++;
  const old = before.slice(start, before.length - end);
  const now = after.slice(start, after.length - end);
  if (old.length === now.length)
    return old.flatMap((text, index) => textChange(text, now[index] ?? text, context));
  return [
    ...missingIn(now, old).flatMap((text) => goneText(text, context)),
    ...missingIn(old, now).flatMap((text) => newText(text, context)),
  ];
}

function markdownOf(texts: readonly ProseText[]): string[] {
  return texts.map(({ markdown }) => markdown);
}

function missingIn(others: readonly ProseText[], texts: readonly ProseText[]): ProseText[] {
  const known = new Set(markdownOf(others));
  return texts.filter(({ markdown }) => !known.has(markdown));
}

function goneText(text: ProseText, { pair, comparison, restated }: Context): Draft[] {
  const isFact = restated.isFact(shownText(text, comparison.before), 'before');
  return isFact ? [] : [removedText(proseText(text.markdown), pair)];
}

function newText(text: ProseText, { pair, comparison, restated }: Context): Draft[] {
  const isFact = restated.isFact(shownText(text, comparison.after), 'after');
  return isFact ? [] : [addedText(proseText(text.markdown), pair)];
}

// Two Markdown texts of which one took the place of the other.
function textChange(one: ProseText, other: ProseText, context: Context): Draft[] {
  const { pair, comparison, restated } = context;
  const [before, after] = [one.markdown, other.markdown];
  if (before === after || restated.isRestated(writtenText(one), writtenText(other))) return [];
  if (restated.isRestated(shownText(one, comparison.before), shownText(other, comparison.after))) return [];
  const [old, now] = [proseText(before), proseText(after)];
  const rule = classifyText(before, after, comparison);
  if (rule === 'link-target-changed') return [linkChange({ ...changedLink(before, after) }, pair)];
  if (old !== now) return [wordChange(rule, old, now, pair)];
  return [{ rule, path: pair.path, before, after, parts: { name: pair.name } }];
}

function changedLink(before: string, after: string): { before: string; after: string } {
  const [olds, nows] = [linksOf(before).split('\n'), linksOf(after).split('\n')];
  const index = Math.max(
    0,
    olds.findIndex((url, at) => url !== nows[at]),
  );
  return { before: olds[index] ?? '', after: nows[index] ?? '' };
}

/** The introduction of a policy. */
export function leadChanges(
  { before, after }: { before: ResolvedPolicy; after: ResolvedPolicy },
  context: Omit<Context, 'pair'>,
): Draft[] {
  const name = context.comparison.words.introduction;
  const [old, now] = [leadOf(before), leadOf(after)];
  const pair = { path: 'lead', name, formerId: '', before: [old], after: [now] };
  if (before.lead === after.lead) return [];
  if (before.lead === undefined) return [addedText(proseText(now.markdown), pair)];
  if (after.lead === undefined) return [removedText(proseText(old.markdown), pair)];
  return textChange(old, now, { ...context, pair });
}

function leadOf({ lead = '', quotes }: ResolvedPolicy): ProseText {
  return { markdown: lead, quotes: quotes && (quotes.lead ?? []) };
}
