import { z } from 'zod';
import { id, prose, text } from './values.ts';

/** Instructions for one browser or system, such as how to block cookies in Firefox. */
export const instructions = z.strictObject({
  label: text.describe('The browser or system the steps are for: "Firefox".'),
  steps: z.array(prose).min(1).describe('What to do, one step each, in order.'),
});

export const instructionsById = z.record(id, instructions);

/** `steps.yaml`: instructions that several policies show. */
export const stepsFile = z
  .strictObject({ steps: instructionsById.describe('The instructions, each under an id such as "firefox".') })
  .meta({
    title: 'Steps',
    description:
      'Instructions per browser or system that several policies show. Kept in policies/steps.yaml.',
  });

export type Instructions = z.output<typeof instructions>;
