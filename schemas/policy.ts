import { z } from 'zod';
import { contentItem } from './block.ts';
import { disclosureFields } from './disclosures/fields-and-blocks.ts';
import { noticePeriod } from './length.ts';
import { instructionsById } from './steps.ts';
import { date, formerNames, id, language, prose, text, valueKinds } from './values.ts';

const numbering = z.enum(['decimal', 'letters', 'none']);

// A published version: the date of its text, and `.2` for the second of that day.
const versionId = z.string().regex(/^\d{4}-\d{2}-\d{2}(\.([2-9]|[1-9][0-9]))?$/);
valueKinds.add(versionId, {
  kind: 'id',
  expects: 'a published version, by its date like 2026-03-31, or 2026-03-31.2 for the second of that day',
});

// Another policy of the same product, and a place in it.
const policyPlace = z.string().regex(/^[a-z][a-z0-9-]{0,62}(#[a-z][a-z0-9-]{0,62})?$/);
valueKinds.add(policyPlace, {
  kind: 'text',
  expects: 'a policy of the same product, or a place in it, like cookie-policy or cookie-policy#choices',
});

// One group alone would leave open whom the text binds besides.
const effective = z.union([
  date,
  z.record(text, date).refine((groups) => Object.keys(groups).length > 1, { message: 'one group' }),
]);

const sectionFields = {
  id: id
    .optional()
    .describe('The anchor of the section. By default made from the title; fixed once published.'),
  title: text.describe('The heading.'),
  aliases: z.array(id).min(1).optional().describe('Old anchors that keep working.'),
  content: z.array(contentItem).min(1).optional().describe('Markdown texts and blocks, in order.'),
};

const innermost = z.strictObject(sectionFields);
const innerNumbering = numbering
  .optional()
  .describe('How the sections inside it are numbered, where that differs.');

const subsection = z.strictObject({
  ...sectionFields,
  numbering: innerNumbering,
  sections: z
    .array(innermost)
    .min(1)
    .optional()
    .describe('Sections inside this one; no deeper level exists.'),
});

const section = z.strictObject({
  ...sectionFields,
  annex: z
    .literal(true)
    .optional()
    .describe('That it is an annex: annexes are numbered apart from the sections, Annex 1, Annex 2.'),
  numbering: innerNumbering,
  sections: z
    .array(subsection)
    .min(1)
    .optional()
    .describe('Sections inside this one, which may hold sections themselves.'),
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
        'The date of this text; it identifies the version. Left out, the page says that no date is stated, where the text holds none either.',
      ),
    effective: effective
      .optional()
      .describe(
        'The day from which it binds; the same as `updated` unless it says otherwise. Where it binds groups of people ' +
          'from different days, a map from each group, in your words, to its day.',
      ),
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
        notified: date
          .optional()
          .describe('The day affected people were told. It can be added after the version was published.'),
        insteadOf: versionId
          .optional()
          .describe('The announced version whose place this one takes: that one never binds.'),
        after: versionId
          .optional()
          .describe('The announced version after which this one comes: both bind, one after the other.'),
        corrects: versionId
          .optional()
          .describe('The version of which this is only a correction; history shows it under that one.'),
        retroactive: prose
          .optional()
          .describe('Why it binds from a day before it was published. Readers see it.'),
      })
      .optional()
      .describe('What this version changed against the one before.'),
    withdrawn: z
      .array(
        z.strictObject({
          version: versionId.describe('The announced version that is taken back.'),
          because: prose.describe('Why. Readers see it.'),
        }),
      )
      .min(1)
      .optional()
      .describe('Versions that were announced and taken back before they took effect. They stay readable.'),
    retired: z
      .strictObject({
        on: date.describe('The first day on which no version is in force any more.'),
        because: prose.describe('Why. Readers see it.'),
        instead: id.optional().describe('The policy of this product that readers are led to: its slug.'),
      })
      .optional()
      .describe('That the policy ends, and why. Its address says so, and its versions stay.'),
    formerly: formerNames.optional().describe('Former names of this file: addresses under them lead to it.'),
    notice: z
      .strictObject({
        period: noticePeriod
          .optional()
          .describe('How long before it binds a change is announced: "21 days", "10 business days".'),
        for: z.enum(['material', 'all']).optional().describe('Which changes the promise is about.'),
        to: text
          .optional()
          .describe(
            'Whom the promise is made to, where that is not everybody, in your words: "owners of a paid account".',
          ),
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
    moved: z
      .record(id, policyPlace)
      .optional()
      .describe(
        'Old anchors of what stands in another policy of the product now, each with that policy or the place in it: ' +
          '`cookies-visit: cookie-policy#cookies-visit`. A link to one leads there.',
      ),
    steps: instructionsById
      .optional()
      .describe('Instructions of this policy alone, beside those of steps.yaml.'),
    sections: z.array(section).min(1).describe('The text, section by section.'),
  })
  .meta({ title: 'Policy', description: 'One policy of a product. Kept in policies/<product>/<slug>.yaml.' });

/** A section of whichever level. */
export type Section = z.output<typeof section> | z.output<typeof subsection> | z.output<typeof innermost>;
export type PolicyFile = z.output<typeof policyFile>;
export type Numbering = z.output<typeof numbering>;
