import type { Recipient } from '../../schemas/inventory.ts';
import type { Vendor } from '../../schemas/vendor.ts';
import { escapeHtml, link } from '../text/html.ts';
import { showCountry } from '../text/show.ts';
import type { Words } from '../words/words.ts';
import { text } from './cell.ts';
import { dataLabels } from './data-label.ts';
import type { PageBlock, PageContext } from './page.ts';
import { type InventoryBlock, pick } from './selection.ts';
import { table } from './table.ts';
import { vendorNames } from './vendor-name.ts';

/** Who is given data, and why. */
export function recipientsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  return table(
    { of: 'recipients', caption: block.caption ?? words.captions.recipients },
    pick(context.policy.facts.recipients, block.ids),
    [
      { label: words.columns.recipient, cell: (recipient) => recipientName(recipient, context) },
      {
        label: words.columns.details,
        cell: (recipient) =>
          recipientHead(recipient, context) ? recipient.text && inline(recipient.text) : undefined,
      },
      { label: words.columns.why, cell: ({ why }) => why && inline(why) },
      { label: words.columns.receivedData, cell: ({ data }) => data && text(dataLabels(data, context)) },
    ],
    context,
  );
}

function recipientName(recipient: Recipient, context: PageContext): string | undefined {
  return recipientHead(recipient, context) ?? (recipient.text && context.inline(recipient.text));
}

function recipientHead({ label, vendors }: Recipient, context: PageContext): string | undefined {
  const names = vendors && vendorNames(vendors, context);
  if (label && names) return `${escapeHtml(label)} (${escapeHtml(names)})`;
  return text(label ?? names);
}

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
