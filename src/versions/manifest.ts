import { isDeepStrictEqual } from 'node:util';
import type { Problem } from '../problem.ts';
import { isMap } from '../read/shape.ts';
import { type SiteFiles, siteProblem } from './published-site.ts';
import { openRecord, type VersionRecord, versionIdOf } from './record.ts';

/** Where a site lists its versions. */
export const manifestPath = '.well-known/policybook.json';

/** A version as it is listed; `id` names it. What the list says besides is left as it is. */
type ListedVersion = { id: string; date: string; digest: string } & Record<string, unknown>;

/** The versions of one policy as a site lists them, oldest first; `id` is `<product>/<slug>`. */
export type ListedPolicy = { id: string; versions: ListedVersion[] };

/** The list of all versions of a site. */
type Manifest = { address: string; policies: ListedPolicy[] };

/** Reads the list of versions. One with an entry that says too little is none: what it leaves out could not be checked. */
export function readManifest(site: SiteFiles): Manifest | undefined {
  const value = parseJson(site.findText(manifestPath) ?? '');
  if (!isMap(value) || typeof value.site !== 'string' || !Array.isArray(value.policies)) return undefined;
  const policies = value.policies.flatMap((policy) => readListed(policy) ?? []);
  return policies.length === value.policies.length ? { address: value.site, policies } : undefined;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function readListed(value: unknown): ListedPolicy | undefined {
  if (!isMap(value) || typeof value.product !== 'string' || typeof value.policy !== 'string')
    return undefined;
  const { product, policy, versions } = value;
  if (!Array.isArray(versions) || !versions.every(isListedVersion)) return undefined;
  // The list of an older build names a version by its date.
  return {
    id: `${product}/${policy}`,
    versions: versions.map((version) => ({ id: version.date, ...version })),
  };
}

function isListedVersion(value: unknown): value is { date: string; digest: string } {
  return isMap(value) && typeof value.date === 'string' && typeof value.digest === 'string';
}

/** Where a site keeps the record of a version of a policy, `<product>/<slug>`. */
export function publishedRecordPath(policy: string, name: string): string {
  return `${policy}/${name}.json`;
}

/** Reports a site without a list of versions, and the records of it that the list leaves out. */
export function manifestProblems(site: SiteFiles, manifest: Manifest | undefined): Problem[] {
  if (!manifest) return [manifestProblem(site, 'list of versions', 'the one the build wrote')];
  const listed = new Set(
    manifest.policies.flatMap(({ id, versions }) =>
      versions.map((version) => publishedRecordPath(id, version.id)),
    ),
  );
  const expected = `only those that ${manifestPath} lists`;
  return site.paths
    .filter((path) => /^[^/]+\/[^/]+\/\d{4}-\d{2}-\d{2}(\.\d+)?\.json$/.test(path) && !listed.has(path))
    .map((path) => siteProblem(site, path, 'version/record', { unexpected: 'record', expected }));
}

function manifestProblem(site: SiteFiles, unexpected: string, expected: string): Problem {
  return siteProblem(site, manifestPath, 'version/record', { unexpected, expected });
}

/** Reports what the list says of a version where its record says otherwise; `policy` is where the site has it. */
export function entryProblems(
  site: SiteFiles,
  address: string,
  policy: string,
  record: VersionRecord,
  listed: ListedVersion | undefined,
): Problem[] {
  const { updated: date = '', effective = date } = openRecord(record);
  const id = versionIdOf(record);
  const version = `${address}${policy}/${id}`;
  const expected = {
    id,
    date,
    effective,
    digest: record.digest,
    previous: record.previous,
    page: `${version}/`,
    record: `${version}.json`,
    text: `${version}.md`,
  };
  const told = Object.fromEntries(Object.keys(expected).map((key) => [key, listed?.[key]]));
  if (isDeepStrictEqual(told, expected)) return [];
  const what = `entry of the version of ${id} of ${policy}`;
  return [manifestProblem(site, what, 'what its record says')];
}

/** Reports a list whose versions stand in another order than their chain has them in. */
export function orderProblems(
  site: SiteFiles,
  { id, versions }: ListedPolicy,
  records: readonly VersionRecord[],
): Problem[] {
  const chained = records.map(versionIdOf);
  const listed = versions.map((version) => version.id);
  if (isDeepStrictEqual(listed, chained)) return [];
  return [manifestProblem(site, `versions of ${id}: ${listed.join(', ')}`, chained.join(', '))];
}
