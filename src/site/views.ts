import { type Compared, type ComparisonPage, toComparison } from '../compare/comparison.ts';
import type { PolicyEntry } from '../compile/compile.ts';
import { digest } from '../digest.ts';
import type { Feed, FeedEntry } from '../exporters/feed.ts';
import { policyMarkdown } from '../exporters/markdown.ts';
import type { PolicyPage } from '../page/page.ts';
import { absoluteAddress, basePath, policyPath } from '../resolve/address.ts';
import { proseText } from '../text/prose.ts';
import { type Reader, showDate } from '../text/show.ts';
import { currentVersion, type Placed, placeVersions } from '../versions/history.ts';
import {
  type HistoryItem,
  historyItems,
  type VersionContext,
  type VersionFrame,
  versionFrame,
  versionPaths,
} from '../versions/version-view.ts';
import type { VersionEntry } from '../versions/versions.ts';
import { wordsFor } from '../words/words.ts';
import { type Frame, frameOf, type Library, type PolicyCard, policyCard } from './site.ts';

// What each page of a policy shows: the compiled text of one version, and where it stands among the others.

/** A page of a policy: its text, where that version is in time, and the other policies of its product. */
export type PolicyView = {
  frame: Frame;
  page: PolicyPage;
  version?: VersionFrame;
  /** The versions up to the one shown, newest first. */
  recent: HistoryItem[];
  companions: (PolicyCard & { slug: string })[];
};

/** A page about versions of a policy: all of them, or two compared. */
export type VersionsView = {
  frame: Frame;
  language: string;
  direction: 'ltr' | 'rtl';
  canonical: string;
  title: string;
  product: { name: string; path: string };
  policy: { title: string; path: string };
};

export type HistoryView = VersionsView & { description: string; items: HistoryItem[]; feed: string };

type PlacedVersion = Placed<VersionEntry>;

/** The versions of a policy, oldest first, with their places in time. */
export function versionsOf({ today }: Library, entry: PolicyEntry): PlacedVersion[] {
  return placeVersions(entry.versions, today);
}

/** What a policy's own address shows: the version in force. */
export function policyView(library: Library, entry: PolicyEntry): PolicyView {
  const versions = versionsOf(library, entry);
  const current = currentVersion(versions);
  return {
    frame: frameOf(library),
    page: library.readCompiled(isWorkingText(entry, current) ? entry : (current ?? entry)).page,
    ...(current && { version: versionFrame(versions, current, contextOf(library, entry, current.language)) }),
    recent: recentOf(versions, current, contextOf(library, entry, current?.language ?? 'en')),
    companions: companionsOf(library, entry),
  };
}

function recentOf(
  versions: readonly PlacedVersion[],
  shown: PlacedVersion | undefined,
  context: VersionContext,
) {
  return historyItems(
    versions.filter(({ date }) => shown && date <= shown.date),
    context,
  );
}

// The working file says the same as the last version, and also when counsel last confirmed it.
function isWorkingText({ versions }: PolicyEntry, current: PlacedVersion | undefined): boolean {
  return current === undefined || current.date === versions.at(-1)?.date;
}

/** What the address of one version shows, for ever. */
export function versionView(library: Library, entry: PolicyEntry, date: string): PolicyView {
  const versions = versionsOf(library, entry);
  const shown = findVersion(versions, date);
  const context = contextOf(library, entry, shown.language);
  const { page } = library.readCompiled(shown);
  const canonical = absoluteAddress(library.site.url, `${policyPath(entry.product, entry.slug)}${date}/`);
  return {
    frame: frameOf(library),
    page: { ...page, canonical, jsonLd: { ...page.jsonLd, url: canonical, version: date } },
    version: versionFrame(versions, shown, context),
    recent: recentOf(versions, shown, context),
    companions: companionsOf(library, entry),
  };
}

function findVersion(versions: readonly PlacedVersion[], date: string): PlacedVersion {
  const version = versions.find((candidate) => candidate.date === date);
  if (!version) throw new Error(`No version ${date}: the list of pages and the library disagree.`);
  return version;
}

function contextOf({ site }: Library, { product, slug }: PolicyEntry, language: string): VersionContext {
  return { product, slug, base: basePath(site.url), reader: readerOf(language) };
}

function readerOf(language: string): Reader {
  return { language, words: wordsFor(language) };
}

function companionsOf(library: Library, entry: PolicyEntry): PolicyView['companions'] {
  const own = library.products.find(({ id }) => id === entry.product);
  return (own?.policies ?? [])
    .filter(({ slug }) => slug !== entry.slug)
    .map((other) => ({ ...policyCard(library, other), slug: other.slug }));
}

/** The list of all versions of a policy, with its feed. */
export function historyView(library: Library, entry: PolicyEntry): HistoryView {
  const { page } = library.readCompiled(entry);
  const { words } = readerOf(page.language);
  const path = `${policyPath(entry.product, entry.slug)}history/`;
  return {
    ...versionsView(library, entry, page, path),
    title: words.versions.versionsOf(entry.title),
    description: words.versions.describe(page.product.name, entry.title),
    items: historyItems(versionsOf(library, entry), contextOf(library, entry, page.language)),
    feed: `${basePath(library.site.url)}${policyPath(entry.product, entry.slug)}feed.xml`,
  };
}

function versionsView(library: Library, entry: PolicyEntry, page: PolicyPage, path: string): VersionsView {
  return {
    frame: frameOf(library),
    language: page.language,
    direction: page.direction,
    canonical: absoluteAddress(library.site.url, path),
    title: entry.title,
    product: { name: page.product.name, path: page.product.path },
    policy: { title: entry.title, path: page.path },
  };
}

/** Changes when anything a page shows beside its compiled text changes. */
export function viewKey(keys: readonly string[], view: object): string {
  return digest([...keys, JSON.stringify(view)]);
}

/** The key of a policy's or version's page: its compiled text, and everything that stands around it. */
export function policyViewKey(library: Library, entry: PolicyEntry, date?: string): string {
  const versions = versionsOf(library, entry);
  const shown = date ? findVersion(versions, date) : currentVersion(versions);
  const compiled = !date && isWorkingText(entry, shown) ? entry.key : (shown?.key ?? entry.key);
  const version = shown && versionFrame(versions, shown, contextOf(library, entry, shown.language));
  const recent = shown && recentOf(versions, shown, contextOf(library, entry, shown.language));
  return viewKey([compiled], {
    version,
    recent,
    companions: companionsOf(library, entry),
    frame: frameOf(library),
  });
}

/** The pages a version has beside its text: against the one before it, and against the text in force now. */
export function comparisonsOf(
  library: Library,
  entry: PolicyEntry,
): { date: string; kind: 'changes' | 'since' }[] {
  const versions = versionsOf(library, entry);
  const current = currentVersion(versions);
  return versions.flatMap(({ date, status }, index) => [
    ...(index > 0 ? [{ date, kind: 'changes' as const }] : []),
    ...(status === 'superseded' && current ? [{ date, kind: 'since' as const }] : []),
  ]);
}

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

/** Every published version with its addresses and digests, for programs: `/.well-known/policybook.json`. */
export function manifestOf(library: Library): unknown {
  const { site, products } = library;
  const policies = products
    .flatMap(({ policies: own }) => own)
    .filter(({ versions }) => versions.some(({ digest: seal }) => seal));
  return {
    format: 1,
    site: absoluteAddress(site.url, '/'),
    policies: policies.map((entry) => ({
      product: entry.product,
      policy: entry.slug,
      title: entry.title,
      address: absoluteAddress(site.url, policyPath(entry.product, entry.slug)),
      versions: entry.versions.flatMap((version) =>
        version.digest ? [manifestVersion(library, entry, version)] : [],
      ),
    })),
  };
}

function manifestVersion({ site }: Library, { product, slug }: PolicyEntry, version: VersionEntry) {
  const { date, effective, digest: seal, previous } = version;
  const paths = versionPaths({ product, slug, base: '' }, date);
  return {
    date,
    effective,
    digest: seal,
    ...(previous && { previous }),
    page: absoluteAddress(site.url, paths.version),
    record: absoluteAddress(site.url, paths.record),
    text: absoluteAddress(site.url, paths.text),
  };
}

/** Every page's absolute address, with the day its text was written where that is known. */
export function sitemap(library: Library): { address: string; changed?: string }[] {
  const { site, products } = library;
  const address = (path: string) => absoluteAddress(site.url, path);
  const ofProducts = products.flatMap(({ id, policies }) => [
    { address: address(`/${id}/`) },
    ...policies.flatMap((entry) => policyAddresses(library, entry)),
  ]);
  return [
    { address: address('/') },
    { address: address('/about/') },
    ...['', 'policy/', 'blocks/', 'product/'].map((page) => ({ address: address(`/handbook/${page}`) })),
    ...ofProducts,
  ];
}

function policyAddresses(library: Library, entry: PolicyEntry): { address: string; changed?: string }[] {
  const path = policyPath(entry.product, entry.slug);
  const { updated } = policyCard(library, entry);
  const policy = { path, ...(updated && { changed: updated }) };
  const versions = entry.versions.map(({ date }) => ({ path: `${path}${date}/`, changed: date }));
  const comparisons = comparisonsOf(library, entry).map(({ date, kind }) => ({
    path: `${path}${date}/${kind}/`,
  }));
  const history = entry.versions.length > 0 ? [{ path: `${path}history/` }] : [];
  return [policy, ...versions, ...comparisons, ...history].map(({ path: own, ...rest }) => ({
    address: absoluteAddress(library.site.url, own),
    ...rest,
  }));
}

/** The route parameters of every published version. */
export function publishedPaths({ products }: Library) {
  return products.flatMap(({ policies }) =>
    policies.flatMap(({ product, slug, versions }) =>
      versions
        .filter(({ isProposed }) => !isProposed)
        .map(({ date, key }) => ({ params: { product, slug, version: date }, cacheKey: key })),
    ),
  );
}

/** The text of a published version as Markdown. */
export function versionText(library: Library, entry: PolicyEntry, date: string): string {
  return policyMarkdown(library.readCompiled(findVersion(versionsOf(library, entry), date)).page);
}

/** A page that compares two versions of a policy. */
export type ComparisonView = VersionsView & { comparison: ComparisonPage };

type Comparison = { date: string; kind: 'changes' | 'since' };

/** The two versions a comparison is between, the older first. */
function comparedVersions(
  library: Library,
  entry: PolicyEntry,
  { date, kind }: Comparison,
): [PlacedVersion, PlacedVersion] {
  const versions = versionsOf(library, entry);
  const index = versions.findIndex((version) => version.date === date);
  const before = kind === 'changes' ? versions[index - 1] : versions[index];
  const after = kind === 'changes' ? versions[index] : currentVersion(versions);
  if (!before || !after)
    throw new Error(`Nothing to compare ${date} with: the list of pages and the library disagree.`);
  return [before, after];
}

/** What changed in a version against the one before it, or since it against the text in force. */
export function comparisonView(library: Library, entry: PolicyEntry, asked: Comparison): ComparisonView {
  const [before, after] = comparedVersions(library, entry, asked);
  const context = contextOf(library, entry, after.language);
  const compared = [before, after].map((version) => ({
    ...library.readCompiled(version),
    path: versionPaths(context, version.date).version,
  })) as [Compared, Compared];
  const { reader } = context;
  const path = `${policyPath(entry.product, entry.slug)}${asked.date}/${asked.kind}/`;
  const { diff } = reader.words;
  const date = showDate(asked.date, reader);
  return {
    ...versionsView(library, entry, compared[1].page, path),
    title: asked.kind === 'changes' ? diff.changes(after.title, date) : diff.since(after.title, date),
    comparison: toComparison(...compared, reader),
  };
}

/** The key of a comparison's page: the two texts, and the frame around them. */
export function comparisonKey(library: Library, entry: PolicyEntry, asked: Comparison): string {
  const keys = comparedVersions(library, entry, asked).map(({ key }) => key);
  return viewKey(keys, { frame: frameOf(library), asked, title: entry.title });
}

/** The route parameters of every comparison. */
export function comparisonPaths(library: Library) {
  return library.products.flatMap(({ policies }) =>
    policies.flatMap((entry) =>
      comparisonsOf(library, entry).map((comparison) => ({
        params: {
          product: entry.product,
          slug: entry.slug,
          version: comparison.date,
          comparison: comparison.kind,
        },
        cacheKey: comparisonKey(library, entry, comparison),
      })),
    ),
  );
}
