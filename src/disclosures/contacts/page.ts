import type { Contact } from '../../../schemas/product.ts';
import { text } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { entries } from '../../page/terms.ts';
import { escapeHtml, link } from '../../text/html.ts';

/** A contact with all ways to reach it. */
export function contactBlock(id: string, context: PageContext): PageBlock {
  const { words, policy } = context;
  const contact = policy.facts.contacts[id];
  if (!contact) return { type: 'html', html: '' };
  const { label, name, email, phone, url, address } = contact;
  return {
    type: 'contact',
    title: label,
    ...(name && { name }),
    entries: entries([
      [words.contact.email, email && link(`mailto:${email}`, email)],
      [words.contact.phone, phone && phoneLink(phone)],
      [words.contact.url, url && link(url, url)],
      [words.contact.address, text(address)],
    ]),
  };
}

/** The ways to reach a contact, on one line; its label where there is none. */
export function contactLine(contact: Contact | undefined): string {
  if (!contact) return '';
  const { label, email, url, phone } = contact;
  const ways = [
    email && link(`mailto:${email}`, email),
    url && link(url, url),
    phone && phoneLink(phone),
  ].filter(Boolean);
  return ways.length > 0 ? ways.join(', ') : escapeHtml(label);
}

function phoneLink(phone: string): string {
  return link(`tel:${phone.replaceAll(/[^+0-9]/g, '')}`, phone);
}
