import { type Cookie, type CookieColumn, cookieColumns } from '../../../schemas/disclosures/cookies.ts';
import { absent, fact, stacked } from '../../page/cell.ts';
import type { PageBlock, PageContext } from '../../page/page-model.ts';
import { pick } from '../../page/selection.ts';
import { type Column, table } from '../../page/table.ts';
import { vendorNames } from '../../page/vendor-name.ts';
import type { InventoryBlock } from '../../resolve/policy-model.ts';
import { inOurWords, showPeriod } from '../../text/show.ts';
import { type Arranged, arrangedColumns, columnsOf, type Together } from '../shown-fields.ts';
import { cookieCells, cookieFields } from './fields.ts';
import { shownLifetime } from './page.ts';

/** The cookies of a category, or all. */
export function cookiesBlock(block: InventoryBlock, context: PageContext): PageBlock {
  const { words } = context;
  const { categories } = context.policy.facts;
  const category = typeof categories === 'object' ? categories[block.part] : undefined;
  const caption =
    block.caption ?? (category ? words.captions.cookiesOf(category.label) : words.captions.cookies);
  const entries = pick(context.policy.facts.cookies, block.ids);
  const chosen = block.columns?.filter(isCookieColumn);
  return table(
    {
      of: 'cookies',
      caption,
      keepEmpty: chosen !== undefined,
      head: chosen ? Math.max(0, chosen.indexOf('name')) : 0,
      aliasesOf: ({ aliases }) => aliases,
    },
    entries,
    chosen ? chosenColumns(chosen, context) : usualColumns(entries, context),
    context,
  );
}

function isCookieColumn(column: string): column is CookieColumn {
  return cookieColumns.safeParse(column).success;
}

function chosenColumns(names: readonly CookieColumn[], context: PageContext): Column<Cookie>[] {
  return arrangedColumns(
    cookieFields,
    names.map((name) => cookieCells[name]),
    context,
  );
}

// What people look for has a column, early; what is rarely asked for stands under what it belongs to.
function usualColumns(entries: readonly [string, Cookie][], context: PageContext): Column<Cookie>[] {
  const { type, attributes, trigger } = cookieCells;
  const allCookies = entries.every(([, cookie]) => cookie.type === 'cookie');
  const below = (name: 'name' | 'provider' | 'details', ...places: Arranged<Cookie>): Together<Cookie> => {
    const cells = arrangedColumns(cookieFields, places, context);
    return {
      of: places.flatMap((place) => (typeof place === 'object' ? place.of : place)),
      label: ({ columns }) => columns[name],
      cell: (cookie, path) => stacked(cells.map(({ cell }) => cell(cookie, path))),
    };
  };
  const arranged: Arranged<Cookie> = [
    below('name', 'name', ...(allCookies ? [] : [type])),
    'purpose',
    below('provider', 'provider', 'party'),
    keptFor,
    below('details', 'domain', 'path', attributes, trigger, readers),
  ];
  return columnsOf(cookieFields, arranged, context);
}

// Readers look for it first, so that the table says where it does not state it; the text may.
const keptFor: Together<Cookie> = {
  of: ['expires', 'dataRetention'],
  label: ({ columns }) => columns.expires,
  cell: (cookie, path, context) => {
    const { words } = context;
    const { dataRetention } = cookie;
    const kept = dataRetention && words.dataKept(showPeriod(dataRetention, inOurWords(context)));
    return stacked([
      shownLifetime(cookie, path, context) ?? absent(words.notHere),
      kept && fact(`${path}.dataRetention`, kept),
    ]);
  },
};

const readers: Together<Cookie> = {
  of: ['access'],
  label: ({ columns }) => columns.access,
  cell: ({ access }, path, context) =>
    access && fact(`${path}.access`, context.words.readBy(vendorNames(access, context))),
};
