import { escapeHtml } from '../text/html.ts';
import { type Reader, showDate, showList } from '../text/show.ts';
import { dayAfter } from '../time/day.ts';
import type { Dated, Placed, Span } from './timeline.ts';

// The place of a version in time, in words. Dates are absolute: right even where the site is rebuilt late.

/** A term and what is said of it, as HTML. */
export type Detail = { term: string; html: string };

/** What a version is called: the date of its text, and its number where the day has several. */
export function versionName({ id, date }: Pick<Dated, 'id' | 'date'>, reader: Reader): string {
  const day = showDate(date, reader);
  const number = id.slice(date.length + 1);
  return number ? reader.words.versions.numbered(day, number) : day;
}

/** When a version binds, or that it never does and why. */
export function intervalOf(version: Placed<Dated>, reader: Reader): string {
  const { versions: words } = reader.words;
  const days = version.days ?? version.spans;
  // It binds from no day before it is published, but for a reason that is given.
  if (version.isProposed)
    return words.ifPublished(spansText(days, reader), version.retroactive === undefined);
  if (!version.neverInForce) return spansText(days, reader);
  if (version.status === 'withdrawn') return words.neverWithdrawn;
  if (version.status === 'ended') return words.neverEnded;
  const displaced = displacedWords(version, reader);
  if (displaced) return displaced.interval;
  return version.correctedBy === undefined ? words.never : words.neverCorrected;
}

/** Says of a version that binds on no day whether it took effect and what became of it. */
export function neverText(version: Placed<Dated>, reader: Reader): string {
  const { banners } = reader.words.versions;
  const displaced = displacedWords(version, reader);
  if (displaced) return displaced.says;
  return version.correctedBy === undefined ? banners.never : banners.neverCorrected;
}

// On its first day a correction is only that.
function displacedWords({ displacedBy, shownInForce, correctedBy }: Placed<Dated>, reader: Reader) {
  const { versions: words } = reader.words;
  if (shownInForce) {
    const days = words.interval(showDate(shownInForce.from, reader), showDate(shownInForce.until, reader));
    return { interval: words.displaced(days), says: words.banners.displaced(days) };
  }
  if (!displacedBy || correctedBy === displacedBy.id) return undefined;
  return { interval: words.neverOnItsDay, says: words.banners.neverOnItsDay };
}

/** The status of a version in a word, with the day it came to an end where it did. */
export function statusText(version: Placed<Dated>, reader: Reader): string {
  const { statuses, statusOn } = reader.words.versions;
  const { status, until, neverInForce } = version;
  const day = endOf(version);
  if (day !== undefined && status in statusOn)
    return statusOn[status as keyof typeof statusOn](showDate(day, reader));
  return neverInForce && until === undefined && status !== 'withdrawn' ? statuses.never : statuses[status];
}

function endOf({ status, until, withdrawn, replacedBy, displacedBy }: Placed<Dated>): string | undefined {
  if (status === 'withdrawn') return withdrawn?.day;
  if (status === 'replaced') return replacedBy?.day;
  return until ? dayAfter(until) : displacedBy?.day;
}

/** The days of spans in a row of words, for each group where they differ. */
function spansText(spans: readonly Span[], reader: Reader): string {
  const { versions: words } = reader.words;
  const day = (date: string) => showDate(date, reader);
  const texts = spans.map(({ group, from, until }) => {
    const interval = words.interval(day(from), until && day(until));
    return group === undefined ? interval : words.forGroup(interval, group);
  });
  return showList(texts, reader);
}

/** The days from which spans bind, for each group where they differ. */
export function startsText(spans: readonly Span[], reader: Reader): string {
  const texts = spans.map(({ group, from }) => {
    const day = showDate(from, reader);
    return group === undefined ? day : reader.words.versions.forGroup(day, group);
  });
  return showList(texts, reader);
}

/** The days from which a version binds; groups that only a later version names are not named for it. */
export function bindingText({ days, spans, from }: Placed<Dated>, reader: Reader): string {
  return days ? showDate(from, reader) : startsText(spans, reader);
}

/** Whether a version binds everybody from the day of its text. */
export function bindsAtOnce({ days, spans, from, date }: Placed<Dated>): boolean {
  const isOneDay = days !== undefined || spans.every(({ group }) => group === undefined);
  return isOneDay && from === date;
}

/** The day a text was published here, where it is not the one it is dated. */
export function lateDay({ released, date }: Dated): string | undefined {
  return released === date ? undefined : released;
}

/** What the head of a page says of a version's place in time, after the date of its text. */
export function headDates(version: Placed<Dated>, reader: Reader): Detail[] {
  const { versions: words } = reader.words;
  const late = lateDay(version);
  return [
    ...(late ? [{ term: words.publishedOn, html: timeHtml(late, reader) }] : []),
    ...placeInHead(version, reader),
  ];
}

function placeInHead(version: Placed<Dated>, reader: Reader): Detail[] {
  const { versions: words, effective } = reader.words;
  const { status, spans, from, until, date } = version;
  const [only] = spans;
  const isPlain = spans.length === 1 && only?.group === undefined;
  const starts = isPlain ? timeHtml(from, reader) : escapeHtml(bindingText(version, reader));
  const interval = escapeHtml(intervalOf(version, reader));
  switch (status) {
    case 'proposed':
      // Where no other day than that of the text is given, none is proposed.
      return isPlain && from === date ? [] : [{ term: words.proposedFor, html: starts }];
    case 'upcoming':
      return [{ term: words.announcedFor, html: starts }];
    case 'in-force':
      if (!isPlain || until !== undefined) return [{ term: words.inForce, html: interval }];
      return from === date ? [] : [{ term: effective, html: timeHtml(from, reader) }];
    case 'in-part':
      return [{ term: words.inForce, html: interval }];
    default:
      return [
        {
          term: version.neverInForce && !version.displacedBy ? words.inForce : words.wasInForce,
          html: interval,
        },
      ];
  }
}

/** A date as an element that says it to machines too. */
export function timeHtml(date: string, reader: Reader): string {
  return `<time datetime="${date}">${escapeHtml(showDate(date, reader))}</time>`;
}
