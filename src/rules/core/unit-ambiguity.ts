import { comparePeriods } from '../../time/period.ts';
import { internal } from '../cites/core.ts';
import { restatedPeriods } from '../english/written-periods.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const unitAmbiguity: PolicyRule = {
  id: 'core/unit-ambiguity',
  about: 'policy',
  severity: 'info',
  summary: 'A period is counted in one unit: days or months, not both.',
  why: 'A month has from 28 to 31 days; where a deadline is stated in both, its last day is in doubt.',
  cites: [
    internal(
      'One subject is counted in one unit: Reg. (EEC, Euratom) 1182/71 counts days and months apart',
      'https://eur-lex.europa.eu/eli/reg/1971/1182/oj',
    ),
  ],
  examples: {
    ok: {
      policy: yaml`
        requests: { answerWithin: 1 month }
        sections:
          - title: Your rights
            content: ["We answer requests within {{ requests.answerWithin }}."]
      `,
    },
    notOk: {
      policy: yaml`
        requests: { answerWithin: 1 month }
        sections:
          - title: Your rights
            content: [We answer requests within 30 days.]
      `,
      problem: {
        at: 'policy.yaml:4:41',
        message: 'The text says “30 days”, and `requests.answerWithin` says 1 month.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const { fact, text, written } of restatedPeriods(subject)) {
      if (comparePeriods(fact.period, written.period) !== 'near') continue;
      const path = fact.path.join('.');
      yield {
        at: { path: text.path, mark: { offset: written.offset, length: written.words.length } },
        message: `The text says “${written.words}”, and \`${path}\` says ${fact.period}.`,
        help: `Choose one unit, and write \`{{ ${path} }}\` in the text.`,
        related: [{ at: { path: fact.path }, message: 'The fact.' }],
      };
    }
  },
};
