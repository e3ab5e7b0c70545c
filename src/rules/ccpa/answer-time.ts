import { ccr, civilCode } from '../cites/california.ts';
import { lateAnswers } from '../facts/late-answers.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const answerTime: PolicyRule = {
  id: 'ccpa/answer-time',
  about: 'policy',
  severity: 'warning',
  regimes: ['ccpa'],
  summary:
    'Requests are answered within 45 days; what is longer than that and the 45 days by which it can be extended is an error.',
  why: 'Who waits for an answer has to know from when on to ask again.',
  cites: [civilCode('1798.130(a)(2)(A)', 'secondary'), ccr('7021(b)', 'secondary')],
  examples: {
    ok: {
      policy: yaml`
        requests: { answerWithin: 45 days, extension: 45 days more where a request needs it. }
      `,
    },
    notOk: {
      policy: yaml`
        requests: { answerWithin: 60 days }
      `,
      problem: {
        at: 'policy.yaml:1:27',
        message:
          'Cal. Civ. Code 1798.130(a)(2)(A) gives 45 days for an answer, and 45 more where they are needed; `requests.answerWithin` is 60 days.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    yield* lateAnswers(subject, {
      days: 46,
      atLatest: 92,
      asks: 'Cal. Civ. Code 1798.130(a)(2)(A) gives 45 days for an answer, and 45 more where they are needed',
      where: /\b(USA?|United States|California\w*|CCPA)\b/i,
    });
  },
};
