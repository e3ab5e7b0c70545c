import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { proseText } from '../text/prose.ts';
import { readerOf, showDate } from '../text/show.ts';
import { startsText, versionName } from '../versions/placed-words.ts';
import type { Dated } from '../versions/timeline.ts';

// Days as the reader of a review sees them: in English, as the dates of the pages are written.

const reader = readerOf('en-GB');

/** A day in full: "2 March 2026". */
export function dayWords(day: string): string {
  return showDate(day, reader);
}

/** What a version is called by its id: "2 March 2026", and the second of that day "2 March 2026 (no. 2)". */
export function versionWords(id: string): string {
  return versionName({ id, date: id.slice(0, '2026-03-02'.length) }, reader);
}

/**
 * When a text was written and from when it binds. One that is published after the day it states binds from the day of
 * its release, unless its authors say why not.
 */
export function daysSentence(
  { updated, effective = updated, starts, change }: ResolvedPolicy,
  { released, today }: Pick<Dated, 'released'> & { today: string },
): string {
  if (!updated || !effective) return '';
  const dated = `Dated ${dayWords(updated)}`;
  const says = startsText(starts ?? [{ from: effective }], reader);
  const first = (starts ?? []).reduce((least, { from }) => (from < least ? from : least), effective);
  if (first >= (released ?? today)) return `${dated}; binds from ${says}.`;
  if (change?.retroactive)
    return `${dated}; binds from ${says}, though it is published later. The reason given: ${proseText(change.retroactive)}`;
  const stated = effective === updated ? '' : `says that it binds from ${says}, and `;
  return `${dated}; it ${stated}binds from the day of its release, which is later.`;
}
