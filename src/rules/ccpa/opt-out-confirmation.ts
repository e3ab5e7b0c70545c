import { ccr } from '../cites/california.ts';
import { isSoldOrShared } from '../facts/sale-said.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const optOutConfirmation: PolicyRule = {
  id: 'ccpa/opt-out-confirmation',
  about: 'policy',
  severity: 'warning',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  inForce: { from: '2026-01-01' },
  summary: 'A policy says how a person sees that their opt-out signal took effect.',
  why: 'A signal is sent unseen; without an answer nobody knows whether it was heard.',
  cites: [ccr('7025(c)(6)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        sale: { shares: true }
        signals:
          gpc:
            honoured: true
            confirmation: The foot of each page says “Opt-out signal received”.
      `,
    },
    notOk: {
      policy: yaml`
        sale: { shares: true }
        signals:
          gpc:
            honoured: true
      `,
      problem: {
        at: 'policy.yaml:3:3',
        message:
          '11 CCR 7025(c)(6) asks a site to show whether it has processed an opt-out signal; no field says how a person sees it, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const gpc = facts.signals?.gpc;
    // A signal that the policy says nothing of, or ignores, is the business of ccpa/opt-out-signal.
    if (!gpc?.honoured || gpc.confirmation !== undefined || !isSoldOrShared(facts)) return;
    yield* gapIn(subject, {
      at: { path: ['signals', 'gpc', 'confirmation'] },
      asks: '11 CCR 7025(c)(6) asks a site to show whether it has processed an opt-out signal',
      of: 'california',
      unsaid: 'how a person sees it',
      fill: 'fill `signals.gpc.confirmation`',
      help: 'Add `confirmation` to `signals.gpc`: where a person sees that the signal took effect.',
      topic: 'signalConfirmed',
    });
  },
};
