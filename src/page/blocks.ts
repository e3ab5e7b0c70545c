import { disclosures } from '../disclosures/all.ts';
import { contactBlock } from '../disclosures/contacts/page.ts';
import type { ResolvedBlock } from '../resolve/policy-model.ts';
import { escapeHtml } from '../text/html.ts';
import type { PageBlock, PageContext } from './page-model.ts';

/** Makes a block of a page from a resolved block and the facts it shows. */
export function toPageBlock(block: ResolvedBlock, context: PageContext): PageBlock {
  const { words } = context;
  switch (block.type) {
    case 'prose':
      return { type: 'html', html: context.block(block.text) };
    case 'callout': {
      const title = block.title ?? words.callouts[block.tone];
      return { type: 'callout', tone: block.tone, title, html: context.block(block.text) };
    }
    case 'none':
      return { type: 'html', html: `<p>${escapeHtml(disclosures[block.of].none(words))}</p>` };
    case 'definitions':
      return {
        type: 'definitions',
        items: block.items.map(({ term, text }) => ({ term, html: context.block(text) })),
      };
    case 'cards':
      return {
        type: 'cards',
        items: block.items.map(({ title, text }) => ({ title, html: context.block(text) })),
      };
    case 'steps':
      return {
        type: 'steps',
        items: block.items.map(({ label, steps }) => ({ title: label, steps: steps.map(context.inline) })),
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
