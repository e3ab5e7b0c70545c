import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import { ccr, civilCode } from '../cites/california.ts';
import { entriesOf } from '../facts/entries.ts';
import { nameOf } from '../facts/place-of-entries.ts';
import { gapIn } from '../gap.ts';
import { namesOf } from '../gather.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

const asks = '11 CCR 7011(e)(1)(H) lists the categories of data disclosed for a business purpose';

export const disclosedOrNone: PolicyRule = {
  id: 'ccpa/disclosed-or-none',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  inForce: { from: '2026-01-01' },
  summary: 'A policy says which data each recipient gets, or that there are no recipients.',
  why: 'The names of recipients alone do not tell a reader what about them was passed on.',
  cites: [ccr('7011(e)(1)(H)', 'secondary'), civilCode('1798.130(a)(5)(C)(ii)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        data:
          billing: { label: Billing }
        recipients:
          payments:
            label: Payment processors
            data: [billing]
      `,
    },
    notOk: {
      policy: yaml`
        data:
          billing: { label: Billing }
        recipients:
          payments:
            label: Payment processors
      `,
      problem: {
        at: 'policy.yaml:4:3',
        message:
          '11 CCR 7011(e)(1)(H) lists the categories of data disclosed for a business purpose; no field says what “Payment processors” gets, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    if (facts.recipients === undefined) {
      if (facts.data === 'none') return;
      yield* gapIn(subject, {
        at: { path: ['recipients'] },
        asks: `${asks}, or that there are none`,
        of: 'california',
        unsaid: 'who gets which data',
        fill: 'fill `recipients`, each with `data`',
        help: 'List the recipients under `recipients`, each with `data`, or write `recipients: none`.',
        topic: 'recipients',
        says: (policy) => policy.facts.recipients !== undefined,
      });
      return;
    }
    const silent = silentRecipients(entriesOf(facts.recipients));
    const [first, second] = silent;
    if (!first) return;
    yield* gapIn(subject, {
      at: { path: second ? ['recipients'] : ['recipients', first[0]] },
      asks,
      unsaid: `what ${namesOf(silent.map(nameOf), 'or')} ${second ? 'get' : 'gets'}`,
      fill: 'add `data` to each recipient',
      help: 'Add `data` to each recipient, with the ids of the data it gets.',
      topic: 'disclosedData',
    });
  },
};

// Courts and buyers get whatever a case is about: they are asked only where no recipient says what it gets.
function silentRecipients(all: [string, Recipient][]): [string, Recipient][] {
  const vendors = all.filter(([, one]) => one.vendors !== undefined);
  if (vendors.length === 0 && all.some(([, one]) => one.data !== undefined)) return [];
  return (vendors.length > 0 ? vendors : all).filter(([, one]) => one.data === undefined);
}
