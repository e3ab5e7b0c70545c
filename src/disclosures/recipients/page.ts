import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import { text } from '../../page/cell.ts';
import { dataLabels } from '../../page/data-label.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { escapeHtml } from '../../text/html.ts';

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
