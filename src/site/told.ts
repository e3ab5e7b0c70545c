import type { ProductEntry } from '../compile/compile-model.ts';
import { sha256 } from '../digest.ts';
import { type Library, productKey } from './library.ts';
import { listedOf } from './listed.ts';
import { searchEntriesOf } from './search-entries.ts';
import type { ToldOfPolicy, ToldOfProduct } from './told-model.ts';

/** What pages about all policies tell of those of a product, by their slugs: worked out once, and kept. */
export function toldOfProduct(library: Library, product: ProductEntry): ToldOfProduct {
  return keptTold(library, product) ?? tellAnew(library, product);
}

/** The same of each policy of a library. */
export function toldOfAll(library: Library): ToldOfPolicy[] {
  return library.products.flatMap((product) => toldOfPolicies(library, product));
}

/** The same of each policy of a product, in their order. */
export function toldOfPolicies(library: Library, product: ProductEntry): ToldOfPolicy[] {
  const told = toldOfProduct(library, product);
  return product.policies.flatMap(({ slug }) => told[slug] ?? []);
}

/** Changes when what is told of a product does; known without it where it was worked out before. */
export function toldDigest(library: Library, product: ProductEntry): string {
  const known = library.told.digestOf(product.id, productKey(library, product));
  return known ?? sha256(JSON.stringify(toldOfProduct(library, product)));
}

function keptTold(library: Library, product: ProductEntry): ToldOfProduct | undefined {
  return library.told.get(product.id, productKey(library, product));
}

function tellAnew(library: Library, product: ProductEntry): ToldOfProduct {
  const { search } = library.site;
  const told = Object.fromEntries(
    product.policies.map((entry): [string, ToldOfPolicy] => [
      entry.slug,
      { ...listedOf(library, entry), ...(search && { search: searchEntriesOf(library, entry) }) },
    ]),
  );
  library.told.set(product.id, productKey(library, product), told);
  return told;
}
