import { z } from 'zod';
import { instructions } from './steps.ts';
import { id, prose, text } from './values.ts';

// A block is a map whose first key names it. `all` takes the whole inventory; an id or a list of ids takes a part.

const selection = z.union([id, z.array(id).min(1)]);
const callout = z.union([
  prose,
  z.strictObject({ title: text.describe('A short title.'), text: prose.describe('The text, in Markdown.') }),
]);
const caption = text.optional().describe('The caption of the table, where the usual one does not fit.');
const titled = z
  .array(z.strictObject({ title: text.describe('The title.'), text: prose.describe('The text.') }))
  .min(1);

export const cookieColumns = z.enum([
  'name',
  'type',
  'purpose',
  'provider',
  'access',
  'party',
  'domain',
  'trigger',
  'expires',
  'dataRetention',
  'attributes',
]);

/** The blocks of `content`, by the key that names them. */
export const blocks = {
  note: z.strictObject({ note: callout.describe('A callout that adds something worth knowing.') }),
  important: z.strictObject({ important: callout.describe('A callout nobody should miss.') }),
  warning: z.strictObject({ warning: callout.describe('A callout about a consequence.') }),
  tip: z.strictObject({ tip: callout.describe('A callout with advice.') }),
  cookies: z.strictObject({
    cookies: id.describe('A table of cookies: those of one category, or all.'),
    columns: z.array(cookieColumns).min(1).optional().describe('The columns to show, in order.'),
    caption,
  }),
  categories: z.strictObject({
    categories: selection.describe(
      'Categories with their consent, examples and what refusing does: all, or some ids.',
    ),
  }),
  audiences: z.strictObject({ audiences: selection.describe('The groups of people: all, or some ids.') }),
  data: z.strictObject({
    data: id.describe('A table of the data collected: of one audience, or all.'),
    caption,
  }),
  purposes: z.strictObject({
    purposes: selection.describe('What data is used for: all, or some ids.'),
    caption,
  }),
  recipients: z.strictObject({
    recipients: selection.describe('Who receives data: all, or some ids.'),
    caption,
  }),
  retention: z.strictObject({
    retention: selection.describe('How long data is kept: all, or some ids.'),
    caption,
  }),
  rights: z.strictObject({ rights: selection.describe('The rights people have: all, or some ids.') }),
  requests: z.strictObject({ requests: z.literal('all').describe('How requests are made and answered.') }),
  transfers: z.strictObject({
    transfers: selection.describe('Data going abroad: all, or some ids.'),
    caption,
  }),
  security: z.strictObject({ security: selection.describe('How data is protected: all, or some ids.') }),
  vendors: z.strictObject({
    vendors: text.describe('The vendors of one group, or all of them by group.'),
    caption,
  }),
  consent: z.strictObject({
    consent: z.literal('all').describe('How visitors give consent, and how they change their choice.'),
  }),
  signals: z.strictObject({ signals: z.literal('all').describe('What happens on browser signals.') }),
  ai: z.strictObject({ ai: z.literal('all').describe('How AI models are used.') }),
  automatedDecisions: z.strictObject({
    automatedDecisions: selection.describe('Decisions made by machines alone: all, or some ids.'),
  }),
  sale: z.strictObject({ sale: z.literal('all').describe('Whether data is sold or shared.') }),
  children: z.strictObject({ children: z.literal('all').describe('The age the service is meant for.') }),
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
export type CookieColumn = z.output<typeof cookieColumns>;
