import {
  type Beginning,
  cardOf,
  changesSection,
  contactSection,
  notice,
  opening,
  publisher,
  unread,
} from './beginning.ts';

const title = 'Terms of service';

export const terms: Beginning = {
  title,
  names: [
    'tos',
    'terms-of-service',
    'terms-of-use',
    'terms-and-conditions',
    'general-terms',
    'conditions',
    'user-agreement',
    'eula',
  ],
  write: (around) => `${unread}${opening('terms', title, around)}\
lead: The agreement between you and ${publisher(around)} about {{ name }}.
numbering: decimal

${notice}
sections:
  - id: agreement
    title: The agreement
    content:
      - >-
        These terms apply to everybody who uses {{ name }}. The other party is ${publisher(around)}.
      - TODO how the agreement comes about, such as by opening an account
      - definitions:
          - term: Service
            text: "{{ name }}, as it is described on our website."
          - term: You
            text: The person or company that uses the service.
  - id: service
    title: The service
    content:
      - TODO what the service does, and what it does not promise
  - id: account
    title: Your account
    content:
      - TODO who may open an account, and what its holder has to see to
${fees}\
  - id: use
    title: What is not allowed
    content:
      - |
        You may not

        - break the law with the service;
        - TODO what else is not allowed, an item each.
${cardOf('acceptable-use', around)}\
  - id: content
    title: What is yours, and what is ours
    content:
      - TODO who owns what people put into the service, and what each may do with it
  - id: ending
    title: Ending the agreement
    content:
      - TODO how each side ends it, with what notice, and what happens to the data then
  - id: liability
    title: Liability
    content:
      - TODO what each side answers for, and up to what
  - id: law
    title: Law and courts
    content:
      - TODO which law applies, and which courts decide
${changesSection}${contactSection(around)}`,
};

const fees = `  - id: fees
    title: Fees
    content:
      - TODO what it costs, when it is paid, and how the price can change; delete the section where it is free
`;
