import { isWord, type PlacedToken } from '../../text/tokens.ts';
import { isDate, isOfDate } from './date-line.ts';
import { guardWordsOf } from './guard-words.ts';

/** A run of tokens, from one index up to another. */
export type TokenRun = { start: number; end: number };

type Tokens = readonly PlacedToken[];

/**
 * Where a text says when it was written or from when it binds: "Last updated: 2 May 2026", at the start of a sentence or
 * in brackets, with nothing said of anything else. `startsSentence` tells at which tokens a sentence begins.
 */
export function dateStamps(
  tokens: Tokens,
  language: string,
  startsSentence: (index: number) => boolean,
): TokenRun[] {
  const guard = guardWordsOf(language);
  if (!guard || !tokens.some(({ text }) => /\d/.test(text))) return [];
  const runs: TokenRun[] = [];
  for (let start = 0; start < tokens.length; start++) {
    const isInside = /^[,(|–—]$/.test(tokens[start - 1]?.text ?? '');
    const isBegun = startsSentence(start) || (isInside && isOneOf(tokens[start], guard.stamps));
    if (!isBegun || start < (runs.at(-1)?.end ?? 0)) continue;
    const end = endOfStamp(tokens, start, language);
    if (end !== undefined) runs.push({ start, end });
  }
  return runs;
}

function endOfStamp(tokens: Tokens, start: number, language: string): number | undefined {
  const guard = guardWordsOf(language);
  let end = start;
  let dated = start;
  for (; end < tokens.length; end++) {
    const { text } = tokens[end] ?? { text: '' };
    if (isOfDate(text, language)) dated = end + 1;
    else if (isWord(text) ? !isOneOf(tokens[end], guard?.dates) : !/^[,:.()/–-]$/.test(text)) break;
  }
  const run = tokens.slice(start, dated);
  const words = run.map(({ text }) => text);
  // A whole day by itself, ahead of everything else, dates what follows.
  const isAhead =
    start === 0 && run.length > 2 && run.every(({ text }) => !isWord(text) || isOfDate(text, language));
  const isSaid = isAhead || run.some((token) => isOneOf(token, guard?.stamps));
  const goesOn = /^\p{Ll}/u.test(tokens[dated]?.text ?? '');
  return isSaid && isDate(words, language) && !goesOn ? dated : undefined;
}

function isOneOf(token: PlacedToken | undefined, words: ReadonlySet<string> | undefined): boolean {
  return words?.has(token?.text.toLowerCase() ?? '') ?? false;
}
