import { compareText, type Problem, type Severity, sortProblems } from '../problem.ts';
import { isMap } from '../read/shape.ts';
import { compareProblems } from '../reports/fingerprint.ts';
import { notice } from '../reports/report.ts';
import { unreadSentence, unreadTexts } from '../rules/unread-texts.ts';
import { missingRecords } from './missing-records.ts';
import { reviewPolicy } from './policy-review.ts';
import { renamesIn } from './renames.ts';
import type { Review, ReviewContext, ReviewProblem } from './review-model.ts';
import { headOf } from './sentences.ts';
import { sharedChanges } from './shared-change.ts';
import { type PolicyText, type Side, sideNow } from './side.ts';

/** Compares a folder of policies with what it was, and says what the change does. */
export function reviewSides(old: Side, after: Side, context: ReviewContext): Review {
  const before = sideNow(old, renamesIn(old.sources, after.sources));
  const names = [...new Set([...before.policies.keys(), ...after.policies.keys()])].sort(compareText);
  const around = { ...context, before, after, problems: after.problems };
  const policies = names.flatMap(
    (name) => reviewPolicy(before.policies.get(name), after.policies.get(name), around) ?? [],
  );
  const changed = new Map(policies.map((policy) => [policy.policy, policy]));
  const unreadable = [...after.policies.values()].filter(({ compiled }) => !compiled).map(nameOf);
  const unknown = new Set([...changed.keys(), ...unreadable.map(({ policy }) => policy)]);
  const unchanged = [...after.policies.values()]
    .filter((own) => !unknown.has(own.name) && before.policies.get(own.name)?.digest !== own.digest)
    .map(nameOf);
  const { added, fixed } = compareProblems(before.problems, after.problems);
  const certain = fixed.filter((problem) => isCertain(problem, after));
  const unread = unreadSentence(
    unreadTexts(
      [...after.policies.values()].flatMap(({ entry }) => (entry ? [entry] : [])),
      after.problems,
    ),
  );
  const review = {
    ...(context.base && { base: context.base }),
    notice,
    records: missingRecords(before.sources, after.sources, context.base).map(shownProblem),
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
    ...(unread && { unread }),
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
  const { root, found } = after.sources;
  // A fault that went with its file was not mended.
  if (!finding && !found.some(({ path }) => `${root}/${path}` === place.file)) return false;
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
