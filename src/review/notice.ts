import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { addPeriod } from '../time/day.ts';
import { promisedNotice } from '../versions/published.ts';
import { dayWords } from './days.ts';
import type { Materiality, NoticeReview } from './review-model.ts';

// `isNew` says whether the text is of a version that is to be published.
type Judged = { isNew: boolean; materiality: Materiality | undefined; today: string };

/**
 * Works out the notice a new text needs. As `check` does, it holds a text to the promise of the last published version,
 * and to its own where that one made none.
 */
export function noticeOf(
  policy: ResolvedPolicy,
  published: ResolvedPolicy | undefined,
  { isNew: isDated, materiality, today }: Judged,
): NoticeReview | undefined {
  const notice = promisedNotice(policy, published);
  if (!notice?.period) return undefined;
  const { period, for: scope = 'material', to } = notice;
  const notified = isDated ? policy.change?.notified : undefined;
  const from = notified ?? (isDated ? policy.updated : undefined) ?? today;
  const source = notified ? 'notified' : isDated && policy.updated ? 'updated' : 'today';
  const earliest = addPeriod(from, period);
  const applies = appliesTo(scope, { policy, published, materiality });
  const effective = isDated ? policy.effective : undefined;
  const worked: Worked = {
    period,
    for: scope,
    ...(to && { to }),
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
  const { period, for: scope, to, applies, source, effective, isKept } = worked;
  const [from, earliest] = [worked.from, worked.earliest].map(dayWords);
  const people = to ? ` to ${to}` : '';
  const opening = `Notice of ${period} for ${scope === 'all' ? 'all' : 'material'} changes${people}:`;
  if (applies === 'no') return `${opening} ${reason}, so none is counted.`;
  const condition = applies === 'undecided' ? 'if this change is declared material, it' : 'it';
  const says = effective ? `; the file says ${dayWords(effective)}` : '';
  const late = isKept === false ? ', which is too soon' : '';
  const counted = source === 'updated' ? `its date, ${from}` : `today, ${from}`;
  const told =
    source === 'notified'
      ? `people were told on ${from}`
      : `the file states no day on which people were told, so it is counted from ${counted}`;
  return `${opening} ${told}; ${condition} binds on ${earliest} at the earliest${says}${late}.`;
}
