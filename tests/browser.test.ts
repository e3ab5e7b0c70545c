import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { inflateSync } from 'node:zlib';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { parse } from 'yaml';
import { siteFile } from '../schemas/site.ts';
import { parseYaml } from '../src/read/parse.ts';
import { brandStyles } from '../src/site/brand.ts';
import { contrastProblems } from '../src/theme/contrast.ts';
import { candidates, findChromium, type Host, host, launchChromium } from './browser.ts';
import { leadsOn, readSite } from './built-site.ts';
import { root } from './command.ts';

const policies = readSite(inject('policies'), 'https://policies.example');
const showcase = readSite(inject('showcase'), 'https://example.com/legal/');
const sites = [policies, showcase];
// A page that is not found is looked for deep down, where relative addresses would break.
const paths = sites.flatMap((site) =>
  site.pages
    .filter((page) => !leadsOn(page))
    .map(({ path }) => ({ site, path: path.replace('404.html', 'no/such/page') })),
);
const policy = '/legal/harbour/cookie-policy/';

let browser: Browser;
let measuring: Browser;
let hosts: Map<object, Host>;

beforeAll(async () => {
  [browser, measuring] = await Promise.all([launchChromium(), launchChromium({ isDrawing: false })]);
  hosts = new Map(
    await Promise.all(sites.map(async (site) => [site, await host(site.folder, site.base)] as const)),
  );
});

afterAll(async () => {
  await Promise.all([browser?.close(), measuring?.close()]);
  for (const { close } of hosts?.values() ?? []) await close();
});

function addressOf(path: string): string {
  const site = paths.find((candidate) => candidate.path === path)?.site;
  return `${hosts.get(site ?? {})?.origin}${path}`;
}

/** Opens pages one after the other, each as a reader with some screen and wishes sees it. */
async function visit<T>(
  visited: string[],
  options: BrowserContextOptions,
  look: (page: Page, path: string) => Promise<T>,
  by = browser,
): Promise<T[]> {
  const context = await by.newContext({ ...desk, ...options });
  const page = await context.newPage();
  const seen: T[] = [];
  for (const path of visited) {
    await page.goto(addressOf(path));
    seen.push(await look(page, path));
  }
  await context.close();
  return seen;
}

/** The same where nothing is pressed and no picture taken: what pages are is asked of a browser that does not draw them. */
function measure<T>(
  visited: string[],
  options: BrowserContextOptions,
  look: (page: Page, path: string) => Promise<T>,
): Promise<T[]> {
  return visit(visited, options, look, measuring);
}

async function visitOne<T>(
  path: string,
  options: BrowserContextOptions,
  look: (page: Page) => Promise<T>,
): Promise<T> {
  const [seen] = await visit([path], options, look);
  // One path was visited, so one thing was seen.
  return seen as T;
}

const lengths = new Map(
  sites.flatMap(({ pages }) =>
    pages.map(({ path, html }) => [path.replace('404.html', 'no/such/page'), html.length] as const),
  ),
);
// Every site has the pages of all rules, made alike: the longest stand for the others.
const isRule = (path: string) => /\/handbook\/rules\/.+/.test(path);
const longestRules = paths
  .map(({ path }) => path)
  .filter((path) => path.startsWith('/handbook/') && isRule(path))
  .sort((one, other) => byLength(other, one))
  .slice(0, 5);
const everyPath = [...paths.map(({ path }) => path).filter((path) => !isRule(path)), ...longestRules];
// What takes long looks at the shortest and the longest page of each kind.
// Pages that differ from one site to the other in nothing but addresses are looked at once.
const kinds = [
  ...Map.groupBy(
    everyPath.filter((path) => !/^\/legal\/(about|handbook|no)\//.test(path)),
    kindOf,
  ).values(),
].map((alike) => alike.sort(byLength));
const oneOfEachKind = kinds.map(([shortest = '']) => shortest);
const everyKind = kinds.flatMap((alike) => [...new Set([alike[0] ?? '', alike.at(-1) ?? ''])]);
const changes = longest('changes');

function kindOf(path: string): string {
  const [, base = '', rest = ''] = /^(\/legal)?\/(.*)$/.exec(path) ?? [];
  const [product = '', slug, version, ...page] = rest.split('/').filter(Boolean);
  if (product === 'handbook') return `handbook ${slug === 'rules' && version ? 'rule' : slug}`;
  if (['about', 'no'].includes(product)) return product;
  if (slug === undefined) return product === '' ? 'home' : 'product';
  if (version === undefined) return `${base} ${slug}`;
  return version === 'history' ? version : (page[0] ?? 'version');
}

function byLength(one: string, other: string): number {
  return (lengths.get(one) ?? 0) - (lengths.get(other) ?? 0);
}

function longest(kind: string): string {
  return (
    everyPath
      .filter((path) => kindOf(path) === kind)
      .sort(byLength)
      .at(-1) ?? ''
  );
}
/** A theme whose colours are no better to read than the check of site.yaml asks for. */
const barely = (['light', 'dark'] as const).map((mode): [string, string] => {
  const grounds =
    mode === 'light' ? { paper: '#f4f9ff', tint: '#e9f1e4' } : { paper: '#241a1f', tint: '#1a2a33' };
  return [`barely to be read, ${mode}`, barelyRead(grounds)];
});

// Each colour of text is made lighter or darker for as long as nothing is found.
function barelyRead(grounds: { paper: string; tint: string }): string {
  const isDark = grounds.paper < '#7';
  const greys = Array.from(
    { length: 256 },
    (_, level) => `#${level.toString(16).padStart(2, '0').repeat(3)}`,
  );
  const ordered = isDark ? greys : greys.toReversed();
  const names = ['added', 'removed', 'ink', 'quiet', 'accent', 'visited', 'caution'] as const;
  let colours: Record<string, string> = { ...grounds };
  for (const name of names) {
    const end = ordered.at(-1) ?? '';
    const others = Object.fromEntries(names.map((other) => [other, colours[other] ?? end]));
    const found = ordered.find((grey) => isRead({ ...grounds, ...others, [name]: grey }));
    colours = { ...colours, [name]: found ?? end };
  }
  const site = { name: 'Site', url: 'https://example.com/', languages: ['en'] };
  return brandStyles(siteFile.parse({ ...site, theme: { colours, coloursDark: colours } })).join('\n');
}

function isRead(colours: Record<string, string>): boolean {
  const list = Object.entries(colours).map(([name, value]) => `${name}: "${value}"`);
  const text = `name: Site\nurl: https://example.com/\nlanguages: [en]\ntheme: { colours: { ${list.join(', ')} } }\n`;
  const file = parseYaml('site.yaml', Buffer.from(text));
  return contrastProblems(file, siteFile.parse(file.value)).length === 0;
}

const desk = { viewport: { width: 1280, height: 900 } };
const phone = { viewport: { width: 360, height: 740 } };

/** The ready themes, each with the rules of its stylesheet. */
const themes = globSync('docs/themes/*.yaml', { cwd: root }).map((file): [string, string] => {
  const around = { name: 'Site', url: 'https://example.com/', languages: ['en'] };
  const site = siteFile.parse({ ...around, ...parse(readFileSync(join(root, file), 'utf8')) });
  return [file, brandStyles(site).join('\n')];
});

test('without a Chromium the tests fail, and say what to do', async () => {
  const nowhere = [{ from: 'Playwright', path: '/nowhere/chrome' }];
  const refuse = () => Promise.reject(new Error('no such system'));
  await expect(findChromium(nowhere, refuse)).rejects.toThrow(/without a Chromium.*CHROMIUM_PATH/);
  await expect(findChromium(candidates({ CHROMIUM_PATH: '/nowhere/chrome' }))).rejects.toThrow(
    'Unexpected CHROMIUM_PATH /nowhere/chrome, expected the path of a Chromium.',
  );
});

test('a Chromium that is named is taken before all others', async () => {
  const named = candidates({ CHROMIUM_PATH: process.execPath, PATH: '/bin' });
  expect(await findChromium(named)).toBe(process.execPath);
  expect([...new Set(named.map(({ from }) => from))]).toEqual(['CHROMIUM_PATH', 'Playwright', 'the system']);
});

test('axe finds nothing on any kind of page, light or dark, on a desk or on a phone', async () => {
  const shown = [...everyKind, '/tidewick/privacy-policy/compare/'];
  const found = await measure(shown, {}, async (page, path) => {
    // Our own colours have the contrast that WCAG asks for at its highest level; the showcase has colours of its own.
    const levels = path.startsWith('/legal/') ? enough : [...enough, 'color-contrast-enhanced'];
    const seen: string[] = [];
    for (const { viewport } of [desk, phone]) {
      await page.setViewportSize(viewport);
      if (await isStructuredAnew(page)) seen.push(...(await violations(page, { rules: withoutColours })));
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        seen.push(...(await violationsOfColours(page, levels)));
      }
    }
    return seen.map((violation) => `${path} ${violation}`);
  });
  expect(found.flat()).toEqual([]);
});

// Which links stand apart from their text hangs on colours, too.
const ofColours = ['color-contrast', 'link-in-text-block'];
const withoutColours = Object.fromEntries(ofColours.map((rule) => [rule, { enabled: false }]));

/**
 * Whether some element is shown in another way than when the page was asked before, and in one that no page before had: what
 * the rules find that are not about colours follows from the markup, and from how its elements are shown. A page that was not
 * asked before is always new.
 */
function isStructuredAnew(page: Page): Promise<boolean> {
  return page.evaluate(() => {
    const known: Record<string, true> = JSON.parse(sessionStorage.getItem('shown') ?? '{}');
    const shown = [...document.querySelectorAll('*')].map((element) => {
      const { display, visibility, overflowX, overflowY, position } = getComputedStyle(element);
      const isVisible = element.checkVisibility();
      return [
        element.tagName,
        element.className,
        isVisible,
        display,
        visibility,
        overflowX,
        overflowY,
        position,
      ].join(' ');
    });
    const before: string[] | undefined = Reflect.get(window, 'shown');
    Reflect.set(window, 'shown', shown);
    if (before === undefined) return true;
    const changed = shown.flatMap((way, index) => (way === before[index] ? [] : [`${before[index]} ${way}`]));
    const news = changed.filter((way) => !known[way]);
    for (const way of news) known[way] = true;
    sessionStorage.setItem('shown', JSON.stringify(known));
    return news.length > 0;
  });
}

/**
 * What the rules about colours find. Of the texts that stand alike one is looked at, and none where one was before: the markup is
 * the same in the dark, nearly all colours are on a phone, and pages of a kind are alike.
 */
async function violationsOfColours(page: Page, levels: string[]): Promise<string[]> {
  const count = await markNewWays(page);
  return count === 0
    ? []
    : violations(page, { only: [...levels, 'link-in-text-block'], within: '[data-new]' });
}

// The rule of the highest level leaves to that of the lower one what breaks both.
const enough = ['color-contrast'];

/**
 * Marks a text for each way to stand that no page before had: within which elements, and how each of them looks. A browser
 * keeps for a site what was there, until it is closed.
 */
function markNewWays(page: Page): Promise<number> {
  return page.evaluate(() => {
    // The number of each look within another.
    const looks: Record<string, number> = JSON.parse(sessionStorage.getItem('looks') ?? '{}');
    const texts: Record<number, true> = JSON.parse(sessionStorage.getItem('texts') ?? '{}');
    const lookOf = (element: Element): string => {
      const look = getComputedStyle(element);
      const colours = [look.color, look.backgroundColor, look.backgroundImage, look.opacity, look.textShadow];
      // Large text may have less contrast.
      const size = Number.parseFloat(look.fontSize) * (Number(look.fontWeight) >= 700 ? 24 / 18.66 : 1);
      const letters = [size >= 24, look.fontWeight, look.textDecorationLine, look.position, look.clipPath];
      return [element.tagName, element.className, ...colours, ...letters].join(' ');
    };
    const ways = new Map<Element, number>();
    const wayOf = (element: Element): number => {
      const known = ways.get(element);
      if (known !== undefined) return known;
      const look = `${element.parentElement ? wayOf(element.parentElement) : ''} ${lookOf(element)}`;
      const way = looks[look] ?? Object.keys(looks).length;
      looks[look] = way;
      ways.set(element, way);
      return way;
    };
    const isNew = (element: Element): boolean => {
      const isText = [...element.childNodes].some(
        ({ nodeType, nodeValue }) => nodeType === Node.TEXT_NODE && nodeValue?.trim(),
      );
      if (!isText || !element.checkVisibility() || texts[wayOf(element)]) return false;
      texts[wayOf(element)] = true;
      return true;
    };
    const elements = [...document.querySelectorAll('body *')];
    const { length } = elements.filter((element) => element.toggleAttribute('data-new', isNew(element)));
    sessionStorage.setItem('looks', JSON.stringify(looks));
    sessionStorage.setItem('texts', JSON.stringify(texts));
    return length;
  });
}

type Look = { only?: string[]; rules?: Record<string, { enabled: boolean }>; within?: string };

/** What axe finds by these rules alone, or by those it applies unasked, but for some. */
async function violations(page: Page, { only, rules = {}, within = 'html' }: Look = {}): Promise<string[]> {
  // What was put into a page is there until the next one.
  const isThere = await page.evaluate(() => 'axe' in window);
  const source = isThere ? { axeSource: ';' } : {};
  // Without frames to look into, axe needs no page of its own.
  const axe = new AxeBuilder({ page, ...source })
    .setLegacyMode()
    .include(within)
    .options({ resultTypes: ['violations'], rules });
  const found = await (only ? axe.withRules(only) : axe).analyze();
  return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
}

test('no page breaks its content security policy, or has anything to complain about, or scrolls sideways', async () => {
  const context = await measuring.newContext();
  const page = await context.newPage();
  const complaints: string[] = [];
  page.on('console', (message) => complaints.push(`${page.url()} ${message.text()}`));
  page.on('pageerror', (error) => complaints.push(`${page.url()} ${error.message}`));
  page.on('requestfailed', (request) => {
    // What is still under way when the next page is opened is given up.
    const why = request.failure()?.errorText;
    if (why !== 'net::ERR_ABORTED') complaints.push(`${page.url()} ${request.url()} ${why}`);
  });
  const wide: string[] = [];
  for (const path of everyPath) {
    await page.goto(addressOf(path));
    for (const screen of screens) {
      if (await scrollsSideways(page, screen)) wide.push(`${path} ${JSON.stringify(screen)}`);
    }
  }
  await context.close();
  const notFound = /no\/such\/page .*status of 404/;
  expect(complaints.filter((line) => !notFound.test(line))).toEqual([]);
  expect(wide).toEqual([]);
});

type Screen = { width: number; height: number; text?: string };

const screens: Screen[] = [
  // A small phone; a laptop that enlarges the page four times has that width, and the stylesheet asks for no height.
  { width: 320, height: 640 },
  { width: 641, height: 640 },
  { width: 768, height: 640 },
  { width: 1024, height: 640 },
  // A phone on which only the text is twice as large.
  { width: 360, height: 740, text: '200%' },
];

async function scrollsSideways(page: Page, { width, height, text = '' }: Screen): Promise<boolean> {
  await page.setViewportSize({ width, height });
  return (await overflow(page, text)) > 0;
}

test('the policy holds in the browser: a script that gets into a page does not run', async () => {
  const refused = await visitOne(policy, {}, (page) =>
    page.evaluate(() => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) =>
        violations.push(event.effectiveDirective),
      );
      const style = document.createElement('style');
      document.head.append(style);
      const image = new Image();
      image.src = 'https://elsewhere.example/spy.gif';
      document.body.append(image);
      try {
        document.body.innerHTML += '<b>injected</b>';
      } catch {
        violations.push('innerHTML');
      }
      // A browser that others keep waiting tells of an image late.
      const latest = performance.now() + 10_000;
      return new Promise<string[]>((resolve) => {
        const look = () => {
          const seen = [...new Set(violations)].sort();
          if (seen.length >= 4 || performance.now() > latest) resolve(seen);
          else setTimeout(look, 50);
        };
        look();
      });
    }),
  );
  expect(refused).toEqual(['img-src', 'innerHTML', 'require-trusted-types-for', 'style-src-elem']);
});

test('a page asks for nothing but itself and its stylesheet', async () => {
  const asked = await visitOne(policy, {}, async (page) => {
    const requests: string[] = [];
    page.on('request', (request) => requests.push(new URL(request.url()).pathname));
    await page.reload();
    return requests;
  });
  expect(asked).toEqual([policy, '/legal/style.css']);
});

/**
 * How many pixels of a page stand outside of the screen, to either side, as it comes and all unfolded, with letters of a
 * size that the reader chose.
 */
function overflow(page: Page, text = ''): Promise<number> {
  return page.evaluate((size) => {
    const root = document.documentElement;
    root.style.setProperty('font-size', size);
    const unfold = (open: boolean) => {
      for (const details of document.querySelectorAll('details')) details.open = open;
      return root.scrollWidth - root.clientWidth;
    };
    return Math.max(unfold(true), unfold(false));
  }, text);
}

test('the first press of Tab shows the skip link, and Enter leads to the text', async () => {
  const skipped = await visit(oneOfEachKind, {}, async (page, path) => {
    const before = await page.locator('.skip').boundingBox();
    await page.keyboard.press('Tab');
    const focused = page.locator(':focus');
    const box = await focused.boundingBox();
    const href = await focused.getAttribute('href');
    await page.keyboard.press('Enter');
    const target = await page.evaluate(() => document.activeElement?.tagName);
    return { path, wasHidden: (before?.y ?? 0) < 0, isShown: (box?.y ?? -1) >= 0, href, target };
  });
  expect(skipped).toEqual(
    oneOfEachKind.map((path) => ({ path, wasHidden: true, isShown: true, href: '#_main', target: 'MAIN' })),
  );
});

test.each([
  '/',
  policy,
  '/legal/manara/notice/',
  '/handbook/',
])('Tab reaches every link of %s in order, and each shows that it is focused', async (path) => {
  const [links, reached] = await visitOne(path, {}, async (page) => {
    const all = await page
      .locator('a[href]')
      .filter({ visible: true })
      .evaluateAll((elements) => elements.map((link) => link.getAttribute('href')));
    const focused: { href: string | null; outline: boolean }[] = [];
    for (const _ of all) {
      await page.keyboard.press('Tab');
      focused.push(
        await page.evaluate(() => {
          const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(
            document.activeElement ?? document.body,
          );
          const outline =
            outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2 && !outlineColor.endsWith(', 0)');
          return { href: document.activeElement?.getAttribute('href') ?? null, outline };
        }),
      );
    }
    return [all, focused] as const;
  });
  expect(links.length).toBeGreaterThan(3);
  expect(reached).toEqual(links.map((href) => ({ href, outline: true })));
});

test('a policy prints on several pages, with their text', async () => {
  const pdf = await visitOne(policy, {}, (page) => page.pdf({ format: 'A4' }));
  const text = pdf.toString('latin1');
  const printed = [...text.matchAll(/\/Type \/Page\b/g)].length;
  expect(printed).toBeGreaterThan(1);
  expect(pagesOfText(pdf)).toBe(printed);
});

/** How many of the streams of a PDF show text. */
function pagesOfText(pdf: Buffer): number {
  const streams = [...pdf.toString('latin1').matchAll(/\/FlateDecode[^>]*>>\s*stream\r?\n/g)];
  return streams.filter((match) => {
    try {
      return /\bT[jJ]\b/.test(inflateSync(pdf.subarray(match.index + match[0].length)).toString('latin1'));
    } catch {
      return false;
    }
  }).length;
}

test('paper spells out the addresses of other sites, and leaves out what only screens need', async () => {
  const { after, hidden } = await visitOne(policy, {}, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    return {
      after: await page.locator('main a[href]').evaluateAll((links) =>
        links.map((link) => ({
          href: link.getAttribute('href') ?? '',
          words: link.textContent,
          printed: getComputedStyle(link, '::after').content,
        })),
      ),
      hidden: await page
        .locator('.skip, .breadcrumbs, .colophon, .anchor, .companions')
        .evaluateAll((elements) => elements.every((element) => element.getClientRects().length === 0)),
    };
  });
  const printed = ({ href, words }: { href: string; words: string }) =>
    // What its words say already is not said again.
    href.startsWith('https:') && !href.includes(words) ? `" (${href})"` : 'none';
  expect(after.filter((link) => printed(link) !== 'none')).not.toEqual([]);
  expect(after).toEqual(after.map((link) => ({ ...link, printed: printed(link) })));
  expect(hidden).toBe(true);
});

test('paper is white and its text black, whatever the screen is', async () => {
  const colours = await visitOne(policy, { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    return page.evaluate(() => {
      const { backgroundColor, color } = getComputedStyle(document.documentElement);
      return { backgroundColor, color };
    });
  });
  expect(colours).toEqual({ backgroundColor: 'rgb(255, 255, 255)', color: 'rgb(0, 0, 0)' });
});

test('a phone shows the rows of a table as cards that name each value', async () => {
  const shown = await visitOne(policy, phone, (page) =>
    page.evaluate(() => {
      const table = document.querySelector('table.inventory');
      const head = table?.querySelector('thead')?.getBoundingClientRect();
      const labels = [...(table?.querySelectorAll('.cell-label') ?? [])];
      const blanks = [...(table?.querySelectorAll('.blank') ?? [])];
      return {
        isRow: getComputedStyle(table?.querySelector('tbody tr') ?? document.body).display === 'table-row',
        headSize: [head?.width, head?.height],
        unseen: labels.filter(
          (label) => !label.closest('.blank') && label.getBoundingClientRect().height < 10,
        ).length,
        // A value that is missing takes no room, nor does its name.
        roomOfBlanks: Math.max(0, ...blanks.map((blank) => blank.getBoundingClientRect().height)),
        labels: labels.slice(0, 7).map((label) => label.textContent?.trim()),
      };
    }),
  );
  expect(shown).toEqual({
    isRow: false,
    headSize: [1, 1],
    unseen: 0,
    roomOfBlanks: 0,
    labels: ['Purpose', 'Set by', 'Kept for', 'Details', 'Purpose', 'Set by', 'Kept for'],
  });
});

test('a desk shows the same table as a table, without the names beside each value', async () => {
  const shown = await visitOne(policy, {}, (page) =>
    page.evaluate(() => {
      const table = document.querySelector('table.inventory');
      return [
        getComputedStyle(table?.querySelector('tbody tr') ?? document.body).display,
        getComputedStyle(table?.querySelector('.cell-label') ?? document.body).display,
      ];
    }),
  );
  expect(shown).toEqual(['table-row', 'none']);
});

test('tables are tables to assistive technology, on a desk and as cards on a phone', async () => {
  const expected = await visitOne(policy, {}, (page) => rolesOf(page));
  expect(expected).toMatchInlineSnapshot(`
    {
      "cell": 115,
      "columnheader": 34,
      "row": 29,
      "rowheader": 22,
      "table": 6,
    }
  `);
  expect(await visitOne(policy, phone, (page) => rolesOf(page))).toEqual(expected);
});

/** How many parts of tables the browser tells assistive technology of. */
async function rolesOf(page: Page): Promise<Record<string, number>> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const shown = nodes.filter(({ ignored }) => !ignored).map(({ role }) => String(role?.value));
  const known = ['table', 'row', 'columnheader', 'rowheader', 'cell'];
  return Object.fromEntries(known.map((role) => [role, shown.filter((other) => other === role).length]));
}

test('the link beside a heading says which section it leads to', async () => {
  const said = await visitOne(policy, {}, async (page) => {
    const session = await page.context().newCDPSession(page);
    const { nodes } = await session.send('Accessibility.getFullAXTree');
    const names = (role: string) =>
      nodes
        .filter((node) => !node.ignored && node.role?.value === role)
        .map((node) => String(node.name?.value));
    return {
      links: names('link').filter((name) => name.startsWith('Link to the section')),
      headings: names('heading'),
    };
  });
  expect(said.links).toContain('Link to the section “Cookies of Harbour”');
  expect(said.links.length).toBe(11);
  // It stands beside the heading, so that the heading says nothing but its own words.
  expect(said.headings).toContain('2. Cookies of Harbour');
  expect(said.headings.filter((name) => name.includes('Link to'))).toEqual([]);
  expect(said.headings.filter((name) => name.includes('#'))).toEqual([]);
});

test('a page in Arabic runs from right to left, on a desk and on a phone', async () => {
  for (const options of [{}, phone]) {
    const seen = await visitOne('/legal/manara/notice/', options, async (page) => ({
      overflow: await overflow(page),
      direction: await page.evaluate(() => getComputedStyle(document.documentElement).direction),
      // The heading starts where the text does: at the right.
      startsRight: await page.evaluate(() => {
        const heading = document.querySelector('h1')?.getBoundingClientRect();
        return heading !== undefined && innerWidth - heading.right < heading.left + heading.width / 2;
      }),
    }));
    expect(seen).toEqual({ overflow: 0, direction: 'rtl', startsRight: true });
  }
});

test('a page turns dark for those who prefer it, with the colours of the site', async () => {
  const look = (page: Page) =>
    page.evaluate(() => {
      const link = document.querySelector('.contents a');
      return [
        getComputedStyle(document.documentElement).backgroundColor,
        link && getComputedStyle(link).color,
      ];
    });
  expect(await visitOne(policy, { colorScheme: 'light' }, look)).toEqual([
    'rgb(253, 252, 250)',
    'rgb(20, 83, 45)',
  ]);
  expect(await visitOne(policy, { colorScheme: 'dark' }, look)).toEqual([
    'rgb(24, 23, 22)',
    'rgb(134, 239, 172)',
  ]);
});

test('text stays visible in the colours that a reader forces', async () => {
  const unseen = await measure(everyKind, { forcedColors: 'active' }, (page, path) =>
    page.evaluate((name) => {
      if (!matchMedia('(forced-colors: active)').matches) return [`${name} is not forced`];
      const background = getComputedStyle(document.documentElement).backgroundColor;
      const texts = [...document.querySelectorAll('main :is(h1, h2, h3, p, li, a, dt, dd, th, td, code)')];
      return texts
        .filter(
          (element) =>
            getComputedStyle(element).color === background || getComputedStyle(element).opacity === '0',
        )
        .map((element) => `${name} ${element.textContent}`);
    }, path),
  );
  expect(unseen.flat()).toEqual([]);
});

test('nothing moves', async () => {
  const moving = await measure(everyKind, {}, (page) => page.evaluate(() => document.getAnimations().length));
  expect(moving.every((count) => count === 0)).toBe(true);
});

// On a machine short of memory Chromium now and then draws nothing and says so.
test('a page looks the same with JavaScript switched off', { retry: 2 }, async () => {
  for (const path of ['/', policy]) {
    const shoot = (page: Page) => page.screenshot({ fullPage: true });
    const on = await visitOne(path, { javaScriptEnabled: true }, shoot);
    const off = await visitOne(path, { javaScriptEnabled: false }, shoot);
    expect(on.equals(off), path).toBe(true);
  }
});

test('an old anchor brings its section to the top of the screen', async () => {
  const places = await visitOne(policy, {}, async (page) => {
    const top = async (anchor: string) => {
      await page.goto(`${addressOf(policy)}#${anchor}`);
      return page.evaluate(() =>
        Math.round(document.querySelector('#technologies')?.getBoundingClientRect().top ?? -1),
      );
    };
    return [await top('technologies'), await top('start')];
  });
  expect(places[0]).toBeGreaterThanOrEqual(0);
  expect(places[0]).toBeLessThan(60);
  // Another section's anchor leads elsewhere.
  expect(places[1]).toBeGreaterThan(200);
});

/** The words that are only said, as often as the browser tells them to assistive technology. */
async function saidOf(page: Page): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send('Accessibility.getFullAXTree');
  const names = nodes
    .filter(({ ignored, role }) => !ignored && role?.value === 'StaticText')
    .map(({ name }) => String(name?.value).trim());
  return names.filter((name) => /^(added:|removed:|end of addition|end of removal)$/.test(name)).sort();
}

/** How the added and removed words of a page are marked. */
function marksOf(page: Page) {
  return page.locator('ins, del').evaluateAll((elements) => {
    const lines = elements.map(
      (element) => `${element.tagName} ${getComputedStyle(element).textDecorationLine}`,
    );
    return [...new Set(lines)].sort();
  });
}

test.each([
  ['on a screen', {}],
  ['in the colours that a reader forces', { forcedColors: 'active' }],
] as const)('added and removed words differ in more than colour, %s', async (_, options) => {
  expect(await visitOne(changes, options, marksOf)).toEqual(['DEL line-through', 'INS underline']);
});

test('what was added and removed is said to those who listen, and takes no room', async () => {
  const { written, said, sizes } = await visitOne(changes, {}, async (page) => ({
    written: await page
      .locator('.said')
      .evaluateAll((elements) => elements.map((element) => (element.textContent ?? '').trim()).sort()),
    said: await saidOf(page),
    sizes: await page.locator('.said').evaluateAll((elements) =>
      elements.map((element) => {
        const { width, height } = element.getBoundingClientRect();
        return `${width} × ${height}`;
      }),
    ),
  }));
  expect(new Set(written)).toEqual(new Set(['added:', 'removed:', 'end of addition', 'end of removal']));
  expect(said).toEqual(written);
  expect([...new Set(sizes)]).toEqual(['1 × 1']);
});

test('each link to the next change leads there, and each link to the one before leads back', async () => {
  const [total, visited] = await visitOne(changes, {}, async (page) => {
    const count = await page.locator('.change').count();
    const reached: { hash: string; position: string; isSeen: boolean }[] = [];
    const follow = async (from: number, label: string) => {
      await page.locator(`#c-${from} > .position`).getByRole('link', { name: label, exact: true }).click();
      const { hash } = new URL(page.url());
      const target = page.locator(`${hash} > .position`);
      const position = /^Change \d+ of \d+/.exec((await target.textContent()) ?? '')?.[0] ?? '';
      const box = await target.boundingBox();
      const isSeen = box !== null && box.y >= 0 && box.y + box.height <= 900;
      reached.push({ hash, position, isSeen });
    };
    for (let from = 1; from < count; from += 1) await follow(from, 'Next change');
    for (let from = count; from > 1; from -= 1) await follow(from, 'Previous change');
    return [count, reached] as const;
  });
  expect(total).toBeGreaterThan(5);
  const numbers = Array.from({ length: total }, (_, index) => index + 1);
  const expected = [...numbers.slice(1), ...numbers.slice(0, -1).reverse()];
  expect(visited).toEqual(
    expected.map((number) => ({
      hash: `#c-${number}`,
      position: `Change ${number} of ${total}`,
      isSeen: true,
    })),
  );
});

test('no heading of a comparison stands without the heading it belongs to', async () => {
  const everyComparison = everyPath.filter((path) => ['changes', 'since'].includes(kindOf(path)));
  expect(everyComparison.length).toBeGreaterThan(10);
  const skipping = await measure(everyComparison, {}, (page, path) =>
    page.locator('.redline :is(h3, h4)').evaluateAll((headings, name) => {
      const shown = headings.filter((heading) => heading.checkVisibility());
      const levels = shown.map((heading) => Number(heading.tagName.slice(1)));
      return levels.some((level, index) => level > (levels[index - 1] ?? 2) + 1) ? [name] : [];
    }, path),
  );
  expect(skipping.flat()).toEqual([]);
});

test('two versions that a reader chooses are marked as the build marks them, and the address cites them', async () => {
  const policy = '/tidewick/privacy-policy/';
  const partsOf = (page: Page) =>
    page
      .locator('.redline')
      .evaluate((redline) => [...redline.querySelectorAll('.legend ~ *')].map((part) => part.outerHTML));
  const marksOf = async (path: string) => visitOne(`${policy}${path}`, {}, partsOf);
  const built = [await marksOf('2024-11-04/changes/'), await marksOf('2023-09-04/since/')];
  const seen = await visitOne(`${policy}compare/`, {}, async (page) => {
    const faults: string[] = [];
    page.on('console', (message) => faults.push(message.text()));
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(`${addressOf(`${policy}compare/`)}#2024-05-13..2024-11-04`);
    await page.reload();
    await page.getByText('The version of 13 May 2024 compared with the version of 4 November 2024').waitFor();
    const cited = await partsOf(page);
    await page.getByLabel('Before').selectOption('2023-09-04');
    await page.getByLabel('After').selectOption('2026-04-13');
    await page
      .getByText('The version of 4 September 2023 compared with the version of 13 April 2026')
      .waitFor();
    const chosen = await partsOf(page);
    await page.locator('.redline .step a').first().click();
    return { faults, marks: [cited, chosen], hash: new URL(page.url()).hash };
  });
  expect(built.flat().join('')).toMatch(/<ins>.*<del>/s);
  expect(seen).toEqual({ faults: [], marks: built, hash: '#2023-09-04..2026-04-13' });
});

test('the choices of two versions stand apart on a phone', async () => {
  const phone = { viewport: { width: 360, height: 640 } };
  const boxes = await visitOne('/tidewick/privacy-policy/compare/', phone, async (page) => {
    await page.getByLabel('After').waitFor();
    return page.locator('main select').evaluateAll((selects) =>
      selects.map((select) => {
        const { top, bottom } = select.getBoundingClientRect();
        return { top, bottom };
      }),
    );
  });
  expect((boxes[1]?.top ?? 0) - (boxes[0]?.bottom ?? 0)).toBeGreaterThanOrEqual(8);
});

test('without a script the page of comparisons leads to those that are made', async () => {
  const path = '/tidewick/privacy-policy/compare/';
  const seen = await visitOne(path, { javaScriptEnabled: false }, async (page) => ({
    choices: await page.locator('select').count(),
    links: await page
      .locator('main td a')
      .evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
  }));
  expect(seen.choices).toBe(0);
  expect(seen.links).toContain('/tidewick/privacy-policy/2024-11-04/changes/');
  expect(seen.links).toContain('/tidewick/privacy-policy/2023-09-04/since/');
});

test('who asks sees which cookies of a table are on the device, and nothing is sent', async () => {
  const path = '/tidewick/cookie-policy/';
  const seen = await visitOne(path, {}, async (page) => {
    const { origin } = new URL(page.url());
    await page.context().addCookies([{ name: 'tw_choice', value: 'all', url: origin }]);
    await page.evaluate(() => localStorage.setItem('tw.theme', 'dark'));
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().replace(origin, '')));
    page.on('console', (message) => asked.push(message.text()));
    await page.reload();
    const before = await page.locator('.on-device').count();
    await page.getByRole('button', { name: 'Look for these entries on this device' }).focus();
    await page.keyboard.press('Enter');
    const rows = await page
      .locator('tr:has(.on-device)')
      .evaluateAll((all) =>
        all.map((row) => [
          row.querySelector('th code')?.textContent,
          row.querySelector('.on-device')?.textContent,
        ]),
      );
    const status = await page.getByRole('status').textContent();
    const faults = await violations(page);
    return { asked, before, rows: new Map(rows as [string, string][]), status, faults };
  });
  expect(seen.asked.map((address) => address.replace(/\?v=.*/, ''))).toEqual([
    path,
    '/style.css',
    '/inspect.js',
  ]);
  expect(seen.before).toBe(0);
  expect(seen.rows.get('tw_choice')).toBe('On this device now: yes');
  expect(seen.rows.get('tw.theme')).toBe('On this device now: yes');
  expect(seen.rows.get('__Host-tw_sid')).toBe('On this device now: no page can see that');
  expect(seen.rows.get('tw_keep')).toMatch(/not seen from this page|no page can see that/);
  expect(seen.status).toMatch(
    /^2 of \d+ entries .* are on this device\. Only what is stored for 127\.0\.0\.1 can be seen here/,
  );
  expect(seen.faults).toEqual([]);
});

test('words are found in the texts in force with the keyboard alone, and are sent nowhere', async () => {
  const seen = await visitOne('/search/', phone, async (page) => {
    const { origin } = new URL(page.url());
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url().replace(origin, '')));
    page.on('console', (message) => asked.push(message.text()));
    const input = page.getByLabel('Words to look for');
    await input.focus();
    await page.keyboard.type('object legitimate');
    await page.locator('.found li').first().waitFor();
    const faults = [...(await violations(page)), ...((await overflow(page)) > 0 ? ['overflow'] : [])];
    const marks = await page.locator('.found mark').allTextContents();
    await page.reload();
    await page.locator('.found li').first().waitFor();
    const kept = await input.inputValue();
    await input.focus();
    await page.keyboard.press('Tab');
    const focused = await page.evaluate(() => document.activeElement?.closest('.found') !== null);
    await page.keyboard.press('Enter');
    await page.waitForURL(/privacy/);
    const { pathname, hash } = new URL(page.url());
    return { asked: asked.slice(0, 1), faults, marks, kept, focused, pathname, hash };
  });
  expect(seen).toMatchObject({
    asked: ['/search.json'],
    faults: [],
    kept: 'object legitimate',
    focused: true,
  });
  expect(seen.marks.map((word) => word.toLowerCase())).toEqual(
    expect.arrayContaining(['object', 'legitimate']),
  );
  expect(seen.hash).not.toBe('');
});

test('where nothing is found the search says so, and what to try', async () => {
  const said = await visitOne('/search/', {}, async (page) => {
    await page.goto(`${page.url()}#zebra%20crossing`);
    await page.getByText('Nothing was found').waitFor();
    return page.getByRole('status').textContent();
  });
  expect(said).toBe('Nothing was found for “zebra crossing”. Try fewer words, or the beginning of one.');
});

test('without a script the page of the search says what else there is', async () => {
  const text = await visitOne('/search/', { javaScriptEnabled: false }, (page) =>
    page.locator('main').innerText(),
  );
  expect(text).toContain('Without it, open a policy and use “Find in page” of your browser.');
});

test('a folded part opens and closes with the keyboard alone', async () => {
  const states = await visitOne(changes, {}, async (page) => {
    const look = () =>
      page.evaluate(() => {
        const summary = document.activeElement;
        const details = summary?.closest('details');
        return {
          tag: summary?.tagName,
          outline: getComputedStyle(summary ?? document.body).outlineStyle,
          isOpen: details?.open,
          isShown: summary?.nextElementSibling?.checkVisibility(),
        };
      });
    for (let press = 0; press < 200; press += 1) {
      await page.keyboard.press('Tab');
      if (await page.evaluate(() => document.activeElement?.tagName === 'SUMMARY')) break;
    }
    const seen = [await look()];
    for (const key of ['Enter', 'Space']) {
      await page.keyboard.press(key);
      seen.push(await look());
    }
    return seen;
  });
  const summary = { tag: 'SUMMARY', outline: 'solid' };
  expect(states).toEqual([
    { ...summary, isOpen: false, isShown: false },
    { ...summary, isOpen: true, isShown: true },
    { ...summary, isOpen: false, isShown: false },
  ]);
});

test('a comparison prints with what did not change folded, its marks, and without links to the next change', async () => {
  const printed = await visitOne(changes, { colorScheme: 'dark' }, async (page) => {
    await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
    const hiddenOf = (selector: string) =>
      page
        .locator(selector)
        .evaluateAll((elements) => elements.filter((element) => !element.checkVisibility()).length);
    const pdf = await page.pdf({ format: 'A4' });
    return {
      folded: await page.locator('details > :not(summary)').count(),
      hiddenFolded: await hiddenOf('details > :not(summary)'),
      hiddenChanges: await hiddenOf('.change, .change :is(ins, del)'),
      steps: await page.locator('.step').count(),
      hiddenSteps: await hiddenOf('.step'),
      marks: await marksOf(page),
      overflow: await overflow(page),
      pages: pagesOfText(pdf),
    };
  });
  expect(printed.folded).toBeGreaterThan(5);
  expect(printed.pages).toBeGreaterThan(2);
  expect(printed).toMatchObject({
    hiddenFolded: printed.folded,
    hiddenChanges: 0,
    hiddenSteps: printed.steps,
    marks: ['DEL line-through', 'INS underline'],
    overflow: 0,
  });
});

test('the list of versions leads to each version, by links that end with their words', async () => {
  const history = longest('history');
  const [items, opened] = await visitOne(history, {}, async (page) => {
    const listed = await page.locator('.history > .version').evaluateAll((entries) =>
      entries.map((entry) => {
        const link = entry.querySelector('a');
        return {
          date: entry.querySelector('time')?.dateTime ?? '',
          text: link?.textContent ?? '',
          shown: link?.innerText ?? '',
          names: [...entry.querySelectorAll('.meta a')].map((other) => other.getAttribute('aria-label')),
        };
      }),
    );
    const paths: string[] = [];
    for (const { text } of listed) {
      await page.goto(addressOf(history));
      await page.locator('.history').getByRole('link', { name: text.trim(), exact: true }).click();
      paths.push(new URL(page.url()).pathname);
    }
    return [listed, paths] as const;
  });
  expect(items.length).toBeGreaterThan(3);
  expect(items.map(({ text }) => text)).toEqual(items.map(({ shown }) => shown.trim()));
  expect(opened).toEqual(items.map(({ date }) => history.replace('history/', `${date}/`)));
  // Links that look alike are told apart by their names.
  const names = items.flatMap((item) => item.names);
  expect(new Set(names).size).toBe(names.length);
});

/** Follows the first link of a name and waits for the whole page: a click ends when its page begins. */
async function press(page: Page, name: string | RegExp): Promise<void> {
  await page.getByRole('link', { name }).first().click();
  await page.waitForLoadState('load');
}

/** Follows links by their words on a phone, one after the other. */
async function follow(from: string, words: (string | RegExp)[]): Promise<{ path: string; text: string }> {
  return visitOne(from, phone, async (page) => {
    for (const name of words) await press(page, name);
    const text = await page.locator('main').innerText();
    return {
      path: new URL(page.url()).pathname,
      text: text.replaceAll('\u00a0', ' ').replaceAll('\t', '\n'),
    };
  });
}

/** What a phone shows of a page at the place where a reader arrives, without moving it. */
async function inView(from: string, words: (string | RegExp)[]): Promise<{ path: string; text: string }> {
  return visitOne(from, phone, async (page) => {
    for (const name of words) await press(page, name);
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
    const text = await page.evaluate(() => {
      const isSeen = ({ top, bottom }: DOMRect) => bottom > 0 && top < innerHeight;
      const parts = document.querySelectorAll('main :is(h1, h2, h3, p, li, dt, dd, th, td)');
      return [...parts]
        .filter((part) => isSeen(part.getBoundingClientRect()))
        .map((part) => part.textContent)
        .join('\n');
    });
    return {
      path: new URL(page.url()).pathname,
      text: text.replaceAll('\u00a0', ' ').replaceAll(/\s+/g, ' '),
    };
  });
}

test('how long a cookie is kept is in view two steps from the first page, or that no table states it', async () => {
  const { path, text } = await follow('/', ['Cookies of all products']);
  expect(path).toBe('/cookies/');
  expect(text).toMatch(/_ga\n(?:.*\n)*?.*Not stated here/);
  expect(text).toMatch(/tw_choice\n(?:.*\n)*?.*6 months/);
  const entry = await inView('/', ['Cookies of all products', 'tw_choice']);
  expect(entry.path).toBe('/tidewick/cookie-policy/');
  expect(entry.text).toMatch(/tw_choice.*6 months/);
});

test('a name in the list of all cookies stands in one line where the list is a table', async () => {
  const names = await visitOne('/cookies/', {}, (page) =>
    page.evaluate(() =>
      [...document.querySelectorAll('.inventory tbody th a')].map((name) => [
        name.textContent,
        name.getClientRects().length,
      ]),
    ),
  );
  expect(names).toContainEqual(['ajs_anonymous_id', 1]);
  expect(names.filter(([, lines]) => lines !== 1)).toEqual([]);
});

test('how to object is in view one step from a policy', async () => {
  const { text } = await inView('/tidewick/privacy-policy/', ['Objection']);
  expect(text).toContain('Object, for reasons of your own, to what we do in our legitimate interests');
});

test('whom to write to is named on the first two screens of a policy', async () => {
  const top = await visitOne('/tidewick/privacy-policy/', phone, async (page) => {
    const link = page.locator('.glance').getByRole('link', { name: 'privacy@tidewick.example' }).first();
    return (await link.boundingBox())?.y ?? Number.POSITIVE_INFINITY;
  });
  expect(top).toBeLessThan(2 * phone.viewport.height);
});

test('who gets data is in view one step from a policy', async () => {
  const { text } = await inView('/tidewick/privacy-policy/', ['Notification services']);
  expect(text).toContain('Notification services');
  expect(text).toContain('tide alerts on your device');
});

test('which policies name a company is one step from the first page', async () => {
  expect((await follow('/', ['Companies and services of all products'])).text).toContain('Google Analytics');
});

test('which text applied on a day is two steps from a policy', async () => {
  const steps = ['All versions', 'Which version applied on a day'];
  const { path, text } = await follow('/tidewick/cookie-policy/', steps);
  expect(path).toBe('/tidewick/cookie-policy/as-of/');
  expect(text).toMatch(/1 July 2024\n(?:.*\n)*?.*9 March 2025/);
});

test('what changed since a version is two steps from a policy', async () => {
  const steps = ['All versions', /^What changed since: 10.March.2025/];
  const { path } = await follow('/tidewick/cookie-policy/', steps);
  expect(path).toBe('/tidewick/cookie-policy/2025-03-10/since/');
});

test('two versions are compared two steps from a policy, and two choices', async () => {
  const seen = await visitOne('/tidewick/privacy-policy/', phone, async (page) => {
    for (const name of ['All versions', 'Compare any two versions']) await press(page, name);
    await page.getByLabel('Before').selectOption('2023-09-04');
    await page.getByLabel('After').selectOption('2024-11-04');
    await page.getByText('compared with the version of 4 November 2024').waitFor();
    return { hash: new URL(page.url()).hash, marks: await page.locator('.redline ins').count() };
  });
  expect(seen.hash).toBe('#2023-09-04..2024-11-04');
  expect(seen.marks).toBeGreaterThan(3);
});

test('the sign beside a heading and an entry leads to the version that is read, for good', async () => {
  const hrefs = await visitOne('/tidewick/cookie-policy/', phone, (page) =>
    page.locator('.anchor').evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? '')),
  );
  expect(hrefs.length).toBeGreaterThan(20);
  const others = hrefs.filter((href) => !/^\/tidewick\/cookie-policy\/\d{4}-\d{2}-\d{2}\/#/.test(href));
  expect(others).toEqual([]);
});

test.each([
  policy,
  '/',
  changes,
  longest('history'),
  '/handbook/theme/',
  '/tidewick/privacy-policy/compare/',
])('%s passes axe in every theme, light and dark', async (path) => {
  const [found = []] = await measure([path], { bypassCSP: true }, async (page) => {
    const seen: string[] = [];
    for (const [name, content] of [...themes, ...barely]) {
      const style = await page.addStyleTag({ content });
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        const broken = await violationsOfColours(page, enough);
        seen.push(...broken.map((violation) => `${name} ${violation}`));
      }
      await style.evaluate((element) => element.parentNode?.removeChild(element));
    }
    return seen;
  });
  expect(found).toEqual([]);
});

test('text whose lines, words and letters a reader has set apart is not cut and does not scroll sideways', async () => {
  // https://www.w3.org/TR/WCAG22/#text-spacing
  const spacing =
    '* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; } ' +
    'p { margin-block-end: 2em !important; }';
  const found = await measure(everyKind, { ...phone, bypassCSP: true }, async (page, path) => {
    await page.addStyleTag({ content: spacing });
    const cut = await page.locator('body *').evaluateAll((elements) =>
      elements
        .filter((element) => {
          const { overflowX, overflowY, clipPath } = getComputedStyle(element);
          const isClipped = overflowX === 'hidden' || overflowY === 'hidden';
          return isClipped && clipPath === 'none' && element.scrollHeight > element.clientHeight + 1;
        })
        .map((element) => element.className),
    );
    return [...cut, ...((await overflow(page)) > 0 ? ['scrolls sideways'] : [])].map(
      (line) => `${path} ${line}`,
    );
  });
  expect(found.flat()).toEqual([]);
});

test('in the colours that a reader forces, what tells statuses, boxes and marks apart has a line', async () => {
  const bordersOf = (page: Page, selector: string) =>
    page
      .locator(selector)
      .evaluateAll((elements) => elements.map((element) => getComputedStyle(element).borderTopStyle));
  const found = await measure(
    [policy, longest('history'), changes, '/handbook/theme/'],
    { forcedColors: 'active' },
    (page) => bordersOf(page, '.status, .banner, .callout, .glance, .contact'),
  );
  expect(found.flat().length).toBeGreaterThan(15);
  expect(found.flat().filter((style) => style === 'none')).toEqual([]);
});
