import type { Category } from '../../../schemas/disclosures/categories.ts';
import { ico, scheduleA1, scheduleA1From } from '../cites/eprivacy.ts';
import { matches } from '../english/written-texts.ts';
import { entriesOf } from '../facts/entries.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const statisticalObject: PolicyRule = {
  id: 'pecr/statistical-object',
  about: 'policy',
  severity: 'error',
  regimes: ['pecr'],
  kinds: ['cookie-policy'],
  inForce: { from: scheduleA1From },
  summary: 'Statistics and appearance without consent come with a simple and free way to object.',
  why: 'Where nobody is asked first, saying no afterwards is the choice that is left.',
  cites: [scheduleA1('secondary', 5), scheduleA1('secondary', 6), ico],
  examples: {
    ok: {
      policy: yaml`
        categories:
          visits:
            label: Visits
            exemption: statistical
            objection: Switch counting off at the foot of any page.
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          visits:
            label: Visits
            exemption: statistical
      `,
      problem: {
        at: 'policy.yaml:4:16',
        message:
          'PECR Sch. A1 para. 5 pairs the exception for statistics with a simple and free way to object; “Visits” names none.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const [id, category] of entriesOf(subject.policy.facts.categories)) {
      const exception = withObjection[category.exemption ?? ''];
      if (!exception || isObjectionTold(id, category, subject)) continue;
      yield {
        at: { path: ['categories', id, 'exemption'] },
        message: `${exception} with a simple and free way to object; “${category.label}” names none.`,
        help: 'Add `objection:` to the category: how a visitor switches it off.',
      };
    }
  },
};

const withObjection: Partial<Record<string, string>> = {
  statistical: 'PECR Sch. A1 para. 5 pairs the exception for statistics',
  appearance: 'PECR Sch. A1 para. 6 pairs the exception for appearance',
};

/** Whether a category says how to object, or runs until refused in a place that the policy names. */
function isObjectionTold(id: string, { objection, consent }: Category, subject: Subject): boolean {
  if (objection !== undefined) return true;
  if (consent === 'opt-out' && subject.policy.facts.consent?.manager) return true;
  return matches(subject, inWords, ({ path }) => path[0] === 'categories' && path[1] === id).length > 0;
}

const inWords =
  /\b(?:object|opt(?:ing)? out|(?:switch|turn)(?:ed)? (?:it|this|them|these|counting )?\s?off|refuse)\b/;
