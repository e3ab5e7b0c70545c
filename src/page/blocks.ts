import { textBlockOf } from '../blocks/by-type.ts';
import { disclosures } from '../disclosures/all.ts';
import type { ResolvedBlock } from '../resolve/policy-model.ts';
import { paragraph } from './cell.ts';
import type { PageBlock, PageContext } from './page-model.ts';

/** Makes a block of a page from a resolved block, by its path in the policy, and the facts it shows. */
export function toPageBlock(block: ResolvedBlock, path: string, context: PageContext): PageBlock {
  switch (block.type) {
    case 'prose':
      return { type: 'text', text: context.block(path, block.text) };
    case 'none':
      return { type: 'text', text: paragraph(disclosures[block.of].none(context.words)) };
    case 'fact':
      return disclosures[block.of].whole(context);
    case 'inventory':
      return disclosures[block.of].entries(block, context);
    default:
      return textBlockOf(block).page(block, path, context);
  }
}
