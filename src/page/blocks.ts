import { disclosures } from '../disclosures/all.ts';
import { contactBlock } from '../disclosures/contacts/page.ts';
import type { ResolvedBlock } from '../resolve/policy-model.ts';
import { paragraph } from './cell.ts';
import type { PageBlock, PageContext } from './page-model.ts';

/** Makes a block of a page from a resolved block, by its path in the policy, and the facts it shows. */
export function toPageBlock(block: ResolvedBlock, path: string, context: PageContext): PageBlock {
  const { words } = context;
  switch (block.type) {
    case 'prose':
      return { type: 'text', text: context.block(path, block.text) };
    case 'callout':
      return {
        type: 'callout',
        tone: block.tone,
        title:
          block.title === undefined
            ? { sort: 'words', text: words.callouts[block.tone] }
            : context.name(`${path}.title`, block.title),
        text: context.block(`${path}.text`, block.text),
      };
    case 'none':
      return { type: 'text', text: paragraph(disclosures[block.of].none(words)) };
    case 'definitions':
      return {
        type: 'definitions',
        items: block.items.map(({ term, text }) => ({
          term,
          text: context.block(`${path}.definitions.${term}`, text),
        })),
      };
    case 'cards':
      return {
        type: 'cards',
        items: block.items.map(({ title, text }, index) => ({
          title: context.name(`${path}.items.${index}.title`, title),
          text: context.block(`${path}.items.${index}.text`, text),
        })),
      };
    case 'steps':
      return {
        type: 'steps',
        items: block.items.map(({ label, steps }, index) => ({
          title: context.name(`${path}.items.${index}.label`, label),
          steps: steps.map((step, at) => context.inline(`${path}.items.${index}.steps.${at}`, step)),
        })),
      };
    case 'contact':
      return contactBlock(block.id, context);
    case 'policy':
      return block;
    case 'history':
      return { type: 'versions', count: block.count };
    case 'fact':
      return disclosures[block.of].whole(context);
    case 'inventory':
      return disclosures[block.of].entries(block, context);
  }
}
