import type { Element, ElementContent } from 'hast';

/** Text that was read, and what a person has to know of how it was read. */
export type ReadText = {
  /** What readers see of it, in order. */
  content: ElementContent[];
  /** The title that stands outside of the text: in front matter, in the head of a page. */
  title?: string;
  language?: string;
  /** The day that stands outside of the text, and as what. */
  stamp?: { key: string; day: string };
  /** That it is a list of cookies, and no page. */
  isCookieList?: true;
  /** That letters of it were lost: a question mark stands for each. */
  hasLostLetters?: true;
  /** A mark of another dialect of Markdown that stands in it as written: what it meant is not known. */
  mark?: string;
  /** The address the text was published at, where it says so: relative links count from it. */
  address?: string;
};

/** A heading or a block of a text, in the order in which they stand. */
export type TextPart =
  | { type: 'heading'; level: number; title: string; anchors: string[] }
  | { type: 'block'; element: Element };

/** One item of the content of a section that is being written. */
export type WrittenItem = string | Record<string, unknown>;

/** A section as it came in; `anchors` are the ones that led to it. */
export type ReadSection = {
  title: string;
  anchors: string[];
  blocks: Element[];
  sections: ReadSection[];
  /** That nothing stood below its heading, which was put there to be no empty section. */
  isEmpty?: true;
  /** The headings in it that became the names of entries. */
  merged?: { title: string; anchors: string[] }[];
};

/** A text, divided as a policy is. */
export type Outline = { title?: string; anchors: string[]; lead: Element[]; sections: ReadSection[] };

/**
 * What a person has to decide, at a path of the file that is written; `isFact` where it is a fact that readers are owed,
 * which nobody releases a text without.
 */
export type Question = { path: (string | number)[]; text: string; isFact?: true };
