import type { Change, Level } from '../compare/changes/changes.ts';
import type { Redline } from '../compare/redline/redline.ts';
import { compareText, type Problem, type Severity, sortProblems } from '../problem.ts';
import { isMap } from '../read/shape.ts';
import { compareProblems } from '../reports/fingerprint.ts';
import { notice } from '../reports/report.ts';
import type { NoticeReview } from './notice.ts';
import { type PolicyReview, reviewPolicy } from './policy-review.ts';
import { headOf } from './sentences.ts';
import { type SharedChange, sharedChanges } from './shared-change.ts';
import type { PolicyText, Side } from './side.ts';

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

export type { Change, Level, NoticeReview, PolicyReview, Redline, SharedChange };

/** Compares a folder of policies with what it was, and says what the change does. */
export function reviewSides(before: Side, after: Side, context: ReviewContext): Review {
  const names = [...new Set([...before.policies.keys(), ...after.policies.keys()])].sort(compareText);
  const policies = names.flatMap(
    (name) => reviewPolicy(before.policies.get(name), after.policies.get(name), { ...context, after }) ?? [],
  );
  const changed = new Map(policies.map((policy) => [policy.policy, policy]));
  const unreadable = [...after.policies.values()].filter(({ compiled }) => !compiled).map(nameOf);
  const unknown = new Set([...changed.keys(), ...unreadable.map(({ policy }) => policy)]);
  const unchanged = [...after.policies.values()]
    .filter((own) => !unknown.has(own.name) && before.policies.get(own.name)?.digest !== own.digest)
    .map(nameOf);
  const { added, fixed } = compareProblems(before.problems, after.problems);
  const certain = fixed.filter((problem) => isCertain(problem, after));
  const review = {
    ...(context.base && { base: context.base }),
    notice,
    unreadable,
    faults: faultsOf(after.problems, added),
    policies,
    unchanged,
    shared: sharedChanges(before, after, changed),
    findings: {
      added: shownProblems(added.filter(({ finding }) => finding)),
      // A fault that went is good news too.
      fixed: shownProblems(certain.filter((problem) => isLookedFor(problem, before, after))),
      dropped: shownProblems(certain.filter((problem) => !isLookedFor(problem, before, after))),
      hints: added.filter(({ severity }) => severity === 'hint').length,
    },
  };
  return { format: 1, head: headOf(review), ...review };
}

// Where the rules did not look at a policy, nothing they said of its product is known to have gone.
function isCertain({ finding }: Problem, after: Side): boolean {
  const [product] = finding?.subject.split('/') ?? [];
  return ![...after.policies.values()].some((policy) => !policy.compiled && policy.product.id === product);
}

// What is no longer reported is mended only where the policy is there and the same is looked for.
function isLookedFor({ finding, place }: Problem, before: Side, after: Side): boolean {
  const subject = finding?.subject ?? '';
  if (subject.includes('/') && !after.policies.has(subject)) return false;
  const [product] = subject.split('/');
  return [...after.shared.values()]
    .filter(
      (shared) => shared.kind === 'product' && (shared.product === product || shared.file === place.file),
    )
    .every((shared) => isAskedAlike(before.shared.get(shared.file)?.value, shared.value));
}

function isAskedAlike(before: unknown, after: unknown): boolean {
  const asked = (value: unknown) => (isMap(value) ? JSON.stringify([value.regimes, value.ignore]) : '');
  return asked(before) === asked(after);
}

function nameOf({ name, file }: PolicyText): { policy: string; file: string } {
  return { policy: name, file };
}

function faultsOf(problems: readonly Problem[], added: readonly Problem[]): Review['faults'] {
  const news = new Set(added);
  return problems
    .filter(({ finding }) => !finding)
    .map((problem) => ({ ...shownProblem(problem), isNew: news.has(problem) }))
    .sort((a, b) => Number(b.isNew) - Number(a.isNew));
}

const ranks: Severity[] = ['error', 'warning', 'info', 'hint'];

function shownProblems(problems: readonly Problem[]): ReviewProblem[] {
  return sortProblems(problems.filter(({ severity }) => severity !== 'hint'))
    .map(shownProblem)
    .sort((a, b) => ranks.indexOf(a.severity) - ranks.indexOf(b.severity));
}

function shownProblem({ severity, rule, url, message, place, help }: Problem): ReviewProblem {
  return {
    severity,
    rule,
    ...(url && { url }),
    message,
    file: place.file,
    line: place.line,
    ...(help && { help }),
  };
}
