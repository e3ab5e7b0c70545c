import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import { listed } from '../../text/listed.ts';
import { coppaRule } from '../cites/coppa.ts';
import { childDataOf, thirdPartiesOf } from '../facts/child-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { nameOf } from '../facts/place-of-entries.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

const asks =
  '16 CFR 312.4(d)(2) lists the identities and categories of third parties that get data of children, and what for';

export const thirdParties: PolicyRule = {
  id: 'coppa/third-parties',
  about: 'policy',
  severity: 'error',
  regimes: ['coppa'],
  kinds: ['privacy-policy', 'children-notice'],
  inForce: { from: '2025-06-23' },
  summary:
    'Each third party that gets data of children is named, with its category and what it gets the data for.',
  why: 'A parent can judge “partners” only by knowing which, and what they do with the data.',
  cites: [coppaRule('312.4(d)(2)')],
  examples: {
    ok: {
      policy: yaml`
        kind: children-notice
        recipients:
          prizes:
            label: Sponsors of prizes
            vendors: [toyco]
            why: To send a prize to the winner.
      `,
      product: yaml`
        vendors:
          toyco: { name: ToyCo }
      `,
    },
    notOk: {
      policy: yaml`
        kind: children-notice
        recipients:
          prizes:
            label: Sponsors of prizes
            why: To send a prize to the winner.
      `,
      problem: { at: 'policy.yaml:3:3', message: `${asks}; “Sponsors of prizes” has no \`vendors\`.` },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const child = childDataOf(subject);
    if (!child) return;
    const { recipients } = subject.policy.facts;
    const all = entriesOf(recipients);
    const gap = { at: { path: ['recipients'] }, asks, topic: 'recipients' as const };
    if (recipients === undefined)
      yield* gapIn(subject, {
        ...gap,
        unsaid: 'who receives data',
        fill: 'fill `recipients`',
        help: 'List the recipients under `recipients`, or write `recipients: none`.',
      });
    else if (!child.isWholeText && all.length > 0 && all.every(([, { data }]) => data === undefined))
      yield* gapIn(subject, {
        ...gap,
        unsaid: 'which of the recipients get data of children',
        fill: 'add `data` to the recipients',
        help: 'Add `data` to the recipients, with the ids of the data each of them gets.',
      });
    for (const [id, recipient] of thirdPartiesOf(child, subject)) {
      const missing = missingOf(recipient, subject);
      if (missing.length === 0) continue;
      const [name, gaps] = [nameOf([id, recipient]), listed(missing, 'or')];
      yield {
        at: { path: ['recipients', id] },
        message: `${asks}; ${name} has no ${gaps}.`,
        help: `Add ${listed(missing)} to the recipient.${
          recipient.vendors ? '' : ' Vendors that only act for you have `role: processor` in product.yaml.'
        }`,
        each: { name, all: (names) => `${asks}; ${names} have no ${gaps}.` },
      };
    }
  },
};

// Words of one's own can say who they are and what for.
function missingOf({ label, text, vendors, why }: Recipient, { product }: Subject): string[] {
  const isExplained = vendors?.every((id) => product.written.vendors?.[id]?.does !== undefined);
  const facts: [string, unknown][] = [
    ['`vendors`', vendors ?? text],
    ['`label`', label ?? text],
    ['`why`', why ?? text ?? (isExplained || undefined)],
  ];
  return facts.filter(([, fact]) => fact === undefined).map(([name]) => name);
}
