import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { readSources } from '../doors/disk.ts';
import type { Project } from '../doors/project.ts';
import { compareText } from '../problem.ts';
import { type Library, openSources } from '../site/library.ts';
import { productSources } from './product-sources.ts';

/** A policy of a product, in whose place a text is read that lies elsewhere. */
export type Home = { folder: string; product: string; slug: string };

/** The place of the file of a policy, if it lies in a product. */
export function productAround(file: string): Home | undefined {
  const [own, folder] = [dirname(file), dirname(dirname(file))];
  const isProduct = existsSync(join(own, 'product.yaml')) && existsSync(join(folder, 'site.yaml'));
  return isProduct ? { folder, product: basename(own), slug: basename(file, '.yaml') } : undefined;
}

/** A place in the product of a folder that has no other. */
export function onlyProduct(folder: string): Home | undefined {
  if (!existsSync(join(folder, 'site.yaml'))) return undefined;
  const [first, ...more] = readSources(folder).found.filter(({ path }) =>
    /^[^/]+\/product\.yaml$/.test(path),
  );
  return first && more.length === 0 ? { folder, product: dirname(first.path), slug: 'text' } : undefined;
}

/**
 * Opens a product as if a text that lies elsewhere were a policy of it, and gives the name of that. What lies in its place, and
 * the past of that, have no part in what the text says.
 */
export function openWithText(
  file: string,
  { folder, product, slug }: Home,
  project: Project,
): { library: Library; name: string } {
  const name = `${product}/${slug}`;
  const own = `${name}.yaml`;
  const sources = productSources(folder, product, project.here);
  const beside = sources.found.filter(
    ({ path }) => path !== own && !path.startsWith(`${product}/history/${slug}/`),
  );
  const found = [...beside, { path: own, kind: 'file' as const }].sort((a, b) => compareText(a.path, b.path));
  const text = readFileSync(file);
  const read = (path: string) => (path === own ? text : sources.read(path));
  const library = openSources({ ...sources, found, read }, project);
  const problems = library.problems.map((problem) =>
    problem.place.file.endsWith(own) ? { ...problem, place: { ...problem.place, file } } : problem,
  );
  return { library: { ...library, problems }, name };
}
