import { z } from 'zod';
import { length } from '../length.ts';
import { prose, text, url } from '../values.ts';

const choice = z.strictObject({
  manager: z
    .strictObject({
      label: text.describe('The words of the link or button: "Cookie settings".'),
      url: url.optional().describe('Where it leads, if it has an address of its own.'),
      text: prose.optional().describe('Where it is found: "in the footer of every page".'),
    })
    .optional()
    .describe('Where a visitor can change a choice at any time.'),
  rejectAll: z
    .enum(['same-layer', 'other-layer', 'none'])
    .optional()
    .describe('Whether everything can be refused where everything can be accepted.'),
  keptFor: length.optional().describe('How long a choice is kept: "6 months".'),
});

export const consent = {
  field: choice.optional().describe('How visitors are asked for consent, and how they change their choice.'),
  block: z.strictObject({
    consent: z.literal('all').describe('How visitors give consent, and how they change their choice.'),
  }),
};

export type Consent = z.output<typeof choice>;
