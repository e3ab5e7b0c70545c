import { join, resolve } from 'node:path';
import { digest } from '../../src/digest.ts';

// Where builds keep what they made, so that a bench can start cold and leave nothing behind.

/** The compiled policies of a folder, as src/site/library.ts names it. */
export function compileCache(policies: string): string {
  return join('.policybook/compiled', nameOf([policies]));
}

/** The rendered pages of a site, as the command names it. */
export function pageCache(policies: string, out: string): string {
  return join('.policybook/astro', nameOf([policies, out]));
}

function nameOf(paths: string[]): string {
  return digest(paths.map((path) => resolve(path))).slice(0, 16);
}
