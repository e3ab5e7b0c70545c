import { internal } from '../cites/core.ts';
import { nearestWords } from '../english/nearest.ts';
import { pointedDate } from '../english/pointed-date.ts';
import { quotable } from '../english/quotable.ts';
import { matches } from '../english/written-texts.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const dateReferencedMissing: PolicyRule = {
  id: 'core/date-referenced-missing',
  about: 'policy',
  severity: 'error',
  summary: 'A policy whose text points to its date has that date.',
  why: 'Readers who are sent to a date at the top to see what changed find none there.',
  cites: [internal('What a text refers to exists')],
  examples: {
    ok: {
      policy: yaml`
        updated: 2026-01-01
        sections:
          - title: Changes
            content: [The date at the top of this policy shows its last revision.]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Changes
            content: [The date at the top of this policy shows its last revision.]
      `,
      problem: {
        at: 'policy.yaml:3:19',
        message: 'The text points to “date at the top of this policy”, and the policy has no `updated`.',
      },
    },
  },
  *check(subject: Subject): Iterable<Draft> {
    const found = pointedDate(subject);
    if (!found) return;
    const field = /effective/i.test(found.words) ? 'effective' : 'updated';
    const [written] = matches(subject, dated);
    const near = nearestWords(subject, 'updateDate');
    if (written || near) {
      yield {
        at: found.at,
        message: `The text points to “${quotable(found.words)}”; no field says which day that is`,
        help: `Add \`${field}:\` with the date of this text, and take it out of the text.`,
        ...(written
          ? { seems: { at: written.at, fill: `fill \`${field}\`, or leave it to the text` } }
          : { near }),
      };
      return;
    }
    yield {
      at: found.at,
      message: `The text points to “${quotable(found.words)}”, and the policy has no \`${field}\`.`,
      help: `Add \`${field}:\` with the date of this text, or delete the reference.`,
    };
  },
};

// A day or a month that a text is of, in words or in numbers, or its label before “[DATE]”, which core/placeholder tells.
const dated =
  /\b(version|updated|revised|modified|amended|effective|dated?|published|in force)\b[^.\d]{0,60}(\d{1,2}[^\d]{1,12}){0,2}\b(19|20)\d\d\b|\b(updated|revised|modified|effective|date)( date)?[*_]*:[*_ ]*(\[|\d)/;
