import { join } from 'node:path';
import type { APIContext } from 'astro';
import { expect, test, vi } from 'vitest';
import { GET, getStaticPaths } from '../src/astro/exported.ts';
import { sitePages } from '../src/astro/integration.ts';
import { type Exporter, filesOf } from '../src/exporters/exporter.ts';
import { record } from '../src/exporters/record.ts';
import { sitemapOf } from '../src/exporters/sitemap.ts';
import { openSources } from '../src/site/library.ts';
import { root } from './command.ts';
import { sourcesOf } from './compile-texts.ts';
import { project } from './open-folder.ts';
import { cookies, edit, publishVersions } from './published-texts.ts';

const { title } = vi.hoisted(() => ({
  title: {
    id: 'title',
    scope: 'version',
    file: '[version].title.txt',
    mediaType: 'text/plain',
    isListed: true,
    write: (_, { entry, id }) => `${entry.title} of ${id}`,
  } satisfies Exporter as Exporter,
}));

vi.mock('../src/exporters/all.ts', async (importOriginal) => {
  const { exporters } = await importOriginal<typeof import('../src/exporters/all.ts')>();
  return { exporters: [...exporters, title] };
});

const library = openSources(
  sourcesOf(publishVersions(cookies, edit(cookies, ['2026-01-01', '2026-02-01'], ['little', 'less']))),
  project,
);

vi.mock('../src/astro/site-library.ts', () => ({ siteLibrary: () => library }));

// A site that asks for all there is.
const demo = { ...project, policies: join(root, 'tests/fixtures/demo') };
const setUp = sitePages(demo).hooks['astro:config:setup'];

function injectedRoutes(): string[] {
  const routes: string[] = [];
  const injectRoute = ({ pattern, entrypoint }: { pattern: string; entrypoint: URL }) => {
    if (entrypoint.pathname.endsWith('/exported.ts')) routes.push(pattern);
  };
  // Nothing else of what Astro hands over is used.
  const below = (path: string) => new URL(`../.cache/tests/exporters/${path}`, import.meta.url);
  const config = { root: below(''), cacheDir: below(''), srcDir: below('site/') };
  const handed = { config, injectRoute, updateConfig: () => undefined };
  setUp?.(handed as unknown as Parameters<NonNullable<typeof setUp>>[0]);
  return routes;
}

test('has a route for every format', () => {
  expect(injectedRoutes().sort()).toEqual([
    '/.well-known/policybook.json',
    '/.well-known/policybook/head-2.schema.json',
    '/.well-known/policybook/notice-2.schema.json',
    '/.well-known/policybook/record-1.schema.json',
    '/.well-known/policybook/rename-2.schema.json',
    '/.well-known/policybook/retirement-2.schema.json',
    '/.well-known/policybook/version-2.schema.json',
    '/.well-known/policybook/withdrawal-2.schema.json',
    '/[product]/[slug]/[version].json',
    '/[product]/[slug]/[version].md',
    '/[product]/[slug]/[version].title.txt',
    '/[product]/[slug]/feed.json',
    '/[product]/[slug]/feed.xml',
    '/[product]/feed.json',
    '/[product]/feed.xml',
    '/_redirects',
    '/compare.js',
    '/feed.json',
    '/feed.xml',
    '/inspect.js',
    '/robots.txt',
    '/search.js',
    '/search.json',
    '/sitemap.xml',
    '/style.css',
  ]);
});

const route = '/[product]/[slug]/[version].title.txt';
const paths = () => getStaticPaths({ routePattern: route, paginate: () => [] });

test('writes the files of a format nobody knew', async () => {
  const [first, second] = await paths();
  expect(first).toEqual({
    params: { product: 'shop', slug: 'cookies', version: '2026-01-01' },
    props: { write: expect.any(Function) },
  });
  // An endpoint reads no more of its context.
  const context = { routePattern: route, props: second?.props } as unknown as APIContext;
  const response = await GET(context as Parameters<typeof GET>[0]);
  expect(response.headers.get('Content-Type')).toBe('text/plain; charset=utf-8');
  expect(await response.text()).toBe('Cookie policy of 2026-02-01');
});

test('lists files in the sitemap where the format asks for it', () => {
  const addressesIn = (sitemap: Exporter) =>
    sitemap.scope === 'site' ? sitemap.write(library, library.site).match(/[^>]*\.txt(?=<)/g) : undefined;
  expect(addressesIn(sitemapOf([title]))).toEqual([
    'https://example.com/shop/cookies/2026-01-01.title.txt',
    'https://example.com/shop/cookies/2026-02-01.title.txt',
  ]);
  expect(addressesIn(sitemapOf([{ ...title, isListed: false }]))).toBe(null);
});

test('has one file where the route has no parameters', async () => {
  const context = { routePattern: '/robots.txt', props: {} } as unknown as APIContext;
  const response = await GET(context as Parameters<typeof GET>[0]);
  expect(await response.text()).toBe('User-agent: *\nAllow: /\n\nSitemap: https://example.com/sitemap.xml\n');
});

test('knows every file of a history by a key that changes with its bytes', () => {
  const policy = edit(cookies, ['2026-01-01', '2026-02-01'], ['little', 'less']);
  const other = edit(cookies, ['2026-01-01', '2026-02-01'], ['little', 'more']);
  const [before, after] = [policy, other].map((text) => {
    const opened = openSources(sourcesOf(publishVersions(cookies, text)), project);
    return filesOf(record, opened).map(({ params, key }) => [params.version, key] as const);
  });
  const same = before?.flatMap(([version, key]) => (new Map(after).get(version) === key ? [version] : []));
  expect(before?.map(([version]) => version)).toEqual(['2026-01-01', '2026-02-01', 'head']);
  expect(new Set(before?.map(([, key]) => key)).size).toBe(3);
  expect(same).toEqual(['2026-01-01']);
});
