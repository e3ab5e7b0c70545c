import type { Contact } from '../../../schemas/product.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { code, plain, quoted, value } from '../../compare/changes/field-change.ts';

/** What a change of a contact comes to. */
export const contacts: Entry<Contact> = {
  added: 'contact-added',
  removed: 'contact-removed',
  name: ({ label }) => quoted(label),
  fields: {
    label: value('contact-changed', quoted),
    name: value('contact-changed', plain),
    email: value('contact-changed', plain),
    phone: value('contact-changed', plain),
    url: value('contact-changed', code),
    address: value('contact-changed', plain),
  },
};
