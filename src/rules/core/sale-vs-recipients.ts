import { listed } from '../../text/listed.ts';
import { internal } from '../cites/core.ts';
import { entriesOf } from '../facts/entries.ts';
import { saleSaid } from '../facts/sale-said.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const saleVsRecipients: PolicyRule = {
  id: 'core/sale-vs-recipients',
  about: 'policy',
  severity: 'error',
  summary:
    'What a policy says of selling data agrees with itself and with what it says of those who receive it.',
  why: 'A reader who is told that nothing is sold, and below to whom it is, can rely on neither.',
  cites: [internal('A policy contradicts itself nowhere: GDPR Art. 12(1) asks for an intelligible form')],
  examples: {
    ok: {
      policy: yaml`
        sale: { sells: true, shares: false }
        recipients:
          brokers: { label: Data brokers, sold: true }
      `,
    },
    notOk: {
      policy: yaml`
        sale: none
        recipients:
          brokers: { label: Data brokers, sold: true }
      `,
      problem: {
        at: 'policy.yaml:1:7',
        message:
          '`sale` says that data is neither sold nor shared, and `recipients` that it is sold to or shared with “Data brokers”.',
      },
    },
  },
  *check({ policy }: Subject): Iterable<Draft> {
    const { sells, shares } = saleSaid(policy.facts);
    // Who buys or advertises is one field: only where both are denied does it contradict.
    const recipients = entriesOf(policy.facts.recipients);
    const sold = recipients.filter(([, recipient]) => recipient.sold === true);
    const names = (some: typeof sold) => listed(some.map(([id, { label }]) => `“${label ?? id}”`));
    const help = 'Find out which is true, and correct the other.';
    if (sells === false && shares === false && sold.length > 0)
      yield {
        at: { path: ['sale'] },
        message: `\`sale\` says that data is neither sold nor shared, and \`recipients\` that it is sold to or shared with ${names(sold)}.`,
        help,
        related: sold.map(([id]) => ({
          at: { path: ['recipients', id, 'sold'] },
          message: 'It says so here.',
        })),
      };
    if (saleSaid(policy.facts).under16 === true && sells === false && shares === false)
      yield {
        at: { path: ['sale', 'under16'] },
        message:
          '`under16` says that data of people under 16 is sold or shared, and `sells` and `shares` that none is.',
        help,
      };
    const isDenied = recipients.length > 0 && recipients.every(([, recipient]) => recipient.sold === false);
    if ((sells || shares) && isDenied)
      yield {
        at: { path: ['sale'] },
        message: `\`sale\` says that data is ${sells ? 'sold' : 'shared'}, and every entry of \`recipients\` that it is not.`,
        help: `${help} The one it is sold to or shared with has \`sold: true\`.`,
      };
  },
};
