import { listed } from '../../text/listed.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const automatedLogic: PolicyRule = {
  id: 'gdpr/automated-logic',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'Each decision made by machines alone says how it is made and what it means for the person.',
  why: 'Nobody can contest a decision without knowing what it was made from.',
  cites: [gdpr('13(2)(f)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        automatedDecisions:
          credit:
            label: Buying on account
            logic: A program counts the invoices you have not paid.
            effect: With more than two, you have to pay before we deliver.
      `,
    },
    notOk: {
      policy: yaml`
        automatedDecisions:
          credit:
            label: Buying on account
            logic: A program counts the invoices you have not paid.
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'GDPR Art. 13(2)(f) lists the logic of an automated decision and its consequences; “Buying on account” has no `effect`.',
      },
    },
  },
  *check({ policy: { facts }, product }: Subject): Iterable<Draft> {
    for (const [id, decision] of entriesOf(facts.automatedDecisions)) {
      const missing = parts.filter(([name]) => decision[name] === undefined);
      if (missing.length === 0) continue;
      const names = missing.map(([name]) => `\`${name}\``);
      const cite = `${gdprName(product)} Art. 13(2)(f) lists the logic of an automated decision and its consequences`;
      const name = `“${decision.label}”`;
      yield {
        at: { path: ['automatedDecisions', id] },
        message: `${cite}; ${name} has no ${listed(names, 'or')}.`,
        help: `Add ${listed(names)}: ${listed(missing.map(([, meaning]) => meaning))}.`,
        each: { name, all: (all) => `${cite}; ${all} have no ${listed(names, 'or')}.` },
      };
    }
  },
};

const parts = [
  ['logic', 'how the decision is made'],
  ['effect', 'what follows for the person'],
] as const;
