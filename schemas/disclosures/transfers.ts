import { z } from 'zod';
import { caption, selection } from '../selection.ts';
import { area, id, idOf, oneOrMany, orInWords, orNone, prose } from '../values.ts';

const mechanisms = z.enum([
  'adequacy',
  // A decision of adequacy for those who take part in the framework.
  'data-privacy-framework',
  'standard-clauses',
  'binding-rules',
  'certification',
  'consent',
  'contract',
  'unspecified',
]);

const transfer = z.strictObject({
  country: oneOrMany(area)
    .optional()
    .describe('The country data goes to, where one is named, or a list of several; EU and EEA count too.'),
  vendors: z
    .array(idOf('vendors'))
    .min(1)
    .optional()
    .describe('The ids of the vendors that receive it there.'),
  mechanism: oneOrMany(orInWords(mechanisms))
    .optional()
    .describe(
      'What allows the transfer, or a list of several; unspecified where the text only speaks of safeguards, ' +
        '`{words: …}` for another.',
    ),
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
