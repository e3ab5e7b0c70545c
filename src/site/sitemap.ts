import type { PolicyEntry } from '../compile/compile.ts';
import { absoluteAddress, policyPath } from '../resolve/address.ts';
import { comparisonsOf } from './comparison-view.ts';
import type { Library } from './library.ts';
import { policyCard } from './lists.ts';

/** Every page's absolute address, with the day its text was written where that is known. */
export function sitemap(library: Library): { address: string; changed?: string }[] {
  const { site, products } = library;
  const address = (path: string) => absoluteAddress(site.url, path);
  const ofProducts = products.flatMap(({ id, policies }) => [
    { address: address(`/${id}/`) },
    ...policies.flatMap((entry) => policyAddresses(library, entry)),
  ]);
  return [
    { address: address('/') },
    { address: address('/about/') },
    ...['', 'policy/', 'blocks/', 'product/'].map((page) => ({ address: address(`/handbook/${page}`) })),
    ...ofProducts,
  ];
}

function policyAddresses(library: Library, entry: PolicyEntry): { address: string; changed?: string }[] {
  const path = policyPath(entry.product, entry.slug);
  const { updated } = policyCard(library, entry);
  const policy = { path, ...(updated && { changed: updated }) };
  const versions = entry.versions.map(({ date }) => ({ path: `${path}${date}/`, changed: date }));
  const comparisons = comparisonsOf(library, entry).map(({ date, kind }) => ({
    path: `${path}${date}/${kind}/`,
  }));
  const history = entry.versions.length > 0 ? [{ path: `${path}history/` }] : [];
  return [policy, ...versions, ...comparisons, ...history].map(({ path: own, ...rest }) => ({
    address: absoluteAddress(library.site.url, own),
    ...rest,
  }));
}
