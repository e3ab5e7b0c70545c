import { join } from 'node:path';
import { sha256 } from '../digest.ts';
import type { ToldOfProduct } from '../site/told-model.ts';
import {
  type CachedPart,
  filesOfParts,
  forget,
  forgetParts,
  type Keeper,
  namesIn,
  partFile,
  readSealed,
} from './cache.ts';

/** What pages about all policies tell of each product, by the digest of everything it was worked out from. */
export type ToldCache = {
  get(product: string, key: string): ToldOfProduct | undefined;
  /** The digest of what is told, for those who need to know no more. */
  digestOf(product: string, key: string): string | undefined;
  set(product: string, key: string, told: ToldOfProduct): void;
  /** Writes down what is new, for the products that exist. */
  save(products: readonly string[]): void;
};

type Kept = { key: string; sum: string };

/** Opens what is kept of it in a folder, a file for each product; what cannot be kept lasts as long as the process. */
export function openTold(folder: string, { keep }: Keeper, part?: CachedPart): ToldCache {
  let list: Map<string, Kept> | undefined;
  let isChanged = false;
  const unkept = new Map<string, string>();
  const fileOf = (product: string) => join('told', `${product}.json`);
  const knownOf = (product: string, key: string) => {
    list ??= new Map(filesOfParts(folder, 'told').flatMap((file) => readList(join(folder, file))));
    const known = list.get(product);
    return known?.key === key ? known : undefined;
  };
  return {
    digestOf: (product, key) => knownOf(product, key)?.sum,
    get(product, key) {
      const known = knownOf(product, key);
      if (!known) return undefined;
      const text = unkept.get(product) ?? readSealed(join(folder, fileOf(product)), known.sum);
      // What has this digest is what was written.
      return text === undefined ? undefined : (JSON.parse(text) as ToldOfProduct);
    },
    set(product, key, told) {
      const text = JSON.stringify(told);
      knownOf(product, key);
      list?.set(product, { key, sum: sha256(text) });
      isChanged = true;
      if (!keep(fileOf(product), [text])) unkept.set(product, text);
    },
    save(products) {
      if (!isChanged) return;
      const known = products.flatMap((id) => {
        const own = list?.get(id);
        return own ? [[id, own] as const] : [];
      });
      const isKept = keep(partFile('told', part), [JSON.stringify(Object.fromEntries(known))]);
      if (!isKept || part) return;
      forgetParts(folder, 'told');
      const files = new Set(products.map((id) => `${id}.json`));
      for (const name of namesIn(join(folder, 'told')))
        if (!files.has(name)) forget(join(folder, 'told', name));
    },
  };
}

function readList(file: string): [string, Kept][] {
  const text = readSealed(file);
  // Whoever wrote its digest wrote a list.
  return text === undefined ? [] : Object.entries(JSON.parse(text) as Record<string, Kept>);
}

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
