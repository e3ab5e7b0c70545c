import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { addPeriod } from '../time/day.ts';
import { promisedNotice } from '../versions/published.ts';
import type { Materiality, NoticeReview, Standing } from './review-model.ts';

type Judged = { standing: Standing; materiality: Materiality | undefined; today: string };

/**
 * Works out the notice a new text needs. As `check` does, it holds a text to the promise of the last published version,
 * and to its own where that one made none.
 */
export function noticeOf(
  policy: ResolvedPolicy,
  published: ResolvedPolicy | undefined,
  { standing, materiality, today }: Judged,
): NoticeReview | undefined {
  const notice = promisedNotice(policy, published);
  if (!notice?.period) return undefined;
  const { period, for: scope = 'material' } = notice;
  const isDated = standing.kind === 'new-version' || standing.kind === 'unreleased-edited';
  const notified = isDated ? policy.change?.notified : undefined;
  const from = notified ?? (isDated ? policy.updated : undefined) ?? today;
  const source = notified ? 'notified' : isDated && policy.updated ? 'updated' : 'today';
  const earliest = addPeriod(from, period);
  const applies = appliesTo(scope, { policy, published, materiality });
  const effective = isDated ? policy.effective : undefined;
  const worked: Worked = {
    period,
    for: scope,
    applies,
    from,
    source,
    earliest,
    ...(effective && { effective, ...(applies === 'yes' && { isKept: effective >= earliest }) }),
  };
  return { ...worked, sentence: sentenceOf(worked, reasonOf(scope, policy, materiality)) };
}

type Worked = Omit<NoticeReview, 'sentence'>;

function appliesTo(
  scope: NoticeReview['for'],
  {
    policy,
    published,
    materiality,
  }: { policy: ResolvedPolicy; published: ResolvedPolicy | undefined; materiality: Materiality | undefined },
): NoticeReview['applies'] {
  if (scope === 'all') return published || policy.change ? 'yes' : 'no';
  const declared = materiality?.declared ?? (materiality ? undefined : policy.change?.material);
  if (declared !== undefined) return declared ? 'yes' : 'no';
  return materiality?.proposed ? 'undecided' : 'no';
}

// Why a promise asks for nothing, where it does.
function reasonOf(
  scope: NoticeReview['for'],
  { change }: ResolvedPolicy,
  materiality: Materiality | undefined,
): string {
  if (scope === 'all') return 'no version is published yet';
  const declared = materiality ? materiality.declared : change?.material;
  return declared === false ? 'this change is declared not material' : 'no change is proposed as material';
}

function sentenceOf(worked: Worked, reason: string): string {
  const { period, for: scope, applies, source, from, earliest, effective, isKept } = worked;
  const opening = `Notice of ${period} for ${scope === 'all' ? 'all' : 'material'} changes:`;
  if (applies === 'no') return `${opening} ${reason}, so none is counted.`;
  const condition = applies === 'undecided' ? 'if this change is declared material, it' : 'it';
  const says = effective ? `; it says ${effective}` : '';
  const late = isKept === false ? ', which is too soon' : '';
  if (source === 'notified')
    return `${opening} people were told on ${from}; ${condition} binds on ${earliest} at the earliest${says}${late}.`;
  const counted = source === 'updated' ? `its date, ${from}` : `today, ${from}`;
  const reach =
    applies === 'undecided'
      ? 'earliest effective date if this change is declared material'
      : 'earliest effective date';
  return `${opening} the file states no day on which people were told, so it is counted from ${counted}; ${reach}: ${earliest}${says}${late}.`;
}
