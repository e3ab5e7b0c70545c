import { quotedPaths } from '../../resolve/quotation.ts';
import type { Spot, Subject, WrittenText } from '../rule.ts';
import { quotable } from './quotable.ts';
import { sentenceAt, sentencesOf } from './sentences.ts';
import { blankQuotations } from './text-index.ts';
import { acrossLines, type Match, matches, sectionsAbove } from './written-texts.ts';

/** What a policy says it does not do, in words; `words` are short enough to quote. */
export type Claim = { at: Spot; words: string; about: string; text: WrittenText };

const no = String.raw`\b(?:no|not any)\s`;
const doNot = String.raw`\b(?:do|does|will|did)(?: not|n['’]t)\s|\bnever\s`;
const others = '(?:other |third[- ]party |different |unrelated )';
const sites = '(?:web ?sites|sites|apps)';
const data = '(?:data|information|details|it|them)';
const kind = '(?:tracking |advertising |marketing |analytics )?';

const patterns = {
  noThirdParty: new RegExp(
    String.raw`${no}third[- ]party ${kind}cookies\b|(?:${doNot})(?:use|set|place|allow|permit)(?: or \w+)?\s(?:any )?third[- ]party ${kind}cookies\b`,
  ),
  noAdvertising: new RegExp(
    [
      String.raw`${no}(?:advertising|ad|marketing|retargeting) (?:cookies|pixels|trackers|tracking|networks|identifiers)\b`,
      String.raw`\bthere is no advertising\b`,
      String.raw`\b(?:cookies|personal (?:data|information)|your (?:data|information)) (?:is|are) (?:not|never) used (?:for|in) (?:\w+ )?(?:advertising|ads|marketing)\b`,
      String.raw`(?:${doNot})use (?:any )?(?:cookies|(?:your |any )?personal (?:data|information)|your (?:data|information)) for (?:\w+ )?(?:advertising|ads)\b`,
    ].join('|'),
  ),
  noCrossSite: new RegExp(
    [
      String.raw`${no}cross[- ]site tracking\b`,
      String.raw`(?:${doNot})(?:track|follow|profile|collect)\b[^.;]{0,80}? (?:(?:across|over) ${others}?|on ${others})${sites}`,
    ].join('|'),
  ),
  noSale: new RegExp(
    [
      String.raw`(?:${doNot})(?:sell|rent or sell|sell or rent)\b[^.;]{0,60}?\b${data}\b`,
      String.raw`\b${data}\b[^.;]{0,40}? (?:is|are|be) (?:not|never) sold\b`,
    ].join('|'),
  ),
};

/**
 * Finds where a policy says in English that it does not do something. A claim with an exception is none; nor is one
 * about a part: some cookies, some pages, some people, or the entry of a list.
 */
export function claims(subject: Subject, name: keyof typeof patterns): Claim[] {
  return matches(subject, patterns[name], ({ path }) => !listsOfParts.has(String(path[0])))
    .filter((match) => !exception.test(sentenceAround(match)) && !isOfPart(match))
    .map(({ at, words, text }) => ({
      at,
      words: quotable(words),
      about: /third[- ]party (\w+) cookies/i.exec(words)?.[1]?.toLowerCase() ?? '',
      text,
    }));
}

const listsOfParts: ReadonlySet<string> = new Set([
  'categories',
  'cookies',
  'audiences',
  'data',
  'purposes',
  'recipients',
  'retention',
  'transfers',
]);

const exception = acrossLines(
  /\b(?:if|unless|except|excepting|other than|apart from|until|before|beyond what|without (?:your |prior |their |explicit |express )*(?:consent|agreement|permission|asking))\b/i,
);

const part = acrossLines(
  /\b(?:browsers?|chat|videos?|widgets?|windows?|players?|necessary|essential|session|functional|these|this (?:cookie|data|information)|you)\b[^.;:]*$/i,
);
const partOfAll = acrossLines(
  /\b(?:child(?:ren)?|minors|students|pupils)\b|\b(?:under|below|younger than) (?:the age of )?(?:[0-9]{1,2}|thirteen|sixteen|eighteen)\b|\bsensitive\b|\b(?:on|in|during) (?:our|the|this|these|your) (?:\w+[- ]){1,2}(?:pages?|forms?|screens?|area|section)\b/i,
);

function isOfPart({ at, text }: Pick<Match, 'at' | 'text'>): boolean {
  const offset = at.mark?.offset ?? 0;
  const { words, offset: start } = sentenceAt(text, offset);
  const before = words.slice(0, offset - start);
  const isOfVendor = quotedPaths(before).some((path) => path.startsWith('vendors.'));
  return isOfVendor || part.test(blankQuotations(before)) || partOfAll.test(words);
}

/** Finds every match of a pattern in a sentence that denies nothing. */
export function affirmed(
  subject: Pick<Subject, 'policy' | 'texts'>,
  pattern: RegExp,
  among?: (text: WrittenText) => boolean,
): Match[] {
  return matches(subject, pattern, among).filter(({ at, text }) => !isNegated(sentenceAround({ at, text })));
}

function sentenceAround({ at, text }: Pick<Match, 'at' | 'text'>): string {
  return sentenceAt(text, at.mark?.offset ?? 0).words;
}

/** Whether a sentence of a text matches a pattern and denies nothing. */
export function affirms(text: string, pattern: RegExp): boolean {
  const wide = acrossLines(pattern);
  return sentencesOf(text).some(({ words }) => wide.test(words) && !isNegated(words));
}

/** Whether a sentence denies something. */
export function isNegated(sentence: string): boolean {
  return /\b(?:no|not|never|nor|none|neither|without|cannot)\b|n['’]t\b/i.test(sentence);
}

/** A part of a text and where it starts. */
type Piece = { words: string; offset: number };

/** The paragraphs of a Markdown text, and the items of its lists, with where each starts. */
export function paragraphs(text: string): Piece[] {
  const gaps = [...text.matchAll(/\n{2,}|\n(?=\s*(?:[-*+]|\d+\.)\s)/g)];
  const starts = [0, ...gaps.map(({ 0: gap, index }) => index + gap.length)];
  return starts.map((offset, index) => ({ words: text.slice(offset, gaps[index]?.index), offset }));
}

/** The title of the section a text stands in, of several the innermost; nothing outside sections. */
export function titleAbove({ policy }: Subject, { path }: Pick<WrittenText, 'path'>): string {
  return sectionsAbove(policy.sections, path).at(-1)?.title ?? '';
}
