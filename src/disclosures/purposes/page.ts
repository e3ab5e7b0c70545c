import { fact, joined, label } from '../../page/cell.ts';
import { dataLabels } from '../../page/data-label.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { showEach } from '../../text/show.ts';

/** What data is used for, and on which legal basis. */
export function purposesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const { audiences, purposes } = context.policy.facts;
  return table(
    { of: 'purposes', caption: block.caption ?? words.captions.purposes },
    pick(purposes, block.ids),
    [
      { label: words.columns.label, cell: (entry, path) => label(`${path}.label`, entry.label) },
      { label: words.columns.text, cell: ({ text }, path) => inline(`${path}.text`, text) },
      {
        label: words.columns.audience,
        cell: ({ audience }, path) => audience && fact(`${path}.audience`, audiences?.[audience]?.label),
      },
      {
        label: words.columns.usedData,
        cell: ({ data }, path) => data && fact(`${path}.data`, dataLabels(data, context)),
      },
      {
        label: words.columns.basis,
        cell: ({ basis, interest }, path) =>
          basis &&
          joined(
            [
              fact(`${path}.basis`, showEach(basis, words.bases, context)),
              interest && inline(`${path}.interest`, interest),
            ],
            ': ',
          ),
      },
      { label: words.columns.choice, cell: ({ choice }, path) => choice && inline(`${path}.choice`, choice) },
      {
        label: words.columns.condition,
        cell: ({ condition }, path) => condition && fact(`${path}.condition`, words.conditions[condition]),
      },
    ],
    context,
  );
}
