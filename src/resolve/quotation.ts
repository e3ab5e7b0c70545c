import { z } from 'zod';
import { type ValueKind, valueKinds } from '../../schemas/values.ts';
import { makeMemory, oncePer } from '../memory.ts';
import type { Problem } from '../problem.ts';
import { placesOfKey } from '../read/known-keys.ts';
import { decide, isMap, schemaAt, valueAt } from '../read/shape.ts';
import { keysCalled } from '../read/usual-names.ts';
import { phoneAddress } from '../text/phone.ts';
import { contextsAt, escapeMarkdown, escapeMarks, proseText } from '../text/prose.ts';
import type { Quote } from '../text/quoted.ts';
import { shorten } from '../text/shorten.ts';
import { type Reader, showList, showValue } from '../text/show.ts';
import { suggest, suggestHelp } from '../text/suggest.ts';
import type { QuotedFact } from './policy-model.ts';
import { mayHold } from './uncertain.ts';

/**
 * A file whose facts can be quoted: its value and the schema that tells how each fact is shown; `raw` is what stands in
 * the file, where that has faults and `value` is what could be kept of it.
 */
export type Scope = { value: unknown; schema: z.core.$ZodType; raw?: unknown };

/**
 * A fault at an offset of a text; the caller knows where the text stands. What to do next is worked out only where the
 * fault is told: it can mean a comparison with every fact there is.
 */
export type TextFault = Pick<Problem, 'rule' | 'message'> & {
  help?: () => string | undefined;
  offset: number;
  length: number;
};

/** A text with its quotations filled, and the way back from an offset in it to one in the source. */
export type FilledText = {
  text: string;
  faults: TextFault[];
  /** The paths that were quoted, whether they lead to a fact or not. */
  quoted: string[];
  /** Where in the text its facts stand. */
  quotes: Quote[];
  /** Those facts by their paths, as they are written. */
  facts: Record<string, QuotedFact>;
  toSource(offset: number): number;
};

type Context = ReturnType<typeof contextsAt>[number] | 'plain';
type Quotation = { path: string; offset: number; length: number };
type Fact = { value: unknown; kind: ValueKind | undefined; isValid: boolean };
type Replacement =
  | { text: string; fact: QuotedFact }
  | { fault: Omit<TextFault, 'offset' | 'length'> }
  | 'uncertain';

/**
 * Puts facts into the `{{ path }}` of a text, nearest scope first, shown as their type is shown.
 * In Markdown a value is escaped for the place it stands in, so that it shows as it is.
 * Reports quotations of what does not exist, of what is not a single fact, and braces that are no quotation.
 */
export function fillQuotations(
  text: string,
  form: 'plain' | 'markdown',
  scopes: Scope[],
  reader: Reader,
): FilledText {
  if (!text.includes('{{') && !text.includes('}}'))
    return { text, faults: [], quoted: [], quotes: [], facts: {}, toSource: (offset) => offset };
  const quotations = findQuotations(text);
  const offsets = quotations.map(({ offset }) => offset);
  const contexts = form === 'markdown' ? contextsAt(text, offsets) : [];
  const filling: Filling = { pieces: [], faults: strayBraces(text, form, quotations), quotes: [], facts: {} };
  let [end, length] = [0, 0];
  for (const [index, quotation] of quotations.entries()) {
    filling.pieces.push({ text: text.slice(end, quotation.offset), source: end, copied: true });
    length += quotation.offset - end;
    const replacement = replace(quotation.path, contexts[index] ?? 'plain', scopes, reader);
    length += fill(filling, quotation, replacement, { length, most: longest[form] });
    end = quotation.offset + quotation.length;
  }
  filling.pieces.push({ text: text.slice(end), source: end, copied: true });
  const { pieces, ...found } = filling;
  return {
    ...found,
    text: pieces.map((piece) => piece.text).join(''),
    quoted: quotations.map(({ path }) => path),
    toSource: (offset) => toSource(pieces, offset),
  };
}

// A short text can quote a long one a thousand times.
const longest = { plain: 2_000, markdown: 20_000 };

type Piece = { text: string; source: number; copied: boolean };
type Filling = Pick<FilledText, 'faults' | 'quotes' | 'facts'> & { pieces: Piece[] };

/** Puts a fact in its place, or leaves its path there where it cannot stand. Gives the length of what was put. */
function fill(
  { pieces, faults, quotes, facts }: Filling,
  { path, ...span }: Quotation,
  replacement: Replacement,
  { length, most }: { length: number; most: number },
): number {
  const shown = replacement !== 'uncertain' && 'text' in replacement ? replacement : undefined;
  const isTooLong = shown && length + shown.text.length > most;
  const fault = isTooLong ? tooLong(most) : faultOf(replacement);
  if (fault) faults.push({ ...fault, offset: span.offset, length: span.length });
  const text = fault || !shown ? path : shown.text;
  pieces.push({ text, source: span.offset, copied: false });
  if (fault || !shown) return text.length;
  quotes.push({ start: length, end: length + text.length, path });
  facts[path] = shown.fact;
  return text.length;
}

function faultOf(replacement: Replacement) {
  return replacement !== 'uncertain' && 'fault' in replacement ? replacement.fault : undefined;
}

function tooLong(most: number): Omit<TextFault, 'offset' | 'length'> {
  return {
    rule: 'prose/size',
    message: `Unexpected length of a text with the facts it quotes, expected at most ${most.toLocaleString('en')} characters.`,
    help: () => 'Quote less in it, or divide the text.',
  };
}

function toSource(pieces: Piece[], offset: number): number {
  let start = 0;
  for (const piece of pieces) {
    if (offset < start + piece.text.length) return piece.source + (piece.copied ? offset - start : 0);
    start += piece.text.length;
  }
  const last = pieces.at(-1);
  return last ? last.source + last.text.length : offset;
}

/** The paths a text quotes, in order. */
export function quotedPaths(text: string): string[] {
  return text.includes('{{') ? findQuotations(text).map(({ path }) => path) : [];
}

/**
 * Where a filled text shows the facts that it quotes, from how it was written and what the facts are: what stands between
 * two quotations stands in both texts.
 */
export function quotesOf(
  written: string,
  filled: string,
  facts: Readonly<Record<string, QuotedFact>>,
): Quote[] {
  const quotations = findQuotations(written);
  const quotes: Quote[] = [];
  let end = quotations[0]?.offset ?? 0;
  for (const [index, { path, offset, length }] of quotations.entries()) {
    const next = quotations[index + 1];
    const between = next
      ? written.slice(offset + length, next.offset)
      : written.slice(offset + length).trimEnd();
    const start = end;
    end = next ? endOf(facts[path], between, { filled, start }) : filled.length - between.length;
    if (end < start) return quotes;
    quotes.push({ start, end, path });
    end += between.length;
  }
  return quotes;
}

// What follows a fact may stand in the fact as well; most facts stand there as they are written.
function endOf(
  fact: QuotedFact | undefined,
  between: string,
  { filled, start }: { filled: string; start: number },
): number {
  const forms = typeof fact === 'string' ? [fact, escapeMarkdown(fact)] : [];
  const form = forms.find((one) => filled.startsWith(`${one}${between}`, start));
  return form === undefined ? filled.indexOf(between, start) : start + form.length;
}

function findQuotations(text: string): Quotation[] {
  return [...text.matchAll(/\{\{([^{}\n]*)\}\}/g)].map((match) => ({
    path: (match[1] ?? '').trim(),
    offset: match.index,
    length: match[0].length,
  }));
}

function strayBraces(text: string, form: 'plain' | 'markdown', quotations: Quotation[]): TextFault[] {
  let next = 0;
  // Both are in the order of the text.
  const isInside = (offset: number) => {
    while (next < quotations.length && endOfQuotation(quotations[next]) <= offset) next++;
    return (quotations[next]?.offset ?? text.length) <= offset;
  };
  const strays = [...text.matchAll(/\{\{|\}\}/g)].filter((match) => !isInside(match.index));
  return strays
    .filter(([braces], index) => braces === '{{' || strays[index - 1]?.[0] !== '{{')
    .map((match) => ({
      rule: 'quotation/syntax',
      offset: match.index,
      length: 2,
      message: `Unexpected \`${match[0]}\`, expected a quotation on one line like \`{{ contacts.privacy.email }}\`.`,
      help: () => bracesHelp(text, match.index, form),
    }));
}

function bracesHelp(text: string, at: number, form: 'plain' | 'markdown'): string {
  if (/^\{{3}|^\}{3}/.test(text.slice(at, at + 3)))
    return 'Write two braces on each side of the path: three are no quotation.';
  const otherwise = form === 'plain' ? 'leave the braces out' : 'write \\{\\{ and \\}\\} to show them';
  return `Put both pairs of braces on one line with a path between them, or ${otherwise}.`;
}

function endOfQuotation(quotation: Quotation | undefined): number {
  return quotation ? quotation.offset + quotation.length : 0;
}

function replace(path: string, context: Context, scopes: Scope[], reader: Reader): Replacement {
  if (path === '') return { fault: emptyQuotation };
  const fact = factsOf(scopes)(path);
  if (!fact) {
    const isUncertain = scopes.some((scope) => mayHold(scope, path.split('.')));
    return isUncertain ? 'uncertain' : { fault: unknownPath(path, scopes) };
  }
  if (Array.isArray(fact.value) && fact.value.every((item) => typeof item === 'string')) {
    const shown = showList(
      fact.value.map((item) => showValue(item, fact.kind, reader)),
      reader,
    );
    return { text: place(shown, 'text', context), fact: fact.value };
  }
  if (typeof fact.value !== 'string' && typeof fact.value !== 'number')
    return fact.isValid ? { fault: notAFact(path, fact.value) } : 'uncertain';
  if (String(fact.value).includes('{{')) return { fault: nested(path) };
  return { text: place(showValue(fact.value, fact.kind, reader), fact.kind, context), fact: fact.value };
}

// Texts of a file quote the same few facts.
const factsOf = oncePer((scopes: Scope[]) => {
  const remember = makeMemory<Fact | 'none'>(200);
  return (path: string): Fact | undefined => {
    const fact = remember(path, () => lookUp(path, scopes) ?? 'none');
    return fact === 'none' ? undefined : fact;
  };
});

function lookUp(path: string, scopes: Scope[]): Fact | undefined {
  const keys = path.split('.');
  for (const { value, schema } of scopes) {
    const found = valueAt(value, keys);
    if (found === undefined) continue;
    const leafKeys = Array.isArray(found) ? [...keys, '0'] : keys;
    const leaf = schemaAt(schema, value, leafKeys);
    // A value with a fault of its own cannot be shown as a date or a country: it stands as it is written.
    const isValid = leaf && z.safeParse(leaf, valueAt(value, leafKeys)).success;
    return {
      value: found,
      kind: isValid ? kindOf(leaf, valueAt(value, leafKeys)) : 'text',
      isValid: isValid ?? true,
    };
  }
  return undefined;
}

// Of a union that has no kind of its own, the option that the value is tells.
function kindOf(leaf: z.core.$ZodType, value: unknown): ValueKind | undefined {
  const option = decide(leaf, value);
  return valueKinds.get(leaf)?.kind ?? (option && valueKinds.get(option)?.kind);
}

// How a value is written so that Markdown shows it, by its kind and what surrounds it.
function place(shown: string, kind: ValueKind | undefined, context: Context): string {
  if (context === 'link-url') return kind === 'phone' ? digitsOf(shown) : encodeDestination(shown);
  if (context === 'plain' || context === 'code') return kind === 'prose' ? proseText(shown) : shown;
  if (kind === 'prose') return shown;
  if (context === 'text' && kind === 'email') return `[${escapeMarks(shown)}](mailto:${shown})`;
  if (context === 'text' && kind === 'url') return `<${shown}>`;
  if (context === 'text' && kind === 'phone') return phoneLink(shown);
  return escapeMarkdown(shown);
}

function phoneLink(phone: string): string {
  const address = phoneAddress(phone);
  return address ? `[${escapeMarkdown(phone)}](${address})` : escapeMarkdown(phone);
}

function digitsOf(phone: string): string {
  return (phoneAddress(phone) ?? phone).replaceAll(/[^+0-9]/g, '');
}

// A destination ends at a space or a bracket; written so, it stays one, and is checked as one.
function encodeDestination(shown: string): string {
  return shown.replaceAll(
    /[\s<>()\\]/g,
    (character) => `%${character.charCodeAt(0).toString(16).padStart(2, '0')}`,
  );
}

function unknownPath(path: string, scopes: Scope[]): Omit<TextFault, 'offset' | 'length'> {
  return {
    rule: 'quotation/unknown',
    message: `Unexpected quotation of \`${shorten(path)}\`, expected the path of a fact in this policy, its product or the site.`,
    help: () => {
      const shared = sharedFact(path.split('.'), scopes);
      if (shared) return `All cookies of its category have it: quote \`${shared}\`.`;
      const [first = ''] = path.split('.');
      // What nobody has written yet is near to nothing that is there.
      const isThere = scopes.some(({ value }) => isMap(value) && Object.hasOwn(value, first));
      const owner = isThere || !path.includes('.') ? '' : (placesOfKey(first) ?? '');
      if (/ is a key of (?:a policy|\w+\.yaml)\.$/.test(owner))
        return `Nothing is written under \`${first}\`. ${owner}`;
      const known = factsIn.get(scopes) ?? [...new Set(scopes.flatMap(({ value }) => factPaths(value)))];
      factsIn.set(scopes, known);
      const called = nearPath(path, known);
      if (called) return called;
      const last = path.split('.').at(-1) ?? path;
      const sameEnd = known.filter((candidate) => candidate === last || candidate.endsWith(`.${last}`));
      const near = nearest(path, known) ?? suggestHelp(path, sameEnd.slice(0, 6));
      return near ?? (/^sections\..*\.number$/.test(path) ? numberHelp : pathHelp);
    },
  };
}

// Under its usual name; or, where all but its last part leads somewhere, what there is.
function nearPath(path: string, known: readonly string[]): string | undefined {
  const keys = path.split('.');
  const usual = keys.map((key) => keysCalled(key)[0] ?? key.toLowerCase()).join('.');
  if (known.includes(usual)) return `Did you mean \`${usual}\`?`;
  const parent = keys.slice(0, -1).join('.');
  const beside = known.filter((one) => parent !== '' && one.slice(0, one.lastIndexOf('.')) === parent);
  const ends = beside.map((one) => one.slice(parent.length + 1));
  const near = suggest(keys.at(-1) ?? '', ends);
  if (near) return `Did you mean \`${parent}.${near}\`?`;
  return beside.length > 0
    ? `\`${parent}\` holds ${beside
        .slice(0, 6)
        .map((one) => `\`${one}\``)
        .join(', ')}.`
    : undefined;
}

// What a category says of all its cookies is written there alone.
function sharedFact([inventory, id = '', ...field]: readonly string[], scopes: Scope[]): string | undefined {
  if (inventory !== 'cookies' || field.length === 0) return undefined;
  for (const { value } of scopes) {
    const category = valueAt(value, ['cookies', id, 'category']);
    const keys = ['categories', String(category), 'each', ...field];
    if (typeof category === 'string' && valueAt(value, keys) !== undefined) return keys.join('.');
  }
  return undefined;
}

// The quotations of a file all look in the same places.
const factsIn = new WeakMap<Scope[], string[]>();

const pathHelp = 'Write the keys that lead to the fact, with dots between them: `contacts.privacy.email`.';

const numberHelp =
  'Sections have a number where `numbering` gives them one, clauses where they begin with a mark like (a).';

const emptyQuotation: Omit<TextFault, 'offset' | 'length'> = {
  rule: 'quotation/syntax',
  message: 'Unexpected braces with nothing between them, expected the path of a fact.',
  help: () => pathHelp,
};

function nearest(path: string, known: string[]): string | undefined {
  const help = suggestHelp(path, known);
  return help?.startsWith('Did you mean') ? help : undefined;
}

function factPaths(value: unknown, prefix = ''): string[] {
  if (!isMap(value)) return typeof value === 'string' || typeof value === 'number' ? [prefix] : [];
  const join = (key: string) => (prefix ? `${prefix}.${key}` : key);
  return Object.entries(value).flatMap(([key, child]) => factPaths(child, join(key)));
}

function notAFact(path: string, value: unknown): Omit<TextFault, 'offset' | 'length'> {
  return {
    rule: 'quotation/not-a-fact',
    message: `Unexpected quotation of \`${shorten(path)}\`, expected a single fact: a text, a date, a period or a number.`,
    help: () => {
      const below = factPaths(value).slice(0, 4);
      return below.length > 0
        ? `It holds ${below.map((key) => `\`${path}.${key}\``).join(', ')}.`
        : undefined;
    },
  };
}

function nested(path: string): Omit<TextFault, 'offset' | 'length'> {
  return {
    rule: 'quotation/not-a-fact',
    message: `Unexpected quotation of \`${shorten(path)}\`, which itself quotes; expected a fact that quotes nothing.`,
    help: () => 'Quote the facts in it directly.',
  };
}
