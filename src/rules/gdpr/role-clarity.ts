import { listed } from '../../text/listed.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { entriesOf } from '../facts/entries.ts';
import { nameOf, placeOfEntries } from '../facts/place-of-entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const roleClarity: PolicyRule = {
  id: 'gdpr/role-clarity',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'For each group of people, the policy says whether the company decides or acts for somebody else.',
  why: 'Whom to ask about one’s data depends on who decides about it.',
  cites: [gdpr('4(7)', 'memory'), gdpr('4(8)', 'memory')],
  examples: {
    ok: {
      policy: yaml`
        audiences:
          shops: { label: Shops, role: controller }
          buyers: { label: Buyers, role: processor }
      `,
    },
    notOk: {
      policy: yaml`
        audiences:
          shops: { label: Shops, role: controller }
          buyers: { label: Buyers }
      `,
      problem: {
        at: 'policy.yaml:3:3',
        message:
          '“Buyers” has no `role`, so readers cannot tell whom to ask; GDPR Art. 4(7) and (8) set apart who decides and who acts for somebody else.',
      },
    },
  },
  *check({ policy: { facts }, product }: Subject): Iterable<Draft> {
    const all = entriesOf(facts.audiences);
    const without = all.filter(([, { role }]) => role === undefined);
    // Without groups, a controller that is named decides for everybody.
    const isUnsaid = all.length === 0 && !facts.controller;
    if (without.length === 0 && !isUnsaid) return;
    const gap = isUnsaid
      ? 'No audience says in which role the company acts'
      : `${listed(without.map(nameOf))} ${without.length === 1 ? 'has' : 'have'} no \`role\``;
    yield {
      ...placeOfEntries('audiences', without, { of: all.length, also: 'No role here either.' }),
      message: `${gap}, so readers cannot tell whom to ask; ${gdprName(product)} Art. 4(7) and (8) set apart who decides and who acts for somebody else.`,
      help: isUnsaid
        ? 'Add `audiences:` with the groups of people meant, and a `role` for each: controller, processor or joint-controller.'
        : 'Add `role:` there: controller, processor or joint-controller.',
    };
  },
};
