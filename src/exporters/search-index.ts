import { viewKey } from '../site/frame.ts';
import { searchEntries } from '../site/search.ts';
import { toldDigest } from '../site/told.ts';
import type { Exporter } from './exporter.ts';

/** The texts in force, section by section, for the page of the search, where `site.yaml` asks for it. */
export const searchIndex = {
  id: 'search-index',
  scope: 'site',
  file: 'search.json',
  mediaType: 'application/json',
  isWanted: ({ search }) => search === true,
  write: (library) => `${JSON.stringify(searchEntries(library))}\n`,
  key: (library) =>
    viewKey(
      library.products.map((product) => toldDigest(library, product)),
      {},
    ),
} satisfies Exporter;
