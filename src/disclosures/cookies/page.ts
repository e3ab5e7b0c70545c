import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { fact, type Shown } from '../../page/cell.ts';
import { type Reader, showPeriod } from '../../text/show.ts';

/** How long a cookie stays; nothing where no field says it. What is no cookie has a session of another kind. */
export function shownLifetime({ expires, type }: Cookie, path: string, context: Reader): Shown {
  return expires === undefined ? undefined : fact(`${path}.expires`, showLifetime(expires, type, context));
}

/** A lifetime in words, by the type of what has it. */
export function showLifetime(lifetime: string, type: Cookie['type'] | undefined, reader: Reader): string {
  const { words } = reader;
  const other = type === 'session-storage' ? words.sessions.tab : words.sessions.other;
  const session = type === 'cookie' ? words.lifetimes.session : other;
  return showPeriod(lifetime, { ...reader, words: { ...words, lifetimes: { ...words.lifetimes, session } } });
}

/** Who sets a cookie. */
export function providersOf({ provider, providers }: Cookie): readonly string[] {
  return providers ?? (provider === undefined ? [] : [provider]);
}

/** Where a cookie lives. */
export function domainsOf({ domain, domains }: Cookie): readonly string[] {
  return domains ?? (domain === undefined ? [] : [domain]);
}
