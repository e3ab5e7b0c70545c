import { z } from 'zod';
import { selection } from '../selection.ts';
import { id, orNone, prose, text } from '../values.ts';
import { cookieDefaults } from './cookies.ts';

/** EPrivacy Directive Art. 5(3), PECR Schedule A1, and the CNIL's exemption of audience measurement. */
const exemptions = z.enum([
  'communication',
  'requested',
  'statistical',
  'appearance',
  'emergency',
  'audience-fr',
]);

const category = z.strictObject({
  label: text.describe('The name readers see: "Needed to run the service".'),
  description: prose.optional().describe('What these cookies are for, in a sentence or two.'),
  consent: z
    .enum(['exempt', 'required', 'opt-out'])
    .optional()
    .describe(
      'Whether they need no consent (exempt), wait for it (required) or run until refused (opt-out).',
    ),
  because: prose.optional().describe('Why they are exempt from consent: "keeps the session you asked for".'),
  exemption: exemptions
    .optional()
    .describe(
      'Which exception from consent is meant: the communication itself, a service the visitor asked for (requested), ' +
        'statistics, appearance, an emergency, or the French exemption of audience measurement.',
    ),
  objection: prose.optional().describe('How a visitor objects, where no consent is asked.'),
  ifRefused: prose.optional().describe('What a visitor loses by refusing or blocking them.'),
  examples: z.array(prose).min(1).optional().describe('Examples of what they do, a few words each.'),
  party: z
    .enum(['first', 'third'])
    .optional()
    .describe('What the text says of all of them: set by you (first) or by others (third).'),
  each: cookieDefaults
    .optional()
    .describe(
      'What holds for each of its cookies that does not say otherwise: `each: { provider: plume, domain: plume.example }`.',
    ),
});

export const categories = {
  field: orNone(z.record(id, category))
    .optional()
    .describe('Categories of cookies and similar technologies.'),
  block: z.strictObject({
    categories: selection.describe(
      'Categories with their consent, examples and what refusing does: all, or some ids.',
    ),
  }),
};

export type WrittenCategory = z.output<typeof category>;

/** A category as policies hold it: what holds for each of its cookies stands with them. */
export type Category = Omit<WrittenCategory, 'each'>;
