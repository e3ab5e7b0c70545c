import type { Contact } from '../../../schemas/product.ts';
import { ccr, civilCode } from '../california-cites.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { waysToReach } from '../ways-to-reach.ts';

export const requestMethods: PolicyRule = {
  id: 'ccpa/request-methods',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'There are two ways to send a request, or one where the service is online only.',
  why: 'Somebody who cannot use one way, such as e-mail, still needs a way to ask.',
  cites: [civilCode('1798.130(a)(1)', 'secondary'), ccr('7011(e)(3)', 'secondary')],
  examples: {
    ok: {
      policy: 'requests:\n  channels: [privacy]\n',
      product:
        'contacts:\n  privacy: { label: Privacy desk, email: privacy@shop.example, phone: +1 415 555 0100 }\n',
    },
    notOk: {
      policy: 'requests:\n  channels: [privacy]\n',
      product: 'contacts:\n  privacy: { label: Privacy desk, email: privacy@shop.example }\n',
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'Cal. Civ. Code 1798.130(a)(1) lists two or more ways to send a request; `requests` names one: e-mail.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    const { requests } = policy.facts;
    const contacts = (requests?.channels ?? []).map(
      (id): Contact | undefined => product.written.contacts?.[id],
    );
    const ways = waysToReach(contacts.filter((contact) => contact !== undefined));
    if (ways.length >= (requests?.onlineOnly ? 1 : 2)) return;
    const isOne = ways.length === 1;
    yield {
      at: { path: ['requests', 'channels'] },
      message: `Cal. Civ. Code 1798.130(a)(1) lists two or more ways to send a request; ${
        isOne ? `\`requests\` names one: ${ways.join('')}` : 'the policy names none'
      }.`,
      help: isOne
        ? 'Add a telephone number or a form to the contact, or another contact to `channels`; where the service is online only, add `onlineOnly: true` to `requests`.'
        : 'Add `requests` with `channels`: the ids of the contacts that take requests.',
    };
  },
};
