import { ccr } from '../california-cites.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { isSoldOrShared, soldOrShared } from '../sale-said.ts';

export const optOutSignal: PolicyRule = {
  id: 'ccpa/opt-out-signal',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'Where data is sold or shared, the policy says what an opt-out signal of the browser applies to.',
  why: 'Whoever sends Global Privacy Control wants to know whether it covers this browser only or the account too.',
  cites: [ccr('7011(e)(3)(F)', 'read'), ccr('7025', 'read')],
  examples: {
    ok: {
      policy:
        'sale:\n  shares: true\nsignals:\n  gpc:\n    honoured: true\n    scope: This browser, and your account while you are signed in.\n',
    },
    notOk: {
      policy: 'sale:\n  shares: true\nsignals:\n  gpc:\n    honoured: true\n',
      problem: {
        at: 'policy.yaml:4:3',
        message:
          '11 CCR 7011(e)(3)(F) asks how an opt-out signal is processed and what it applies to; data is shared, and `signals.gpc` has no `scope`.',
      },
    },
  },
  *check({ policy: { facts } }: Subject): Iterable<Draft> {
    const gpc = facts.signals?.gpc;
    if (!isSoldOrShared(facts) || gpc?.scope !== undefined) return;
    const missing = gpc ? '`signals.gpc` has no `scope`' : 'the policy has no `signals.gpc`';
    yield {
      at: { path: ['signals', 'gpc'] },
      message: `11 CCR 7011(e)(3)(F) asks how an opt-out signal is processed and what it applies to; data is ${soldOrShared(facts)}, and ${missing}.`,
      help: gpc
        ? 'Add `scope` to `signals.gpc`: whether the signal covers the browser, the device, the account or sales offline.'
        : 'Add `gpc` to `signals`, with `honoured` and `scope`.',
    };
  },
};
