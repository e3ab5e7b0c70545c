import { text } from '../../page/cell.ts';
import { dataLabels } from '../../page/data-label.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { escapeHtml } from '../../text/html.ts';

/** What data is used for, and on which legal basis. */
export function purposesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const { audiences, purposes } = context.policy.facts;
  return table(
    { of: 'purposes', caption: block.caption ?? words.captions.purposes },
    pick(purposes, block.ids),
    [
      { label: words.columns.label, cell: ({ label }) => text(label) },
      { label: words.columns.text, cell: (purpose) => inline(purpose.text) },
      {
        label: words.columns.audience,
        cell: ({ audience }) => audience && text(audiences?.[audience]?.label),
      },
      {
        label: words.columns.usedData,
        cell: ({ data }) => data && text(dataLabels(data, context)),
      },
      {
        label: words.columns.basis,
        cell: ({ basis, interest }) =>
          basis && `${escapeHtml(words.bases[basis])}${interest ? `: ${inline(interest)}` : ''}`,
      },
      {
        label: words.columns.condition,
        cell: ({ condition }) => condition && text(words.conditions[condition]),
      },
    ],
    context,
  );
}
