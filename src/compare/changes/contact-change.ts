import type { Contact } from '../../../schemas/product.ts';
import type { Facts } from '../../resolve/resolve.ts';
import type { Entry } from './entry-change.ts';
import { country } from './fact-words.ts';
import { code, type Fields, plain, quoted, value } from './field-change.ts';

/** What a change of the controller comes to. */
export const controllerFields: Fields<NonNullable<Facts['controller']>> = {
  name: value('controller-identity-changed', plain),
  registration: value('controller-identity-changed', plain),
  country: value('controller-identity-changed', country),
  address: value('controller-contact-changed', plain),
  email: value('controller-contact-changed', plain),
};

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
