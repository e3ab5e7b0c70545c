import { escapeHtml, link } from '../text/html.ts';
import { renderProse } from '../text/prose.ts';
import { showDate, showList } from '../text/show.ts';
import { bindingText, intervalOf, lateDay, neverText, startsText, versionName } from './placed-words.ts';
import {
  currentVersion,
  type Ending,
  endingOf,
  type Placed,
  versionAfter,
  versionBefore,
  versionInForce,
} from './timeline.ts';
import { type Timeline, type VersionContext, type VersionSummary, versionPaths } from './version-context.ts';

// What is said above the text of a version: where it stands, and the ways to the text that counts.

type Version = Placed<VersionSummary>;

/** A message: what is so, why, and where to go. */
type Message = { says: string; because?: string | undefined; links?: string[] };

/** What is said above a version that is not simply in force, as HTML. */
export function bannersOf(timeline: Timeline, shown: Version, context: VersionContext): string[] {
  const ending = endingOf(timeline.acts, context.today);
  const messages = [
    ...(ending?.hasEnded ? [endingMessage(ending, context)] : []),
    ...placeMessages(timeline, shown, context),
    ...retroactiveMessages(shown, context),
  ];
  return messages.map(toHtml);
}

/** What is said above the text in force of what is to come: new versions, and the end of the policy. */
export function announcementsOf(timeline: Timeline, shown: Version, context: VersionContext): string[] {
  const upcoming = timeline.versions.filter(({ status, id }) => status === 'upcoming' && id !== shown.id);
  const ending = endingOf(timeline.acts, context.today);
  return [
    ...upcoming.map((version) => announcement(version, context)),
    ...(ending && !ending.hasEnded ? [toHtml(endingMessage(ending, context))] : []),
  ];
}

/** What is said of a version that is to come: from when it binds, and what it changes. */
function announcement(version: Version, context: VersionContext): string {
  const { reader } = context;
  const { banners } = reader.words.versions;
  const paths = versionPaths(context, version.id);
  return toHtml({
    says: banners.announcement(bindingText(version, reader)),
    because: version.summary,
    links: [link(paths.version, banners.readNew), link(paths.changes, banners.whatChanges)],
  });
}

function endingMessage({ on, because, instead, hasEnded }: Ending, context: VersionContext): Message {
  const { versions: words } = context.reader.words;
  const day = showDate(on, context.reader);
  const other = instead === undefined ? undefined : context.findPolicy(instead);
  return {
    says: hasEnded ? words.ended(day) : words.ends(day),
    because: words.why(because),
    links: other ? [link(other.path, words.instead(other.title))] : [],
  };
}

function retroactiveMessages(shown: Version, { reader }: VersionContext): Message[] {
  const late = lateDay(shown);
  if (shown.retroactive === undefined || !late || shown.neverInForce) return [];
  const { banners } = reader.words.versions;
  const says = banners.retroactive(bindingText(shown, reader), showDate(late, reader));
  return [{ says, because: shown.retroactive }];
}

function placeMessages(timeline: Timeline, shown: Version, context: VersionContext): Message[] {
  const { banners } = context.reader.words.versions;
  switch (shown.status) {
    case 'proposed':
      return [{ says: banners.proposed, links: linksOf(timeline, shown, context) }];
    case 'upcoming': {
      const says = banners.upcoming(bindingText(shown, context.reader));
      return [{ says, links: linksOf(timeline, shown, context) }];
    }
    case 'in-force':
      return notYetMessages(timeline, shown, context);
    case 'in-part':
      return [{ says: banners.inPart(stillText(shown, context)), links: linksOf(timeline, shown, context) }];
    default:
      return [pastMessage(timeline, shown, context)];
  }
}

function pastMessage(timeline: Timeline, shown: Version, context: VersionContext): Message {
  const { reader } = context;
  const { banners } = reader.words.versions;
  const { replacedBy, withdrawn } = shown;
  const links = linksOf(timeline, shown, context);
  if (withdrawn)
    return {
      says: banners.withdrawn(showDate(withdrawn.day, reader)),
      because: reader.words.versions.why(withdrawn.because),
      links,
    };
  if (replacedBy) {
    const by = nameOf(timeline, replacedBy.id, context);
    const read = link(versionPaths(context, replacedBy.id).version, banners.readVersion(by));
    return { says: banners.replaced(by, showDate(replacedBy.day, reader)), links: [read, ...links] };
  }
  return { says: `${supersededText(shown, context)}${followerText(timeline, shown, context)}`, links };
}

function supersededText(shown: Version, { reader }: VersionContext): string {
  const { banners } = reader.words.versions;
  const isEnded = shown.status === 'ended';
  if (!shown.neverInForce) return (isEnded ? banners.ended : banners.superseded)(intervalOf(shown, reader));
  if (isEnded) return `${reader.words.versions.inForce}: ${intervalOf(shown, reader)}.`;
  return neverText(shown, reader);
}

function followerText({ versions }: Timeline, shown: Version, { reader }: VersionContext): string {
  const { banners } = reader.words.versions;
  const next = versionAfter(versions, indexOf(versions, shown.id));
  if (!next || shown.status === 'ended') return '';
  const name = versionName(next, reader);
  if (shown.correctedBy === next.id) return ` ${banners.corrected(name)}`;
  if (shown.neverInForce) return ` ${banners.neverBy(name)}`;
  return ` ${banners.followed(name, next.neverInForce ? showDate(next.from, reader) : bindingText(next, reader))}`;
}

// Some groups are bound later: until then another version applies to them.
function notYetMessages({ versions }: Timeline, shown: Version, context: VersionContext): Message[] {
  const { reader, today } = context;
  const waiting = shown.spans.filter(({ from }) => from > today);
  const before = versionBefore(versions, indexOf(versions, shown.id));
  if (waiting.length === 0 || before?.status !== 'in-part') return [];
  const { banners } = reader.words.versions;
  const name = versionName(before, reader);
  return [
    {
      says: banners.notYet(startsText(waiting, reader), name),
      links: [link(versionPaths(context, before.id).version, banners.readVersion(name))],
    },
  ];
}

// To whom a version still applies, beside a newer one that is in force.
function stillText({ spans }: Version, { reader, today }: VersionContext): string {
  const { banners } = reader.words.versions;
  const still = spans.filter(({ from, until }) => from <= today && (until === undefined || today <= until));
  const texts = still.map(({ group = '', until }) =>
    until ? banners.still(group, showDate(until, reader)) : banners.stillOpen(group),
  );
  return showList(texts, reader);
}

function linksOf({ versions }: Timeline, shown: Version, context: VersionContext): string[] {
  const { banners } = context.reader.words.versions;
  const paths = versionPaths(context, shown.id);
  const current = currentVersion(versions);
  const isToCome = shown.status === 'upcoming' || shown.status === 'proposed';
  return [
    ...(current && current.id !== shown.id ? [link(paths.policy, labelOf(versions, context))] : []),
    ...(isToCome && indexOf(versions, shown.id) > 0 ? [link(paths.changes, banners.whatChanges)] : []),
    ...(hasSince(versions, shown) ? [link(paths.since, banners.whatChanged)] : []),
  ];
}

function labelOf(versions: readonly Version[], { reader }: VersionContext): string {
  const { banners } = reader.words.versions;
  if (versionInForce(versions)) return banners.readCurrent;
  return currentVersion(versions)?.status === 'upcoming' ? banners.readFirst : banners.readLast;
}

/** Whether a page tells what has changed since a version: it bound or could have, and a later one is read in its place. */
export function hasSince(versions: readonly Version[], shown: Version): boolean {
  const current = currentVersion(versions);
  if (!current || indexOf(versions, current.id) <= indexOf(versions, shown.id)) return false;
  const isPast = shown.status === 'superseded' || shown.status === 'in-part';
  return isPast || (shown.status === 'ended' && !shown.neverInForce);
}

function indexOf(versions: readonly Version[], id: string): number {
  return versions.findIndex((version) => version.id === id);
}

function nameOf({ versions }: Timeline, id: string, { reader }: VersionContext): string {
  const version = versions[indexOf(versions, id)];
  return version ? versionName(version, reader) : id;
}

function toHtml({ says, because, links = [] }: Message): string {
  const reason = because ? renderProse(because, { wrap: 'block' }) : '';
  // Ways to other pages are no paragraph: paper leaves them out.
  const ways = links.length > 0 ? `<div>${links.join(' · ')}</div>` : '';
  return `<p><strong>${escapeHtml(says)}</strong></p>${reason}${ways}`;
}
