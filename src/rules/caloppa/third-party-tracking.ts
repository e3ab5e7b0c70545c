import { businessCode } from '../cites/california.ts';
import { cookiePoliciesOf, isSignalUnsaid } from '../facts/signals-said.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const thirdPartyTracking: PolicyRule = {
  id: 'caloppa/third-party-tracking',
  about: 'policy',
  severity: 'error',
  regimes: ['caloppa'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'A policy says whether others may follow what people do over time and across websites.',
  why: 'What the company itself does not collect, a service on its pages may; readers see only one website.',
  cites: [businessCode('22575(b)(6)', 'read')],
  examples: {
    ok: {
      policy: yaml`
      signals:
        dnt: ignored
        thirdPartyTracking: false
    `,
    },
    notOk: {
      policy: yaml`
        signals:
          dnt: ignored
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'Cal. Bus. & Prof. Code 22575(b)(6) asks whether others may collect what people do over time and across websites; no field says whether they may, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (!isSignalUnsaid(subject, ({ thirdPartyTracking }) => thirdPartyTracking)) return;
    yield* gapIn(subject, {
      at: { path: ['signals', 'thirdPartyTracking'] },
      asks: 'Cal. Bus. & Prof. Code 22575(b)(6) asks whether others may collect what people do over time and across websites',
      unsaid: 'whether they may',
      fill: 'fill `signals.thirdPartyTracking`',
      help: 'Add `signals` with `thirdPartyTracking: true` or `thirdPartyTracking: false`, and show it with `signals: all`.',
      topic: 'tracking',
      beside: cookiePoliciesOf(subject),
    });
  },
};
