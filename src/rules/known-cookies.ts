import { patternOf as nameOf } from '../../schemas/cookie-name.ts';
import { isLifetimeWord } from '../../schemas/length.ts';
import { escapePattern } from '../text/escape-pattern.ts';
import list from './known-cookies.json' with { type: 'json' };

/**
 * What is publicly known of cookies and local storage that many sites have: who makes them, what for and for how long,
 * as far as that is certain. A name may have * where a part of it varies.
 */
export type KnownCookie = {
  company: string;
  name: string;
  kind: 'necessary' | 'preferences' | 'analytics' | 'marketing' | 'security';
  /** Completes "set … to". */
  to: string;
  /** Left out where it depends on settings, or is not certain. */
  expires?: string;
};

// A row of the list: its name, kind, what it is for, and its lifetime. A test holds every row to the type.
type KnownRow = [name: string, kind: KnownCookie['kind'], to: string, expires?: string];

/** Every known cookie with the company or the software it comes from. */
export const knownCookies: readonly KnownCookie[] = Object.entries(list.cookies).flatMap(([company, rows]) =>
  (rows as KnownRow[]).map(([name, kind, to, expires]) => ({
    company,
    name,
    kind,
    to,
    ...(expires && { expires }),
  })),
);

// The more of a name is spelled out, the better it is known.
const byName = new Map(knownCookies.toReversed().map((cookie) => [cookie.name, cookie]));
const patterns = knownCookies
  .filter(({ name }) => name.includes('*'))
  .map((cookie) => ({ cookie, pattern: expressionOf(cookie.name) }))
  .sort((a, b) => b.cookie.name.length - a.cookie.name.length);

function expressionOf(name: string): RegExp {
  const parts = name.split('*').map(escapePattern);
  return new RegExp(`^${parts.join('.+')}$`);
}

/** What is known of a cookie by its name, or of those a name with * stands for. */
export function knownCookie(written: string): KnownCookie | undefined {
  const name = nameOf(written);
  return byName.get(name) ?? patterns.find(({ pattern }) => pattern.test(name))?.cookie;
}

/** A known cookie in a sentence: `_ga` as set by Google Analytics to tell visitors apart, for 2 years. */
export function describeKnown(name: string, { company, to, expires }: KnownCookie): string {
  return `\`${name}\` as set by ${company} to ${to}${expires === undefined ? '' : `, ${staying(expires)}`}`;
}

function staying(expires: string): string {
  if (expires === 'session') return 'until the browser closes';
  return isLifetimeWord(expires) ? 'until it is deleted' : `for ${expires}`;
}
