import { makeMemory } from '../memory.ts';

// What a reader takes for one word must never be cut: UAX #29 names the words and the characters, we add that numbers,
// names and times ("1,000", "e-mail", "v2.1", "user_id", "a@b.example") are one word. Where a script writes no spaces, words are
// those of the dictionary of ICU.

/** Cuts a text into words, spaces and punctuation; joining the tokens gives the text. */
type Tokenize = (text: string) => string[];

const unspaced = ['Hani', 'Hira', 'Kana', 'Thai', 'Laoo', 'Khmr', 'Mymr']
  .map((script) => `\\p{scx=${script}}`)
  .join('');
const unspacedRun = `[[\\p{L}\\p{M}\\p{N}]&&[${unspaced}]]+`;
const start = `[[\\p{L}\\p{N}]--[${unspaced}]]`;
// Joiners and soft hyphens stand inside words.
const rest = `[[\\p{L}\\p{M}\\p{N}\\u00AD\\u200C\\u200D]--[[\\p{L}\\p{N}]&&[${unspaced}]]]*`;
const spacedWord = `${start}${rest}(?:(?:['’._\\-]|(?<=\\p{Nd})[,\\/](?=\\p{Nd}))${start}${rest})*`;
const token = new RegExp(`(?<run>${unspacedRun})|${spacedWord}|[^]`, 'gv');

// An address is one word, and what follows it as punctuation is none of it.
const address = '[\\w.+%\\-]+@[\\w\\-]+(?:\\.[\\w\\-]+)+|https?:\\/\\/[!-~]*[\\w\\/=&#~$+%\\-]';
const tokenOrAddress = new RegExp(`${address}|${token.source}`, 'gv');

// Every character here is a grapheme of its own, whatever stands beside it, and of a script with spaces.
const hasLongGraphemes =
  /[^\t\n\u0020-\u02BB\u02BD-\u02FF\u0370-\u0482\u048A-\u052F\u2010-\u2027\u2030-\u203B\u20A0-\u20BF]/;
const isWordToken = /[\p{L}\p{N}]/u;

/** Tells a word from a space and from punctuation. */
export function isWord(token: string): boolean {
  const first = token.charCodeAt(0);
  // The letters most words begin with, small and large.
  if ((first >= 97 && first <= 122) || (first >= 65 && first <= 90)) return true;
  return isWordToken.test(token);
}

const remember = makeMemory<Tokenize>(50);

/** The tokenizer of a language; the language decides nothing but the words of scripts without spaces. */
export function makeTokenize(language: string): Tokenize {
  return remember(language, () => tokenizerOf(language));
}

function tokenizerOf(language: string): Tokenize {
  const words = new Intl.Segmenter(language, { granularity: 'word' });
  const graphemes = new Intl.Segmenter(language, { granularity: 'grapheme' });
  return (text) => {
    const pattern = /@|:\/\//.test(text) ? tokenOrAddress : token;
    // Most texts have neither, and what a match is made of takes longer than the match.
    if (!hasLongGraphemes.test(text)) return text.match(pattern) ?? [];
    const tokens = [...text.matchAll(pattern)].flatMap(({ 0: found, groups }) =>
      groups?.run ? Array.from(words.segment(found), ({ segment }) => segment) : [found],
    );
    return keepGraphemes(tokens, graphemes.segment(text));
  };
}

function keepGraphemes(tokens: readonly string[], graphemes: Intl.Segments): string[] {
  const starts = new Set(Array.from(graphemes, ({ index }) => index));
  const whole: string[] = [];
  let offset = 0;
  for (const token of tokens) {
    if (starts.has(offset)) whole.push(token);
    else whole.push((whole.pop() ?? '') + token);
    offset += token.length;
  }
  return whole;
}

/** A token and where in its text it stands, in UTF-16 units. */
export type PlacedToken = { text: string; start: number; end: number };

/** The words and marks of a text in their places; white space is left out. */
export function placedTokens(text: string, language: string): PlacedToken[] {
  let end = 0;
  return makeTokenize(language)(text)
    .map((token) => {
      const start = end;
      end += token.length;
      return { text: token, start, end };
    })
    .filter((token) => token.text.trim() !== '');
}
