import { z } from 'zod';
import { selection } from '../selection.ts';
import { id, prose, text } from '../values.ts';

const audience = z.strictObject({
  label: text.describe('The people meant: "Customers".'),
  description: prose.optional().describe('Who belongs to them.'),
  role: z
    .enum(['controller', 'processor', 'joint-controller'])
    .optional()
    .describe(
      'What you are for them: the one who decides (controller), or acts for somebody else (processor).',
    ),
  children: z.boolean().optional().describe('Whether these people are children, as the law at hand has it.'),
});

export const audiences = {
  field: z.record(id, audience).optional().describe('The groups of people the policy speaks about.'),
  block: z.strictObject({ audiences: selection.describe('The groups of people: all, or some ids.') }),
};

export type Audience = z.output<typeof audience>;
