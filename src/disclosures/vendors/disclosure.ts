import type { Vendor } from '../../../schemas/vendor.ts';
import { namedEntries } from '../../compare/changes/disclosure-change.ts';
import type { Disclosure } from '../disclosure.ts';
import { vendors as entry } from './change.ts';
import { vendorsBlock } from './page.ts';

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
