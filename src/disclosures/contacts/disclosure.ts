import type { Contact } from '../../../schemas/product.ts';
import { namedEntries } from '../../compare/changes/disclosure-change.ts';
import { called, code, named, oneOrMany, plain, quoted, value } from '../../compare/changes/field-change.ts';
import { fact } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import type { Disclosure } from '../disclosure.ts';
import { type ShownFields, termsOf } from '../shown-fields.ts';
import { emailLink, phoneLinks } from './page.ts';

const changed = value('contact-changed', plain);

const fields: ShownFields<Contact> = {
  label: named('contact-changed'),
  name: called('answers', changed),
  email: { change: changed, label: ({ contact }) => contact.email, cell: emailLink },
  phone: {
    change: oneOrMany('contact-changed', plain),
    label: ({ contact }) => contact.phone,
    cell: phoneLinks,
  },
  url: {
    change: value('contact-changed', code),
    label: ({ contact }) => contact.url,
    cell: (url, path) => fact(path, url, url),
  },
  address: {
    change: changed,
    label: ({ contact }) => contact.address,
    cell: (address, path) => fact(path, address),
  },
};

/** A contact with all ways to reach it. */
export function contactBlock(id: string, context: PageContext): PageBlock {
  const contact = context.policy.facts.contacts[id];
  if (!contact) return { type: 'text', text: [] };
  const { label, name } = contact;
  return {
    type: 'contact',
    title: label,
    ...(name && { name }),
    entries: termsOf(fields, contact, { path: `contacts.${id}`, context }),
  };
}

export const contacts: Disclosure<'contacts'> = {
  name: 'contacts',
  home: 'product',
  form: 'inventory',
  resolve: (written) => written ?? {},
  changes: namedEntries({
    added: 'contact-added',
    removed: 'contact-removed',
    name: ({ label }) => quoted(label),
    fields,
  }),
};
