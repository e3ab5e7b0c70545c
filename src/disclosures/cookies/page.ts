import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { fact, type Shown } from '../../page/cell.ts';
import { type Reader, showPeriod } from '../../text/show.ts';

/** How long a cookie stays; nothing where no field says it. What is no cookie has a session of another kind. */
export function shownLifetime({ expires, type }: Cookie, path: string, context: Reader): Shown {
  const { words } = context;
  if (expires === undefined) return undefined;
  const other = type === 'session-storage' ? words.sessions.tab : words.sessions.other;
  const session = type === 'cookie' ? words.lifetimes.session : other;
  const reader = { ...context, words: { ...words, lifetimes: { ...words.lifetimes, session } } };
  return fact(`${path}.expires`, showPeriod(expires, reader));
}

/** Who sets a cookie. */
export function providersOf({ provider, providers }: Cookie): readonly string[] {
  return providers ?? (provider === undefined ? [] : [provider]);
}
