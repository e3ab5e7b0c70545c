import type { z } from 'zod';
import { references } from '../../schemas/values.ts';
import { oncePer } from '../memory.ts';
import { type Place, type Problem, tellFirst, type Untold } from '../problem.ts';
import type { ParsedFile } from '../read/parse.ts';
import type { YamlPath } from '../read/places.ts';
import { kindOf, type Leaf, mapLeaves, valueAt } from '../read/shape.ts';
import { valuesCalled } from '../read/usual-names.ts';
import { markInName } from '../text/foreign-marks.ts';
import { readSiteTarget } from '../text/link-target.ts';
import { inspectProse } from '../text/prose.ts';
import type { Quote } from '../text/quoted.ts';
import { shorten } from '../text/shorten.ts';
import type { Reader } from '../text/show.ts';
import { suggestHelp } from '../text/suggest.ts';
import type { DisclosureName, QuotedFact } from './policy-model.ts';
import { type FilledText, fillQuotations, type Scope, type TextFault } from './quotation.ts';
import { mayHold } from './uncertain.ts';

/** A link to a place of the site found in a text, to be checked once every policy is known. */
export type FoundLink = { url: string; place: Place };

/** Ids that exist, by the inventory they stand in. */
export type Targets = Partial<Record<DisclosureName, readonly string[]>>;

export type Filled<T> = {
  value: T;
  problems: Problem[];
  links: FoundLink[];
  /** The facts its texts quote and its ids name: `vendors.stripe`, `contacts.privacy.email`. */
  uses: Set<string>;
  /** Where its texts quote facts, by the paths of those texts in the file. */
  quotes: Map<string, Quote[]>;
  /** Its texts that quote facts. */
  quoting: QuotingText[];
};

/** A text that quotes facts: as it is written, as it is shown, and the facts by their paths, as those are written. */
export type QuotingText = { written: string; text: string; quoted: Record<string, QuotedFact> };

// Asked of every leaf of every file, and put together anew each time by what keeps it.
const referenceOf = oncePer((schema: Leaf['schema']) => references.get(schema));

/** What a file is filled with: its schema and value, what its texts can quote and how that is shown, and the ids that exist. */
type Filling<T> = { schema: z.ZodType; value: T; scopes: Scope[]; reader: Reader; targets?: Targets };

/**
 * Fills the quotations of every text in a validated file, and checks its Markdown and its references by id.
 * Returns a copy in which every text is final, the problems with their places, and the links to be checked later.
 */
export function fillFile<T>(
  file: ParsedFile,
  { schema, value, scopes, reader, targets }: Filling<T>,
): Filled<T> {
  const untold: Untold[] = [];
  const links: FoundLink[] = [];
  const uses = new Set<string>();
  const quotes = new Map<string, Quote[]>();
  const quoting: QuotingText[] = [];
  const isKnown = knownIn(targets, scopes);
  const filled = mapLeaves(schema, value, (leaf) => {
    if (!isKnown(leaf) && !hasLostOne(file, leaf))
      untold.push({ severity: 'error', tell: () => unknownId(file, leaf, targets, scopes) });
    const reference = referenceOf(leaf.schema);
    if (reference) uses.add(`${reference.to}.${leaf.value}`);
    const kind = kindOf(leaf.schema);
    if (typeof leaf.value !== 'string' || (kind !== 'text' && kind !== 'prose')) return leaf.value;
    const result = fillText(file, leaf.path, leaf.value, kind, scopes, reader);
    for (const fault of result.untold) untold.push(fault);
    for (const link of result.links) links.push(link);
    for (const path of result.quoted) uses.add(path);
    if (result.quotes.length > 0) {
      quotes.set(leaf.path.join('.'), result.quotes);
      quoting.push({
        written: kind === 'prose' ? leaf.value.trimEnd() : leaf.value,
        text: result.text,
        quoted: result.facts,
      });
    }
    return result.text;
  });
  return { value: filled, problems: tellFirst(untold), links, uses, quotes, quoting };
}

type FoundInText = Omit<FilledText, 'faults' | 'toSource'> & { untold: Untold[]; links: FoundLink[] };

function fillText(
  file: ParsedFile,
  path: YamlPath,
  source: string,
  kind: 'text' | 'prose',
  scopes: Scope[],
  reader: Reader,
): FoundInText {
  const filled = fillQuotations(source, kind === 'prose' ? 'markdown' : 'plain', scopes, reader);
  const placeOf = (offset: number, length: number) => file.placeInside(path, offset, length);
  const toUntold = ({ offset, length, help, ...fault }: TextFault): Untold => ({
    severity: 'error',
    tell: () => ({ ...fault, severity: 'error', help: help?.(), place: placeOf(offset, length) }),
  });
  const untold = filled.faults.map(toUntold);
  const { quoted, quotes, facts } = filled;
  if (kind === 'text') {
    const mark = markInName(filled.text);
    if (mark) untold.push(toUntold({ ...mark, help: () => mark.help }));
    return { text: filled.text, untold, links: [], quoted, quotes, facts };
  }
  const found = inspectProse(filled.text);
  const inSource = ({ offset, length }: { offset: number; length: number }) => {
    const start = filled.toSource(offset);
    return { offset: start, length: Math.max(1, filled.toSource(offset + length) - start) };
  };
  for (const { help, ...fault } of found.faults)
    untold.push(toUntold({ ...fault, help: () => help, ...inSource(fault) }));
  const links = found.links.flatMap((link): FoundLink[] => {
    if (!readSiteTarget(link.url)) return [];
    const { offset, length } = inSource(link);
    return [{ url: link.url, place: placeOf(offset, length) }];
  });
  return { text: filled.text.trimEnd(), untold, links, quoted, quotes, facts };
}

/** Whether an id stands twice where a leaf's is looked for: one of the two was meant to be another, and is told. */
function hasLostOne(file: ParsedFile, { schema }: Leaf): boolean {
  const twice = file.problems.filter(({ rule }) => rule === 'yaml/duplicate-key');
  if (twice.length === 0) return false;
  const { line, endLine } = file.place([referenceOf(schema)?.to ?? ''], 'value');
  return twice.some(({ place }) => line <= place.line && place.line <= endLine);
}

/** Tells whether what a leaf refers to exists, or may have been meant to. */
function knownIn(targets: Targets | undefined, scopes: readonly Scope[]): (leaf: Leaf) => boolean {
  const sets = new Map<string, ReadonlySet<unknown>>();
  return ({ schema, value }) => {
    const reference = referenceOf(schema);
    if (!reference || !targets || typeof value !== 'string') return true;
    const { to, or } = reference;
    const known = sets.get(to) ?? new Set(targets[to]);
    sets.set(to, known);
    return or.includes(value) || known.has(value) || scopes.some((scope) => mayHold(scope, [to, value]));
  };
}

function unknownId(
  file: ParsedFile,
  { path, schema, value }: Leaf,
  targets: Targets | undefined,
  scopes: readonly Scope[],
): Problem {
  const { to = '', or = [] } = referenceOf(schema) ?? {};
  const known = [...or, ...((to && targets?.[to]) || [])];
  return {
    rule: 'reference/unknown',
    severity: 'error',
    message: `Unexpected \`${shorten(String(value))}\`, expected an id from \`${to}\`.`,
    place: file.place(path, 'value'),
    help:
      ownHelp(String(value), or, scopes) ??
      suggestHelp(String(value), known) ??
      `Add \`${to}:\` with an entry of this id.`,
  };
}

// Who publishes the policy is named by a word, not by a name.
function ownHelp(value: string, or: readonly string[], scopes: readonly Scope[]): string | undefined {
  const names = [['name'], ['controller', 'name'], ['publisher', 'name']];
  const isOwn = scopes.some((scope) => names.some((path) => valueAt(scope.value, path) === value));
  const called = isOwn ? ['self'] : valuesCalled(value);
  const word = called.find((one) => or.includes(one));
  return word && `Write \`${word}\`.`;
}
