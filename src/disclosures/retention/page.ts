import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { text } from '../../page/cell.ts';
import { dataLabels } from '../../page/data-label.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { escapeHtml } from '../../text/html.ts';
import { showPeriod } from '../../text/show.ts';

/** How long data is kept. */
export function retentionBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  return table(
    { of: 'retention', caption: block.caption ?? words.captions.retention },
    pick(context.policy.facts.retention, block.ids),
    [
      {
        label: words.columns.kept,
        cell: (entry) => (entry.label ? `${escapeHtml(entry.label)}: ${inline(entry.of)}` : inline(entry.of)),
      },
      { label: words.columns.data, cell: ({ data }) => data && text(dataLabels(data, context)) },
      { label: words.columns.howLong, cell: (entry) => howLong(entry, context) },
      {
        label: words.columns.afterwards,
        cell: ({ then, except }) =>
          [then && inline(then), except && `${escapeHtml(words.exceptLabel)}: ${inline(except)}`]
            .filter(Boolean)
            .join('. ') || undefined,
      },
    ],
    context,
  );
}

function howLong(entry: Retention, context: PageContext): string | undefined {
  const period = entry.period && showPeriod(entry.period, context);
  const parts = [
    period && escapeHtml(entry.atMost ? context.words.upTo(period) : period),
    entry.from && context.inline(entry.from),
    entry.for && context.inline(entry.for),
    entry.criteria && context.inline(entry.criteria),
  ].filter(Boolean);
  return parts.length > 0 ? parts.join(' ') : undefined;
}
