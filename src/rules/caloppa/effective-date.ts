import { businessCode } from '../cites/california.ts';
import { likelyStatement } from '../english/likely.ts';
import { pointedDate } from '../english/pointed-date.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const effectiveDate: PolicyRule = {
  id: 'caloppa/effective-date',
  about: 'policy',
  severity: 'error',
  regimes: ['caloppa'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'A policy states the day from which it applies.',
  why: 'Readers want to know which text applied to them on a day.',
  cites: [businessCode('22575(b)(4)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      updated: 2026-10-01
    `,
    },
    notOk: {
      policy: yaml`
        title: Privacy policy
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(4) asks for the effective date; no field says which it is, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    // A text with a date binds from that day, unless it says otherwise.
    // One that the text points to and does not have is told there.
    if (subject.policy.effective !== undefined || pointedDate(subject) || isAskedAsUpdate(subject)) return;
    yield* gapIn(subject, {
      at: { path: ['effective'] },
      asks: 'Cal. Bus. & Prof. Code 22575(b)(4) asks for the effective date',
      unsaid: 'which it is',
      fill: 'fill `updated`, or `effective`',
      help: 'Add `updated` with the date of the text; it binds from then on, unless `effective` has another day.',
      topic: 'effectiveDate',
    });
  },
};

// A text without any date has one gap: where ccpa/last-updated asks for one too, it says so.
function isAskedAsUpdate(subject: Subject): boolean {
  const { policy, product } = subject;
  const isAsked = policy.kind === 'privacy-policy' && product.written.regimes?.includes('ccpa');
  return (
    isAsked === true && !likelyStatement(subject, 'effectiveDate') && !likelyStatement(subject, 'updateDate')
  );
}
