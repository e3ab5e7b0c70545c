import type { Contact } from '../../../schemas/product.ts';
import { fact, joined, label } from '../../page/cell.ts';
import type { PageContext } from '../../page/page-model.ts';
import type { Piece } from '../../page/piece.ts';
import { listOf } from '../../text/one-or-many.ts';
import { phoneAddress } from '../../text/phone.ts';

/** The ways to reach a contact, on one line; its label where there is none. */
export function contactLine(id: string, { policy }: PageContext): Piece {
  const contact = policy.facts.contacts[id];
  if (!contact) return [];
  const { email, url, phone } = contact;
  const ways = [
    email && emailLink(email, `contacts.${id}.email`),
    url && fact(`contacts.${id}.url`, url, url),
    phone && phoneLinks(phone, `contacts.${id}.phone`),
  ];
  return joined(ways, ', ') ?? label(`contacts.${id}.label`, contact.label) ?? [];
}

/** An address that a mail can be begun to. */
export function emailLink(email: string, path: string): Piece | undefined {
  return fact(path, email, `mailto:${email}`);
}

/** Numbers that can be called. */
export function phoneLinks(phones: NonNullable<Contact['phone']>, path: string): Piece | undefined {
  return joined(
    listOf(phones).map((phone) => fact(path, phone, phoneAddress(phone))),
    ', ',
  );
}
