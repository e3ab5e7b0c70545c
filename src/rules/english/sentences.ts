import { indexOf, indexOfText, type Sentence } from './text-index.ts';

type Text = string | { readonly text: string };

/** The sentences of a Markdown text, in order; an item of a list is one of its own. */
export function sentencesOf(text: Text): readonly Sentence[] {
  return (typeof text === 'string' ? indexOfText(text) : indexOf(text)).sentences;
}

/** The sentence around an offset of a text. */
export function sentenceAt(text: Text, offset: number): Sentence {
  const whole = typeof text === 'string' ? text : text.text;
  return sentencesOf(text).findLast((one) => one.offset <= offset) ?? { offset: 0, words: whole };
}
