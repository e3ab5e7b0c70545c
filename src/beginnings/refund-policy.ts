import { type Beginning, cardOf, contactSection, opening, publisher, unread } from './beginning.ts';

const title = 'Refund policy';

export const refundPolicy: Beginning = {
  title,
  names: [
    'refunds',
    'refund',
    'returns',
    'return-policy',
    'cancellation',
    'cancellation-policy',
    'withdrawal',
  ],
  write: (around) => `${unread}${opening('refund-policy', title, around)}\
lead: When you get your money back for {{ name }}, how much, and how to ask for it.
numbering: decimal

sections:
  - id: when
    title: When you get your money back
    content:
      - |
        | What you bought | When you can ask | What you get back |
        |---|---|---|
        | TODO a plan or product | TODO until when | TODO how much |
      - important: TODO what the law gives everybody besides, such as the right to withdraw within 14 days
  - id: exceptions
    title: What is not refunded
    content:
      - TODO what is left out, and why
  - id: how
    title: How to ask
    content:
      - steps:
          - label: Ask for a refund
            steps:
              - TODO where to write, and what to name
              - TODO what you answer, and how soon
      - >-
        ${publisher(around)} pays back by the means you paid with. TODO whether that is so, and within which time
${cardOf('terms', around)}${contactSection(around)}`,
};
