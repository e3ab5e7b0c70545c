import { absoluteAddress } from '../resolve/address.ts';
import { searchWordsFor } from '../words/search-words.ts';
import { type Frame, frameOf, siteReader } from './frame.ts';
import type { Library } from './library.ts';
import { ownScript, type Script } from './script.ts';
import { toldOfAll } from './told.ts';
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
  return toldOfAll(library).flatMap(({ search = [] }) => search);
}
