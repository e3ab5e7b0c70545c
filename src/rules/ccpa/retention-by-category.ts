import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { civilCode } from '../cites/california.ts';
import { businessData, namesOfKinds, placeOfKinds } from '../facts/business-data.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

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
      policy: yaml`
        data:
          orders: { label: Orders }
        retention:
          orders:
            of: Orders
            data: [orders]
            period: 6 years
      `,
    },
    notOk: {
      policy: yaml`
        data:
          orders: { label: Orders }
        retention:
          logs:
            of: Server logs
            period: 30 days
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'Cal. Civ. Code 1798.100(a)(3) asks how long each category is kept, or for the criteria; no field says that of “Orders”, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const rows = entriesOf(facts.retention)
      .map(([, row]) => row)
      .filter(({ period, criteria }) => (period ?? criteria) !== undefined);
    const without = businessData(facts).filter((kind) => !rows.some((row) => isAbout(row, kind)));
    if (without.length === 0) return;
    yield* gapIn(subject, {
      at: placeOfKinds(without),
      asks: 'Cal. Civ. Code 1798.100(a)(3) asks how long each category is kept, or for the criteria',
      of: 'california',
      unsaid: `that of ${namesOfKinds(without, 'or')}`,
      fill: 'add `data` to the entries of `retention`',
      help: 'Add `data` to the entries of `retention`, with the ids of the data meant, and a `period` or `criteria` to each.',
      topic: 'retention',
    });
  },
};

const everything =
  /^((all|any|your|the) )*(other )?(personal )?(data|information)( (that )?we (collect|hold|keep|have|process))?( about you)?\.?$/i;

// A row without ids tells readers which data it is about by its own words: the name of the kind, or all data.
function isAbout({ data, of, label }: Retention, [id, kind]: [string, { label: string }]): boolean {
  if (data) return data.includes(id);
  const isNamed = [of, label].some((words) => words?.toLowerCase() === kind.label.toLowerCase());
  return isNamed || everything.test(of);
}
