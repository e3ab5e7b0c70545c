import { ccr } from '../cites/california.ts';
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
        message: '11 CCR 7011(e)(4) lists the date of the last update; the policy states none.',
      },
    },
  },
  *check({ policy: { updated } }: Subject): Iterable<Draft> {
    if (updated !== undefined) return;
    yield {
      at: { path: ['updated'] },
      message: '11 CCR 7011(e)(4) lists the date of the last update; the policy states none.',
      help: 'Add `updated` with the date of this text.',
    };
  },
};
