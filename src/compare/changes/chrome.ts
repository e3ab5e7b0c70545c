import { isWord, makeTokenize } from '../../text/tokens.ts';
import { chromePhrasesOf } from './chrome-phrases.ts';

// What a page of a site says around a text, where a text was taken from one: "Skip to content", "Was this helpful? Yes No".

const longestPhrase = 7;
const longestText = 200;

/** Whether a text is nothing but phrases that pages say around texts; one word alone may be an answer or a name. */
export function isChrome(text: string, language: string): boolean {
  const phrases = chromePhrasesOf(language);
  if (!phrases || text.length > longestText) return false;
  const words = makeTokenize(language)(text.toLowerCase()).filter(
    (token) => isWord(token) && !/^\d+$/.test(token),
  );
  let hasPhrase = false;
  for (let at = 0; at < words.length; ) {
    const length = phraseAt(words, at, phrases);
    if (length === 0) return false;
    hasPhrase ||= length > 1;
    at += length;
  }
  return hasPhrase;
}

// How many words the longest phrase has that begins at one; 0 for none.
function phraseAt(words: readonly string[], at: number, phrases: ReadonlySet<string>): number {
  for (let length = longestPhrase; length > 0; length--)
    if (phrases.has(words.slice(at, at + length).join('_')) && at + length <= words.length) return length;
  return 0;
}
