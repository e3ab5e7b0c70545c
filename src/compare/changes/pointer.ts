import { isWord } from '../../text/tokens.ts';
import { guardWordsOf } from './guard-words.ts';
import type { GuardedWord } from './guarded-words.ts';

// Sentences that only say where more is to be read or whom to ask: they promise nothing and allow nothing.

const deciding: ReadonlySet<GuardedWord['kind']> = new Set(['duty', 'unit', 'pace', 'company', 'country']);

/** Whether every sentence of a text only points to another one, or to somebody who answers. */
export function isPointer(words: readonly GuardedWord[], language: string): boolean {
  const sentences = sentencesOf(words);
  return sentences.length > 0 && sentences.every((sentence) => points(sentence, language));
}

function sentencesOf(words: readonly GuardedWord[]): GuardedWord[][] {
  const sentences: GuardedWord[][] = [];
  for (const word of words) {
    const last = sentences.at(-1);
    if (last && !word.startsSentence) last.push(word);
    else sentences.push([word]);
  }
  return sentences.filter((sentence) => sentence.some(({ text }) => isWord(text)));
}

// "For more information, please see our privacy policy." What it is about stands in its opening.
function points(sentence: readonly GuardedWord[], language: string): boolean {
  const guard = guardWordsOf(language);
  if (!guard || sentence.some(({ kind }) => deciding.has(kind))) return false;
  const texts = sentence.filter(({ text }) => text === ',' || isWord(text)).map(({ text }) => lower(text));
  const comma = guard.pointers.openings.has(texts[0] ?? '') ? texts.indexOf(',') + 1 : 0;
  const [opening, rest] = [texts.slice(0, comma), texts.slice(comma)];
  if (comma > 0 && !opening.some((word) => guard.pointers.topics.has(word))) return false;
  const verb = rest.find((word) => !guard.pointers.fillers.has(word)) ?? '';
  if (guard.pointers.reads.has(verb)) return true;
  return guard.courtesies.has(verb) && !sentence.some(({ kind }) => kind === 'concern');
}

function lower(text: string): string {
  return text.toLowerCase().replaceAll('’', "'");
}
