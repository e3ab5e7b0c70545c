import { ccr } from '../cites/california.ts';
import { pointedDate } from '../english/pointed-date.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const lastUpdated: PolicyRule = {
  id: 'ccpa/last-updated',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'A policy states the date of its last update.',
  why: 'Without a date nobody can tell whether they have read this text or an earlier one.',
  cites: [ccr('7011(e)(4)', 'read')],
  examples: {
    ok: {
      policy: yaml`
      title: Privacy policy
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
          '11 CCR 7011(e)(4) lists the date of the last update; no field says which it is, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { updated, effective } = subject.policy;
    if (updated !== undefined) return;
    if (effective !== undefined)
      yield {
        at: { path: ['effective'] },
        message:
          '11 CCR 7011(e)(4) lists the date of the last update; `effective` says from when the text binds, and no field says when it was changed.',
        help: 'Add `updated` with the date of this text, which may be the same day.',
        severity: 'info',
      };
    // What the text points to is told there.
    else if (!pointedDate(subject)) yield* updateGap(subject);
  },
};

function updateGap(subject: Subject): Draft[] {
  return gapIn(subject, {
    at: { path: ['updated'] },
    asks: '11 CCR 7011(e)(4) lists the date of the last update',
    unsaid: 'which it is',
    fill: 'fill `updated`',
    help: 'Add `updated` with the date of this text.',
    topic: 'updateDate',
  });
}
