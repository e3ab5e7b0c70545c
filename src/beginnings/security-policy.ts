import { type Beginning, contactSection, opening, publisher, unread } from './beginning.ts';

const title = 'Security policy';

export const securityPolicy: Beginning = {
  title,
  names: ['security', 'information-security', 'vulnerability-disclosure', 'responsible-disclosure', 'trust'],
  write: (around) => `${unread}${opening('security-policy', title, around)}\
lead: How {{ name }} is protected, and how to report a weakness.
numbering: decimal

security:
  # What you do, each under an id that is its anchor on the page.
  measures:
    transit: TODO what protects data on its way
    storage: TODO what protects data where it lies
    access: TODO who can reach systems, and how that is limited and recorded
    tests: TODO how all this is tested
  limits: TODO what you do not promise

sections:
  - id: measures
    title: What we do
    content:
      - >-
        ${publisher(around)} sees to this.
      - security: all
      - "{{ security.limits }}"
  - id: reporting
    title: Report a weakness
    content:
      - TODO where to report, and what a report should say
      - definitions:
          - term: In scope
            text: TODO what may be tested
          - term: Out of scope
            text: TODO what may not be tested
  - id: answer
    title: What you can expect
    content:
      - TODO how soon you answer, and that you take no action against those who report in good faith
  - id: incidents
    title: If something happens
    content:
      - TODO whom you tell of an incident, and how soon
${contactSection(around)}`,
};
