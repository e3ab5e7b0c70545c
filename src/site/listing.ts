import type { PolicyEntry } from '../compile/compile-model.ts';
import { providersOf, shownLifetime } from '../disclosures/cookies/page.ts';
import { oncePer } from '../memory.ts';
import { entryAnchor } from '../page/entry-anchor.ts';
import { htmlOf } from '../page/piece.ts';
import { vendorNames } from '../page/vendor-name.ts';
import { compareText } from '../problem.ts';
import { absoluteAddress } from '../resolve/address.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { escapeHtml, link, linkAround } from '../text/html.ts';
import { readerOf } from '../text/show.ts';
import { type Frame, frameOf, siteReader } from './frame.ts';
import { findStanding, type Library } from './library.ts';
import type { NamedCompany, NamedRow, ToldOfPolicy } from './told-model.ts';

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

/** A policy as readers meet it at its address, with the anchors that stand there. */
type Current = { policy: ResolvedPolicy; path: string; product: string; title: string; anchors: Set<string> };

// Each policy is read once for both lists, and not at all where a part of the site has told what they hold.
const listed = oncePer((library: Library) =>
  library.products.flatMap(({ policies }) =>
    policies.map((entry) => library.told?.(entry) ?? listedOf(library, entry)),
  ),
);

/** What the lists of cookies and of companies tell of one policy. */
export function listedOf(library: Library, entry: PolicyEntry): Pick<ToldOfPolicy, 'cookies' | 'companies'> {
  const { current, card } = findStanding(library, entry);
  const { policy } = library.readCompiled(current ?? entry);
  const anchors = new Set(anchorsOf(entry, current).anchors);
  const product = library.productsById.get(entry.product)?.name ?? entry.product;
  const own = { policy, path: card.path, product, title: card.title, anchors };
  return { cookies: cookieRows(own), companies: namedCompanies(own) };
}

function anchorsOf(entry: PolicyEntry, current: { anchors: string[] } | undefined): { anchors: string[] } {
  return current ?? entry;
}

/** The cookies that the policies of a site list, by name. */
export function cookiesPage(library: Library): ListingView {
  const { lists, columns } = siteReader(library).words;
  const rows = listed(library).flatMap(({ cookies }) => cookies);
  return {
    ...listing(library, '/cookies/', rows),
    title: lists.cookies,
    lead: lists.cookiesLead,
    none: lists.noCookies,
    columns: [columns.name, lists.product, lists.category, columns.provider, lists.keptFor],
  };
}

function cookieRows({ policy, path, product, anchors }: Current): NamedRow[] {
  const { cookies, categories } = policy.facts;
  if (typeof cookies !== 'object') return [];
  const reader = readerOf(policy.language);
  return Object.entries(cookies).map(([id, cookie]) => {
    const anchor = entryAnchor('cookies', id);
    const category = typeof categories === 'object' ? categories[cookie.category ?? '']?.label : undefined;
    const kept = shownLifetime(cookie, `cookies.${id}`, reader);
    return {
      name: cookie.name,
      cells: [
        linkAround(
          path + (anchors.has(anchor) ? `#${anchor}` : ''),
          `<code>${escapeHtml(cookie.name)}</code>`,
        ),
        escapeHtml(product),
        escapeHtml(category ?? ''),
        escapeHtml(vendorNames(providersOf(cookie), { ...reader, policy })),
        kept ? htmlOf(kept) : escapeHtml(reader.words.notHere),
      ],
    };
  });
}

/** The companies and services that the policies of a site name, each with the policies that do. */
export function companiesPage(library: Library): ListingView {
  const { lists } = siteReader(library).words;
  const named = listed(library).flatMap(({ companies }) => companies);
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

function namedCompanies({ policy, path, product, title, anchors }: Current): NamedCompany[] {
  return Object.entries(policy.facts.vendors).map(([id, { name }]) => {
    const anchor = entryAnchor('vendors', id);
    const href = path + (anchors.has(anchor) ? `#${anchor}` : '');
    return { name, html: link(href, `${product}: ${title}`) };
  });
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
