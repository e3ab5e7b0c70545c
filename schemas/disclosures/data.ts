import { z } from 'zod';
import { caption, partSelection } from '../selection.ts';
import { id, idOf, orNone, prose, text } from '../values.ts';

/** Categories of personal information in the terms of Cal. Civ. Code 1798.140(v)(1) and (ae). */
const ccpaCategories = z.enum([
  'identifiers',
  'customer-records',
  'protected-characteristics',
  'commercial',
  'biometric',
  'internet-activity',
  'geolocation',
  'sensory',
  'professional',
  'education',
  'inferences',
  'sensitive',
]);

/** The columns of a table of data; the last ones say what other inventories say of the same data, by its id. */
export const dataColumns = z.enum([
  'data',
  'audience',
  'examples',
  'description',
  'source',
  'provision',
  'ccpa',
  'purposes',
  'basis',
  'choice',
  'disclosedTo',
  'soldTo',
  'keptFor',
]);

const audience = idOf('audiences').optional().describe('The id of the people it is about.');
const source = z
  .enum(['given', 'observed', 'third-party', 'derived'])
  .optional()
  .describe(
    'Where it comes from: the person (given), their use (observed), others (third-party), or worked out.',
  );
const special = z
  .boolean()
  .optional()
  .describe('Whether it is of a special category, such as health or biometrics (GDPR 9).');

const dataCategory = z.strictObject({
  label: text.describe('The kind of data: "Account".'),
  examples: z.array(prose).min(1).optional().describe('What belongs to it: "name", "e-mail address".'),
  description: prose
    .optional()
    .describe('Anything else to say of it: when it is collected, what is not kept.'),
  audience,
  source,
  from: prose
    .optional()
    .describe('Who it comes from, where that is not the person, and whether it was public there.'),
  provision: prose
    .optional()
    .describe('Whether giving it is required by law or contract, and what happens without it.'),
  ccpa: z
    .array(ccpaCategories)
    .min(1)
    .optional()
    .describe('What it is in the terms of the California statute.'),
  special,
});

export const data = {
  field: orNone(z.record(id, dataCategory)).optional().describe('Kinds of personal data collected.'),
  block: z.strictObject({
    data: partSelection({ audience, source, special }).describe(
      'A table of the data collected: of one audience, all, some ids, or what a map says, like `{source: observed}`.',
    ),
    columns: z
      .array(dataColumns)
      .min(1)
      .optional()
      .describe(
        'The columns to show, in order: those of the data, and what purposes, recipients and retention say of it by id.',
      ),
    caption,
  }),
};

export type DataColumn = z.output<typeof dataColumns>;
export type DataCategory = z.output<typeof dataCategory>;
