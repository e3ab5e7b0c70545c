import type { ProductEntry } from '../compile/compile-model.ts';
import { type Library, productKey } from './library.ts';

/**
 * The products whose files are all known by one key: what changes when any of them does. One that had other addresses, or has
 * a file of the project in its folder (their paths are `given`), has files that are not its own alone.
 */
export function wholeProducts(library: Library, given: readonly string[]): Map<string, string> {
  const shared = new Set([...library.products.flatMap(formerNames), ...given].map(topOf));
  const own = library.products.filter(
    (product) => !shared.has(product.id) && formerNames(product).length === 0,
  );
  return new Map(own.map((product) => [product.id, productKey(library, product)]));
}

function formerNames({ former, policies }: ProductEntry): string[] {
  return [...former, ...policies.flatMap((policy) => policy.former)];
}

/** The folder of a product in which a file of a site lies. */
export function topOf(file: string): string {
  return file.split('/', 1)[0] ?? '';
}
