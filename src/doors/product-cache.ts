import { join } from 'node:path';
import { sha256 } from '../digest.ts';
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

/** What was worked out of each product, by the digest of everything it was worked out from. */
export type ProductCache<T> = {
  get(product: string, key: string): T | undefined;
  /** The digest of what is kept, for those who need to know no more. */
  digestOf(product: string, key: string): string | undefined;
  set(product: string, key: string, made: T): void;
  /** Writes down what is new, for the products that exist. */
  save(products: readonly string[]): void;
};

type Kept = { key: string; sum: string };

/**
 * Opens what is kept under a name in a folder: a list, and a file for each product, so that one that changed costs no more
 * than itself. What cannot be kept lasts as long as the process.
 */
export function openProductCache<T>(
  name: 'findings' | 'told',
  folder: string,
  { keep }: Keeper,
  part?: CachedPart,
): ProductCache<T> {
  let list: Map<string, Kept> | undefined;
  let isChanged = false;
  const unkept = new Map<string, string>();
  const fileOf = (product: string) => join(name, `${product}.json`);
  const known = () => {
    list ??= new Map(filesOfParts(folder, name).flatMap((file) => readList(join(folder, file))));
    return list;
  };
  const knownOf = (product: string, key: string) => {
    const own = known().get(product);
    return own?.key === key ? own : undefined;
  };
  return {
    digestOf: (product, key) => knownOf(product, key)?.sum,
    get(product, key) {
      const own = knownOf(product, key);
      if (!own) return undefined;
      const text = unkept.get(product) ?? readSealed(join(folder, fileOf(product)), own.sum);
      // What has this digest is what was written.
      return text === undefined ? undefined : (JSON.parse(text) as T);
    },
    set(product, key, made) {
      const text = JSON.stringify(made);
      known().set(product, { key, sum: sha256(text) });
      isChanged = true;
      if (!keep(fileOf(product), [text])) unkept.set(product, text);
    },
    save(products) {
      if (!isChanged) return;
      const kept = products.flatMap((id) => {
        const own = known().get(id);
        return own ? [[id, own] as const] : [];
      });
      const isKept = keep(partFile(name, part), [JSON.stringify(Object.fromEntries(kept))]);
      if (!isKept || part) return;
      forgetParts(folder, name);
      const files = new Set(products.map((id) => `${id}.json`));
      for (const file of namesIn(join(folder, name))) if (!files.has(file)) forget(join(folder, name, file));
    },
  };
}

function readList(file: string): [string, Kept][] {
  const text = readSealed(file);
  // Whoever wrote its digest wrote a list.
  return text === undefined ? [] : Object.entries(JSON.parse(text) as Record<string, Kept>);
}
