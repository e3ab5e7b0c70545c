import type { Sources } from '../compile/compile-model.ts';
import { readSources } from '../doors/disk.ts';

/** The files of one product of a folder, and those around it: the other products have nothing to do with it, and may be many. */
export function productSources(folder: string, product: string, here: string): Sources {
  const sources = readSources(folder, here);
  const found = sources.found.filter(({ path }) => !path.includes('/') || path.startsWith(`${product}/`));
  return { ...sources, found };
}
