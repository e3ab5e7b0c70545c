import { escapeHtml, link } from '../text/html.ts';
import { renderProse } from '../text/prose.ts';
import { showDate } from '../text/show.ts';
import { type Detail, headDates, intervalOf, lateDay, statusText, versionName } from './placed-words.ts';
import {
  currentVersion,
  type Placed,
  type Status,
  versionAfter,
  versionBefore,
  versionInForce,
} from './timeline.ts';
import { announcementsOf, bannersOf } from './version-banner.ts';
import { type Timeline, type VersionContext, type VersionSummary, versionPaths } from './version-context.ts';

/** What stands around the text of a version: where it is in time, and the ways to the others. */
export type VersionFrame = {
  status: Status;
  statusLabel: string;
  /** Whether another text took its place, or none. */
  isOld: boolean;
  /** Which version it is. */
  name: string;
  /** Its place in time, for the head of the page, after the date of its text. */
  dates: Detail[];
  /** Said above the text, where this is not simply the version in force. */
  banners: string[];
  /** Said above the text readers meet at the policy's address, of what is to come. */
  announcements: string[];
  details: { title: string; entries: Detail[] };
  historyPath: string;
  historyLabel: string;
};

/** Makes what stands around one version, shown at its own address or as the current one at the policy's. */
export function versionFrame(
  timeline: Timeline,
  shown: Placed<VersionSummary>,
  context: VersionContext,
): VersionFrame {
  const { reader } = context;
  const { versions: words } = reader.words;
  const isCurrent = currentVersion(timeline.versions)?.id === shown.id;
  return {
    status: shown.status,
    statusLabel: statusText(shown, reader),
    isOld: ['superseded', 'replaced', 'withdrawn', 'ended'].includes(shown.status),
    name: words.versionOf(versionName(shown, reader)),
    dates: headDates(shown, reader),
    banners: bannersOf(timeline, shown, context),
    announcements: isCurrent ? announcementsOf(timeline, shown, context) : [],
    details: { title: words.about, entries: detailsOf(timeline, shown, context) },
    historyPath: versionPaths(context, shown.id).history,
    historyLabel: words.all,
  };
}

function detailsOf(timeline: Timeline, shown: Placed<VersionSummary>, context: VersionContext): Detail[] {
  const { versions: words } = context.reader.words;
  const paths = versionPaths(context, shown.id);
  const lines: [string, string | undefined][] = [
    ...waysOf(timeline, shown, context),
    [words.inForce, escapeHtml(intervalOf(shown, context.reader))],
    ...publishingOf(shown, context),
    [
      words.changes,
      timeline.versions[0]?.id !== shown.id
        ? link(paths.changes, words.versionOf(versionName(shown, context.reader)))
        : undefined,
    ],
    [words.fingerprint, shown.digest && `<code>${shown.digest}</code>`],
    [
      words.formats,
      shown.digest && [link(paths.record, words.record), link(paths.text, words.text)].join(', '),
    ],
  ];
  return lines.flatMap(([term, html]) => (html ? [{ term, html }] : []));
}

// This version and the ways to the others, the text that counts first.
function waysOf({ versions }: Timeline, shown: Placed<VersionSummary>, context: VersionContext) {
  const { versions: words } = context.reader.words;
  const index = versions.findIndex(({ id }) => id === shown.id);
  const current = currentVersion(versions);
  const [previous, next] = [versionBefore(versions, index), versionAfter(versions, index)];
  const own = ({ id }: VersionSummary) => versionPaths(context, id).version;
  const to = (version: VersionSummary | undefined, path: (version: VersionSummary) => string) =>
    version && link(path(version), versionName(version, context.reader));
  const ways: [string, string | undefined][] = [
    [words.thisVersion, to(shown, own)],
    [currentTerm(versions, context), to(current, ({ id }) => versionPaths(context, id).policy)],
    [words.previous, to(previous, own)],
    [words.next, to(next, own)],
  ];
  return ways;
}

function currentTerm(versions: readonly Placed<VersionSummary>[], { reader }: VersionContext): string {
  const { versions: words } = reader.words;
  if (versionInForce(versions)) return words.current;
  const status = currentVersion(versions)?.status;
  return status === 'upcoming' || status === 'proposed' ? words.toCome : words.last;
}

function publishingOf(shown: Placed<VersionSummary>, { reader }: VersionContext) {
  const { versions: words } = reader.words;
  const late = lateDay(shown);
  const lines: [string, string | undefined][] = [
    [words.published, late && escapeHtml(words.dated(showDate(shown.date, reader), showDate(late, reader)))],
    [words.retroactive, late && shown.retroactive && renderProse(shown.retroactive, { wrap: 'inline' })],
  ];
  return lines;
}
