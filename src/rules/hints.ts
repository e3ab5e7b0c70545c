import type { Category } from '../../schemas/disclosures/categories.ts';
import type { Cookie } from '../../schemas/disclosures/cookies.ts';
import { listed } from '../text/listed.ts';
import { daysIn, differsClearly } from '../time/period.ts';

import { entriesOf } from './facts/entries.ts';

import { describeKnown, type KnownCookie, knownCookie } from './known-cookies.ts';
import type { Draft, PolicyRule, Subject } from './rule.ts';

/** What stands behind every hint: a list of our own, which nobody should take for more. */
export const knownCookieHint: Pick<PolicyRule, 'severity' | 'summary' | 'why' | 'cites'> & {
  id: 'hint/known-cookie';
} = {
  id: 'hint/known-cookie',
  severity: 'hint',
  summary: 'What a public list records of a cookie that the policy leaves out, or says otherwise.',
  why: 'Most cookies are set by software that many sites have; what is known of it is a start for asking its makers.',
  cites: [
    {
      text: 'A list of well-known cookies that comes with Policybook; it is not authoritative and may be out of date',
      url: 'https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/Cookies',
      basis: 'internal',
      checked: 'memory',
    },
  ],
};

/** What a public list records of the cookies a policy names, where the policy leaves that out or says otherwise. */
export function hintsFor({ policy }: Subject): Draft[] {
  const categories = new Map(entriesOf(policy.facts.categories));
  return entriesOf(policy.facts.cookies).flatMap(([id, cookie]) => {
    const known = knownCookie(cookie.name);
    if (!known) return [];
    const missing = leftOut(cookie, known);
    const others = [
      ...saysOtherwise(cookie, known),
      ...countsOtherwise(cookie.category ?? '', categories.get(cookie.category ?? ''), known),
    ];
    if (missing.length + others.length === 0) return [];
    const check = `Check with ${known.company} before`;
    return [
      {
        at: { path: ['cookies', id, 'name'] },
        message: [`A public list records ${describeKnown(cookie.name, known)}.`, ...others].join(' '),
        help:
          missing.length > 0
            ? `${check} writing it down: the policy leaves out ${listed(missing)}.`
            : `${check} changing anything: the list can be out of date, and cookies can be set up in other ways.`,
      },
    ];
  });
}

function leftOut({ purpose, provider, expires }: Cookie, known: KnownCookie): string[] {
  return [
    ...(purpose === undefined ? ['its purpose'] : []),
    ...(provider === undefined ? ['who sets it'] : []),
    ...(expires === undefined && known.expires !== undefined ? ['how long it stays'] : []),
  ];
}

function saysOtherwise({ expires, type }: Cookie, known: KnownCookie): string[] {
  if (expires === undefined || known.expires === undefined) return [];
  const [said, recorded] =
    type === 'cookie' ? [kept(expires), kept(known.expires)] : [expires, known.expires];
  return differsClearly(said, recorded) ? [`The policy says: ${expires}.`] : [];
}

// Browsers end a cookie after 400 days, so a longer time that is recorded and those 400 days are the same.
function kept(time: string): string {
  return (daysIn(time) ?? 0) > 400 ? '400 days' : time;
}

/** A cookie of statistics or marketing among those that need no consent. */
function countsOtherwise(id: string, category: Category | undefined, { kind }: KnownCookie): string[] {
  if (!category || (kind !== 'analytics' && kind !== 'marketing')) return [];
  const { label, consent, exemption } = category;
  // Statistics may be exempt as such.
  if (kind === 'analytics' && (exemption === 'statistical' || exemption === 'audience-fr')) return [];
  const isNamedSo = /(?<!non-?|not )\b(?:necessary|essential|required)\b/i.test(`${id} ${label}`);
  if (consent !== 'exempt' && exemption === undefined && (!isNamedSo || consent === 'required')) return [];
  const use = kind === 'analytics' ? 'statistics' : 'marketing';
  return [`That is ${use}; the policy counts it among “${label}”.`];
}
