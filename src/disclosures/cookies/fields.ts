import type { Cookie, CookieColumn } from '../../../schemas/disclosures/cookies.ts';
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
  promising,
  quoted,
  statedList,
  texts,
  value,
} from '../../compare/changes/field-change.ts';
import { fact, joined } from '../../page/cell.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import { showList, showPeriod } from '../../text/show.ts';
import type { Words } from '../../words/words.ts';
import { proseCell, vendorsCell } from '../field-cells.ts';
import type { ShownFields, Together } from '../shown-fields.ts';
import { nameInWords, namePiece } from './name.ts';
import { providersOf, showLifetime, shownLifetime } from './page.ts';

const protection = flag(
  { on: 'cookie-protection-strengthened', off: 'cookie-protection-weakened', changed: 'cookie-changed' },
  yesNo,
);

// Where the first is another, all of them are told. One alone is a list of one, whichever way it is kept.
function unlessTheFirst(key: 'provider' | 'domain', compare: Field<string[]>): Field<string[], Cookie> {
  return (field) => {
    const { before, after, entry } = field;
    const first = entry?.before[key];
    if (first === undefined || first !== entry?.after[key]) return [];
    return compare({ ...field, before: before ?? [first], after: after ?? [first] });
  };
}

/** What each field of a cookie is on a page, and what its change comes to. */
export const cookieFields: ShownFields<Cookie> = {
  name: {
    change: value('cookie-changed', nameInWords),
    cell: (_, __, ___, { entry, path }) => namePiece(entry, path),
  },
  type: value('cookie-changed', (type, { comparison }) => comparison.reader.words.storage[type ?? 'cookie']),
  category: apart,
  purpose: { change: texts('cookie-purpose-changed'), cell: proseCell },
  provider: {
    change: apart,
    cell: (_, path, context, { entry }) => fact(path, vendorNames(providersOf(entry), context)),
  },
  providers: unlessTheFirst('provider', items('cookie-provider-changed', vendor)),
  domain: {
    change: apart,
    cell: (domain, at, context, { entry: { domains = [domain], path = '' } }) =>
      fact(
        at,
        showList(
          domains.map((one) => `${one}${path}`),
          context,
        ),
      ),
  },
  domains: unlessTheFirst('domain', items('cookie-domain-changed', code)),
  party: { change: apart, cell: (party, path, { words }) => fact(path, words.parties[party]) },
  expires: {
    change: length<Cookie>(
      {
        longer: 'cookie-duration-increased',
        shorter: 'cookie-duration-decreased',
        changed: 'cookie-duration-changed',
        added: 'cookie-duration-added',
        removed: 'cookie-duration-removed',
      },
      (lifetime, reader, cookie) => showLifetime(lifetime, cookie?.type, reader),
    ),
    cell: (_, __, context, { entry, path }) => shownLifetime(entry, path, context),
  },
  secure: protection,
  httpOnly: protection,
  partitioned: protection,
  sameSite: promising(
    (name) => name !== 'none',
    value(
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
  ),
  access: {
    change: statedList(
      { added: 'cookie-access-widened', removed: 'cookie-access-narrowed', changed: 'cookie-changed' },
      vendor,
    ),
    cell: vendorsCell,
  },
  trigger: called(
    'setWhen',
    promising(
      (name) => name !== 'load',
      value(
        byRank(
          { load: 1, consent: 0, use: 0 },
          { higher: 'cookie-trigger-widened', lower: 'cookie-trigger-narrowed', changed: 'cookie-changed' },
        ),
        (name, { comparison }) => comparison.reader.words.triggers[name],
      ),
    ),
  ),
  setFrom: value('cookie-changed', (name, { comparison }) => comparison.reader.words.setters[name]),
  dataRetention: {
    change: length({
      longer: 'cookie-data-duration-increased',
      shorter: 'cookie-data-duration-decreased',
      changed: 'cookie-changed',
      added: 'cookie-data-duration-added',
      removed: 'cookie-data-duration-removed',
    }),
    cell: (period, path, context) => fact(path, showPeriod(period, context)),
  },
  path: {
    change: value('cookie-changed', code),
    // It stands behind the domain.
    cell: (limit, path, _, { entry: { domain } }) => (domain === undefined ? fact(path, limit) : undefined),
  },
};

const technology: Together<Cookie> = {
  of: ['type'],
  label: ({ columns }) => columns.type,
  cell: ({ type = 'cookie' }, path, { words }) => fact(`${path}.type`, words.storage[type]),
};

const howSet: Together<Cookie> = {
  of: ['trigger', 'setFrom'],
  label: ({ columns }) => columns.trigger,
  cell: ({ trigger, setFrom }, path, { words }) => {
    const when = trigger && fact(`${path}.trigger`, words.triggers[trigger]);
    return joined([when, setFrom && fact(`${path}.setFrom`, words.setters[setFrom])], ', ');
  },
};

const attributes: Together<Cookie> = {
  of: ['secure', 'httpOnly', 'partitioned', 'sameSite'],
  label: ({ columns }) => columns.attributes,
  cell: (cookie, path, { words }) =>
    cookie.type === 'cookie' ? fact(`${path}.attributes`, protectionOf(cookie, words)) : undefined,
};

function protectionOf({ secure, httpOnly, partitioned, sameSite }: Cookie, words: Words): string | undefined {
  const shown = [
    secure && words.attributes.secure,
    httpOnly && words.attributes.httpOnly,
    partitioned && words.attributes.partitioned,
    sameSite && words.attributes.sameSite[sameSite],
  ].filter(Boolean);
  return shown.length > 0 ? shown.join(', ') : undefined;
}

/** What stands in each column that can be chosen. */
export const cookieCells: Record<CookieColumn, keyof Cookie | Together<Cookie>> = {
  name: 'name',
  type: technology,
  purpose: 'purpose',
  provider: 'provider',
  access: 'access',
  party: 'party',
  domain: 'domain',
  trigger: howSet,
  expires: 'expires',
  dataRetention: 'dataRetention',
  attributes,
};
