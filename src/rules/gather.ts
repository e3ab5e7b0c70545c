import { shortDigest } from '../digest.ts';
import type { Problem } from '../problem.ts';
import { listed } from '../text/listed.ts';

/** A finding that can be told together with others of its kind: what it is called, and what is said of all, of `{}`. */
export type Gathering = Problem & { each?: { name: string; all: string } };

/**
 * Makes one finding, with all the places, of those that say the same of several entries of one policy: 54 cookies
 * without a lifetime are one gap. It is known by all of its parts, so that one more of them is news.
 */
export function gather(problems: readonly Gathering[]): Problem[] {
  const groups = Map.groupBy(problems, ({ rule, severity, help, each, finding }) =>
    each ? JSON.stringify([rule, severity, help, each.all, finding?.subject]) : Symbol('alone'),
  );
  return [...groups.values()].flatMap(([first, ...others]) =>
    first ? [others.length > 0 ? together(first, others) : alone(first)] : [],
  );
}

function alone({ each: _each, ...problem }: Gathering): Problem {
  return problem;
}

function together(first: Gathering, others: readonly Gathering[]): Problem {
  const all = [first, ...others];
  const parts = all.flatMap(({ finding }) => finding?.fingerprint ?? []);
  const related = [
    ...(first.related ?? []),
    ...others.flatMap(({ place, each, related: own = [] }) => [
      { message: `${each?.name} as well.`, place },
      ...own,
    ]),
  ];
  return {
    ...alone(first),
    message: messageOf(first, all),
    related,
    ...(first.finding && { finding: { ...first.finding, fingerprint: shortDigest(parts), parts } }),
  };
}

// One name in several places is still one.
function messageOf(first: Gathering, all: readonly Gathering[]): string {
  const names = all.flatMap(({ each }) => each?.name ?? []);
  if (new Set(names).size === 1) return first.message;
  return first.each?.all.replace('{}', () => namesOf(names)) ?? '';
}

/** Names of entries as a sentence shows them, each once; after five, how many more there are. */
export function namesOf(all: readonly string[], joint?: 'and' | 'or'): string {
  const names = [...new Set(all)];
  return names.length > 6
    ? listed([...names.slice(0, 5), `${names.length - 5} more`], joint)
    : listed(names, joint);
}
