import { coppaRule } from '../cites/coppa.ts';
import { childDataOf, thirdPartiesOf } from '../facts/child-data.ts';
import { nameOf } from '../facts/place-of-entries.ts';
import { gapIn } from '../gap.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

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
      policy: yaml`
        kind: children-notice
        recipients:
          prizes: { label: Sponsors of prizes }
        children:
          age: 13
          separateConsent: You can leave the box about sponsors empty and still sign up.
      `,
    },
    notOk: {
      policy: yaml`
        kind: children-notice
        recipients:
          prizes: { label: Sponsors of prizes }
        children:
          age: 13
      `,
      problem: {
        at: 'policy.yaml:4:1',
        message:
          '16 CFR 312.5(a)(2) lets a parent allow collection without disclosure to third parties, unless the service needs it, and “Sponsors of prizes” gets data of children; no field says how a parent does, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const child = childDataOf(subject);
    if (!child || subject.policy.facts.children?.separateConsent !== undefined) return;
    const others = thirdPartiesOf(child, subject);
    if (others.length === 0) return;
    const get = others.length === 1 ? 'gets' : 'get';
    yield* gapIn(subject, {
      at: { path: ['children'] },
      asks: `16 CFR 312.5(a)(2) lets a parent allow collection without disclosure to third parties, unless the service needs it, and ${namesOf(others.map(nameOf))} ${get} data of children`,
      unsaid: 'how a parent does',
      fill: 'fill `children.separateConsent`',
      help: 'Add `separateConsent` to `children`: how a parent allows collection without disclosure to others. Vendors that only act for you have `role: processor` in product.yaml.',
      topic: 'separateConsent',
    });
  },
};
