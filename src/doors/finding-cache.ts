import type { Problem } from '../problem.ts';
import type { CachedPart, Keeper } from './cache.ts';
import { openProductCache, type ProductCache } from './product-cache.ts';

/** What the rules found in each product, by the digest of everything it was found in. */
export type FindingCache = Omit<ProductCache<Problem[]>, 'digestOf'>;

/** Opens the findings kept in a folder. A run that compiles asks for them twice, and holds them. */
export function openFindings(folder: string, keeper: Keeper, part?: CachedPart): FindingCache {
  const kept = openProductCache<Problem[]>('findings', folder, keeper, part);
  const held = new Map<string, { key: string; problems: Problem[] }>();
  return {
    get(product, key) {
      const known = held.get(product);
      if (known?.key === key) return known.problems;
      const problems = kept.get(product, key);
      if (problems) held.set(product, { key, problems });
      return problems;
    },
    set(product, key, problems) {
      held.set(product, { key, problems });
      kept.set(product, key, problems);
    },
    save: kept.save,
  };
}
