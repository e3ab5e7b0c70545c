import { gdpr, gdprName } from '../cites/gdpr.ts';
import { likelyStatement } from '../english/likely.ts';
import { entriesOf } from '../facts/entries.ts';
import { ownPurposes } from '../facts/own-purposes.ts';
import { nameOf, placeOfEntries } from '../facts/place-of-entries.ts';
import { gapIn } from '../gap.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const legalBasis: PolicyRule = {
  id: 'gdpr/legal-basis',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'Each purpose names the legal basis it rests on.',
  why: 'Which rights people have, to object or to take back a consent, depends on the basis.',
  cites: [gdpr('13(1)(c)', 'read')],
  examples: {
    ok: {
      policy: yaml`
        purposes:
          orders: { label: Orders, text: To deliver what you order., basis: contract }
          letters: { label: Newsletter, text: To send you our newsletter., basis: consent }
      `,
    },
    notOk: {
      policy: yaml`
        purposes:
          orders: { label: Orders, text: To deliver what you order., basis: contract }
          letters: { label: Newsletter, text: To send you our newsletter. }
      `,
      problem: {
        at: 'policy.yaml:3:3',
        message:
          'GDPR Art. 13(1)(c) pairs each purpose with a legal basis; no field says that of “Newsletter”, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const all = ownPurposes(subject.policy.facts);
    const without = all.filter(([, { basis }]) => basis === undefined);
    if (isSilent(subject)) yield* noBasis(subject);
    if (without.length === 0) return;
    const whose =
      without.length === all.length && all.length > 1
        ? `any of the ${all.length} purposes`
        : namesOf(without.map(nameOf), 'or');
    yield* gapIn(subject, {
      ...placeOfEntries('purposes', without, { of: all.length, also: 'No legal basis here either.' }),
      asks: asksOf(subject),
      of: 'europe',
      unsaid: `that of ${whose}`,
      fill: 'add `basis` there',
      help: 'Add `basis:` there: consent, contract, legal-obligation, vital-interests, public-task or legitimate-interests.',
      topic: 'legalBasis',
    });
  },
};

function asksOf({ product }: Subject): string {
  return `${gdprName(product)} Art. 13(1)(c) pairs each purpose with a legal basis`;
}

// A text that tells no purposes either has one gap, which is told of them; a cookie policy tells them with its categories.
function isSilent(subject: Subject): boolean {
  const { kind, facts } = subject.policy;
  return (
    kind === 'privacy-policy' &&
    facts.data !== 'none' &&
    entriesOf(facts.purposes).length === 0 &&
    likelyStatement(subject, 'purposes') !== undefined
  );
}

function noBasis(subject: Subject): Draft[] {
  return gapIn(subject, {
    at: { path: ['purposes'] },
    asks: asksOf(subject),
    of: 'europe',
    unsaid: 'which',
    fill: 'fill `purposes`, each with `basis`',
    help: 'Add `purposes:` with an entry for each thing personal data is used for, and its `basis`.',
    topic: 'legalBasis',
    says: ({ facts }) => ownPurposes(facts).some(([, { basis }]) => basis !== undefined),
  });
}
