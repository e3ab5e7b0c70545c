import type { Transfer } from '../../../schemas/disclosures/transfers.ts';
import { listed } from '../../text/listed.ts';
import { listOf } from '../../text/one-or-many.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { isEnglish } from '../english/written-texts.ts';
import { isAbroad } from '../facts/eea.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
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
          'GDPR Art. 13(1)(f) lists the means to obtain a copy of the safeguards, and `america` rests on standard contractual clauses; no field says how a copy is had, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    const all = entriesOf(policy.facts.transfers);
    // One offer of the clauses stands for all transfers that rest on them.
    const offered = new Set(
      all.flatMap(([, { copy, mechanism }]) => (copy === undefined ? [] : listOf(mechanism))),
    );
    const without = all.filter(([, transfer]) => {
      const { country, mechanism } = transfer;
      const named = listOf(mechanism).filter((one) => safeguards[one]);
      if (named.length === 0 || named.every((one) => offered.has(one))) return false;
      const { regimes } = product.written;
      if (isFramework(transfer) || (country && !listOf(country).some((one) => isAbroad(one, regimes))))
        return false;
      return !speaksOfCopy(transfer, policy);
    });
    const [first, ...others] = without;
    if (!first) return;
    const at = (id: string) => ({ path: ['transfers', id, 'mechanism'] });
    yield* gapIn(subject, {
      at: at(first[0]),
      asks: `${gdprName(product)} Art. 13(1)(f) lists the means to obtain a copy of the safeguards, and ${restingOf(without)}`,
      unsaid: 'how a copy is had',
      fill: 'add `copy` there',
      help: 'Add `copy:` to the transfer: whom to ask for the text, or where it can be read.',
      topic: 'transferCopy',
      ...(others.length > 0 && {
        related: others.map(([id]) => ({ at: at(id), message: 'Nothing of a copy here either.' })),
      }),
    });
  },
};

const safeguards: Partial<Record<string, string>> = {
  'standard-clauses': 'standard contractual clauses',
  'binding-rules': 'binding corporate rules',
  certification: 'a certification',
};

// The Data Privacy Framework rests on a decision of adequacy (Art. 45), of which nobody needs a copy.
function isFramework({ country, mechanism, text = '' }: Transfer): boolean {
  const isNamed = /\bprivacy framework\b|\bDPF\b|\badequacy\b/i.test(text);
  return isNamed || (listOf(mechanism).includes('certification') && listOf(country).includes('US'));
}

/** Which transfers rest on what: `us` and `in` rest on standard contractual clauses. */
function restingOf(transfers: readonly [string, Transfer][]): string {
  const bySafeguard = Map.groupBy(transfers, ([, { mechanism }]) =>
    listOf(mechanism)
      .map((one) => safeguards[one])
      .find(Boolean),
  );
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
