import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import { fact, label, type Shown, words as say, yesOrNo } from '../../page/cell.ts';
import { dataLabels } from '../../page/data-label.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';

/** Who is given data, and why. */
export function recipientsBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words, inline } = context;
  return table(
    { of: 'recipients', caption: block.caption ?? words.captions.recipients },
    pick(context.policy.facts.recipients, block.ids),
    [
      { label: words.columns.recipient, cell: (recipient, path) => recipientName(recipient, path, context) },
      {
        label: words.columns.details,
        cell: (recipient, path) =>
          recipientHead(recipient, path, context)
            ? recipient.text && inline(`${path}.text`, recipient.text)
            : undefined,
      },
      { label: words.columns.why, cell: ({ why }, path) => why && inline(`${path}.why`, why) },
      {
        label: words.columns.receivedData,
        cell: ({ data }, path) => data && fact(`${path}.data`, dataLabels(data, context)),
      },
      {
        label: words.columns.sold,
        cell: ({ sold }, path) => yesOrNo(`${path}.sold`, sold, words.yes, words.no),
      },
    ],
    context,
  );
}

function recipientName(recipient: Recipient, path: string, context: PageContext): Shown {
  const { text } = recipient;
  return recipientHead(recipient, path, context) ?? (text && context.inline(`${path}.text`, text));
}

function recipientHead(recipient: Recipient, path: string, context: PageContext): Piece | undefined {
  const name = label(`${path}.label`, recipient.label);
  const names = recipient.vendors && fact(`${path}.vendors`, vendorNames(recipient.vendors, context));
  return name && names ? [...name, ...say(' ('), ...names, ...say(')')] : (name ?? names);
}
