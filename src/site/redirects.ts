import type { PolicyEntry } from '../compile/compile-model.ts';
import { absoluteAddress, basePath, policyPath } from '../resolve/address.ts';
import { renderProse } from '../text/prose.ts';
import { readerOf } from '../text/show.ts';
import { comparisonPaths } from './comparison-view.ts';
import { type Frame, frameOf } from './frame.ts';
import type { Library } from './library.ts';
import { canCompare } from './policy-view.ts';

// Every address a policy had under a former name leads to where it is now.

/** A folder of addresses that is no more, and the one that took its place; both begin and end with `/`. */
type FormerFolder = { from: string; to: string };

/** The former folders of all policies, then those of all products, with the base path of the site. */
export function formerFolders({ products, site }: Library): FormerFolder[] {
  const base = basePath(site.url);
  const ofPolicies = products
    .flatMap(({ policies }) => policies)
    .flatMap(({ former, product, slug }) =>
      former.map((name) => ({ from: `${base}/${name}/`, to: base + policyPath(product, slug) })),
    );
  const ofProducts = products.flatMap(({ id, former }) =>
    former.map((name) => ({ from: `${base}/${name}/`, to: `${base}/${id}/` })),
  );
  return [...ofPolicies, ...ofProducts];
}

/** The former places of what has an address with these parameters. */
export function formerPlaces(
  { productsById }: Library,
  { product = '', slug }: { product?: string; slug?: string },
): { product?: string; slug?: string }[] {
  const owner = productsById.get(product);
  if (slug === undefined) return (owner?.former ?? []).map((name) => ({ product: name }));
  const names = owner?.policies.find((entry) => entry.slug === slug)?.former ?? [];
  return names.map((name) => {
    const [formerProduct = '', formerSlug = ''] = name.split('/');
    return { product: formerProduct, slug: formerSlug };
  });
}

/** A page at an address that is no more: the path below the site, and that of the page that took its place. */
export type Redirect = { from: string; to: string; language?: string };

/** Every page that leads on. */
export function redirectPages(library: Library): Redirect[] {
  const comparisons = comparisonPaths(library).map(({ params }) => params);
  return library.products.flatMap(({ id, former, policies }) => [
    ...former.map((name) => ({ from: `/${name}/`, to: `/${id}/` })),
    ...policies.flatMap((entry) =>
      entry.former.flatMap((name) =>
        pagesOf(entry, comparisons).map((page) => ({
          from: `/${name}/${page}`,
          to: `${policyPath(entry.product, entry.slug)}${page}`,
          language: languageOf(entry),
        })),
      ),
    ),
  ]);
}

type ComparisonParams = ReturnType<typeof comparisonPaths>[number]['params'];

// Below the address of the policy; what is not published has no former address.
function pagesOf(entry: PolicyEntry, comparisons: readonly ComparisonParams[]): string[] {
  const { product, slug, versions } = entry;
  const published = versions.filter(({ isProposed }) => !isProposed).map(({ id }) => `${id}/`);
  const compared = comparisons
    .filter((own) => own.product === product && own.slug === slug)
    .map(({ version, comparison }) => `${version}/${comparison}/`);
  const about = versions.length > 0 ? ['history/', 'as-of/'] : [];
  return ['', ...about, ...(canCompare(entry) ? ['compare/'] : []), ...published, ...compared];
}

function languageOf({ versions }: PolicyEntry): string {
  return versions.at(-1)?.language ?? 'en';
}

/** A page that sends its readers on without a script, and says so. */
type RedirectPage = { frame: Frame; title: string; lead: string; canonical: string; leadsTo: string };

/** What a page that leads on shows. */
export function redirectPage(library: Library, { to, language }: Redirect): RedirectPage {
  const frame = frameOf(library, language);
  const { title, lead } = readerOf(frame.language).words.moved;
  const leadsTo = `${basePath(library.site.url)}${to}`;
  return {
    frame,
    title,
    lead: renderProse(lead, { wrap: 'block', address: () => leadsTo }),
    canonical: absoluteAddress(library.site.url, to),
    leadsTo,
  };
}
