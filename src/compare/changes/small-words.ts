import { makeMemory, oncePer } from '../../memory.ts';
import { isWord } from '../../text/tokens.ts';
import { guardWordsOf, type SmallWords } from './guard-words.ts';
import type { GuardedWord } from './guarded-words.ts';

// Words that may be others while a text says what it said: "the" for "a", "is" for "are", "apps" for "app", "shouldn't" for
// "should not", "2" for "two". A word that decides is never left out.

/** Whether words are written in another way and are the same: hyphens, spaces, capitals, contractions, numerals. */
export function isSaidAsBefore(
  gone: readonly GuardedWord[],
  come: readonly GuardedWord[],
  language: string,
): boolean {
  const small = guardWordsOf(language)?.small;
  const spelled = (own: SmallWords | undefined) =>
    [gone, come].map((words) => {
      const isValue = ({ kind, text }: GuardedWord) =>
        kind === 'number' || kind === 'unit' || /^\d/.test(inFigures(lower(text), small));
      const numbers = words.filter(isValue);
      return [lettersOf(words, own), ...numbers.map(({ text }) => writtenValue(text, small, language))].join(
        '|',
      );
    });
  // With another mark for its apostrophe "don´t" is no "do not", and has the same letters.
  const isSame = [small, undefined].some((own) => {
    const [old, now] = spelled(own);
    return old === now;
  });
  return gone.length > 0 && come.length > 0 && isSame;
}

/** Whether nothing differs but small words and endings. */
export function isSameButForm(
  gone: readonly GuardedWord[],
  come: readonly GuardedWord[],
  language: string,
): boolean {
  const small = guardWordsOf(language)?.small;
  if (!small) return false;
  const [old, now] = [gone, come].map((words) => formsOf(words, small));
  const isLinked = [old, now].map((forms) => forms?.some((form) => small.prepositions.has(form)));
  // One preposition for another turns who does what around; one that came or went beside nothing else does not.
  const keeps = (form: string) => (isLinked[0] && isLinked[1] ? true : !small.prepositions.has(form));
  return old?.filter(keeps).join(' ') === now?.filter(keeps).join(' ');
}

/** The words that say something, in one form: small words and the endings of others left out; names say who, not what. */
export function newsIn(words: readonly GuardedWord[], language: string): Set<string> {
  const small = guardWordsOf(language)?.small;
  const kinds = new Set(['word', 'weak', 'concern']);
  const isName = ({ text, startsSentence }: GuardedWord) => /^\p{Lu}/u.test(text) && !startsSentence;
  const own = words.filter((word) => kinds.has(word.kind) && !word.isQuoted && !isName(word));
  return new Set(small ? formsOf(own, small).filter((form) => !small.prepositions.has(form)) : []);
}

function lettersOf(words: readonly GuardedWord[], small: SmallWords | undefined): string {
  const remember = small ? rememberLetters(small) : rememberPlain;
  return words.map(({ text }) => remember(text, () => lettersIn(text, small))).join('');
}

// Few words make most of all texts.
const rememberLetters = oncePer((_small: SmallWords) => makeMemory<string>(5_000));
const rememberPlain = makeMemory<string>(5_000);

function lettersIn(text: string, small: SmallWords | undefined): string {
  return spelledOut(lower(text), small)
    .map((word) => inFigures(withoutScheme(word), small).replaceAll(/[^\p{L}\p{M}\p{N}]/gu, ''))
    .join('');
}

function formsOf(words: readonly GuardedWord[], small: SmallWords): string[] {
  return words
    .filter(({ text }) => isWord(text))
    .flatMap((word) => {
      if (word.kind !== 'word' && word.kind !== 'concern') return spelledOut(lower(word.text), small);
      return spelledOut(lower(word.text), small).flatMap((text) => {
        if (small.idle.has(text)) return [];
        const alike = small.alike.find((some) => some.has(text));
        return alike ? [...alike].slice(0, 1) : [small.hasEndings ? withoutEnding(text) : text];
      });
    });
}

function lower(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}

function inFigures(word: string, small: SmallWords | undefined): string {
  const sign = signs.get(word);
  if (sign || !small) return sign ?? word;
  const whole = small.figures.indexOf(word);
  if (whole >= 0) return String(whole);
  const [first = '', ...rest] = word.split('-');
  const index = small.figures.indexOf(first);
  return index < 0 ? word : [String(index), ...rest].join('-');
}

// The signs of one currency each; that of the dollar is of many.
const signs = new Map([
  ['€', 'eur'],
  ['£', 'gbp'],
  ['₹', 'inr'],
  ['₩', 'krw'],
]);

// A number or its unit, the thousands not set apart: "1,000" is "1000".
function writtenValue(text: string, small: SmallWords | undefined, language: string): string {
  const word = inFigures(lower(text), small);
  const sign = groupSign(language);
  const [whole = '', ...rest] = word.split(sign);
  const isGrouped =
    /^\d{1,3}$/.test(whole) && rest.length > 0 && rest.every((part) => /^\d{3}(?!\d)/.test(part));
  return isGrouped ? [whole, ...rest].join('') : word;
}

const rememberSigns = makeMemory<string>(50);

function groupSign(language: string): string {
  return rememberSigns(language, () => {
    const parts = new Intl.NumberFormat(language).formatToParts(1_000_000);
    return parts.find(({ type }) => type === 'group')?.value ?? ',';
  });
}

function withoutScheme(word: string): string {
  return word.replace(/^https?:\/\/(?:www\.)?|^www\./, '');
}

const contracted: [form: RegExp, full: string][] = [
  [/^won't$/, 'will not'],
  [/^can't$|^cannot$/, 'can not'],
  [/n't$/, ' not'],
  [/'re$/, ' are'],
  [/'ll$/, ' will'],
  [/'ve$/, ' have'],
  [/^(it|that|here|there|what)'s$/, '$1 is'],
  [/^i'm$/, 'i am'],
  [/^anytime$/, 'at any time'],
];

function spelledOut(word: string, small: SmallWords | undefined): string[] {
  if (!small?.hasEndings) return [word];
  return contracted.reduce((form, [from, to]) => form.replace(from, to), word).split(' ');
}

// The ending of a plural, or of what he, she or it does.
function withoutEnding(word: string): string {
  if (word.length < 4 || /(?:ss|us|is)$/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(ss|x|ch|sh)es$/, '$1')
    .replace(/([^s])s$/, '$1');
}
