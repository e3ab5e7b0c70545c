import type { Change } from '../compare/changes/changes.ts';
import type { Redline } from '../compare/redline/redline-model.ts';
import type { Severity } from '../problem.ts';

/**
 * What a change does to a folder of policies, for the person who reads it in a pull request. Sentences are in English
 * and plain text; those of a policy's changes are in its own language.
 */
export type Review = {
  format: 1;
  /** What the change does, in a sentence. */
  head: string;
  /** What it is compared with. */
  base?: Base;
  /** What findings are, and what they are not. */
  notice: string;
  /** Records of published versions that the change takes away or alters. */
  records: ReviewProblem[];
  /** Policies of the working folder that could not be read: what changed in them is not known. */
  unreadable: { policy: string; file: string }[];
  /** Every fault of the working folder, and whether this change brought it. */
  faults: (ReviewProblem & { isNew: boolean })[];
  policies: PolicyReview[];
  /** Policies whose file changed and whose text did not. */
  unchanged: { policy: string; file: string }[];
  shared: SharedChange[];
  /**
   * What the rules found anew; what was there before and is mended; what is no longer looked for, since its policy went,
   * its law is no longer declared or it is ignored; and how many hints are new.
   */
  findings: { added: ReviewProblem[]; fixed: ReviewProblem[]; dropped: ReviewProblem[]; hints: number };
  /** For which policies, in which language, rules that read text did not run. */
  unread?: string;
};

/** A problem as a review shows it. */
export type ReviewProblem = {
  severity: Severity;
  rule: string;
  /** The page of its rule. */
  url?: string;
  message: string;
  file: string;
  line: number;
  help?: string;
};

/** What a review needs beside the two sides: the day, and where a preview of the site lies. */
export type ReviewContext = { today: string; preview?: string; base?: Base };

/** The commit a change is compared with: the one where it left `ref`, or `ref` itself where no common one is known. */
export type Base = { ref: string; commit: string; isShared: boolean };

/** What a change does to one policy. */
export type PolicyReview = {
  /** `<product>/<slug>`. */
  policy: string;
  product: { id: string; name: string };
  title: string;
  language: string;
  file: string;
  /** Of what is `kept` the text stays, and something else happens to it. */
  change: 'added' | 'removed' | 'changed' | 'kept';
  /** Whether its own file changed; where not, its text changes because of something it shares. */
  isEdited: boolean;
  dates: { updated?: string; effective?: string };
  /** When a version that is to be published was written, and from when it binds, in a sentence. */
  days?: string;
  standing: Standing;
  /** What the text was compared with; `nothing` where there is no text before that could be read. */
  comparedWith: 'base' | 'published' | 'nothing';
  changes: ReviewChange[];
  /** What readers are told of a version that is to be published: its summary, in plain text, and whether they are asked anew. */
  told?: { summary: string; reconsent: boolean };
  /** What is amiss with what the version says of itself, in sentences. */
  changeBlock: string[];
  /** What is announced, and what this change does to it; then what else it says happened. */
  waiting: string[];
  acts: string[];
  /** The address of the policy, where versions of it are published. */
  live?: string;
  materiality?: Materiality;
  notice?: NoticeReview;
  /** Anchors of the text before that the page no longer has. */
  lostAnchors: { anchor: string; isPublished: boolean }[];
  redline?: Redline;
  /** The page that shows the new text: its path, or its address in the preview. None does where a fault stops the build. */
  page?: string;
};

/** A change, its sentence as plain text, and a link to where it shows. */
export type ReviewChange = Change & { href?: string };

/**
 * What a text is beside its published versions: `new-version` is to be published, `unreleased-edited` edits a dated text
 * that is not published yet, `published-edited` stands under the date of a published version and says something else,
 * `as-published` says what is published, `as-taken-back` what a version says that was taken back or replaced,
 * `backdated` is older than what is published, `undated` states no date.
 */
export type Standing = {
  kind:
    | 'new-version'
    | 'unreleased-edited'
    | 'published-edited'
    | 'as-published'
    | 'as-taken-back'
    | 'backdated'
    | 'undated'
    | 'removed';
  /** The last published version, by its name, or the one that the text is of. */
  published?: string;
  /** Whether the change has the record of the new version already. */
  isSealed?: boolean;
  sentence: string;
};

/** Whether the facts propose a version as material, and what the file declares. */
export type Materiality = {
  proposed: boolean;
  declared?: boolean;
  verdict: 'agree' | 'differ' | 'undeclared';
  because?: string;
  /** The published version it is judged against, where the change is compared with another text. */
  against?: string;
  sentence: string;
};

/** The promise of a policy to announce changes before they bind, worked out for this change. */
export type NoticeReview = {
  period: string;
  for: 'material' | 'all';
  /** Whom it is promised to, where that is not everybody. */
  to?: string;
  /** Whether the promise is about this change; `undecided` where counsel has not said whether it is material. */
  applies: 'yes' | 'no' | 'undecided';
  /** The day the period is counted from, and where that day was found. */
  from: string;
  source: 'notified' | 'updated' | 'today';
  /** The first day on which the change can bind. */
  earliest: string;
  effective?: string;
  /** Whether the change binds no sooner than promised. */
  isKept?: boolean;
  sentence: string;
};

/** A thing several policies share that a change touched, and the policies that name it. */
export type SharedChange = {
  file: string;
  /** Where it stands in that file: `vendors.plume`, `contacts.privacy`, `controller`, `name`. */
  path: string;
  kind: 'vendor' | 'contact' | 'controller' | 'steps' | 'product' | 'site';
  change: 'added' | 'removed' | 'changed';
  /** What of it changed, where it stayed: `country`, `policy`. */
  fields: string[];
  namedBy: NamedBy[];
};

/** A policy that names a shared thing, before the change or after it. */
export type NamedBy = {
  policy: string;
  title: string;
  language: string;
  /** Whether it could be read; where not, what became of its text is not known. */
  isRead: boolean;
  /** Whether its own file changed. */
  isEdited: boolean;
  /** Whether its text changed, whatever the reason. */
  isChanged: boolean;
  /** Whether that text stands under the date of a published version. */
  needsDate: boolean;
};
