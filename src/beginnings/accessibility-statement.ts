import { type Beginning, contactSection, opening, publisher, unread } from './beginning.ts';

const title = 'Accessibility statement';

export const accessibilityStatement: Beginning = {
  title,
  names: ['accessibility', 'a11y', 'accessibility-policy'],
  write: (around) => `${unread}${opening('accessibility-statement', title, around)}\
lead: How accessible {{ name }} is, what does not work yet, and how to tell us.
numbering: decimal

sections:
  - id: commitment
    title: What this statement covers
    content:
      - >-
        ${publisher(around)} made this statement. It covers TODO the websites and apps that are meant
  - id: conformance
    title: How far it conforms
    content:
      - TODO the standard, such as WCAG 2.2 AA, and whether it is met in full, in part or not
      - TODO how that was found out, by whom, and when
  - id: limits
    title: What does not work yet
    content:
      - definitions:
          - term: TODO a part that is not accessible
            text: TODO who is kept from what, why, and by when it is mended
  - id: feedback
    title: Tell us
    content:
      - TODO how soon you answer, and how you help until a barrier is gone
  - id: enforcement
    title: If we do not answer
    content:
      - TODO the body that people can turn to
${contactSection(around)}`,
};
