import type { ImportedFrom } from '../../schemas/record-2.ts';
import { escapeMarkdown, renderProse } from '../text/prose.ts';
import { type Reader, showDate } from '../text/show.ts';
import { intervalOf, lateDay, statusText, versionName } from './placed-words.ts';
import { type Act, type Ending, endingOf, type Placed, type Status } from './timeline.ts';
import { hasSince } from './version-banner.ts';
import { type Timeline, type VersionContext, type VersionSummary, versionPaths } from './version-context.ts';

type Version = Placed<VersionSummary>;

/** One version in the list of them. */
export type HistoryItem = {
  id: string;
  date: string;
  /** The date of its text in full, and its number where the day has several. */
  name: string;
  path: string;
  status: Status;
  statusLabel: string;
  interval: string;
  summaryHtml: string;
  /** Plain sentences and what happened to it, as HTML. */
  notes: string[];
  links: { path: string; label: string }[];
};

/** What happened to a policy itself, on a day. */
type HistoryEvent = { date: string; shownDate: string; html: string };

/**
 * A line of history: a version with its corrections folded under it by a title, or what happened to the policy. The first
 * of a year `opens` it.
 */
export type HistoryLine = { opens?: string } & (
  | { type: 'version'; item: HistoryItem; corrections: { title: string; item: HistoryItem }[] }
  | { type: 'event'; event: HistoryEvent }
);

/** All versions of a policy, newest first, with their intervals and summaries. */
export function historyItems(timeline: Timeline, context: VersionContext): HistoryItem[] {
  return timeline.versions.map((_, index) => historyItem(timeline, index, context)).reverse();
}

/** History, newest first: versions with the corrections of each under it, and what happened to the policy in its place. */
export function historyLines(timeline: Timeline, context: VersionContext): HistoryLine[] {
  const { versions } = timeline;
  const { correctedBy } = context.reader.words.versions;
  const byId = new Map(versions.map((version) => [version.id, version]));
  const items = new Map(historyItems(timeline, context).map((item) => [item.id, item]));
  const corrections = Map.groupBy(versions.filter(isCorrection(byId)), (version) => rootOf(version, byId));
  const itemsOf = (list: readonly Version[]) => list.flatMap(({ id }) => items.get(id) ?? []);
  const lines = versions
    .filter((version) => !isCorrection(byId)(version))
    .flatMap((version) =>
      itemsOf([version]).map((item) => ({
        day: version.released ?? version.date,
        line: {
          type: 'version' as const,
          item,
          corrections: itemsOf(corrections.get(version.id) ?? [])
            .map((one) => ({ title: correctedBy(one.name), item: one }))
            .reverse(),
        },
      })),
    );
  return eventsOf(timeline, context)
    .reduce(placeEvent, lines.reverse())
    .map(({ line }, index, all) => {
      const year = yearOf(line);
      const before = all[index - 1];
      return before && yearOf(before.line) === year ? line : { ...line, opens: year };
    });
}

function yearOf(line: HistoryLine): string {
  return (line.type === 'event' ? line.event.date : line.item.date).slice(0, '2026'.length);
}

type PlacedLine = { day: string; line: HistoryLine };

// Versions stay in the order of their chain, whatever their days; an event stands before the first that is not later.
function placeEvent(lines: PlacedLine[], event: PlacedLine): PlacedLine[] {
  const index = lines.findIndex(({ day }) => day <= event.day);
  return lines.toSpliced(index < 0 ? lines.length : index, 0, event);
}

function isCorrection(byId: ReadonlyMap<string, Version>): (version: Version) => boolean {
  return ({ corrects, isProposed }) => !isProposed && corrects !== undefined && byId.has(corrects);
}

// A correction of a correction corrects the same text.
function rootOf(version: Version, byId: ReadonlyMap<string, Version>): string {
  const corrected = version.corrects === undefined ? undefined : byId.get(version.corrects);
  return corrected && corrected !== version ? rootOf(corrected, byId) : version.id;
}

function eventsOf({ acts }: Timeline, context: VersionContext): PlacedLine[] {
  const ending = endingOf(acts, context.today);
  return acts.flatMap((act): PlacedLine[] => {
    const html = eventHtml(act, ending, context);
    if (html === undefined) return [];
    const event = { date: act.day, shownDate: showDate(act.day, context.reader), html };
    return [{ day: act.day, line: { type: 'event', event } }];
  });
}

function eventHtml(act: Act, ending: Ending | undefined, { reader }: VersionContext): string | undefined {
  const { versions: words } = reader.words;
  if (act.type === 'rename') return renderProse(words.renamed(`\`${act.from}\``), { wrap: 'block' });
  if (act.type !== 'retirement') return undefined;
  return `${renderProse(endText(act.on, ending, reader), { wrap: 'block' })}${renderProse(words.why(act.because), { wrap: 'block' })}`;
}

// The day may have been moved since it was announced, and no policy ends before readers were told.
function endText(on: string, ending: Ending | undefined, reader: Reader): string {
  const { versions: words } = reader.words;
  if (ending?.says !== on) return words.endAnnounced(showDate(on, reader));
  const day = showDate(ending.on, reader);
  return ending.hasEnded ? words.ended(day) : words.ends(day);
}

function historyItem(timeline: Timeline, index: number, context: VersionContext): HistoryItem {
  const { versions: words } = context.reader.words;
  // The indexes come from the list itself.
  const version = timeline.versions[index] as Version;
  const paths = versionPaths(context, version.id);
  return {
    id: version.id,
    date: version.date,
    name: versionName(version, context.reader),
    path: paths.version,
    status: version.status,
    statusLabel: statusText(version, context.reader),
    interval: `${words.inForce}${version.neverInForce ? ':' : ''} ${intervalOf(version, context.reader)}`,
    summaryHtml: renderProse(summaryOf(version, index, context), { wrap: 'block' }),
    notes: notesOf(timeline, version, context),
    links: [
      ...(index > 0 ? [{ path: paths.changes, label: words.changes }] : []),
      ...(hasSince(timeline.versions, version) ? [{ path: paths.since, label: words.since }] : []),
    ],
  };
}

/** What a version changed, in the words of its authors; where they gave none, that. */
export function summaryOf(
  { summary, isProposed }: Version,
  index: number,
  { reader }: VersionContext,
): string {
  const { versions, history } = reader.words;
  // What is proposed is not published.
  return summary ?? (index === 0 && !isProposed ? versions.first : history.noSummary);
}

function notesOf(timeline: Timeline, version: Version, context: VersionContext): string[] {
  const { reader } = context;
  const { versions: words } = reader.words;
  const day = (date: string) => showDate(date, reader);
  const late = lateDay(version);
  const { withdrawn, ...others } = version;
  const inline = (text: string) => renderProse(text, { wrap: 'inline' });
  return [
    ...(late ? [inline(words.dated(day(version.date), day(late)))] : []),
    ...(late && version.retroactive ? [inline(version.retroactive)] : []),
    ...(version.isMaterial ? [inline(words.material)] : []),
    ...(version.reconsent ? [inline(words.reconsent)] : []),
    ...noticeDays(version).map((notified) => inline(words.notified(day(notified)))),
    // On which day it was withdrawn stands above it.
    ...(withdrawn ? [inline(words.why(withdrawn.because))] : []),
    ...happenings(timeline, others, context).map(inline),
    ...(version.imported ? [inline(importedText(version.imported, reader))] : []),
  ];
}

function importedText({ from, path, commit, dated }: ImportedFrom, { words }: Reader): string {
  const { imported } = words.versions;
  const source =
    from === 'git' ? imported.fromGit((commit ?? '').slice(0, 12)) : imported.fromFile(escapeMarkdown(path));
  return dated === 'text' ? source : `${source} ${from === 'git' ? imported.byCommit : imported.byFile}`;
}

/** What happened to a version after it was published, in sentences of Markdown. */
export function happenings(
  { versions }: Pick<Timeline, 'versions'>,
  { withdrawn, replacedBy, correctedBy, corrects }: Version,
  { reader }: Pick<VersionContext, 'reader'>,
): string[] {
  const { versions: words } = reader.words;
  const name = (id: string) => {
    const version = versions.find((other) => other.id === id);
    return version ? versionName(version, reader) : id;
  };
  return [
    ...(corrects ? [words.corrects(name(corrects))] : []),
    ...(withdrawn
      ? [`${words.withdrawnOn(showDate(withdrawn.day, reader))} ${words.why(withdrawn.because)}`]
      : []),
    ...(replacedBy ? [words.replacedOn(showDate(replacedBy.day, reader), name(replacedBy.id))] : []),
    ...(correctedBy ? [words.corrected(name(correctedBy))] : []),
  ];
}

function noticeDays({ notified, notices }: Version): string[] {
  return [...new Set([...(notified ? [notified] : []), ...notices.map((notice) => notice.notified)])];
}
