import type { Compilation, PolicyEntry } from '../compile/compile-model.ts';
import { basePath, policyPath } from '../resolve/address.ts';
import { type Act, currentVersion, endingOf, type Placed, placeVersions } from '../versions/timeline.ts';
import type { VersionEntry } from '../versions/versions.ts';

/** A version with its place in time. */
export type PlacedVersion = Placed<VersionEntry>;

/** A policy in a list of links: the version in force, and when that was written. */
export type PolicyCard = {
  path: string;
  title: string;
  kicker?: string;
  description: string;
  /** The description, where that is not the title alone. */
  summary?: string;
  updated?: string;
  /** Whether readers meet a text that was never published. */
  isProposed?: true;
  /** The day on which it ended. */
  endedOn?: string;
};

/** Where a policy stands on a day: its versions with their places in time, and the one readers meet at its address. */
export type PolicyStanding = {
  entry: PolicyEntry;
  today: string;
  /** In the order of their chain. */
  versions: readonly PlacedVersion[];
  acts: readonly Act[];
  /** Where in that list each version is, by its id. */
  indexes: ReadonlyMap<string, number>;
  current: PlacedVersion | undefined;
  card: PolicyCard;
};

/** Places a policy and its versions in time, once for all pages that show them. */
export function standPolicy(entry: PolicyEntry, site: Compilation['site'], today: string): PolicyStanding {
  const versions = placeVersions(entry.versions, entry.acts, today);
  const current = currentVersion(versions);
  return {
    entry,
    today,
    versions,
    acts: entry.acts,
    indexes: new Map(versions.map(({ id }, index) => [id, index])),
    current,
    card: { ...toCard(entry, current, basePath(site.url)), ...endOf(entry, today) },
  };
}

function toCard(entry: PolicyEntry, current: PlacedVersion | undefined, base: string): PolicyCard {
  const { title, description } = current ?? entry;
  return {
    path: `${base}${policyPath(entry.product, entry.slug)}`,
    title,
    ...(entry.kicker && { kicker: entry.kicker }),
    description,
    ...(description !== title && { summary: description }),
    ...(current && { updated: current.date }),
    ...(current?.isProposed && { isProposed: true }),
  };
}

function endOf({ acts }: PolicyEntry, today: string): Pick<PolicyCard, 'endedOn'> {
  const ending = endingOf(acts, today);
  return ending?.hasEnded ? { endedOn: ending.on } : {};
}
