import { makeMemory, oncePer } from '../../memory.ts';
import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { isWord, makeTokenize } from '../../text/tokens.ts';
import { baseLanguage } from '../../words/base-language.ts';
import { binds } from './binding.ts';
import type { Comparison } from './change.ts';
import { type ChangeRule, changeRules, type Level } from './change-rules.ts';
import { isChrome } from './chrome.ts';
import { isPartNumber } from './cited.ts';
import { haveOneDate, isOfDate } from './date-line.ts';
import { guardWordsOf } from './guard-words.ts';
import type { GuardedWord } from './guarded-words.ts';
import { areOfOneCompany } from './link-change.ts';
import { partyWord } from './parties.ts';
import { isAnnouncement, isPointer } from './pointer.ts';
import { pointerWordsOf } from './pointer-words.ts';
import { isSaidAsBefore, isSameButForm, newsIn } from './small-words.ts';
import { isAccented, isMisspelling, isMistaken, isNearMiss, isVariant } from './spelling.ts';
import type { BothWords, EditedSentence, Run } from './word-edits.ts';

// What a change of words comes to. The guard: nothing that touches a number, a modal, a negation, a quantifier or a
// defined term is ever editorial. Without a list of such words for a language nothing but punctuation is.

/** What a change of words is, and how much it weighs. */
export type Verdict = { rule: ChangeRule; level: Level };

/** The words that went and came at one place, without those of a fact that is told by itself. */
export type Changed = {
  gone: readonly GuardedWord[];
  come: readonly GuardedWord[];
  /** Whether the same words stand right beside them: "the the". */
  isRepeat?: boolean;
};

/** The words of edits that are told together; nothing where all of it is facts that are told. */
export function changedWords(sentence: EditedSentence, { before, after }: BothWords): Changed[] {
  const edits = sentence.map(({ gone, come }) => ({
    gone: before.slice(gone.start, gone.end),
    come: after.slice(come.start, come.end),
    isRepeat: (isEmpty(come) && isRepeated(before, gone)) || (isEmpty(gone) && isRepeated(after, come)),
  }));
  const quotedIn = (side: 'gone' | 'come') =>
    new Set(edits.flatMap((edit) => edit[side].flatMap(({ quote }) => quote ?? [])));
  const quoted = { gone: quotedIn('gone'), come: quotedIn('come') };
  const isTold = ({ quote }: GuardedWord) =>
    quote !== undefined && quoted.gone.has(quote) && quoted.come.has(quote);
  return edits
    .map(({ gone, come, isRepeat }) => ({
      isRepeat,
      gone: gone.filter((word) => !isTold(word)),
      come: come.filter((word) => !isTold(word)),
    }))
    .filter(({ gone, come }) => gone.length + come.length > 0);
}

function isEmpty({ start, end }: Run): boolean {
  return start === end;
}

// Words that decide are not said twice by a slip.
function isRepeated(words: readonly GuardedWord[], { start, end }: Run): boolean {
  const length = end - start;
  const own = words.slice(start, end);
  const isSame = (from: number) =>
    from >= 0 && own.every(({ text }, at) => words[from + at]?.text.toLowerCase() === text.toLowerCase());
  return own.every(({ kind }) => kind === 'word') && (isSame(start - length) || isSame(end));
}

/** Judges words that went and words that came. */
export function judge(edits: readonly Changed[], comparison: Comparison): Verdict {
  const words = edits.flatMap(({ gone, come }) => [...gone, ...come]);
  if (words.length === 0) return usual('whitespace-only');
  const others = edits.filter(
    ({ gone, come }) =>
      !isSaidAsBefore(gone, come, comparison.after.language) && !isStamp([...gone, ...come]),
  );
  if (others.some(touchesDuty)) return usual('prose-obligation-changed');
  const numbers = others.filter(touchesNumber);
  if (numbers.length > 0)
    return { rule: 'prose-number-changed', level: numbers.some(changesNumber) ? 'material' : 'review' };
  if (others.some((edit) => touchesConcern(edit) || turnsAround(edit, comparison)))
    return { rule: 'prose-changed', level: 'material' };
  return slip(edits, comparison) ?? usual('prose-changed');
}

/**
 * Judges words that came or went as whole sentences: what only points to another text says nothing; who agrees to
 * something, who is a party and what is done with data matters, though no word of it decides inside a sentence.
 */
export function judgeWhole(edit: Changed, comparison: Comparison): Verdict {
  const words = [...edit.gone, ...edit.come];
  const { language } = comparison.after;
  if (isPointer(words, language)) return { rule: 'prose-changed', level: 'editorial' };
  const verdict = judge([edit], comparison);
  if (areQuestions(words)) return { rule: 'prose-changed', level: 'editorial' };
  if (verdict.level !== 'editorial' && isAnnouncement(words, language))
    return { ...verdict, level: verdict.level === 'material' ? 'review' : 'editorial' };
  const isTold = binds(words, language) || usesAnother(edit, comparison);
  return verdict.level === 'review' && isTold ? { ...verdict, level: 'material' } : verdict;
}

// "What may I post? Who sees it?": a question promises nothing.
function areQuestions(words: readonly GuardedWord[]): boolean {
  const ends = words.filter((_, at) => words[at + 1]?.startsSentence ?? true);
  return ends.length > 0 && ends.every(({ text }) => text === '?');
}

// "Kelp uses Slack for messages": somebody who was named nowhere gets to see something.
function usesAnother(edit: Changed, comparison: Comparison): boolean {
  const handling = guardWordsOf(comparison.after.language)?.whole.handling;
  return edit.come.some(({ text }) => handling?.has(text.toLowerCase())) && namesAnother([edit], comparison);
}

const fewestNews = 4;

/**
 * Judges an edited sentence: another company or country in it is another party or reach; and where it says what may, must
 * or will be done, many other words say something else of that, even if none of them decides by itself. `before` and `after` are all words of the sentence.
 */
export function judgeSentence(
  edits: readonly Changed[],
  sentence: Sentence,
  comparison: Comparison,
): Verdict {
  const judged = judge(edits, comparison);
  const { language } = comparison.after;
  const verdict = isOfNumbers(judged, edits, language)
    ? judged
    : { ...judged, rule: 'prose-changed' as const };
  if (verdict.rule === 'prose-number-changed' && datesPointer(edits, sentence, language))
    return usual('prose-date-changed');
  if (verdict.level !== 'review') return verdict;
  // With a company its address is another, whose numbers count nothing.
  if (verdict.rule === 'prose-number-changed' && edits.some(replacesCompany))
    return { rule: 'prose-changed', level: 'material' };
  // "CloudKelp EC2" and "Cloud KelpEC2", "Fees7." and "Fees 7.": only spaces came or went, whichever words were taken for partners.
  const isCounted = verdict.rule === 'prose-number-changed';
  if (piecesOf(sentence.before, isCounted) === piecesOf(sentence.after, isCounted))
    return usual('prose-punctuation-only');
  if (verdict.rule !== 'prose-changed') return verdict;
  if (callsItself(sentence.before, language) === callsItself(sentence.after, language))
    return usual('prose-wording-changed');
  const arePointers = [sentence.before, sentence.after].every((words) => isPointer(words, language));
  const isOther = edits.some((edit) => namesSomething(edit) || leadsToAnother(edit, comparison));
  if (arePointers && !isOther) return { rule: 'prose-changed', level: 'editorial' };
  if (disclaims(sentence.before) && disclaims(sentence.after)) return verdict;
  const both = [sentence.before, sentence.after];
  const isOwed = both.every((words) => words.some(({ kind }) => kind === 'duty' || kind === 'unit'));
  const isBound = isOwed || both.every((words) => binds(words, language));
  const said = edits.filter((edit) => !edit.isRepeat && slipOf(edit, comparison)?.level !== 'editorial');
  const isAnother =
    edits.some((edit) => touchesParty(edit) || touchesPrice(edit) || losesSentence(edit, language)) ||
    (edits.some(namesAnotherPlace) && sentence.after.some(({ text }) => courts.test(text))) ||
    (isOwed && newsOf(said, language).length >= fewestNews) ||
    (isBound && edits.some((edit) => listsAnother(edit, language) || replacesName(edit, language)));
  return isAnother ? { ...verdict, level: 'material' } : verdict;
}

const tied = /^(?:affiliated|endorsed|sponsored|affiliiert|affilié(?:e?s?)|affiliat[aio]|afiliad[ao]s?)$/i;

// "We are not affiliated with Hull or endorsed by it": nobody is bound or allowed anything by it.
function disclaims(words: readonly GuardedWord[]): boolean {
  const at = words.findIndex(({ text }) => tied.test(text));
  return words.slice(Math.max(0, at - 2), Math.max(0, at)).some(({ kind }) => kind === 'duty');
}

const itself = /^(?:this|these|diese[mnrs]?|cette|ce|esta|este|questa|questo|deze|dit)$/i;
const longestName = 4;

// "This Privacy Notice" and "this document" are this text: the words of a sentence without what the text is called.
function callsItself(words: readonly GuardedWord[], language: string): string {
  const texts = guardWordsOf(language)?.documents;
  const isOfText = ({ text }: GuardedWord) =>
    texts?.has(text.toLowerCase()) || /^dokument|^documento?$/i.test(text);
  const rest = words.filter((_, at) => {
    const from = words.slice(0, at).findLastIndex(({ text }) => itself.test(text));
    const end = words.findIndex((word, to) => to > from && isOfText(word));
    const isNamed = from >= 0 && end >= at && end - from <= longestName;
    return !(isNamed && words.slice(from + 1, end).every(({ text }) => isCapital(text)));
  });
  return textOf(rest);
}

// Of a number that is to be reviewed: whether it is most of what differs, and no sentence went with it.
function isOfNumbers({ rule, level }: Verdict, edits: readonly Changed[], language: string): boolean {
  if (rule !== 'prose-number-changed' || level !== 'review') return true;
  const isOther = ({ kind }: GuardedWord) => !countKinds.has(kind) && kind !== 'cite';
  const others = edits.map(({ gone, come }) => ({ gone: gone.filter(isOther), come: come.filter(isOther) }));
  return newsOf(others, language).length < fewestNews && !edits.some((edit) => losesSentence(edit, language));
}

// Of the words that went a whole sentence that binds somebody, in whose place none stands.
function losesSentence({ gone, come }: Changed, language: string): boolean {
  const countIn = (words: readonly GuardedWord[]) =>
    words.filter(({ startsSentence }) => startsSentence).length;
  const last = gone.slice(gone.findLastIndex(({ startsSentence }) => startsSentence));
  return come.length > 0 && countIn(gone) > countIn(come) && binds(last, language);
}

// "See the terms effective before 3 May": from which day on they are others is told elsewhere.
function datesPointer(edits: readonly Changed[], { before, after }: Sentence, language: string): boolean {
  const words = edits.flatMap(({ gone, come }) => [...gone, ...come]);
  const areDates = words.every(({ text }) => !isWord(text) || isOfDate(text, language));
  return areDates && [before, after].every((own) => isDated(own, language) && isPointer(own, language));
}

function isDated(words: readonly GuardedWord[], language: string): boolean {
  const texts = guardWordsOf(language)?.documents;
  const starts = guardWordsOf(language)?.starts;
  return [texts, starts].every((some) => words.some(({ text }) => some?.has(text.toLowerCase())));
}

// "Kept at Kelp" became "kept at Hull", and "our Terms" "our Rules of Use": another one has it, or is to be followed. "Our Policy"
// may be called "our Notice".
function replacesName({ gone, come }: Changed, language: string): boolean {
  // In German all that has a name begins with a capital.
  if (baseLanguage(language) === 'de') return false;
  const texts = pointerWordsOf(language)?.texts;
  const [old = [], now = []] = [gone, come].map((words) =>
    words.filter(isNaming).map(({ text }) => text.toLowerCase()),
  );
  const stems = new Set(old.map((word) => word.slice(0, stemLength)));
  const isOtherKind =
    [...old, ...now].every((word) => texts?.has(word)) && newsOf([{ gone, come }], language).length === 0;
  return (
    old.length > 0 &&
    now.length > 0 &&
    !isOtherKind &&
    !now.some((word) => stems.has(word.slice(0, stemLength)))
  );
}

function isNaming({ kind, text, startsSentence, isQuoted }: GuardedWord): boolean {
  return (kind === 'word' || kind === 'name') && isCapital(text) && !startsSentence && !isQuoted;
}

const free =
  /^(?:free|kostenlos|kostenfrei|unentgeltlich|kostenpflichtig|gratuit|gratis|grátis|kosteloos|kosteloze|payant)(?:e[nrs]?|[aio]|[ao]?s)?$/i;

// "Free accounts": whether something costs nothing; who feels free pays no less.
function touchesPrice({ gone, come }: Changed): boolean {
  const [old, now] = [gone, come].map((words) =>
    words
      .filter(({ text }, at) => free.test(text) && words[at - 1]?.text.toLowerCase() !== 'feel')
      .map(({ text }) => text.toLowerCase().slice(0, stemLength))
      .join(),
  );
  return old !== now;
}

const courts =
  /^(?:courts?|tribun(?:al(?:s|es|i)?|aux|ais)|gerichte?n?|gerichtsstand|juzgados|foro|rechtbank(?:en)?|rechter)$/i;

// "The courts of Berlin": those of another place.
function namesAnotherPlace({ gone, come }: Changed): boolean {
  return [gone, come].every((words) =>
    words.some(({ kind, text, startsSentence }) => kind === 'word' && isCapital(text) && !startsSentence),
  );
}

/** A word that joins what is listed. */
export const joining = /^(?:and|or|and\/or|und|oder|sowie|et|ou|y|o|e|en|of)$/i;

/** Whether one thing more or less is named beside others: of what is not allowed, or is owed, "no nudity, violence or hate". */
export function listsAnother({ gone, come }: Changed, language: string): boolean {
  if (gone.length > 0 && come.length > 0) return false;
  const words = [...gone, ...come];
  const isJoined = words.some(({ text }) => text === ',' || joining.test(text));
  const isNamed = words.some(({ kind, text }) => (kind === 'word' || kind === 'name') && isCapital(text));
  return isJoined && (isNamed || newsOf([{ gone, come }], language).length > 0);
}

// What a sentence points to is another thing where its name is, or where people are to write to or to call.
function namesSomething({ gone, come }: Changed): boolean {
  return [...gone, ...come].some(
    ({ kind, text, startsSentence }) => kind === 'contact' || (isCapital(text) && !startsSentence),
  );
}

/** The words that edits brought or took, without those that only changed their form or place. */
export function newsOf(edits: readonly Changed[], language: string): string[] {
  const [old, now] = [
    newsIn(
      edits.flatMap(({ gone }) => gone),
      language,
    ),
    newsIn(
      edits.flatMap(({ come }) => come),
      language,
    ),
  ];
  return [...[...old].filter((word) => !now.has(word)), ...[...now].filter((word) => !old.has(word))];
}

/**
 * A text that is no sentence: a heading, one that only names something, what a link is called, that where it only names
 * something, or below "Related articles".
 */
export type Label = 'heading' | 'name' | 'link' | 'title' | 'menu';

/** Judges a label that became another: alone it promises nothing, though a heading may name another party. */
export function judgeLabel(verdict: Verdict, edits: readonly Changed[], label: Label): Verdict {
  if (label === 'menu') return { rule: 'prose-changed', level: 'editorial' };
  if (verdict.rule === 'prose-capitals-changed') return { ...verdict, level: 'editorial' };
  const isLink = label === 'link' || label === 'title';
  const isTold = verdict.rule === 'prose-changed' || (isLink && verdict.rule === 'prose-number-changed');
  if (!isTold || verdict.level === 'editorial') return verdict;
  const isTitle = (label === 'title' || label === 'name') && verdict.rule === 'prose-changed';
  if (isTitle && !edits.some(({ gone, come }) => saysMore([...gone, ...come])))
    return { ...verdict, level: 'editorial' };
  return isLink || !edits.some(touchesParty) ? { ...verdict, level: 'review' } : verdict;
}

const tellingInTitles: ReadonlySet<GuardedWord['kind']> = new Set([
  'duty',
  'concern',
  'unit',
  'pace',
  'company',
  'country',
]);

/** Whether the title of another page says something of what is done with data, or of what is allowed: "Do not sell my data". */
export function saysMore(words: readonly GuardedWord[]): boolean {
  return words.some(({ kind }) => tellingInTitles.has(kind));
}

type Sentence = { before: readonly GuardedWord[]; after: readonly GuardedWord[] };

function usual(rule: ChangeRule): Verdict {
  return { rule, level: changeRules[rule].level };
}

function touchesDuty({ gone, come }: Changed): boolean {
  return [...gone, ...come].some(({ kind }) => kind === 'duty');
}

function isStamp(words: readonly GuardedWord[]): boolean {
  return words.some(isOfStamp) && words.every((word) => isOfStamp(word) || !isWord(word.text));
}

function isOfStamp({ kind }: GuardedWord): boolean {
  return kind === 'stamp';
}

// Another company in the place of one, or a country that came or went.
function touchesParty(edit: Changed): boolean {
  return replacesCompany(edit) || named(edit.gone, 'country') !== named(edit.come, 'country');
}

function replacesCompany({ gone, come }: Changed): boolean {
  const [old, now] = [named(gone, 'company'), named(come, 'company')];
  if (old !== '' && now !== '') return old !== now;
  const company = old || now;
  return (
    company !== '' && sitesIn(old === '' ? gone : come).some((site) => !company.split(',').includes(site))
  );
}

// What sites are called without their last part: "matrix" of "Matrix.org".
function sitesIn(words: readonly GuardedWord[]): string[] {
  return words.flatMap(({ kind, text }) =>
    kind === 'name' ? (/^([\p{L}\p{N}-]+)\.\p{Ll}{2,6}$/u.exec(text)?.[1]?.toLowerCase() ?? []) : [],
  );
}

function named(words: readonly GuardedWord[], party: 'company' | 'country'): string {
  return [...new Set(words.flatMap(({ kind, text }) => (kind === party ? [partyWord(text)] : [])))]
    .sort()
    .join();
}

const stemLength = 4;

/** Whether what is done with data or money is another: "we share" that became "our sharing" is not. */
export function touchesConcern({ gone, come }: Changed): boolean {
  const [old, now] = [gone, come].map((words) =>
    words.flatMap(({ kind, text }) => (kind === 'concern' ? [text.toLowerCase().slice(0, stemLength)] : [])),
  );
  return [...new Set(old)].sort().join() !== [...new Set(now)].sort().join();
}

// A word that became its opposite.
function turnsAround({ gone, come }: Changed, { after }: Comparison): boolean {
  const [olds, news] = [gone, come].map((words) => words.map(({ text }) => text.toLowerCase()));
  return (guardWordsOf(after.language)?.opposites ?? []).some((some) => {
    const [old, now] = [olds, news].map((words) => words?.filter((word) => some.has(word)).join() ?? '');
    return old !== '' && now !== '' && old !== now;
  });
}

const countKinds: ReadonlySet<GuardedWord['kind']> = new Set(['number', 'unit', 'pace']);

function touchesNumber({ gone, come }: Changed): boolean {
  return [...gone, ...come].some(({ kind }) => countKinds.has(kind));
}

// A number for another one; or one that came or went and counts something.
function changesNumber({ gone, come }: Changed): boolean {
  const counts = (words: readonly GuardedWord[]) => words.some(({ kind }) => countKinds.has(kind));
  const isFirm = ({ kind, isBound }: GuardedWord) => kind === 'pace' || (countKinds.has(kind) && isBound);
  return (counts(gone) && counts(come)) || [...gone, ...come].some(isFirm);
}

// What changes nothing that is said, if every edit is such.
function slip(edits: readonly Changed[], comparison: Comparison): Verdict | undefined {
  const rules = withAddresses(edits).map((edit) => slipOf(edit, comparison));
  const [worst] = slipOrder.filter((rule) => rules.some((found) => found?.rule === rule));
  const isReviewed = rules.some((found) => found?.level === 'review');
  if (!worst || rules.some((found) => found === undefined)) return undefined;
  // With the number of an item, too, nothing else alone is another.
  const isAlone = !alone.has(worst) || rules.every((found) => found?.rule !== 'prose-renumbered');
  return { rule: isAlone ? worst : 'prose-changed', level: isReviewed ? 'review' : 'editorial' };
}

const alone: ReadonlySet<ChangeRule> = new Set([
  'prose-wording-changed',
  'prose-typo',
  'prose-capitals-changed',
]);

// Of an address that became another, some words are the same: the rest is read as one.
function withAddresses(edits: readonly Changed[]): readonly Changed[] {
  const isPlace = ({ gone, come }: Changed) =>
    [...gone, ...come].every(({ kind, text }) => kind === 'address' || !isWord(text));
  const [places, others] = [edits.filter(isPlace), edits.filter((edit) => !isPlace(edit))];
  if (places.length < 2) return edits;
  const words = (side: 'gone' | 'come') => places.flatMap((edit) => edit[side]);
  return [...others, { gone: words('gone'), come: words('come') }];
}

const slipOrder = [
  'prose-changed',
  'prose-wording-changed',
  'prose-typo',
  'prose-capitals-changed',
  'prose-renumbered',
  'prose-punctuation-only',
  'prose-date-changed',
] as const satisfies readonly ChangeRule[];

function slipOf({ gone, come, isRepeat }: Changed, comparison: Comparison): Verdict | undefined {
  const { language } = comparison.after;
  const words = [...gone, ...come];
  if (isStamp(words)) {
    if (startsOtherwise({ gone, come }, language)) return undefined;
    // A date that came or went is not another date, nor are the words beside it.
    const isDated = (own: readonly GuardedWord[]) => own.some(({ text }) => isOfDate(text, language));
    return isDated(gone) && isDated(come) && !haveOneDate(textOf(gone), textOf(come), language)
      ? usual('prose-date-changed')
      : { rule: 'prose-changed', level: 'editorial' };
  }
  if (isRepeat && !words.some(({ text }) => wordsOf(comparison).terms.has(text.toLowerCase())))
    return usual('prose-wording-changed');
  if (words.every(({ kind }) => kind === 'ordinal')) return usual('prose-renumbered');
  if (words.some(({ kind }) => kind === 'ordinal')) return undefined;
  if (isCitedOtherwise(gone, come)) return usual('prose-renumbered');
  if (!words.some(({ text }) => isWord(text))) return usual('prose-punctuation-only');
  const [old, now] = [lettersOf(gone), lettersOf(come)];
  if (old === now) return usual('prose-punctuation-only');
  // Without a list of words, a capital and a letter may be what decides.
  if (!guardWordsOf(language)) return undefined;
  if (old.toLowerCase() === now.toLowerCase())
    return { ...usual('prose-capitals-changed'), ...(isDefined(words, comparison) && { level: 'review' }) };
  if (isTypo(gone, come, comparison)) return usual('prose-typo');
  if (isChrome(`${textOf(gone)} ${textOf(come)}`, language))
    return { rule: 'prose-changed', level: 'editorial' };
  // An address is no small word, even if only `http` became `https` in it.
  if (isMoved(gone, come))
    return leadsToAnother({ gone, come }, comparison)
      ? undefined
      : { rule: 'prose-changed', level: 'editorial' };
  const isSame = isSaidAsBefore(gone, come, language) || isSameButForm(gone, come, language);
  if (isSame) return usual('prose-wording-changed');
  const isIdle = isAll(words, 'source') || isAll(words, 'tally') || isAside(gone, come, language);
  return isIdle ? { rule: 'prose-changed', level: 'editorial' } : undefined;
}

// "Last updated" became "Effective": the day from which a text binds is another, or said for the first time.
function startsOtherwise({ gone, come }: Changed, language: string): boolean {
  const starts = guardWordsOf(language)?.starts;
  const [old, now] = [gone, come].map((words) => words.some(({ text }) => starts?.has(text.toLowerCase())));
  return gone.length > 0 && come.length > 0 && old !== now;
}

// "Section 4" became "Section 3 (Liability)": as many parts are cited as before.
function isCitedOtherwise(gone: Changed['gone'], come: Changed['come']): boolean {
  const words = [...gone, ...come];
  const areCites =
    words.some(({ kind }) => kind === 'cite') &&
    words.every(({ kind, text }) => kind === 'cite' || !isWord(text));
  const [old, now] = [gone, come].map((words) => words.filter(({ text }) => isPartNumber(text)).length);
  return areCites && old === now;
}

const year = /(?<!\d)(?:19|20)\d\d(?!\d)/;

// The address of a page in the place of another: the same one is found elsewhere. What has a year in it may be another text.
function isMoved(gone: Changed['gone'], come: Changed['come']): boolean {
  const isFound = (words: readonly GuardedWord[]) =>
    words.some(({ kind }) => kind === 'address') &&
    words.every(({ kind, text }) => (kind === 'address' && !year.test(text)) || !isWord(text));
  const isShown = (words: readonly GuardedWord[]) =>
    words.every(({ kind, text }) => (kind === 'contact' && text.includes('@')) || !isWord(text));
  const isHidden = (words: readonly GuardedWord[]) => isFound(words) && /email.protected/.test(textOf(words));
  return (
    (isFound(gone) && isFound(come)) ||
    (isHidden(gone) && isShown(come)) ||
    (isShown(gone) && isHidden(come)) ||
    (isShown(gone) && isShown(come) && boxIn(gone) === boxIn(come))
  );
}

// "privacy" of "privacy@kelp.example".
function boxIn(words: readonly GuardedWord[]): string {
  return /\S+(?=@)/.exec(textOf(words))?.[0].toLowerCase() ?? '';
}

// An address of another company, as of another authority to complain to.
function leadsToAnother({ gone, come }: Changed, comparison: Comparison): boolean {
  return !areOfOneCompany(hostIn(gone), hostIn(come), comparison);
}

// The site of an address that words spell out: "https://kelp.example/a", "dpo@kelp.example".
function hostIn(words: readonly GuardedWord[]): string {
  const form = /^(?:\S*@|https?:\/\/)?((?:[\p{L}\p{N}_-]+\.)+\p{Ll}{2,})(?=[/?#:]|$)/iu;
  return words.flatMap(({ text }) => form.exec(text)?.[1] ?? [])[0] ?? '';
}

// Source that nobody was to see, or what a page counts.
function isAll(words: readonly GuardedWord[], kind: GuardedWord['kind']): boolean {
  return (
    words.some((word) => word.kind === kind) &&
    words.every((word) => word.kind === kind || !isWord(word.text))
  );
}

const shortestAside = 4;

// "(see our help pages)": what only points to another text came or went.
function isAside(gone: Changed['gone'], come: Changed['come'], language: string): boolean {
  if (gone.length > 0 && come.length > 0) return false;
  const words = [...gone, ...come];
  const isApart = /^(?:\p{Lu}|\()/u.test(words[0]?.text ?? '');
  return isApart && words.length >= shortestAside && isPointer(words, language);
}

// A hyphen, an apostrophe and a space make no other word, nor does a program that draws “(c)” as a sign.
function lettersOf(words: readonly GuardedWord[]): string {
  const letters = (text: string) => text.replace('©', 'c').replaceAll(/[^\p{L}\p{M}\p{N}]/gu, '');
  return words.map(({ text }) => letters(text)).join('');
}

// The letters of words, and where figures count each figure by itself: "1 2" is not "12".
function piecesOf(words: readonly GuardedWord[], isCounted: boolean): string {
  if (!isCounted) return lettersOf(words);
  const pieces = words.map(({ text }) => text.match(/\p{L}+|\p{N}+|[^\p{L}\p{N}]+/gu)?.join(' ') ?? '');
  return pieces.join(' ');
}

function isTypo(gone: Changed['gone'], come: Changed['come'], comparison: Comparison): boolean {
  const { language } = comparison.after;
  if (isMistaken(textOf(gone), textOf(come), language)) return true;
  const [one, ...moreGone] = gone.filter(({ text }) => isWord(text));
  const [other, ...moreCome] = come.filter(({ text }) => isWord(text));
  if (!one || !other || moreGone.length + moreCome.length > 0) return false;
  if ([one, other].some(({ kind, text }) => kind !== 'word' || /\p{N}/u.test(text))) return false;
  // What the two words look like tells most of them apart, before all words of both versions are read.
  const isOneWord = isVariant(one.text, other.text, language);
  const isNear = isNearMiss(one.text, other.text, language) || isAccented(one.text, other.text);
  const wrong = [
    ...(isMisspelling(one.text, other.text, language) ? [{ word: one.text, known: other.text }] : []),
    ...(isMisspelling(other.text, one.text, language) ? [{ word: other.text, known: one.text }] : []),
  ];
  if (!isOneWord && !isNear && wrong.length === 0) return false;
  const { terms, counts } = wordsOf(comparison);
  if ([one, other].some(({ text }) => terms.has(text.toLowerCase()))) return false;
  // One that stands nowhere else for one that stands in other places, too.
  const isSlip = wrong.some(
    ({ word, known }) => isNoWord(word, comparison) && counts.get(known.toLowerCase()) > 2,
  );
  return isOneWord || isSlip || (isNear && [one, other].some(({ text }) => isNoWord(text, comparison)));
}

/** Words beside each other, as they are compared. */
function textOf(words: readonly GuardedWord[]): string {
  return words.map(({ text }) => text).join(' ');
}

// It stands nowhere else in either version.
function isNoWord(text: string, comparison: Comparison): boolean {
  const word = text.toLowerCase();
  return wordsOf(comparison).counts.get(word) <= 1;
}

// A term with a capital is often a defined one: it is, where it has one in the middle of a sentence.
function isDefined(words: readonly GuardedWord[], comparison: Comparison): boolean {
  const { alone, terms } = wordsOf(comparison);
  return words.some(({ text }) => {
    const word = text.toLowerCase();
    const own = words.filter(
      (other) => other.text.toLowerCase() === word && isCapital(other.text) && !other.startsSentence,
    );
    return terms.has(word) || alone.get(word) > own.length;
  });
}

type Vocabulary = {
  /** The words of the older version. */
  before: { has(word: string): boolean };
  /** How often a word stands in both versions. */
  counts: Counts;
  /** How often it stands there with a capital in the middle of a sentence. */
  capitals: Counts;
  /** How often so, beside no other word with a capital: as a term, and not as part of a name. */
  alone: Counts;
  /** The words of every defined term. */
  terms: { has(word: string): boolean };
};

type Counts = { get(word: string): number; has(word: string): boolean };

/** Whether a name came that stands nowhere in the older version. */
export function namesAnother(edits: readonly Changed[], comparison: Comparison): boolean {
  // All words of the versions are read where there is such a word at all.
  return edits.some(({ come }) =>
    come.some(
      ({ kind, text, startsSentence }) =>
        (kind === 'word' || kind === 'name' || kind === 'company') &&
        isCapital(text) &&
        !startsSentence &&
        !wordsOf(comparison).before.has(text.toLowerCase()),
    ),
  );
}

const fewestRenamed = 3;

/**
 * Whether each edit gives something another name that has it throughout: the old name stands nowhere in the newer version,
 * and the new one as often more as the old one stood in the older.
 */
export function isRenamed(edits: readonly Changed[], { before, after }: Comparison): boolean {
  const isOfNames = edits.every(({ gone, come }) =>
    [gone, come].every((words) => words.length > 0 && words.every(isOfName)),
  );
  if (!isOfNames) return false;
  const [old, now] = [allTextOf(before), allTextOf(after)];
  return edits.every(({ gone, come }) => {
    const spaced = (words: readonly GuardedWord[]) => ` ${nameOf(words).replaceAll(' ', '  ')} `;
    const [was, is] = [spaced(gone), spaced(come)];
    const [went, came] = [countOf(old, was), countOf(now, is) - countOf(old, is)];
    return countOf(now, was) === 0 && Math.min(went, came) >= fewestRenamed && came <= 2 * went;
  });
}

/** The words of a name as it stands alone: “Hull” of “Hull’s”. */
export function nameOf(words: readonly GuardedWord[]): string {
  return withoutGenitives(textOf(words));
}

function withoutGenitives(text: string): string {
  return text.replaceAll(/['’]s(?= |$)/g, '');
}

// The name of a site has no capital: "hull.in"; what an address is made of may have one.
function isOfName({ kind, text }: GuardedWord): boolean {
  if (kind === 'address' || kind === 'contact') return isWord(text);
  const isNamed = kind === 'word' || kind === 'name' || kind === 'company';
  return isNamed && (isCapital(text) || (kind === 'name' && text.includes('.')));
}

function countOf(text: string, part: string): number {
  return text.split(part).length - 1;
}

const allTextOf = oncePer((policy: ResolvedPolicy) => {
  const spelled = textsOf(policy).flatMap((text) => wordsInText(text, policy.language).spelled);
  return ` ${withoutGenitives(spelled.join(' '))} `.replaceAll(' ', '  ');
});

/** The words of two versions. */
export const wordsOf: (comparison: Comparison) => Vocabulary = oncePer(({ before, after }: Comparison) => {
  // Each version stands in several comparisons, and most of its words are those of the other.
  const own = (policy: ResolvedPolicy) =>
    vocabularyOf(policy)(after.language, () => readVocabulary(policy, after.language));
  const [old, now] = [own(before), own(after)];
  return {
    before: old.counts,
    counts: bothCounts(old.counts, now.counts),
    capitals: bothCounts(old.capitals, now.capitals),
    alone: bothCounts(old.alone, now.alone),
    terms: { has: (word) => old.terms.has(word) || now.terms.has(word) },
  };
});

const vocabularyOf = oncePer((_policy: ResolvedPolicy) => makeMemory<OwnWords>(2));

function bothCounts(old: ReadonlyMap<string, number>, now: ReadonlyMap<string, number>): Counts {
  return {
    get: (word) => (old.get(word) ?? 0) + (now.get(word) ?? 0),
    has: (word) => old.has(word) || now.has(word),
  };
}

type OwnWords = {
  counts: ReadonlyMap<string, number>;
  capitals: ReadonlyMap<string, number>;
  alone: ReadonlyMap<string, number>;
  terms: ReadonlySet<string>;
};

function readVocabulary(policy: ResolvedPolicy, language: string): OwnWords {
  const tokenize = makeTokenize(language);
  const [counts, capitals, alone] = [
    new Map<string, number>(),
    new Map<string, number>(),
    new Map<string, number>(),
  ];
  const add = (map: Map<string, number>, word: string) => map.set(word, (map.get(word) ?? 0) + 1);
  for (const text of textsOf(policy)) {
    const own = wordsInText(text, language);
    for (const word of own.words) add(counts, word);
    for (const word of own.capitals) add(capitals, word);
    for (const word of own.alone) add(alone, word);
  }
  const terms = definedTerms(policy).flatMap((term) => tokenize(term.toLowerCase()));
  return { counts, capitals, alone, terms: new Set(terms.filter(isWord)) };
}

/** The words of a text as they are spelled and in small letters, and those of them with a capital in the middle of a sentence. */
type TextWords = { spelled: string[]; words: string[]; capitals: string[]; alone: string[] };

const rememberWords = makeMemory<TextWords>(1_000);

// Most texts of a version are those of the version before it.
function wordsInText(text: string, language: string): TextWords {
  return rememberWords(`${language} ${text}`, () => readText(text, language));
}

function readText(text: string, language: string): TextWords {
  const found: TextWords = { spelled: [], words: [], capitals: [], alone: [] };
  const tokens = makeTokenize(language)(text).filter((token) => token !== ' ');
  let isInside = false;
  for (let index = 0; index < tokens.length; index++) {
    const token = tokens[index] ?? '';
    if (!isWord(token)) {
      if (/[.!?:\n#*|–—-]/.test(token)) isInside = false;
      continue;
    }
    const word = token.toLowerCase();
    found.spelled.push(token);
    found.words.push(word);
    if (isInside && isCapital(token)) {
      found.capitals.push(word);
      if (!isCapital(tokens[index - 1]) && !isCapital(tokens[index + 1])) found.alone.push(word);
    }
    isInside = true;
  }
  return found;
}

function isCapital(token = ''): boolean {
  return /^\p{Lu}/u.test(token);
}

/** Every text of a policy's sections and facts; a heading is not running text. */
export function textsOf({ lead = '', facts, sections }: ResolvedPolicy): string[] {
  const texts = (value: unknown): string[] => {
    if (typeof value === 'string') return [value];
    if (typeof value !== 'object' || value === null) return [];
    return Object.entries(value).flatMap(([key, inner]) =>
      key === 'title' || key === 'id' ? [] : texts(inner),
    );
  };
  return [lead, ...texts(facts), ...texts(sections)];
}

function definedTerms(policy: ResolvedPolicy): string[] {
  return contentOf(policy).flatMap((block) =>
    block.type === 'definitions' ? block.items.map(({ term }) => term) : [],
  );
}
