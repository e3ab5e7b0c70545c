import { type Compared, type ComparisonPage, toComparison } from '../compare/comparison.ts';
import type { PolicyEntry } from '../compile/compile-model.ts';
import { policyPath } from '../resolve/address.ts';
import { showDate } from '../text/show.ts';
import { versionPaths } from '../versions/version-view.ts';
import { frameOf, viewKey } from './frame.ts';
import { findStanding, type Library } from './library.ts';
import type { PlacedVersion } from './policy-standing.ts';
import { contextOf, type VersionsView, versionsView } from './policy-view.ts';

/** A page that compares two versions of a policy. */
export type ComparisonView = VersionsView & { comparison: ComparisonPage };

type Comparison = { date: string; kind: 'changes' | 'since' };

/** The pages a version has beside its text: against the one before it, and against the text in force now. */
export function comparisonsOf(
  library: Library,
  entry: PolicyEntry,
): { date: string; kind: 'changes' | 'since' }[] {
  const { versions, current } = findStanding(library, entry);
  return versions.flatMap(({ date, status }, index) => [
    ...(index > 0 ? [{ date, kind: 'changes' as const }] : []),
    ...(status === 'superseded' && current ? [{ date, kind: 'since' as const }] : []),
  ]);
}

/** The two versions a comparison is between, the older first. */
function comparedVersions(
  library: Library,
  entry: PolicyEntry,
  { date, kind }: Comparison,
): [PlacedVersion, PlacedVersion] {
  const { versions, indexes, current } = findStanding(library, entry);
  const index = indexes.get(date) ?? -1;
  const before = kind === 'changes' ? versions[index - 1] : versions[index];
  const after = kind === 'changes' ? versions[index] : current;
  if (!before || !after)
    throw new Error(`Nothing to compare ${date} with: the list of pages and the library disagree.`);
  return [before, after];
}

/** What changed in a version against the one before it, or since it against the text in force. */
export function comparisonView(library: Library, entry: PolicyEntry, asked: Comparison): ComparisonView {
  const [before, after] = comparedVersions(library, entry, asked);
  const context = contextOf(library, entry, after.language);
  const compared = [before, after].map((version) => ({
    ...library.readCompiled(version),
    path: versionPaths(context, version.date).version,
  })) as [Compared, Compared];
  const { reader } = context;
  const path = `${policyPath(entry.product, entry.slug)}${asked.date}/${asked.kind}/`;
  const { diff } = reader.words;
  const date = showDate(asked.date, reader);
  return {
    ...versionsView(library, entry, compared[1].page, path),
    title: asked.kind === 'changes' ? diff.changes(after.title, date) : diff.since(after.title, date),
    comparison: toComparison(...compared, reader),
  };
}

/** The key of a comparison's page: the two texts, and the frame around them. */
export function comparisonKey(library: Library, entry: PolicyEntry, asked: Comparison): string {
  const keys = comparedVersions(library, entry, asked).map(({ key }) => key);
  return viewKey(keys, { frame: frameOf(library), asked, title: entry.title });
}

/** The route parameters of every comparison. */
export function comparisonPaths(library: Library) {
  return library.products.flatMap(({ policies }) =>
    policies.flatMap((entry) =>
      comparisonsOf(library, entry).map((comparison) => ({
        params: {
          product: entry.product,
          slug: entry.slug,
          version: comparison.date,
          comparison: comparison.kind,
        },
        cacheKey: comparisonKey(library, entry, comparison),
      })),
    ),
  );
}
