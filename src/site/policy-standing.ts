import type { Compilation, PolicyEntry } from '../compile/compile-model.ts';
import { basePath, policyPath } from '../resolve/address.ts';
import { currentVersion, type Placed, placeVersions } from '../versions/history.ts';
import type { VersionEntry } from '../versions/versions.ts';

/** A version with its place in time. */
export type PlacedVersion = Placed<VersionEntry>;

/** A policy in a list of links: the version in force, and when that was written. */
export type PolicyCard = {
  path: string;
  title: string;
  kicker?: string;
  description: string;
  updated?: string;
};

/** Where a policy stands on a day: its versions with their places in time, and the one readers meet at its address. */
export type PolicyStanding = {
  entry: PolicyEntry;
  /** Oldest first. */
  versions: readonly PlacedVersion[];
  /** Where in that list the version of each date is. */
  indexes: ReadonlyMap<string, number>;
  current: PlacedVersion | undefined;
  card: PolicyCard;
};

/** Places a policy and its versions in time, once for all pages that show them. */
export function standPolicy(entry: PolicyEntry, site: Compilation['site'], today: string): PolicyStanding {
  const versions = placeVersions(entry.versions, today);
  const current = currentVersion(versions);
  return {
    entry,
    versions,
    indexes: new Map(versions.map(({ date }, index) => [date, index])),
    current,
    card: toCard(entry, current, basePath(site.url)),
  };
}

function toCard(entry: PolicyEntry, current: PlacedVersion | undefined, base: string): PolicyCard {
  const { title, description } = current ?? entry;
  return {
    path: `${base}${policyPath(entry.product, entry.slug)}`,
    title,
    ...(entry.kicker && { kicker: entry.kicker }),
    description,
    ...(current && { updated: current.date }),
  };
}
