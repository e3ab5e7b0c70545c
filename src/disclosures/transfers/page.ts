import { fact } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { showCountries, showEach } from '../../text/show.ts';

/** Which countries data goes to, and by which mechanism. */
export function transfersBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  return table(
    { of: 'transfers', caption: block.caption ?? words.captions.transfers },
    pick(context.policy.facts.transfers, block.ids),
    [
      {
        label: words.columns.country,
        cell: ({ country }, path) => country && fact(`${path}.country`, showCountries(country, context)),
      },
      { label: words.columns.details, cell: ({ text }, path) => text && inline(`${path}.text`, text) },
      {
        label: words.columns.recipient,
        cell: ({ vendors }, path) => vendors && fact(`${path}.vendors`, vendorNames(vendors, context)),
      },
      {
        label: words.columns.mechanism,
        cell: ({ mechanism }, path) =>
          mechanism && fact(`${path}.mechanism`, showEach(mechanism, words.mechanisms, context)),
      },
      { label: words.columns.copy, cell: ({ copy }, path) => copy && inline(`${path}.copy`, copy) },
    ],
    context,
  );
}
