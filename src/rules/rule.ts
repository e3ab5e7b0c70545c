import type { PolicyFile } from '../../schemas/policy.ts';
import type { ProductFile, Regime } from '../../schemas/product.ts';
import type { Pack, Severity } from '../problem.ts';
import type { YamlPath } from '../read/places.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';

/**
 * One rule: what it looks for, why a reader cares, what it cites, and the check itself. A rule cites and describes; it
 * never says that a policy does or does not satisfy a law. Its examples are its tests and stand on its page.
 */
export type PolicyRule = RuleText & RuleCheck;

type RuleText = {
  /** `<pack>/<name>`; the name is that of its file. */
  id: RuleId;
  /**
   * `error`: a list of a statute names the item for this kind of policy, or the text contradicts itself. `warning`: it
   * depends on facts, cases or guidance. `info`: good practice.
   */
  severity: Severity;
  /**
   * Where its findings can appear by the mere passing of time. They are told, and stop no build or release: nobody has
   * changed anything.
   */
  arises?: 'by date';
  /** What the rule looks for, in a sentence. */
  summary: string;
  /** Why a reader of the policy cares, in a sentence or two. */
  why: string;
  cites: readonly [Cite, ...Cite[]];
  /** The regimes it belongs to; without any it runs for every product. */
  regimes?: readonly Regime[];
  /** The kinds of policy it is about; without any, all. */
  kinds?: readonly PolicyFile['kind'][];
  /**
   * The days between which what it cites applies; a text is judged at the later of the day it takes effect and today, so
   * that a duty that began since it was written binds it.
   */
  inForce?: { from?: string; until?: string };
  examples: { ok: Example; notOk: Example & { problem: ExampleProblem } };
};

type RuleCheck =
  | { about: 'policy'; check(subject: Subject): Iterable<Draft> }
  | { about: 'product'; check(product: ProductSubject): Iterable<Draft> }
  /** About the entries of `ignore`, once every other rule has run. */
  | { about: 'ignore'; check(entries: readonly IgnoreState[], asOf: string): Iterable<Draft> };

type RuleId = `${Pack}/${string}`;

/** The rules of one folder, and the name of what they are about. */
export type RulePack = { title: string; rules: readonly PolicyRule[] };

/** A source. `checked` says how: read in the original, taken from a secondary source, or from memory. */
export type Cite = {
  text: string;
  url: string;
  basis: 'statute' | 'case' | 'guidance' | 'technical' | 'internal';
  checked: 'read' | 'secondary' | 'memory';
  /** The regimes it is of, where a rule of several laws cites it; a finding names the sources of those declared. */
  of?: readonly Regime[];
};

/**
 * Texts of a small folder of policies. `policy` is a part of a policy file: a kind, a title and a section are added at
 * its end where it has none; `product` likewise. `others` are further files by name; `published` is an earlier text of
 * the policy that has been released.
 */
export type Example = {
  policy?: string;
  product?: string;
  vendors?: string;
  others?: Record<string, string>;
  published?: string;
  /** The day that counts as today; 2026-11-22 unless it is given. */
  asOf?: string;
};

// The one problem of an example: `policy.yaml:3:5`, and the message word for word.
type ExampleProblem = { at: string; message: string };

/** A text of a policy file as it was written: quotations stand in it as `{{ path }}`. */
export type WrittenText = {
  path: YamlPath;
  text: string;
  /** The id of the section it stands in, where it does; that of the inner one of two. */
  section?: string;
};

/** One policy as rules see it. */
export type Subject = {
  product: ProductSubject;
  slug: string;
  /** Its facts and sections: every quotation filled, every reference followed. */
  policy: ResolvedPolicy;
  /** Its file as it was written. */
  written: PolicyFile;
  /** Every text readers see, as it was written. */
  texts: readonly WrittenText[];
  /** Whether this text is a published version, and not one that is still to be. */
  isPublished: boolean;
  /** The published version before this text. */
  previous?: ResolvedPolicy;
  /** The day this text takes effect; today where it states no date. */
  day: string;
  asOf: string;
};

/** A product and its policies; `written` has the vendors whole, with what vendors.yaml knows of them. */
export type ProductSubject = {
  id: string;
  /** The slugs of its policies with a fault, which could say what the others leave out. */
  unread: readonly string[];
  written: ProductFile;
  policies: readonly Subject[];
  asOf: string;
};

/**
 * Where a finding is: the path in the policy's own file, in `product.yaml`, or in the file of another policy by its
 * slug; and the part of the text there. What does not exist stands for the nearest thing around it that does.
 */
export type Spot = { in?: 'product' | { policy: string }; path: YamlPath; mark?: Mark };

export type Mark = { offset: number; length: number };

/** A finding before the engine places it. */
export type Draft = {
  at: Spot;
  message: string;
  /** The next step. */
  help: string;
  related?: { at: Spot; message: string }[];
  /** Where it weighs otherwise than its rule says. */
  severity?: Exclude<Severity, 'hint'>;
  /** Where a text seems to state what no field does: the message goes on with that place and with what to fill. */
  seems?: { at: Spot; fill: string };
  /** Where a text has words of what no field says, and may say it: it weighs one step less, and the message goes on with that place. */
  near?: Spot;
  /** The same gap of several entries is one finding: what this one is called, and what is said of all of them. */
  each?: { name: string; all: (names: string) => string };
};

/** An entry of `ignore` and the findings it holds back. */
export type IgnoreState = {
  index: number;
  entry: NonNullable<ProductFile['ignore']>[number];
  used: boolean;
  /** The ids of rules most like the one it names, where there is none of that name. */
  suggestions?: readonly string[];
};
