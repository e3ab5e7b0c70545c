import type { Problem } from '../problem.ts';
import type { ListedPolicy, Manifest } from './manifest.ts';
import { type SiteFiles, siteProblem } from './published-site.ts';

/** Where a site tells hosts which addresses have others now. */
export const redirectsPath = '_redirects';

/**
 * Reports the former addresses of the policies of a site that do not lead to where these are now, as far as the site can
 * tell: each page there sends on to its own, each file is the same, and `_redirects` has a line for each name.
 */
export function formerProblems(site: SiteFiles, { address, policies }: Manifest): Problem[] {
  const base = new URL(address).pathname.replace(/\/$/, '');
  const known = new Set(policies.map(({ id }) => id));
  return policies.flatMap((policy) =>
    policy.former
      .filter((name) => !known.has(name))
      .flatMap((name) => [
        ...pageProblems(site, { policy, name, base }),
        ...copyProblems(site, { policy, name }),
        ...lineProblems(site, { policy, name, base }),
      ]),
  );
}

type Moved = { policy: ListedPolicy; name: string; base: string };

// What is proposed has no former address.
function pageProblems(site: SiteFiles, { policy, name, base }: Moved): Problem[] {
  const { id, versions } = policy;
  const folders = ['', 'history/', 'as-of/', 'compare/', ...versions.map((version) => `${version.id}/`)];
  const isPublished = (page: string) =>
    page === 'index.html' || folders.some((folder) => folder !== '' && page.startsWith(folder));
  const own = pagesBelow(site, id).filter(isPublished);
  const there = pagesBelow(site, name);
  return [...new Set([...own, ...there])].flatMap((page) => {
    const path = `${name}/${page}`;
    const to = `${base}/${id}/${page.replace(/index\.html$/, '')}`;
    if (!own.includes(page)) return [pageProblem(site, path, 'page', `none: there is none at ${id}/${page}`)];
    const html = site.findText(path);
    if (html === undefined) return [pageProblem(site, path, 'absence of a page', `one that leads to ${to}`)];
    const found = /<meta http-equiv="refresh" content="0; url=([^"]*)">/.exec(html)?.[1];
    return found === to
      ? []
      : [pageProblem(site, path, found ? `way to ${found}` : 'page', `one that leads to ${to}`)];
  });
}

function pagesBelow(site: SiteFiles, name: string): string[] {
  return site.paths
    .filter((path) => path.startsWith(`${name}/`) && path.endsWith('index.html'))
    .map((path) => path.slice(name.length + 1));
}

function pageProblem(site: SiteFiles, path: string, unexpected: string, expected: string): Problem {
  return siteProblem(site, path, 'site/page', { unexpected, expected });
}

// Programs follow no page that leads on: what they read is at both addresses.
function copyProblems(site: SiteFiles, { policy: { id }, name }: Omit<Moved, 'base'>): Problem[] {
  const files = site.paths.filter((path) => path.startsWith(`${id}/`) && !path.endsWith('.html'));
  return files.flatMap((own) => {
    const path = `${name}/${own.slice(id.length + 1)}`;
    const copy = site.findText(path);
    if (copy === site.findText(own)) return [];
    const isRecord = /\/(\d{4}-\d{2}-\d{2}[^/]*|head)\.json$/.test(own);
    const what = isRecord ? 'record' : 'file';
    return [
      siteProblem(site, path, isRecord ? 'version/record' : 'site/page', {
        unexpected: copy === undefined ? `absence of a ${what}` : what,
        expected: `the one at ${own}`,
      }),
    ];
  });
}

function lineProblems(site: SiteFiles, { policy: { id }, name, base }: Moved): Problem[] {
  const lines = site.findText(redirectsPath)?.split('\n') ?? [];
  const [from, to] = [`${base}/${name}/*`, `${base}/${id}/:splat`];
  const own = lines.map((line) => line.split(/\s+/)).filter(([source]) => source === from);
  if (own.some(([, target]) => target === to) && own.every(([, target]) => target === to)) return [];
  const [other] = own.flatMap(([, target]) => (target !== to ? [target ?? ''] : []));
  const unexpected = other === undefined ? `absence of a line for ${from}` : `way from ${from} to ${other}`;
  return [siteProblem(site, redirectsPath, 'site/page', { unexpected, expected: `the one to ${to}` })];
}
