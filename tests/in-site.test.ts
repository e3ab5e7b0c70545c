import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, test } from 'vitest';
import policybookByDefault, { type PolicybookOptions, policybook } from '../src/astro/policybook.ts';
import { root } from './command.ts';
import { around } from './compile-texts.ts';
import { cookies, writeFolder } from './published-texts.ts';

// What a site that exists is told where it cannot have policies at their addresses.

const home = mkdtempSync(join(tmpdir(), 'policybook-site-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
writeFolder(relative(root, join(home, 'policies')), {
  ...around,
  'site.yaml': around['site.yaml']?.replace('https://example.com', 'https://example.com/legal/') ?? '',
  'shop/cookies.yaml': cookies,
});

type Config = { site?: string; base?: string; format?: string; trailingSlash?: string };

/** The routes that a site gets with these options, once it is set up. */
function setUp(options: PolicybookOptions, config: Config = {}): string[] {
  const { site = 'https://example.com', base = '/', format = 'directory', trailingSlash = 'ignore' } = config;
  const routes: string[] = [];
  const folder = (name: string) => pathToFileURL(join(home, name, '/'));
  const settings = {
    ...{ site, base, trailingSlash, build: { format } },
    ...{ root: folder(''), srcDir: folder('src'), cacheDir: folder('.cache') },
  };
  const { hooks } = policybook(options);
  const handed = {
    config: settings,
    command: 'build',
    injectRoute: ({ pattern }: { pattern: string }) => routes.push(pattern),
    updateConfig: () => undefined,
  };
  // Nothing else of what Astro hands over is used.
  hooks['astro:config:setup']?.(handed as never);
  hooks['astro:config:done']?.({ config: settings } as never);
  return routes;
}

test('is what `astro add` imports', () => {
  expect(policybookByDefault).toBe(policybook);
});

test('puts its pages and formats below a path of the site, and what a site has once nowhere', () => {
  const routes = setUp({ base: '/legal' });
  expect(routes).toEqual(
    expect.arrayContaining(['/legal/', '/legal/[product]/[slug]', '/legal/style.css', '/legal/feed.xml']),
  );
  expect(routes.filter((route) => !route.startsWith('/legal/'))).toEqual([]);
  expect(routes.filter((route) => /404|robots|_redirects|handbook/.test(route))).toEqual([]);
});

test.each<[PolicybookOptions, Config]>([
  [{ base: 'legal/' }, {}],
  [{ base: '/legal' }, { site: 'https://example.com/' }],
  [{}, { base: '/legal/' }],
  [{ base: '/legal' }, { trailingSlash: 'always' }],
])('accepts %j in a site with %j', (options, config) => {
  expect(setUp(options, config)).not.toEqual([]);
});

test.each<[PolicybookOptions, Config, string]>([
  [
    {},
    {},
    "Unexpected url https://example.com/legal/ in site.yaml, expected https://example.com: what Astro's site and base and the base of policybook() come to.",
  ],
  [
    { base: '/legal' },
    { base: '/shop' },
    "Unexpected url https://example.com/legal/ in site.yaml, expected https://example.com/shop/legal: what Astro's site and base and the base of policybook() come to.",
  ],
  [
    { base: '/legal' },
    { site: 'https://other.example' },
    "Unexpected url https://example.com/legal/ in site.yaml, expected https://other.example/legal: what Astro's site and base and the base of policybook() come to.",
  ],
  [
    { base: '/legal' },
    { format: 'file' },
    "Unexpected build.format 'file', expected 'directory': policies have addresses that end in a slash.",
  ],
  [
    { base: '/legal' },
    { trailingSlash: 'never' },
    "Unexpected trailingSlash 'never', expected 'always' or 'ignore': policies have addresses that end in a slash.",
  ],
  [
    { base: '/legal', folder: 'legal' },
    {},
    'Unexpected folder legal, expected one with a site.yaml in it. `npx policybook new <product>/<policy>` begins one; name another with `folder`.',
  ],
])('refuses %j in a site with %j', (options, config, sentence) => {
  expect(() => setUp(options, config)).toThrow(new Error(sentence));
});
