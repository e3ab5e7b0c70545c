import { ownTexts, readPageText, type TextSection } from '../compare/redline/page-text.ts';
import type { PolicyEntry } from '../compile/compile-model.ts';
import { absoluteAddress } from '../resolve/address.ts';
import { searchWordsFor } from '../words/search-words.ts';
import { type Frame, frameOf, siteReader } from './frame.ts';
import { findStanding, type Library } from './library.ts';
import { isListed, policyView } from './policy-view.ts';
import { ownScript, type Script } from './script.ts';
import type { SearchEntry } from './told-model.ts';

/** The page of the search, on a site that has it. */
type SearchView = {
  frame: Frame;
  canonical: string;
  title: string;
  lead: string;
  withoutScript: string;
  script: Script;
};

/** What the page of the search says before its script runs. */
export function searchView(library: Library): SearchView {
  const { title, lead, withoutScript } = searchWordsFor(siteReader(library).language);
  return {
    frame: frameOf(library),
    canonical: absoluteAddress(library.site.url, '/search/'),
    title,
    lead,
    withoutScript,
    script: ownScript(library, 'search'),
  };
}

/** Every section of the texts that are in force, as readers meet them at the address of their policy. */
export function searchEntries(library: Library): SearchEntry[] {
  return library.products.flatMap(({ policies }) =>
    policies.flatMap((entry) => library.told?.(entry)?.search ?? searchEntriesOf(library, entry)),
  );
}

/** The sections of one policy, where its text is in force. */
export function searchEntriesOf(library: Library, entry: PolicyEntry): SearchEntry[] {
  if (!isListed(findStanding(library, entry).current)) return [];
  const { page } = policyView(library, entry);
  const product = library.productsById.get(entry.product)?.name ?? entry.product;
  const policy = `${page.title} – ${product}`;
  return readPageText(page).flatMap((section) => entriesOf(section, { path: page.path, policy }));
}

type Place = { path: string; policy: string };

function entriesOf(section: TextSection, place: Place): SearchEntry[] {
  const { number, title, id, units, sections } = section;
  const text = ownTexts({ heading: [], units }).map((block) => block.text);
  const own = {
    path: id.startsWith('_') ? place.path : `${place.path}#${id}`,
    title: number ? `${number} ${title}` : title || place.policy,
    policy: place.policy,
    text: text.join(' ').replaceAll(/\s+/g, ' '),
  };
  return [own, ...sections.flatMap((inner) => entriesOf(inner, place))];
}
