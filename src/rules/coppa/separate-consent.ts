import type { Recipient } from '../../../schemas/inventory.ts';
import { childDataOf, childRecipients } from '../child-data.ts';
import { coppaRule } from '../coppa-cites.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';

export const separateConsent: PolicyRule = {
  id: 'coppa/separate-consent',
  about: 'policy',
  severity: 'warning',
  regimes: ['coppa'],
  kinds: ['privacy-policy', 'children-notice'],
  inForce: { from: '2025-06-23' },
  summary:
    'Where data of children goes to others, the policy says how a parent allows collection without that.',
  why: 'A parent may want the service for a child and not want its data passed on; that is one choice apart from the other.',
  cites: [coppaRule('312.5(a)(2)')],
  examples: {
    ok: {
      policy:
        'kind: children-notice\nrecipients:\n  prizes: { label: Sponsors of prizes }\nchildren:\n  age: 13\n  separateConsent: You can leave the box about sponsors empty and still sign up.\n',
    },
    notOk: {
      policy:
        'kind: children-notice\nrecipients:\n  prizes: { label: Sponsors of prizes }\nchildren:\n  age: 13\n',
      problem: {
        at: 'policy.yaml:4:1',
        message:
          '16 CFR 312.5(a)(2) lets a parent allow collection without disclosure to third parties; “Sponsors of prizes” gets data of children, and the policy does not say how.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const child = childDataOf(subject);
    const { recipients, children } = subject.policy.facts;
    if (!child || children?.separateConsent !== undefined) return;
    const outsider = childRecipients(child, recipients).find(([, one]) => !actsForOperator(one, subject));
    if (!outsider) return;
    const [id, { label = id }] = outsider;
    yield {
      at: { path: ['children'] },
      message: `16 CFR 312.5(a)(2) lets a parent allow collection without disclosure to third parties; “${label}” gets data of children, and the policy does not say how.`,
      help: 'Add `separateConsent` to `children`: how a parent allows collection without disclosure to others. Vendors that only act for you have `role: processor`.',
    };
  },
};

function actsForOperator({ vendors }: Recipient, { product }: Subject): boolean {
  return vendors?.every((id) => product.written.vendors?.[id]?.role === 'processor') ?? false;
}
