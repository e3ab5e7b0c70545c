import type { ImportedFrom } from '../../schemas/record-2.ts';
import type { ReadText } from './import-model.ts';
import { type Imported, policyOf, type Wanted } from './policy-of.ts';

/** A text as it was published once: what was read of it, and where it comes from. */
export type PastText = { text: ReadText; source: Omit<ImportedFrom, 'dated'> };

/** A text that becomes a version: what comes of it, its date, and where that is from. */
export type PastVersion = {
  text: ReadText;
  imported: Imported;
  updated: string;
  source: ImportedFrom;
};

/** The versions of a past, the oldest first, and how many texts are none. */
export type Past = {
  versions: PastVersion[];
  /** Texts in which readers saw nothing new. */
  unchanged: number;
  /** Texts that another of the same day has followed. */
  folded: number;
};

type SeenVersion = PastVersion & { seen: string };

/**
 * Makes versions of the texts that a policy had, the oldest first. A version has the date that its text names, where that
 * follows the version before and is not after `today`; otherwise the day of its source, and the text stays as it is,
 * whatever day it names. So a text that was changed under its old date is a version of the day of the change. Where that
 * day has a version already, the later text takes its place. A text in which readers see what they saw before is none.
 */
export function versionsOfPast(texts: readonly PastText[], wanted: Wanted, today: string): Past {
  const versions: SeenVersion[] = [];
  let [unchanged, folded] = [0, 0];
  // The day of a source is known; what stands above its text may be the day its page was begun.
  for (const {
    text: { stamp: _, ...text },
    source,
  } of texts) {
    const imported = policyOf(text, wanted);
    const seen = seenOf(imported);
    if (versions.at(-1)?.seen === seen) {
      unchanged += 1;
      continue;
    }
    const { updated, dated } = dateOf(imported, source.day, { last: versions.at(-1)?.updated, today });
    if (versions.at(-1)?.updated === updated) {
      versions.pop();
      folded += 1;
    }
    // What was put back on the same day is as it was the day before.
    if (versions.at(-1)?.seen === seen) continue;
    const keeps = daysKept(imported, updated);
    versions.push({
      text,
      imported: keeps.length > 0 ? policyOf(text, { ...wanted, keeps }) : imported,
      updated,
      source: { ...source, dated },
      seen,
    });
  }
  return { versions: versions.map(({ seen: _, ...version }) => version), unchanged, folded };
}

type Around = { last: string | undefined; today: string };

function dateOf(
  { policy: { updated, effective } }: Imported,
  day: string,
  { last, today }: Around,
): { updated: string; dated: ImportedFrom['dated'] } {
  // A text that only says from when it binds was written on that day at the latest.
  const own = updated ?? (effective !== undefined && effective < day ? effective : undefined);
  const isOwn = own !== undefined && own <= today && (last === undefined || own > last);
  if (isOwn) return { updated: own, dated: 'text' };
  if (last === undefined || day > last) return { updated: day, dated: 'source' };
  return { updated: last, dated: own === last ? 'text' : 'source' };
}

// A day that is not that of the version is what its text says, and no more.
function daysKept({ policy: { updated, effective } }: Imported, date: string): (keyof Days)[] {
  return [
    ...(updated !== undefined && updated !== date ? ['updated' as const] : []),
    ...(effective !== undefined && effective < date ? ['effective' as const] : []),
  ];
}

type Days = { updated: string; effective: string };

/** What readers see, as one text: words, links and days, without the names that anchors have. */
function seenOf({ policy, vendors }: Imported): string {
  return JSON.stringify([policy, vendors], (key, value) =>
    key === 'id' || key === 'aliases' ? undefined : value,
  );
}
