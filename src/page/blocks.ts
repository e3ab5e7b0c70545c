import { aiBlock } from '../disclosures/ai/page.ts';
import { audiencesBlock } from '../disclosures/audiences/page.ts';
import { automatedDecisionsBlock } from '../disclosures/automated-decisions/page.ts';
import { categoriesBlock } from '../disclosures/categories/page.ts';
import { childrenBlock } from '../disclosures/children/page.ts';
import { consentBlock } from '../disclosures/consent/page.ts';
import { contactBlock } from '../disclosures/contacts/page.ts';
import { cookiesBlock } from '../disclosures/cookies/page.ts';
import { dataBlock } from '../disclosures/data/page.ts';
import { purposesBlock } from '../disclosures/purposes/page.ts';
import { recipientsBlock } from '../disclosures/recipients/page.ts';
import { requestsBlock } from '../disclosures/requests/page.ts';
import { retentionBlock } from '../disclosures/retention/page.ts';
import { rightsBlock } from '../disclosures/rights/page.ts';
import { saleBlock } from '../disclosures/sale/page.ts';
import { securityBlock } from '../disclosures/security/page.ts';
import { signalsBlock } from '../disclosures/signals/page.ts';
import { transfersBlock } from '../disclosures/transfers/page.ts';
import { vendorsBlock } from '../disclosures/vendors/page.ts';
import type { FactName, InventoryBlock, InventoryName, ResolvedBlock } from '../resolve/policy-model.ts';
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
