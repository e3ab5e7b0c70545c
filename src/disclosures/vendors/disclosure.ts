import { area } from '../../../schemas/values.ts';
import type { Vendor } from '../../../schemas/vendor.ts';
import { namedEntries } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { country, fieldValue } from '../../compare/changes/fact-words.ts';
import {
  byPresence,
  code,
  date,
  items,
  plain,
  quoted,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { showCountry } from '../../text/show.ts';
import type { Disclosure } from '../disclosure.ts';
import { vendorsBlock } from './page.ts';

// What a change of a vendor comes to.
const entry: Entry<Vendor> = {
  added: 'vendor-added',
  removed: 'vendor-removed',
  name: ({ name }) => plain(name),
  details: ({ does, country: code }, { reader }) =>
    [code && showCountry(code, reader), does && quoted(does)].filter(Boolean).join(', ') || undefined,
  fields: {
    name: value('vendor-changed', plain),
    legal: value('vendor-changed', plain),
    country: value('vendor-country-changed', country),
    places: items('vendor-changed', (place, side) => (isCode(place) ? country(place, side) : quoted(place))),
    addresses: items('vendor-changed'),
    takes: texts('vendor-changed'),
    added: value('vendor-changed', date),
    objectUntil: value('vendor-changed', date),
    does: texts('vendor-changed'),
    group: value('vendor-changed', quoted),
    role: value('vendor-role-changed', fieldValue),
    policy: value('vendor-changed', code),
    optOut: value(
      byPresence({
        added: 'vendor-opt-out-added',
        removed: 'vendor-opt-out-removed',
        changed: 'vendor-changed',
      }),
      code,
    ),
    domains: items('vendor-changed'),
  },
};

function isCode(place: string): boolean {
  return area.safeParse(place).success;
}

export const vendors: Disclosure<'vendors'> = {
  name: 'vendors',
  home: 'product',
  form: 'inventory',
  part: { key: 'group' },
  title: ({ fields }) => fields.vendors,
  // mergeVendors has given every vendor its name.
  resolve: (written) => (written ?? {}) as Record<string, Vendor>,
  entries: vendorsBlock,
  changes: namedEntries(entry),
};
