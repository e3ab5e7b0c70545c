import type { Transfer } from '../../../schemas/inventory.ts';
import { isAbroad } from '../eea.ts';
import { gdpr } from '../gdpr-cites.ts';
import { entriesOf } from '../inventory.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { isEnglish } from '../texts.ts';

export const transferCopy: PolicyRule = {
  id: 'gdpr/transfer-copy',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'A transfer under safeguards says how a copy of them can be obtained.',
  why: 'A safeguard that nobody can read has to be taken on trust.',
  cites: [gdpr('13(1)(f)', 'read')],
  examples: {
    ok: {
      policy:
        'transfers:\n  america:\n    country: US\n    mechanism: standard-clauses\n' +
        '    copy: Write to us, and we send you the clauses.\n',
    },
    notOk: {
      policy: 'transfers:\n  america:\n    country: US\n    mechanism: standard-clauses\n',
      problem: {
        at: 'policy.yaml:4:16',
        message:
          'GDPR Art. 13(1)(f) lists the means to obtain a copy of the safeguards; `america` rests on standard contractual clauses and says nothing of a copy.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    for (const [id, transfer] of entriesOf(policy.facts.transfers)) {
      const { country, mechanism, copy } = transfer;
      const safeguard = mechanism && safeguards[mechanism];
      if (!safeguard || copy !== undefined || speaksOfCopy(transfer, policy)) continue;
      if (country && !isAbroad(country, product.written.regimes)) continue;
      yield {
        at: { path: ['transfers', id, 'mechanism'] },
        message: `GDPR Art. 13(1)(f) lists the means to obtain a copy of the safeguards; \`${id}\` rests on ${safeguard} and says nothing of a copy.`,
        help: 'Add `copy:` to the transfer: whom to ask for the text, or where it can be read.',
      };
    }
  },
};

const safeguards: Partial<Record<NonNullable<Transfer['mechanism']>, string>> = {
  'standard-clauses': 'standard contractual clauses',
  'binding-rules': 'binding corporate rules',
  certification: 'a certification',
};

function speaksOfCopy({ text }: Transfer, policy: { language: string }): boolean {
  if (text === undefined) return false;
  return !isEnglish(policy) || /\bcop(y|ies)\b|\]\(/i.test(text);
}
