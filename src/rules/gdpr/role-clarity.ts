import { listed } from '../../text/listed.ts';
import { gdpr, gdprName } from '../cites/gdpr.ts';
import { entriesOf } from '../facts/entries.ts';
import { nameOf, placeOfEntries } from '../facts/place-of-entries.ts';
import { gapIn } from '../gap.ts';
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
          'GDPR Art. 4(7) and (8) set apart who decides and who acts for somebody else; no field says which the company is for “Buyers”, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { facts } = subject.policy;
    const all = entriesOf(facts.audiences);
    const without = all.filter(([, { role }]) => role === undefined);
    // A controller that is named decides for everybody, unless a group says otherwise.
    if (facts.controller && without.length === all.length) return;
    const isUnsaid = all.length === 0;
    if (without.length === 0 && !isUnsaid) return;
    const whom = isUnsaid ? 'for people' : `for ${listed(without.map(nameOf), 'or')}`;
    yield* gapIn(subject, {
      ...placeOfEntries('audiences', without, { of: all.length, also: 'No role here either.' }),
      asks: `${gdprName(subject.product)} Art. 4(7) and (8) set apart who decides and who acts for somebody else`,
      unsaid: `which the company is ${whom}`,
      fill: isUnsaid ? 'fill `audiences`' : 'add `role` there',
      help: isUnsaid
        ? 'Add `audiences:` with the groups of people meant, and a `role` for each: controller, processor or joint-controller.'
        : 'Add `role:` there: controller, processor or joint-controller.',
      topic: 'roles',
    });
  },
};
