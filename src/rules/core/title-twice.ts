import { internal } from '../cites/core.ts';
import { quotable } from '../english/quotable.ts';
import { allSections } from '../facts/placed-sections.ts';
import type { Draft, PolicyRule, Subject } from '../rule.ts';
import { yaml } from '../yaml.ts';

export const titleTwice: PolicyRule = {
  id: 'core/title-twice',
  about: 'policy',
  severity: 'warning',
  summary: 'No two sections side by side have one title.',
  why: 'Readers find a section by its title in the contents, and a reference to that title leads to one of the two.',
  cites: [internal('What is told can be found: GDPR Art. 12(1) asks for an easily accessible form')],
  examples: {
    ok: {
      policy: yaml`
        sections:
          - title: Visitors
            sections: [{ id: basis-visitors, title: Legal basis, content: [Consent.] }]
          - title: Customers
            sections: [{ id: basis-customers, title: Legal basis, content: [The contract.] }]
      `,
    },
    notOk: {
      policy: yaml`
        sections:
          - title: Contact us
            content: [Write to Shop Ltd in Galway.]
          - id: contact-in-cork
            title: Contact us
            content: [Write to Shop Ltd in Cork.]
      `,
      problem: {
        at: 'policy.yaml:5:12',
        message: 'Another section beside it has the title “Contact us” too.',
      },
    },
  },
  *check({ policy }: Subject): Iterable<Draft> {
    const placed = allSections(policy.sections).map(({ section, path }) => ({
      title: section.title.trim(),
      at: { path: [...path, 'title'] },
      beside: JSON.stringify([path.slice(0, -1), section.title.trim().toLowerCase()]),
    }));
    for (const [first, ...others] of Map.groupBy(placed, ({ beside }) => beside).values())
      for (const { at, title } of others) {
        const name = `“${quotable(title)}”`;
        yield {
          at,
          message: `Another section beside it has the title ${name} too.`,
          help: 'Give each a title that tells them apart, or make one section of them.',
          related: first ? [{ at: first.at, message: 'The first one stands here.' }] : [],
          each: {
            name,
            all: (names) => `The titles ${names} stand over more than one section each, side by side.`,
          },
        };
      }
  },
};
