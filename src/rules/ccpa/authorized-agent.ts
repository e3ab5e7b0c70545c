import { ccr } from '../cites/california.ts';
import { matches } from '../english/written-texts.ts';
import { isSaidElsewhere } from '../facts/said-elsewhere.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const authorizedAgent: PolicyRule = {
  id: 'ccpa/authorized-agent',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'A policy says how somebody makes a request for another person.',
  why: 'Some people leave their requests to a relative or a service, who needs to know what to send.',
  cites: [ccr('7011(e)(3)(H)', 'read')],
  examples: {
    ok: {
      policy: yaml`
        requests:
          onlineOnly: true
          agent: An agent sends us your signed permission with the request.
      `,
    },
    notOk: {
      policy: yaml`
        requests:
          onlineOnly: true
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message: '11 CCR 7011(e)(3)(H) lists instructions for authorised agents; `requests` has no `agent`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    if (facts.requests?.agent !== undefined || matches(subject, inProse).length > 0) return;
    if (isSaidElsewhere(subject, (one) => one.facts.requests?.agent !== undefined)) return;
    yield {
      at: { path: ['requests', 'agent'] },
      message: `11 CCR 7011(e)(3)(H) lists instructions for authorised agents; ${
        facts.requests ? '`requests` has no `agent`' : 'the policy has no `requests`'
      }.`,
      help: 'Add `agent` to `requests`: how somebody makes a request for another person, and what they send along.',
    };
  },
};

const inProse = /\bauthori[sz]ed agents?\b/;
