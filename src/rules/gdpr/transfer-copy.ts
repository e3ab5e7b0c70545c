import type { Transfer } from '../../../schemas/disclosures/transfers.ts';
import { listed } from '../../text/listed.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import { isAbroad } from '../facts/eea.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

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
      policy: yaml`
        transfers:
          america:
            country: US
            mechanism: standard-clauses
            copy: Write to us, and we send you the clauses.
      `,
    },
    notOk: {
      policy: yaml`
        transfers:
          america:
            country: US
            mechanism: standard-clauses
      `,
      problem: {
        at: 'policy.yaml:4:16',
        message:
          'GDPR Art. 13(1)(f) lists the means to obtain a copy of the safeguards; `america` rests on standard contractual clauses, and nothing is said of a copy.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    if (matches(subject, inWords).length > 0) return;
    const all = entriesOf(policy.facts.transfers);
    // One offer of the clauses stands for all transfers that rest on them.
    const offered = new Set(
      all.flatMap(([, { copy, mechanism }]) => (copy === undefined ? [] : [mechanism])),
    );
    const without = all.filter(([, transfer]) => {
      const { country, mechanism } = transfer;
      if (!mechanism || !safeguards[mechanism] || offered.has(mechanism)) return false;
      return !speaksOfCopy(transfer, policy) && !(country && !isAbroad(country, product.written.regimes));
    });
    const [first, ...others] = without;
    if (!first) return;
    yield {
      at: { path: ['transfers', first[0], 'mechanism'] },
      message: `${gdprName(subject.product)} Art. 13(1)(f) lists the means to obtain a copy of the safeguards; ${restingOf(without)}, and nothing is said of a copy.`,
      help: 'Add `copy:` to the transfer: whom to ask for the text, or where it can be read.',
      ...(others.length > 0 && {
        related: others.map(([id]) => ({
          at: { path: ['transfers', id, 'mechanism'] },
          message: 'Nothing of a copy here either.',
        })),
      }),
    };
  },
};

const terms = '(?:clauses|safeguards|binding corporate rules|certificat\\w+)';
const inWords = new RegExp(
  `\\bcop(?:y|ies)\\b[^.]{0,120}\\b${terms}\\b|\\b${terms}\\b[^.]{0,120}\\bcop(?:y|ies)\\b`,
);

const safeguards: Partial<Record<NonNullable<Transfer['mechanism']>, string>> = {
  'standard-clauses': 'standard contractual clauses',
  'binding-rules': 'binding corporate rules',
  certification: 'a certification',
};

/** Which transfers rest on what: `us` and `in` rest on standard contractual clauses. */
function restingOf(transfers: readonly [string, Transfer][]): string {
  const bySafeguard = Map.groupBy(transfers, ([, { mechanism = 'unspecified' }]) => safeguards[mechanism]);
  const parts = [...bySafeguard].map(([safeguard, some]) => {
    const names = listed(some.map(([id]) => `\`${id}\``));
    return `${names} ${some.length === 1 ? 'rests' : 'rest'} on ${safeguard}`;
  });
  return listed(parts);
}

function speaksOfCopy({ text }: Transfer, policy: { language: string }): boolean {
  if (text === undefined) return false;
  return !isEnglish(policy) || /\bcop(y|ies)\b|\]\(/i.test(text);
}
