import { internal } from '../cites/core.ts';
import { claims } from '../english/claims.ts';
import { saleSaid } from '../facts/sale-said.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const saleVsText: PolicyRule = {
  id: 'core/sale-vs-text',
  about: 'policy',
  severity: 'warning',
  summary: 'No sentence denies a sale that a field states.',
  why: 'Readers see the sentence, and programs and the list of changes the field: one of them is wrong.',
  cites: [internal('A policy contradicts itself nowhere: GDPR Art. 12(1) asks for an intelligible form')],
  examples: {
    ok: {
      policy: yaml`
        sale: { sells: true, text: We do not sell personal data of children. }
      `,
    },
    notOk: {
      policy: yaml`
        sale: { sells: true, text: We do not sell personal data. }
      `,
      problem: {
        at: 'policy.yaml:1:16',
        message: '`sale.sells` says that data is sold, and the text: “do not sell personal data”.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    if (saleSaid(subject.policy.facts).sells !== true) return;
    const [denial] = claims(subject, 'noSale');
    if (!denial) return;
    yield {
      at: { path: ['sale', 'sells'] },
      message: `\`sale.sells\` says that data is sold, and the text: “${denial.words}”.`,
      help: 'Find out which is true, and correct the other.',
      related: [{ at: denial.at, message: 'The text says so here.' }],
    };
  },
};
