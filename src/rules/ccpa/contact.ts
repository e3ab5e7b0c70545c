import { ccr } from '../cites/california.ts';
import { showsWayToReach } from '../facts/ways-to-reach.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const contact: PolicyRule = {
  id: 'ccpa/contact',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'A policy names a contact for questions about it.',
  why: 'A reader who does not understand what is done with their data needs somebody to ask.',
  cites: [ccr('7011(e)(3)(J)', 'read')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Questions
            content: [contact: privacy]
      `,
      product: yaml`
        contacts:
          privacy: { label: Privacy desk, email: privacy@shop.example }
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Questions
            content: [contact: privacy]
      `,
      product: yaml`
        contacts:
          privacy: { label: Privacy desk }
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          '11 CCR 7011(e)(3)(J) lists a contact for questions, and no text shows an e-mail address, telephone number, form or postal address; no field says whom to ask.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (showsWayToReach(subject)) return;
    yield* gapIn(subject, {
      at: { path: ['contacts'] },
      asks: '11 CCR 7011(e)(3)(J) lists a contact for questions, and no text shows an e-mail address, telephone number, form or postal address',
      unsaid: 'whom to ask',
      fill: 'show a contact',
      help: 'Add a contact with a way to reach it to `contacts` of product.yaml, and show it with `contact: <id>`.',
    });
  },
};
