import { businessCode } from '../cites/california.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const effectiveDate: PolicyRule = {
  id: 'caloppa/effective-date',
  about: 'policy',
  severity: 'error',
  regimes: ['caloppa'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'A policy states the day from which it applies.',
  why: 'The date of a text says when it was written; readers want to know which text applied to them on a day.',
  cites: [businessCode('22575(b)(4)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      updated: 2026-10-01
      effective: 2026-10-15
    `,
    },
    notOk: {
      policy: yaml`
        updated: 2026-10-01
      `,
      problem: {
        at: 'policy.yaml:1:10',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(4) asks for the effective date; only the date of the last update is here.',
      },
    },
  },
  *check({ written: { updated, effective } }: Subject): Iterable<Draft> {
    if (effective !== undefined) return;
    yield {
      at: { path: ['updated'] },
      message: `Cal. Bus. & Prof. Code 22575(b)(4) asks for the effective date; ${
        updated === undefined ? 'the policy states no date' : 'only the date of the last update is here'
      }.`,
      help: 'Add `effective` with the day from which this text applies, even where it is the day of `updated`.',
    };
  },
};
