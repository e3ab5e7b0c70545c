import { blankQuotations } from './written-texts.ts';

/** A sentence of a text, as it was written, and where it starts there. */
export type Sentence = { offset: number; words: string };

/** The sentences of a Markdown text, in order; an item of a list is one of its own. */
export function sentencesOf(text: string): Sentence[] {
  const blank = blankQuotations(text);
  const ends = [...blank.matchAll(/[.!?]["”’)*]*(?=\s)|\n\s*\n|\n(?=\s*([-*+]|\d+[.)])\s)/g)].map(
    (end) => end.index + end[0].length,
  );
  return [...ends, text.length].flatMap((end, index) => {
    const start = ends[index - 1] ?? 0;
    const words = text.slice(start, end);
    if (words.trim() === '') return [];
    const indent = words.length - words.trimStart().length;
    return [{ offset: start + indent, words: words.trim() }];
  });
}

/** The sentence around an offset of a text. */
export function sentenceAt(text: string, offset: number): Sentence {
  return sentencesOf(text).findLast((one) => one.offset <= offset) ?? { offset: 0, words: text };
}
