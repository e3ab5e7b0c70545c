import type { PolicyEntry, ProductEntry } from '../compile/compile-model.ts';
import { compareText } from '../problem.ts';
import { absoluteAddress, basePath, policyPath } from '../resolve/address.ts';
import { proseText, renderProse } from '../text/prose.ts';
import { showDate } from '../text/show.ts';
import { bindingText, versionName } from '../versions/placed-words.ts';
import { type Frame, frameOf, siteReader } from './frame.ts';
import { findStanding, type Library } from './library.ts';
import type { PlacedVersion, PolicyCard } from './policy-standing.ts';

/** What a page of cards needs beside them: its address, its description in plain text, each date in full. */
type ListPage = {
  frame: Frame;
  canonical: string;
  descriptionText?: string;
  updated: string;
  dates: Record<string, string>;
  /** What is said of a policy that was never published. */
  proposed: string;
  /** What is said of a policy that ended, by the day. */
  ended: Record<string, string>;
};

type ProductCard = { id: string; name: string; path: string; description?: string; policies: PolicyCard[] };

/** Links to new texts under a title: those to come, or the latest in force. */
export type NewsList = { title: string; items: { path: string; text: string }[] };

type HomePage = ListPage & {
  title: string;
  description?: string;
  products: ProductCard[];
  news: NewsList[];
  /** Ways to the lists that go across products. */
  across: { path: string; label: string }[];
  /** Where there are many products: each by its name, in the order of the alphabet. */
  index?: { title: string; items: { id: string; name: string }[] };
};

type ProductPage = ListPage & {
  product: ProductCard;
  heading: string;
  url?: string;
  news: NewsList[];
};

/** The list of products and their policies. */
export function homePage(library: Library): HomePage {
  const { site, products } = library;
  const shown = products.filter(({ policies }) => policies.length > 0);
  const base = basePath(site.url);
  const { lists } = siteReader(library).words;
  return {
    ...listPage(library, '/', { description: site.description, products }),
    title: site.name,
    ...(site.description && { description: renderProse(site.description, { wrap: 'block' }) }),
    products: shown.map((product) => productCard(library, product)),
    news: shown.length > 1 ? newsOf(library, shown) : coming(library, shown),
    across: [
      { path: `${base}/cookies/`, label: lists.cookies },
      { path: `${base}/companies/`, label: lists.companies },
    ],
    ...(shown.length > fewProducts && {
      index: {
        title: lists.all,
        items: shown
          .map(({ id, name }) => ({ id, name }))
          .toSorted((one, other) => compareText(one.name.toLowerCase(), other.name.toLowerCase())),
      },
    }),
  };
}

// So many can be looked over without a list of their names.
const fewProducts = 8;
const fewNews = 6;

function newsOf(library: Library, products: readonly ProductEntry[]): NewsList[] {
  return [...coming(library, products), ...recent(library, products)];
}

type Dated = { product: ProductEntry; version: PlacedVersion; path: string };

function versionsOf(library: Library, products: readonly ProductEntry[]): Dated[] {
  return products.flatMap((product) =>
    product.policies.flatMap((entry) =>
      findStanding(library, entry).versions.map((version) => ({
        product,
        version,
        path: `${basePath(library.site.url)}${policyPath(entry.product, entry.slug)}${version.id}/`,
      })),
    ),
  );
}

function coming(library: Library, products: readonly ProductEntry[]): NewsList[] {
  const reader = siteReader(library);
  const { lists } = reader.words;
  const items = versionsOf(library, products)
    .filter(({ version }) => version.status === 'upcoming')
    .toSorted((one, other) => compareText(one.version.from, other.version.from))
    .map(({ product, version, path }) => ({
      path,
      text: lists.from(`${product.name}: ${version.title}`, bindingText(version, reader)),
    }));
  return items.length > 0 ? [{ title: lists.coming, items }] : [];
}

// What readers meet now, the latest first.
function recent(library: Library, products: readonly ProductEntry[]): NewsList[] {
  const reader = siteReader(library);
  const { lists } = reader.words;
  const items = versionsOf(library, products)
    .filter(({ version }) => version.status === 'in-force')
    .toSorted((one, other) => compareText(other.version.from, one.version.from))
    .slice(0, fewNews)
    .map(({ product, version, path }) => ({
      path,
      text: lists.changed(`${product.name}: ${version.title}`, versionName(version, reader)),
    }));
  return items.length > 1 ? [{ title: lists.recent, items }] : [];
}

/** One product and its policies. */
export function productPage(library: Library, id: string): ProductPage {
  const product = library.productsById.get(id);
  if (!product) throw new Error(`No product ${id}: the list of pages and the library disagree.`);
  return {
    ...listPage(library, `/${id}/`, { description: product.description, products: [product] }),
    product: productCard(library, product),
    heading: siteReader(library).words.policies,
    news: coming(library, [product]),
    ...(product.url && { url: product.url }),
  };
}

function listPage(
  library: Library,
  path: string,
  { description, products }: { description: string | undefined; products: readonly ProductEntry[] },
): ListPage {
  const reader = siteReader(library);
  const cards = products.flatMap(({ policies }) => policies.map((entry) => policyCard(library, entry)));
  const updates = cards.flatMap(({ updated }) => updated ?? []);
  const ends = cards.flatMap(({ endedOn }) => endedOn ?? []);
  return {
    frame: frameOf(library),
    canonical: absoluteAddress(library.site.url, path),
    ...(description && { descriptionText: proseText(description) }),
    updated: reader.words.updated,
    dates: Object.fromEntries(updates.map((date) => [date, showDate(date, reader)])),
    proposed: reader.words.versions.banners.proposed,
    ended: Object.fromEntries(
      ends.map((date) => [date, reader.words.versions.endedCard(showDate(date, reader))]),
    ),
  };
}

function productCard(library: Library, { id, name, description, policies }: ProductEntry): ProductCard {
  return {
    id,
    name,
    path: `${basePath(library.site.url)}/${id}/`,
    ...(description && { description: renderProse(description, { wrap: 'block' }) }),
    policies: policies.map((entry) => policyCard(library, entry)),
  };
}

// A policy as lists show it.
function policyCard(library: Library, entry: PolicyEntry): PolicyCard {
  return findStanding(library, entry).card;
}
