import { basePath } from '../resolve/address.ts';
import { renderProse } from '../text/prose.ts';
import { frameOf, siteReader } from './frame.ts';
import { findStanding, type Library } from './library.ts';

/** The page of an address at which there is nothing. */
export function missingPage(library: Library) {
  const frame = frameOf(library);
  const { title, lead, advice } = siteReader(library).words.missing;
  const { versions } = siteReader(library).words.missing;
  const base = basePath(library.site.url);
  const products = library.products
    .filter(({ policies }) => policies.length > 0)
    .map(({ id, name, policies }) => ({
      name,
      path: `${base}/${id}/`,
      policies: policies.map((entry) => {
        const { path, title } = findStanding(library, entry).card;
        const history = entry.versions.length > 0 && { path: `${path}history/`, label: versions(title) };
        return { path, title, ...(history && { history }) };
      }),
    }));
  return {
    frame,
    title,
    lead,
    products,
    advice: renderProse(advice, { wrap: 'block', address: () => frame.home }),
  };
}
