import type { SectionLevel } from '../../page/page-model.ts';
import type { CellPlace, ItemPlace, TextBlock } from './page-text.ts';

/** A run of text that stayed (`=`), went (`-`) or came (`+`). */
export type Op = ['=' | '-' | '+', string];

/**
 * A change of what text looks like or leads to, where its words stayed: the target of a link, its emphasis, the form of
 * the whole block (a paragraph that became a list item, a note that became a warning), or where one of its texts ends and
 * the next begins; `before` and `after` say then of how many texts the block is.
 */
export type FormatChange = {
  kind: 'link' | 'emphasis' | 'form' | 'break';
  text: string;
  before: string;
  after: string;
};

/** One of several texts of the newer page that are one block. */
export type RedlinePart = { kind: RedlineBlock['kind']; html: string; item?: ItemPlace; cell?: CellPlace };

/** What a text is, for readers: a list item stands at a level, and the first of a list may show where its numbers begin. */
export type Form = {
  name: 'numbered' | 'quote' | RedlineBlock['kind'];
  level: number;
  start?: number;
  goesOn?: true;
};

/**
 * One paragraph, list item, table cell, heading, term … compared with its partner in the other version. Where one of a
 * version holds the words of several of the other, they are one block, and `textBreak` stands between each and the next.
 */
export type RedlineBlock = {
  kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'term' | 'code' | 'title';
  /** A moved block stands at its new place, edited or not; at its old place its section has a departure. */
  change: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  /** Joining `=` and `+` gives the new text of the block, joining `=` and `-` the old; a break in them ends one of several. */
  ops: Op[];
  formats: FormatChange[];
  /** The block as HTML with `ins` and `del`, each with hidden words for screen readers. */
  html: string;
  /** The same, text by text, where the block is several texts of the newer page. */
  parts?: RedlinePart[];
  /** What it was and what it is, where they come from and what they quote; what came or went has one of them. */
  origins: { before?: Origin; after?: Origin };
  /** Where an item stands in its lists. */
  item?: ItemPlace;
  /** What its texts were and are, where that is something else. */
  form?: { before: Form[]; after: Form[] };
  /** Where a cell stands; cells of one row follow each other and have the same `line`. */
  cell?: CellPlace;
  /** Its place among the texts of the older page; without it the block came. */
  was?: number;
  /** For a moved block, the id of the section of the older version it stood in. */
  movedFrom?: string;
  /** It is in another section because a heading came or went before it, and stands among the same texts as before. */
  isInOrder?: true;
};

/** Where a text stood that moved: before the block of that index, in a section of the redline. */
export type Departure = {
  at: number;
  kind: RedlineBlock['kind'];
  text: string;
  /** The `was` of the block that it is now. */
  was: number;
};

export type RedlineSection = {
  /** The id of the section in the newer version, or in the older for one that went; `_opening` for title and lead. */
  id: string;
  /** Its id in the older version, where that is another one. */
  formerId?: string;
  number?: string;
  title: string;
  formerTitle?: string;
  change: 'same' | 'changed' | 'added' | 'removed';
  isMoved: boolean;
  level: SectionLevel;
  /** The first block is the section's heading, or the title of the policy; but for a heading that became a paragraph elsewhere. */
  blocks: RedlineBlock[];
  /** The places of texts that moved. */
  departures?: Departure[];
  /** For a moved section, the id of the one it stood behind. */
  stoodAfter?: string;
};

/**
 * Two versions of a policy, section by section, block by block.
 *
 * Accepting everything: the blocks in their order, of each the `=` and `+`, cut at breaks, give all texts of the newer page
 * in order. Refusing everything: the blocks that have `was`, sorted by it, of each the `=` and `-`, cut at breaks, give
 * those of the older page.
 */
export type Redline = { sections: RedlineSection[] };

/** The source of a text and its words with the facts they quote. */
export type Origin = Pick<TextBlock, 'source' | 'spans'>;
