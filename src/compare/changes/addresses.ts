import type { PlacedToken } from '../../text/tokens.ts';
import type { TokenRun } from './date-stamps.ts';

// Where somebody or something is found: an address says nothing of what is done, and its digits count nothing.

/** A stretch of a text, from one character up to another. */
export type Range = { start: number; end: number };

// Addresses of pages, of mail that a site hides, and files. `Kelp.example` may be a company.
const addressForms = [
  /\b[a-z][a-z\d+.-]*:\/\/[^\s<>"”)\]]+|\bwww\.[^\s<>"”)\]]+/giu,
  /\[email[\s\u00a0]protected\]/giu,
  /[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.(?:\p{Ll}{2,6}(?![\p{L}\p{N}])\/[^\s<>"”)\]]*|(?:pdf|docx?|html?|md|txt)\b)/gu,
];

// Where people are written to and called.
const reachForms = [
  /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}.-]+\p{L}{2,}/gu,
  // Alone, as in a cell: figures that begin with 0, or that no thousands part.
  /^(?:0\d{1,4}(?:[ .\u00a0-]\d{2,5}){2,4}|\d{3}[ .\u00a0-]\d{3}[ .\u00a0-]\d{4})$/gu,
  /\+\d[\d\s().-]{6,}\d|\(\d{3}\)\s?\d{3}-\d{4}|(?<!\d)\d{3}-\d{3}-\d{4}(?!\d)|(?<![\d.,] ?)0\d(?:[ .\u00a0]\d\d){4}(?![ .,]?\d)/gu,
];

// What a company has to its name in a register: its share capital, and the court that keeps the register.
const registerForms = [
  /\b(?:au capital(?: social)?|share capital|stammkapital|grundkapital|capitale sociale|capital social)(?: de| of| von| beträgt| i\.v\.)?:?\s*(?:€|EUR\s)?\s*\d[\d\s.,'’]*\d(?:\s*(?:euros?\b|€|EUR\b))?/giu,
  /\b(?:R\.\s?C\.\s?S\.?|RCS)(?:\s(?:de\s|d['’])?)\p{Lu}[\p{L}-]+|\b(?:Amtsgericht|Registergericht)\s\p{Lu}\p{L}+(?:,?\sHRB\s\d+)?/gu,
];

/** Where a text has what a register says of a company: "au capital de 34 000 euros", "R.C.S. de Paris". */
export function registersIn(text: string): Range[] {
  return /capital|kapital|gericht|R\.?\s?C\.?\s?S/i.test(text)
    ? registerForms.flatMap((form) => matchesOf(form, text))
    : [];
}

// What a template fills in or reads, a link in Markdown whose destination was not understood, and the letters that stand out
// of an address that a site hides.
const sourceForms = [
  /\{[{%:#][^{}]*\}{1,2}/gu,
  /\]\(#[^()\n]{1,80}\)|\]\[[^\]\s]+\]|\]\[?\([^()\s]+\)|\[\]\([^()]*\)/gu,
  /(?<![\p{L}\p{N}._%+-])[\p{L}\p{N}._%+-]+(?=\[email[\s\u00a0]protected\])|(?<=\[email[\s\u00a0]protected\])[\p{Ll}\p{N}][\p{Ll}\p{N}.-]*/gu,
];

/** Where a text has addresses of pages and files. */
export function addressesIn(text: string): Range[] {
  return addressForms.flatMap((form) => matchesOf(form, text));
}

/** Where a text has addresses of mail and numbers of telephones. */
export function reachesIn(text: string): Range[] {
  return reachForms.flatMap((form) => matchesOf(form, text));
}

/** Where a text has source that was to be read by a machine: `{{ site.email }}`, `{: .lead }`, `](page)`, a script. */
export function sourcesIn(text: string): Range[] {
  if (isScript(text)) return [{ start: 0, end: text.length }];
  return /[{\]]/.test(text) ? sourceForms.flatMap((form) => matchesOf(form, text)) : [];
}

const fewestSigns = 12;
const scriptShare = 0.08;

// A program that a page brought along: `var a = {"b": 1};`. No prose has so many of its signs.
function isScript(text: string): boolean {
  const signs = text.match(/[{}()[\]";=\\|_]/g)?.length ?? 0;
  return signs >= fewestSigns && signs > scriptShare * text.length;
}

/** Where a text has a pattern. */
export function matchesOf(form: RegExp, text: string): Range[] {
  return Array.from(text.matchAll(form), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}

const farthestNumber = 5;
const longestRest = 14;

/**
 * Where tokens are the address of a place: from the number of a house, or the word for a street, to the code or the town
 * behind it. `places` are the words for streets and the like, in small letters.
 */
export function postalRuns(tokens: readonly PlacedToken[], places: ReadonlySet<string>): TokenRun[] {
  if (places.size === 0) return [];
  const runs: TokenRun[] = [];
  for (const [index, { text }] of tokens.entries()) {
    if (!/^\p{Lu}/u.test(text) || !isPlace(text, places)) continue;
    const isBefore = hasNumberBehind(tokens, index) || hasNumberAfterName(tokens, index);
    const start = houseNumber(tokens, index) ?? (isBefore ? index : undefined);
    if (start !== undefined) runs.push({ start, end: endOfPlace(tokens, index) });
  }
  return [...runs, ...britishRuns(tokens)];
}

// "22–26 Whitehall, London, SW1A 2EG": a British code says by itself that an address ends, and a house begins it.
function britishRuns(tokens: readonly PlacedToken[]): TokenRun[] {
  return tokens.flatMap(({ text }, index) => {
    const isCode = /^[A-Z]{1,2}\d[A-Z\d]?$/.test(text) && /^\d[A-Z]{2}$/.test(tokens[index + 1]?.text ?? '');
    return isCode ? [{ start: houseBefore(tokens, index), end: index + 2 }] : [];
  });
}

function houseBefore(tokens: readonly PlacedToken[], code: number): number {
  let start = code;
  for (let at = code - 1; at >= Math.max(0, code - longestRest); at--) {
    const text = tokens[at]?.text ?? '';
    if (/^\d+(?:[–-]\d+)?\p{L}?$/u.test(text)) start = at;
    else if (!/^\p{Lu}|^[.,'’–-]$|^of$/u.test(text)) break;
  }
  return start;
}

// "Friedrichstrasse", "Solvägen": in some languages the street and its name are one word.
// Before the name of a street, as languages of Latin have it.
const streetWord = /^(?:via|viale|piazza|calle|avenida|rua|praça|rue)$/i;

function isPlace(text: string, places: ReadonlySet<string>): boolean {
  const word = text.toLowerCase();
  return (
    places.has(word) ||
    streetWord.test(word) ||
    /\p{L}{3}(?:stra(?:ss|ß)e|gasse|platz|allee|straat|laan|plein|gatan|vägen|gade)$/u.test(word)
  );
}

// "2 Harrison St.", "149 New Montgomery Street", "12 rue de Paradis".
function houseNumber(tokens: readonly PlacedToken[], place: number): number | undefined {
  for (let at = place - 1; at >= Math.max(0, place - farthestNumber); at--) {
    const text = tokens[at]?.text ?? '';
    if (/^\d+\p{L}?$/u.test(text)) return at;
    if (!/^\p{Lu}|^[.,'’#-]$|^\p{Ll}{1,3}$|^\d+(?:st|nd|rd|th)$/u.test(text)) return undefined;
  }
  return undefined;
}

// "Suite 175", "P.O. Box 549".
function hasNumberBehind(tokens: readonly PlacedToken[], place: number): boolean {
  return [1, 2].some((step) => /^#?\d/.test(tokens[place + step]?.text ?? ''));
}

// "Via Chiana, 38", "Calle de Alcalá 21".
function hasNumberAfterName(tokens: readonly PlacedToken[], place: number): boolean {
  if (!streetWord.test(tokens[place]?.text ?? '')) return false;
  const behind = tokens.slice(place + 1, place + 1 + farthestNumber).map(({ text }) => text);
  const at = behind.findIndex((text) => /^\d{1,4}\p{L}?$/u.test(text));
  // "Via Phone 24 hours" is no street.
  if (/^\p{Ll}/u.test(tokens[place + at + 2]?.text ?? '')) return false;
  return at > 0 && behind.slice(0, at).every((text) => /^(?:\p{Lu}|,$|de$|della?$|del$|di$|la$)/u.test(text));
}

// Names and digits belong to it, up to a word in small letters or one with a colon, as "Email:".
function endOfPlace(tokens: readonly PlacedToken[], place: number): number {
  let end = place + 1;
  for (let at = place + 1; at < Math.min(tokens.length, place + longestRest); at++) {
    const text = tokens[at]?.text ?? '';
    if (!/^[\p{Lu}\p{N}#]|^[.,()'’–-]$|^(?:st|nd|rd|th|de|of)$/u.test(text)) break;
    if (tokens[at + 1]?.text === ':') break;
    if (/^[\p{L}\p{N}]/u.test(text)) end = at + 1;
  }
  return end;
}
