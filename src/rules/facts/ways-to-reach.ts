import type { Contact } from '../../../schemas/product.ts';
import { quotedPaths } from '../../resolve/quotation.ts';
import type { Subject } from '../rule.ts';
import { entriesOf } from './entries.ts';

/** The contacts that readers of a policy see: those it shows or quotes, and those that take requests. */
export function shownContacts(subject: Subject): Contact[] {
  return [...Object.values(subject.policy.facts.contacts), ...requestContacts(subject)];
}

/** The contacts that take requests. */
export function requestContacts({ policy, product }: Subject): Contact[] {
  const all = new Map(entriesOf(product.written.contacts));
  return (policy.facts.requests?.channels ?? []).flatMap((id) => all.get(id) ?? []);
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

/** Whether a policy shows a way to reach somebody, by a contact or in its own words. */
export function showsWayToReach(subject: Subject): boolean {
  return (
    waysToReach(shownContacts(subject)).length > 0 || subject.texts.some(({ text }) => isReachable(text))
  );
}

/** A postal address or a number to ring, as it is written in the countries we know: no name of a month, no year, no amount. */
export const addressOrNumber = new RegExp(
  [
    String.raw`\bP\.? ?O\.? Box \d|\b[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2}\b|\p{Lu}\p{L}+,? [A-Z]{2},? \d{5}\b`,
    String.raw`\b\d{1,4}( ?(bis|ter|[a-z]))?,?\s[\p{L}'’. -]{3,50},?\s+\d{5}\s\p{Lu}\p{L}`,
    String.raw`\p{L}+(stra(ß|ss)e|str\.|weg|platz|gasse|allee|straat|laan|plein|gade|vej|gatan|vägen) \d{1,4}`,
    String.raw`\+\d[\d ()-]{6,}\d|\(\d{3}\) ?\d{3}[- .]\d{4}|\b\d{3}[-.]\d{3}[-.]\d{4}\b`,
  ].join('|'),
  'u',
);

// An address of e-mail, also one that a host hides from programs, a number to ring, a link whose words or address say that it
// leads to somebody, a postal address, or the company's own address.
const reachable = [
  /\]\((mailto|tel):|[^\s{]@[^\s}]+\.[^\s}]|[\w.] ?(@|\[at\]|\(at\)) ?[\w-]+\.[a-z]{2,}\b|\[email.protected\\?\]/i,
  /\[[^\]]*\b(contact|form|write|ask|support|help ?desk)\b[^\]]*\]\(|https?:[^\s)>]*\b(contact|help|support|docs\.google\.com\/forms)/i,
  /\b\d{1,5},? (?:[A-Z][\w.'’-]* ){1,4}(?:Street|St|Avenue|Ave|Road|Rd|Lane|Ln|Boulevard|Blvd|Drive|Dr|Way|Square|Parkway|Place)\b/,
  addressOrNumber,
];

function isReachable(text: string): boolean {
  return (
    reachable.some((pattern) => pattern.test(text)) ||
    quotedPaths(text).some((path) => /^controller\.(email|address)$/.test(path))
  );
}
