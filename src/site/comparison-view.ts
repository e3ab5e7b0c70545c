import type { Beside } from '../compare/changes/moved.ts';
import {
  type ComparisonPage,
  type ComparisonStep,
  compareTexts,
  type TextComparison,
  toComparison,
} from '../compare/comparison.ts';
import type { PolicyEntry } from '../compile/compile-model.ts';
import { makeMemory, oncePer } from '../memory.ts';
import { policyPath } from '../resolve/address.ts';
import type { Reader } from '../text/show.ts';
import { dayBefore } from '../time/day.ts';
import { intervalOf, statusText, versionName } from '../versions/placed-words.ts';
import { isLive, type Status, timelineOf, versionBefore, versionInForce } from '../versions/timeline.ts';
import { announcementsOf, hasSince } from '../versions/version-banner.ts';
import { type VersionContext, versionPaths } from '../versions/version-context.ts';
import type { VersionEntry } from '../versions/versions.ts';
import { type Comparable, comparableVersion } from './comparable.ts';
import { frameOf, viewKey } from './frame.ts';
import { findStanding, type Library } from './library.ts';
import type { PlacedVersion } from './policy-standing.ts';
import { contextOf, type VersionsView, versionsView } from './policy-view.ts';

/** A page that compares two versions of a policy. */
export type ComparisonView = VersionsView & {
  comparison: ComparisonPage;
  /** The two texts, the older first, each with the days it binds. */
  between: {
    term: string;
    name: string;
    path: string;
    interval: string;
    status: Status;
    statusLabel: string;
  }[];
  /** What is to come after the text in force, as HTML. */
  announcements: string[];
};

type Comparison = { id: string; kind: 'changes' | 'since' };

/** The pages a version has beside its text: against the one before it, and against the text in force now. */
export function comparisonsOf(library: Library, entry: PolicyEntry): Comparison[] {
  const { versions } = findStanding(library, entry);
  return versions.flatMap((version, index) => [
    ...(index > 0 ? [{ id: version.id, kind: 'changes' as const }] : []),
    ...(hasSince(versions, version) ? [{ id: version.id, kind: 'since' as const }] : []),
  ]);
}

/** The two versions a comparison is between, the older first, and those after the older up to the newer. */
function comparedVersions(
  library: Library,
  entry: PolicyEntry,
  { id, kind }: Comparison,
): { before: PlacedVersion; after: PlacedVersion; steps: PlacedVersion[] } {
  const { versions, indexes, current } = findStanding(library, entry);
  const index = indexes.get(id) ?? -1;
  const before = kind === 'changes' ? versionBefore(versions, index) : versions[index];
  const after = kind === 'changes' ? versions[index] : current;
  if (!before || !after)
    throw new Error(`Nothing to compare ${id} with: the list of pages and the library disagree.`);
  const steps = versions
    .slice(index + 1, (indexes.get(after.id) ?? -1) + 1)
    .filter((version) => isLive(version) || version === after);
  return { before, after, steps };
}

/** What changed in a version against the one it follows, or since it against the text in force. */
export function comparisonView(library: Library, entry: PolicyEntry, asked: Comparison): ComparisonView {
  const { before, after, steps } = comparedVersions(library, entry, asked);
  const context = contextOf(library, entry, after.language);
  const { reader } = context;
  const compared = (version: PlacedVersion) => ({
    ...comparable(library, version),
    path: versionPaths(context, version.id).version,
    name: versionName(version, reader),
  });
  const [older, newer] = [compared(before), compared(after)];
  const texts = comparedTexts(library)([before.key, older.path, after.key, newer.path].join(' '), () =>
    compareTexts(older, newer),
  );
  const { diff } = reader.words;
  const path = `${policyPath(entry.product, entry.slug)}${asked.id}/${asked.kind}/`;
  const isSince = asked.kind === 'since';
  return {
    ...versionsView(library, entry, newer.page, path),
    title: isSince ? diff.since(after.title, older.name) : diff.changes(after.title, newer.name),
    announcements: isSince ? announcementsOf(findStanding(library, entry), after, context) : [],
    between: [versionLine(before, diff.older, context), versionLine(after, diff.newer, context)],
    comparison: toComparison(older, newer, reader, {
      texts,
      steps: isSince ? steps.map((step) => toStep(step, reader)) : [],
      beside: besideOf(library, entry, asked, { before, after }).map(({ old, now }) => ({
        before: old && library.readCompiled(old).policy,
        after: now && library.readCompiled(now).policy,
      })),
    }),
  };
}

// What changed since the last version but one is what changed in the last: of each pair, both pages follow each other.
const comparedTexts = oncePer((_library: Library) => makeMemory<TextComparison>(2));

function versionLine(
  version: PlacedVersion,
  term: string,
  context: VersionContext,
): ComparisonView['between'][number] {
  const { reader } = context;
  const { inForce } = reader.words.versions;
  return {
    term,
    name: versionName(version, reader),
    path: versionPaths(context, version.id).version,
    interval: `${inForce}${version.neverInForce ? ':' : ''} ${intervalOf(version, reader)}`,
    status: version.status,
    statusLabel: statusText(version, reader),
  };
}

/** The other policies of the product, as readers had them beside one version and have them beside a later one. */
export function besideVersions(
  library: Library,
  entry: PolicyEntry,
  { before, after }: { before: PlacedVersion; after: PlacedVersion },
): Beside[] {
  return besideOf(library, entry, { id: after.id, kind: 'since' }, { before, after }).map(({ old, now }) => ({
    before: old && library.readCompiled(old).policy,
    after: now && library.readCompiled(now).policy,
  }));
}

type Besides = { old: PlacedVersion | undefined; now: PlacedVersion | undefined };

// What of the other policies of the product was in force beside the older text, and what is beside the newer: for a change
// of one version, on the day before it binds and on that day.
function besideOf(
  library: Library,
  { product, slug }: PolicyEntry,
  { kind }: Comparison,
  { before, after }: { before: PlacedVersion; after: PlacedVersion },
): Besides[] {
  const others = library.productsById.get(product)?.policies.filter((other) => other.slug !== slug) ?? [];
  const day = kind === 'since' ? before.from : dayBefore(after.from);
  return others.map((other) => ({ old: inForceOn(other, day), now: inForceOn(other, after.from) }));
}

function inForceOn(entry: PolicyEntry, day: string): PlacedVersion | undefined {
  return inForce(entry)(day, () => ({
    version: versionInForce(timeline(entry)(day)),
  })).version;
}

// The policies of a product are asked about the same few days, each by all the others.
const timeline = oncePer(({ versions, acts }: PolicyEntry) => timelineOf(versions, acts));
const inForce = oncePer((_entry: PolicyEntry) => makeMemory<{ version: PlacedVersion | undefined }>(500));

function toStep(version: PlacedVersion, reader: Reader): ComparisonStep {
  const { summary, because, isMaterial } = version;
  return {
    name: versionName(version, reader),
    isMaterial,
    ...(summary && { summary }),
    ...(because && { because }),
  };
}

/** A version of a library as it is compared with others: made once for the pages that show it. */
export function comparable(library: Library, version: VersionEntry): Comparable {
  return comparables(library)(version.key, () =>
    comparableVersion(library.readCompiled(version), version, library),
  );
}

const comparables = oncePer((_library: Library) => makeMemory<Comparable>(50));

// The key of a comparison's page: the two texts, and the frame around them.
function comparisonKey(library: Library, entry: PolicyEntry, asked: Comparison): string {
  const { before, after, steps } = comparedVersions(library, entry, asked);
  const announced = announcementsOf(
    findStanding(library, entry),
    after,
    contextOf(library, entry, after.language),
  );
  const beside = besideOf(library, entry, asked, { before, after }).flatMap(({ old, now }) => [old, now]);
  return viewKey(
    [before, after, ...steps, ...beside].map((version) => version?.key ?? ''),
    { frame: frameOf(library), asked, title: entry.title, announced },
  );
}

/** The route parameters of every comparison. */
export function comparisonPaths(library: Library) {
  return library.products.flatMap(({ policies }) =>
    policies.flatMap((entry) =>
      comparisonsOf(library, entry).map((comparison) => ({
        params: {
          product: entry.product,
          slug: entry.slug,
          version: comparison.id,
          comparison: comparison.kind,
        },
        cacheKey: comparisonKey(library, entry, comparison),
      })),
    ),
  );
}
