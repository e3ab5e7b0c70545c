import { z } from 'zod';
import { caption, selection } from '../selection.ts';
import { id, idOf, orNone, prose, text } from '../values.ts';

const recipient = z.strictObject({
  label: text.optional().describe('The class of recipients: "Hosting".'),
  vendors: z
    .array(idOf('vendors'))
    .min(1)
    .optional()
    .describe('The ids of the vendors meant, where they are named.'),
  text: prose.optional().describe('Who they are, in words.'),
  why: prose.optional().describe('What they receive data for.'),
  data: z.array(idOf('data')).min(1).optional().describe('The ids of the data they receive.'),
  sold: z
    .boolean()
    .optional()
    .describe('Whether it is sold to them, or shared with them for advertising across sites.'),
});

export const recipients = {
  field: orNone(z.record(id, recipient)).optional().describe('Who receives personal data.'),
  block: z.strictObject({
    recipients: selection.describe('Who receives data: all, or some ids.'),
    caption,
  }),
};

export type Recipient = z.output<typeof recipient>;
