import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { listed } from '../../text/listed.ts';
import { coppaRule } from '../cites/coppa.ts';
import { affirms } from '../english/claims.ts';
import { namesOfKinds } from '../facts/business-data.ts';
import { childDataOf, concernsChildren } from '../facts/child-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

const asks = '16 CFR 312.10 asks for what data of children is kept for, and when it is deleted';

export const retentionPolicy: PolicyRule = {
  id: 'coppa/retention-policy',
  about: 'policy',
  severity: 'error',
  regimes: ['coppa'],
  kinds: ['privacy-policy', 'children-notice'],
  inForce: { from: '2025-06-23' },
  summary: 'All data of children says why it is kept and when it is deleted.',
  why: 'What a child typed into a game stays with them for life if nobody ever deletes it.',
  cites: [coppaRule('312.4(d)(2)'), coppaRule('312.10')],
  examples: {
    ok: {
      policy: yaml`
        kind: children-notice
        data:
          scores: { label: Scores }
        retention:
          scores:
            of: Scores
            data: [scores]
            period: 30 days
            for: the weekly league
      `,
    },
    notOk: {
      policy: yaml`
        kind: children-notice
        data:
          scores: { label: Scores }
        retention:
          scores:
            of: Scores
            data: [scores]
            criteria: We keep them indefinitely.
            for: the weekly league
      `,
      problem: { at: 'policy.yaml:8:15', message: `${asks}; “Scores” has no time of deletion.` },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const child = childDataOf(subject);
    if (!child) return;
    const rows = entriesOf(subject.policy.facts.retention).filter(([, { data }]) =>
      concernsChildren(child, data),
    );
    const kept = child.kinds.filter(([id]) => !rows.some(([, { data }]) => data?.includes(id) ?? true));
    const [first, second] = kept;
    if (first)
      yield* gapIn(subject, {
        at: { path: second ? ['data'] : ['data', first[0]] },
        asks,
        unsaid: `that of ${namesOfKinds(kept, 'or')}`,
        fill: 'fill `retention`',
        help: 'Add `data` to an entry of `retention`, with `period` and with `for`: what the data is kept for.',
        topic: 'retention',
      });
    for (const [id, row] of rows) yield* checkRow(id, row);
  },
};

function* checkRow(id: string, row: Retention): Iterable<Draft> {
  const isEndless = row.period === undefined && (row.criteria === undefined || neverEnds(row.criteria));
  const gaps = [
    ...(isEndless ? [['time of deletion', '`period`']] : []),
    ...(row.for === undefined ? [['reason for keeping it', '`for`']] : []),
  ];
  if (gaps.length === 0) return;
  const missing = listed(
    gaps.map(([gap = '']) => gap),
    'or',
  );
  const name = `“${nameOf(row)}”`;
  yield {
    at: { path: ['retention', id, ...(isEndless ? ['criteria'] : [])] },
    message: `${asks}; ${name} has no ${missing}.`,
    help: `Add ${listed(gaps.map(([, field = '']) => field))} to the entry.`,
    each: { name, all: (names) => `${asks}; ${names} have no ${missing}.` },
  };
}

function nameOf({ label, of }: Retention): string {
  return label ?? of;
}

function neverEnds(criteria: string): boolean {
  return affirms(criteria, /\b(indefinitely|forever|for ever|in perpetuity)\b/i);
}
