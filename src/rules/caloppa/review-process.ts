import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { businessCode } from '../cites/california.ts';
import { rightsSaid } from '../facts/rights.ts';
import { showsWayToReach } from '../facts/ways-to-reach.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const reviewProcess: PolicyRule = {
  id: 'caloppa/review-process',
  about: 'policy',
  severity: 'warning',
  regimes: ['caloppa'],
  kinds: ['privacy-policy'],
  summary: 'A policy says how people review their data and have it changed.',
  why: 'Somebody who finds a mistake in their data wants to know how it gets mended.',
  cites: [businessCode('22575(b)(2)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        rights: [access, correct]
        requests:
          channels: [privacy]
      `,
      product: yaml`
        contacts:
          privacy: { label: Privacy desk, email: privacy@shop.example }
      `,
    },
    notOk: {
      policy: yaml`
        rights: [access, correct]
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(2) asks for the process of reviewing and changing data, where there is one; no field says who takes such requests, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { data } = subject.policy.facts;
    const isRight = isReviewable(subject.policy);
    if (data === 'none' || (isRight && (showsWayToReach(subject) || isInSettings(subject.policy)))) return;
    yield* gapIn(subject, {
      at: { path: isRight ? ['requests', 'channels'] : ['rights'] },
      asks: 'Cal. Bus. & Prof. Code 22575(b)(2) asks for the process of reviewing and changing data, where there is one',
      unsaid: isRight ? 'who takes such requests' : 'whether there is',
      fill: isRight ? 'fill `requests.channels`' : 'fill `rights` and `requests`',
      help: 'Add `access` and `correct` to `rights`, and to `requests` the `channels` that take requests; where there is no such process, say so with a reason in `ignore` of product.yaml.',
      topic: 'reviewing',
      ...(!isRight && { says: isReviewable }),
    });
  },
};

// "You can change it under Settings" is a process too.
function isInSettings(policy: ResolvedPolicy): boolean {
  return reviewsIn(policy).some((text) => /\b(settings|profile|account|dashboard)\b/i.test(text));
}

function isReviewable(policy: ResolvedPolicy): boolean {
  return reviewsIn(policy).length > 0;
}

function reviewsIn(policy: ResolvedPolicy): string[] {
  return [...rightsSaid(policy, 'access'), ...rightsSaid(policy, 'correct')];
}
