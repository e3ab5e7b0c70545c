import type { UnsealedAct } from './record.ts';
import type { Said } from './said.ts';
import type { Dated, Placed } from './timeline.ts';
import type { Published, VersionEntry } from './versions.ts';

/**
 * What a policy file says happened and no record has yet, in the order in which a release seals it. `standing` is the
 * version its text is of, where that is published; `name` is what the policy is called now.
 */
export function pendingActs(
  { withdrawn = [], retired, change }: Pick<Said, 'withdrawn' | 'retired' | 'change'>,
  { versions, acts, chain }: Pick<Published, 'versions' | 'acts' | 'chain'>,
  { name, standing }: { name: string; standing: VersionEntry | undefined },
): UnsealedAct[] {
  if (versions.length === 0) return [];
  const taken = new Set(acts.flatMap((act) => (act.type === 'withdrawal' ? [act.version] : [])));
  const withdrawals = withdrawn
    .filter(({ version }) => !taken.has(version) && versions.some(({ id }) => id === version))
    .map(({ version, because }) => ({ type: 'withdrawal' as const, version, because: because.trimEnd() }));
  const ended = acts.findLast((act) => act.type === 'retirement');
  const isToldEnd = ended && retired && ended.on === retired.on;
  return [
    ...(chain.policy && chain.policy !== name ? [{ type: 'rename' as const, from: chain.policy }] : []),
    ...withdrawals,
    ...noticeOf(change?.notified, acts, standing),
    ...(retired && !isToldEnd
      ? [
          {
            type: 'retirement' as const,
            on: retired.on,
            because: retired.because.trimEnd(),
            ...(retired.instead && { instead: retired.instead }),
          },
        ]
      : []),
  ];
}

function noticeOf(
  notified: string | undefined,
  acts: Published['acts'],
  standing: VersionEntry | undefined,
): UnsealedAct[] {
  if (!notified || !standing) return [];
  const told = acts.findLast((act) => act.type === 'notice' && act.version === standing.id);
  const last = told?.type === 'notice' ? told.notified : standing.notified;
  return last === notified ? [] : [{ type: 'notice', version: standing.id, notified }];
}

/** The versions whose withdrawal came too late: by the day they were placed for, each binds or has bound. */
export function lateWithdrawals<V extends Pick<Placed<Dated>, 'id' | 'status'>>(
  pending: readonly UnsealedAct[],
  versions: readonly V[],
): V[] {
  return versions.filter(
    ({ id, status }) =>
      status !== 'upcoming' && pending.some((act) => act.type === 'withdrawal' && act.version === id),
  );
}

/** What of it can be sealed on the day the versions were placed for. */
export function sealableActs(
  pending: readonly UnsealedAct[],
  versions: readonly Pick<Placed<Dated>, 'id' | 'status'>[],
): UnsealedAct[] {
  const late = lateWithdrawals(pending, versions);
  return pending.filter((act) => act.type !== 'withdrawal' || !late.some(({ id }) => id === act.version));
}
