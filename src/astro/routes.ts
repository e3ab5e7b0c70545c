import { existsSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';

/** A page of ours: the pattern of its address below the site, and the file that makes it. */
export type PageRoute = { pattern: string; entrypoint: URL };

/** Every page of ours, by where its file lies. */
export function pageRoutes(folder: URL): PageRoute[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.astro'))
    .map((file) => file.split(sep).join('/'))
    .sort()
    .map((file) => ({ pattern: patternOf(file), entrypoint: new URL(encodeURI(file), folder) }));
}

function patternOf(file: string): string {
  return `/${file.replace(/\.astro$/, '').replace(/(^|\/)index$/, '')}`;
}

/** Whether a project has a page of its own at one of these addresses, which then stands there. */
export function isTaken(pattern: string, pages: string): boolean {
  const path = join(pages, pattern);
  return ['.astro', '.md', '.mdx', '.html', '.ts', '.js'].some(
    (extension) => existsSync(`${path}${extension}`) || existsSync(join(path, `index${extension}`)),
  );
}
