import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { ccr } from '../cites/california.ts';
import { gapIn } from '../gap.ts';
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
        message:
          '11 CCR 7011(e)(3)(H) lists instructions for authorised agents; no field says how somebody makes a request for another person, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (says(subject.policy)) return;
    yield* gapIn(subject, {
      at: { path: ['requests', 'agent'] },
      asks: '11 CCR 7011(e)(3)(H) lists instructions for authorised agents',
      of: 'california',
      unsaid: 'how somebody makes a request for another person',
      fill: 'fill `requests.agent`',
      help: 'Add `agent` to `requests`: how somebody makes a request for another person, and what they send along.',
      topic: 'agent',
      says,
    });
  },
};

function says({ facts }: ResolvedPolicy): boolean {
  return facts.requests?.agent !== undefined;
}
