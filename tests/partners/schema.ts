import { z } from 'zod';
import { selection } from '../../schemas/selection.ts';
import { id, orNone, period, text } from '../../schemas/values.ts';

const partner = z.strictObject({ label: text.describe('The partner.'), period: period.optional() });

export const partners = {
  field: orNone(z.record(id, partner)).optional().describe('Who works with you.'),
  block: z.strictObject({ partners: selection.describe('Partners: all, or some ids.') }),
};

export type Partner = z.output<typeof partner>;
