import type { Cookie } from '../../../schemas/disclosures/cookies.ts';
import { type CookieColumn, cookieColumns } from '../../../schemas/disclosures/cookies.ts';
import { fact, joined, type Shown } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { table } from '../../page/table.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { showList, showPeriod } from '../../text/show.ts';
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
  const allCookies = entries.every(([, { type }]) => type === 'cookie');
  const usual = cookieColumns.options.filter((column) => !isSaidElsewhere(column, allCookies));
  const columns = block.columns?.filter(isCookieColumn) ?? usual;
  const cell = block.columns ? cookieCell : fullCell;
  return table(
    {
      of: 'cookies',
      caption,
      keepEmpty: block.columns !== undefined,
      head: Math.max(0, columns.indexOf('name')),
      aliasesOf: ({ aliases }) => aliases,
    },
    entries,
    columns.map((column) => ({
      label: words.columns[column],
      cell: (cookie, path) => cell(column, cookie, path, context),
    })),
    context,
  );
}

function isCookieColumn(column: string): column is CookieColumn {
  return cookieColumns.safeParse(column).success;
}

// A screen has room for eight columns, so what is rarely stated stands in the cell of what it belongs to.
function isSaidElsewhere(column: CookieColumn, allCookies: boolean): boolean {
  if (column === 'type') return allCookies;
  return column === 'access' || column === 'trigger' || column === 'dataRetention';
}

function fullCell(column: CookieColumn, cookie: Cookie, path: string, context: PageContext): Shown {
  const { words } = context;
  const { access, dataRetention } = cookie;
  const own = cookieCell(column, cookie, path, context);
  if (column === 'provider') {
    const readers = access && fact(`${path}.access`, words.readBy(vendorNames(access, context)));
    return joined([own, howSet(cookie, path, words), readers], '; ');
  }
  if (column === 'expires') {
    const kept = dataRetention && words.dataKept(showPeriod(dataRetention, context));
    return joined([own, kept && fact(`${path}.dataRetention`, kept)], '; ');
  }
  return own;
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
export function shownLifetime({ expires, type }: Cookie, path: string, context: PageContext): Shown {
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
