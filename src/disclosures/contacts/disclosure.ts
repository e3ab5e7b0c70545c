import type { Contact } from '../../../schemas/product.ts';
import { namedEntries } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { code, oneOrMany, plain, quoted, value } from '../../compare/changes/field-change.ts';
import type { Disclosure } from '../disclosure.ts';

// What a change of a contact comes to.
const entry: Entry<Contact> = {
  added: 'contact-added',
  removed: 'contact-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('contact-changed', quoted),
    name: value('contact-changed', plain),
    email: value('contact-changed', plain),
    phone: oneOrMany('contact-changed', plain),
    url: value('contact-changed', code),
    address: value('contact-changed', plain),
  },
};

export const contacts: Disclosure<'contacts'> = {
  name: 'contacts',
  home: 'product',
  form: 'inventory',
  resolve: (written) => written ?? {},
  changes: namedEntries(entry),
};
