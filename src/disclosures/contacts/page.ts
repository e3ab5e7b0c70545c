import type { Contact } from '../../../schemas/product.ts';
import { fact, joined, label } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
import { entries } from '../../page/terms.ts';
import { listOf } from '../../text/one-or-many.ts';
import { phoneAddress } from '../../text/phone.ts';

/** A contact with all ways to reach it. */
export function contactBlock(id: string, { words, policy }: PageContext): PageBlock {
  const contact = policy.facts.contacts[id];
  if (!contact) return { type: 'text', text: [] };
  const { label, name, email, phone, url, address } = contact;
  return {
    type: 'contact',
    title: label,
    ...(name && { name }),
    entries: entries([
      [words.contact.email, email && emailLink(id, email)],
      [words.contact.phone, phoneLinks(id, phone)],
      [words.contact.url, url && fact(`contacts.${id}.url`, url, url)],
      [words.contact.address, fact(`contacts.${id}.address`, address)],
    ]),
  };
}

/** The ways to reach a contact, on one line; its label where there is none. */
export function contactLine(id: string, { policy }: PageContext): Piece {
  const contact = policy.facts.contacts[id];
  if (!contact) return [];
  const { email, url, phone } = contact;
  const ways = [
    email && emailLink(id, email),
    url && fact(`contacts.${id}.url`, url, url),
    phoneLinks(id, phone),
  ];
  return joined(ways, ', ') ?? label(`contacts.${id}.label`, contact.label) ?? [];
}

function emailLink(id: string, email: string): Piece | undefined {
  return fact(`contacts.${id}.email`, email, `mailto:${email}`);
}

function phoneLinks(id: string, phones: Contact['phone']): Piece | undefined {
  const links = listOf(phones).map((phone) => fact(`contacts.${id}.phone`, phone, phoneAddress(phone)));
  return joined(links, ', ');
}
