import { listed } from '../../text/listed.ts';
import { coppaRule } from '../cites/coppa.ts';
import { childDataOf } from '../facts/child-data.ts';
import { shownContacts } from '../facts/ways-to-reach.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const operators: PolicyRule = {
  id: 'coppa/operators',
  about: 'policy',
  severity: 'error',
  regimes: ['coppa'],
  kinds: ['privacy-policy', 'children-notice'],
  summary:
    'Where data of children is collected, the operator has a name, an address, a telephone number and an e-mail address.',
  why: 'A parent who wants to act for a child needs to reach the operator in whichever way is open to them.',
  cites: [coppaRule('312.4(d)(1)')],
  examples: {
    ok: {
      policy: yaml`
        kind: children-notice
        sections:
          - title: Contact
            content: [contact: parents]
      `,
      product: yaml`
        controller: { name: Shop Inc, address: "1 Main Street, Springfield" }
        contacts:
          parents: { label: Parents, email: parents@shop.example, phone: +1 415 555 0100 }
      `,
    },
    notOk: {
      policy: yaml`
        kind: children-notice
        sections:
          - title: Contact
            content: [contact: parents]
      `,
      product: yaml`
        controller: { name: Shop Inc, address: "1 Main Street, Springfield" }
        contacts:
          parents: { label: Parents, email: parents@shop.example }
      `,
      problem: {
        at: 'product.yaml:1:1',
        message:
          '16 CFR 312.4(d)(1) lists name, address, telephone number and e-mail address of the operators; there is no telephone number.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (!childDataOf(subject)) return;
    const missing = missingOf(subject);
    if (missing.length === 0) return;
    yield {
      at: { in: 'product', path: ['controller'] },
      message: `16 CFR 312.4(d)(1) lists name, address, telephone number and e-mail address of the operators; there is no ${listed(missing, 'or')}.`,
      help: 'Add what is missing to `controller` or `contacts` of product.yaml, and show the contact with `contact: <id>`.',
    };
  },
};

function missingOf(subject: Subject): string[] {
  const { controller } = subject.product.written;
  const contacts = shownContacts(subject);
  const facts: [string, unknown][] = [
    ['name', controller?.name],
    ['postal address', controller?.address ?? contacts.find(({ address }) => address)],
    ['telephone number', contacts.find(({ phone }) => phone)],
    ['e-mail address', controller?.email ?? contacts.find(({ email }) => email)],
  ];
  return facts.filter(([, fact]) => fact === undefined).map(([name]) => name);
}
