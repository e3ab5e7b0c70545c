import { z } from 'zod';
import { orNone, prose, text, url } from '../values.ts';

const practices = z.strictObject({
  sells: z.boolean().optional().describe('Whether personal data is sold.'),
  shares: z.boolean().optional().describe('Whether it is shared for advertising across sites.'),
  targetedAds: z.boolean().optional().describe('Whether it is used for advertising.'),
  under16: z.boolean().optional().describe('Whether you know of selling or sharing data of people under 16.'),
  sensitive: z
    .boolean()
    .optional()
    .describe('Whether sensitive data is used beyond what needs no choice (11 CCR 7027(m)).'),
  optOut: z
    .strictObject({
      label: text.describe('The words of the link: "Do Not Sell or Share My Personal Information".'),
      url: url.optional().describe('Where it leads.'),
      methods: z
        .array(z.enum(['link', 'form', 'signal', 'email', 'phone', 'banner']))
        .min(1)
        .optional()
        .describe('The ways to opt out.'),
    })
    .optional()
    .describe('How people opt out of sale and sharing.'),
  limit: z
    .strictObject({
      label: text.describe('The words of the link: "Limit the Use of My Sensitive Personal Information".'),
      url: url.optional().describe('Where it leads.'),
    })
    .optional()
    .describe('How people limit the use of sensitive data.'),
  text: prose.optional().describe('The same in words.'),
});

export const sale = {
  field: orNone(practices)
    .optional()
    .describe('Selling or sharing personal data; none where you do neither.'),
  block: z.strictObject({ sale: z.literal('all').describe('Whether data is sold or shared.') }),
};

export type Sale = z.output<typeof practices>;
