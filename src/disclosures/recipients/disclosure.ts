import type { Recipient } from '../../../schemas/disclosures/recipients.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { labelIn, vendor } from '../../compare/changes/fact-words.ts';
import { list, plain, quoted, statedList, texts, value } from '../../compare/changes/field-change.ts';
import { vendorName } from '../../page/vendor-name.ts';
import { showList } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { recipientsBlock } from './page.ts';

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
