import { addPeriod } from '../../time/day.ts';
import { internal } from '../cites/core.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const reviewOverdue: PolicyRule = {
  id: 'core/review-overdue',
  about: 'policy',
  severity: 'warning',
  arises: 'by date',
  summary: 'Counsel confirms once a year, or by the day they set, that a policy is still true.',
  why: 'Cookies and vendors change faster than texts; a policy nobody has looked at for a year seldom describes today.',
  cites: [
    internal(
      'A text is confirmed at least once in 12 months, as Cal. Civ. Code 1798.130(a)(5) has it for privacy policies',
      'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=CIV&sectionNum=1798.130.',
    ),
  ],
  examples: {
    ok: {
      policy: yaml`
      updated: 2025-03-10
      reviewed: 2026-03-02
    `,
    },
    notOk: {
      policy: yaml`
        updated: 2025-03-10
      `,
      problem: {
        at: 'policy.yaml:1:10',
        message:
          'The text is of 2025-03-10, more than 12 months before 2026-11-22, and no later review is recorded.',
      },
    },
  },
  *check({ written, policy, product, asOf }: Subject): Iterable<Draft> {
    const { updated = '', reviewed = '', nextReview } = written;
    const help =
      'Read the policy against what the product does today, then set `reviewed`, or give a changed text a new date.';
    // A next review that is not after the last one is out of order, and tells nothing.
    if (nextReview && nextReview > reviewed) {
      if (nextReview < asOf)
        yield {
          at: { path: ['nextReview'] },
          message: `The review was due on ${nextReview}, before ${asOf}.`,
          help: `${help.slice(0, -1)}, and move \`nextReview\`.`,
        };
      return;
    }
    const last = reviewed > updated ? reviewed : updated;
    if (last === '' || addPeriod(last, '12 months') >= asOf || isAskedByLaw(policy.kind, product)) return;
    const isReview = last === reviewed;
    yield {
      at: { path: [isReview ? 'reviewed' : 'updated'] },
      message: isReview
        ? `The last review was on ${last}, more than 12 months before ${asOf}.`
        : `The text is of ${last}, more than 12 months before ${asOf}, and no later review is recorded.`,
      help,
    };
  },
};

// Where the law of California is declared, its own rule says the same with its source.
function isAskedByLaw(kind: string, { written, policies }: ProductSubject): boolean {
  const notices = policies.filter((one) => one.policy.kind === 'privacy-policy');
  const isMeant = kind === 'privacy-policy' || (kind === 'cookie-policy' && notices.length === 0);
  return isMeant && (written.regimes?.includes('ccpa') ?? false);
}
