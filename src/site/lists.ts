import type { PolicyEntry, ProductEntry } from '../compile/compile-model.ts';
import { absoluteAddress, basePath } from '../resolve/address.ts';
import { proseText, renderProse } from '../text/prose.ts';
import { showDate } from '../text/show.ts';
import { type Frame, frameOf, siteReader } from './frame.ts';
import { findStanding, type Library } from './library.ts';
import type { PolicyCard } from './policy-standing.ts';

/** What a page of cards needs beside them: its address, its description in plain text, each date in full. */
type ListPage = {
  frame: Frame;
  canonical: string;
  descriptionText?: string;
  updated: string;
  dates: Record<string, string>;
  /** What is said of a policy that ended, by the day. */
  ended: Record<string, string>;
};

type ProductCard = { id: string; name: string; path: string; description?: string; policies: PolicyCard[] };

export type HomePage = ListPage & { title: string; description?: string; products: ProductCard[] };

export type ProductPage = ListPage & { product: ProductCard; heading: string; url?: string };

/** The list of products and their policies. */
export function homePage(library: Library): HomePage {
  const { site, products } = library;
  return {
    ...listPage(library, '/', { description: site.description, products }),
    title: site.name,
    ...(site.description && { description: renderProse(site.description, { wrap: 'block' }) }),
    products: products
      .filter(({ policies }) => policies.length > 0)
      .map((product) => productCard(library, product)),
  };
}

/** One product and its policies. */
export function productPage(library: Library, id: string): ProductPage {
  const product = library.productsById.get(id);
  if (!product) throw new Error(`No product ${id}: the list of pages and the library disagree.`);
  return {
    ...listPage(library, `/${id}/`, { description: product.description, products: [product] }),
    product: productCard(library, product),
    heading: siteReader(library).words.policies,
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
