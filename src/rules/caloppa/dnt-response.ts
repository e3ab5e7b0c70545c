import { oncePer } from '../../memory.ts';
import { businessCode } from '../cites/california.ts';
import { claims } from '../english/claims.ts';
import { cookiePoliciesOf, isSignalUnsaid } from '../facts/signals-said.ts';
import { advertisingOf } from '../facts/storage.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const dntResponse: PolicyRule = {
  id: 'caloppa/dnt-response',
  about: 'policy',
  severity: 'error',
  regimes: ['caloppa'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'A policy says what happens when a browser sends Do Not Track, or links a policy that does.',
  why: 'Somebody who switched the signal on wants to know whether it changes anything here.',
  cites: [businessCode('22575(b)(5)', 'read'), businessCode('22575(b)(7)', 'read')],
  examples: {
    ok: {
      policy: yaml`
      title: Privacy policy
      signals:
        dnt: ignored
    `,
    },
    notOk: {
      policy: yaml`
        title: Privacy policy
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(5) asks how a site that follows people across websites responds to Do Not Track signals; no field says how this one does, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (!isSignalUnsaid(subject, ({ dnt }) => dnt)) return;
    const gaps = gapIn(subject, {
      at: { path: ['signals', 'dnt'] },
      asks: 'Cal. Bus. & Prof. Code 22575(b)(5) asks how a site that follows people across websites responds to Do Not Track signals',
      unsaid: 'how this one does',
      fill: 'fill `signals.dnt`',
      help: 'Add `signals` with `dnt: honoured` or `dnt: ignored`, and show it with `signals: all`.',
      topic: 'dnt',
      beside: cookiePoliciesOf(subject),
    });
    // The statute asks where people are followed across websites: where nothing shows that, it may not apply.
    const isFollowed = isTracked(subject.product);
    yield* gaps.map((draft) => (isFollowed ? draft : { ...mayNotApply(subject), ...draft }));
  },
};

// Less so where the text says that nobody is followed.
function mayNotApply(subject: Subject): Pick<Draft, 'severity' | 'related'> {
  const [said] = [...claims(subject, 'noCrossSite'), ...claims(subject, 'noAdvertising')];
  if (!said) return { severity: 'warning' };
  return {
    severity: 'info',
    related: [{ at: said.at, message: 'What the text says of following people.' }],
  };
}

const isTracked = oncePer(
  (product: ProductSubject): boolean =>
    product.policies.some(({ policy }) => policy.facts.signals?.thirdPartyTracking === true) ||
    advertisingOf(product).length > 0,
);
