import type { PlacedToken } from '../../text/tokens.ts';
import { matchesOf, type Range } from './addresses.ts';
import type { TokenRun } from './date-stamps.ts';
import type { GuardWords } from './guard-words.ts';

// What a text calls other texts and parts of itself: whatever the words of a title decide elsewhere, there they only name.

type Tokens = readonly PlacedToken[];

const longestTitle = 14;

/** Where the title of a part of a text stands behind the number it is cited by: “Section 3 (Risk and liability)”. */
export function citedTitles(tokens: Tokens, { cites }: Pick<GuardWords, 'cites'>): TokenRun[] {
  if (cites.size === 0) return [];
  return tokens.flatMap(({ text }, index) => {
    if (!cites.has(text.toLowerCase())) return [];
    const isNumbered = isPartNumber(tokens[index + 1]?.text ?? '');
    const start = index + (isNumbered ? 2 : 1);
    const from = tokens[start]?.text === ',' ? start + 1 : start;
    const end = endOfTitle(tokens, from);
    return end === undefined ? [] : [{ start: from, end }];
  });
}

/** Whether a word numbers a part of a text, and not of a law, of which there are more: “4”, “11.10”, “P”. */
export function isPartNumber(text: string): boolean {
  return /^(?:\d{1,2}|\p{Lu})(?:\.\d{1,2})*$/u.test(text);
}

const part =
  /(?:abs(?:atz)?|satz|para(?:graph|grafo)?|lid|lit|buchst(?:abe)?|lett(?:era|er)?|letra|onder|point|apartado|alinea)\.?\s*\w{1,3}\b/;
const piece = `(?:\\(\\w{1,4}\\)|\\.?\\d+|${part.source}|\\.\\p{Ll}(?!\\p{L})|\\p{Ll}\\))`;
const letters = '(?:\\(\\w{1,4}\\))+';
// "Section 12(c) of the Act", "Section 230(c)": a text has fewer sections.
const lawSection = `\\bsections?\\s(?:\\d{3,}${letters}|\\d+${letters}(?=\\s+of\\s+(?!th(?:is|ese)\\b|our\\b)))`;
const lawForm = new RegExp(
  `\\bart(?:icles?|ículos?|icol[oi]|igos?|ikel[sn]?|s)?\\.?\\s*\\d+\\p{L}?(?:(?:[\\s,]|\\b(?:and|or|und|oder|et|ou|y|o|e|en|of)\\b)*${piece})*|\\b\\d+\\(\\d+\\)${letters}|${lawSection}`,
  'giu',
);

/** Where a text cites a law: “Article 6(1)(f)”, “Art. 6 Abs. 1 lit. f”, “6(1)(f)”, “Section 230(c)”. */
export function lawCitations(text: string): Range[] {
  return /\d/.test(text) ? matchesOf(lawForm, text) : [];
}

/** Whether a word of such a citation says which part of an article is meant, though it is no figure: “f”, “iv”, “6.1.f”. */
export function isLawLetter(text: string): boolean {
  return /^(?:[\d.]*\p{Ll}|[ivx]+)$/iu.test(text);
}

const closings: Readonly<Record<string, string>> = { '(': ')', '“': '”', '"': '"', '‘': '’' };

function endOfTitle(tokens: Tokens, start: number): number | undefined {
  const closing = closings[tokens[start]?.text ?? ''];
  if (!closing || !isCapital(tokens[start + 1]?.text)) return undefined;
  for (let at = start + 2; at <= start + longestTitle; at++) if (tokens[at]?.text === closing) return at + 1;
  return undefined;
}

type Documents = Pick<GuardWords, 'documents' | 'duties'>;

/** Where a text names another one by its title, in capitals: “the Kelp Personal Data Policy”, “Terms of Sale”. */
export function titledTexts(tokens: Tokens, { documents, duties }: Documents): TokenRun[] {
  if (documents.size === 0) return [];
  const isOfTitle = (at: number) =>
    isCapital(tokens[at]?.text) && !duties.has((tokens[at]?.text ?? '').toLowerCase());
  return tokens.flatMap(({ text }, index) => {
    // Where all is in capitals, none of them tells a title.
    if (!/^\p{Lu}\p{Ll}/u.test(text) || !documents.has(text.toLowerCase())) return [];
    const run = {
      start: edgeOf(isOfTitle, tokens, { from: index, step: -1 }),
      end: edgeOf(isOfTitle, tokens, { from: index, step: 1 }) + 1,
    };
    return run.end - run.start > 1 ? [run] : [];
  });
}

type Walk = { from: number; step: 1 | -1 };

// The last word in capitals on one side, over small words that stand inside a title.
function edgeOf(isOfTitle: (at: number) => boolean, tokens: Tokens, { from, step }: Walk): number {
  let edge = from;
  for (let at = from + step; Math.abs(at - from) <= longestTitle; at += step) {
    if (isOfTitle(at)) edge = at;
    else if (!/^(?:of|and|for|the|on|&|-|–|’s)$/.test(tokens[at]?.text ?? '')) break;
  }
  return edge;
}

function isCapital(text = ''): boolean {
  return /^\p{Lu}/u.test(text);
}
