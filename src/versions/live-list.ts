import { isDeepStrictEqual } from 'node:util';
import { type Problem, startOf } from '../problem.ts';
import { isMap } from '../read/shape.ts';
import { manifestPath } from './manifest.ts';

/** What a list of versions says of a policy, `<product>/<slug>`; `formerly` are the names it had before. */
type ListedPolicy = {
  id: string;
  formerly: unknown[];
  versions: { id: string; digest: string }[];
  acts: unknown[];
};

/** The versions a site lists, in the form of this build or of an older one. */
export type VersionList = { policies: ListedPolicy[] };

/** Reads a list of versions; `undefined` where the text is none, or an entry of it says too little to be held to. */
export function readVersionList(text: string): VersionList | undefined {
  const value = parseJson(text);
  if (!isMap(value) || !Array.isArray(value.policies)) return undefined;
  const policies = value.policies.flatMap((policy) => readPolicy(policy) ?? []);
  return policies.length === value.policies.length ? { policies } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readPolicy(value: unknown): ListedPolicy | undefined {
  if (!isMap(value)) return undefined;
  const { product, policy, versions, acts = [], formerly = [] } = value;
  if (typeof product !== 'string' || typeof policy !== 'string') return undefined;
  if (!Array.isArray(versions) || !Array.isArray(acts) || !Array.isArray(formerly)) return undefined;
  const listed = versions.flatMap((version) => readVersion(version) ?? []);
  if (listed.length < versions.length) return undefined;
  return { id: `${product}/${policy}`, formerly, versions: listed, acts };
}

// The list of an older build names a version by its date.
function readVersion(value: unknown): { id: string; digest: string } | undefined {
  if (!isMap(value)) return undefined;
  const { id = value.date, digest } = value;
  return typeof id === 'string' && typeof digest === 'string' ? { id, digest } : undefined;
}

type Compared = { root: string; source: string };

/**
 * Compares the list that is live with the one of a site to be published, in the folder `root`: every version and act of
 * the first must be in the second, and be the same. `source` is where the first was found. A policy that was renamed is
 * found by its former name.
 */
export function liveProblems(live: VersionList, next: VersionList, compared: Compared): Problem[] {
  return live.policies.flatMap((policy) => {
    const own = next.policies.find(({ id, formerly }) => id === policy.id || formerly.includes(policy.id));
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
