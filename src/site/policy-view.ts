import type { PolicyEntry } from '../compile/compile-model.ts';
import type { PolicyPage } from '../page/page-model.ts';
import { absoluteAddress, basePath, policyPath } from '../resolve/address.ts';
import { readerOf } from '../text/show.ts';
import {
  type HistoryItem,
  historyItems,
  type VersionContext,
  type VersionFrame,
  versionFrame,
} from '../versions/version-view.ts';
import { type Frame, frameOf, viewKey } from './frame.ts';
import { findStanding, type Library } from './library.ts';
import type { PlacedVersion, PolicyCard } from './policy-standing.ts';

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
  canonical: string;
  title: string;
  product: { name: string; path: string };
  policy: { title: string; path: string };
};

export type HistoryView = VersionsView & {
  description: string;
  items: HistoryItem[];
  feed: string;
  feedLabel: string;
};

/** The versions of a policy, oldest first, with their places in time. */
export function versionsOf(library: Library, entry: PolicyEntry): readonly PlacedVersion[] {
  return findStanding(library, entry).versions;
}

/** What a policy's own address shows: the version in force. */
export function policyView(library: Library, entry: PolicyEntry): PolicyView {
  const { versions, current } = findStanding(library, entry);
  const { page } = library.readCompiled(isWorkingText(entry, current) ? entry : (current ?? entry));
  return {
    frame: frameOf(library, page.language),
    page,
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
  const { versions } = findStanding(library, entry);
  const shown = findVersion(library, entry, date);
  const context = contextOf(library, entry, shown.language);
  const { page } = library.readCompiled(shown);
  const canonical = absoluteAddress(library.site.url, `${policyPath(entry.product, entry.slug)}${date}/`);
  return {
    frame: frameOf(library, page.language),
    page: { ...page, canonical, jsonLd: { ...page.jsonLd, url: canonical, version: date } },
    version: versionFrame(versions, shown, context),
    recent: recentOf(versions, shown, context),
    companions: companionsOf(library, entry),
  };
}

function findVersion(library: Library, entry: PolicyEntry, date: string): PlacedVersion {
  const { versions, indexes } = findStanding(library, entry);
  const version = versions[indexes.get(date) ?? -1];
  if (!version) throw new Error(`No version ${date}: the list of pages and the library disagree.`);
  return version;
}

/** What the words and addresses around a version depend on. */
export function contextOf(
  { site }: Library,
  { product, slug }: PolicyEntry,
  language: string,
): VersionContext {
  return { product, slug, base: basePath(site.url), reader: readerOf(language) };
}

function companionsOf(library: Library, entry: PolicyEntry): PolicyView['companions'] {
  const own = library.productsById.get(entry.product);
  return (own?.policies ?? [])
    .filter(({ slug }) => slug !== entry.slug)
    .map((other) => ({ ...findStanding(library, other).card, slug: other.slug }));
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
    feed: `${page.path}feed.xml`,
    feedLabel: words.versions.feed,
  };
}

/** What every page about versions of a policy shows. */
export function versionsView(
  library: Library,
  entry: PolicyEntry,
  page: PolicyPage,
  path: string,
): VersionsView {
  return {
    frame: frameOf(library, page.language),
    canonical: absoluteAddress(library.site.url, path),
    title: entry.title,
    product: { name: page.product.name, path: page.product.path },
    policy: { title: entry.title, path: page.path },
  };
}

/** The key of a policy's or version's page: its compiled text, and everything that stands around it. */
export function policyViewKey(library: Library, entry: PolicyEntry, date?: string): string {
  const { versions, current } = findStanding(library, entry);
  const shown = date ? findVersion(library, entry, date) : current;
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

/** The page of a version, without what stands around it. */
export function versionPage(library: Library, entry: PolicyEntry, date: string): PolicyPage {
  return library.readCompiled(findVersion(library, entry, date)).page;
}
