import { z } from 'zod';
import { selection } from '../selection.ts';
import { id, prose } from '../values.ts';

const protection = z.strictObject({
  measures: z.record(id, prose).describe('What you do to protect data, each under an id: "encryption".'),
  limits: prose.optional().describe('What you do not promise.'),
});

export const security = {
  field: protection.optional().describe('How data is protected.'),
  block: z.strictObject({ security: selection.describe('How data is protected: all, or some ids.') }),
};

export type Security = z.output<typeof protection>;
