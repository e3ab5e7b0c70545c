import { coppaRule } from '../cites/coppa.ts';
import { isAskedOfChildren } from '../facts/child-data.ts';
import { shownContacts } from '../facts/ways-to-reach.ts';
import { gapsIn } from '../gap.ts';
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
          '16 CFR 312.4(d)(1) lists name, address, telephone number and e-mail address of the operators; no field says their telephone number, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (!isAskedOfChildren(subject)) return;
    yield* gapsIn(subject, missingOf(subject), {
      at: { in: 'product', path: ['controller'] },
      asks: '16 CFR 312.4(d)(1) lists name, address, telephone number and e-mail address of the operators',
      unsaid: (names) => `their ${names}`,
      fill: (fields) => `fill ${fields} of product.yaml`,
      help: () =>
        'Add what is missing to `controller` or `contacts` of product.yaml, and show the contact with `contact: <id>`.',
    });
  },
};

function missingOf(subject: Subject) {
  const { controller } = subject.product.written;
  const contacts = shownContacts(subject);
  const parts = [
    { name: 'name', field: '`controller`', topic: 'controller', fact: controller?.name },
    {
      name: 'postal address',
      field: '`controller.address`',
      topic: 'postal',
      fact: controller?.address ?? contacts.find(({ address }) => address),
    },
    {
      name: 'telephone number',
      field: '`phone` of a contact',
      topic: 'phone',
      fact: contacts.find(({ phone }) => phone),
    },
    {
      name: 'e-mail address',
      field: '`email` of a contact',
      topic: 'email',
      fact: controller?.email ?? contacts.find(({ email }) => email),
    },
  ] as const;
  return parts.filter(({ fact }) => fact === undefined);
}
