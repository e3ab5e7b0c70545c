import { z } from 'zod';
import { date, prose } from '../values.ts';

const answers = z.strictObject({
  dnt: z.enum(['honoured', 'ignored']).optional().describe('What happens on a Do Not Track signal.'),
  gpc: z
    .strictObject({
      honoured: z.boolean().describe('Whether Global Privacy Control is honoured.'),
      since: date.optional().describe('Since when.'),
      scope: prose.optional().describe('What it applies to.'),
      confirmation: prose.optional().describe('How a person sees that the signal took effect.'),
    })
    .optional()
    .describe('What happens on a Global Privacy Control signal.'),
  thirdPartyTracking: z
    .boolean()
    .optional()
    .describe('Whether others collect what people do over time and across websites when they use yours.'),
  text: prose.optional().describe('Anything else to say about signals.'),
});

export const signals = {
  field: answers.optional().describe('Browser signals such as Do Not Track and Global Privacy Control.'),
  block: z.strictObject({ signals: z.literal('all').describe('What happens on browser signals.') }),
};

export type Signals = z.output<typeof answers>;
