import { type NamedDay, namedDays } from '../../text/named-days.ts';
import { internal } from '../cites/core.ts';
import type { Draft, PolicyRule, Subject, WrittenText } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const otherDate: PolicyRule = {
  id: 'core/other-date',
  about: 'policy',
  severity: 'warning',
  summary: 'A text that says when it was updated, or from when it binds, says the day that its fields say.',
  why: 'Readers and courts ask which text applied on which day; two days for one text answer neither.',
  cites: [internal('Dates of one text do not contradict each other')],
  examples: {
    ok: {
      policy: yaml`
        updated: 2026-03-02
        sections:
          - title: Changes
            content: ["Last updated: 2 March 2026"]
      `,
    },
    notOk: {
      policy: yaml`
        updated: 2026-03-02
        sections:
          - title: Changes
            content: ["Last updated: 4 April 2025"]
      `,
      problem: {
        at: 'policy.yaml:4:30',
        message: 'The text was last updated on 2025-04-04 by its words, and on 2026-03-02 by `updated`.',
      },
    },
  },
  *check({ written, policy, texts }: Subject): Iterable<Draft> {
    const all = texts.flatMap((text) => ownDays(text, policy.language));
    for (const { key, found, at } of all) {
      const field = written[key] === undefined ? 'updated' : key;
      const [said, known] = [found.day, written[field]];
      // A list of days is one of versions.
      const isOne = all.every((other) => other.key !== key || other.found.day === said);
      if (!isOne || !known || said === known) continue;
      const does = key === 'updated' ? 'was last updated on' : 'binds from';
      const on = key === 'updated' ? 'on' : 'from';
      yield {
        at,
        message: `The text ${does} ${said} by its words, and ${on} ${known} by \`${field}\`.`,
        help: `Correct one of the two; in a text, write {{ ${field} }}, which shows the day of the field.`,
        related: [{ at: { path: [field] }, message: 'The field.' }],
      };
    }
  },
};

type OwnDay = NamedDay & { at: { path: WrittenText['path']; mark: { offset: number; length: number } } };

// The days of lines that say nothing but what they are the day of, and of sentences about the text itself.
function ownDays({ path, text }: WrittenText, language: string): OwnDay[] {
  return [...text.matchAll(/[^\n]+/g)].flatMap(({ index, 0: line }) => {
    const plain = line.replaceAll(/\]\([^()]*\)|\{\{[^}]*\}\}/g, (part) => '|'.repeat(part.length));
    const days = namedDays(plain, language).filter(({ found: { day } }) => day !== undefined);
    return days.flatMap(({ key, found }, number) => {
      const from = days[number - 1]?.found.end ?? 0;
      const before = plain.slice(from, found.start);
      const after = plain.slice(found.end, days[number + 1]?.found.start);
      if (!isOfText(before, after)) return [];
      const mark = { offset: index + found.start, length: found.written.length };
      return [{ key, found, at: { path, mark } }];
    });
  });
}

// “In effect from 2005 until 2006” and a list of versions tell of other texts.
function isOfText(before: string, after: string): boolean {
  if (/\||versions|\b(?:until|till|before|bis|jusqu|hasta|fino|tot)\b/i.test(before)) return false;
  const [said = 0, more = 0] = [before, after].map((words) => words.match(/[\p{L}\d]+/gu)?.length ?? 0);
  return (said <= 6 && more <= 3) || itself.test(before);
}

const itself =
  /(?:^|[.!?]\s+)[*_]*(?:this|the|our) (?:current )?(?:\w+ ){0,3}(?:policy|notice|statement|agreement|terms|version|document)(?: of \w+)? (?:was|is|were|are|has been|have been|takes?|became|becomes|shall be|will be) (?:last |most recently )?(?:updated|revised|modified|amended|effective|in effect|effect|in force)(?: (?:on|as of|from|since))? [*_]*$/i;
