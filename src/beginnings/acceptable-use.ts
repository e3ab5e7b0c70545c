import { type Beginning, contactSection, opening, publisher, unread } from './beginning.ts';

const title = 'Acceptable use';

export const acceptableUse: Beginning = {
  title,
  names: ['aup', 'acceptable-use-policy', 'community-guidelines', 'rules', 'code-of-conduct'],
  write: (around) => `${unread}${opening('acceptable-use', title, around)}\
lead: What nobody may do with {{ name }}, and what happens if somebody does.
numbering: decimal

sections:
  - id: scope
    title: Whom this is for
    content:
      - These rules apply to everybody who uses {{ name }}. ${publisher(around)} made them.
  - id: not-allowed
    title: What is not allowed
    content:
      - cards:
          - title: Harm
            text: TODO what counts as harm to other people
          - title: Unlawful content
            text: TODO what may not be stored, shared or sent
          - title: Attacks
            text: TODO what nobody may do to the service or its users
      - note: TODO an exception that people ask for, such as research that was agreed with you
  - id: reporting
    title: Reporting a breach
    content:
      - TODO what a report should say
      - TODO what you do with it, and how soon
  - id: consequences
    title: What follows from a breach
    content:
      - TODO the steps you take, and how somebody can object to one
${contactSection(around)}`,
};
