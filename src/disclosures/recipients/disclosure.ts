import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import { joiningVendor, labelIn, yesNo } from '../../compare/changes/fact-words.ts';
import {
  bindingText,
  type Changed,
  type Delta,
  list,
  named,
  quoted,
  statedList,
  value,
} from '../../compare/changes/field-change.ts';
import { label, type Shown, words as say, yesOrNo } from '../../page/cell.ts';
import type { PageContext } from '../../page/page-model.ts';
import { showList } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { dataCell, proseCell, vendorsCell } from '../field-cells.ts';
import { type ShownFields, type Together, tableOf } from '../shown-fields.ts';

// To whom data is sold now, or not any more, matters; that it is stated whether it is does not say what was.
function weightOfSale({ before, after }: Delta<boolean>): Pick<Draft, 'level' | 'direction'> {
  if (after === true || (before === false && after === undefined))
    return { level: 'material', direction: 'more' };
  return before === true && after === false ? { direction: 'less' } : {};
}

const fields: ShownFields<Recipient> = {
  sold: {
    change: (field) =>
      value<boolean>(
        'recipient-changed',
        yesNo,
      )(field).map((draft) => ({ ...draft, ...weightOfSale(field) })),
    cell: (sold, path, { words }) => yesOrNo(path, sold, words.yes, words.no),
  },
  label: named('recipient-changed'),
  vendors: (field) =>
    list(
      { added: 'recipient-vendor-added', removed: 'recipient-vendor-removed' },
      joiningVendor,
    )(field.entry?.before.label === undefined ? unnamed(field) : field),
  text: bindingText('recipient-changed'),
  why: { change: bindingText('recipient-changed'), cell: proseCell },
  data: {
    change: statedList(
      { added: 'recipient-data-widened', removed: 'recipient-data-narrowed', changed: 'recipient-changed' },
      labelIn('data'),
    ),
    label: ({ columns }) => columns.receivedData,
    cell: dataCell,
  },
};

// Who has no name is called by the companies, and these are what changes.
function unnamed(field: Changed<string[], Recipient>): Changed<string[], Recipient> {
  return { ...field, subject: { ...field.subject, name: '' } };
}

// Who has neither a name nor companies is called by the text, which says nothing more then.
const recipient: Together<Recipient> = {
  of: ['label', 'vendors'],
  label: ({ columns }) => columns.recipient,
  cell: (entry, path, context) => called(entry, path, context) ?? said(entry, path, context),
};

const details: Together<Recipient> = {
  of: ['text'],
  label: ({ columns }) => columns.details,
  cell: (entry, path, context) => called(entry, path, context) && said(entry, path, context),
};

function called({ label: name, vendors }: Recipient, path: string, context: PageContext): Shown {
  const [own, names] = [
    label(`${path}.label`, name),
    vendors && vendorsCell(vendors, `${path}.vendors`, context),
  ];
  return own && names ? [...own, ...say(' ('), ...names, ...say(')')] : (own ?? names);
}

function said({ text }: Recipient, path: string, context: PageContext): Shown {
  return text && proseCell(text, `${path}.text`, context);
}

export const recipients: Disclosure<'recipients'> = {
  name: 'recipients',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.recipients,
  none: ({ none }) => none.recipients,
  entries: tableOf('recipients', ({ recipients }) => recipients, {
    fields,
    arranged: [recipient, details, 'why', 'data', 'sold'],
  }),
  changes: inventory({
    added: 'recipient-category-added',
    removed: 'recipient-category-removed',
    name: ({ label, vendors, text, why }, policy, comparison) => {
      if (label) return quoted(label);
      if (vendors)
        return showList(
          vendors.map((vendor) => joiningVendor(vendor, { policy, comparison })),
          comparison.reader,
        );
      return text || why ? quoted(text ?? why ?? '') : undefined;
    },
    details: (entry, comparison) => {
      const { label, vendors, text, why, sold } = entry;
      const { reader, words, after } = comparison;
      const side = { policy: after, comparison };
      const names = label && vendors ? vendors.map((id) => joiningVendor(id, side)) : [];
      return [
        showList(names, reader),
        (label || vendors) && text && quoted(text),
        (label || vendors || text) && why && `${words.fields.why}: ${quoted(why)}`,
        sold !== undefined && `${words.fields.sold}: ${yesNo(sold, side)}`,
      ]
        .filter(Boolean)
        .join('; ');
    },
    fields,
  }),
};
