import type { Category } from '../../../schemas/disclosures/categories.ts';
import { scheduleA1, scheduleA1From } from '../cites/eprivacy.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, ProductSubject, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const ground: PolicyRule = {
  id: 'pecr/ground',
  about: 'policy',
  severity: 'error',
  regimes: ['pecr'],
  kinds: ['cookie-policy'],
  inForce: { from: scheduleA1From },
  summary: 'An exception from consent is one of those that Schedule A1 of PECR names.',
  why: 'In the United Kingdom storage waits for consent unless one of the named exceptions covers it.',
  cites: [scheduleA1('read')],
  examples: {
    ok: {
      policy: yaml`
      categories:
        visits:
          label: Visits
          exemption: statistical
    `,
    },
    notOk: {
      policy: yaml`
        categories:
          visits:
            label: Visits
            exemption: audience-fr
      `,
      problem: {
        at: 'policy.yaml:4:16',
        message:
          '“Visits” rests on `audience-fr`, which is not among the exceptions PECR Sch. A1 names: `communication`, `requested`, `statistical`, `appearance` and `emergency`.',
      },
    },
  },
  *check({ policy, product }: Subject): Iterable<Draft> {
    for (const [id, { label, exemption }] of entriesOf(policy.facts.categories)) {
      if (exemption === undefined || isGround(exemption, product)) continue;
      yield {
        at: { path: ['categories', id, 'exemption'] },
        message: `“${label}” rests on \`${exemption}\`, which is not among the exceptions PECR Sch. A1 names: \`communication\`, \`requested\`, \`statistical\`, \`appearance\` and \`emergency\`.`,
        help: 'Write the exception that applies in the United Kingdom, or `consent: required`.',
      };
    }
  },
};

// One field holds one exception: where France is declared too, the French one is for eprivacy/fr-audience to look at.
function isGround(exemption: NonNullable<Category['exemption']>, { written }: ProductSubject): boolean {
  return exemption !== 'audience-fr' || (written.regimes?.includes('eprivacy-fr') ?? false);
}
