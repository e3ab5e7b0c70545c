import type { RouteData } from 'astro';
import { StaticPaths } from 'astro/runtime/prerender/static-paths.js';
import type { SiteFile } from '../doors/new-site.ts';
import { partsLeftOut } from '../doors/project.ts';
import { aboutPage } from '../site/about.ts';
import { viewKey } from '../site/frame.ts';
import type { Library } from '../site/library.ts';
import { listingsKey } from '../site/listing.ts';
import { homePage } from '../site/lists.ts';
import { missingPage } from '../site/missing.ts';
import { searchView } from '../site/search.ts';
import type { PageApp } from './page-code.ts';

/** Every page of a library, made by the code of our own pages while it is the library that was given to them. */
export async function pagesToMake(library: Library, app: PageApp): Promise<SiteFile[]> {
  app.routeCache.clearAll();
  const leftOut = partsLeftOut(library.project);
  const isShown = (path: string) => !leftOut.includes(path.split('/')[1] ?? '');
  const paths = (await new StaticPaths(app).getAll()).filter(({ pathname }) => isShown(pathname));
  return paths.map(({ pathname, route, cacheKey }) => {
    const file = fileOf(pathname);
    const key = cacheKey ?? keyOfList(library, file);
    return { file, ...(key !== undefined && { key }), make: () => makePage(app, pathname, route) };
  });
}

// Astro asks no page that there is once what it is made from.
function keyOfList(library: Library, file: string): string | undefined {
  return Object.hasOwn(lists, file) ? lists[file]?.(library) : undefined;
}

const keyOfView = (viewOf: (library: Library) => object) => (library: Library) =>
  viewKey([], viewOf(library));

const lists: Record<string, (library: Library) => string> = {
  'index.html': keyOfView(homePage),
  '404.html': keyOfView(missingPage),
  'cookies/index.html': listingsKey,
  'companies/index.html': listingsKey,
  'about/index.html': keyOfView(aboutPage),
  'search/index.html': keyOfView(searchView),
};

// As Astro names the files of a site in folders.
function fileOf(pathname: string): string {
  const path = pathname.replace(/^\/|\/$/g, '');
  if (path === '404') return '404.html';
  return path === '' ? 'index.html' : `${path}/index.html`;
}

async function makePage(app: PageApp, pathname: string, route: RouteData): Promise<Uint8Array> {
  const address = new URL(encodeURI(pathname.replace(/\/?$/, '/')), 'http://localhost');
  const response = await app.render(new Request(address), { routeData: route });
  if (response.status >= 400 && pathname !== '/404')
    throw new Error(`Unexpected answer ${response.status} for ${pathname}, expected a page.`);
  // Astro has written its bytes already.
  return response.bytes();
}
