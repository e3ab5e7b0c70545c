import type { PolicyEntry } from '../compile/compile-model.ts';
import { escapeHtml, link } from '../text/html.ts';
import { readerOf } from '../text/show.ts';
import { timeHtml, versionName } from '../versions/placed-words.ts';
import { versionPaths } from '../versions/version-context.ts';
import { findStanding, type Library } from './library.ts';
import type { ListingView } from './listing.ts';
import { allVersionsView, contextOf, type VersionsView } from './policy-view.ts';

/** The days of each version of a policy, so that a reader finds the text that applied on one. */
type AsOfView = VersionsView & Pick<ListingView, 'lead' | 'columns' | 'rows' | 'none'>;

/** Which version of a policy applied from when until when, the latest first. */
export function asOfView(library: Library, entry: PolicyEntry): AsOfView {
  const { language, title } = entry;
  const context = contextOf(library, entry, language);
  const { versions: words } = readerOf(language).words;
  const { versions } = findStanding(library, entry);
  const spans = versions
    .filter(({ isProposed }) => !isProposed)
    .flatMap((version) => (version.days ?? version.spans).map((span) => ({ version, ...span })))
    .toSorted((one, other) => (one.from < other.from ? 1 : -1));
  const hasGroups = spans.some(({ group }) => group !== undefined);
  return {
    ...allVersionsView(library, entry, 'as-of/'),
    title: words.asOfTitle(title),
    lead: words.asOfLead,
    none: words.asOfNone,
    columns: [words.from, words.until, ...(hasGroups ? [words.forWhom] : []), words.version],
    rows: spans.map(({ version, group, from, until }) => [
      timeHtml(from, context.reader),
      until ? timeHtml(until, context.reader) : escapeHtml(words.noEnd),
      ...(hasGroups ? [escapeHtml(group ?? '')] : []),
      link(versionPaths(context, version.id).version, versionName(version, context.reader)),
    ]),
  };
}
