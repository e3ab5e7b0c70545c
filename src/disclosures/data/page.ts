import type { DataCategory } from '../../../schemas/disclosures/data.ts';
import { text } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { escapeHtml } from '../../text/html.ts';
import { showList } from '../../text/show.ts';

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
      { label: words.columns.data, cell: ({ label }) => text(label) },
      {
        label: words.columns.audience,
        cell: (entry) => (audience ? undefined : text(audiences?.[entry.audience ?? '']?.label)),
      },
      { label: words.columns.examples, cell: ({ examples }) => examples?.map(inline).join(', ') },
      {
        label: words.columns.description,
        cell: ({ description, special }) =>
          [special && escapeHtml(words.special), description && inline(description)]
            .filter(Boolean)
            .join(' ') || undefined,
      },
      { label: words.columns.source, cell: (entry) => sourceOf(entry, context) },
      { label: words.columns.provision, cell: ({ provision }) => provision && inline(provision) },
      {
        label: words.columns.ccpa,
        cell: ({ ccpa }) =>
          ccpa &&
          text(
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

function sourceOf({ source, from }: DataCategory, { words, inline }: PageContext): string | undefined {
  const shown = [source && escapeHtml(words.sources[source]), from && inline(from)].filter(Boolean);
  return shown.length > 0 ? shown.join(': ') : undefined;
}
