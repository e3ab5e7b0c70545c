import { gdpr, gdprName } from '../cites/gdpr.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const automatedDecisions: PolicyRule = {
  id: 'gdpr/automated-decisions',
  about: 'policy',
  severity: 'info',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'The policy says whether machines alone decide about people.',
  why: 'A refusal by a program can be looked at again by a person, but only if one knows that a program refused.',
  cites: [gdpr('13(2)(f)', 'secondary'), gdpr('22', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      title: Privacy policy
      automatedDecisions: none
    `,
    },
    notOk: {
      policy: yaml`
        title: Privacy policy
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'GDPR Art. 13(2)(f) lists the existence of automated decisions; no field says whether there are any, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { automatedDecisions: decisions, ai } = subject.policy.facts;
    if (decisions !== undefined) return;
    yield* gapIn(subject, {
      // Who uses models is asked first.
      at: { path: [ai === undefined ? 'automatedDecisions' : 'ai'] },
      asks: `${gdprName(subject.product)} Art. 13(2)(f) lists the existence of automated decisions`,
      unsaid: 'whether there are any',
      fill: 'fill `automatedDecisions`',
      help: 'Add `automatedDecisions:` with each decision a machine makes alone, or `automatedDecisions: none`.',
      topic: 'automatedDecisions',
      says: ({ facts }) => facts.automatedDecisions !== undefined,
    });
  },
};
