import { internal } from '../cites/core.ts';
import { isEnglish } from '../english/written-texts.ts';
import { allSections } from '../facts/placed-sections.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const effectiveDateConflated: PolicyRule = {
  id: 'core/effective-date-conflated',
  about: 'policy',
  severity: 'warning',
  summary:
    'A text that speaks of an effective date has one, and does not show the date of its last update for it.',
  why: 'The day a text was written and the day from which it binds can be weeks apart, and readers rely on the second.',
  cites: [
    internal(
      'The day of a text and the day it binds are two facts: Cal. Bus. & Prof. Code 22575(b)(4) names the second',
      'https://leginfo.legislature.ca.gov/faces/codes_displaySection.xhtml?lawCode=BPC&sectionNum=22575.',
    ),
  ],
  examples: {
    ok: {
      policy: yaml`
        updated: 2026-04-14
        effective: 2026-05-01
        sections:
          - title: Effective date
            content: ["{{ effective }}"]
      `,
    },
    notOk: {
      policy: yaml`
        updated: 2026-04-14
        sections:
          - title: Effective date
            content: ["Last updated: {{ updated }}."]
      `,
      problem: {
        at: 'policy.yaml:3:12',
        message: '“Effective date” is the heading, and the policy states no `effective`, only `updated`.',
      },
    },
  },
  *check({ policy, written, texts }: Subject): Iterable<Draft> {
    if (written.effective || !isEnglish(policy)) return;
    const help =
      'Add `effective:` with the day from which the text binds, even if it is that of `updated`, and show it with `{{ effective }}`.';
    const states = written.updated
      ? 'states no `effective`, only `updated`'
      : 'states neither `effective` nor `updated`';
    const section = allSections(policy.sections).find(({ section: { title } }) => heading.test(title.trim()));
    if (section) {
      const message = `“${section.section.title}” is the heading, and the policy ${states}.`;
      yield { at: { path: [...section.path, 'title'] }, message, help };
      return;
    }
    for (const { path, text } of texts) {
      const label = /\b(effective( date| from| as of)?|in force (from|since)):? \{\{ *updated *\}\}/i.exec(
        text,
      );
      if (!label) continue;
      yield {
        at: { path, mark: { offset: label.index, length: label[0].length } },
        message: `“${label[0]}” shows the date of the text as the day it binds; the policy ${states}.`,
        help,
      };
      return;
    }
  },
};

const heading =
  /^(the )?effective( dates?)?( of (this|the|our) (policy|notice|statement|text|terms)| and (last|changes?|updates?|versions?)\b.*)?$|\b(and|&) effective date$|^(date|when) (it|this policy) (takes|comes into) (effect|force)$|^(effective|in force) (from|since)\b/i;
