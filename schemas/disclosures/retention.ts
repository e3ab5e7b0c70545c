import { z } from 'zod';
import { length } from '../length.ts';
import { caption, selection } from '../selection.ts';
import { id, idOf, prose, text } from '../values.ts';

const retained = z.strictObject({
  label: text.optional().describe('A short name: "Backups".'),
  of: prose.describe('What is kept: "encrypted database backups".'),
  data: z.array(idOf('data')).min(1).optional().describe('The ids of the data meant.'),
  period: length
    .optional()
    .describe(
      'How long: "90 days", "about 25 days", "30 to 90 days", "until 2027-03-31"; a map from regions to periods.',
    ),
  atMost: z.boolean().optional().describe('Whether the period is an upper limit ("up to 90 days").'),
  criteria: prose.optional().describe('What decides how long, where there is no period.'),
  from: prose.optional().describe('When the period starts: "after deletion from the live system".'),
  for: prose.optional().describe('What it is kept for during that time: "so that you can export it".'),
  // biome-ignore lint/suspicious/noThenProperty: the word counsel uses; a text is never mistaken for a promise.
  then: prose.optional().describe('What happens at its end: "permanently deleted".'),
  except: prose.optional().describe('What is kept longer, and why.'),
});

export const retention = {
  field: z.record(id, retained).optional().describe('How long data is kept.'),
  block: z.strictObject({
    retention: selection.describe('How long data is kept: all, or some ids.'),
    caption,
  }),
};

export type Retention = z.output<typeof retained>;
