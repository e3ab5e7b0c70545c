import { isDeepStrictEqual } from 'node:util';
import { type Problem, startOf } from '../problem.ts';
import { isMap } from '../read/shape.ts';
import { type ListedPolicy, type Manifest, manifestPath } from './manifest.ts';

type Compared = { root: string; source: string };

/**
 * Compares the list that is live with the one of a site to be published, in the folder `root`: every version and act of
 * the first must be in the second, and be the same. `source` is where the first was found. A policy that was renamed is
 * found by its former name.
 */
export function liveProblems(live: Manifest, next: Manifest, compared: Compared): Problem[] {
  return live.policies.flatMap((policy) => {
    const own = next.policies.find(({ id, former }) => id === policy.id || former.includes(policy.id));
    return [
      ...policy.versions.flatMap((version) => versionProblems(policy.id, version, own, compared)),
      ...policy.acts
        .filter((act) => !own?.acts.some((other) => isDeepStrictEqual(other, act)))
        .map((act) => lost(`${actName(act)} of ${policy.id}`, compared)),
    ];
  });
}

function versionProblems(
  policy: string,
  { id, digest }: ListedPolicy['versions'][number],
  own: ListedPolicy | undefined,
  compared: Compared,
): Problem[] {
  const name = `the version ${id} of ${policy}`;
  const found = own?.versions.find((version) => version.id === id);
  if (!found) return [lost(name, compared)];
  if (found.digest === digest) return [];
  const message = `Unexpected digest ${found.digest.slice(0, 16)}… of ${name}, expected ${digest.slice(0, 16)}… as ${compared.source} lists it.`;
  return [
    liveProblem(compared, message, 'A published record never changes: put back the one that is published.'),
  ];
}

function actName(act: unknown): string {
  const { type, day, version } = isMap(act) ? act : {};
  return `the ${type ?? 'act'} of ${day ?? 'an unknown day'}${version ? ` about ${version}` : ''}`;
}

function lost(name: string, compared: Compared): Problem {
  return liveProblem(
    compared,
    `Unexpected absence of ${name}, expected everything that ${compared.source} lists.`,
    'It is published, and stays: build the site from policies that have its record in history/. An older checkout or another branch lacks it.',
  );
}

/** A problem of a site with what is published already. */
export function liveProblem({ root }: Pick<Compared, 'root'>, message: string, help: string): Problem {
  return {
    rule: 'version/live',
    severity: 'error',
    message,
    place: startOf(`${root}/${manifestPath}`),
    help,
  };
}
