import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import { matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const doubledWord: PolicyRule = {
  id: 'core/doubled-word',
  about: 'policy',
  severity: 'warning',
  summary: 'No small word stands twice in a row.',
  why: 'A slip that every reader sees makes them doubt that the rest was read with care, and a sealed text keeps it.',
  cites: [internal('A text is read before it is published: GDPR Art. 12(1) asks for an intelligible form')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Changes
            content: [We tell you that that page has changed.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Changes
            content: [We tell you of the the change.]
      `,
      problem: {
        at: 'policy.yaml:3:30',
        message: '“the the” stands in the text.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    for (const { at, words } of matches(subject, doubled, ({ path }) => path[0] !== 'cookies')) {
      const name = `“${quotable(words)}”`;
      yield {
        at,
        message: `${name} stands in the text.`,
        help: 'Delete one of the two words.',
        each: { name, all: (names) => `${names} stand in the text.` },
      };
    }
  },
};

// Those that no sentence needs twice: "that that", "had had" and "log in in the app" are right.
const doubled = /(?<![\w'’.:/-])(the|an|of|and|or|our|your|we|with|from|to) \1(?![\w'’/-])/;
