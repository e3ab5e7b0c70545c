import { shortDigest } from '../digest.ts';
import type { Problem } from '../problem.ts';

/**
 * Gives every problem a name that stays the same while the problem does, wherever it moves in its file: 16 hexadecimal
 * digits each, in the order given. Equal faults of one file are told apart by their order.
 */
export function fingerprintsOf(problems: readonly Problem[]): string[] {
  const seen = new Map<string, number>();
  return problems.map((problem) => {
    const own =
      problem.finding?.fingerprint ?? shortDigest([problem.rule, problem.place.file, problem.message]);
    const count = seen.get(own) ?? 0;
    seen.set(own, count + 1);
    return count === 0 ? own : shortDigest([own, String(count)]);
  });
}

/**
 * The problems of a change and of what it is based on, told apart by their fingerprints. Of equal faults in one file,
 * those that follow as many as there were count as added.
 */
export function compareProblems(
  before: readonly Problem[],
  after: readonly Problem[],
): { added: Problem[]; fixed: Problem[] } {
  const then = fingerprintsOf(before);
  const now = fingerprintsOf(after);
  const [known, left] = [knownBy(before, then), knownBy(after, now)];
  const added = after.filter((problem, index) => isNotIn(known, problem, now[index]));
  const fixed = before.filter((problem, index) => isNotIn(left, problem, then[index]));
  // A date beside what is missing may have changed: who is told the same again is told nothing new.
  const went = new Set(fixed.map(saidOf));
  const came = new Set(added.map(saidOf));
  return {
    added: added.filter((problem) => !problem.finding || !went.has(saidOf(problem))),
    fixed: fixed.filter((problem) => !problem.finding || !came.has(saidOf(problem))),
  };
}

// A finding about several entries is known by each of them: that one was mended brings no other.
function knownBy(problems: readonly Problem[], own: readonly string[]): Set<string> {
  return new Set([...own, ...problems.flatMap(({ finding }) => finding?.parts ?? [])]);
}

function isNotIn(known: ReadonlySet<string>, { finding }: Problem, own = ''): boolean {
  return (finding?.parts ?? [own]).some((part) => !known.has(part));
}

function saidOf({ rule, message, finding }: Problem): string {
  return JSON.stringify([rule, finding?.subject, finding?.path, message]);
}
