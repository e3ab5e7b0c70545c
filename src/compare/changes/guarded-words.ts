import { makeMemory } from '../../memory.ts';
import { isWord, type PlacedToken, placedTokens } from '../../text/tokens.ts';
import {
  addressesIn,
  matchesOf,
  postalRuns,
  type Range,
  reachesIn,
  registersIn,
  sourcesIn,
} from './addresses.ts';
import { citedTitles, isLawLetter, isPartNumber, lawCitations, titledTexts } from './cited.ts';
import { monthsOf } from './date-line.ts';
import { dateStamps, type TokenRun } from './date-stamps.ts';
import { type GuardWords, guardWordsOf, placeWordsOf } from './guard-words.ts';
import { companyWords, countryWords } from './parties.ts';
import type { Said } from './restated.ts';
import { talliesIn } from './tallies.ts';

/**
 * What a word decides: a duty; a number, what one counts, or the section of a text that it cites; how soon or often; what is done with data or money. A name,
 * an address, where somebody is called or found and the number of an item have digits and count nothing; source that a machine reads says nothing. Whom a text binds, and where; and when it was
 * written, which its version says as well. What a page counts, such as its readers, binds nobody.
 */
type WordKind =
  | 'duty'
  | 'weak'
  | 'number'
  | 'cite'
  | 'unit'
  | 'pace'
  | 'concern'
  | 'name'
  | 'address'
  | 'contact'
  | 'source'
  | 'country'
  | 'company'
  | 'stamp'
  | 'tally'
  | 'ordinal'
  | 'word'
  | 'mark';

/** A word or sign of a text, and where it stands; spaces are none. */
export type GuardedWord = {
  text: string;
  start: number;
  end: number;
  kind: WordKind;
  /** Of a number: whether it counts something that binds. */
  isBound: boolean;
  startsSentence: boolean;
  /** Whether it stands between quotation marks, as a title or what a button says. */
  isQuoted: boolean;
  /** The fact it is quoted from, if a change of that is told. */
  quote?: string;
};

/**
 * What is known of a text: its language, the names of companies and products that may stand in it, and words, in small
 * letters, that have a capital in the middle of a sentence.
 */
export type Known = {
  language: string;
  names: readonly string[];
  capitals?: { has(word: string): boolean };
};

/** Reads the words of a text with what they decide; `quotes` of the text are those of facts that are told. */
export function readWords(said: Said, known: Known): readonly GuardedWord[] {
  const { language, names, capitals } = known;
  if (!capitals) return wordsIn(said, known);
  const { words, isOfVersions } = remember(JSON.stringify([said, language, names]), () => {
    let isAsked = false;
    const has = (word: string) => {
      isAsked = true;
      return capitals.has(word);
    };
    return { words: wordsIn(said, { language, names, capitals: { has } }), isOfVersions: isAsked };
  });
  return isOfVersions ? wordsIn(said, known) : words;
}

// A text stands in several comparisons. What it says is seldom told by other words of the two versions.
const remember = makeMemory<{ words: readonly GuardedWord[]; isOfVersions: boolean }>(500);

function wordsIn({ text, quotes = [] }: Said, { language, names, capitals }: Known): GuardedWord[] {
  const guard = guardWordsOf(language);
  const tokens = placedTokens(text, language);
  const named = [
    ...names.flatMap((name) => placesOf(name, text)),
    ...(guard ? numberedNames(text, guard) : []),
  ];
  const parties = partiesIn(tokens, language, guard);
  const stamps = dateStamps(tokens, language, (index) => startsSentence({ tokens, index, language }));
  const setKind = setKinds({ text, tokens, guard, language, stamps, parties });
  const quoted = quotedRanges(text);
  const titles = guard ? titledTexts(tokens, guard) : [];
  const lowered = tokens.map((token) => lower(token.text));
  const roles = tokens.map((token, index) => roleOf(lowered[index] ?? '', token.text, guard));
  const words = tokens.map((token, index): GuardedWord => {
    const place = { index, tokens, lowered, roles, guard, language, capitals };
    const isIn = ({ start, end }: Range) => token.start < end && start < token.end;
    const quote = quotes.find(isIn)?.path;
    const isOrdinal = isInlineNumber(place);
    const own = setKind(index) ?? (isOrdinal ? 'ordinal' : kindOf(place));
    // "Kelp.com Services LLC" is a company, and no site.
    const party = parties.get(index);
    const kind = own === 'word' || (own === 'name' && party === 'company') ? (party ?? own) : own;
    // A word of a name that decides elsewhere decides nothing in it.
    const isNamed =
      !isPlain(kind) && isWord(token.text) && (named.some(isIn) || titles.some((run) => isInRun(run, index)));
    return {
      ...token,
      kind: isNamed ? 'name' : kind,
      isBound: isBoundNumber(place),
      startsSentence:
        (startsSentence(place) && !(isFound(own) && isFound(setKind(index - 1)))) ||
        (/^\p{Lu}/u.test(token.text) && stamps.some(({ end }) => end === index)),
      isQuoted: quoted.some(isIn),
      ...(quote !== undefined && { quote }),
    };
  });
  return isPostalAddress(words, language) ? words.map(withoutNumber) : words;
}

type Text = {
  text: string;
  tokens: readonly PlacedToken[];
  guard: GuardWords | undefined;
  language: string;
  stamps: readonly TokenRun[];
  parties: ReadonlyMap<number, WordKind>;
};

// What the place of a word in its text makes it: part of a date, of source, of the number of an item, of an address.
function setKinds({ text, tokens, guard, language, stamps, parties }: Text) {
  const item = itemNumber(text, tokens, { language, guard });
  const [sources, addresses, names] = [sourcesIn(text), addressesIn(text), matchesOf(nameForm, text)];
  const reaches = [...reachesIn(text), ...registersIn(text)];
  const streets = postalRuns(tokens, placeWordsOf(language));
  const tallies = talliesIn(text);
  const cited = guard ? citedTitles(tokens, guard) : [];
  const laws = lawCitations(text);
  return (index: number): WordKind | undefined => {
    const [from = 0, to = 0] = [tokens[index]?.start, tokens[index]?.end];
    const isIn = ({ start, end }: Range) => from < end && start < to;
    const isHere = (run: TokenRun) => isInRun(run, index);
    if (stamps.some(isHere)) return 'stamp';
    if (sources.some(isIn)) return 'source';
    if (cited.some(isHere)) return 'cite';
    if (tallies.some(isIn)) return 'tally';
    if (laws.some(isIn) && isLawLetter(tokens[index]?.text ?? '')) return 'number';
    if (to <= item) return 'ordinal';
    if (addresses.some(isIn)) return 'address';
    if (reaches.some(isIn) || (streets.some(isHere) && !parties.has(index))) return 'contact';
    return names.some(isIn) ? 'name' : undefined;
  };
}

function isInRun({ start, end }: TokenRun, index: number): boolean {
  return start <= index && index < end;
}

const plainKinds: ReadonlySet<WordKind> = new Set([
  'word',
  'company',
  'cite',
  'stamp',
  'tally',
  'address',
  'contact',
  'source',
]);

// No sentence begins inside an address.
function isFound(kind: WordKind | undefined): boolean {
  return kind === 'address' || kind === 'contact';
}

function isPlain(kind: WordKind): boolean {
  return plainKinds.has(kind);
}

// Where words are known, names can be told from them.
function partiesIn(
  tokens: readonly PlacedToken[],
  language: string,
  guard: GuardWords | undefined,
): ReadonlyMap<number, 'company' | 'country'> {
  if (!guard) return new Map();
  const companies = [...companyWords(tokens)].map((index) => [index, 'company'] as const);
  const countries = [...countryWords(tokens, language)].map((index) => [index, 'country'] as const);
  return new Map([...countries, ...companies]);
}

/** What a word does to a number before it. */
type Role = 'counts' | 'stops' | undefined;

type Place = {
  index: number;
  tokens: readonly PlacedToken[];
  /** The same in small letters. */
  lowered: readonly string[];
  roles: readonly Role[];
  guard: GuardWords | undefined;
  language: string;
  capitals: Known['capitals'];
};

function lower(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

function lowerAt({ lowered, index }: Place, step: number): string {
  return lowered[index + step] ?? '';
}

function at({ tokens, index }: Place, step: number): string {
  return tokens[index + step]?.text ?? '';
}

// The name of a site, and what stands in brackets to be filled in.
const nameForm =
  /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{Ll}{2,6}(?![\p{L}\p{N}])|\[\p{L}[\p{L} ]* \p{N}+\]/gu;

const quotedForm = /“[^“”]*”|«[^«»]*»|„[^„“]*“|(?<!\S)"[^"]*"/gu;

function quotedRanges(text: string): Range[] {
  return /[“«„"]/.test(text) ? matchesOf(quotedForm, text) : [];
}

function placesOf(name: string, text: string): Range[] {
  const places: Range[] = [];
  for (let start = text.indexOf(name); name !== '' && start >= 0; start = text.indexOf(name, start + 1))
    places.push({ start, end: start + name.length });
  return places;
}

// "Six Soundings": a number in words, beginning with a capital as the word after it does, that counts nothing.
function numberedNames(text: string, { numbers, units }: GuardWords): Range[] {
  return Array.from(text.matchAll(/(\p{Lu}\p{Ll}+) (\p{Lu}\p{Ll}+)/gu)).flatMap((match) => {
    const [found, one = '', other = ''] = match;
    const isName = numbers.has(lower(one)) && !numbers.has(lower(other)) && !units.has(lower(other));
    return isName ? [{ start: match.index, end: match.index + found.length }] : [];
  });
}

// Where the number of an item ends that the text begins with: "13.4.", "(a)"; a number that counts begins none.
function itemNumber(
  text: string,
  tokens: readonly PlacedToken[],
  around: Pick<Place, 'guard' | 'language'>,
): number {
  const [found, digits = ''] =
    /^[([]?(\p{Nd}+(?:\.\p{Nd}+)*|\p{Ll}|[ivx]+)[.)\]](?=\s|$)/u.exec(text) ??
    /^(\p{Nd}+(?:\.\p{Nd}+)+)(?=\s)/u.exec(text) ??
    [];
  if (found === undefined) return 0;
  const next = tokens.find(({ start }) => start >= found.length)?.text ?? '';
  const counts =
    isMonth(next, around.language) ||
    around.guard?.units.has(lower(next)) ||
    around.guard?.numbers.has(lower(next));
  return counts || (tokens.at(-1)?.end === found.length && /^\p{Nd}/u.test(digits)) ? 0 : found.length;
}

// "(iv)" or "(b)" amid a text; "(2)" only where "(1)" or "(3)" stands in it, since "two (2) days" counts.
function isInlineNumber(place: Place): boolean {
  const text = at(place, 0);
  if (at(place, -1) !== '(' || at(place, 1) !== ')') return false;
  if (/^(?:[ivx]+|\p{L})$/iu.test(text)) return true;
  if (!/^\d{1,2}$/.test(text)) return false;
  const isBeside = (other: string) => Math.abs(Number(other) - Number(text)) === 1;
  return place.tokens.some(
    (token, index) =>
      /^\d{1,2}$/.test(token.text) &&
      isBeside(token.text) &&
      place.tokens[index - 1]?.text === '(' &&
      place.tokens[index + 1]?.text === ')',
  );
}

function isMonth(text: string, language: string): boolean {
  return /^\p{Lu}/u.test(text) && monthsOf(language).has(text.toLowerCase());
}

function kindOf(place: Place): WordKind {
  const text = at(place, 0);
  const word = lowerAt(place, 0);
  const { guard, language } = place;
  if ((/\p{Sc}/u.test(text) && !isAmidLetters(place)) || isCurrency(place)) return 'unit';
  if (/\p{N}/u.test(text)) return kindOfDigits(place);
  if (/^\p{Lu}(?:\.|$)/u.test(text) && isCite(place)) return 'cite';
  if (isNumeral(place)) return 'number';
  if (/^[-+−±<>≤≥%％‰°§.,:/]$/u.test(text)) return isBesideNumber(place) ? 'number' : 'mark';
  if (/^May$/.test(text) && [at(place, -1), at(place, 1)].some((other) => /^\p{N}/u.test(other)))
    return 'number';
  if (isCourtesy(place)) return 'weak';
  if (guard && isOneOf(place, guard.duties)) return 'duty';
  if (isMonth(text, language)) return 'number';
  if (guard?.numbers.has(word)) return 'number';
  if (guard?.units.has(word)) return 'unit';
  if (guard && isOneOf(place, guard.paces)) return 'pace';
  if (guard && isOneOf(place, guard.concerns)) return 'concern';
  if (guard?.weak.has(word)) return 'weak';
  return isWord(text) ? 'word' : 'mark';
}

function kindOfDigits(place: Place): WordKind {
  if (isCite(place)) return 'cite';
  return isName(place) || isInAddress(place) || isPast(place) ? 'name' : 'number';
}

// "Since 1999", "over the past 20 years": how long somebody has been there.
function isPast(place: Place): boolean {
  const text = at(place, 0);
  if (/^(?:19|20)\d\d$/.test(text))
    return /^(?:since|seit|depuis|desde|dal|sinds|©)$/.test(lowerAt(place, -1));
  return (
    /^[1-9]\d$/.test(text) && /^(?:past|last)$/.test(lowerAt(place, -1)) && lowerAt(place, 1) === 'years'
  );
}

// "Section 4", "clause 11.10": of this text; a law has more digits or is named behind them.
function isCite(place: Place): boolean {
  if (!isPartNumber(at(place, 0)) || isBoundNumber(place) || !followsCite(place)) return false;
  let step = 1;
  // "Section 12(c)(2) of the Act".
  while (at(place, step) === '(' && at(place, step + 2) === ')') step += 3;
  const next = at(place, step);
  return (
    !/^\p{Lu}/u.test(next) && (lower(next) !== 'of' || /^(?:this|these)$/.test(lowerAt(place, step + 1)))
  );
}

// "Sections 4, 5 and 7".
function followsCite(place: Place): boolean {
  if (place.guard?.cites.has(lowerAt(place, -1))) return true;
  const isListed = /^(?:,|and|or|to|&|–|-)$/.test(lowerAt(place, -1));
  return isListed && place.index > 2 && isCite({ ...place, index: place.index - 2 });
}

// What a text became that was read with the wrong letters: "donâ€™t".
function isAmidLetters(place: Place): boolean {
  const [left, self, right] = [-1, 0, 1].map((step) => place.tokens[place.index + step]);
  if (!left || !self || !right || left.end !== self.start || self.end !== right.start) return false;
  return [left, right].every(({ text }) => !/[\p{N}\s]/u.test(text)) && /\P{ASCII}/u.test(left.text);
}

const verbReach = 6;
const youMay = new Set(['pouvez', 'puede', 'puedes', 'può', 'puoi', 'pode']);
const encouraged =
  /^(?:hesitate|miss|forget|worry|hésitez|oubliez|manquez|zögern|zögere|verpassen|vergessen|dude|dudes|duden|olvide|olvides|esitare|esitate|dimenticare|aarzel|vergeet|hesite|hesitar)$/;

// "Please do not hesitate to ask": nothing is forbidden.
function isEncouraging(place: Place): boolean {
  const word = lowerAt(place, 0);
  const isDenied = /^(?:not|don't|nicht|ne|n'\S+|pas|no|non|niet|não)$/.test(word);
  return (
    isDenied && [-2, -1, 0, 1, 2].some((step) => encouraged.test(lowerAt(place, step).replace(/^n'/, '')))
  );
}

// "You may also contact us", "you'll find", "any questions": nobody is allowed or owed anything.
function isCourtesy(place: Place): boolean {
  const { guard, lowered, index } = place;
  const word = lowerAt(place, 0);
  if (word === 'any') return /^(?:questions?|queries|comments?|concerns?)$/.test(lowerAt(place, 1));
  if (isEncouraging(place)) return true;
  if (/^k(?:önnen|önnt|annst|unt|unnen|un|an)$/.test(word))
    return lowered
      .slice(Math.max(0, index - verbReach), index + verbReach)
      .some((beside) => guard?.courtesies.has(beside));
  const isAllowed =
    (/^(?:may|can|will)$/.test(word) && lowerAt(place, -1) === 'you') ||
    word === "you'll" ||
    youMay.has(word);
  const next = lowerAt(place, 1);
  const verb = /^(?:also|always|either|également|aussi|también|anche|também)$/.test(next)
    ? lowerAt(place, 2)
    : next;
  return isAllowed && (guard?.courtesies.has(verb) ?? false);
}

// A word by itself, or with the one beside it; "n't", "n´t" and "n’" deny as "not" and "ne" do, and "'ll" promises as "will" does.
function isOneOf(place: Place, words: ReadonlySet<string>): boolean {
  const word = lowerAt(place, 0);
  const isCut = word === 't' && /^[´`]$/.test(lowerAt(place, -1)) && lowerAt(place, -2).endsWith('n');
  const denies =
    ((word.endsWith("n't") || isCut) && words.has('not')) || (word.startsWith("n'") && words.has('ne'));
  const promises = word.endsWith("'ll") && words.has('will');
  return (
    denies ||
    promises ||
    words.has(word) ||
    words.has(`${lowerAt(place, -1)}_${word}`) ||
    words.has(`${word}_${lowerAt(place, 1)}`)
  );
}

const codes = new Set(Intl.supportedValuesOf('currency'));

function isCurrency(place: Place): boolean {
  if (!codes.has(at(place, 0))) return false;
  return [at(place, -1), at(place, 1)].some((other) => /^\p{N}/u.test(other));
}

const numberForm =
  /^\p{N}+(?:[.,']\p{N}+)*(?:st|nd|rd|th|d|h|hrs?|m|mins?|s|k|[kmgt]b|[ap]m|y|yrs?|x|[日天年月週周个個か歳岁円元時时分秒条章款項项号倍回次割]\p{L}?|[ヶケカヵ]月|\p{sc=Hangul}{1,5})?$/iu;

// Letters beside digits make a name, and so does a word with a capital before them: "Product 3". After "Article", and
// before what they count, digits are a number.
function isName(place: Place): boolean {
  // The number of a form or of a telephone begins with a nought: "Form 0422".
  if (/^0\d{2,}$/.test(at(place, 0)) && !isBoundNumber(place)) return true;
  // "3D Calculator".
  if (!numberForm.test(at(place, 0)) || /^[234]D$/.test(at(place, 0))) return /\p{L}|_/u.test(at(place, 0));
  const before = { ...place, index: place.index - 1 };
  const word = at(before, 0);
  if (/^[®™]$/u.test(word)) return true;
  if (!/^\p{Lu}/u.test(word) || isBoundNumber(place)) return false;
  // At the start of a sentence every word has a capital.
  if (startsSentence(before) && !place.capitals?.has(lower(word))) return false;
  return (
    !isMonth(word, place.language) &&
    !isPart(word, place.guard) &&
    !isCurrency(before) &&
    kindOf(before) === 'word'
  );
}

const nearPlace = 4;

// "15 Flemmings Place", "12 rue de Paradis", "P.O. Box 549", "AR 72902", "75010 Paris".
function isInAddress(place: Place): boolean {
  const { tokens, index } = place;
  const places = placeWordsOf(place.language);
  if (isBoundNumber(place)) return false;
  const text = at(place, 0);
  const [before, next] = [at(place, -1), at(place, 1)];
  if (/^\d{4,5}(?:-\d{4})?$/.test(text) && isPostalCode(before, next)) return true;
  // "113 43 Stockholm".
  if (/^\d{3}$/.test(text) && /^\d{2}$/.test(next) && /^\p{Lu}/u.test(at(place, 2))) return true;
  if (/^\d{2}$/.test(text) && /^\d{3}$/.test(before) && /^\p{Lu}/u.test(next)) return true;
  if (/^(?:box|suite|ste|floor|room|unit|no)$/i.test(before)) return true;
  const after = tokens.slice(index + 1, index + 1 + nearPlace).map((token) => token.text);
  const stop = after.findIndex(
    (word, at) => !/^\p{Lu}|^[.']$/u.test(word) && !(at === 0 && places.has(lower(word))),
  );
  return after.slice(0, stop < 0 ? nearPlace : stop).some((word) => places.has(lower(word)));
}

// After the letters of a state or a comma, and before a name; a year stands there with a month.
function isPostalCode(before: string, next: string): boolean {
  return /^\p{Lu}{2}$/u.test(before) || (/^[,(-]$/.test(before) && /^(?:\p{Lu}|\)$)/u.test(next));
}

function isPart(word: string, guard: GuardWords | undefined): boolean {
  return guard?.parts.has(lower(word)) ?? false;
}

const hanNumeral =
  /^[〇零一二三四五六七八九十百千万萬億亿两兩]+[日天年月週周个個歳岁円元時时分秒条條章款項项号倍回次割]?$/u;

// What counts nothing: an article ("一个"), and "for a time", "enough", "by all means".
const idleNumeral = /^(?:一[个個项項]?|一[時时]|十分|千[万萬])$/u;

// Numbers that no digit writes: Roman ones (“XXX” stands for something left out), and those of Chinese and Japanese.
function isNumeral(place: Place): boolean {
  const text = at(place, 0);
  if (hanNumeral.test(text)) return !idleNumeral.test(text);
  return (
    /^[IVXLC]+$/.test(text) && (isPart(at(place, -1), place.guard) || /^(?=.{2})(?!X+$)[IVX]+$/.test(text))
  );
}

// A sign before a number, a percent sign after it, or what divides two: not the full stop at the end of a sentence.
function isBesideNumber(place: Place): boolean {
  const isNumber = (other: string) => /^\p{Sc}?\p{N}/u.test(other);
  const [before, sign, after] = [at(place, -1), at(place, 0), at(place, 1)];
  const [left, self, right] = [-1, 0, 1].map((step) => place.tokens[place.index + step]);
  const touches = left?.end === self?.start && self?.end === right?.start;
  if (/[.,:/]/.test(sign)) return isNumber(before) && isNumber(after) && touches;
  const isSignOf = self?.end === right?.start || /[±<>≤≥]/u.test(sign);
  return (isNumber(after) && isSignOf) || (/[%％‰°]/u.test(sign) && isNumber(before));
}

// A number that counts time, money or a share: "30 days", "five (5) business days", "€ 20", "10 %".
function isBoundNumber(place: Place): boolean {
  const { roles, index } = place;
  if (/\p{Sc}/u.test(at(place, 0)) || hanNumeral.test(at(place, 0))) return true;
  if (/[日天年月週周个個歳岁円元時时分秒%％]$|\d(?:일|년|월|개월|주|세|원|시간|분|초)/u.test(at(place, 0)))
    return true;
  const before = { ...place, index: index - 1 };
  if (/\p{Sc}/u.test(at(before, 0)) || isCurrency(before)) return true;
  // "A week", "per day".
  if (roles[index] === 'counts' && /^(?:an?|per)$/i.test(at(before, 0))) return true;
  for (const after of roles.slice(index + 1, index + 1 + reach)) if (after) return after === 'counts';
  return false;
}

const reach = 4;

// A unit or a sign of money or shares counts what stands before it; a stop ends what it could count.
function roleOf(word: string, text: string, guard: GuardWords | undefined): Role {
  if (guard?.units.has(word) || /^[%％]$|\p{Sc}/u.test(text) || codes.has(text)) return 'counts';
  return /^[.;!?。]$/u.test(text) ? 'stops' : undefined;
}

// After a full stop and a space begins a sentence, unless a small letter follows, as after "e.g." and in "Inc. (the
// company)", the name of a company in "Inc. (“Kelp”)", a number of a place in "St. #175", or a month: "7. März".
function startsSentence({ tokens, index, language }: Pick<Place, 'tokens' | 'index' | 'language'>): boolean {
  const [last, self] = [tokens[index - 1], tokens[index]];
  if (!last || !self) return true;
  if (/^[。！？]$/u.test(last.text)) return true;
  if (isMonth(self.text, language) && /^\d{1,2}$/.test(tokens[index - 2]?.text ?? '')) return false;
  const isInside = self.text === '(';
  const first = isInside ? tokens[index + 1] : self;
  const isApart =
    self.start > last.end && !(isInside ? /^[\p{Ll}“"„«]/u : /^[\p{Ll}#]/u).test(first?.text ?? '');
  return isApart && /^[.!?…؟।]$/u.test(last.text) && !isAbbreviation(tokens, index);
}

const initials = /(?:^|-)\p{Lu}\.\p{Lu}(?:\.\p{Lu})*$/u;
const openings =
  /^(?:We|You|Our|Your|The|This|That|These|If|It|In|For|When|Where|Please|To|As|All|An?|By|Any|No|However|Such|They|Their|There)$/;

// No sentence ends with the first; with the others none ends before a number: "art. 6 (1)", "Nr. 5".
const abbreviations = new Set([
  'cf',
  'e.g',
  'i.e',
  'vgl',
  'bzw',
  'viz',
  'mr',
  'mrs',
  'ms',
  'dr',
  'incl',
  'approx',
]);
const beforeNumbers = new Set(
  'art arts sec sects para paras reg regs cl ch no nos nr nrn núm p pp s abs ziff lit cap'.split(' '),
);

// "The Swiss-U.S. Privacy Shield", but "in the U.S. We keep it"; "331 E. Evelyn Ave.".
function isAbbreviation(tokens: readonly PlacedToken[], index: number): boolean {
  const [number, word, stop, next] = [3, 2, 1, 0].map((back) => tokens[index - back]);
  if (stop?.text !== '.' || !word || !next) return false;
  const short = word.text.toLowerCase();
  if (abbreviations.has(short) || (beforeNumbers.has(short) && /^\p{N}/u.test(next.text))) return true;
  const isOfStreet = /^[NESW]$/.test(word.text) && /^\d+\p{L}?$/u.test(number?.text ?? '');
  return (initials.test(word.text) || isOfStreet) && !openings.test(next.text);
}

const longestAddress = 30;

// A street and a code, and nothing that anybody does.
function isPostalAddress(words: readonly GuardedWord[], language: string): boolean {
  if (words.length > longestAddress) return false;
  const places = placeWordsOf(language);
  return words.some(({ text }) => places.has(lower(text))) && words.every(({ kind }) => kind !== 'duty');
}

function withoutNumber(word: GuardedWord): GuardedWord {
  return word.kind === 'number' ? { ...word, kind: isWord(word.text) ? 'name' : 'mark' } : word;
}
