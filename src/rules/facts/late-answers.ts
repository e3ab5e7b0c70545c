import { lastDays } from '../../time/period.ts';
import type { Draft, Subject } from '../rule.ts';

/** A law that says how soon people get an answer: in how many days, in how many at the latest, and in which regions. */
type Law = { days: number; atLatest: number; asks: string; where: RegExp };

/** Where a policy says that requests are answered later than a law gives time for; an error where it never gives as much. */
export function* lateAnswers({ policy }: Subject, { days, atLatest, asks, where }: Law): Iterable<Draft> {
  const { answerWithin } = policy.facts.requests ?? {};
  if (answerWithin === undefined) return;
  const own = lastDays(answerWithin).filter((one) => one.where === undefined || where.test(one.where));
  const most = Math.max(0, ...own.map((one) => one.days));
  if (most <= days) return;
  yield {
    at: { path: ['requests', 'answerWithin'] },
    severity: most > atLatest ? 'error' : 'warning',
    message: `${asks}; \`requests.answerWithin\` is ${answerWithin}.`,
    help: 'Correct it, say in `extension` what can make an answer later, or write a map of regions where others wait longer.',
  };
}
