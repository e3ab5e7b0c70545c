import { z } from 'zod';
import { disclosureBlocks } from './disclosures/fields-and-blocks.ts';
import { caption } from './selection.ts';
import { textBlocks } from './text-block.ts';
import { id, prose, text } from './values.ts';
import { vendorGroup, vendorRole } from './vendor.ts';

// A block is a map whose first key names it. `all` takes the whole inventory; an id or a list of ids takes a part.

// The order of the handbook: callouts first, then cookies, and what is of one piece last.
const { note, important, warning, tip, ...texts } = textBlocks;
const { cookies, categories, consent, signals, ai, automatedDecisions, sale, children, ...lists } =
  disclosureBlocks;

/** The blocks of `content`, by the key that names them. */
export const blocks = {
  note,
  important,
  warning,
  tip,
  cookies,
  categories,
  ...lists,
  vendors: z.strictObject({
    vendors: z
      .union([text, z.array(id).min(1), z.strictObject({ group: vendorGroup, role: vendorRole })])
      .describe(
        'The vendors of one group, all of them by group, some by their ids, or those that a map says, like `{role: processor}`.',
      ),
    caption,
  }),
  consent,
  signals,
  ai,
  automatedDecisions,
  sale,
  children,
  ...texts,
};

export type BlockName = keyof typeof blocks;

const [first, ...others] = Object.values(blocks);

/** One piece of a section's content: Markdown, or a block. */
export const contentItem = z.union([prose, z.union([first as typeof note, ...others])]);

export type Block = z.output<(typeof blocks)[BlockName]>;
