import type { Requests } from '../../../schemas/disclosures/requests.ts';
import { ccr, civilCode } from '../cites/california.ts';
import { requestContacts, waysToReach } from '../facts/ways-to-reach.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const requestMethods: PolicyRule = {
  id: 'ccpa/request-methods',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'There are two ways to send a request, or one where the service is online only.',
  why: 'Somebody who cannot use one way, such as e-mail, still needs a way to ask.',
  cites: [civilCode('1798.130(a)(1)', 'secondary'), ccr('7020', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        requests:
          channels: [privacy]
      `,
      product: yaml`
        contacts:
          privacy: { label: Privacy desk, email: privacy@shop.example, phone: +1 415 555 0100 }
      `,
    },
    notOk: {
      policy: yaml`
        requests:
          channels: [privacy]
      `,
      product: yaml`
        contacts:
          privacy: { label: Privacy desk, email: privacy@shop.example }
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'Cal. Civ. Code 1798.130(a)(1) lists two or more ways to send a request, a toll-free telephone number among them; no field says which there is beside e-mail, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { requests } = subject.policy.facts;
    const ways = waysToReach(requestContacts(subject));
    const enough = requests?.onlineOnly ? 1 : 2;
    if (ways.length >= enough) return;
    yield* gapIn(subject, {
      at: { path: ['requests', 'channels'] },
      asks: asks(requests),
      of: 'california',
      unsaid: ways.length > 0 ? `which there is beside ${ways.join('')}` : 'which there are',
      fill: 'fill `requests.channels`',
      help: next(requests, ways),
      topic: 'requestWays',
      says: ({ facts }) => facts.requests?.channels !== undefined,
    });
  },
};

function asks(requests: Requests | undefined): string {
  return requests?.onlineOnly
    ? 'Cal. Civ. Code 1798.130(a)(1) lists an e-mail address for requests where a service is online only'
    : 'Cal. Civ. Code 1798.130(a)(1) lists two or more ways to send a request, a toll-free telephone number among them';
}

function next(requests: Requests | undefined, ways: readonly string[]): string {
  if (ways.length > 0)
    return 'Add a telephone number or a form to the contact, or another contact to `channels`; where the service is online only, add `onlineOnly: true` to `requests`.';
  return requests?.channels
    ? 'Add `email`, `phone` or `url` to the contacts in product.yaml that take requests.'
    : 'Add `requests` with `channels`: the ids of the contacts that take requests.';
}
