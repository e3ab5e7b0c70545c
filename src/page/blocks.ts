import type { FactName, InventoryName, ResolvedBlock } from '../resolve/sections.ts';
import { escapeHtml } from '../text/html.ts';
import { consentBlock } from './consent-block.ts';
import { contactBlock } from './contact-block.ts';
import { categoriesBlock, cookiesBlock } from './cookie-blocks.ts';
import { audiencesBlock, dataBlock, purposesBlock, retentionBlock } from './data-blocks.ts';
import type { PageBlock, PageContext } from './page.ts';
import {
  aiBlock,
  automatedDecisionsBlock,
  childrenBlock,
  saleBlock,
  securityBlock,
} from './practice-blocks.ts';
import { recipientsBlock, transfersBlock, vendorsBlock } from './recipient-blocks.ts';
import { requestsBlock, rightsBlock, signalsBlock } from './right-blocks.ts';
import type { InventoryBlock } from './selection.ts';

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
      return { type: 'html', html: `<p>${escapeHtml(words.none[block.of])}</p>` };
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
      return factBlocks[block.of](context);
    case 'inventory':
      return inventoryBlocks[block.of](block, context);
  }
}

const inventoryBlocks: Record<InventoryName, (block: InventoryBlock, context: PageContext) => PageBlock> = {
  cookies: cookiesBlock,
  categories: categoriesBlock,
  audiences: audiencesBlock,
  data: dataBlock,
  purposes: purposesBlock,
  recipients: recipientsBlock,
  retention: retentionBlock,
  rights: rightsBlock,
  transfers: transfersBlock,
  security: securityBlock,
  vendors: vendorsBlock,
  automatedDecisions: automatedDecisionsBlock,
};

const factBlocks: Record<FactName, (context: PageContext) => PageBlock> = {
  consent: consentBlock,
  signals: signalsBlock,
  requests: requestsBlock,
  ai: aiBlock,
  sale: saleBlock,
  children: childrenBlock,
};
