import { dayBefore } from '../time/day.ts';

/** Where a version stands on a given day. A proposed one is not published yet. */
export type Status = 'proposed' | 'upcoming' | 'in-force' | 'superseded';

/** The dates of a version, which are all its status needs. */
export type Dated = { date: string; effective: string; isProposed: boolean };

/** A version with its place in time. `from` and `until` are the first and last day it binds; `until` may be open. */
export type Placed<T extends Dated> = T & {
  status: Status;
  from: string;
  until?: string;
  neverInForce: boolean;
};

/**
 * Places versions in time, as of a day. Versions come oldest first and leave oldest first.
 * A version binds from its effective date until the day before the next one does; one whose successor takes effect on
 * the same day or earlier never bound.
 */
export function placeVersions<T extends Dated>(versions: readonly T[], today: string): Placed<T>[] {
  let next: T | undefined;
  const newestFirst = versions.toReversed().map((version) => {
    const placed = place(version, next, today);
    if (!version.isProposed) next = version;
    return placed;
  });
  return newestFirst.reverse();
}

/** Places one version; `next` is the published one that follows it. */
function place<T extends Dated>(version: T, next: T | undefined, today: string): Placed<T> {
  const neverInForce = next !== undefined && next.effective <= version.effective;
  return {
    ...version,
    status: statusOf(version, next, today),
    from: version.effective,
    ...(next && !neverInForce && { until: dayBefore(next.effective) }),
    neverInForce,
  };
}

function statusOf({ effective, isProposed }: Dated, next: Dated | undefined, today: string): Status {
  if (isProposed) return 'proposed';
  if (next && (next.effective <= today || next.effective <= effective)) return 'superseded';
  return effective > today ? 'upcoming' : 'in-force';
}

/**
 * The version readers meet at a policy's own address: the one in force; before any is, the first to come; and a
 * proposed one only where nothing is published.
 */
export function currentVersion<T extends Dated>(versions: readonly Placed<T>[]): Placed<T> | undefined {
  const inForce = versions.findLast(({ status }) => status === 'in-force');
  const upcoming = versions.find(({ status }) => status === 'upcoming');
  return inForce ?? upcoming ?? versions.at(-1);
}
