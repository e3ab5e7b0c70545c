import type { PolicyEntry, ProductEntry } from '../compile/compile-model.ts';
import { digest } from '../digest.ts';
import { oncePer } from '../memory.ts';
import { absoluteAddress, policyPath } from '../resolve/address.ts';
import { findStanding, type Library } from '../site/library.ts';
import type { PlacedVersion, PolicyStanding } from '../site/policy-standing.ts';
import { contextOf } from '../site/policy-view.ts';
import { proseText } from '../text/prose.ts';
import { type Reader, showDate } from '../text/show.ts';
import { happenings, summaryOf } from '../versions/history-view.ts';
import { bindingText, bindsAtOnce, neverText, versionName } from '../versions/placed-words.ts';
import { isVersion, readEntry } from '../versions/record.ts';
import { openAct } from '../versions/record-formats.ts';
import type { Act } from '../versions/timeline.ts';
import type { Exporter } from './exporter.ts';

/**
 * A published version as a feed tells of it, or what happened to one or to a policy. Its id is the digest of its record,
 * which is the same wherever the site lives; `updated` is the day on which something last happened to it.
 */
export type FeedEntry = {
  id: string;
  address: string;
  title: string;
  date: string;
  updated: string;
  summary: string;
  language: string;
};

/** A feed of a site, a product or a policy. `history` is where every version of a policy is listed. */
export type Feed = { title: string; address: string; self: string; history?: string; entries: FeedEntry[] };

/** How many entries a feed holds; the older ones are in the history. */
const newest = 50;

/** A feed in one format for each of the site, its products and its policies. */
export function feedsIn(
  format: { id: string; extension: 'xml' | 'json'; mediaType: string },
  print: (feed: Feed) => string,
): Exporter[] {
  const { id, extension, mediaType } = format;
  const own = { id, file: `feed.${extension}`, mediaType };
  const write = (library: Library, scope: FeedScope) => print(feedOf(library, scope, extension));
  return [
    { ...own, scope: 'site', write: (library) => write(library, {}), key: siteKey },
    {
      ...own,
      scope: 'product',
      write: (library, { id: product }) => write(library, { product }),
      key: (library, product) => productKeys(library)(product),
    },
    {
      ...own,
      scope: 'policy',
      write: (library, { product, slug }) => write(library, { product, slug }),
      key: (library, entry) => policyKeys(library)(entry),
    },
  ];
}

const siteKey = oncePer((library: Library) =>
  digest([JSON.stringify(library.site), ...library.products.map((product) => productKeys(library)(product))]),
);

// In the order in which feeds tell them.
const productKeys = oncePer((library: Library) =>
  oncePer((product: ProductEntry) =>
    digest([
      JSON.stringify([library.site, product.id, product.name]),
      ...product.policies.map((entry) => policyKeys(library)(entry)),
    ]),
  ),
);

// All that the feed of a policy is made from: its names, its chain, where its versions stand, and what its sentences can
// name, the other policies of its product.
const policyKeys = oncePer((library: Library) => {
  const cards = oncePer(({ policies }: ProductEntry) =>
    JSON.stringify(policies.map((entry) => findStanding(library, entry).card)),
  );
  return oncePer((entry: PolicyEntry) => {
    const { product, slug, title, language, chain, former } = entry;
    const { versions, acts } = findStanding(library, entry);
    const owner = library.productsById.get(product);
    const own = { site: library.site, name: owner?.name, product, slug, title, language, chain, former };
    return digest([JSON.stringify({ ...own, versions, acts }), owner ? cards(owner) : '']);
  });
});

type FeedScope = { product?: string; slug?: string };

/** A feed of the published versions of a policy, of a product, or of the site, and of what happened to them; newest first. */
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
    ...(scope.slug &&
      entries[0]?.versions.length && { history: absoluteAddress(site.url, `${path}history/`) }),
    entries: entries.flatMap(entriesIn(library)).sort(newestFirst).slice(0, newest),
  };
}

// Of one day, what comes later in the chain of a policy comes first already.
function newestFirst(a: FeedEntry, b: FeedEntry): number {
  return a.date < b.date ? 1 : a.date > b.date ? -1 : 0;
}

// Each stands in the feed of its policy, its product and the site, in every format.
const entriesIn = oncePer((library: Library) => oncePer((entry: PolicyEntry) => feedEntries(library, entry)));

// In the order of the chain, whatever the days are.
function feedEntries(library: Library, entry: PolicyEntry): FeedEntry[] {
  const standing = findStanding(library, entry);
  const versions = standing.versions.flatMap(({ digest, previous }, index) =>
    digest === undefined ? [] : [{ digest, previous, told: [feedEntry(library, standing, index, digest)] }],
  );
  const acts = sealedActs(library, entry).map(({ digest, previous, act }) => ({
    digest,
    previous,
    told: actEntry(library, standing, act, digest),
  }));
  const following = new Map([...versions, ...acts].map((one) => [one.previous, one]));
  const ordered: FeedEntry[] = [];
  for (let next = following.get(undefined); next; next = following.get(next.digest))
    ordered.push(...next.told);
  return ordered.reverse();
}

type SealedAct = { digest: string; previous: string; act: Act };

function sealedActs({ sources }: Library, { acts, chain }: PolicyEntry): SealedAct[] {
  if (acts.length === 0) return [];
  return chain.files.flatMap(({ path }) => {
    const result = readEntry(sources.read(path));
    if ('fault' in result || isVersion(result.entry)) return [];
    const { digest, previous } = result.entry;
    return [{ digest, previous, act: openAct(result.entry) }];
  });
}

// A withdrawal that came too late took nothing back.
function actEntry(
  library: Library,
  { entry, versions }: PolicyStanding,
  act: Act,
  digest: string,
): FeedEntry[] {
  const context = contextOf(library, entry, entry.language);
  const { reader } = context;
  const version = 'version' in act ? versions.find(({ id }) => id === act.version) : undefined;
  if ('version' in act && (!version || (act.type === 'withdrawal' && !version.withdrawn))) return [];
  const { title, text } = actText(act, version, reader);
  const product = library.productsById.get(entry.product)?.name ?? entry.product;
  const path = policyPath(entry.product, entry.slug);
  return [
    {
      id: digestName(digest),
      address: absoluteAddress(library.site.url, version ? `${path}${version.id}/` : path),
      title: `${product}: ${version?.title ?? entry.title} – ${title}`,
      date: act.day,
      updated: act.day,
      summary: proseText(text),
      language: entry.language,
    },
  ];
}

function actText(
  act: Act,
  version: PlacedVersion | undefined,
  reader: Reader,
): { title: string; text: string } {
  const { versions: words } = reader.words;
  const name = version ? versionName(version, reader) : '';
  const day = (date: string) => showDate(date, reader);
  switch (act.type) {
    case 'withdrawal':
      return {
        title: words.acts.withdrawal(name),
        text: `${words.withdrawnOn(day(act.day))} ${words.why(act.because)}`,
      };
    case 'notice':
      return { title: words.acts.notice(name), text: words.notified(day(act.notified)) };
    case 'retirement': {
      // No policy ends before readers were told.
      const says = act.on < act.day ? words.ended(day(act.day)) : words.endAnnounced(day(act.on));
      return { title: words.acts.retirement, text: `${says} ${words.why(act.because)}` };
    }
    case 'rename':
      return { title: words.acts.rename, text: words.renamed(`\`${act.from}\``) };
  }
}

function feedEntry(
  library: Library,
  { entry, versions }: PolicyStanding,
  index: number,
  digest: string,
): FeedEntry {
  // The index comes from the list itself.
  const version = versions[index] as PlacedVersion;
  const context = contextOf(library, entry, version.language);
  const { reader } = context;
  const product = library.productsById.get(entry.product)?.name ?? entry.product;
  const date = version.released ?? version.date;
  const sentences = [
    summaryOf(version, index, context),
    ...placeSentences(version, reader),
    ...happenings({ versions }, version, context),
  ];
  return {
    id: digestName(digest),
    address: absoluteAddress(library.site.url, `${policyPath(entry.product, entry.slug)}${version.id}/`),
    title: `${product}: ${version.title} – ${reader.words.versions.versionOf(versionName(version, reader))}`,
    date,
    updated: [version.withdrawn, version.replacedBy, version.displacedBy].reduce(
      (last, act) => later(last, act?.day ?? last),
      date,
    ),
    summary: proseText(sentences.join('\n\n')),
    language: version.language,
  };
}

// What is the same on every day: from when it binds where that is not its own date, or that it never does.
function placeSentences(version: PlacedVersion, reader: Reader): string[] {
  const { neverInForce, status, correctedBy, shownInForce } = version;
  const { versions: words } = reader.words;
  const isReplaced = status === 'superseded' && (correctedBy === undefined || shownInForce !== undefined);
  if (neverInForce) return isReplaced ? [neverText(version, reader)] : [];
  return bindsAtOnce(version) ? [] : [words.bindsFrom(bindingText(version, reader))];
}

function later(a: string, b: string): string {
  return a > b ? a : b;
}

/** A SHA-256 digest in hexadecimal as a name that is the same everywhere (RFC 6920). */
function digestName(digest: string): string {
  return `ni:///sha-256;${Buffer.from(digest, 'hex').toString('base64url')}`;
}

/** The time of a version: a feed needs one, and a version has a day. Noon UTC is that day in nearly every zone. */
export function toTimestamp(date: string): string {
  return `${date}T12:00:00Z`;
}
