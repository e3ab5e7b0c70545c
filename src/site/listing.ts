import type { ProductEntry } from '../compile/compile-model.ts';
import { compareText } from '../problem.ts';
import { absoluteAddress } from '../resolve/address.ts';
import { escapeHtml } from '../text/html.ts';
import { type Frame, frameOf, siteReader, viewKey } from './frame.ts';
import type { Library } from './library.ts';
import { toldDigest, toldOfAll, toldOfPolicies } from './told.ts';
import type { NamedRow } from './told-model.ts';

/** A page that is one table: its rows as HTML, the first cell of each naming it. */
export type ListingView = {
  frame: Frame;
  canonical: string;
  title: string;
  lead: string;
  /** The heading of the table, where more stands on the page. */
  heading?: string;
  columns: string[];
  rows: string[][];
  /** Said where there are none. */
  none: string;
};

/** The cookies that the policies of a site list, by name. */
export function cookiesPage(library: Library): ListingView {
  const { lists, columns } = siteReader(library).words;
  return {
    ...listing(
      library,
      '/cookies/',
      library.products.flatMap((product) => cookiesOf(library, product)),
    ),
    title: lists.cookies,
    lead: lists.cookiesLead,
    none: lists.noCookies,
    columns: [columns.name, lists.product, lists.category, columns.provider, lists.keptFor],
  };
}

// What several policies of a product list alike is one row, which leads to the first of them.
function cookiesOf(library: Library, product: ProductEntry): NamedRow[] {
  const rows = toldOfPolicies(library, product).flatMap(({ cookies }) => cookies);
  const alike = Map.groupBy(rows, ({ name, cells: [, ...others] }) => [name, ...others].join('\n'));
  return [...alike.values()].flatMap(([first]) => first ?? []);
}

/** The companies and services that the policies of a site name, each with the policies that do. */
export function companiesPage(library: Library): ListingView {
  const { lists } = siteReader(library).words;
  const named = toldOfAll(library).flatMap(({ companies }) => companies);
  const rows = [...Map.groupBy(named, ({ name }) => name)].map(([name, places]) => ({
    name,
    cells: [escapeHtml(name), `<ul>${places.map(({ html }) => `<li>${html}</li>`).join('')}</ul>`],
  }));
  return {
    ...listing(library, '/companies/', rows),
    title: lists.companies,
    lead: lists.companiesLead,
    none: lists.noCompanies,
    columns: [siteReader(library).words.columns.vendor, lists.namedIn],
  };
}

/** What changes when either list does, known without reading a text where nothing has changed. */
export function listingsKey(library: Library): string {
  const told = library.products.map((product) => toldDigest(library, product));
  return viewKey(told, { frame: frameOf(library), site: library.site });
}

function listing(
  library: Library,
  path: string,
  rows: readonly NamedRow[],
): Pick<ListingView, 'frame' | 'canonical' | 'rows'> {
  return {
    frame: frameOf(library),
    canonical: absoluteAddress(library.site.url, path),
    rows: rows
      .toSorted((one, other) => compareText(one.name.toLowerCase(), other.name.toLowerCase()))
      .map(({ cells }) => cells),
  };
}
