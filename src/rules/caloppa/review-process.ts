import type { Facts } from '../../resolve/policy-model.ts';
import { businessCode } from '../cites/california.ts';
import { isSaidElsewhere } from '../facts/said-elsewhere.ts';
import { showsWayToReach } from '../facts/ways-to-reach.ts';
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
          'Cal. Bus. & Prof. Code 22575(b)(2) asks for the process of reviewing and changing data, where there is one; the policy names nobody who takes such requests.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { rights = {}, data } = subject.policy.facts;
    const isRight = isReviewable(rights);
    if (data === 'none' || (isRight && (showsWayToReach(subject) || isInSettings(rights)))) return;
    if (!isRight && isSaidElsewhere(subject, ({ facts }) => isReviewable(facts.rights))) return;
    yield {
      at: { path: isRight ? ['requests', 'channels'] : ['rights'] },
      message: `Cal. Bus. & Prof. Code 22575(b)(2) asks for the process of reviewing and changing data, where there is one; the policy ${
        isRight ? 'names nobody who takes such requests' : 'does not speak of it'
      }.`,
      help: 'Add `access` and `correct` to `rights`, and to `requests` the `channels` that take requests; where there is no such process, say so with a reason in `ignore` of product.yaml.',
    };
  },
};

// "You can change it under Settings" is a process too.
function isInSettings({ access, correct }: NonNullable<Facts['rights']>): boolean {
  return [access, correct].some(
    (right) => right && /\b(settings|profile|account|dashboard)\b/i.test(right.text),
  );
}

function isReviewable(rights: Facts['rights']): boolean {
  return (rights?.access ?? rights?.correct) !== undefined;
}
