import { z } from 'zod';
import { id, idOf, orNone, prose } from '../values.ts';

const use = z.strictObject({
  uses: z.record(id, prose).describe('What models are used for, each under an id.'),
  vendors: z
    .array(idOf('vendors'))
    .min(1)
    .optional()
    .describe('The ids of the vendors whose models are used.'),
  trigger: z
    .enum(['on-request', 'automatic'])
    .optional()
    .describe('Whether a model runs only when a person asks, or by itself.'),
  training: z.boolean().optional().describe('Whether the data trains models.'),
  review: z
    .boolean()
    .optional()
    .describe('Whether a person approves what a model produces before anybody sees it.'),
});

export const ai = {
  field: orNone(use).optional().describe('The use of AI models.'),
  block: z.strictObject({ ai: z.literal('all').describe('How AI models are used.') }),
};

export type Ai = z.output<typeof use>;
