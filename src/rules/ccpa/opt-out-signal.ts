import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { ccr } from '../cites/california.ts';
import { matches } from '../english/written-texts.ts';
import { policiesBeside } from '../facts/said-elsewhere.ts';
import { isSoldOrShared, soldOrShared } from '../facts/sale-said.ts';
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
          '11 CCR 7011(e)(3)(F) asks how an opt-out signal is processed and what it applies to; data is shared, and `signals.gpc` has no `scope`.',
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
    if (gpc?.scope !== undefined || matches(subject, inProse).length > 0) return;
    if (policiesBeside(subject, 'privacy-policy', 'cookie-policy').some(saysScope)) return;
    yield {
      at: { path: ['signals', 'gpc'] },
      message: `11 CCR 7011(e)(3)(F) asks how an opt-out signal is processed and what it applies to; data is ${soldOrShared(facts)}, and ${
        gpc ? '`signals.gpc` has no `scope`' : 'the policy has no `signals.gpc`'
      }.`,
      help: gpc
        ? 'Add `scope` to `signals.gpc`: whether the signal covers the browser, the device, the account or sales offline.'
        : 'Add `gpc` to `signals`, with `honoured` and `scope`.',
    };
  },
};

const inProse =
  /\b(global privacy control|GPC|opt-out (preference )?signals?)\b[^.]*\b(this|that|the|your) (browser|device|account|profile)\b/;

function saysScope({ facts }: ResolvedPolicy): boolean {
  return facts.signals?.gpc?.scope !== undefined;
}
