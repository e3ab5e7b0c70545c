import { addPeriod } from '../../time/day.ts';
import { civilCode } from '../cites/california.ts';
import { hasPolicy } from '../facts/has-policy.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const annualReview: PolicyRule = {
  id: 'ccpa/annual-review',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy', 'cookie-policy'],
  arises: 'by date',
  summary: 'A policy was updated or reviewed in the last twelve months.',
  why: 'A policy tells what was collected and sold in the last twelve months, so an older text cannot be right for them.',
  cites: [civilCode('1798.130(a)(5)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      updated: 2025-08-15
      reviewed: 2026-08-10
    `,
    },
    notOk: {
      policy: yaml`
        updated: 2025-08-15
      `,
      problem: {
        at: 'policy.yaml:1:10',
        message:
          'Cal. Civ. Code 1798.130(a)(5) asks for an update at least every 12 months; this text was last updated on 2025-08-15, more than 15 months before 2026-11-22.',
      },
    },
  },
  *check({ policy: { kind, updated = '', reviewed = '' }, product, asOf }: Subject): Iterable<Draft> {
    // The statute speaks of the privacy policy; a policy about cookies stands for it where it is the only one.
    if (kind === 'cookie-policy' && hasPolicy(product, 'privacy-policy')) return;
    const isReviewed = reviewed > updated;
    const last = isReviewed ? reviewed : updated;
    if (last === '' || addPeriod(last, '12 months') >= asOf) return;
    yield {
      at: { path: [isReviewed ? 'reviewed' : 'updated'] },
      message: `Cal. Civ. Code 1798.130(a)(5) asks for an update at least every 12 months; this text was last ${
        isReviewed ? 'reviewed' : 'updated'
      } on ${last}, ${monthsBetween(last, asOf)} before ${asOf}.`,
      help: 'Read the text against what is done today: change what differs and set `updated`, or set `reviewed` where nothing does.',
    };
  },
};

function monthsBetween(from: string, to: string): string {
  let months = 12;
  while (addPeriod(from, `${months + 1} months`) < to) months += 1;
  return `more than ${months} months`;
}
