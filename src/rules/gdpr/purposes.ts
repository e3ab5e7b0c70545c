import { gdpr, gdprName } from '../cites/gdpr.ts';
import { businessData } from '../facts/business-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { mayConcern } from '../facts/own-purposes.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const purposes: PolicyRule = {
  id: 'gdpr/purposes',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'Each kind of data is used for a purpose that the policy names.',
  why: 'People can judge whether something is worth giving only if they learn what it is used for.',
  cites: [gdpr('13(1)(c)', 'read')],
  examples: {
    ok: {
      policy: yaml`
        data:
          account: { label: Account }
          birthday: { label: Date of birth }
        purposes:
          accounts: { text: To keep your account., data: [account] }
          greetings: { text: To send you a voucher on your birthday., data: [birthday] }
      `,
    },
    notOk: {
      policy: yaml`
        data:
          account: { label: Account }
          birthday: { label: Date of birth }
        purposes:
          accounts: { text: To keep your account., data: [account] }
      `,
      problem: {
        at: 'policy.yaml:3:3',
        message:
          'GDPR Art. 13(1)(c) lists the purposes data is used for; “Date of birth” is in no entry of `purposes`, so no purpose is shown for it.',
      },
    },
  },
  *check({ policy: { kind: policyKind, facts }, product }: Subject): Iterable<Draft> {
    const rows = entriesOf(facts.purposes).map(([, purpose]) => purpose);
    if (rows.length === 0) {
      // A cookie policy tells purposes with its categories and cookies.
      if (policyKind === 'privacy-policy') yield noPurposes(product);
      return;
    }
    for (const [id, kind] of businessData(facts)) {
      if (rows.some((row) => mayConcern(row, [id, kind]))) continue;
      yield {
        at: { path: ['data', id] },
        message: `${gdprName(product)} Art. 13(1)(c) lists the purposes data is used for; “${kind.label}” is in no entry of \`purposes\`, so no purpose is shown for it.`,
        help: `Add \`${id}\` to the \`data\` of the purpose it serves, or add that purpose.`,
      };
    }
  },
};

function noPurposes(product: ProductSubject): Draft {
  return {
    at: { path: ['purposes'] },
    message: `${gdprName(product)} Art. 13(1)(c) lists the purposes data is used for; the policy has no \`purposes\`.`,
    help: 'Add `purposes:` with an entry for each thing personal data is used for.',
  };
}
