import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import type { Draft } from '../../compare/changes/change.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { labelIn, vendor, yesNo } from '../../compare/changes/fact-words.ts';
import {
  type Delta,
  list,
  plain,
  quoted,
  statedList,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { vendorName } from '../../page/vendor-name.ts';
import { showList } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { recipientsBlock } from './page.ts';

// To whom data is sold now, or not any more, matters; that it is stated whether it is does not say what was.
function weightOfSale({ before, after }: Delta<boolean>): Pick<Draft, 'level' | 'direction'> {
  if (after === true || (before === false && after === undefined))
    return { level: 'material', direction: 'more' };
  return before === true && after === false ? { direction: 'less' } : {};
}

// What a change of a recipient comes to.
const entry: Entry<Recipient> = {
  added: 'recipient-category-added',
  removed: 'recipient-category-removed',
  name: ({ label, vendors, text }, policy, { reader }, id) => {
    if (label) return quoted(label);
    if (vendors)
      return showList(
        vendors.map((vendor) => plain(vendorName(vendor, policy))),
        reader,
      );
    return quoted(text ?? id);
  },
  fields: {
    sold: (field) =>
      value<boolean>(
        'recipient-changed',
        yesNo,
      )(field).map((draft) => ({ ...draft, ...weightOfSale(field) })),
    label: value('recipient-changed', quoted),
    vendors: list({ added: 'recipient-vendor-added', removed: 'recipient-vendor-removed' }, vendor),
    text: texts('recipient-changed'),
    why: texts('recipient-changed'),
    data: statedList(
      { added: 'recipient-data-widened', removed: 'recipient-data-narrowed', changed: 'recipient-changed' },
      labelIn('data'),
    ),
  },
};

export const recipients: Disclosure<'recipients'> = {
  name: 'recipients',
  home: 'policy',
  form: 'inventory',
  title: ({ disclosures }) => disclosures.recipients,
  none: ({ none }) => none.recipients,
  entries: recipientsBlock,
  changes: inventory(entry),
};
