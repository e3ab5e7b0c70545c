import { type Cookie, type CookieColumn, cookieColumns } from '../../../schemas/disclosures/cookies.ts';
import { absent, fact, joined, type Shown, stacked } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { type Reader, showList, showPeriod } from '../../text/show.ts';
import type { Words } from '../../words/words.ts';
import { namePiece } from './name.ts';

/** The cookies of a category, or all. */
export function cookiesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const { categories } = context.policy.facts;
  const category = typeof categories === 'object' ? categories[block.part] : undefined;
  const caption =
    block.caption ?? (category ? words.captions.cookiesOf(category.label) : words.captions.cookies);
  const entries = pick(context.policy.facts.cookies, block.ids);
  const chosen = block.columns?.filter(isCookieColumn);
  const columns = chosen ? chosen.map((name) => columnOf(name, context)) : usualColumns(entries, context);
  return table(
    {
      of: 'cookies',
      caption,
      keepEmpty: chosen !== undefined,
      head: chosen ? Math.max(0, chosen.indexOf('name')) : 0,
      aliasesOf: ({ aliases }) => aliases,
    },
    entries,
    columns,
    context,
  );
}

function isCookieColumn(column: string): column is CookieColumn {
  return cookieColumns.safeParse(column).success;
}

type CookieCell = { label: string; cell(cookie: Cookie, path: string): Shown };

function columnOf(column: CookieColumn, context: PageContext): CookieCell {
  return {
    label: context.words.columns[column],
    cell: (cookie, path) => cookieCell(column, cookie, path, context),
  };
}

// What people look for has a column, early; what is rarely asked for stands under what it belongs to.
function usualColumns(entries: readonly [string, Cookie][], context: PageContext): CookieCell[] {
  const { words } = context;
  const allCookies = entries.every(([, { type }]) => type === 'cookie');
  const cells = (names: readonly CookieColumn[], cookie: Cookie, path: string) =>
    names.map((name) => cookieCell(name, cookie, path, context));
  const below =
    (...names: CookieColumn[]) =>
    (cookie: Cookie, path: string) =>
      stacked(cells(names, cookie, path));
  return [
    { label: words.columns.name, cell: below('name', ...(allCookies ? [] : ['type' as const])) },
    columnOf('purpose', context),
    { label: words.columns.provider, cell: below('provider', 'party') },
    { label: words.columns.expires, cell: (cookie, path) => keptFor(cookie, path, context) },
    {
      label: words.columns.details,
      cell: (cookie, path) =>
        stacked([
          ...cells(['domain', 'attributes', 'trigger'], cookie, path),
          readers(cookie, path, context),
        ]),
    },
  ];
}

// Readers look for it first, so that the table says where it does not state it; the text may.
function keptFor(cookie: Cookie, path: string, context: PageContext): Shown {
  const { words } = context;
  const { dataRetention } = cookie;
  const kept = dataRetention && words.dataKept(showPeriod(dataRetention, context));
  return stacked([
    shownLifetime(cookie, path, context) ?? absent(words.notHere),
    kept && fact(`${path}.dataRetention`, kept),
  ]);
}

function readers({ access }: Cookie, path: string, context: PageContext): Shown {
  return access && fact(`${path}.access`, context.words.readBy(vendorNames(access, context)));
}

function cookieCell(column: CookieColumn, cookie: Cookie, path: string, context: PageContext): Shown {
  const { words } = context;
  const stated = (text: string | undefined) => fact(`${path}.${column}`, text);
  switch (column) {
    case 'name':
      return namePiece(cookie, path);
    case 'type':
      return stated(words.storage[cookie.type ?? 'cookie']);
    case 'purpose':
      return cookie.purpose && context.inline(`${path}.purpose`, cookie.purpose);
    case 'provider':
      return cookie.provider && stated(vendorNames(providersOf(cookie), context));
    case 'access':
      return cookie.access && stated(vendorNames(cookie.access, context));
    case 'party':
      return cookie.party && stated(words.parties[cookie.party]);
    case 'domain':
      return stated(
        cookie.domain && `${showList(cookie.domains ?? [cookie.domain], context)}${cookie.path ?? ''}`,
      );
    case 'trigger':
      return howSet(cookie, path, words);
    case 'expires':
      return shownLifetime(cookie, path, context);
    case 'dataRetention':
      return cookie.dataRetention && stated(showPeriod(cookie.dataRetention, context));
    case 'attributes':
      return cookie.type === 'cookie' ? stated(attributes(cookie, words)) : undefined;
  }
}

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

function howSet({ trigger, setFrom }: Cookie, path: string, words: Words): Shown {
  const when = trigger && fact(`${path}.trigger`, words.triggers[trigger]);
  return joined([when, setFrom && fact(`${path}.setFrom`, words.setters[setFrom])], ', ');
}

function attributes({ secure, httpOnly, partitioned, sameSite }: Cookie, words: Words): string | undefined {
  const shown = [
    secure && words.attributes.secure,
    httpOnly && words.attributes.httpOnly,
    partitioned && words.attributes.partitioned,
    sameSite && words.attributes.sameSite[sameSite],
  ].filter(Boolean);
  return shown.length > 0 ? shown.join(', ') : undefined;
}
