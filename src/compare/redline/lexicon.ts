import { oncePer } from '../../memory.ts';
import { isWord, makeTokenize } from '../../text/tokens.ts';
import type { Effort } from '../align/effort.ts';
import { dateFinder } from './dates.ts';
import { ownAddresses } from './own-address.ts';
import { type Span, type TextBlock, textBreak } from './page-text.ts';

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

/** The lexicon of a comparison. A text stands in several, and is cut into tokens once, until there are too many tokens. */
export function lexiconOf(language: string): Lexicon {
  const known = lexicons.get(language);
  if (known && known.size() <= mostTokens) return known;
  const lexicon = makeLexicon(language);
  lexicons.set(language, lexicon);
  return lexicon;
}

const mostTokens = 50_000;
const lexicons = new Map<string, Lexicon & { size(): number }>();

function makeLexicon(language: string): Lexicon & { size(): number } {
  const tokenize = makeTokenize(language);
  const findDates = dateFinder(language);
  const ids = new Map<string, number>();
  const tokens: string[] = [];
  const words: boolean[] = [];
  const idOf = (token: string) => {
    const known = ids.get(token);
    if (known !== undefined) return known;
    ids.set(token, tokens.length);
    words.push(isWord(token));
    return tokens.push(token) - 1;
  };
  // The text of a block is that of its runs.
  const lexed = oncePer((spans: readonly Span[]): Lexed => {
    const text = spans.map((span) => span.text).join('');
    const cut = tokenize(text);
    const items = Int32Array.from(cut, idOf);
    const wordItems = items.filter((item) => words[item]);
    return {
      tokens: items,
      // A text without words is compared by what it has.
      bag: (wordItems.length > 0 ? wordItems : items.slice()).sort(),
      inside: placesInside(cut, inOrder([...findDates(text), ...ownAddresses(spans)])),
    };
  });
  return {
    lex: ({ spans }) => lexed(spans),
    text: (token) => tokens[token] ?? '',
    isWord: (token) => words[token] ?? false,
    space: idOf(' '),
    break: idOf(textBreak),
    size: () => tokens.length,
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
