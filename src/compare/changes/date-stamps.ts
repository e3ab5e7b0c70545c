import { isWord, type PlacedToken } from '../../text/tokens.ts';
import { isDate, isOfDate } from './date-line.ts';
import { type GuardWords, guardWordsOf } from './guard-words.ts';

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
    if (start < (runs.at(-1)?.end ?? 0)) continue;
    const isInside = /^[,(|·–—]$/.test(tokens[start - 1]?.text ?? '');
    const isBegun = startsSentence(start) || (isInside && isOneOf(tokens[start], guard.stamps));
    const end = isBegun ? endOfStamp(tokens, start, language) : undefined;
    const last = end ?? endOfLastUpdate(tokens, start, language);
    if (last !== undefined) runs.push({ start, end: last });
  }
  return runs;
}

function endOfStamp(tokens: Tokens, start: number, language: string): number | undefined {
  const guard = guardWordsOf(language);
  const titled = endOfTitle(tokens, start, guard);
  let end = start;
  let dated = start;
  for (; end < tokens.length; end++) {
    const { text } = tokens[end] ?? { text: '' };
    if (end < titled) continue;
    if (isOfDate(text, language)) dated = end + 1;
    else if (isWord(text) ? !isOneOf(tokens[end], guard?.dates) : !/^[,:.()/–-]$/.test(text)) break;
  }
  const run = tokens.slice(start, dated);
  const words = run.map(({ text }) => text);
  // A whole day by itself, ahead of everything else, dates what follows, and so does a month with nothing behind it.
  const isAll = dated === tokens.length && words.some((word) => withYear.test(word));
  const isAhead =
    start === 0 &&
    (run.length > 2 || isAll) &&
    run.every(({ text }) => !isWord(text) || isOfDate(text, language));
  const isSaid = isAhead || run.some((token) => isOneOf(token, guard?.stamps));
  const goesOn = /^\p{Ll}/u.test(tokens[dated]?.text ?? '');
  return isSaid && isDate(words, language) && !goesOn ? dated : undefined;
}

const withYear = /^(?:19|20)\d\d$|^\d+(?:[-./]\d+){2}$/;

const longestTitle = 10;

// "This Sailor Privacy Notice is effective from 1 January 2026", "This version of our questions and answers took effect on 1
// January 2026": what has the date is called as it is.
function endOfTitle(tokens: Tokens, start: number, guard: GuardWords | undefined): number {
  const named = tokens.findIndex((token, at) => at > start && isOneOf(token, guard?.documents));
  const isName =
    /^(?:this|these|our)$/i.test(tokens[start]?.text ?? '') &&
    named - start <= longestTitle &&
    tokens.slice(start + 1, named + 1).every(({ text }) => /^\p{Lu}/u.test(text));
  if (named > 0 && isName) return named + 1;
  const isVersion = isOneOf(tokens[start], guard?.dates) && versions.test(tokens[start + 1]?.text ?? '');
  if (!isVersion) return start;
  const said = tokens.findIndex((token, at) => at > start + 1 && isOneOf(token, guard?.stamps));
  const isTitle = said > 0 && said - start <= longestTitle;
  return isTitle && !tokens.slice(start, said).some(({ text }) => /\d/.test(text)) ? said - 1 : start;
}

const versions = /^(?:version|fassung|versión|versione|versie|versão)$/i;

// "Kelp last updated its Terms of Sale on 6 August 2026": of whatever else the sentence speaks, that day is the text's.
function endOfLastUpdate(tokens: Tokens, start: number, language: string): number | undefined {
  const { text } = tokens[start] ?? { text: '' };
  if (text.length !== 4 || text.toLowerCase() !== 'last') return undefined;
  if (!isOneOf(tokens[start + 1], guardWordsOf(language)?.stamps)) return undefined;
  const isOf = (at: number) => isOfDate(tokens[at]?.text ?? '', language);
  // "Accounts last updated by you before 3 May": no text is.
  const isOwn = /^(?:this|these|our|the|its|on|:)$/i.test(tokens[start + 2]?.text ?? '');
  let at = start + 2;
  while (isOwn && at - start < longestTitle && !isOf(at) && isOfTitle(tokens[at]?.text ?? '')) at++;
  let end = at;
  while (isOf(end) || (end > at && /^[,.]$/.test(tokens[end]?.text ?? '') && isOf(end + 1))) end++;
  const words = tokens.slice(at, end).map(({ text }) => text);
  return isDate(words, language) && !/^\p{Ll}/u.test(tokens[end]?.text ?? '') ? end : undefined;
}

function isOfTitle(text: string): boolean {
  return isWord(text) || text === ':';
}

function isOneOf(token: PlacedToken | undefined, words: ReadonlySet<string> | undefined): boolean {
  return words?.has(token?.text.toLowerCase() ?? '') ?? false;
}
