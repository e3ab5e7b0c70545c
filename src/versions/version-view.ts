import { policyPath } from '../resolve/address.ts';
import { escapeHtml, link } from '../text/html.ts';
import { renderProse } from '../text/prose.ts';
import { type Reader, showDate } from '../text/show.ts';
import { currentVersion, type Dated, type Placed } from './history.ts';

/** What lists and banners need to know of one version. */
export type VersionSummary = Dated & {
  title: string;
  /** The digest of its record; a proposed version has none. */
  digest?: string;
  summary?: string;
  isMaterial: boolean;
  reconsent: boolean;
  notified?: string;
};

/** A term and what is said of it, as HTML. */
type Detail = { term: string; html: string };

/** What stands around the text of a version: where it is in time, and the ways to the others. */
export type VersionFrame = {
  status: string;
  /** Said above the text, where this is not the version in force. */
  banner?: { html: string };
  /** Said above the text in force, for each version that is to come. */
  announcements: { html: string }[];
  details: { title: string; entries: Detail[] };
  historyPath: string;
  historyLabel: string;
};

/** Which policy the versions are of, and how its reader sees dates. */
export type VersionContext = { product: string; slug: string; base: string; reader: Reader };

/** The addresses of a version's pages. */
export function versionPaths({ product, slug, base }: Omit<VersionContext, 'reader'>, date: string) {
  const policy = base + policyPath(product, slug);
  const version = `${policy}${date}/`;
  return {
    policy,
    version,
    changes: `${version}changes/`,
    since: `${version}since/`,
    history: `${policy}history/`,
    record: `${policy}${date}.json`,
    text: `${policy}${date}.md`,
  };
}

/** Makes what stands around one version, shown at its own address or as the current one at the policy's. */
export function versionFrame(
  versions: readonly Placed<VersionSummary>[],
  shown: Placed<VersionSummary>,
  context: VersionContext,
): VersionFrame {
  const { words } = context.reader;
  const paths = versionPaths(context, shown.date);
  const isCurrent = currentVersion(versions)?.date === shown.date;
  const banner = bannerOf(versions, shown, context);
  const upcoming = isCurrent
    ? versions.filter(({ status, date }) => status === 'upcoming' && date !== shown.date)
    : [];
  return {
    status: words.versions.statuses[shown.status],
    ...(banner && { banner: { html: banner } }),
    announcements: upcoming.map((version) => ({ html: announcement(version, context) })),
    details: { title: words.versions.about, entries: detailsOf(versions, shown, context) },
    historyPath: paths.history,
    historyLabel: words.versions.all,
  };
}

function bannerOf(
  versions: readonly Placed<VersionSummary>[],
  shown: Placed<VersionSummary>,
  context: VersionContext,
): string | undefined {
  const { reader } = context;
  const { banners } = reader.words.versions;
  const paths = versionPaths(context, shown.date);
  const day = (date: string) => showDate(date, reader);
  const isFirst = versions[0]?.date === shown.date;
  const current = currentVersion(versions);
  const isLater = shown.status !== 'superseded' && current?.status === 'in-force';
  const label = isLater ? banners.readCurrent : banners.readLatest;
  const latest = current && current.date !== shown.date ? [link(paths.policy, label)] : [];
  switch (shown.status) {
    case 'in-force':
      return undefined;
    case 'proposed':
      return sentence(banners.proposed, [
        ...latest,
        ...(isFirst ? [] : [link(paths.changes, banners.whatChanges)]),
      ]);
    case 'upcoming':
      return sentence(banners.upcoming(day(shown.from)), [
        ...latest,
        ...(isFirst ? [] : [link(paths.changes, banners.whatChanges)]),
      ]);
    case 'superseded': {
      const said = shown.until ? banners.superseded(day(shown.from), day(shown.until)) : banners.never;
      return sentence(said, [...latest, link(paths.since, banners.whatChanged)]);
    }
  }
}

function sentence(text: string, links: string[], more = ''): string {
  const ways = links.length > 0 ? `<p>${links.join(' · ')}</p>` : '';
  return `<p><strong>${escapeHtml(text)}</strong></p>${more}${ways}`;
}

function announcement(version: Placed<VersionSummary>, context: VersionContext): string {
  const { reader } = context;
  const { banners } = reader.words.versions;
  const paths = versionPaths(context, version.date);
  const links = [link(paths.version, banners.readNew), link(paths.changes, banners.whatChanges)];
  const summary = version.summary ? renderProse(version.summary, { wrap: 'block' }) : '';
  return sentence(banners.announcement(showDate(version.from, reader)), links, summary);
}

function detailsOf(
  versions: readonly Placed<VersionSummary>[],
  shown: Placed<VersionSummary>,
  context: VersionContext,
): Detail[] {
  const { reader } = context;
  const { versions: words } = reader.words;
  const paths = versionPaths(context, shown.date);
  const index = versions.findIndex(({ date }) => date === shown.date);
  const previous = versions[index - 1];
  const current = currentVersion(versions);
  const dated = (version: VersionSummary, path: string) => link(path, showDate(version.date, reader));
  const lines: [string, string | undefined][] = [
    [words.thisVersion, dated(shown, paths.version)],
    // Of two versions, the one that is still to come is the later.
    [shown.status === 'upcoming' ? words.current : words.latest, current && dated(current, paths.policy)],
    [words.previous, previous && dated(previous, versionPaths(context, previous.date).version)],
    [words.inForce, escapeHtml(intervalOf(shown, reader))],
    [words.changes, previous && link(paths.changes, words.versionOf(showDate(shown.date, reader)))],
    [words.fingerprint, shown.digest && `<code>${shown.digest}</code>`],
    [
      words.formats,
      shown.digest && [link(paths.record, words.record), link(paths.text, words.text)].join(', '),
    ],
  ];
  return lines.flatMap(([term, html]) => (html ? [{ term, html }] : []));
}

/** When a version binds, in absolute dates: right even where the site is rebuilt late. */
export function intervalOf(version: Placed<Dated>, reader: Reader): string {
  const { versions: words } = reader.words;
  if (version.neverInForce) return words.never;
  if (version.isProposed) return words.ifPublished(showDate(version.from, reader));
  return words.interval(showDate(version.from, reader), version.until && showDate(version.until, reader));
}

/** One line of the list of versions. */
export type HistoryItem = {
  date: string;
  shownDate: string;
  path: string;
  status: string;
  interval: string;
  summaryHtml: string;
  notes: string[];
  links: { path: string; label: string }[];
};

/** All versions of a policy, newest first, with their intervals and summaries. */
export function historyItems(
  versions: readonly Placed<VersionSummary>[],
  context: VersionContext,
): HistoryItem[] {
  const { reader } = context;
  const { versions: words, history } = reader.words;
  const items = versions.map((version, index): HistoryItem => {
    const paths = versionPaths(context, version.date);
    const unsaid = index === 0 ? words.first : history.noSummary;
    return {
      date: version.date,
      shownDate: showDate(version.date, reader),
      path: paths.version,
      status: words.statuses[version.status],
      interval: `${words.inForce} ${intervalOf(version, reader)}`,
      summaryHtml: renderProse(version.summary ?? unsaid, { wrap: 'block' }),
      notes: [
        version.isMaterial && words.material,
        version.reconsent && words.reconsent,
        version.notified && words.notified(showDate(version.notified, reader)),
      ].filter((note) => typeof note === 'string'),
      links: [
        ...(index > 0 ? [{ path: paths.changes, label: words.changes }] : []),
        ...(version.status === 'superseded' ? [{ path: paths.since, label: words.since }] : []),
      ],
    };
  });
  return items.reverse();
}
