import { z } from 'zod';
import { selection } from '../selection.ts';
import { id, orNone, prose, text } from '../values.ts';

const automatedDecision = z.strictObject({
  label: text.describe('The decision: "Credit limit".'),
  logic: prose.optional().describe('How it is made.'),
  effect: prose.optional().describe('What it means for the person.'),
});

export const automatedDecisions = {
  field: orNone(z.record(id, automatedDecision))
    .optional()
    .describe('Decisions made by machines alone that affect people.'),
  block: z.strictObject({
    automatedDecisions: selection.describe('Decisions made by machines alone: all, or some ids.'),
  }),
};

export type AutomatedDecision = z.output<typeof automatedDecision>;
