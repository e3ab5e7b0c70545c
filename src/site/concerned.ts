import type { Problem } from '../problem.ts';

/** A policy by its place in the folder, and the names of all policies of its product. */
type Named = { product: string; slug: string; siblings: readonly string[] };

/**
 * Whether a problem says something of a policy: one in its own file or records, in the file of its product, or in a file
 * that all products share. What is wrong with another policy is none of its own.
 */
export function concerns({ place, related = [], finding }: Problem, policy: Named, root: string): boolean {
  const pathOf = ({ file }: { file: string }) => file.slice(root.length + 1).split('/');
  const path = pathOf(place);
  // What a rule finds in a shared file, it finds for the products that name it.
  if (finding && isShared(path) && related.length > 0)
    return related.some((other) => isOf(pathOf(other.place), policy));
  return isShared(path) || isOf(path, policy);
}

function isShared(path: readonly string[]): boolean {
  return path.length === 1 && path[0]?.includes('.') === true;
}

function isOf([folder, name, of]: readonly string[], { product, slug, siblings }: Named): boolean {
  if (folder !== product) return false;
  const owner = name === 'history' ? of : /^(?!product\.)(.+)\.yaml$/.exec(name ?? '')?.[1];
  return owner === undefined || owner === slug || !siblings.includes(owner);
}
