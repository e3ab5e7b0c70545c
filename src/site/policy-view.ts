import type { PolicyEntry } from '../compile/compile-model.ts';
import { digest } from '../digest.ts';
import { oncePer } from '../memory.ts';
import type { PageSection, PolicyPage } from '../page/page-model.ts';
import { absoluteAddress, basePath, policyPath } from '../resolve/address.ts';
import { escapeHtml } from '../text/html.ts';
import { type Reader, readerOf, showDate } from '../text/show.ts';
import { type HistoryItem, type HistoryLine, historyItems, historyLines } from '../versions/history-view.ts';
import { bindingText, bindsAtOnce, type Detail, timeHtml } from '../versions/placed-words.ts';
import { endingOf } from '../versions/timeline.ts';
import { type VersionContext, versionPaths } from '../versions/version-context.ts';
import { versionData } from '../versions/version-data.ts';
import { type VersionFrame, versionFrame } from '../versions/version-view.ts';
import { type Frame, frameOf, viewKey } from './frame.ts';
import { findStanding, type Library } from './library.ts';
import type { PlacedVersion, PolicyCard, PolicyStanding } from './policy-standing.ts';
import { ownScript, type Script } from './script.ts';

// What each page of a policy shows: the compiled text of one version, and where it stands among the others.

/** A page of a policy: its text, where that version is in time, and the other policies of its product. */
export type PolicyView = {
  frame: Frame;
  page: PolicyPage;
  /** The dates at the head of the page. */
  dates: HeadDate[];
  version?: VersionFrame;
  /** Whether search engines are to find it. */
  isListed: boolean;
  /** The versions up to the one shown, newest first. */
  recent: HistoryItem[];
  companions: (PolicyCard & { slug: string })[];
  /** The path at which its sections and entries can be cited for good: that of its version; nothing where there is none. */
  citeAt: string;
  /** What stands at the foot of each printed page. */
  running: string;
  /** The script by which readers look for its cookies on their device, where the site has it and the page lists some. */
  script?: Script;
  /** What the link beside an entry is called. */
  linkTo(name: string): string;
  /** What its sections were rendered to: pages that show the same with the same around it share it. */
  rendered: { html?: string };
};

/** A date at the head of a page; a placed one is of the version's place in time, not of its text. */
type HeadDate = Detail & { isPlaced?: boolean };

/** A page about versions of a policy: all of them, or two compared. */
export type VersionsView = {
  frame: Frame;
  canonical: string;
  title: string;
  product: { name: string; path: string };
  policy: { title: string; path: string };
};

type HistoryView = VersionsView & {
  description: string;
  lines: HistoryLine[];
  /** The years that lines open, each once. */
  years: string[];
  yearsLabel: string;
  feed: string;
  feedLabel: string;
  /** The page that says which version applied on a day. */
  asOf: string;
  asOfLabel: string;
  /** The page that compares any two versions, where there are two. */
  compare?: { path: string; label: string };
};

/** What a policy's own address shows: the version in force. */
export function policyView(library: Library, entry: PolicyEntry): PolicyView {
  const { current } = findStanding(library, entry);
  const { page } = library.readCompiled(current ?? entry);
  // What is in force shows as it was sealed; the day counsel last confirmed it stands in the working file.
  const { dates, jsonLd } = isWorkingText(entry, current) ? library.readCompiled(entry).page : page;
  const view = viewOf(library, entry, { ...page, dates, jsonLd }, current, page.canonical);
  const hasScript = library.site.inspect === true && listsCookies(page.sections);
  return hasScript ? { ...view, script: ownScript(library, 'inspect') } : view;
}

// The anchors of their rows, which never change.
function listsCookies(sections: readonly PageSection[]): boolean {
  return sections.some(
    (section) =>
      section.blocks.some(
        (block) => block.type === 'table' && block.rows.some(({ id }) => id?.startsWith('cookies-')),
      ) || listsCookies(section.sections),
  );
}

function viewOf(
  library: Library,
  entry: PolicyEntry,
  page: PolicyPage,
  shown: PlacedVersion | undefined,
  canonical: string,
): PolicyView {
  const { version, ...around } = aroundOf(library, entry, shown, page.language);
  return {
    ...around,
    page: {
      ...page,
      canonical,
      ...(shown && { jsonLd: versionData(page.jsonLd, shown, canonical) }),
    },
    dates: datesOf(page, version, contextOf(library, entry, page.language)),
    running: runningTitle(page, version),
    rendered: renderedOf(page.sections, around),
    ...(version && { version }),
  };
}

// A version in force has an address of its own beside that of its policy.
function renderedOf(
  sections: readonly PageSection[],
  { citeAt, companions, recent }: Pick<PolicyView, 'citeAt' | 'companions' | 'recent'>,
): PolicyView['rendered'] {
  const known = rememberedSections(sections);
  const key = JSON.stringify([citeAt, companions, recent]);
  const rendered = known.get(key) ?? {};
  known.set(key, rendered);
  return rendered;
}

const rememberedSections = oncePer(
  (_sections: readonly PageSection[]) => new Map<string, PolicyView['rendered']>(),
);

/** What stands at the foot of each printed page: the product, the policy, and which version it is. */
export function runningTitle({ product, title }: PolicyPage, version: VersionFrame | undefined): string {
  return [product.name, title, ...(version ? [version.name] : [])].join(' · ');
}

/** What stands around a text: known without the text itself. */
function aroundOf(
  library: Library,
  entry: PolicyEntry,
  shown: PlacedVersion | undefined,
  language: string,
): Omit<PolicyView, 'page' | 'dates' | 'running' | 'rendered'> {
  const standing = findStanding(library, entry);
  const context = contextOf(library, entry, language);
  return {
    frame: frameOf(library, language),
    ...(shown && { version: versionFrame(standing, shown, context) }),
    isListed: isListed(shown),
    recent: recentOf(standing, shown, context),
    companions: companionsOf(library, entry),
    citeAt: shown && !shown.isProposed ? versionPaths(context, shown.id).version : '',
    linkTo: context.reader.words.linkToRow,
  };
}

/** Whether search engines are to find a text: one in force, or one of a policy that states no date and has no versions. */
export function isListed(version: PlacedVersion | undefined): boolean {
  return version === undefined || version.status === 'in-force';
}

// What a page says by itself of when it binds is what its authors wrote; what became of that is known only here.
function datesOf(
  { dates }: PolicyPage,
  version: VersionFrame | undefined,
  { reader }: VersionContext,
): HeadDate[] {
  const { updated, effective } = reader.words;
  const ofText = (isWanted: (term: string) => boolean) =>
    dates
      .filter(({ term }) => isWanted(term))
      .map(({ term, date, text }) => ({
        term,
        html: text === showDate(date, reader) ? timeHtml(date, reader) : escapeHtml(text),
      }));
  if (!version) return ofText(() => true);
  return [
    ...ofText((term) => term === updated),
    ...version.dates.map((detail) => ({ ...detail, isPlaced: true })),
    ...ofText((term) => term !== updated && term !== effective),
  ];
}

function recentOf(
  standing: PolicyStanding,
  shown: PlacedVersion | undefined,
  context: VersionContext,
): HistoryItem[] {
  return shown ? recentsOf(standing, context).items.slice(placeFromEnd(standing, shown)) : [];
}

function placeFromEnd({ versions, indexes }: PolicyStanding, { id }: PlacedVersion): number {
  return versions.length - 1 - (indexes.get(id) ?? -1);
}

type Recents = {
  items: readonly HistoryItem[];
  /** What each of them and all before it come to. */
  keys: readonly string[];
};

// Every version of a policy shows those before it: they are made once, and a page is known by one digest of them.
function recentsOf(standing: PolicyStanding, context: VersionContext): Recents {
  const known = rememberedRecents(standing);
  const { language } = context.reader;
  const recents = known.get(language) ?? makeRecents(historyItems(standing, context));
  known.set(language, recents);
  return recents;
}

const rememberedRecents = oncePer((_standing: PolicyStanding) => new Map<string, Recents>());

function makeRecents(items: readonly HistoryItem[]): Recents {
  const keys: string[] = [];
  for (const item of items.toReversed()) keys.push(digest([JSON.stringify(item), keys.at(-1) ?? '']));
  return { items, keys: keys.reverse() };
}

// The working file says the same as the last version, and also when counsel last confirmed it.
function isWorkingText({ versions }: PolicyEntry, current: PlacedVersion | undefined): boolean {
  return current === undefined || current.id === versions.at(-1)?.id;
}

/** What the address of one version shows, for ever. That of the version in force leads search engines to the policy's. */
export function versionView(library: Library, entry: PolicyEntry, id: string): PolicyView {
  const shown = findVersion(library, entry, id);
  const { page } = library.readCompiled(shown);
  const own = absoluteAddress(library.site.url, `${policyPath(entry.product, entry.slug)}${id}/`);
  return viewOf(library, entry, page, shown, shown.status === 'in-force' ? page.canonical : own);
}

function findVersion(library: Library, entry: PolicyEntry, id: string): PlacedVersion {
  const { versions, indexes } = findStanding(library, entry);
  const version = versions[indexes.get(id) ?? -1];
  if (!version) throw new Error(`No version ${id}: the list of pages and the library disagree.`);
  return version;
}

/** What the words and addresses around a version depend on. */
export function contextOf(
  library: Library,
  { product, slug }: PolicyEntry,
  language: string,
): VersionContext {
  const { site, today } = library;
  return {
    product,
    slug,
    base: basePath(site.url),
    reader: readerOf(language),
    today,
    findPolicy: (other) => successorOf(library, product, other)?.card,
  };
}

// Under the name it has now; and where that one has ended too, the one that takes its place.
function successorOf(
  library: Library,
  product: string,
  slug: string,
  seen: readonly string[] = [],
): PolicyStanding | undefined {
  const policies = library.productsById.get(product)?.policies ?? [];
  const entry =
    policies.find((policy) => policy.slug === slug) ??
    policies.find(({ former }) => former.includes(`${product}/${slug}`));
  if (!entry || seen.includes(entry.slug)) return undefined;
  const standing = findStanding(library, entry);
  const ending = endingOf(standing.acts, library.today);
  if (!ending?.hasEnded || ending.instead === undefined) return standing;
  return successorOf(library, product, ending.instead, [...seen, entry.slug]) ?? standing;
}

function companionsOf(library: Library, entry: PolicyEntry): PolicyView['companions'] {
  const own = library.productsById.get(entry.product);
  return (own?.policies ?? [])
    .filter(({ slug }) => slug !== entry.slug)
    .map((other) => ({ ...findStanding(library, other).card, slug: other.slug }));
}

/** The list of all versions of a policy, with its feed. */
export function historyView(library: Library, entry: PolicyEntry): HistoryView {
  const { product: id, slug, language, title } = entry;
  const { words } = readerOf(language);
  const base = basePath(library.site.url);
  const path = policyPath(id, slug);
  const view = allVersionsView(library, entry, 'history/');
  const lines = historyLines(findStanding(library, entry), contextOf(library, entry, language));
  return {
    ...view,
    title: words.versions.versionsOf(title),
    description: words.versions.describe(view.product.name, title),
    lines,
    years: lines.flatMap(({ opens }) => opens ?? []),
    yearsLabel: words.versions.years,
    feed: `${base}${path}feed.xml`,
    feedLabel: words.versions.feed,
    asOf: `${base}${path}as-of/`,
    asOfLabel: words.versions.asOf,
    ...(canCompare(entry) && { compare: { path: `${base}${path}compare/`, label: words.versions.compare } }),
  };
}

/** Whether a policy has versions to compare: two that are published. */
export function canCompare({ versions }: PolicyEntry): boolean {
  return versions.filter(({ isProposed }) => !isProposed).length > 1;
}

/** What every page about versions of a policy shows. */
export function versionsView(
  library: Library,
  entry: PolicyEntry,
  page: Pick<PolicyPage, 'language' | 'path'> & { product: VersionsView['product'] },
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

/** What a page about all versions of a policy shows, at an address below that of the policy, such as `history/`. */
export function allVersionsView(library: Library, entry: PolicyEntry, below: string): VersionsView {
  const { product: id, slug, language } = entry;
  const base = basePath(library.site.url);
  const path = policyPath(id, slug);
  const product = { name: library.productsById.get(id)?.name ?? id, path: `${base}/${id}/` };
  return versionsView(library, entry, { language, product, path: base + path }, `${path}${below}`);
}

/** The key of a policy's or version's page: its compiled text, and everything that stands around it. */
export function policyViewKey(library: Library, entry: PolicyEntry, id?: string): string {
  const standing = findStanding(library, entry);
  const { current } = standing;
  const shown = id ? findVersion(library, entry, id) : current;
  const compiled = !id && isWorkingText(entry, shown) ? entry.key : (shown?.key ?? entry.key);
  const { language } = shown ?? entry;
  const { recent: _recent, ...around } = aroundOf(library, entry, shown, language);
  const { keys } = recentsOf(standing, contextOf(library, entry, language));
  const recent = shown ? keys[placeFromEnd(standing, shown)] : '';
  const script = !id && library.site.inspect ? ownScript(library, 'inspect') : undefined;
  return viewKey([compiled], { ...around, recent, until: shown?.until, script });
}

/** The page of a version, without what stands around it; from when it binds is what became of it. */
export function versionPage(library: Library, entry: PolicyEntry, id: string): PolicyPage {
  const version = findVersion(library, entry, id);
  const { page } = library.readCompiled(version);
  const reader = readerOf(page.language);
  const { updated, effective } = reader.words;
  const isText = ({ term }: { term: string }) => term === updated;
  return {
    ...page,
    dates: [
      ...page.dates.filter(isText),
      ...bindingDays(version, reader).map(({ date, text }) => ({ term: effective, date, text })),
      ...page.dates.filter((date) => !isText(date) && date.term !== effective),
    ],
  };
}

/** The key of the page of a version without what stands around it: its compiled text, and what decides when it binds. */
export function versionPageKey(library: Library, entry: PolicyEntry, id: string): string {
  const { key, spans, days, from, date } = findVersion(library, entry, id);
  return viewKey([key], { spans, days, from, date });
}

// A version that never binds has none, and one that binds all from the day of its text says no other.
function bindingDays(version: PlacedVersion, reader: Reader): { date: string; text: string }[] {
  if (version.spans.length === 0 || bindsAtOnce(version)) return [];
  return [{ date: version.from, text: bindingText(version, reader) }];
}

/** The routes of a page of each policy that is meant, those with versions unless told otherwise; each with a key that changes with what the page shows. */
export function policyPaths(
  library: Library,
  viewOf: (library: Library, entry: PolicyEntry) => object,
  isMeant = ({ versions }: PolicyEntry) => versions.length > 0,
) {
  const entries = library.products.flatMap(({ policies }) => policies);
  return entries.filter(isMeant).map((entry) => ({
    params: { product: entry.product, slug: entry.slug },
    cacheKey: viewKey([], viewOf(library, entry)),
  }));
}
