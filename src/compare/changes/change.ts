import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import type { Reader } from '../../text/show.ts';
import type { ChangeWords, Parts, SlipRule } from '../../words/change-words.ts';
import type { ChangeRule, Direction, Level } from './change-rules.ts';

/** One thing that changed between two versions, as a fact and as a sentence. */
export type Change = {
  rule: ChangeRule;
  level: Level;
  direction: Direction;
  /** What changed, by ids: `cookies.visit.expires`, `sections.ask-us`. */
  path: string;
  before?: unknown;
  after?: unknown;
  /** For readers, in Markdown without blocks. */
  sentence: string;
  /** The same for below the title of its section, where the sentence names that. */
  brief?: string;
  /** An id on the newer page; on the older one for what went. */
  anchor?: string;
  /** 16 hexadecimal digits that stay the same when only our wording changes. */
  fingerprint: string;
};

/** A change before it is given its sentence, its place and its fingerprint. */
export type Draft = {
  rule: ChangeRule;
  path: string;
  /** The path of the first of several places, where it is of all of them. */
  at?: string;
  before?: unknown;
  after?: unknown;
  parts: Parts;
  /** Where they differ from those of the rule. */
  level?: Level;
  direction?: Direction;
  /** What names the row of a table where it is. */
  row?: string;
  /** A name and the one that stands in its place throughout, where nothing else of a text changed. */
  renamed?: { before: string; after: string };
  /** The words that others stand in the place of, where nothing else of a sentence changed. */
  swapped?: { before: string; after: string };
  /** Whether it is of a figure that stands alone, and counts nothing that is named. */
  isFigure?: boolean;
  /** What it comes to where the words of a fact only differ in how they are written. */
  slip?: SlipRule;
  /** Whether the text whose words it tells stands somewhere else, too. */
  isMoved?: boolean;
  /** What of a text only looks different, or stands on another level. */
  looks?: readonly string[];
};

/** Two versions and the words to speak of them. */
export type Comparison = {
  before: ResolvedPolicy;
  after: ResolvedPolicy;
  reader: Reader;
  words: ChangeWords;
};
