import type { PolicyEntry } from '../compile/compile.ts';
import type { Feed, FeedEntry } from '../exporters/feed.ts';
import { absoluteAddress, policyPath } from '../resolve/address.ts';
import { proseText } from '../text/prose.ts';
import { readerOf, showDate } from '../text/show.ts';
import type { Library } from './library.ts';
import { versionsOf } from './policy-view.ts';

/** A feed of the published versions of a policy, of a product, or of the site; newest first. */
export function feedOf(
  library: Library,
  scope: { product?: string; slug?: string },
  format: 'xml' | 'json',
): Feed {
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
    const product = library.products.find(({ id }) => id === entry.product)?.name ?? entry.product;
    return {
      address: absoluteAddress(library.site.url, `${policyPath(entry.product, entry.slug)}${version.date}/`),
      title: `${product}: ${version.title} – ${words.versions.versionOf(showDate(version.date, reader))}`,
      date: version.date,
      summary: version.summary ? proseText(version.summary) : unsaid,
      language: version.language,
    };
  });
}
