import { type Beginning, contactSection, opening, publisher, unread } from './beginning.ts';

const title = 'Notice';

export const plainNotice: Beginning = {
  title,
  names: ['legal-notice', 'imprint', 'impressum', 'disclaimer', 'announcement'],
  write: (around) => `${unread}${opening('notice', title, around)}\
lead: TODO what this notice is about, in a sentence

sections:
  - id: what
    title: What this is about
    content:
      - >-
        ${publisher(around)} publishes this notice for {{ name }}.
      - TODO what readers should know
  - id: consequences
    title: What it means for you
    content:
      - note: TODO what changes for readers, and from when
${contactSection(around)}`,
};
