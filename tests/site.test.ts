import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { HtmlValidate, StaticConfigLoader } from 'html-validate';
import { expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { jsonSchemas } from '../schemas/json-schema.ts';
import { lifetime } from '../schemas/length.ts';
import {
  contentSecurityPolicy,
  headersFile,
  ofInspection,
  ofScript,
  ofSearch,
} from '../src/site/security.ts';
import { attribute, type BuiltPage, leadsOn, readSite, textOf } from './built-site.ts';
import { root } from './command.ts';

const demo = 'tests/fixtures/demo';
const policies = readSite(inject('policies'), 'https://policies.example');
const showcase = readSite(inject('showcase'), 'https://example.com/legal/');
const sites = [policies, showcase];
const pages = sites.flatMap((site) => site.pages);
const policyPages = pages.filter(({ document }) => document.querySelector('article.policy'));

/** What is wrong on any page, each with the page's path in front. */
function onEveryPage(look: (page: BuiltPage) => string[]): string[] {
  return pages.flatMap((page) => look(page).map((found) => `${page.path} ${found}`));
}

function pageAt(path: string): BuiltPage {
  const page = pages.find((candidate) => candidate.path === path);
  if (!page) throw new Error(`No page ${path}.`);
  return page;
}

function attributesOf(page: BuiltPage, name: string): string[] {
  return page.document.querySelectorAll(`[${name}]`).map((element) => attribute(element, name) ?? '');
}

test('both sites have a page of every kind', () => {
  const shared = ['404.html', '_headers', 'about/index.html', 'handbook/index.html', 'index.html'];
  const machines = ['robots.txt', 'sitemap.xml', 'style.css'];
  expect(policies.files).toEqual(
    expect.arrayContaining([
      ...shared,
      ...machines,
      'chatref/index.html',
      'chatref/cookie-policy/index.html',
    ]),
  );
  expect(showcase.files).toEqual(
    expect.arrayContaining([...shared, ...machines, 'manara/index.html', 'manara/notice/index.html']),
  );
});

test('the showcase uses every field and every block of the schemas', () => {
  const folder = join(root, 'tests/fixtures/sites/showcase');
  const files = globSync('**/*.yaml', { cwd: folder }).map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  );
  const used = new Set(files.flatMap((text) => keysOf(parse(text))));
  const known = Object.values(jsonSchemas()).flatMap((schema) => propertiesOf(JSON.parse(schema)));
  const missing = [...new Set(known)].filter((key) => !used.has(key));
  // What happens to versions needs records: a policy of Tidewick shows it, and tests of its own.
  expect(missing.filter((key) => !ofLives.includes(key) && !ofLooks.includes(key))).toEqual([]);
});

const ofLives =
  `timeZone formerly withdrawn retired insteadOf after corrects retroactive version on instead`.split(' ');

// Colours and files of a site's own look are shown by `theme.test.ts`, what needs a script by the example policies.
const ofLooks = (
  'search inspect colours coloursDark paper ink quiet rule tint visited caution added removed mastheadInk logo favicon image fonts titles labels ' +
  'file weight italic'
).split(' ');

function keysOf(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  const own = Array.isArray(value) ? [] : Object.keys(value);
  return [...own, ...Object.values(value).flatMap(keysOf)];
}

function propertiesOf(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const own = 'properties' in schema && schema.properties ? Object.keys(schema.properties) : [];
  return [...own, ...Object.values(schema).flatMap(propertiesOf)];
}

test('every internal link leads to a page or file, and to an anchor that stands there', () => {
  const dead = sites.flatMap((site) => {
    const ids = new Map(site.pages.map((page) => [page.path, new Set(attributesOf(page, 'id'))]));
    const files = new Set(site.files.map((file) => `${site.base}/${file}`));
    return site.pages.flatMap((page) =>
      attributesOf(page, 'href').flatMap((href) => {
        const target = new URL(href, site.origin + page.path);
        if (target.origin !== site.origin || !target.pathname.startsWith(`${site.base}/`)) return [];
        const path = target.pathname;
        const anchor = decodeURIComponent(target.hash.slice(1));
        const exists = files.has(path.endsWith('/') ? `${path}index.html` : path);
        return exists && (anchor === '' || ids.get(path)?.has(anchor)) ? [] : [`${page.path} → ${href}`];
      }),
    );
  });
  expect(dead).toEqual([]);
});

test('each link of a banner about a version leads to the page it names', () => {
  const banners = pages.map(({ path, document }): [string, string[]] => [
    path,
    document.querySelectorAll('.banner a').map((link) => {
      const { pathname } = new URL(attribute(link, 'href') ?? '', `https://example.com${path}`);
      return pathname;
    }),
  ]);
  const targets = new Set(banners.flatMap(([, to]) => to));
  expect(targets.size).toBeGreaterThan(10);
  const named = [...targets].map((to) => [to, pageAt(to).document.querySelectorAll('main h1').length]);
  expect(named.filter(([, headings]) => headings !== 1)).toEqual([]);
  // A version that no longer holds leads to the one that does, and to what changed since.
  const superseded = banners.filter(
    ([path, to]) => to.length > 0 && pages.some((page) => page.path === `${path}since/`),
  );
  expect(superseded.length).toBeGreaterThan(5);
  for (const [path, to] of superseded) expect(to, path).toContain(`${path}since/`);
});

test('links between policies carry the path the site lives under', () => {
  const hrefs = attributesOf(pageAt('/legal/harbour/cookie-policy/'), 'href');
  expect(hrefs).toEqual(
    expect.arrayContaining([
      '/legal/harbour/privacy-policy/',
      '/legal/harbour/privacy-policy/#rights',
      '/legal/manara/notice/',
      '#choices',
      'https://law.example.org/a?b=1&c=2',
      'mailto:privacy@harbour.example.com',
      'tel:+35391000000',
    ]),
  );
});

test('old anchors of a section lead to it', () => {
  const { document } = pageAt('/legal/harbour/cookie-policy/');
  const section = document.querySelector('#overview')?.closest('.section') ?? null;
  expect(section?.querySelector('#summary')).toBeTruthy();
  expect(section?.querySelector('#start')).toBeTruthy();
});

test('ids are unique on a page', () => {
  expect(
    onEveryPage((page) => {
      const ids = attributesOf(page, 'id');
      return ids.filter((id, index) => ids.indexOf(id) !== index);
    }),
  ).toEqual([]);
});

test('a page has one first heading, and no level of headings is jumped over', () => {
  expect(
    onEveryPage(({ document }) => {
      const levels = document
        .querySelectorAll('*')
        .flatMap(({ tagName }) => (/^h[1-6]$/.test(tagName) ? [Number(tagName[1])] : []));
      const first = levels.filter((level) => level === 1).length;
      const jumps = levels.filter((level, index) => level > (levels[index - 1] ?? 0) + 1);
      return [...(first === 1 ? [] : [`has ${first} h1`]), ...jumps.map((level) => `jumps to h${level}`)];
    }),
  ).toEqual([]);
});

// The pages of rules of both sites are made alike, in the frame that all others have: they are looked at once.
const eachOnce = pages.filter(({ path }) => !/^\/legal\/handbook\/rules\/./.test(path));

test('every page is valid HTML', async () => {
  expect(pages.length - eachOnce.length).toBeGreaterThan(100);
  expect(eachOnce.filter(({ path }) => path.startsWith('/handbook/rules/')).length).toBeGreaterThan(100);
  const rules = new StaticConfigLoader({
    root: true,
    extends: ['html-validate:recommended', 'html-validate:document'],
    rules: {
      // Ids of the frame start with `_`, so that no id of a section can be one of them.
      'valid-id': ['error', { relaxed: true }],
      // The stylesheet is ours, from the same host; a digest in each page would make all pages change with it.
      'require-sri': ['error', { target: 'crossorigin' }],
      // A title names the policy, the product and the site, however long counsel made them.
      'long-title': 'off',
      // A number is written the way the policy writes it.
      'tel-non-breaking': 'off',
    },
  });
  // Worked out once, and not for each page.
  const resolved = await rules.getConfigFor('index.html');
  rules.getConfigFor = () => resolved;
  const validator = new HtmlValidate(rules);
  const found = await Promise.all(
    eachOnce.map(async ({ path, html }) => {
      const { results } = await validator.validateString(html, path);
      return results.flatMap(({ messages }) =>
        messages.map(({ line, column, ruleId, message }) => `${path} ${line}:${column} ${ruleId} ${message}`),
      );
    }),
  );
  expect(found.flat()).toEqual([]);
});

test('a page states its language and direction', () => {
  const stated = (path: string) => {
    const html = pageAt(path).document.querySelector('html');
    return [attribute(html, 'lang'), attribute(html, 'dir')];
  };
  expect(stated('/legal/harbour/cookie-policy/')).toEqual(['en-GB', 'ltr']);
  expect(stated('/legal/manara/notice/')).toEqual(['ar', 'rtl']);
  expect(stated('/chatref/cookie-policy/')).toEqual(['en-GB', 'ltr']);
});

const isCompare = (path: string) => path.endsWith('/compare/');

test('the content security policy comes first after the character set', () => {
  expect(
    onEveryPage(({ document, path }) => {
      const [charset, policy] = document.querySelector('head')?.childElements ?? [];
      const isRight =
        attribute(charset ?? null, 'charset') === 'utf-8' &&
        attribute(policy ?? null, 'http-equiv') === 'Content-Security-Policy' &&
        attribute(policy ?? null, 'content') === contentSecurityPolicy(allowancesOf({ path, document }));
      return isRight ? [] : ['has something else'];
    }),
  ).toEqual([]);
});

test('the headers file sends the content security policy of the pages, and forbids frames', () => {
  for (const site of sites) expect(site.read('_headers')).toBe(headersFile());
  expect(policies.read('_headers')).toContain(
    `Content-Security-Policy: ${contentSecurityPolicy({ ...ofScript, 'frame-ancestors': "'none'" })}`,
  );
});

test('a page holds no script but those of comparisons, the search and cookies, no inline style and no event handler', () => {
  expect(
    onEveryPage(({ document, path }) => {
      const scripts = document
        .querySelectorAll('script')
        .filter((script) => attribute(script, 'type') !== 'application/ld+json');
      const elements = document.querySelectorAll('*');
      const attributes = elements.flatMap((element) =>
        element.attributes.map(({ key }) => key.toLowerCase()),
      );
      const hrefs = elements.map((element) => attribute(element, 'href') ?? '');
      return [
        ...scripts.slice(hasScript({ path, document }) ? 1 : 0).map(() => '<script>'),
        ...document.querySelectorAll('style').map(() => '<style>'),
        ...attributes.filter((name) => name === 'style' || name.startsWith('on')),
        ...hrefs.filter((href) => /^\s*(javascript|vbscript|data:text)/i.test(href)),
      ];
    }),
  ).toEqual([]);
});

// The showcase does not ask for the search and for the script that looks for cookies.
function allowancesOf({ path, document }: Pick<BuiltPage, 'path' | 'document'>) {
  if (document.querySelector('meta[http-equiv="refresh"]')) return undefined;
  if (isCompare(path)) return ofScript;
  if (path === '/search/') return ofSearch;
  const isPolicy = /^\/(?!legal\/|handbook\/)[^/]+\/[^/]+\/$/.test(path);
  const listsCookies = () =>
    document.querySelectorAll('tr').some((row) => attribute(row, 'id')?.startsWith('cookies-'));
  return isPolicy && listsCookies() ? ofInspection : undefined;
}

function hasScript(page: Pick<BuiltPage, 'path' | 'document'>): boolean {
  return allowancesOf(page) !== undefined;
}

test('a page loads nothing but the stylesheet of its own site', () => {
  const loaded =
    'link[rel="stylesheet"], link[rel="icon"], link[rel="preload"], link[rel="modulepreload"], [src], [srcset], [data], [poster]';
  for (const site of sites) {
    const addresses = site.pages.map(({ document }) =>
      document.querySelectorAll(loaded).map((element) => attribute(element, 'href') ?? element.tagName),
    );
    const version = /\?v=([0-9a-f]{12})/.exec(site.read('index.html'))?.[1];
    const expected = [`${site.base}/style.css?v=${version}`, 'data:,'];
    expect(addresses).toEqual(
      site.pages.map((page) => [...expected, ...(hasScript(page) ? ['script'] : [])]),
    );
  }
});

test('the stylesheet is one file that loads nothing from elsewhere, with the colours of the site', () => {
  for (const site of sites) {
    expect(site.files.filter((file) => file.endsWith('.css') && file !== 'theme.css')).toEqual(['style.css']);
    expect(site.read('style.css')).not.toMatch(/@import|url\(|expression\(/);
  }
  expect(showcase.read('style.css')).toMatch(
    /--accent: #14532d;[\s\S]*prefers-color-scheme: dark[\s\S]*--accent: #86efac;/,
  );
  expect(policies.read('style.css')).not.toContain('#14532d');
});

const budgets = { stylesheet: 5.5 * 1024, page: 12 * 1024 };

test('the stylesheet and every page stay within their budgets', () => {
  for (const site of sites)
    expect(gzipSync(site.read('style.css')).length).toBeLessThanOrEqual(budgets.stylesheet);
  const heavy = onEveryPage(({ html }) => {
    const size = gzipSync(html).length;
    return size > budgets.page ? [`${size} bytes`] : [];
  });
  expect(heavy).toEqual([]);
});

function metaOf({ document }: BuiltPage, name: string): string | undefined {
  const metas = document.querySelectorAll('meta');
  return attribute(
    metas.find((meta) => [attribute(meta, 'name'), attribute(meta, 'property')].includes(name)) ?? null,
    'content',
  );
}

function linkOf({ document }: BuiltPage, rel: string): string | undefined {
  return attribute(document.querySelector(`link[rel="${rel}"]`), 'href');
}

test('a page gives its own address and a description, in the head and to other sites', () => {
  const wrong = sites.flatMap((site) =>
    site.pages
      .filter((page) => !page.path.endsWith('404.html') && !leadsOn(page))
      .flatMap((page) => {
        const address = site.origin + addressOfText(page);
        const description = metaOf(page, 'description');
        const hasTitle = textOf(page.document.querySelector('title')).startsWith(
          metaOf(page, 'og:title') ?? '?',
        );
        return [
          linkOf(page, 'canonical') === address ? [] : ['canonical'],
          metaOf(page, 'og:url') === address ? [] : ['og:url'],
          isProductWithoutDescription(page) || (description && description.length <= 202)
            ? []
            : ['description'],
          metaOf(page, 'og:description') === description ? [] : ['og:description'],
          hasTitle ? [] : ['og:title'],
        ]
          .flat()
          .map((name) => `${page.path} ${name}`);
      }),
  );
  expect(wrong).toEqual([]);
});

// The version in force has an address of its own, and is found at that of its policy.
function addressOfText({ path, document }: BuiltPage): string {
  const isInForce = document.querySelector('.opening .status.in-force') !== null;
  return isInForce ? path.replace(/\d{4}-\d{2}-\d{2}(\.\d+)?\/$/, '') : path;
}

// The description of a product is optional, and is the only text its page has.
function isProductWithoutDescription({ document }: BuiltPage): boolean {
  return (
    !document.querySelector('.lead') &&
    !document.querySelector('article') &&
    Boolean(document.querySelector('.policies'))
  );
}

test('no two pages of a site have the same title', () => {
  for (const site of sites) {
    const own = site.pages.filter((page) => !leadsOn(page));
    const titles = own.map(({ document }) => textOf(document.querySelector('title')));
    expect(new Set(titles).size).toBe(titles.length);
  }
});

test('the page that is not found gives no address, and is shown under any', () => {
  for (const site of sites) {
    const page = pageAt(`${site.base}/404.html`);
    expect(linkOf(page, 'canonical')).toBeUndefined();
    const relative = attributesOf(page, 'href').filter(
      (href) => !/^(\/|#|https:|mailto:|data:,$)/.test(href),
    );
    expect(relative).toEqual([]);
  }
});

function jsonLdOf({ document }: BuiltPage): Record<string, unknown> {
  const script = document.querySelector('script[type="application/ld+json"]');
  // Not decoded: in a script element, characters stand for themselves.
  return JSON.parse(script?.textContent ?? '');
}

test('every policy tells search engines what it is', () => {
  for (const page of policyPages) {
    expect(jsonLdOf(page)).toMatchObject({
      '@context': 'https://schema.org',
      '@type': 'WebPage',
      name: textOf(page.document.querySelector('h1')),
      url: linkOf(page, 'canonical'),
      description: metaOf(page, 'description'),
      inLanguage: attribute(page.document.querySelector('html'), 'lang'),
    });
  }
  expect(jsonLdOf(pageAt('/legal/harbour/cookie-policy/'))).toMatchInlineSnapshot(`
    {
      "@context": "https://schema.org",
      "@type": "WebPage",
      "about": {
        "@type": "Thing",
        "name": "Harbour",
      },
      "dateModified": "2026-03-31",
      "description": "What Harbour keeps on your device, in force from 1 May 2026.",
      "inLanguage": "en-GB",
      "isPartOf": {
        "@type": "WebSite",
        "name": "Showcase & Sons",
        "url": "https://example.com/legal/",
      },
      "lastReviewed": "2026-06-15",
      "name": "Cookies & similar technologies",
      "publisher": {
        "@type": "Organization",
        "name": "Showcase Limited",
        "url": "https://example.com/",
      },
      "url": "https://example.com/legal/harbour/cookie-policy/",
      "version": "2026-03-31",
    }
  `);
});

test('the sitemap lists every page that search engines are to find, and no other', () => {
  for (const site of sites) {
    const listed = [...site.read('sitemap.xml').matchAll(/<loc>([^<]*)<\/loc>/g)].map(
      ([, address]) => address,
    );
    const expected = site.pages
      .filter((page) => metaOf(page, 'robots') === undefined && page.path === addressOfText(page))
      .map(({ path }) => site.origin + path)
      .filter((address) => !address.endsWith('404.html'));
    expect(listed.sort()).toEqual(expected.sort());
  }
});

test('search engines find a text in force alone, and no comparison', () => {
  const hidden = policies.pages
    .filter((page) => metaOf(page, 'robots') !== undefined)
    .map(({ path }) => path)
    .filter((path) => path.startsWith('/tidewick/privacy-policy/'));
  expect(hidden.sort()).toMatchInlineSnapshot(`
    [
      "/tidewick/privacy-policy/2023-09-04/",
      "/tidewick/privacy-policy/2023-09-04/since/",
      "/tidewick/privacy-policy/2024-05-13/",
      "/tidewick/privacy-policy/2024-05-13/changes/",
      "/tidewick/privacy-policy/2024-05-13/since/",
      "/tidewick/privacy-policy/2024-11-04/",
      "/tidewick/privacy-policy/2024-11-04/changes/",
      "/tidewick/privacy-policy/2024-11-04/since/",
      "/tidewick/privacy-policy/2025-03-10/",
      "/tidewick/privacy-policy/2025-03-10/changes/",
      "/tidewick/privacy-policy/2025-03-10/since/",
      "/tidewick/privacy-policy/2025-09-08/",
      "/tidewick/privacy-policy/2025-09-08/changes/",
      "/tidewick/privacy-policy/2025-09-08/since/",
      "/tidewick/privacy-policy/2026-04-13/changes/",
    ]
  `);
});

test('the sitemap says when a policy last changed, and nothing of one without a date', () => {
  expect(policies.read('sitemap.xml')).toContain(
    '<loc>https://policies.example/tidewick/privacy-policy/</loc><lastmod>2026-04-13</lastmod>',
  );
  expect(showcase.read('sitemap.xml')).toContain('<loc>https://example.com/legal/manara/notice/</loc></url>');
});

test('robots are told where the sitemap is', () => {
  expect(policies.read('robots.txt')).toBe(
    'User-agent: *\nAllow: /\n\nSitemap: https://policies.example/sitemap.xml\n',
  );
  expect(showcase.read('robots.txt')).toContain('\nSitemap: https://example.com/legal/sitemap.xml\n');
});

test('links that leave the site tell it to the browser and give no way back', () => {
  const unmarked = sites.flatMap((site) =>
    site.pages.flatMap(({ path, document }) =>
      document
        .querySelectorAll('a')
        .filter((link) => /^https?:/.test(attribute(link, 'href') ?? ''))
        .filter(
          (link) => attribute(link, 'rel') !== 'external noopener noreferrer' || link.hasAttribute('target'),
        )
        .map((link) => `${path} ${attribute(link, 'href')}`),
    ),
  );
  expect(unmarked).toEqual([]);
});

// What the pages say.

test('the titles of all sections stand on the page, in order', () => {
  for (const file of globSync('*/*-policy.yaml', { cwd: join(root, demo) })) {
    const [product = '', slug = ''] = file.replace('.yaml', '').split('/');
    const { sections } = parse(readFileSync(join(root, demo, file), 'utf8'));
    const written = sections
      .flatMap((section: Titled) => [section, ...(section.sections ?? [])])
      .map(titlePattern);
    expect(headings(pageAt(`/${product}/${slug}/`))).toEqual(
      written.map((title: RegExp) => expect.stringMatching(title)),
    );
  }
});

type Titled = { title: string; sections?: Titled[] };

// A title may quote facts: what stands around them is compared.
function titlePattern({ title }: Titled): RegExp {
  const parts = title.split(/\{\{[^}]*\}\}/).map((part) => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^((?:[A-Z]\\.)?[0-9.]+ |[A-Z]\\. )?${parts.join('.+')}$`);
}

/** The headings of a policy's sections, in order, without the sign that links to them. */
function headings({ document }: BuiltPage): string[] {
  return document.querySelectorAll('section.section').map((section) => {
    const heading = section.querySelector('h2, h3, h4');
    return textOf(heading ?? null).replace(/#$/, '');
  });
}

test('every text of every policy stands on its page, word for word', () => {
  const folders: [string, string][] = [
    [demo, ''],
    ['tests/fixtures/sites/showcase', '/legal'],
  ];
  const lost = folders.flatMap(([folder, base]) =>
    globSync('*/*.yaml', { cwd: join(root, folder) })
      // What these files say of versions, or are to say, stands on the pages of those.
      .filter((file) => !/(product|refunds|terms|sub-processors)\.yaml$/.test(file))
      .flatMap((file) => {
        const page = pageAt(`${base}/${file.replace('.yaml', '')}/`);
        const said = lettersOf(textOf(page.document.querySelector('main')));
        const texts = textsOf(parse(readFileSync(join(root, folder, file), 'utf8')));
        return texts
          .filter((text) => !partsOf(text).every((part) => said.includes(part)))
          .map((text) => `${file} ${text}`);
      }),
  );
  expect(lost).toEqual([]);
});

/** The texts in a value: strings with a space in them, which ids never have, but no lengths of time. */
function textsOf(value: unknown): string[] {
  if (typeof value === 'string')
    return value.includes(' ') && !lifetime.safeParse(value).success ? [value] : [];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}

// What stands between quotations, without Markdown's signs, link targets and the numbers of lists.
function partsOf(markdown: string): string[] {
  return markdown
    .replaceAll(/\]\([^)]*\)/g, ']')
    .replaceAll(/^\s*\d+\.\s/gm, '')
    .split(/\{\{[^}]*\}\}/)
    .map(lettersOf);
}

function lettersOf(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '');
}

test('every cookie of chatref stands in its table, with domain, name, party and provider', () => {
  expect(tableRows(pageAt('/chatref/cookie-policy/'))).toEqual([
    ['chatref.ai', 'session_token', 'First party', 'Chatref'],
    ['chatref.ai', 'ref_auth_token.0', 'First party', 'Chatref'],
    ['chatref.ai', 'ref_auth_token.1', 'First party', 'Chatref'],
    ['chatref.ai', '__stripe_mid', 'Third party', 'Stripe'],
    ['chatref.ai', '__stripe_sid', 'Third party', 'Stripe'],
    ['chatref.ai', '_ga', 'Third party', 'Google Analytics'],
    ['chatref.ai', '_ga_*', 'Third party', 'Google Analytics'],
    ['chatref.ai', 'ajs_anonymous_id', 'Third party', 'Segment / Analytics.js'],
    ['chatref.ai', 'ajs_user_id', 'Third party', 'Segment / Analytics.js'],
    ['chatref.ai', '_gcl_au', 'Third party', 'Google Ads'],
    ['chatref.ai', '_fbp', 'Third party', 'Meta Pixel'],
    ['chatref.ai', 'utm_source', 'First party', 'Chatref'],
    ['chatref.ai', 'utm_campaign', 'First party', 'Chatref'],
  ]);
});

/** The rows of the tables of a page, or of those with a caption. */
function tableRows({ document }: BuiltPage, caption?: string): string[][] {
  return document
    .querySelectorAll('table.inventory')
    .filter((table) => !caption || textOf(table.querySelector('caption')) === caption)
    .flatMap((table) => table.querySelectorAll('tbody tr'))
    .map((row) => row.childElements.map((cell) => textOf(cell.querySelector('.cell-value') ?? cell)))
    .map((cells) => cells.map((text) => text.replace(/ ?#(?= |$)/, '')));
}

test('the periods of chatpacket stand in its table', () => {
  expect(tableRows(pageAt('/chatpacket/privacy-policy/'), 'How long data is kept')).toMatchInlineSnapshot(`
    [
      [
        "Data of active accounts",
        "While the account is active, and as needed",
        "",
      ],
      [
        "Customer data",
        "30 days after termination (for export)",
        "Permanently deleted",
      ],
      [
        "Visitor session data: page views and session lengths",
        "12 months",
        "Purged",
      ],
      [
        "Encrypted database backups",
        "up to 90 days after deletion from the live system",
        "",
      ],
    ]
  `);
});

test('the twelve services of Msgro stand in four tables', () => {
  const page = pageAt('/msgro/cookie-policy/');
  const services = ['Analytics', 'Marketing', 'Support', 'Content'].map((group) => [
    group,
    ...tableRows(page, group),
  ]);
  expect(services).toMatchInlineSnapshot(`
    [
      [
        "Analytics",
        [
          "Google Analytics",
          "traffic and behaviour",
        ],
        [
          "Hotjar",
          "heatmaps and session recordings",
        ],
        [
          "Mixpanel",
          "event tracking",
        ],
      ],
      [
        "Marketing",
        [
          "Google Ads",
          "advertising and conversions",
        ],
        [
          "Facebook Pixel",
          "social advertising",
        ],
        [
          "LinkedIn Insight",
          "professional-network advertising",
        ],
      ],
      [
        "Support",
        [
          "Intercom",
          "support chat widget",
        ],
        [
          "Zendesk",
          "help desk and tickets",
        ],
        [
          "Calendly",
          "meeting scheduling",
        ],
      ],
      [
        "Content",
        [
          "YouTube",
          "embedded video",
        ],
        [
          "Vimeo",
          "hosting and playback",
        ],
        [
          "Typeform",
          "forms and surveys",
        ],
      ],
    ]
  `);
});

test.each([
  ['/chatsync/cookie-policy/', 'privacy@chatsync.pk'],
  ['/chatsync/cookie-policy/', 'ChatSync PK Privacy Administration'],
  ['/chatsync/cookie-policy/', 'HttpOnly and SameSite=Strict'],
  ['/chatsync/cookie-policy/', 'Blocking essential cookies at once stops you from logging in'],
  ['/chatsend/privacy-policy/', 'support@chatsend.app'],
  [
    '/chatsend/privacy-policy/',
    'checkout identifiers, plan metadata, customer e-mail address, webhook event status',
  ],
  ['/chatsend/privacy-policy/', 'Not meant for people under 13.'],
  ['/chatpacket/privacy-policy/', 'Not meant for people under 16.'],
  ['/chatpacket/privacy-policy/', 'Announced at least 14 days before important changes apply'],
  ['/chatpacket/privacy-policy/', 'No method is 100% secure, and we cannot give an absolute guarantee.'],
  ['/chatref/cookie-policy/', '13 entries: Strictly necessary (5) · Performance (4) · Marketing (4)'],
  ['/msgro/cookie-policy/', 'IDFA on iOS, Advertising ID on Android'],
  ['/msgro/cookie-policy/', 'decline non-essential cookies;'],
])('%s says: %s', (path, said) => {
  expect(textOf(pageAt(path).document.querySelector('main'))).toContain(said);
});

test.each([
  ['/chatpacket/privacy-policy/', '2026-04-09', '9 April 2026'],
  ['/chatref/cookie-policy/', '2025-10-27', '27 October 2025'],
  ['/chatsync/cookie-policy/', '2026-03-31', '31 March 2026'],
  ['/chatsend/privacy-policy/', '2026-04-14', '14 April 2026'],
])('%s was last updated on %s, shown as %s', (path, date, shown) => {
  const page = pageAt(path);
  expect(textOf(page.document.querySelector('.opening'))).toContain(`Last updated ${shown}`);
  expect(page.document.querySelectorAll('time').map((time) => attribute(time, 'datetime'))).toContain(date);
  expect(jsonLdOf(page)).toMatchObject({ dateModified: date });
  expect(textOf(pageAt('/').document.querySelector('main'))).toContain(shown);
});

test('a policy with three different dates shows all of them', () => {
  const { document } = pageAt('/legal/harbour/cookie-policy/');
  expect(textOf(document.querySelector('dl.dates'))).toBe(
    'Last updated 31 March 2026 Proposed for 1 May 2026 Checked on 15 June 2026',
  );
});

test('a policy without a date says so, and gives search engines none', () => {
  for (const path of ['/msgro/cookie-policy/', '/legal/manara/notice/']) {
    const page = pageAt(path);
    expect(textOf(page.document.querySelector('.opening'))).toContain('This policy states no date.');
    expect(page.document.querySelector('.opening time')).toBeNull();
    expect(jsonLdOf(page)).not.toHaveProperty('dateModified');
  }
});

test('what a policy says it does not do is said in words', () => {
  const said = textOf(
    pageAt('/legal/manara/notice/').document.querySelector('#nothing')?.closest('.section') ?? null,
  );
  expect(said).toMatchInlineSnapshot(
    `"2. لا شيء # There are no categories of cookies. No cookies or similar technologies are used. No personal data is collected. Personal data is given to nobody else. Personal data is not transferred to third countries. No AI models are used. No decisions about people are made by machines alone. Personal data is neither sold nor shared for advertising across sites. مكتب الخصوصية E-mail desk@manara.example.com"`,
  );
});

test('sections are numbered as the policy asks, letters and none inside of decimals', () => {
  expect(headings(pageAt('/legal/harbour/cookie-policy/'))).toMatchInlineSnapshot(`
    [
      "1. Overview",
      "2. Cookies of Harbour",
      "A. Necessary",
      "B. Counting",
      "C. Offers",
      "3. Choices",
      "Phones",
      "4. Companies",
      "5. Words",
      "6. Versions",
      "7. Contact",
    ]
  `);
});

test('the contents list every section, numbered as its heading is', () => {
  for (const page of policyPages) {
    expect(page.document.querySelectorAll('nav.contents a').map(textOf)).toEqual(headings(page));
  }
});

test('policies of one product lead to each other', () => {
  const { document } = pageAt('/legal/harbour/cookie-policy/');
  expect(attribute(document.querySelector('.link-card a'), 'href')).toBe('/legal/harbour/privacy-policy/');
  expect(document.querySelectorAll('.companions a').map(textOf)).toEqual(['Privacy policy']);
  expect(pageAt('/legal/manara/notice/').document.querySelector('.companions')).toBeNull();
});

test('characters that mean something in HTML are shown as they are written', () => {
  const { document } = pageAt('/legal/harbour/cookie-policy/');
  expect(textOf(document.querySelector('.kicker'))).toBe('Legal <& more>');
  expect(document.querySelector('co')).toBeNull();
  expect(textOf(document.querySelector('main'))).toContain('Counter <Co> & Partners');
});
