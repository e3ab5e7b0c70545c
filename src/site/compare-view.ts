import type { PolicyEntry } from '../compile/compile-model.ts';
import { link } from '../text/html.ts';
import { readerOf } from '../text/show.ts';
import { versionName } from '../versions/placed-words.ts';
import { versionPaths } from '../versions/version-context.ts';
import { comparisonsOf } from './comparison-view.ts';
import { findStanding, type Library } from './library.ts';
import type { ListingView } from './listing.ts';
import { allVersionsView, contextOf, type VersionsView } from './policy-view.ts';
import { ownScript, type Script } from './script.ts';

/** The page on which readers choose two versions; without its script it lists the comparisons that there are. */
type CompareView = VersionsView &
  Pick<ListingView, 'lead' | 'heading' | 'columns' | 'rows' | 'none'> & { script: Script };

/** The versions of a policy, the latest first, each with its comparisons. */
export function compareView(library: Library, entry: PolicyEntry): CompareView {
  const { language, title } = entry;
  const context = contextOf(library, entry, language);
  const { versions: words } = readerOf(language).words;
  const compared = new Set(comparisonsOf(library, entry).map(({ id, kind }) => `${id} ${kind}`));
  const published = findStanding(library, entry).versions.filter(({ isProposed }) => !isProposed);
  return {
    ...allVersionsView(library, entry, 'compare/'),
    title: words.compareTitle(title),
    lead: words.compareLead,
    heading: words.compareList,
    none: words.compareNone,
    columns: [words.version, words.compareBefore, words.compareNow],
    script: ownScript(library, 'compare'),
    rows: published.toReversed().map((version) => {
      const { version: own, changes, since } = versionPaths(context, version.id);
      const name = versionName(version, context.reader);
      const { diff } = context.reader.words;
      return [
        link(own, name),
        compared.has(`${version.id} changes`) ? link(changes, diff.changes(title, name)) : '',
        compared.has(`${version.id} since`) ? link(since, diff.since(title, name)) : '',
      ];
    }),
  };
}
