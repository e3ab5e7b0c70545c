import type { Contact } from '../../schemas/product.ts';
import { entriesOf } from './inventory.ts';
import type { Subject } from './rule.ts';

/** The contacts that readers of a policy see: those it shows or quotes, and those that take requests. */
export function shownContacts({ policy, product }: Subject): Contact[] {
  const { contacts, requests } = policy.facts;
  const all = new Map(entriesOf(product.written.contacts));
  const taking = (requests?.channels ?? []).flatMap((id) => all.get(id) ?? []);
  return [...Object.values(contacts), ...taking];
}

/** The ways to reach contacts, each once, in words. */
export function waysToReach(contacts: readonly Contact[]): string[] {
  const ways: [string, (contact: Contact) => unknown][] = [
    ['e-mail', ({ email }) => email],
    ['telephone', ({ phone }) => phone],
    ['a form or page', ({ url }) => url],
    ['post', ({ address }) => address],
  ];
  return ways.filter(([, of]) => contacts.some((contact) => of(contact))).map(([name]) => name);
}
