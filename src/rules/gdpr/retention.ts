import { gdpr, gdprName } from '../cites/gdpr.ts';
import { businessData, namesOfKinds, placeOfKinds } from '../facts/business-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { mayConcern } from '../facts/own-purposes.ts';
import { nameOf } from '../facts/place-of-entries.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const retention: PolicyRule = {
  id: 'gdpr/retention',
  about: 'policy',
  severity: 'error',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy', 'cookie-policy'],
  summary: 'The policy says how long data is kept, or what decides that.',
  why: 'What is kept for ever can leak at any time; a time limit is a promise people can check.',
  cites: [gdpr('13(2)(a)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        retention:
          orders: { label: Orders, of: your orders, period: 6 years }
          accounts: { label: Accounts, of: your account, criteria: until you close it }
      `,
    },
    notOk: {
      policy: yaml`
        retention:
          orders: { label: Orders, of: your orders, period: 6 years }
          accounts: { label: Accounts, of: your account }
      `,
      problem: {
        at: 'policy.yaml:3:3',
        message:
          'GDPR Art. 13(2)(a) lists the period data is stored, or the criteria for it; “Accounts” has neither.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { policy, product } = subject;
    const { kind, facts } = policy;
    const cite = `${gdprName(product)} Art. 13(2)(a) lists the period data is stored, or the criteria for it`;
    const rows = entriesOf(facts.retention);
    // A cookie policy tells how long each cookie stays; the data behind it is told of in the privacy policy.
    if (rows.length === 0) {
      if (kind === 'privacy-policy' && facts.data !== 'none') yield* noRetention(subject, cite);
      return;
    }
    for (const [id, { label, period, criteria }] of rows) {
      if (period !== undefined || criteria !== undefined) continue;
      const name = nameOf([id, { label }]);
      yield {
        at: { path: ['retention', id] },
        message: `${cite}; ${name} has neither.`,
        help: 'Add `period:` with a length of time, or `criteria:` with what decides it.',
        each: { name, all: (names) => `${cite}; ${names} have neither.` },
      };
    }
    const without = businessData(facts).filter((one) => !rows.some(([, row]) => mayConcern(row, one)));
    if (without.length === 0) return;
    yield* gapIn(subject, {
      at: placeOfKinds(without),
      asks: cite,
      of: 'europe',
      unsaid: `how long ${namesOfKinds(without)} ${without.length === 1 ? 'is' : 'are'} kept`,
      fill: 'add an entry to `retention`',
      help: 'Add an entry to `retention` for it, or its id to the `data` of one that covers it.',
      topic: 'retention',
    });
  },
};

function noRetention(subject: Subject, cite: string): Draft[] {
  return gapIn(subject, {
    at: { path: ['retention'] },
    asks: cite,
    of: 'europe',
    unsaid: 'how long data is kept',
    fill: 'fill `retention`',
    help: 'Add `retention:` with an entry for each thing that is kept, and its `period` or `criteria`.',
    topic: 'retention',
    says: ({ facts }) => entriesOf(facts.retention).length > 0,
  });
}
