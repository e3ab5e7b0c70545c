import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { inventory } from '../../compare/changes/disclosure-change.ts';
import type { Entry } from '../../compare/changes/entry-change.ts';
import { vendor, yesNo } from '../../compare/changes/fact-words.ts';
import {
  apart,
  byRank,
  called,
  code,
  type Field,
  flag,
  items,
  length,
  plain,
  quoted,
  statedList,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { vendorName } from '../../page/vendor-name.ts';
import { showPeriod } from '../../text/show.ts';
import { categoryOf } from '../categories/disclosure.ts';
import type { Disclosure } from '../disclosure.ts';
import { cookieClaims } from './claims.ts';
import { nameInWords } from './name.ts';
import { cookiesBlock } from './page.ts';
import { resolveCookies } from './resolve.ts';

const protection = flag(
  { on: 'cookie-protection-strengthened', off: 'cookie-protection-weakened', changed: 'cookie-changed' },
  yesNo,
);

// Where the first of several is another, that is told.
function unlessTheFirst(key: 'provider' | 'domain', compare: Field<string[]>): Field<string[], Cookie> {
  return (field) => (field.entry?.before[key] === field.entry?.after[key] ? compare(field) : []);
}

// What a change of a cookie comes to.
const entry: Entry<Cookie> = {
  added: 'cookie-added',
  removed: 'cookie-removed',
  name: ({ name }) => nameInWords(name),
  details: (cookie, { after, reader, words }) => {
    const label = categoryOf(cookie, after)?.label;
    const said = [
      label && words.cookieDetails.category(quoted(label)),
      cookie.provider && words.cookieDetails.provider(plain(vendorName(cookie.provider, after))),
      cookie.expires && words.cookieDetails.expires(showPeriod(cookie.expires, reader)),
    ].filter((part) => part !== undefined && part !== '');
    return said.length > 0 ? said.join(', ') : undefined;
  },
  claims: cookieClaims,
  fields: {
    name: value('cookie-changed', nameInWords),
    type: value(
      'cookie-changed',
      (type, { comparison }) => comparison.reader.words.storage[type ?? 'cookie'],
    ),
    category: apart,
    purpose: texts('cookie-purpose-changed'),
    provider: apart,
    providers: unlessTheFirst('provider', items('cookie-provider-changed', vendor)),
    domain: apart,
    domains: unlessTheFirst('domain', items('cookie-domain-changed', code)),
    party: apart,
    expires: length({
      longer: 'cookie-duration-increased',
      shorter: 'cookie-duration-decreased',
      changed: 'cookie-duration-changed',
      added: 'cookie-duration-added',
      removed: 'cookie-duration-removed',
    }),
    secure: protection,
    httpOnly: protection,
    partitioned: protection,
    sameSite: value(
      byRank(
        { none: 0, lax: 1, strict: 2 },
        {
          higher: 'cookie-protection-strengthened',
          lower: 'cookie-protection-weakened',
          changed: 'cookie-changed',
        },
      ),
      (name, { comparison }) => quoted(comparison.reader.words.attributes.sameSite[name]),
    ),
    access: statedList(
      { added: 'cookie-access-widened', removed: 'cookie-access-narrowed', changed: 'cookie-changed' },
      vendor,
    ),
    trigger: called(
      'setWhen',
      value(
        byRank(
          { load: 1, consent: 0, use: 0 },
          { higher: 'cookie-trigger-widened', lower: 'cookie-trigger-narrowed', changed: 'cookie-changed' },
        ),
        (name, { comparison }) => comparison.reader.words.triggers[name],
      ),
    ),
    setFrom: value('cookie-changed', (name, { comparison }) => comparison.reader.words.setters[name]),
    dataRetention: length({
      longer: 'cookie-data-duration-increased',
      shorter: 'cookie-data-duration-decreased',
      changed: 'cookie-changed',
      added: 'cookie-data-duration-added',
      removed: 'cookie-data-duration-removed',
    }),
    path: value('cookie-changed', code),
  },
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
