import { sha256 } from '../digest.ts';
import type { ToldOfProduct } from '../site/told-model.ts';
import type { CachedPart, Keeper } from './cache.ts';
import { openProductCache, type ProductCache } from './product-cache.ts';

/** What pages about all policies tell of each product, by the digest of everything it was worked out from. */
export type ToldCache = ProductCache<ToldOfProduct>;

/** Opens what is kept of it in a folder. */
export function openTold(folder: string, keeper: Keeper, part?: CachedPart): ToldCache {
  return openProductCache('told', folder, keeper, part);
}

type Kept = { key: string; sum: string };

/** The same, for as long as the process lasts. */
export function passingTold(): ToldCache {
  const kept = new Map<string, Kept & { told: ToldOfProduct }>();
  const knownOf = (product: string, key: string) => {
    const known = kept.get(product);
    return known?.key === key ? known : undefined;
  };
  return {
    digestOf: (product, key) => knownOf(product, key)?.sum,
    get: (product, key) => knownOf(product, key)?.told,
    set: (product, key, told) => kept.set(product, { key, sum: sha256(JSON.stringify(told)), told }),
    save: () => undefined,
  };
}
