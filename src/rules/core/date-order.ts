import { internal } from '../cites/core.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const dateOrder: PolicyRule = {
  id: 'core/date-order',
  about: 'policy',
  severity: 'error',
  summary: 'The dates of a policy stand in an order in which things can have happened.',
  why: 'Readers and courts ask which text applied on which day; dates that cannot be true answer neither.',
  cites: [internal('Dates of one text do not contradict each other')],
  examples: {
    ok: {
      policy: yaml`
        updated: 2026-10-01
        effective: 2026-11-01
        reviewed: 2026-10-01
        change: { summary: New vendor., notified: 2026-10-05 }
      `,
    },
    notOk: {
      policy: yaml`
        updated: 2026-10-01
        effective: 2026-11-01
        reviewed: 2026-10-01
        change: { summary: New vendor., notified: 2026-11-05 }
      `,
      problem: {
        at: 'policy.yaml:4:43',
        message: 'People were told on 2026-11-05 of a text that took effect on 2026-11-01.',
      },
    },
  },
  *check({ written, policy, isPublished, asOf }: Subject): Iterable<Draft> {
    const { reviewed, nextReview, change } = written;
    const notified = change?.notified;
    const effective = policy.effective;
    const help = 'Correct one of the two dates.';
    if (reviewed && reviewed > asOf)
      yield {
        at: { path: ['reviewed'] },
        message: `The last review was on ${reviewed}, and the check is as of ${asOf}.`,
        help: 'Set `reviewed` to the day of the last review; a review to come goes to `nextReview`.',
      };
    if (reviewed && nextReview && nextReview <= reviewed)
      yield {
        at: { path: ['nextReview'] },
        message: `The next review is due on ${nextReview}, and the last one was on ${reviewed}.`,
        help: 'Set `nextReview` to a day after the last review.',
        related: [{ at: { path: ['reviewed'] }, message: 'The last review.' }],
      };
    if (notified && notified > asOf)
      yield {
        at: { path: ['change', 'notified'] },
        message: `People were told on ${notified}, and the check is as of ${asOf}.`,
        help: 'Leave `notified` out until the notice has been sent.',
      };
    // Of a published text neither day can be another: people were told late, and that is said.
    else if (notified && effective && notified > effective && !isPublished)
      yield {
        at: { path: ['change', 'notified'] },
        message: `People were told on ${notified} of a text that took effect on ${effective}.`,
        help,
        related: [
          { at: { path: [written.effective ? 'effective' : 'updated'] }, message: 'It takes effect here.' },
        ],
      };
  },
};
