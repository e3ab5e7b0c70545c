import { listed } from '../../text/listed.ts';
import { internal } from '../cites/core.ts';
import { claims } from '../english/claims.ts';
import { entriesOf } from '../facts/entries.ts';
import { settersIn, vendorName } from '../facts/storage.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const noThirdPartyVsVendor: PolicyRule = {
  id: 'core/no-third-party-vs-vendor',
  about: 'policy',
  severity: 'warning',
  summary:
    'A text that denies third-party cookies says what a payment, video or chat service of somebody else stores in the browser.',
  why: 'Services of this kind usually store something to do their work, so the sentence may say more than is so.',
  cites: [internal('What a text denies does not come with the services it names')],
  examples: {
    ok: {
      policy: yaml`
        recipients:
          pay: { label: Payments, vendors: [pay] }
        sections:
          - title: Cookies
            content: [Our own pages use cookies to keep you signed in. Pay Ltd sets two more when you pay.]
      `,
      product: yaml`
        vendors:
          pay: { name: Pay Ltd, does: takes payments }
      `,
    },
    notOk: {
      policy: yaml`
        recipients:
          pay: { label: Payments, vendors: [pay] }
        sections:
          - title: Cookies
            content: [We use no third-party cookies.]
      `,
      product: yaml`
        vendors:
          pay: { name: Pay Ltd, does: takes payments }
      `,
      problem: {
        at: 'policy.yaml:5:22',
        message:
          'The text says “no third-party cookies”, and data goes to Pay Ltd; services for payments usually store something in the browser.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const storing = storingRecipients(subject);
    if (storing.length === 0) return;
    const kinds = [...new Set(storing.map(({ kind }) => kind))];
    const names = storing.map(({ id }) => vendorName(subject.product, id));
    for (const { at, words } of claims(subject, 'noThirdParty'))
      yield {
        at,
        message: `The text says “${words}”, and data goes to ${listed(names)}; services for ${listed(kinds)} usually store something in the browser.`,
        help: `Look at what ${listed(names)} ${names.length === 1 ? 'stores' : 'store'} on your pages, list it under \`cookies\`, and say in the sentence what it is for.`,
        related: storing.map(({ id, recipient }) => ({
          at: { path: ['recipients', recipient, 'vendors'] },
          message: `${vendorName(subject.product, id)} is named here.`,
        })),
      };
  },
};

const kinds: [string, RegExp][] = [
  ['payments', /\bpayments?\b|\bcheckout\b/i],
  ['video', /\bvideos?\b/i],
  ['chat', /\bchat (?:widget|window)\b|\b(?:live|support) chat\b/i],
];

type Storing = { id: string; recipient: string; kind: string };

// A vendor whose storage is listed is a matter of the list.
function storingRecipients({ policy, product }: Subject): Storing[] {
  const setters = settersIn(product);
  const all = entriesOf(policy.facts.recipients).flatMap(([recipient, { vendors, label }]) =>
    (vendors ?? []).map((id) => ({ id, recipient, label })),
  );
  const seen = new Set<string>();
  return all.flatMap(({ id, recipient, label }) => {
    const kind = kindOf(product, id, label);
    if (!kind || setters.has(id) || seen.has(id)) return [];
    seen.add(id);
    return [{ id, recipient, kind }];
  });
}

function kindOf({ written }: ProductSubject, id: string, label = ''): string | undefined {
  const { does = label, group = '' } = written.vendors?.[id] ?? {};
  return kinds.find(([, pattern]) => pattern.test(`${does} ${group}`))?.[0];
}
