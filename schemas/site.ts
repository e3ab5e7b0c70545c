import { z } from 'zod';
import { email, language, prose, text, url, valueKinds } from './values.ts';

const cssColour = z.string().regex(/^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$/);
valueKinds.add(cssColour, { kind: 'text', expects: 'a colour in hexadecimal in quotes, like "#1c4f7c"' });

const publicFile = z
  .string()
  .max(200)
  .regex(/^\/(?!\.)[\w-][\w.-]*(?:\/[\w-][\w.-]*)*$/);
valueKinds.add(publicFile, { kind: 'text', expects: 'the path of a file in public/, like /logo.svg' });

const colours = z.strictObject({
  paper: cssColour.optional().describe('What everything stands on.'),
  ink: cssColour.optional().describe('Text.'),
  quiet: cssColour.optional().describe('Text that is less important: dates, labels, notes.'),
  rule: cssColour.optional().describe('Lines between things.'),
  tint: cssColour.optional().describe('What cards and boxes stand on.'),
  accent: cssColour.optional().describe('Links and marks.'),
  visited: cssColour.optional().describe('Links that were followed.'),
  caution: cssColour.optional().describe('Warnings, and the border of old versions.'),
  added: cssColour.optional().describe('What a comparison marks as added, and what is in force.'),
  removed: cssColour.optional().describe('What a comparison marks as removed, and what was withdrawn.'),
  masthead: cssColour.optional().describe('What the masthead stands on.'),
  mastheadInk: cssColour.optional().describe('Text of the masthead.'),
});

const fonts = z
  .array(
    z.strictObject({
      file: publicFile.describe('The font file, as WOFF2.'),
      weight: z.int().min(1).max(1000).optional().describe('How heavy it is: 400 if left out.'),
      italic: z.boolean().optional().describe('Whether it is the italic.'),
    }),
  )
  .min(1);

const siteLinks = z.array(
  z.strictObject({
    label: text.describe('The words of the link.'),
    url: url.describe('Where it leads.'),
  }),
);

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

const siteUrl = url.refine((value) => !/\.html?$/i.test(value), { message: 'a page' });
valueKinds.add(siteUrl, {
  kind: 'url',
  expects: 'a web address that starts with https:// and names no page',
});

/** `site.yaml`: the publisher and the site as a whole. */
export const siteFile = z
  .strictObject({
    name: text.describe('The name of the site, shown at the top of every page.'),
    url: siteUrl.describe(
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
    handbook: z
      .boolean()
      .optional()
      .describe(
        'Whether the published site has the handbook for editors and the pages of the rules. Under `start` it is always there.',
      ),
    inspect: z
      .boolean()
      .optional()
      .describe(
        "Whether the page of a policy that lists cookies lets its reader look which of them are on the reader's own device, " +
          'by a script that sends nothing. No page of a policy holds a script unless told so.',
      ),
    search: z
      .boolean()
      .optional()
      .describe(
        'Whether the site has a page to search the texts in force, by a script of that page alone. What is looked for is sent nowhere.',
      ),
    theme: z
      .strictObject({
        accent: cssColour.optional().describe('The colour of links and marks on light paper, as #rrggbb.'),
        accentDark: cssColour.optional().describe('The same on dark paper.'),
        colours: colours
          .optional()
          .describe('Colours on light paper. Text has to be readable (WCAG AA) on what it stands on.'),
        coloursDark: colours.optional().describe('The same on dark paper.'),
        logo: publicFile
          .optional()
          .describe('A picture in place of the name at the top, best as SVG. The name is its text.'),
        favicon: publicFile.optional().describe('The picture of the site in the tabs of a browser.'),
        image: publicFile
          .optional()
          .describe('The picture that other sites show beside a link to this one, 1200 by 630 pixels.'),
        fonts: z
          .strictObject({
            text: fonts.optional().describe('The font of the text.'),
            titles: fonts.optional().describe('The font of headings.'),
            labels: fonts.optional().describe('The font of labels, tables and notes.'),
          })
          .optional()
          .describe('Fonts of your own, from files in public/. Nothing is loaded from other sites.'),
      })
      .optional()
      .describe("The site's own look. For more, put CSS custom properties in site/theme.css."),
    masthead: siteLinks.optional().describe('Links at the top of every page, such as back to the product.'),
    footer: siteLinks
      .optional()
      .describe('Links at the bottom of every page, such as to an imprint or to sites of other regions.'),
    imprint: prose.optional().describe('A text at the bottom of every page: who publishes it, and where.'),
  })
  .meta({ title: 'Site', description: 'The publisher and the site as a whole. Kept in policies/site.yaml.' });

export type SiteFile = z.output<typeof siteFile>;
