import { gdpr, gdprName } from '../cites/gdpr.ts';
import { businessData } from '../facts/business-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { mayConcern } from '../facts/own-purposes.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
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
          'GDPR Art. 13(1)(c) lists the purposes data is used for; “Date of birth” is in no entry of `purposes`, so none is shown for it.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { kind: policyKind, facts } = subject.policy;
    const rows = entriesOf(facts.purposes).map(([, purpose]) => purpose);
    const asks = `${gdprName(subject.product)} Art. 13(1)(c) lists the purposes data is used for`;
    if (rows.length === 0) {
      // A cookie policy tells purposes with its categories and cookies.
      if (policyKind === 'privacy-policy' && facts.data !== 'none') yield* noPurposes(subject, asks);
      return;
    }
    for (const [id, kind] of businessData(facts)) {
      if (rows.some((row) => mayConcern(row, [id, kind]))) continue;
      const name = `“${kind.label}”`;
      yield {
        at: { path: ['data', id] },
        message: `${asks}; ${name} is in no entry of \`purposes\`, so none is shown for it.`,
        help: 'Add its id to the `data` of the purpose it serves, or add that purpose.',
        each: {
          name,
          all: (names) => `${asks}; ${names} are in no entry of \`purposes\`, so none is shown for them.`,
        },
      };
    }
  },
};

function noPurposes(subject: Subject, asks: string): Draft[] {
  return gapIn(subject, {
    at: { path: ['purposes'] },
    asks,
    of: 'europe',
    unsaid: 'what data is used for',
    fill: 'fill `purposes`',
    help: 'Add `purposes:` with an entry for each thing personal data is used for.',
    topic: 'purposes',
    says: ({ facts }) => entriesOf(facts.purposes).length > 0,
  });
}
