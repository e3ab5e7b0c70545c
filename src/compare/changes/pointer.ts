import { isWord } from '../../text/tokens.ts';
import { isOfDate } from './date-line.ts';
import { guardWordsOf } from './guard-words.ts';
import type { GuardedWord } from './guarded-words.ts';
import { type PointerWords, pointerWordsOf } from './pointer-words.ts';

// Sentences that only say where more is to be read or whom to ask, or that a text was updated: they promise nothing and
// allow nothing.

const deciding: ReadonlySet<GuardedWord['kind']> = new Set(['duty', 'unit', 'pace', 'company', 'country']);

/** Whether every sentence of a text only points to another one or to somebody who answers, or announces this one. */
export function isPointer(words: readonly GuardedWord[], language: string): boolean {
  const sentences = sentencesOf(words);
  const pointers = pointerWordsOf(language);
  if (!pointers || sentences.length === 0) return false;
  return sentences.every((sentence) => {
    const decides = sentence.filter(({ kind }) => deciding.has(kind)).map(({ text }) => lower(text));
    if (decides.length === 0 && points(sentence, pointers, language)) return true;
    return decides.every((word) => idle.has(word)) && announces(sentence, pointers, language);
  });
}

// "The version effective until 1 July" forbids nothing, and "mis à jour" counts no day.
const idle = new Set(['until', 'bis', 'jour']);

function sentencesOf(words: readonly GuardedWord[]): GuardedWord[][] {
  const sentences: GuardedWord[][] = [];
  for (const word of words) {
    const last = sentences.at(-1);
    if (last && !word.startsSentence) last.push(word);
    else sentences.push([word]);
  }
  return sentences.filter((sentence) => sentence.some(({ text }) => isWord(text)));
}

// "For more information, please see our privacy policy." What it is about stands in its opening, or "Information about
// boats can be found here" in its subject.
function points(whole: readonly GuardedWord[], pointers: PointerWords, language: string): boolean {
  // "Tip: You will find more information here."
  const sentence = whole[1]?.text === ':' ? whole.slice(2) : whole;
  const texts = sentence.filter(({ text }) => text === ',' || isWord(text)).map(({ text }) => lower(text));
  const { openings, topics, fillers, reads, found } = pointers;
  const isAbout = texts.slice(0, 2).some((word) => topics.has(word));
  if (isAbout && texts.some((word, at) => found.has(`${word}_${texts[at + 1]}`))) return true;
  const comma = openings.has(texts[0] ?? '') ? texts.indexOf(',') + 1 : 0;
  const [opening, rest] = [texts.slice(0, comma), texts.slice(comma)];
  if (comma > 0 && !opening.some((word) => topics.has(word))) return false;
  const verb = rest.find((word) => !fillers.has(word)) ?? '';
  if (reads.has(verb)) return true;
  const courtesies = guardWordsOf(language)?.courtesies;
  return (courtesies?.has(verb) ?? false) && !sentence.some(({ kind }) => kind === 'concern');
}

const mostOthers = 6;

// "We have updated our terms, see the version effective until 1 July 2026": little else is said.
function announces(sentence: readonly GuardedWord[], pointers: PointerWords, language: string): boolean {
  if (sentence.some(({ kind }) => kind === 'concern')) return false;
  const guard = guardWordsOf(language);
  const texts = plainWords(sentence);
  const has = (words: ReadonlySet<string>) => texts.some((word) => words.has(word));
  if (!guard || !has(pointers.texts) || !has(pointers.news) || has(guard.whole.acts) || has(guard.whole.data))
    return false;
  const known = [guard.dates, guard.small.idle, guard.small.prepositions, ...Object.values(pointers)];
  const others = texts.filter((word) => !isOfDate(word, language) && !known.some((some) => some.has(word)));
  return others.length <= mostOthers && others.length * 2 < texts.length;
}

const harmless = new Set(['until', 'any', 'all', 'not', 'aren', 'haven', 'isn', 'will', ...idle]);

/**
 * Whether a text announces what becomes of it, "We're updating our terms on 5 January. Until then, the terms below apply.":
 * each of its sentences is about the text or leads on, nobody agrees to anything, and nothing is done with data.
 */
export function isAnnouncement(words: readonly GuardedWord[], language: string): boolean {
  const pointers = pointerWordsOf(language);
  const whole = guardWordsOf(language)?.whole;
  if (!pointers || !whole) return false;
  const isAbout = (sentence: readonly GuardedWord[]) => {
    const texts = plainWords(sentence);
    const decides = sentence.filter(({ kind }) => deciding.has(kind)).flatMap((word) => plainWords([word]));
    return (
      texts.some((word) => pointers.texts.has(word)) &&
      !texts.some((word) => whole.acts.has(word) || whole.data.has(word)) &&
      !sentence.some(({ kind }) => kind === 'concern') &&
      decides.every((word) => harmless.has(word) || word === 't')
    );
  };
  const sentences = sentencesOf(words);
  const starts = guardWordsOf(language)?.starts;
  const begins = (texts: readonly string[]) =>
    texts.some((word) => starts?.has(word)) && texts.some((word) => isOfDate(word, language));
  return (
    sentences.some(
      (sentence) =>
        isAbout(sentence) && (isRecast(plainWords(sentence), pointers) || begins(plainWords(sentence))),
    ) && sentences.every((sentence) => isAbout(sentence) || points(sentence, pointers, language))
  );
}

const farthestRecast = 5;

// "We have also moved", "hemos actualizado": who has the text says what they do to it.
function isRecast(words: readonly string[], { own, recast }: PointerWords): boolean {
  return words.some((word, at) => {
    const [next = '', ...rest] = words.slice(at + 1, at + 1 + farthestRecast);
    if (!own.has(word)) return false;
    return recast.has(next) || (own.has(next) && rest.some((later) => recast.has(later)));
  });
}

function plainWords(words: readonly GuardedWord[]): string[] {
  return words.flatMap(({ text }) => (isWord(text) ? lower(text).split("'") : []));
}

function lower(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
