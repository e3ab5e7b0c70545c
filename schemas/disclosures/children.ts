import { z } from 'zod';
import { region } from '../length.ts';
import { prose } from '../values.ts';

const years = z.int().min(1).max(21);

const limits = z.strictObject({
  age: z
    .union([
      years,
      z.record(region, years).refine((ages) => Object.keys(ages).length > 1, { message: 'one region' }),
    ])
    .describe(
      'The age below which the service is not meant for a person; a map from regions in your words to ages.',
    ),
  text: prose.optional().describe('What happens if data of a child is found.'),
  publicByChild: z.boolean().optional().describe('Whether a child can make data public.'),
  separateConsent: prose
    .optional()
    .describe('How a parent allows collection without disclosure to others (16 CFR 312.5(a)(2)).'),
  saleOptIn: prose.optional().describe('How people under 16, or their parents, opt in to a sale of data.'),
  internalOperations: z
    .strictObject({
      operations: prose.optional().describe('The internal operations identifiers are used for.'),
      safeguards: prose.optional().describe('How they are kept from being used for anything else.'),
    })
    .optional()
    .describe('Identifiers collected without consent for internal operations (16 CFR 312.4(d)(3)).'),
  audio: z
    .strictObject({
      use: prose.optional().describe('What recordings of a voice are used for.'),
      deletion: prose.optional().describe('That they are deleted at once after that.'),
    })
    .optional()
    .describe('Recordings of a voice collected without consent (16 CFR 312.4(d)(4)).'),
  parents: z
    .strictObject({
      review: prose.optional().describe('That a parent can review the data of a child.'),
      delete: prose.optional().describe('That a parent can have it deleted.'),
      refuse: prose.optional().describe('That a parent can refuse further collection.'),
      how: prose.optional().describe('How a parent does so.'),
    })
    .optional()
    .describe('The rights of parents (16 CFR 312.4(d)(5)).'),
});

export const children = {
  field: limits.optional().describe('The age the service is meant for.'),
  block: z.strictObject({ children: z.literal('all').describe('The age the service is meant for.') }),
};

export type WrittenChildren = z.output<typeof limits>;

/** What is said of children; where ages differ, `age` is the lowest, and `ages` has each with its region. */
export type Children = Omit<WrittenChildren, 'age'> & {
  age: number;
  ages?: { where: string; age: number }[];
};
