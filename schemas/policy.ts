import { z } from 'zod';
import { contentItem } from './block.ts';
import { disclosureFields } from './disclosures/fields-and-blocks.ts';
import { instructionsById } from './steps.ts';
import { date, id, language, period, prose, text } from './values.ts';

const numbering = z.enum(['decimal', 'letters', 'none']);

const sectionFields = {
  id: id
    .optional()
    .describe('The anchor of the section. By default made from the title; fixed once published.'),
  title: text.describe('The heading.'),
  aliases: z.array(id).min(1).optional().describe('Old anchors that keep working.'),
  content: z.array(contentItem).min(1).optional().describe('Markdown texts and blocks, in order.'),
};

export const subsection = z.strictObject(sectionFields);

export const section = z.strictObject({
  ...sectionFields,
  numbering: numbering.optional().describe('How the sections inside it are numbered, where that differs.'),
  sections: z
    .array(subsection)
    .min(1)
    .optional()
    .describe('Sections inside this one; no deeper level exists.'),
});

export const kinds = z.enum([
  'cookie-policy',
  'privacy-policy',
  'terms',
  'acceptable-use',
  'sub-processors',
  'data-processing-agreement',
  'children-notice',
  'refund-policy',
  'security-policy',
  'accessibility-statement',
  'notice',
]);

/** `<product>/<slug>.yaml`: the text of one policy as it is being edited. */
export const policyFile = z
  .strictObject({
    kind: kinds.describe('What sort of policy it is.'),
    title: text.describe('The title at the top of the page.'),
    kicker: text.optional().describe('A small line above the title.'),
    lead: prose.optional().describe('A sentence or two under the title: what this policy is about.'),
    language: language.optional().describe("The language of the text, where it is not the product's."),
    updated: date
      .optional()
      .describe(
        'The date of this text; it identifies the version. Left out, the page says that it states no date.',
      ),
    effective: date
      .optional()
      .describe('The day from which it binds; the same as `updated` unless it says otherwise.'),
    reviewed: date.optional().describe('The last day counsel confirmed that it is still true.'),
    nextReview: date.optional().describe('The day by which counsel confirms it again.'),
    numbering: numbering
      .optional()
      .describe('How sections are numbered: decimal (1, 1.1), letters (A, B) or none.'),
    change: z
      .strictObject({
        summary: prose.describe('What this version changed, in a sentence for readers.'),
        material: z.boolean().optional().describe('Whether the change matters to people; counsel decides.'),
        because: prose
          .optional()
          .describe(
            'Why, where counsel judges that otherwise than the changed facts propose. Readers see it.',
          ),
        reconsent: z.boolean().optional().describe('Whether visitors are asked for consent again.'),
        notified: date.optional().describe('The day affected people were told.'),
      })
      .optional()
      .describe('What this version changed against the one before.'),
    notice: z
      .strictObject({
        period: period.optional().describe('How long before it binds a change is announced: "21 days".'),
        for: z.enum(['material', 'all']).optional().describe('Which changes the promise is about.'),
        channels: z
          .array(z.enum(['email', 'in-product', 'website', 'banner', 'post']))
          .min(1)
          .optional()
          .describe('How people are told.'),
        text: prose.optional().describe('The promise in words.'),
      })
      .optional()
      .describe('What the policy promises about changes of itself.'),
    ...disclosureFields,
    aliases: z
      .array(id)
      .min(1)
      .optional()
      .describe('Old anchors of which nothing is left: a link to one leads to the start of the text.'),
    steps: instructionsById
      .optional()
      .describe('Instructions of this policy alone, beside those of steps.yaml.'),
    sections: z.array(section).min(1).describe('The text, section by section.'),
  })
  .meta({ title: 'Policy', description: 'One policy of a product. Kept in policies/<product>/<slug>.yaml.' });

export type Section = z.output<typeof section>;
export type Subsection = z.output<typeof subsection>;
export type PolicyFile = z.output<typeof policyFile>;
export type Numbering = z.output<typeof numbering>;
