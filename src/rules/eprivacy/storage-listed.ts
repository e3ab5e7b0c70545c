import { directive, pecr, scheduleA1, storageLaw } from '../cites/eprivacy.ts';
import { matches } from '../english/written-texts.ts';
import { labelsOf, placeAmong } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const storageListed: PolicyRule = {
  id: 'eprivacy/storage-listed',
  about: 'policy',
  severity: 'error',
  regimes: ['eprivacy', 'eprivacy-fr', 'pecr'],
  kinds: ['cookie-policy'],
  summary: 'Each category lists the cookies and similar technologies that belong to it.',
  why: 'A reader can look for a cookie, or refuse it knowingly, only if its name is there.',
  cites: [directive, pecr, scheduleA1('secondary')],
  examples: {
    ok: {
      policy: yaml`
        categories:
          analytics: { label: Analytics }
        cookies:
          visits: { name: shop_visits, category: analytics }
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          analytics: { label: Analytics }
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'Directive 2002/58/EC Art. 5(3) asks for clear and comprehensive information about what is stored; ' +
          'no field says what belongs to “Analytics”, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { categories, cookies } = subject.policy.facts;
    if (cookies === 'none' || categories === 'none') return;
    const used = new Set(entriesOf(cookies).map(([, { category }]) => category));
    const empty = entriesOf(categories).filter(([id]) => !used.has(id) && !isUnused(id, subject));
    const isBare = entriesOf(categories).length + entriesOf(cookies).length === 0;
    if (empty.length === 0 && !isBare) return;
    yield* gapIn(subject, {
      at: { path: isBare ? ['cookies'] : placeAmong('categories', empty) },
      asks: `${storageLaw(subject.product)} asks for clear and comprehensive information about what is stored`,
      unsaid: isBare ? 'what is' : `what belongs to ${labelsOf(empty, 'or')}`,
      fill: 'fill `cookies`',
      help: 'Add each one to `cookies` of this policy with its `name` and `category`, or write `cookies: none` if nothing is stored.',
      topic: isBare ? 'storageDescribed' : 'storageList',
    });
  },
};

/** Whether a category is described as one that nothing is in at present. */
function isUnused(id: string, subject: Subject): boolean {
  return matches(subject, none, ({ path }) => path.join('.') === `categories.${id}.description`).length > 0;
}

const none =
  /\bwe (?:do not|don[’']t) (?:currently |presently |now )?(?:use|set|store|place|have) (?:any|cookies|such|these|them)\b(?![^.]*\b(?:without|until|unless|before|if)\b)|\bwe (?:currently |presently |now )?(?:use|set|store|place|have) (?:none|no)\b|\bthere are (?:currently |presently |now )?(?:none|no)\b/;
