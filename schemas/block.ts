import { z } from 'zod';
import { disclosureBlocks } from './disclosures/fields-and-blocks.ts';
import { caption } from './selection.ts';
import { instructions } from './steps.ts';
import { id, prose, text } from './values.ts';

// A block is a map whose first key names it. `all` takes the whole inventory; an id or a list of ids takes a part.

const callout = z.union([
  prose,
  z.strictObject({ title: text.describe('A short title.'), text: prose.describe('The text, in Markdown.') }),
]);
const titled = z
  .array(z.strictObject({ title: text.describe('The title.'), text: prose.describe('The text.') }))
  .min(1);

// The order of the handbook: cookies first, and what is of one piece last.
const { cookies, categories, consent, signals, ai, automatedDecisions, sale, children, ...lists } =
  disclosureBlocks;

/** The blocks of `content`, by the key that names them. */
export const blocks = {
  note: z.strictObject({ note: callout.describe('A callout that adds something worth knowing.') }),
  important: z.strictObject({ important: callout.describe('A callout nobody should miss.') }),
  warning: z.strictObject({ warning: callout.describe('A callout about a consequence.') }),
  tip: z.strictObject({ tip: callout.describe('A callout with advice.') }),
  cookies,
  categories,
  ...lists,
  vendors: z.strictObject({
    vendors: text.describe('The vendors of one group, or all of them by group.'),
    caption,
  }),
  consent,
  signals,
  ai,
  automatedDecisions,
  sale,
  children,
  contact: z.strictObject({ contact: id.describe('A contact card: the id of a contact of the product.') }),
  definitions: z.strictObject({
    definitions: z
      .array(z.strictObject({ term: text.describe('The term.'), text: prose.describe('What it means.') }))
      .min(1)
      .describe('Terms with their meanings.'),
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

export type BlockName = keyof typeof blocks;

const [first, ...others] = Object.values(blocks);

/** One piece of a section's content: Markdown, or a block. */
export const contentItem = z.union([prose, z.union([first as typeof blocks.note, ...others])]);

export type Block = z.output<(typeof blocks)[BlockName]>;
