import { isWord, makeTokenize } from '../../text/tokens.ts';
import type { Effort } from '../align/effort.ts';
import { dateFinder } from './dates.ts';
import { ownAddresses } from './own-address.ts';
import { type TextBlock, textBreak } from './page-text.ts';

// A text as numbers: its tokens in order, and its words sorted. `inside` are the places between tokens, by the token
// behind them, where something that is one thing would be cut.
type Lexed = { tokens: Int32Array; bag: Int32Array; inside: ReadonlySet<number> };

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
  const findDates = dateFinder(language);
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
      const cut = tokenize(block.text);
      const items = Int32Array.from(cut, idOf);
      const wordItems = items.filter((item) => words[item]);
      // A text without words is compared by what it has.
      const lexed = {
        tokens: items,
        bag: (wordItems.length > 0 ? wordItems : items.slice()).sort(),
        inside: placesInside(cut, inOrder([...findDates(block.text), ...ownAddresses(block.spans)])),
      };
      seen.set(block, lexed);
      return lexed;
    },
    text: (token) => tokens[token] ?? '',
    isWord: (token) => words[token] ?? false,
    space: idOf(' '),
    break: idOf(textBreak),
  };
}

type Stretch = { start: number; end: number };

function inOrder(stretches: readonly Stretch[]): Stretch[] {
  return stretches.toSorted((one, other) => one.start - other.start);
}

function placesInside(tokens: readonly string[], stretches: readonly Stretch[]): Set<number> {
  const places = new Set<number>();
  let [offset, at] = [0, 0];
  for (const [index, token] of stretches.length > 0 ? tokens.entries() : []) {
    while ((stretches[at]?.end ?? Number.POSITIVE_INFINITY) <= offset) at++;
    if ((stretches[at]?.start ?? Number.POSITIVE_INFINITY) < offset) places.add(index);
    offset += token.length;
  }
  return places;
}
