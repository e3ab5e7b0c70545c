import { isMap } from '../../read/shape.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import type { Quote, QuotedRun } from '../../text/quoted.ts';
import { spansOf } from '../redline/page-text.ts';
import type { Comparison, Draft } from './change.ts';
import { aliasesOf } from './compare.ts';
import { isDateLine } from './date-line.ts';
import { guardWordsOf } from './guard-words.ts';
import { inferQuotes, isTelling, type ShownFact, shownFact } from './inferred-quotes.ts';

// Prose that quotes a fact changes with it. The fact is told as a change of its own, and its quotations are not told
// again.

/** A text of one version, its spaces folded; without `quotes` nobody knows which facts it quotes. */
export type Said = { text: string; quotes?: readonly Quote[] };

/** A Markdown text of a policy, and where it quotes facts, if that is known. */
export type ProseText = { markdown: string; quotes?: readonly Quote[] | undefined };

type Side = 'before' | 'after';

/** What the changes of facts explain of the changes of prose. */
export type Restated = {
  /** Whether two texts are the same but for facts that changed. */
  isRestated(before: Said, after: Said): boolean;
  /** Whether a text that came or went is nothing but a fact that changed. */
  isFact(said: Said, side: Side): boolean;
  /** Where a text quotes facts whose change is told; its partner in the other version may know what it does not. */
  quotesIn(said: Said, side: Side, other?: Said): Quote[];
  /** The numbers of sections and clauses that two texts cite, where those are others now. */
  renumbered(before: Said, after: Said): { before: string; after: string } | undefined;
  /** Whether a change of what is quoted by this path is told by itself. */
  isTold(path: string): boolean;
};

/** Tells what the changes of facts explain of the changes of prose. */
export function restatedBy(drafts: readonly Draft[], comparison: Comparison): Restated {
  const told = toldFacts(drafts, comparison);
  const paths = new Map(told.flatMap(({ path }) => pathsOf(path, comparison).map((own) => [own, path])));
  const shown = (side: Side) => told.map((fact) => shownFact(fact.path, fact[side], comparison.reader));
  const facts = { before: shown('before'), after: shown('after') };
  const ofVersion = (fact: ShownFact) => isDateOfVersion(fact.path);
  const dates = { before: facts.before.filter(ofVersion), after: facts.after.filter(ofVersion) };
  const telling = { before: facts.before.filter(isTelling), after: facts.after.filter(isTelling) };
  // A company that has another name is told once, whether a text quotes its name or has it written out.
  const names = { before: telling.before.filter(isName), after: telling.after.filter(isName) };
  const known = (quotes: readonly Quote[]) =>
    quotes.flatMap((quote) => {
      const path = paths.get(quote.path) ?? (isNumber(quote.path) ? quote.path : undefined);
      return path === undefined ? [] : [{ ...quote, path }];
    });
  // What one version quotes at a place, the other may be taken to quote there. Where neither says, to tell a thing twice
  // is better than not to tell it.
  const looked = (side: Side, { quotes }: Said, other: Said | undefined): readonly ShownFact[] => {
    if (quotes) return [];
    if (!other?.quotes) return telling[side];
    const quoted = new Set(known(other.quotes).map(({ path }) => path));
    return facts[side].filter(({ path }) => quoted.has(path));
  };
  const quotesIn = (said: Said, side: Side, other?: Said): Quote[] =>
    said.quotes ? known(said.quotes) : inferQuotes(said.text, looked(side, said, other));
  const datesIn = ({ text }: Said, side: Side) => inferQuotes(text, dates[side]);
  const oneSided = new Set(
    told.flatMap(({ path, before, after }) => ((before === undefined) === (after === undefined) ? [] : path)),
  );
  // A fact went, and its quotation with it: nothing else is another.
  const isGone = (said: Said, side: Side, other: Said) => {
    const quotes = quotesIn(said, side, other).filter(({ path }) => oneSided.has(path));
    return quotes.length > 0 && withoutQuotes(said.text, quotes, comparison) === other.text;
  };
  return {
    quotesIn,
    renumbered: (before, after) => {
      const [old, now] = [citedIn(before), citedIn(after)];
      return old === now ? undefined : { before: old, after: now };
    },
    isTold: (path) => paths.has(path) || isNumber(path),
    isRestated: (before, after) => {
      if (before.text === after.text) return false;
      if (isGone(before, 'before', after) || isGone(after, 'after', before)) return true;
      const isSaid = before.quotes !== undefined || after.quotes !== undefined;
      const isDated = [before.text, after.text].every((text) => isDateLine(text, comparison.reader.language));
      const quotes = (said: Said, side: Side, other: Said) =>
        !isSaid && isDated ? datesIn(said, side) : quotesIn(said, side, other);
      const named = (said: Said, side: Side) => inferQuotes(said.text, names[side]);
      return isSameBut(
        { text: before.text, quotes: [...quotes(before, 'before', after), ...named(before, 'before')] },
        { text: after.text, quotes: [...quotes(after, 'after', before), ...named(after, 'after')] },
      );
    },
    isFact: (said, side) =>
      said.text !== '' &&
      quotesIn(said, side).some(({ start, end }) => start === 0 && end === said.text.length),
  };
}

// A text without what it quotes, and without the preposition before that: "backups for 12 months" is "backups".
function withoutQuotes(text: string, quotes: readonly Quote[], { reader }: Comparison): string {
  const prepositions = guardWordsOf(reader.language)?.small.prepositions ?? new Set();
  const left = quotes
    .toSorted((one, other) => other.start - one.start)
    .reduce((rest, { start, end }) => {
      const lead = rest.slice(0, start).trimEnd();
      const last = /\S+$/.exec(lead)?.[0] ?? '';
      const kept = prepositions.has(last.toLowerCase()) ? lead.slice(0, -last.length) : lead;
      return `${kept.trimEnd()} ${rest.slice(end).trimStart()}`;
    }, text);
  return left.replaceAll(/ (?=[.,;:!?])/g, '').trim();
}

function isName({ path }: ShownFact): boolean {
  return path === 'product.name' || path === 'controller.name' || /^vendors\.[^.]+\.name$/.test(path);
}

function citedIn({ text, quotes = [] }: Said): string {
  const cited = quotes.filter(({ path }) => isNumber(path));
  return cited.map(({ start, end }) => text.slice(start, end)).join(', ');
}

// What a section or clause is numbered with follows from the sections, a change of which is told.
function isNumber(path: string): boolean {
  return /^sections\.[^.]+\.number$/.test(path);
}

type ToldFact = { path: string; before?: unknown; after?: unknown };

const datesOfVersion = ['updated', 'effective', 'reviewed'] as const;

function isDateOfVersion(path: string): boolean {
  return datesOfVersion.some((key) => key === path);
}

// The facts of which a change is told, and those that name the version.
function toldFacts(drafts: readonly Draft[], { before, after }: Comparison): ToldFact[] {
  return [
    ...drafts.flatMap(({ path, before: old, after: now }) => valuesIn({ path, before: old, after: now })),
    ...datesOfVersion.map((key) => ({
      path: key,
      before: before[key],
      after: after[key],
    })),
    { path: 'change.summary', before: before.change?.summary, after: after.change?.summary },
  ];
}

// A thing that came or went as a whole, with each field of it. An entry is told by its name, and its row in a table by all
// that it says.
function valuesIn(fact: ToldFact): ToldFact[] {
  const { path, before, after } = fact;
  const [whole, side] = before === undefined ? [after, 'after' as const] : [before, 'before' as const];
  if (path.includes('.') || !isMap(whole) || (before !== undefined && after !== undefined)) return [fact];
  return [fact, ...Object.entries(whole).map(([key, value]) => ({ path: `${path}.${key}`, [side]: value }))];
}

// The paths a fact is quoted by: the product's own, and those of an entry whose id is another now.
function pathsOf(path: string, { after }: Comparison): string[] {
  if (path === 'product.name') return ['name'];
  const [inventory = '', id = '', ...rest] = path.split('.');
  const entries: unknown = Reflect.get(after.facts, inventory);
  const entry: unknown =
    typeof entries === 'object' && entries !== null ? Reflect.get(entries, id) : undefined;
  const former = typeof entry === 'object' && entry !== null ? aliasesOf(entry) : [];
  return [path, ...former.map((old) => [inventory, old, ...rest].join('.'))];
}

// Facts that look alike can be matched in more than one way: all are tried, and no pair of places twice.
function isSameBut(before: Required<Said>, after: Required<Said>): boolean {
  if (before.quotes.length === 0 || after.quotes.length === 0) return false;
  const seen = new Set<number>();
  const ways: [old: number, now: number][] = [[0, 0]];
  for (let way = ways.pop(); way; way = ways.pop()) {
    const [old, now] = way;
    const key = old * (after.text.length + 1) + now;
    if (seen.has(key)) continue;
    seen.add(key);
    if (old === before.text.length && now === after.text.length) return true;
    for (const [one, other] of sharedFacts(quotesAt(before, old), quotesAt(after, now)))
      ways.push([one.end, other.end]);
    if (old < before.text.length && before.text[old] === after.text[now]) ways.push([old + 1, now + 1]);
  }
  return false;
}

function quotesAt({ quotes }: Required<Said>, place: number): Quote[] {
  return quotes.filter(({ start }) => start === place);
}

function sharedFacts(olds: readonly Quote[], news: readonly Quote[]): [Quote, Quote][] {
  return olds.flatMap((old) =>
    news.flatMap((now): [Quote, Quote][] => (old.path === now.path ? [[old, now]] : [])),
  );
}

/** A Markdown text as it is written. */
export function writtenText({ markdown, quotes }: ProseText): Said {
  if (!quotes) return toSaid([{ text: markdown }], false);
  const ends = [0, ...quotes.map(({ end }) => end)];
  const runs = quotes.flatMap(({ start, end, path }, index): QuotedRun[] => [
    { text: markdown.slice(ends[index], start) },
    { text: markdown.slice(start, end), quote: path },
  ]);
  return toSaid([...runs, { text: markdown.slice(ends.at(-1)) }], true);
}

/** A Markdown text as readers see it. */
export function shownText({ markdown, quotes }: ProseText, { product, slug }: ResolvedPolicy): Said {
  const part = { sort: 'prose', path: '', markdown, wrap: 'block', ...(quotes && { quotes }) } as const;
  return toSaid(spansOf(part, { product, slug, path: '' }), quotes !== undefined);
}

/** Puts runs together to a text and folds its spaces; whether what they quote is known is said beside them. */
export function toSaid(runs: readonly QuotedRun[], isKnown: boolean): Said {
  const quotes: Quote[] = [];
  let text = '';
  for (const run of runs) {
    const folded = run.text.replaceAll(/\s{2,}|[^\S ]/g, ' ');
    const start = text.length;
    text += text.endsWith(' ') || text === '' ? folded.trimStart() : folded;
    if (run.quote !== undefined) quotes.push({ start, end: text.length, path: run.quote });
  }
  return { text: text.trimEnd(), ...(isKnown && { quotes }) };
}
