import { z } from 'zod';
import { selection } from '../selection.ts';
import { prose } from '../values.ts';

const rightIds = z.enum([
  'access',
  'correct',
  'delete',
  'export',
  'restrict',
  'object',
  'withdraw-consent',
  'complain',
  'no-automated-decision',
  'opt-out-sale',
  'opt-out-advertising',
  'limit-sensitive',
  'non-discrimination',
]);

const right = z.union([
  prose,
  z.strictObject({
    text: prose.describe('The right in your words.'),
    prominent: z.boolean().optional().describe('Whether it is set apart from the others (GDPR 21(4)).'),
  }),
]);

const rightsById = z.union([z.array(rightIds).min(1), z.partialRecord(rightIds, right)]);

export const rights = {
  field: rightsById
    .optional()
    .describe('Rights people have: a list of ids in standard words, or a map from id to your own words.'),
  block: z.strictObject({ rights: selection.describe('The rights people have: all, or some ids.') }),
};

export type RightId = z.output<typeof rightIds>;
