import { baseLanguage } from '../../words/base-language.ts';
import { guardWordsOf } from './guard-words.ts';

// A slip of the pen, told from a word that became another: "recieve" is no word, and "insured" instead of "insurer" is one.

const shortestSlip = 5;

/** Whether two texts differ in nothing but letters in whose place a mark stood that a program put there: “r?serv?”. */
export function isMendedText(before: string, after: string): boolean {
  const isOf = (torn: string, whole: string) => {
    if (torn.length !== whole.length || !/\p{L}\?|\?\p{L}/u.test(torn)) return false;
    return [...torn].every(
      (sign, at) => sign === whole[at] || (sign === '?' && /[^\p{ASCII}]/u.test(whole[at] ?? '')),
    );
  };
  return before !== after && (isOf(before, after) || isOf(after, before));
}

/**
 * Whether one of two words may be the other misspelled: a letter left out, doubled or too much, a vowel for another, or
 * two letters in each other's place, inside the word; its beginning and its end tell words apart. Of words that are known
 * to be near each other none is.
 */
export function isNearMiss(one: string, other: string, language: string): boolean {
  const [shorter = '', longer = ''] = [one.toLowerCase(), other.toLowerCase()].sort(
    (a, b) => a.length - b.length,
  );
  const guard = guardWordsOf(language);
  // What is near what is known for languages with a list alone.
  if (!guard || guard.near.size === 0 || shorter.length < shortestSlip) return false;
  if (guard.near.has(shorter) && guard.near.has(longer)) return false;
  return shorter.length === longer.length ? isOtherLetter(shorter, longer) : isLeftOut(shorter, longer);
}

const marks = /\p{M}/gu;

/**
 * Whether two words are the same but for an accent: another one, or one amid the word. At its end an accent that came or
 * went makes another form, as in "traite" and "traité".
 */
export function isAccented(one: string, other: string): boolean {
  const [old, now] = [one, other].map((word) => [...word.toLowerCase().normalize('NFC')]);
  if (!old || !now || old.length !== now.length || old.length < shortestSlip) return false;
  return old.every((letter, at) => {
    const forms = [letter, now[at] ?? ''].map((form) => form.normalize('NFD'));
    if (forms[0] === forms[1]) return true;
    if (forms[0]?.replace(marks, '') !== forms[1]?.replace(marks, '')) return false;
    return at < old.length - 2 || forms.every((form) => form.length > 1);
  });
}

const shortestMistaken = 7;

/**
 * Whether a word may be another one misspelled that is known to be right, since it stands elsewhere, too: as above, its first
 * letter left out, or, of a long word, one letter another.
 */
export function isMisspelling(word: string, known: string, language: string): boolean {
  const [wrong, right] = [word.toLowerCase(), known.toLowerCase()];
  const guard = guardWordsOf(language);
  if (!guard || guard.near.size === 0 || right.length < shortestSlip || guard.near.has(wrong)) return false;
  if (right.slice(1) === wrong) return true;
  const at = firstDifference(wrong, right);
  const isInside = at > 0 && at < right.length - 2 && right.length >= shortestMistaken;
  return isInside && wrong.length === right.length && wrong.slice(at + 1) === right.slice(at + 1);
}

/** Whether one of two words is often written where the other is meant: “its” and “it's”, “payed” and “paid”. */
export function isMistaken(one: string, other: string, language: string): boolean {
  const [wrong, right] = [one, other].map((word) => word.toLowerCase().replaceAll('’', "'"));
  const mistaken = guardWordsOf(language)?.mistaken ?? [];
  return mistaken.some((some) => some.has(wrong ?? '') && some.has(right ?? ''));
}

function isOtherLetter(one: string, other: string): boolean {
  const at = firstDifference(one, other);
  if (at === 0 || at >= one.length - 2) return false;
  const [left = '', right = ''] = [one[at], other[at]];
  const isVowel = [left, right].every((letter) => /[aeiou]/.test(letter));
  if (isVowel && one.slice(at + 1) === other.slice(at + 1)) return true;
  return other === `${one.slice(0, at)}${one[at + 1]}${left}${one.slice(at + 2)}`;
}

function isLeftOut(shorter: string, longer: string): boolean {
  const at = firstDifference(shorter, longer);
  const isInside = at > 0 && at < longer.length - 2;
  return isInside && shorter === longer.slice(0, at) + longer.slice(at + 1);
}

function firstDifference(one: string, other: string): number {
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  return at;
}

const variants: [form: RegExp, replacement: string][] = [
  [/is(e|ed|es|er|ers|ing|ation|ations)$/, 'iz$1'],
  [/ys(e|ed|es|er|ing)$/, 'yz$1'],
  [/our(s|ed|ing|able|ite|ites|hood)?$/, 'or$1'],
  [/tre(s|d)?$/, 'ter$1'],
  [/(licen|defen|offen)c(e|es)$/, '$1s$2'],
  [/(practi)s(e|es|ed|ing)$/, '$1c$2'],
  [/ogue(s)?$/, 'og$1'],
  [/ll(ed|ing|er|ers)$/, 'l$1'],
  [/(fulfil|enrol|instal)l(ment|s)?$/, '$1$2'],
  [/(judg|acknowledg)ement(s)?$/, '$1ment$2'],
];

/** Whether two words are one, spelled as in Britain and as in America. */
export function isVariant(one: string, other: string, language: string): boolean {
  if (baseLanguage(language) !== 'en') return false;
  return americanForm(one) === americanForm(other);
}

function americanForm(word: string): string {
  return variants.reduce((form, [from, to]) => form.replace(from, to), word.toLowerCase());
}
