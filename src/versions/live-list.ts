import { isDeepStrictEqual } from 'node:util';
import { type Problem, startOf } from '../problem.ts';
import type { ListedPolicy, Manifest } from './manifest.ts';
import type { Act } from './timeline.ts';

/** Where the list that is live was found, and the file that answers for a policy, `<product>/<slug>`. */
type Compared = { source: string; fileOf(policy: string): string };

/**
 * Compares the list that is live with that of what is to be published: every version and act of the first must be in the
 * second, and be the same. A policy that was renamed is found by its former name.
 */
export function liveProblems(live: Manifest, next: Manifest, compared: Compared): Problem[] {
  return live.policies.flatMap((policy) => {
    const own = next.policies.find(({ id, former }) => id === policy.id || former.includes(policy.id));
    const file = compared.fileOf(own?.id ?? policy.id);
    return [
      ...policy.versions.flatMap((version) =>
        versionProblems(policy.id, version, own, { ...compared, file }),
      ),
      ...policy.acts
        .filter((act) => !own?.acts.some((other) => isDeepStrictEqual(other, act)))
        .map((act) => lost(`${actName(act)} of ${policy.id}`, { ...compared, file })),
    ];
  });
}

type At = { source: string; file: string };

function versionProblems(
  policy: string,
  { id, digest }: ListedPolicy['versions'][number],
  own: ListedPolicy | undefined,
  { source, file }: At,
): Problem[] {
  const name = `the version ${id} of ${policy}`;
  const found = own?.versions.find((version) => version.id === id);
  if (!found) return [lost(name, { source, file })];
  if (found.digest === digest) return [];
  const message = `Unexpected digest ${found.digest.slice(0, 16)}… of ${name}, expected ${digest.slice(0, 16)}… as ${source} lists it.`;
  return [
    liveProblem(file, message, 'A published record never changes: put back the one that is published.'),
  ];
}

function actName(act: Act): string {
  const about = 'version' in act ? ` about ${act.version}` : '';
  return `the ${act.type} of ${act.day}${about}`;
}

function lost(name: string, { source, file }: At): Problem {
  return liveProblem(
    file,
    `Unexpected absence of ${name}, expected everything that ${source} lists.`,
    'It is published, and stays: work from policies that have its record in history/. An older checkout or another branch lacks it.',
  );
}

/** A problem with what is published already. */
export function liveProblem(file: string, message: string, help: string): Problem {
  return { rule: 'version/live', severity: 'error', message, place: startOf(file), help };
}
