import { isWord, makeTokenize } from '../../text/tokens.ts';
import type { TextBlock } from './page-text.ts';

// A text as numbers: its tokens in order, and its words sorted.
type Lexed = { tokens: Int32Array; bag: Int32Array };

/** Numbers for tokens, the same for both pages. */
export type Lexicon = {
  lex(block: TextBlock): Lexed;
  text(token: number): string;
  isWord(token: number): boolean;
};

/** Makes the lexicon of a comparison; a text is cut into tokens once. */
export function makeLexicon(language: string): Lexicon {
  const tokenize = makeTokenize(language);
  const ids = new Map<string, number>();
  const tokens: string[] = [];
  const words: boolean[] = [];
  const seen = new Map<TextBlock, Lexed>();
  const idOf = (token: string) => {
    const known = ids.get(token);
    if (known !== undefined) return known;
    ids.set(token, tokens.length);
    words.push(isWord(token));
    return tokens.push(token) - 1;
  };
  return {
    lex(block) {
      const known = seen.get(block);
      if (known) return known;
      const items = Int32Array.from(tokenize(block.text), idOf);
      const wordItems = items.filter((item) => words[item]);
      // A text without words is compared by what it has.
      const lexed = { tokens: items, bag: (wordItems.length > 0 ? wordItems : items.slice()).sort() };
      seen.set(block, lexed);
      return lexed;
    },
    text: (token) => tokens[token] ?? '',
    isWord: (token) => words[token] ?? false,
  };
}

/** The Dice coefficient of two sorted bags: 1 for equal ones, 0 for those with nothing in common. */
export function similarity(one: Int32Array, other: Int32Array): number {
  let i = 0;
  let j = 0;
  let common = 0;
  while (i < one.length && j < other.length) {
    // Both indices are inside.
    const order = (one[i] as number) - (other[j] as number);
    if (order === 0) common++;
    if (order <= 0) i++;
    if (order >= 0) j++;
  }
  const size = one.length + other.length;
  return size === 0 ? 0 : (2 * common) / size;
}

/** What the similarity of bags of these sizes can be at most; cheap, and often enough to know. */
export function mostSimilarity(one: Int32Array, other: Int32Array): number {
  const size = one.length + other.length;
  return size === 0 ? 0 : (2 * Math.min(one.length, other.length)) / size;
}
