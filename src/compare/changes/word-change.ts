import { oncePer } from '../../memory.ts';
import { proseText, renderProse } from '../../text/prose.ts';
import { isWord } from '../../text/tokens.ts';
import { breaking } from '../redline/page-text.ts';
import type { Comparison, Draft } from './change.ts';
import { type ChangeRule, changeRules, type Level } from './change-rules.ts';
import { isOfPicture } from './chrome.ts';
import { isEqual } from './compare.ts';
import { haveOneDate, haveOtherEditions, isDateLine, isOfDate } from './date-line.ts';
import { excerpts, excerptsOf, spacedExcerpts } from './excerpt.ts';
import { guardWordsOf } from './guard-words.ts';
import { type GuardedWord, type Known, readWords } from './guarded-words.ts';
import { destinationsOf, firstChangedLink, linkLevel } from './link-change.ts';
import { areOpeningDates } from './opening-date.ts';
import {
  addedText,
  changedText,
  movedText,
  type ProsePlace,
  removedText,
  wordChange,
} from './prose-drafts.ts';
import type { Restated, Said } from './restated.ts';
import { isMendedText } from './spelling.ts';
import { isIdle, isStillThere } from './still-there.ts';
import {
  type Changed,
  changedWords,
  isRenamed,
  judge,
  judgeLabel,
  judgeSentence,
  judgeWhole,
  type Label,
  listsAnother,
  nameOf,
  namesAnother,
  newsOf,
  touchesConcern,
  type Verdict,
  wordsOf,
} from './verdict.ts';
import { type BothWords, type EditedSentence, editedSentences, isWholeSentences } from './word-edits.ts';

// What became of the words of a text, sentence by sentence.

/** The text of which version. */
export type Side = 'before' | 'after';

/** What words are compared with: where they stand, both versions, and what changes of facts explain. */
export type WordContext = {
  /** Where they stand, and under which title. */
  pair: ProsePlace & { heading?: string };
  comparison: Comparison;
  restated: Restated;
  /** Whether they stand in the cell of a table, which says of what they are. */
  isCell?: boolean;
  /** Whether that is data or who gets it. */
  isOfData?: boolean;
  /** Whether they are an entry of a list whose title or lead says what is bound by it. */
  isBound?: boolean;
  /** Whether a date alone in it is that of something else than the text: in an item, a cell that does not say so, or under a title. */
  isEntry?: boolean;
  /** What they are where they are no sentence. */
  label?: Label | undefined;
};

/** What the change of a Markdown text comes to. */
export function judgeText(before: string, after: string, comparison: Comparison): Verdict {
  const [old, now] = [breaking(proseText(before)), breaking(proseText(after))];
  const isLinked = destinationsOf(before) !== destinationsOf(after);
  const verdict = judgeWords(old, now, comparison);
  if (isLinked && verdict.level === 'editorial') {
    const change = firstChangedLink(before, after);
    if (change.before !== change.after)
      return { rule: 'link-target-changed', level: linkLevel(change, comparison) };
  }
  if (old !== now) return verdict;
  // Readers see what Markdown comes to: *this* and _this_ look alike.
  return usual(shown(before) === shown(after) ? 'whitespace-only' : 'format-only');
}

/** What the change of a plain text comes to, of which nothing is quoted. */
export function judgeWords(before: string, after: string, comparison: Comparison): Verdict {
  const known = knownIn(comparison);
  const words = { before: readWords({ text: before }, known), after: readWords({ text: after }, known) };
  const edits = editedSentences(words).flatMap((sentence) => changedWords(sentence, words));
  return judge(edits, comparison);
}

/** How much another title weighs: titles bind nobody, unless they say what may or must be done, or to how much. */
export function titleLevel(before: string, after: string, comparison: Comparison): Level {
  const { rule, level } = judgeWords(before, after, comparison);
  if (level !== 'material') return 'editorial';
  // A period or an amount in a title counts as much as one below it.
  return rule === 'prose-number-changed' ? 'material' : 'review';
}

/** What a change of a text of a fact comes to, and how it is shown. */
export function factTextChange(
  before: string,
  after: string,
  comparison: Comparison,
): { verdict: Verdict; shown: { before: string; after: string } } {
  const [old, now] = [proseText(before), proseText(after)];
  const verdict = judgeText(before, after, comparison);
  const isGraver = verdict.level === 'review' && isMaterialInSentences(old, now, comparison);
  return {
    verdict: isGraver ? { ...verdict, level: 'material' } : verdict,
    shown: excerptsOf(old, now, comparison.after.language),
  };
}

// What a sentence says as a whole, its words alone do not tell.
function isMaterialInSentences(before: string, after: string, comparison: Comparison): boolean {
  const known = knownIn(comparison);
  const words = { before: readWords({ text: before }, known), after: readWords({ text: after }, known) };
  return editedSentences(words).some((sentence) => {
    const edits = changedWords(sentence, words);
    const [first, last, said] = [sentence[0], sentence.at(-1), edits[0]];
    if (!first || !last || !said) return false;
    if (sentence.length === 1 && isWholeSentences(first, words))
      return judgeWhole(said, comparison).level === 'material';
    const [old, now] = [
      { start: first.gone.start, end: last.gone.end },
      { start: first.come.start, end: last.come.end },
    ];
    const around = {
      before: sentencesAround(before, words.before, old).words,
      after: sentencesAround(after, words.after, now).words,
    };
    return judgeSentence(edits, around, comparison).level === 'material';
  });
}

/** What a rule usually weighs. */
function usual(rule: ChangeRule): Verdict {
  return { rule, level: changeRules[rule].level };
}

/** Names that stand in texts: what digits and numbers they have count nothing. */
export const knownIn: (comparison: Comparison) => Known = oncePer((comparison: Comparison) => {
  const { before, after } = comparison;
  const names = [before, after].flatMap(({ product, facts }) => [
    product.name,
    facts.controller?.name ?? '',
    ...Object.values(facts.vendors).map(({ name }) => name),
    ...Object.values(facts.contacts).flatMap(({ name, address }) => [name ?? '', address ?? '']),
  ]);
  // Few texts ask, and only then are all words read.
  const capitals = { has: (word: string) => wordsOf(comparison).capitals.has(word) };
  return { language: after.language, names: [...new Set(names)].filter((name) => name !== ''), capitals };
});

function shown(markdown: string): string {
  return breaking(renderProse(markdown, { wrap: 'block' }))
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ (?=<\/?(?:p|[uo]l|li|table|thead|tbody|t[rdh]|blockquote|h\d|pre|d[ltd])\b)/g, '')
    .replaceAll(/(?<=<li>)<p>|<\/p>(?=<\/li>)/g, '')
    .trim();
}

/** How much words weigh that came, or went. */
export function levelOf(words: readonly GuardedWord[], side: Side, comparison: Comparison): Level {
  const edit = side === 'after' ? { gone: [], come: words } : { gone: words, come: [] };
  return words.length === 0 ? 'editorial' : judgeWhole(edit, comparison).level;
}

/** A text with the quotations of facts whose change is told; what it quotes may be known from its partner alone. */
export function quotedIn(said: Said, side: Side, other: Said | undefined, { restated }: WordContext): Said {
  return { text: said.text, quotes: restated.quotesIn(said, side, other) };
}

/** What became of words, sentence by sentence. */
export function wordChanges(before: Said, after: Said, context: WordContext): Draft[] {
  if (before.text === after.text) return [];
  const { comparison, pair } = context;
  const { language } = comparison.after;
  if (
    (isDateLine(before.text, language) &&
      isDateLine(after.text, language) &&
      !haveOneDate(before.text, after.text, language)) ||
    haveOtherEditions(before.text, after.text, language) ||
    areOpeningDates(before.text, after.text, comparison)
  )
    return [changedText({ rule: 'prose-date-changed', level: 'editorial' }, before.text, after.text, pair)];
  if (isMendedText(before.text, after.text))
    return [changedText(usual('prose-typo'), before.text, after.text, pair)];
  if (isOfPicture(before.text) && isOfPicture(after.text))
    return [changedText({ rule: 'prose-changed', level: 'editorial' }, before.text, after.text, pair)];
  const known = knownIn(comparison);
  const words = {
    before: readWords(quotedIn(before, 'before', after, context), known),
    after: readWords(quotedIn(after, 'after', before, context), known),
  };
  const texts = { before: before.text, after: after.text };
  const sentences = editedSentences(words);
  // Spaces are no words.
  if (sentences.length === 0)
    return [
      wordChange(usual('prose-punctuation-only'), texts, spacedExcerpts(before.text, after.text), pair),
    ];
  const isOne = sentences.length === 1;
  const drafts = sentences.flatMap((sentence) => sentenceChange(sentence, { words, texts, isOne }, context));
  return movedOnce(drafts);
}

// Of two sentences that changed places, one moved.
function movedOnce(drafts: readonly Draft[]): Draft[] {
  const told = new Set<unknown>();
  return drafts.filter(({ rule, before, after }) => {
    if (rule !== 'prose-moved') return true;
    const isTold = told.has(before);
    told.add(after);
    return !isTold;
  });
}

// Sentences each of which stands in the other version of the text as often as in its own: they changed places.
function areMoved(own: readonly string[], { words, texts }: Omit<Both, 'isOne'>): boolean {
  const [olds, news] = [sentencesIn(texts.before, words.before), sentencesIn(texts.after, words.after)];
  const countIn = (all: readonly string[], sentence: string) =>
    all.filter((other) => other === sentence).length;
  return own.every((sentence) => countIn(olds, sentence) === countIn(news, sentence));
}

function sentencesIn(text: string, words: readonly GuardedWord[]): string[] {
  const starts = words.flatMap(({ startsSentence }, at) => (at === 0 || startsSentence ? [at] : []));
  return starts.map((start, at) => slice(text, words, { start, end: starts[at + 1] ?? words.length }));
}

// A name that is new where recipients are listed is one more of them; another name for the same thing is not.
function judgeNames(verdict: Verdict, edits: readonly Changed[], { pair, comparison }: WordContext): Verdict {
  const isListed = namesList(pair.heading ?? '', comparison.after.language);
  return isListed && namesAnother(edits, comparison) ? { ...verdict, level: 'material' } : verdict;
}

// The one name that another stands in the place of, throughout.
function renameIn(
  { rule }: Verdict,
  edits: readonly Changed[],
  { comparison }: WordContext,
): Draft['renamed'] {
  if (rule !== 'prose-changed') return undefined;
  const names = edits.map(withoutArticles);
  const [first, ...others] = names.map(({ gone, come }) => ({ before: nameOf(gone), after: nameOf(come) }));
  const isOne =
    first && others.every(({ before, after }) => before === first.before && after === first.after);
  return isOne && isRenamed(names, comparison) ? first : undefined;
}

const longestSwapped = 6;

// What may and must be done, and how much, is read in its sentence.
const swapping: ReadonlySet<ChangeRule> = new Set([
  'prose-changed',
  'prose-typo',
  'prose-wording-changed',
  'prose-capitals-changed',
  'prose-punctuation-only',
]);

// The same words in the place of the same others, wherever the sentence changed; of a number alone it is the sentence.
function swapIn(
  { rule }: Verdict,
  edits: readonly Changed[],
  texts: Both['texts'],
  around: Found,
): Draft['swapped'] {
  if (!swapping.has(rule)) return undefined;
  const words = edits.flatMap(({ gone, come }) => [...gone, ...come]);
  if (!words.some(({ text }) => /\p{L}/u.test(text))) {
    const isShort = [around.before, around.after].every(({ words }) => words.length <= longestSwapped);
    return isShort ? { before: around.before.text, after: around.after.text } : undefined;
  }
  const [first, ...others] = edits.map(({ gone, come }) => ({
    before: texts.before.slice(gone[0]?.start, gone.at(-1)?.end),
    after: texts.after.slice(come[0]?.start, come.at(-1)?.end),
  }));
  const areAll = others.every(({ before, after }) => before === first?.before && after === first.after);
  const isShort = edits.every(({ gone, come }) =>
    [gone, come].every((words) => words.some(({ text }) => isWord(text)) && words.length <= longestSwapped),
  );
  return areAll && isShort && first && unquoted(first.before) !== unquoted(first.after) ? first : undefined;
}

// Another apostrophe is another mark, in whatever word.
function unquoted(text: string): string {
  return text.replaceAll(/['’"“”„«»]/g, '');
}

// "An Otter account", "a Hull account"; "the Hull Office", "Kayak".
function withoutArticles({ gone, come }: Changed): Changed {
  const startsWith = (words: readonly GuardedWord[], form: RegExp) => form.test(words[0]?.text ?? '');
  if (startsWith(gone, /^an?$/i) && startsWith(come, /^an?$/i))
    return { gone: gone.slice(1), come: come.slice(1) };
  const named = (words: readonly GuardedWord[]) => (startsWith(words, /^the$/i) ? words.slice(1) : words);
  return { gone: named(gone), come: named(come) };
}

// What else changed where something has another name throughout: that name weighs the same in each sentence, and in a list
// of recipients it may be another one.
function withoutNames(edits: readonly Changed[], { pair, comparison }: WordContext): readonly Changed[] {
  if (namesList(pair.heading ?? '', comparison.after.language)) return edits;
  const isName = (edit: Changed) =>
    [...edit.gone, ...edit.come].every(({ kind }) => kind === 'word' || kind === 'name') &&
    isRenamed([withoutArticles(edit)], comparison);
  const others = edits.filter((edit) => !isName(edit));
  return others.length > 0 ? others : edits;
}

/** Whether a text is about who receives data, or which data. */
export function namesList(heading: string, language: string): boolean {
  return hasOneOf(heading, guardWordsOf(language)?.lists);
}

/** Whether a text has one of some words. */
export function hasOneOf(text: string, words: ReadonlySet<string> | undefined): boolean {
  return text.split(/[^\p{L}\p{M}-]+/u).some((word) => words?.has(word.toLowerCase()));
}

type Both = { words: BothWords; texts: { before: string; after: string }; isOne: boolean };

function sentenceChange(
  sentence: EditedSentence,
  { words, texts, isOne }: Both,
  context: WordContext,
): Draft[] {
  const edits = changedWords(sentence, words);
  const [first, last, [said]] = [sentence[0], sentence.at(-1), edits];
  if (!said || !first || !last) return [];
  const old = { start: first.gone.start, end: last.gone.end };
  const now = { start: first.come.start, end: last.come.end };
  const isNumber = edits.every(isItemNumber);
  if (sentence.length === 1 && !isNumber && isWholeSentences(first, words)) {
    const [side, run] = now.end > now.start ? (['after', now] as const) : (['before', old] as const);
    const text = slice(texts[side], words[side], run);
    if (areMoved(sentencesIn(texts[side], words[side].slice(run.start, run.end)), { words, texts }))
      return side === 'after' ? [movedText(text, true, context.pair)] : [];
    return [wholeSentence(text, side, said, context)];
  }
  const found = {
    before: sentencesAround(texts.before, words.before, old, isNumber),
    after: sentencesAround(texts.after, words.after, now, isNumber),
  };
  const own = [found.before, found.after].flatMap((around) => sentencesIn(around.text, around.words));
  if (areMoved(own, { words, texts }))
    return [{ ...movedText(found.after.text, true, context.pair), before: found.before.text }];
  if (!context.isCell && areOthers(found, context.comparison.after.language))
    return [
      wholeSentence(found.after.text, 'after', { gone: [], come: found.after.words }, context),
      wholeSentence(found.before.text, 'before', { gone: found.before.words, come: [] }, context),
    ];
  const judged = verdictOf(sentence, withoutNames(edits, context), { words, texts, ...found }, context);
  const renamed = renameIn(judged, edits, context);
  const swapped = renamed ? undefined : swapIn(judged, edits, texts, found);
  const verdict = toldAs(judged, edits);
  // What dates a text is told without the text.
  const isAll = isOne && verdict.rule !== 'prose-date-changed';
  const marked = (side: Side) =>
    markedIn(sentence, side, isAll ? { text: texts[side], words: words[side] } : found[side]);
  const both = { before: found.before.text, after: found.after.text };
  // What a number limits stands elsewhere in its sentence.
  const isLimit = verdict.rule === 'prose-number-changed' && isShortEnough(both);
  const shown = isLimit ? both : excerpts(marked('before'), marked('after'));
  const draft = wordChange(verdict, both, shown, context.pair);
  const isFigure = areFigures(found, context);
  return [
    { ...draft, ...(renamed && { renamed }), ...(swapped && { swapped }), ...(isFigure && { isFigure }) },
  ];
}

const longestLimit = 250;

function isShortEnough({ before, after }: Both['texts']): boolean {
  return Math.max(before.length, after.length) <= longestLimit;
}

type Around = { text: string; words: readonly GuardedWord[]; run?: Run };

// Where a sentence changed, in its text or in what is around it.
function markedIn(sentence: EditedSentence, side: Side, { text, words, run }: Around) {
  const runs = sentence.map(({ gone, come }) => (side === 'before' ? gone : come));
  const by = run ? run.start - (runs[0]?.start ?? 0) : 0;
  const places = runs.map(({ start, end }) => ({ start: start + by, end: end + by }));
  return {
    text,
    words,
    run: { start: places[0]?.start ?? 0, end: places.at(-1)?.end ?? 0 },
    places,
  };
}

// How much, how many and whether at will: what decides, and is told by no words such as may, must or not.
const ofReach =
  /^(?:any|all|always|fewer|optional|voluntary|mandatory|more|less|than|at|least|most|up|to|opt|in|out|opt-(?:in|out)s?|all(?:e[nrs]?)|jegliche[mnrs]?|stets|immer|mindestens|höchstens|frühestens|spätestens|freiwillig|tou(?:te?s?|s|jours)|tod[ao]s?|siempre|tutt[aeio]|sempre|altijd)$/i;

// "Without undue delay" says how soon.
function decides({ kind, text }: GuardedWord, next: GuardedWord | undefined): boolean {
  const isPace = /^without$/i.test(text) && /^(?:undue|unreasonable|delay)$/i.test(next?.text ?? '');
  return kind === 'duty' && !ofReach.test(text) && !isPace;
}

function toldAs({ rule, level }: Verdict, edits: readonly Changed[]): Verdict {
  const isTold =
    (rule !== 'prose-obligation-changed' || touchesDecisions(edits)) &&
    (rule !== 'prose-number-changed' || touchesCounts(edits)) &&
    !(ofOneKind.has(rule) && level === 'material' && edits.some(touchesConcern));
  return { rule: isTold ? rule : 'prose-changed', level };
}

// What else of weight came or went with such words, the words that tell them would leave out.
const ofOneKind: ReadonlySet<ChangeRule> = new Set(['prose-obligation-changed', 'prose-number-changed']);

function touchesDecisions(edits: readonly Changed[]): boolean {
  const [old, now] = (['gone', 'come'] as const).map((side) =>
    edits
      .flatMap((edit) => edit[side].filter((word, at) => decides(word, edit[side][at + 1])))
      .map(({ text }) => text.toLowerCase()),
  );
  return !isEqual(old?.sort(), now?.sort());
}

// "Promptly" is no period, unless it stands in the place of one.
function touchesCounts(edits: readonly Changed[]): boolean {
  const has = (side: 'gone' | 'come', kinds: readonly GuardedWord['kind'][]) =>
    edits.some((edit) => edit[side].some(({ kind }) => kinds.includes(kind)));
  const isCounted = (['gone', 'come'] as const).some((side) => has(side, ['number', 'unit', 'stamp']));
  return isCounted || (has('gone', ['pace']) && has('come', ['pace']));
}

type Found = Record<Side, { text: string; words: readonly GuardedWord[] }>;

function verdictOf(
  sentence: EditedSentence,
  edits: readonly Changed[],
  { words, texts, before, after }: Omit<Both, 'isOne'> & Found,
  context: WordContext,
): Verdict {
  const around = { before: before.words, after: after.words };
  const { language } = context.comparison.after;
  const judged =
    areElsewhere(sentence, { words, texts }, context) || isTurned(before.words, after.words)
      ? ({ rule: 'prose-changed', level: 'editorial' } as const)
      : judgeSentence(edits, around, context.comparison);
  const isEntryDate = context.isEntry && judged.rule === 'prose-date-changed' && isDateAlone(around, context);
  if (isEntryDate) return { rule: 'prose-number-changed', level: 'material' };
  if (areFigures({ before, after }, context) && judged.level === 'material')
    return { ...judged, level: 'review' };
  const named = judgeNames(context.label ? judgeLabel(judged, edits, context.label) : judged, edits, context);
  // Under "Prohibited goods" or "What we collect" one thing more or less is forbidden, or collected.
  const guard = guardWordsOf(language);
  const isOfList = [guard?.duties, guard?.leads].some((words) => hasOneOf(context.pair.heading ?? '', words));
  const isAnother = isOfList && edits.some((edit) => listsAnother(edit, language));
  const isOfData = context.isOfData && named.rule === 'prose-changed' && newsOf(edits, language).length > 0;
  const isOther =
    context.isBound &&
    named.rule === 'prose-changed' &&
    [around.before, around.after].every(isEntry) &&
    edits.some(({ gone, come }) => [...gone, ...come].some(tells));
  return (isAnother || isOfData || isOther) && named.level === 'review'
    ? { ...named, level: 'material' }
    : named;
}

const longestEntry = 8;

const shortestClause = 3;

// "If you ask, we delete it" for "we delete it if you ask": two clauses, with a comma between them, changed places.
function isTurned(before: readonly GuardedWord[], after: readonly GuardedWord[]): boolean {
  const wordsIn = (words: readonly GuardedWord[]) =>
    words.flatMap(({ text }) => (isWord(text) ? [text.toLowerCase()] : []));
  const [old, now] = [wordsIn(before), wordsIn(after)];
  if (old.length !== now.length || old.length < 2 * shortestClause) return false;
  const isCutAt = (words: readonly GuardedWord[], count: number) =>
    words.some(({ text }, at) => text === ',' && wordsIn(words.slice(0, at)).length === count);
  const most = old.length - shortestClause;
  return old.some((_, at) => {
    const isClause = at >= shortestClause && at <= most && old[at] === now[0];
    return (
      isClause &&
      isEqual([...old.slice(at), ...old.slice(0, at)], now) &&
      (isCutAt(before, at) || isCutAt(after, old.length - at))
    );
  });
}

// "Barn owl": below "Forbidden animals" another one is.
function isEntry(words: readonly GuardedWord[]): boolean {
  return words.filter(({ text }) => isWord(text)).length <= longestEntry;
}

// "Scops", and not "other".
function tells({ kind, text }: GuardedWord): boolean {
  return kind === 'word' && text.length >= shortestTelling;
}

// "98,067.79" by itself is a figure of nothing that is named.
function areFigures({ before, after }: Record<Side, Found[Side]>, { label }: WordContext): boolean {
  return (
    label === 'heading' && [...before.words, ...after.words].every(({ text }) => /^[\p{N}.,]+$/u.test(text))
  );
}

function isDateAlone(
  { before, after }: Record<Side, readonly GuardedWord[]>,
  { comparison }: WordContext,
): boolean {
  const { language } = comparison.after;
  return [...before, ...after].every(({ text }) => !isWord(text) || isOfDate(text, language));
}

function wholeSentence(text: string, side: Side, said: Changed, { comparison, pair }: WordContext): Draft {
  const level = isIdle(text, side, comparison) ? 'editorial' : judgeWhole(said, comparison).level;
  return (side === 'after' ? addedText : removedText)(text, text, level, pair);
}

const fewestTelling = 4;
const shortestTelling = 5;

const leastShared = 1 / 4;

// Two sentences that share few words which tell what they are about, or no word at all where one alone dates the text: the
// one is not what the other became.
function areOthers({ before, after }: Found, language: string): boolean {
  const isDated = isDateLine(before.text, language) !== isDateLine(after.text, language);
  if (isDated && !haveOneWord(before.words, after.words, language)) return true;
  const idle = guardWordsOf(language)?.small.idle;
  const [old, now] = [before, after].map(({ words }) => {
    const own = words.map(({ text }) => text.toLowerCase());
    return new Set(own.filter((word) => !idle?.has(word)).flatMap(tellingPart));
  });
  if (!old || !now || Math.max(old.size, now.size) < fewestTelling) return false;
  const shared = [...old].filter((word) => now.has(word)).length;
  return (
    shared === 0 ||
    (Math.min(old.size, now.size) >= fewestTelling && shared <= leastShared * Math.min(old.size, now.size))
  );
}

// What two forms of a word have in common; two characters say as much where each is a syllable or a word.
function tellingPart(word: string): string[] {
  const [syllables] = /^[\p{sc=Han}\p{sc=Katakana}\p{sc=Hangul}ー]{2}/u.exec(word) ?? [];
  if (syllables) return [syllables];
  return word.length >= shortestTelling ? [word.slice(0, shortestTelling)] : [];
}

// Beside the dates: "Effective date:" and "Effective date: 7 August" are one line.
function haveOneWord(
  before: readonly GuardedWord[],
  after: readonly GuardedWord[],
  language: string,
): boolean {
  const others = new Set(after.map(({ text }) => text.toLowerCase()));
  return before.some(
    ({ text }) => isWord(text) && !isOfDate(text, language) && others.has(text.toLowerCase()),
  );
}

// A title that a text began with, or words that another text now has: nothing but how texts are divided is another.
function areElsewhere(
  sentence: EditedSentence,
  { words, texts }: Omit<Both, 'isOne'>,
  { comparison }: WordContext,
): boolean {
  return sentence.every(({ gone, come }) => {
    const [went, came] = [gone.end > gone.start, come.end > come.start];
    if (went === came) return false;
    return came
      ? isStillThere(slice(texts.after, words.after, come), 'after', comparison)
      : isStillThere(slice(texts.before, words.before, gone), 'before', comparison);
  });
}

type Run = { start: number; end: number };

function slice(text: string, words: readonly GuardedWord[], { start, end }: Run): string {
  return text.slice(words[start]?.start ?? 0, words[end - 1]?.end ?? 0);
}

// A number that an item begins with stands as a sentence before that of the item.
function isItemNumber({ gone, come }: Changed): boolean {
  const words = [...gone, ...come];
  return (
    words.some(({ kind }) => kind === 'ordinal') &&
    words.every(({ kind, text }) => kind === 'ordinal' || !isWord(text))
  );
}

// The sentences that hold a run of words, and the run in them; with the number of an item the sentence it is of.
function sentencesAround(text: string, words: readonly GuardedWord[], { start, end }: Run, isNumber = false) {
  let from = Math.min(start, words.length - 1);
  while (from > 0 && !words[from]?.startsSentence) from--;
  const endAfter = (word: number) => {
    const next = words.findIndex(({ startsSentence }, index) => index > word && startsSentence);
    return next < 0 ? words.length : next;
  };
  const last = endAfter(Math.max(end, from + 1) - 1);
  const to = isNumber && end > start && last < words.length ? endAfter(last) : last;
  const offset = words[from]?.start ?? 0;
  const inside = words
    .slice(from, to)
    .map((word) => ({ ...word, start: word.start - offset, end: word.end - offset }));
  return {
    text: slice(text, words, { start: from, end: to }),
    words: inside,
    run: { start: start - from, end: end - from },
  };
}
