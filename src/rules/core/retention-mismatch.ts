import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { comparePeriods } from '../../time/period.ts';
import { internal } from '../cites/core.ts';
import { restatedPeriods } from '../english/written-periods.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const retentionMismatch: PolicyRule = {
  id: 'core/retention-mismatch',
  about: 'policy',
  severity: 'error',
  summary: 'A period has one length, wherever the policy states it.',
  why: 'Where a text and a table name two periods for the same thing, readers cannot tell which one is kept.',
  cites: [
    internal(
      'One subject has one period: GDPR Art. 13(2)(a) lists the period of storage',
      'https://eur-lex.europa.eu/eli/reg/2016/679/oj#art_13',
    ),
  ],
  examples: {
    ok: {
      policy: yaml`
        retention:
          log: { of: server log, period: 30 days }
        sections:
          - title: How long
            content: ["We keep the server log for {{ retention.log.period }}."]
      `,
    },
    notOk: {
      policy: yaml`
        retention:
          log: { of: server log, period: 30 days }
        sections:
          - title: How long
            content: [We keep the server log for 90 days.]
      `,
      problem: {
        at: 'policy.yaml:5:42',
        message: 'The text says “90 days”, and `retention.log.period` says 30 days for “server log”.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const { fact, text, written } of restatedPeriods(subject)) {
      if (comparePeriods(fact.period, written.period) !== 'different') continue;
      const path = fact.path.join('.');
      yield {
        at: { path: text.path, mark: { offset: written.offset, length: written.words.length } },
        message: `The text says “${written.words}”, and \`${path}\` says ${fact.period} for ${fact.of}.`,
        help: `Find out which is true, correct the fact if need be, and write \`{{ ${path} }}\` in the text.`,
        related: [{ at: { path: fact.path }, message: 'The fact.' }],
      };
    }
    yield* rowsThatDiffer(entriesOf(subject.policy.facts.retention));
  },
};

function* rowsThatDiffer(rows: [string, Retention][]): Iterable<Draft> {
  for (const [index, [id, row]] of rows.entries()) {
    const first = rows
      .slice(0, index)
      .find(
        ([, other]) =>
          isSame(other, row) && comparePeriods(other.period ?? '', row.period ?? '') === 'different',
      );
    if (!first?.[1].period || !row.period) continue;
    yield {
      at: { path: ['retention', id, 'period'] },
      message: `“${row.of}” is kept for ${row.period} here and for ${first[1].period} in \`retention.${first[0]}\`.`,
      help: 'Find out which is true, and keep one of the two; or say in `of`, `from` or `for` what tells them apart.',
      related: [{ at: { path: ['retention', first[0], 'period'] }, message: 'The other period.' }],
    };
  }
}

function isSame(a: Retention, b: Retention): boolean {
  const key = ({ label = '', of, from = '', for: what = '', data = [] }: Retention) =>
    [label, of, from, what, ...data].join('|').toLowerCase();
  return key(a) === key(b);
}
