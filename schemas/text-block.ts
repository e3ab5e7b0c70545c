import { z } from 'zod';
import { instructions } from './steps.ts';
import { id, prose, text } from './values.ts';

const callout = z.union([
  prose,
  z.strictObject({ title: text.describe('A short title.'), text: prose.describe('The text, in Markdown.') }),
]);
const titled = z
  .array(z.strictObject({ title: text.describe('The title.'), text: prose.describe('The text.') }))
  .min(1);

/** The blocks that hold a text of their own, or name what is no fact; in the order of the handbook. */
export const textBlocks = {
  note: z.strictObject({ note: callout.describe('A callout that adds something worth knowing.') }),
  important: z.strictObject({ important: callout.describe('A callout nobody should miss.') }),
  warning: z.strictObject({ warning: callout.describe('A callout about a consequence.') }),
  tip: z.strictObject({ tip: callout.describe('A callout with advice.') }),
  contact: z.strictObject({ contact: id.describe('A contact card: the id of a contact of the product.') }),
  definitions: z.strictObject({
    definitions: z
      .array(z.strictObject({ term: text.describe('The term.'), text: prose.describe('What it means.') }))
      .min(1)
      .describe('Terms with their meanings.'),
  }),
  table: z.strictObject({
    table: z
      .strictObject({
        caption: text.optional().describe('What the table shows, in a few words above it.'),
        columns: z.array(text).min(1).describe('The headings of its columns.'),
        rows: z
          .array(z.array(z.union([z.literal(''), prose])).min(1))
          .min(1)
          .describe("Rows of as many cells, in Markdown: paragraphs and lists too; '' for an empty cell."),
      })
      .describe('A table whose cells hold more than one line.'),
  }),
  parties: z.strictObject({
    parties: z
      .array(
        z.strictObject({
          as: text.describe('What the text calls it: Customer, Processor.'),
          name: text.describe('Its name, as it signs.'),
          text: prose.optional().describe('Where it is registered, its address and whatever else names it.'),
        }),
      )
      .min(1)
      .describe('The parties of an agreement.'),
  }),
  signatures: z.strictObject({
    signatures: z
      .array(
        z.strictObject({
          for: text.describe('The party that signs.'),
          name: text.optional().describe('Who signs for it; left out, there is a line to write on.'),
          title: text
            .optional()
            .describe('As what, such as director; left out, there is a line to write on.'),
        }),
      )
      .min(1)
      .describe('Lines to sign an agreement on: signature, name, title and date of each party.'),
  }),
  cards: z.strictObject({ cards: titled.describe('Short titled texts, side by side.') }),
  steps: z.strictObject({
    steps: z
      .array(z.union([id, instructions]))
      .min(1)
      .describe('Instructions per browser or system: ids from steps.yaml, or your own with label and steps.'),
  }),
  policy: z.strictObject({ policy: id.describe('A link card to another policy of this product: its slug.') }),
  history: z.strictObject({
    history: z.int().min(1).max(100).describe('The last versions with their summaries; how many at most.'),
  }),
};
