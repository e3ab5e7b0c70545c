import { isDeepStrictEqual } from 'node:util';
import type { z } from 'zod';
import { versionList } from '../../schemas/version-list.ts';
import type { Problem } from '../problem.ts';
import { isReservedAtTop } from '../read/location.ts';
import { type SiteFiles, siteProblem } from './published-site.ts';
import { versionIdOf } from './record.ts';
import type { VersionRecord } from './record-formats.ts';
import type { Act, Dated, Placed } from './timeline.ts';

/** Where a site lists its versions. */
export const manifestPath = '.well-known/policybook.json';

/** A version as a list has it, with whatever else the list says of it. */
type ListedVersion = { id: string; digest: string; [key: string]: unknown };

/** The versions of one policy as a site lists them, oldest first; `id` is `<product>/<slug>`, `former` what that was. */
export type ListedPolicy = {
  id: string;
  title: string;
  former: string[];
  versions: ListedVersion[];
  acts: Act[];
};

/** The list of all versions of a site. */
export type Manifest = {
  address: string;
  policies: ListedPolicy[];
  around?: NonNullable<z.output<typeof versionList>['around']>;
  /** The paths of pages that are the project's own. */
  pages: string[];
};

/** Reads the list of versions of a site. */
export function readManifest(site: SiteFiles): Manifest | undefined {
  return readVersionList(site.findText(manifestPath) ?? '');
}

/** Reads a list of versions. One that is not of its form is none: what it leaves out could not be checked. */
export function readVersionList(text: string): Manifest | undefined {
  const list = versionList.safeParse(parseJson(text)).data;
  if (!list) return undefined;
  const { site: address, around, policies, pages = [] } = list;
  return { address, policies: policies.map(listedPolicy), pages, ...(around && { around }) };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

type Listed = z.output<typeof versionList>['policies'][number];

function listedPolicy({
  product,
  policy,
  formerly = [],
  title = '',
  versions,
  acts = [],
}: Listed): ListedPolicy {
  return {
    id: `${product}/${policy}`,
    title,
    former: formerly,
    versions: versions.map((version) => ({ ...version, id: version.id ?? String(version.date) })),
    acts,
  };
}

/**
 * The paths of pages that are the project's own and stand in no other's place: below a product, at the home page and at
 * the lists of the site, all are ours whatever a list says.
 */
export function ownPagesOf({ pages, policies }: Manifest): string[] {
  const names = policies.flatMap(({ id, former }) => [id, ...former]);
  const products = new Set(names.map((name) => name.split('/')[0]));
  return pages.filter((path) => {
    const [first = ''] = path.split('/');
    return path !== 'index.html' && !products.has(first) && !isReservedAtTop(first);
  });
}

/** Where a site keeps the record of a version of a policy, `<product>/<slug>`. */
export function publishedRecordPath(policy: string, name: string): string {
  return `${policy}/${name}.json`;
}

/** Reports a site without a list of versions, and the records of it that the list leaves out. */
export function manifestProblems(site: SiteFiles, manifest: Manifest | undefined): Problem[] {
  if (!manifest) return [manifestProblem(site, 'list of versions', 'the one the build wrote')];
  const listed = new Set(
    manifest.policies.flatMap(({ id, former, versions }) =>
      [id, ...former].flatMap((name) => versions.map((version) => publishedRecordPath(name, version.id))),
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

/** A version as the list tells of it: what its record says of it, its digests, and its place in time. */
type SealedVersion = Dated & { effective: string; digest: string; previous?: string };

/**
 * A version as a site lists it, where it lies below an address: what it is, and what is known of its place in time on any
 * day.
 */
export function listedVersion(
  address: string,
  policy: string,
  version: Placed<SealedVersion>,
): ListedVersion {
  const { id, date, effective, digest, previous } = version;
  const own = `${address}${policy}/${id}`;
  return {
    id,
    date,
    effective,
    ...placeFacts(version),
    digest,
    ...(previous && { previous }),
    page: `${own}/`,
    record: `${own}.json`,
    text: `${own}.md`,
  };
}

function placeFacts(version: Placed<Dated>) {
  const { released, spans } = version;
  const { replaces, corrects, retroactive, replacedBy, withdrawn, correctedBy } = version;
  const isGrouped = spans.some(({ group }) => group !== undefined);
  return {
    ...(released && { released }),
    ...daysFacts(version),
    ...(isGrouped && { groups: spans }),
    ...(replaces && { insteadOf: replaces }),
    ...(corrects && { corrects }),
    ...(retroactive && { retroactive }),
    ...(replacedBy && { replacedBy }),
    ...(withdrawn && { withdrawn }),
    ...(correctedBy && { correctedBy }),
  };
}

// To its readers a version was in force while it was shown so, whichever version claims these days since.
function daysFacts({ from, until, neverInForce, shownInForce, displacedBy }: Placed<Dated>) {
  if (!neverInForce) return { from, ...(until && { until }) };
  return shownInForce ? { shownInForce, displacedBy } : { neverInForce };
}

/** Reports what the list says of a policy where its records say otherwise; `address` is where the site lives. */
export function entryProblems(
  site: SiteFiles,
  address: string,
  { id: policy, versions, acts }: ListedPolicy,
  sealed: { versions: readonly Placed<SealedVersion>[]; acts: readonly Act[] },
): Problem[] {
  const changed = sealed.versions.filter((version) => {
    const listed = versions.find(({ id }) => id === version.id);
    return !isDeepStrictEqual(listed, listedVersion(address, policy, version));
  });
  const says = 'what its record says';
  return [
    ...changed.map(({ id }) => manifestProblem(site, `entry of the version of ${id} of ${policy}`, says)),
    ...(isDeepStrictEqual(acts, sealed.acts)
      ? []
      : [manifestProblem(site, `list of what happened to ${policy}`, 'what its records say')]),
  ];
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
