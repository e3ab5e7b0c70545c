import type { PolicyPage } from './page.ts';

/** A run of text that stayed (`=`), went (`-`) or came (`+`). */
export type Op = ['=' | '-' | '+', string];

/** A change of what text looks like or leads to, where its words stayed. */
export type FormatChange = { kind: 'link' | 'emphasis'; text: string; before: string; after: string };

/** One paragraph, list item, table cell, heading, term … compared with its partner in the other version. */
export type RedlineBlock = {
  kind: 'heading' | 'paragraph' | 'item' | 'cell' | 'term' | 'code' | 'title';
  change: 'same' | 'changed' | 'added' | 'removed' | 'moved';
  /** Joining `=` and `+` gives the new text of the block, joining `=` and `-` the old. */
  ops: Op[];
  formats: FormatChange[];
  /** The block as HTML with `ins` and `del`, each with hidden words for screen readers. */
  html: string;
};

export type RedlineSection = {
  /** The id of the section in the newer version, or in the older for one that went. */
  id: string;
  number?: string;
  title: string;
  formerTitle?: string;
  change: 'same' | 'changed' | 'added' | 'removed';
  isMoved: boolean;
  level: 2 | 3;
  blocks: RedlineBlock[];
};

/** Two versions of a policy, section by section, block by block. */
export type Redline = { sections: RedlineSection[] };

/** Compares two versions of a policy as readers see them, both made by the same templates. */
export declare function redline(before: PolicyPage, after: PolicyPage): Redline;
