import type { ProductEntry, Sources } from '../compile/compile-model.ts';
import { compareText } from '../problem.ts';
import { locateFiles } from '../read/location.ts';

/** A part of a site: one of so many that are about as large as each other, or that of some products. */
export type PartName = { number: number; count: number } | { products: readonly string[] };

/** A part of a site with its products. */
export type SitePart = { name: PartName; only: ReadonlySet<string> };

/** The products of a folder in the order of a site, each with how many files lie in it. */
export function productSizes({ root, found }: Sources): Map<string, number> {
  const { files } = locateFiles(root, found);
  const ids = files.flatMap((file) => ('product' in file ? file.product : [])).sort(compareText);
  const sizes = new Map(ids.map((id) => [id, 0]));
  for (const { path, kind } of found) {
    const [top = ''] = path.split('/');
    const size = sizes.get(top);
    if (size !== undefined && kind === 'file') sizes.set(top, size + 1);
  }
  return sizes;
}

/**
 * The products of a part. Of equal parts each has neighbours in the order of the site: where a product comes or goes, the
 * others stay where they were but for those at the ends, and with them what a cache keeps.
 */
export function productsOfPart(part: PartName, sizes: ReadonlyMap<string, number>): Set<string> {
  if ('products' in part) return new Set(part.products);
  const total = [...sizes.values()].reduce((sum, size) => sum + size, 0);
  const own = new Set<string>();
  let before = 0;
  for (const [id, size] of sizes) {
    const middle = (before + size / 2) / total;
    if (Math.floor(middle * part.count) === part.number - 1) own.add(id);
    before += size;
  }
  return own;
}

/** The files of some products, and those that all products share. */
export function withProducts(sources: Sources, products: ReadonlySet<string>): Sources {
  const found = sources.found.filter(({ path, kind }) => {
    const [top = '', ...rest] = path.split('/');
    return products.has(top) || (rest.length === 0 && kind !== 'folder');
  });
  return { ...sources, found };
}

/** Tells which files of a site are of some products: what lies in their folders, or in those they had before. */
export function filesOfProducts(products: readonly ProductEntry[]): (file: string) => boolean {
  const folders = new Set(
    products.flatMap(({ id, former, policies }) => [
      id,
      ...former,
      ...policies.flatMap((policy) => policy.former.map((name) => name.split('/')[0] ?? '')),
    ]),
  );
  return (file) => folders.has(file.split('/')[0] ?? '');
}
