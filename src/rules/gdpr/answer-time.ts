import { gdpr, gdprName } from '../cites/gdpr.ts';
import { lateAnswers } from '../facts/late-answers.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const answerTime: PolicyRule = {
  id: 'gdpr/answer-time',
  about: 'policy',
  severity: 'warning',
  regimes: ['gdpr', 'uk-gdpr'],
  summary:
    'Requests are answered within a month; what is longer than that and the two months by which it can be extended is an error.',
  why: 'Who waits for an answer has to know from when on to ask again, or to complain.',
  cites: [gdpr('12(3)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        requests: { answerWithin: 1 month, extension: Two months more where a request is difficult. }
      `,
    },
    notOk: {
      policy: yaml`
        requests: { answerWithin: 30 months }
      `,
      problem: {
        at: 'policy.yaml:1:27',
        message:
          'GDPR Art. 12(3) gives a month for an answer, and two more where requests are complex or many; `requests.answerWithin` is 30 months.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    yield* lateAnswers(subject, {
      days: 31,
      atLatest: 92,
      asks: `${gdprName(subject.product)} Art. 12(3) gives a month for an answer, and two more where requests are complex or many`,
      where: /\b(EU|EEA|E\.E\.A\.|Europe\w*|UK|United Kingdom|GDPR)\b/i,
    });
  },
};
