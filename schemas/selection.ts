import { z } from 'zod';
import { id, text } from './values.ts';

/** Which entries of an inventory a block shows: `all`, or one id or several. */
export const selection = z.union([id, z.array(id).min(1)]);

/** Which entries a block shows: `all`, one part of them, some by their ids, or those of which all of `fields` hold. */
export function partSelection<F extends z.ZodRawShape>(fields: F) {
  return z.union([id, z.array(id).min(1), z.strictObject(fields)]);
}

/** The caption of a table of entries. */
export const caption = text
  .optional()
  .describe('The caption of the table, where the usual one does not fit.');
