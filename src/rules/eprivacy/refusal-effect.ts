import { cnil } from '../cites/eprivacy.ts';
import { labelsOf, placeAmong } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
import { gapIn } from '../gap.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const refusalEffect: PolicyRule = {
  id: 'eprivacy/refusal-effect',
  about: 'policy',
  severity: 'warning',
  regimes: ['eprivacy-fr'],
  kinds: ['cookie-policy'],
  summary: 'Each category that can be refused states what refusing it changes.',
  why: 'Who does not know what refusing costs cannot weigh it.',
  cites: [cnil],
  examples: {
    ok: {
      policy: yaml`
        categories:
          analytics:
            label: Analytics
            consent: required
            ifRefused: Nothing changes for you.
      `,
    },
    notOk: {
      policy: yaml`
        categories:
          analytics:
            label: Analytics
            consent: required
      `,
      problem: {
        at: 'policy.yaml:2:3',
        message:
          'CNIL recommendation 2020-092 asks for the effect of refusing; no field says that of “Analytics”, and no text seems to.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const open = entriesOf(subject.policy.facts.categories).filter(
      ([, { consent, ifRefused }]) =>
        (consent === 'required' || consent === 'opt-out') && ifRefused === undefined,
    );
    if (open.length === 0) return;
    yield* gapIn(subject, {
      at: { path: placeAmong('categories', open) },
      asks: `${cnil.text} asks for the effect of refusing`,
      unsaid: `that of ${labelsOf(open, 'or')}`,
      fill: 'add `ifRefused` there',
      help: 'Add `ifRefused:` to the category, such as "Nothing changes for you".',
      topic: 'refusalEffect',
    });
  },
};
