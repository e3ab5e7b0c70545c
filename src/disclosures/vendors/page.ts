import type { Vendor } from '../../../schemas/vendor.ts';
import { text } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { link } from '../../text/html.ts';
import { showCountry } from '../../text/show.ts';
import type { Words } from '../../words/words.ts';

/** The vendors of a group, or all. */
export function vendorsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  const caption = block.caption ?? (block.part === 'all' ? words.captions.vendors : block.part);
  const vendors = pick(context.policy.facts.vendors, block.ids);
  const grouped = block.part === 'all' && vendors.some(([, { group }]) => group);
  return table<Vendor>(
    { of: 'vendors', caption },
    vendors,
    [
      { label: words.columns.vendor, cell: ({ name }) => text(name) },
      { label: words.columns.group, cell: ({ group }) => (grouped ? text(group) : undefined) },
      { label: words.columns.does, cell: ({ does }) => does && inline(does) },
      { label: words.columns.role, cell: ({ role }) => role && text(words.vendorRoles[role]) },
      { label: words.columns.country, cell: ({ country }) => country && text(showCountry(country, context)) },
      { label: words.columns.links, cell: (vendor) => vendorLinks(vendor, words) },
    ],
    context,
  );
}

function vendorLinks({ policy, optOut }: Vendor, words: Words): string | undefined {
  const links = [
    policy && link(policy, words.columns.vendorPolicy),
    optOut && link(optOut, words.columns.optOut),
  ].filter(Boolean);
  return links.length > 0 ? links.join(', ') : undefined;
}
