import { businessData, namesOfKinds, placeOfKinds, unnamedKinds } from '../business-data.ts';
import { civilCode } from '../california-cites.ts';
import { entriesOf } from '../inventory.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';

export const retentionByCategory: PolicyRule = {
  id: 'ccpa/retention-by-category',
  about: 'policy',
  severity: 'error',
  regimes: ['ccpa'],
  kinds: ['privacy-policy'],
  summary: 'Each kind of data says how long it is kept, or what decides that.',
  why: 'A reader wants to know when what they gave away is gone, for each thing they gave.',
  cites: [civilCode('1798.100(a)(3)', 'secondary')],
  examples: {
    ok: {
      policy:
        'data:\n  orders: { label: Orders }\nretention:\n  orders:\n    of: Orders\n    data: [orders]\n    period: 6 years\n',
    },
    notOk: {
      policy:
        'data:\n  orders: { label: Orders }\nretention:\n  logs:\n    of: Server logs\n    period: 30 days\n',
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'Cal. Civ. Code 1798.100(a)(3) asks how long each category is kept, or for the criteria; no entry of `retention` names “Orders” in its `data`.',
      },
    },
  },
  *check({ policy: { facts } }: Subject): Iterable<Draft> {
    const rows = entriesOf(facts.retention).map(([, row]) => row);
    const without = unnamedKinds(
      businessData(facts),
      rows.filter(({ period, criteria }) => (period ?? criteria) !== undefined),
    );
    if (without.length === 0) return;
    yield {
      at: placeOfKinds(without),
      message: `Cal. Civ. Code 1798.100(a)(3) asks how long each category is kept, or for the criteria; no entry of \`retention\` names ${namesOfKinds(without)} in its \`data\`.`,
      help: 'Add `data` to the entries of `retention`, with the ids of the data meant, and a `period` or `criteria` to each.',
    };
  },
};
