import { text } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { showCountry } from '../../text/show.ts';

/** Which countries data goes to, and by which mechanism. */
export function transfersBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  return table(
    { of: 'transfers', caption: block.caption ?? words.captions.transfers },
    pick(context.policy.facts.transfers, block.ids),
    [
      { label: words.columns.country, cell: ({ country }) => country && text(showCountry(country, context)) },
      { label: words.columns.details, cell: (transfer) => transfer.text && inline(transfer.text) },
      {
        label: words.columns.recipient,
        cell: ({ vendors }) => vendors && text(vendorNames(vendors, context)),
      },
      {
        label: words.columns.mechanism,
        cell: ({ mechanism }) => mechanism && text(words.mechanisms[mechanism]),
      },
      { label: words.columns.copy, cell: ({ copy }) => copy && inline(copy) },
    ],
    context,
  );
}
