import type { PolicyEntry } from '../compile/compile-model.ts';
import { absoluteAddress, policyPath } from '../resolve/address.ts';
import type { Library } from '../site/library.ts';
import { versionsOf } from '../site/policy-view.ts';
import { proseText } from '../text/prose.ts';
import { readerOf, showDate } from '../text/show.ts';
import type { Exporter } from './exporter.ts';

/** A published version as a feed tells of it. Its id is its address, which never changes. */
export type FeedEntry = { address: string; title: string; date: string; summary: string; language: string };

/** A feed of versions: of a site, a product or a policy. */
export type Feed = { title: string; address: string; self: string; entries: FeedEntry[] };

/** A feed in one format for each of the site, its products and its policies. */
export function feedsIn(
  format: { id: string; extension: 'xml' | 'json'; mediaType: string },
  print: (feed: Feed) => string,
): Exporter[] {
  const { id, extension, mediaType } = format;
  const own = { id, file: `feed.${extension}`, mediaType };
  const write = (library: Library, scope: FeedScope) => print(feedOf(library, scope, extension));
  return [
    { ...own, scope: 'site', write: (library) => write(library, {}) },
    { ...own, scope: 'product', write: (library, { id: product }) => write(library, { product }) },
    { ...own, scope: 'policy', write: (library, { product, slug }) => write(library, { product, slug }) },
  ];
}

type FeedScope = { product?: string; slug?: string };

/** A feed of the published versions of a policy, of a product, or of the site; newest first. */
export function feedOf(library: Library, scope: FeedScope, format: 'xml' | 'json'): Feed {
  const { site, products } = library;
  const own = products.filter(({ id }) => scope.product === undefined || id === scope.product);
  const entries = own.flatMap(({ policies }) =>
    policies.filter(({ slug }) => scope.slug === undefined || slug === scope.slug),
  );
  const path = `/${[scope.product, scope.slug]
    .filter(Boolean)
    .map((part) => `${part}/`)
    .join('')}`;
  const names = [scope.slug && entries[0]?.title, scope.product ? own[0]?.name : site.name].filter(Boolean);
  return {
    title: names.join(' – '),
    address: absoluteAddress(site.url, path),
    self: absoluteAddress(site.url, `${path}feed.${format}`),
    entries: entries.flatMap((entry) => feedEntries(library, entry)).sort(newestFirst),
  };
}

function newestFirst(a: FeedEntry, b: FeedEntry): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : a.address < b.address ? -1 : 1;
}

function feedEntries(library: Library, entry: PolicyEntry): FeedEntry[] {
  const published = versionsOf(library, entry).filter(({ isProposed }) => !isProposed);
  return published.map((version, index) => {
    const reader = readerOf(version.language);
    const { words } = reader;
    const unsaid = index === 0 ? words.versions.first : words.history.noSummary;
    const product = library.productsById.get(entry.product)?.name ?? entry.product;
    return {
      address: absoluteAddress(library.site.url, `${policyPath(entry.product, entry.slug)}${version.date}/`),
      title: `${product}: ${version.title} – ${words.versions.versionOf(showDate(version.date, reader))}`,
      date: version.date,
      summary: version.summary ? proseText(version.summary) : unsaid,
      language: version.language,
    };
  });
}

/** The time of a version: a feed needs one, and a version has a day. Noon UTC is that day in nearly every zone. */
export function toTimestamp(date: string): string {
  return `${date}T12:00:00Z`;
}
