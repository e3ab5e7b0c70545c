import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { ccr } from '../cites/california.ts';
import { policiesBeside } from '../facts/said-elsewhere.ts';
import { isSoldOrShared, soldOrShared } from '../facts/sale-said.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const optOutSignal: PolicyRule = {
  id: 'ccpa/opt-out-signal',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary:
    'Where data is sold or shared, the policy honours an opt-out signal of the browser and says what it applies to.',
  why: 'Whoever sends Global Privacy Control wants to know whether it covers this browser only or the account too.',
  cites: [ccr('7011(e)(3)(F)', 'read'), ccr('7025', 'read')],
  examples: {
    ok: {
      policy: yaml`
        sale:
          shares: true
        signals:
          gpc:
            honoured: true
            scope: This browser, and your account while you are signed in.
      `,
    },
    notOk: {
      policy: yaml`
        sale:
          shares: true
        signals:
          gpc:
            honoured: true
      `,
      problem: {
        at: 'policy.yaml:4:3',
        message:
          '11 CCR 7011(e)(3)(F) asks how an opt-out signal is processed and what it applies to, and data is shared; no field says what it applies to, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    if (!isSoldOrShared(facts)) return;
    const gpc = facts.signals?.gpc;
    if (gpc?.honoured === false) {
      yield {
        at: { path: ['signals', 'gpc', 'honoured'] },
        message: `11 CCR 7025(b) has opt-out signals treated as requests to opt out of sale and sharing; data is ${soldOrShared(facts)}, and \`signals.gpc\` says that the signal is not honoured.`,
        help: 'Find out what happens when a browser sends the signal, and correct `honoured`, or `sale`.',
      };
      return;
    }
    if (gpc?.scope !== undefined) return;
    if (policiesBeside(subject, 'privacy-policy', 'cookie-policy').some(saysScope)) return;
    yield* gapIn(subject, {
      at: { path: ['signals', 'gpc'] },
      asks: `11 CCR 7011(e)(3)(F) asks how an opt-out signal is processed and what it applies to, and data is ${soldOrShared(facts)}`,
      of: 'california',
      unsaid: gpc ? 'what it applies to' : 'what happens on one',
      fill: 'fill `signals.gpc`',
      help: gpc
        ? 'Add `scope` to `signals.gpc`: whether the signal covers the browser, the device, the account or sales offline.'
        : 'Add `gpc` to `signals`, with `honoured` and `scope`.',
      topic: 'gpc',
      says: saysScope,
    });
  },
};

function saysScope({ facts }: ResolvedPolicy): boolean {
  return facts.signals?.gpc?.scope !== undefined;
}
