import { isWord, makeTokenize } from '../../text/tokens.ts';
import type { Effort } from '../align/effort.ts';
import { type TextBlock, textBreak } from './page-text.ts';

// A text as numbers: its tokens in order, and its words sorted.
type Lexed = { tokens: Int32Array; bag: Int32Array };

/** Numbers for tokens, the same for both pages. */
export type Lexicon = {
  lex(block: TextBlock): Lexed;
  text(token: number): string;
  isWord(token: number): boolean;
  /** The token of a space, and of the break between two texts. */
  space: number;
  break: number;
};

/** What every step of a comparison needs. */
export type Comparing = { lexicon: Lexicon; effort: Effort };

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
    space: idOf(' '),
    break: idOf(textBreak),
  };
}
