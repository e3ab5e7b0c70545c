import { isDeepStrictEqual } from 'node:util';
import type { UnsealedAct } from './record.ts';
import type { Said } from './said.ts';
import { type Act, type Dated, endingOf, type Placed } from './timeline.ts';
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
  const end = retired && {
    on: retired.on,
    because: retired.because.trimEnd(),
    ...(retired.instead && { instead: retired.instead }),
  };
  const isToldEnd = ended && isDeepStrictEqual({ ...end, type: ended.type, day: ended.day }, ended);
  return [
    ...(chain.policy && chain.policy !== name ? [{ type: 'rename' as const, from: chain.policy }] : []),
    ...withdrawals,
    ...noticeOf(change?.notified, acts, standing),
    ...(end && !isToldEnd ? [{ type: 'retirement' as const, ...end }] : []),
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

/** An act that came too late, and since when: its version has taken effect, or the policy has ended. */
export type LateAct = { act: UnsealedAct; since: string };

/** Where a policy stands on a day: its versions placed for it, what is sealed of what happened, and the day. */
type OnDay = {
  versions: readonly Pick<Placed<Dated>, 'id' | 'status' | 'from'>[];
  acts: readonly Act[];
  today: string;
};

/** What is to be sealed and cannot be any more: no record says that what has been so was not. */
export function lateActs(pending: readonly UnsealedAct[], { versions, acts, today }: OnDay): LateAct[] {
  const ending = endingOf(acts, today);
  return pending.flatMap((act): LateAct[] => {
    if (act.type === 'retirement' && ending?.hasEnded && ending.says !== act.on)
      return [{ act, since: ending.on }];
    if (act.type !== 'withdrawal') return [];
    const begun = versions.find(({ id, status }) => id === act.version && status !== 'upcoming');
    return begun ? [{ act, since: begun.from }] : [];
  });
}

/** What can be sealed on a day. */
export function sealableActs(pending: readonly UnsealedAct[], policy: OnDay): UnsealedAct[] {
  const late = lateActs(pending, policy);
  return pending.filter((act) => !late.some((one) => one.act === act));
}
