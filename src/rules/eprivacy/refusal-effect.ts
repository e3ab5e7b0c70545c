import { cnil } from '../cites/eprivacy.ts';
import { matches } from '../english/written-texts.ts';
import { labelsOf, placeAmong } from '../facts/cookies.ts';
import { entriesOf } from '../facts/entries.ts';
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
        message: 'CNIL recommendation 2020-092 asks for the effect of refusing; “Analytics” describes none.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const open = entriesOf(subject.policy.facts.categories).filter(
      ([, { consent, ifRefused }]) =>
        (consent === 'required' || consent === 'opt-out') && ifRefused === undefined,
    );
    if (open.length === 0 || matches(subject, inWords).length > 0) return;
    yield {
      at: { path: placeAmong('categories', open) },
      message: `${cnil.text} asks for the effect of refusing; ${labelsOf(open)} ${open.length === 1 ? 'describes' : 'describe'} none.`,
      help: 'Add `ifRefused:` to the category, such as "Nothing changes for you".',
    };
  },
};

const inWords =
  /\b(?:if you (?:refuse|reject|decline|block|disable|say no|do not (?:accept|agree|allow|consent)|don[’']t (?:accept|agree|allow|consent))|(?:refusing|rejecting|declining|without (?:them|these cookies)))\b[^.]{0,120}\b(?:will|may|might|can|cannot|does|do|loses?|changes?|works?)\b/;
