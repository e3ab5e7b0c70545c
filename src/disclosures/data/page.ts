import type { DataCategory } from '../../../schemas/disclosures/data.ts';
import { fact, joined, label, type Shown } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { listMark, showList } from '../../text/show.ts';

/** The kinds of data of an audience, or all. */
export function dataBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const { audiences, data } = context.policy.facts;
  const audience = audiences?.[block.part];
  const caption = block.caption ?? (audience ? words.captions.dataOf(audience.label) : words.captions.data);
  return table(
    { of: 'data', caption },
    pick(data, block.ids),
    [
      { label: words.columns.data, cell: (entry, path) => label(`${path}.label`, entry.label) },
      {
        label: words.columns.audience,
        cell: (entry, path) =>
          audience ? undefined : fact(`${path}.audience`, audiences?.[entry.audience ?? '']?.label),
      },
      {
        label: words.columns.examples,
        cell: ({ examples = [] }, path) =>
          joined(
            examples.map((example, index) => inline(`${path}.examples.${index}`, example)),
            listMark(examples, context),
          ),
      },
      {
        label: words.columns.description,
        cell: ({ description, special }, path) =>
          joined(
            [
              special ? fact(`${path}.special`, words.special) : undefined,
              description && inline(`${path}.description`, description),
            ],
            ' ',
          ),
      },
      { label: words.columns.source, cell: (entry, path) => sourceOf(entry, path, context) },
      {
        label: words.columns.provision,
        cell: ({ provision }, path) => provision && inline(`${path}.provision`, provision),
      },
      {
        label: words.columns.ccpa,
        cell: ({ ccpa }, path) =>
          ccpa &&
          fact(
            `${path}.ccpa`,
            showList(
              ccpa.map((category) => words.ccpa[category]),
              context,
            ),
          ),
      },
    ],
    context,
  );
}

function sourceOf({ source, from }: DataCategory, path: string, { words, inline }: PageContext): Shown {
  const kind = source && fact(`${path}.source`, words.sources[source]);
  return joined([kind, from && inline(`${path}.from`, from)], ': ');
}
