import type { Retention } from '../../../schemas/disclosures/retention.ts';
import { readLength } from '../../../schemas/length.ts';
import { fact, joined, label, type Shown, words as say, sentences } from '../../page/cell.ts';
import { dataLabels } from '../../page/data-label.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
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
          sentences([then && inline(`${path}.then`, then), except && exception(except, path, context)]),
      },
    ],
    context,
  );
}

/** How long something is kept, with what limits that: "6 months after you close it (for questions that come late)". */
export function howLong(entry: Retention, path: string, { words, inline, ...reader }: PageContext): Shown {
  const { period, atMost, from, criteria } = entry;
  const shown = period && showPeriod(period, { words, ...reader });
  const length = shown && fact(`${path}.period`, atMost ? words.upTo(shown) : shown);
  const isRegional = period !== undefined && readLength(period).length > 1;
  const counted = joined([length, from && inline(`${path}.from`, from)], isRegional ? ', ' : ' ');
  const reason = entry.for && inline(`${path}.for`, entry.for);
  const kept = counted && reason ? [...counted, ...say(' ('), ...reason, ...say(')')] : (counted ?? reason);
  return sentences([kept, criteria && inline(`${path}.criteria`, criteria)], '; ');
}

/** What is kept longer than the rest. */
export function exception(except: string, path: string, { words, inline }: PageContext): Piece {
  return [...say(`${words.exceptLabel}: `), ...inline(`${path}.except`, except)];
}
