import { gdpr, gdprName } from '../cites/gdpr.ts';
import { isEnglish, matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const automatedDecisions: PolicyRule = {
  id: 'gdpr/automated-decisions',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  kinds: ['privacy-policy'],
  summary: 'The policy says whether machines alone decide about people.',
  why: 'A refusal by a program can be looked at again by a person, but only if one knows that a program refused.',
  cites: [gdpr('13(2)(f)', 'secondary'), gdpr('22', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
      title: Privacy policy
      automatedDecisions: none
    `,
    },
    notOk: {
      policy: yaml`
        title: Privacy policy
      `,
      problem: {
        at: 'policy.yaml:1:1',
        message:
          'GDPR Art. 13(2)(f) lists the existence of automated decisions; the policy says nothing either way.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const { automatedDecisions: decisions, ai } = subject.policy.facts;
    if (decisions !== undefined || matches(subject, inProse, ({ path }) => path[0] !== 'rights').length > 0)
      return;
    // Who uses models is asked first.
    yield {
      at: { path: [ai === undefined ? 'automatedDecisions' : 'ai'] },
      message: `${gdprName(subject.product)} Art. 13(2)(f) lists the existence of automated decisions; ${isEnglish(subject.policy) ? 'the policy says nothing either way' : 'the policy has no `automatedDecisions`'}.`,
      help: 'Add `automatedDecisions:` with each decision a machine makes alone, or `automatedDecisions: none`.',
    };
  },
};

const inProse = new RegExp(
  [
    '\\bautomat(ed|ic) (individual )?decisions?\\b',
    '\\b(solely|exclusively|only) (on |by )?automat(ed|ic)\\b',
    '\\bautomat(ed|ic) processing\\b[^.]{0,40}\\b(decisions?|legal effects?)\\b',
    '\\bdecisions?\\b[^.]{0,60}\\b(automat(ed|ic|ically)|without (any |a )?human)\\b',
    '\\bdecisions? (that is |that are )?(made |taken )?by (a )?(machine|program|computer)s?\\b',
  ].join('|'),
);
