import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { fact, joined, label, type Shown, words as say } from '../../page/cell.ts';
import { dataLabels } from '../../page/data-label.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
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
        cell: (entry, path) =>
          joined([entry.label && label(`${path}.label`, entry.label), inline(`${path}.of`, entry.of)], ': '),
      },
      {
        label: words.columns.data,
        cell: ({ data }, path) => data && fact(`${path}.data`, dataLabels(data, context)),
      },
      { label: words.columns.howLong, cell: (entry, path) => howLong(entry, path, context) },
      {
        label: words.columns.afterwards,
        cell: ({ then, except }, path) =>
          joined(
            [
              then && inline(`${path}.then`, then),
              except && [...say(`${words.exceptLabel}: `), ...inline(`${path}.except`, except)],
            ],
            '. ',
          ),
      },
    ],
    context,
  );
}

function howLong(entry: Retention, path: string, context: PageContext): Shown {
  const period = entry.period && showPeriod(entry.period, context);
  const said = (['from', 'for', 'criteria'] as const).map((key) => {
    const text = entry[key];
    return text && context.inline(`${path}.${key}`, text);
  });
  const length = period && fact(`${path}.period`, entry.atMost ? context.words.upTo(period) : period);
  return joined([length, ...said], ' ');
}
