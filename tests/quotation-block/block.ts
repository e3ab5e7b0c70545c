import type { AnyTextBlock } from '../../src/blocks/block.ts';
import type { TextBlock } from '../../src/resolve/policy-model.ts';
import { escapeMarkdown } from '../../src/text/prose.ts';
import type { Quotation } from './schema.ts';

// The types know what the real lists have.
const toBlock = (held: Quotation) => held as unknown as TextBlock;
const toQuotation = (block: TextBlock) => block as unknown as Quotation;

export const quotation: AnyTextBlock = {
  type: 'quotation' as TextBlock['type'],
  resolve: (written) => ({ block: toBlock({ type: 'quotation', ...(written as Omit<Quotation, 'type'>) }) }),
  heldAt: (path) => path,
  page(block, path, { name, block: markdown }) {
    const { text, by } = toQuotation(block);
    return {
      type: 'cards',
      items: [{ title: name(`${path}.by`, by), text: markdown(`${path}.text`, text) }],
    };
  },
  prose(block) {
    const { text, by } = toQuotation(block);
    return [
      ['.by', escapeMarkdown(by)],
      ['.text', text],
    ];
  },
};
