import { z } from 'zod';
import { caption, selection } from '../selection.ts';
import { country, id, idOf, orNone, prose } from '../values.ts';

const transfer = z.strictObject({
  country: country.optional().describe('The country data goes to, where one is named.'),
  vendors: z
    .array(idOf('vendors'))
    .min(1)
    .optional()
    .describe('The ids of the vendors that receive it there.'),
  mechanism: z
    .enum([
      'adequacy',
      'standard-clauses',
      'binding-rules',
      'certification',
      'consent',
      'contract',
      'unspecified',
    ])
    .optional()
    .describe('What allows the transfer; unspecified where the text only speaks of safeguards.'),
  copy: prose.optional().describe('How a copy of the safeguards can be obtained.'),
  text: prose.optional().describe('The transfer in words.'),
});

export const transfers = {
  field: orNone(z.record(id, transfer)).optional().describe('Data going to other countries.'),
  block: z.strictObject({
    transfers: selection.describe('Data going abroad: all, or some ids.'),
    caption,
  }),
};

export type Transfer = z.output<typeof transfer>;
