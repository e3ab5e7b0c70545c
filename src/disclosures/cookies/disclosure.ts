import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { isEqual } from '../../compare/changes/compare.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { vendor } from '../../compare/changes/fact-words.ts';
import { code, condition, plain, quoted } from '../../compare/changes/field-change.ts';
import { vendorName } from '../../page/vendor-name.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { type Reader, showList, showPeriod } from '../../text/show.ts';
import { categoryOf } from '../categories/disclosure.ts';
import type { Disclosure } from '../disclosure.ts';
import { cookiesBlock } from './block.ts';
import { cookieClaims } from './claims.ts';
import { cookieFields } from './fields.ts';
import { nameInWords } from './name.ts';
import { domainsOf, providersOf, showLifetime } from './page.ts';
import { resolveCookies } from './resolve.ts';

function providersIn(cookie: Cookie, policy: ResolvedPolicy, reader: Reader): string {
  return showList(
    providersOf(cookie).map((id) => plain(vendorName(id, policy))),
    reader,
  );
}

// What no other cookie of the same name has: its category, where it lives or who sets it.
function tellingApart(cookie: Cookie, policy: ResolvedPolicy): string | undefined {
  const { cookies = {} } = policy.facts;
  const others = Object.values(cookies === 'none' ? {} : cookies).filter(
    (other) => other.name === cookie.name && !isEqual(other, cookie),
  );
  if (others.length === 0) return undefined;
  const ways = [
    (one: Cookie) => plain(categoryOf(one, policy)?.label ?? ''),
    (one: Cookie) => domainsOf(one).map(code).join(', '),
    (one: Cookie) =>
      providersOf(one)
        .map((id) => plain(vendorName(id, policy)))
        .join(', '),
  ];
  return ways
    .filter((way) => others.every((other) => way(other) !== way(cookie)))
    .map((way) => way(cookie))
    .find((said) => said !== '');
}

// What a change of a cookie comes to.
const entry: Entry<Cookie> = {
  added: 'cookie-added',
  removed: 'cookie-removed',
  name: (cookie, policy) => {
    const shown = nameInWords(cookie.name);
    const apart = tellingApart(cookie, policy);
    return apart ? `${shown} (${apart})` : shown;
  },
  details: (cookie, comparison) => {
    const { after, reader, words } = comparison;
    const label = categoryOf(cookie, after)?.label;
    const { type = 'cookie', access = [], dataRetention } = cookie;
    const readers = access.map((id) => vendor(id, { policy: after, comparison }));
    const said = [
      type !== 'cookie' && reader.words.storage[type],
      label && words.cookieDetails.category(quoted(label)),
      cookie.provider && words.cookieDetails.provider(providersIn(cookie, after, reader)),
      cookie.expires && words.cookieDetails.expires(showLifetime(cookie.expires, cookie.type, reader)),
      readers.length > 0 && words.cookieDetails.access(showList(readers, reader)),
      dataRetention && words.cookieDetails.dataRetention(showPeriod(dataRetention, reader)),
    ].filter(Boolean);
    return [said.join(', '), cookie.purpose && condition(cookie.purpose)].filter(Boolean).join('; ');
  },
  claims: cookieClaims,
  fields: cookieFields,
};

export const cookies: Disclosure<'cookies'> = {
  name: 'cookies',
  home: 'policy',
  form: 'inventory',
  part: { key: 'category', of: 'categories' },
  title: ({ disclosures }) => disclosures.cookies,
  none: ({ none }) => none.cookies,
  resolve: resolveCookies,
  entries: cookiesBlock,
  changes: inventory(entry),
};
