import type { Recipient, Transfer } from '../../../schemas/inventory.ts';
import type { Vendor } from '../../../schemas/vendor.ts';
import { vendorName } from '../../page/vendor-name.ts';
import { showCountry, showList } from '../../text/show.ts';
import type { ChangeRule } from './change-rules.ts';
import type { Entry } from './entry-change.ts';
import { country, fieldValue, labelIn, vendor } from './fact-words.ts';
import { code, type Fields, items, list, plain, quoted, statedList, texts, value } from './field-change.ts';

/** What a change of a recipient comes to. */
export const recipients: Entry<Recipient> = {
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

/** What a change of a transfer to another country comes to. */
export const transfers: Entry<Transfer> = {
  added: 'transfer-added',
  removed: 'transfer-removed',
  name: ({ country, text }, _, { reader }, id) =>
    country ? showCountry(country, reader) : quoted(text ?? id),
  fields: {
    country: value('transfer-country-changed', country),
    vendors: list({ added: 'transfer-vendor-added', removed: 'transfer-vendor-removed' }, vendor),
    mechanism: value('transfer-safeguard-changed', (name, { comparison }) =>
      quoted(comparison.reader.words.mechanisms[name]),
    ),
    copy: texts('transfer-changed'),
    text: texts('transfer-changed'),
  },
};

/** What a change of a vendor comes to. */
export const vendors: Entry<Vendor> = {
  added: 'vendor-added',
  removed: 'vendor-removed',
  name: ({ name }) => plain(name),
  details: ({ does, country: code }, { reader }) =>
    [code && showCountry(code, reader), does && quoted(does)].filter(Boolean).join(', ') || undefined,
  fields: {
    name: value('vendor-changed', plain),
    country: value('vendor-country-changed', country),
    does: texts('vendor-changed'),
    group: value('vendor-changed', quoted),
    role: value('vendor-role-changed', fieldValue),
    policy: value('vendor-changed', code),
    optOut: flagged({ on: 'vendor-opt-out-added', off: 'vendor-opt-out-removed', changed: 'vendor-changed' }),
    domains: items('vendor-changed'),
  },
};

function flagged(rules: { on: ChangeRule; off: ChangeRule; changed: ChangeRule }): Fields<Vendor>['optOut'] {
  return (delta, subject, key, entry) => {
    const rule =
      delta.before === undefined ? rules.on : delta.after === undefined ? rules.off : rules.changed;
    return value(rule, code)(delta, subject, key, entry);
  };
}
