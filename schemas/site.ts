import { z } from 'zod';
import { email, language, prose, text, url, valueKinds } from './values.ts';

const cssColour = z.string().regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/);

const timeZone = z
  .string()
  .regex(/^[A-Za-z]+(?:[/_+-][A-Za-z0-9]+)*$/)
  .refine(isTimeZone, { message: 'no time zone' });
valueKinds.add(timeZone, {
  kind: 'text',
  expects: 'the IANA name of a time zone, like Europe/Dublin or UTC',
});

function isTimeZone(value: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: value }) !== undefined;
  } catch {
    return false;
  }
}

/** `site.yaml`: the publisher and the site as a whole. */
export const siteFile = z
  .strictObject({
    name: text.describe('The name of the site, shown at the top of every page.'),
    url: url.describe(
      'The address the site is published at. A path in it, as in https://example.com/legal/, is where the site lives.',
    ),
    description: prose.optional().describe('A sentence or two for the list of policies.'),
    languages: z
      .array(language)
      .min(1)
      .describe(
        'The languages of the policies as BCP 47 tags; the first is the one policies are written in.',
      ),
    publisher: z
      .strictObject({
        name: text.describe('Who publishes the site.'),
        url: url.optional().describe("The publisher's own website."),
        email: email.optional().describe('Where readers can report a fault in the site.'),
      })
      .optional()
      .describe('The organisation that publishes the site.'),
    timeZone: timeZone
      .optional()
      .describe(
        'The time zone in which a day begins and ends, by its IANA name: "Europe/Dublin". UTC if left out.',
      ),
    stop: z
      .enum(['none', 'error', 'warning'])
      .optional()
      .describe(
        'Which findings of rules stop a build: errors (the default), warnings too, or none. ' +
          'Faults of a file or version always do.',
      ),
    theme: z
      .strictObject({
        accent: cssColour.optional().describe('The colour of links and marks on light paper, as #rrggbb.'),
        accentDark: cssColour.optional().describe('The same on dark paper.'),
      })
      .optional()
      .describe("The site's own colours. For more, put CSS custom properties in site/theme.css."),
  })
  .meta({ title: 'Site', description: 'The publisher and the site as a whole. Kept in policies/site.yaml.' });

export type SiteFile = z.output<typeof siteFile>;
