import { z } from 'zod';
import { caption, selection } from '../selection.ts';
import { id, idOf, oneOrMany, orInWords, prose, text } from '../values.ts';

const bases = z.enum([
  'consent',
  'contract',
  'legal-obligation',
  'vital-interests',
  'public-task',
  'legitimate-interests',
  // Data (Use and Access) Act 2025, UK GDPR 6(1)(ea).
  'recognised-legitimate-interests',
]);

const purpose = z.strictObject({
  label: text.optional().describe('A short name, where the list has one.'),
  text: prose.describe('What the data is used for.'),
  audience: idOf('audiences').optional().describe('The id of the people it concerns.'),
  data: z.array(idOf('data')).min(1).optional().describe('The ids of the data it uses.'),
  basis: oneOrMany(orInWords(bases))
    .optional()
    .describe('The legal basis (GDPR 6(1)), or a list of several; `{words: …}` for one of another law.'),
  choice: prose.optional().describe('What people can decide about it: "Switch it off in your settings."'),
  interest: prose.optional().describe('The interest pursued, where the basis is legitimate interests.'),
  condition: z
    .enum([
      'explicit-consent',
      'employment',
      'vital-interests',
      'non-profit',
      'made-public',
      'legal-claims',
      'public-interest',
      'health-care',
      'public-health',
      'research',
    ])
    .optional()
    .describe('The condition for data of special categories (GDPR 9(2)).'),
});

export const purposes = {
  field: z.record(id, purpose).optional().describe('What personal data is used for.'),
  block: z.strictObject({
    purposes: selection.describe('What data is used for: all, or some ids.'),
    caption,
  }),
};

export type Purpose = z.output<typeof purpose>;
