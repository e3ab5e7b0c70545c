import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import type { renderProse } from '../text/prose.ts';
import type { Words } from '../words/words.ts';
import type { Name, Piece } from './piece.ts';

// A page is everything a template may know, so that a template has nothing to compute. What it shows of the policy's
// own text and facts are pieces; all else is plain text.

export type Row = { id?: string; aliases?: string[]; cells: Piece[] };

export type PageBlock =
  | { type: 'text'; text: Piece }
  | { type: 'callout'; tone: string; title: Name; text: Piece }
  /** `head` is the column whose cells name their rows; an empty cell says nothing. */
  | { type: 'table'; caption: string; columns: string[]; head: number; rows: Row[] }
  | { type: 'list'; items: { id?: string; aliases?: string[]; text: Piece }[] }
  | { type: 'details'; items: { id?: string; title?: string; note?: Piece; entries: Entry[] }[] }
  | { type: 'definitions'; items: Entry[] }
  | { type: 'cards'; items: { title: Name; text: Piece }[] }
  | { type: 'steps'; items: { title: Name; steps: Piece[] }[] }
  | { type: 'contact'; title: string; name?: string; entries: Entry[] }
  | { type: 'policy'; slug: string }
  /** The last versions, at most `count`: which those are is known only when the page is shown. */
  | { type: 'versions'; count: number };

/** A term and what is said of it. */
export type Entry = { term: string; text: Piece };

/** The level of a section's heading; the title of the policy has the first. */
export type SectionLevel = 2 | 3 | 4;

export type PageSection = {
  id: string;
  aliases: string[];
  number?: string;
  title: string;
  linkLabel: string;
  blocks: PageBlock[];
  sections: PageSection[];
};

/** One policy as a page. */
export type PolicyPage = {
  product: { id: string; name: string; path: string };
  slug: string;
  path: string;
  canonical: string;
  language: string;
  direction: 'ltr' | 'rtl';
  kind: string;
  kicker?: string;
  title: string;
  lead?: Piece;
  description: string;
  dates: { term: string; date: string; text: string }[];
  undated?: string;
  glance: Entry[];
  /** Anchors of older versions of which nothing is left. */
  aliases: string[];
  sections: PageSection[];
  /** What stands in another policy now, by the anchor it had here, under a title of ours. */
  moved?: { title: string; items: { id: string; text: Piece }[] };
  jsonLd: Record<string, unknown>;
  words: Pick<Words, 'contents' | 'glance' | 'readPolicy'> & { otherPolicies: string };
};

/** What of a page is compared with another version of it. */
export type ComparedPage = Pick<
  PolicyPage,
  'product' | 'slug' | 'path' | 'language' | 'kicker' | 'title' | 'lead' | 'sections'
>;

/** The part of the site a page needs to know. */
export type SiteFacts = { name: string; url: string; publisher?: { name: string; url?: string } };

/** Renders a text to HTML; one function for a whole site, so that it may remember what it has rendered. */
export type Render = (markdown: string, options: Parameters<typeof renderProse>[1]) => string;

/** What makes a block may use: the facts, the words, and ways to show text by its path and claim an anchor. */
export type PageContext = {
  policy: ResolvedPolicy;
  language: string;
  words: Words;
  /** Markdown as blocks. */
  block(path: string, markdown: string): Piece;
  /** Markdown without a paragraph around it. */
  inline(path: string, markdown: string): Piece;
  /** A name the authors gave. */
  name(path: string, text: string): Name;
  /** The anchor of an entry the first time it is asked for, nothing afterwards: an id stands once on a page. */
  anchor(inventory: string, id: string): string | undefined;
};
