import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, sep } from 'node:path';
import type { Element, Nodes } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { publishedSite } from '../src/doors/disk.ts';
import { reviewHtml } from '../src/reports/review-html.ts';
import { reviewJson } from '../src/reports/review-json.ts';
import { reviewMarkdown } from '../src/reports/review-markdown.ts';
import { reviewSides } from '../src/review/review.ts';
import { readSide } from '../src/review/side.ts';
import { openSources, problemsOf } from '../src/site/library.ts';
import { verifyPublished } from '../src/verify/verify-published.ts';
import { host, launchChromium } from './browser.ts';
import { policybook, root } from './command.ts';
import { around, compileTexts, sourcesOf, type Texts } from './compile-texts.ts';
import { payloads } from './hostile-texts.ts';
import { keepPageCode } from './kept-page-code.ts';
import { project } from './open-folder.ts';
import { publish, writeFolder } from './published-texts.ts';

// What people have put into texts to make a page run it stands in every form of a published site, and is text in each.

const oneLine = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

// As many in each of six policies, so that each keeps its anchors.
const mostOfAGroup = Math.ceil(payloads.length / 6);

/** A policy with some payloads in every place that holds a text or a name. */
function policy(texts: readonly string[], names: readonly string[], day = '2026-01-01', more = ''): string {
  const of = (list: readonly string[], index: number) => JSON.stringify(list[index % list.length] ?? 'Name');
  const count = texts.length + names.length > 2 ? mostOfAGroup : 1;
  const each = (line: (index: number) => string) =>
    Array.from({ length: count }, (_, index) => line(index)).join('');
  return `kind: cookie-policy
title: ${of(names, 0)}
lead: ${of(texts, 0)}
updated: ${day}
${more}cookies:
${each((index) => `  c${index}: { name: ${of(names, index)}, purpose: ${of(texts, index)}, expires: 3 days }\n`)}sections:
${each(
  (index) => `  - id: s${index}
    title: ${of(names, index)}
    content:
      - ${of(texts, index)}
      - note: { title: ${of(names, index)}, text: ${of(texts, index)} }
      - definitions: [{ term: ${of(names, index)}, text: ${of(texts, index)} }]
      - steps: [{ label: ${of(names, index)}, steps: [${of(texts, index)}, Two.] }]
`,
)}  - { id: all, title: All, content: [cookies: all] }
`;
}

const isTaken = (text: string, name: string) =>
  !compileTexts({ ...around, 'shop/cookies.yaml': policy([text], [name]) }).problems.some(
    ({ severity }) => severity !== 'info',
  );
const texts = payloads.filter((payload) => isTaken(payload, 'Name'));
const names = payloads.map(oneLine).filter((payload) => isTaken('Some text.', payload));

const groups = Array.from({ length: 6 }, (_, group) => group);
const nth = <T>(list: readonly T[], group: number) =>
  list.filter((_, index) => index % groups.length === group);
const files = (day: string, of: (group: number) => string, start: number) =>
  Object.fromEntries(
    groups.map((group) => [
      `p${group}/cookies.yaml`,
      policy(nth(texts, (group + start) % 6), nth(names, (group + start) % 6), day, of(group)),
    ]),
  );

const before: Texts = publish({
  'site.yaml': `name: ${JSON.stringify(names[3])}\nurl: https://example.com\nlanguages: [en-GB]\nstop: none\n`,
  ...Object.fromEntries(
    groups.map((group) => [`p${group}/product.yaml`, `name: ${JSON.stringify(names[group + 7])}\n`]),
  ),
  ...files('2026-01-01', () => '', 0),
});
const after: Texts = publish({
  ...before,
  ...files(
    '2026-02-01',
    (group) =>
      `change: { summary: ${JSON.stringify(texts[group + 9])}, material: false, because: ${JSON.stringify(texts[group + 20])} }\n`,
    1,
  ),
});

const home = mkdtempSync(join(tmpdir(), 'policybook-hostile-'));
const dist = join(home, 'out');

beforeAll(async () => {
  writeFolder(relative(root, join(home, 'policies')), after);
  keepPageCode(home);
  const built = await policybook(['build', '--out', dist, '--as-of', '2026-03-01'], {}, home);
  expect(built).toMatchObject({ code: 0, stderr: '' });
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

const filesWith = (ending: string) =>
  readdirSync(dist, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith(ending))
    .map((path) => [path, readFileSync(join(dist, path), 'utf8')] as const);

test('most of what is tried is text that can be published', () => {
  expect(texts.length).toBeGreaterThanOrEqual(20);
  expect(names.length).toBeGreaterThan(40);
});

test('no page of a site runs, loads or hides anything, and each says what its record says', () => {
  const { versions, problems } = verifyPublished(publishedSite(dist));
  expect(problems).toEqual([]);
  expect(versions).toBe(12);
});

test('a browser that follows no policy of ours runs nothing of it, asks no other host and goes nowhere', async () => {
  const { origin, close } = await host(dist, '');
  const browser = await launchChromium();
  const page = await browser.newPage({ bypassCSP: true });
  const seen: string[] = [];
  page.on('request', (request) => {
    // The page that compares has a script of ours, which shows these texts too.
    const isOurs = /\/compare\/$/.test(page.url()) && request.url().startsWith(`${origin}/compare.js?`);
    if (!request.url().startsWith(`${origin}/`) || (request.resourceType() === 'script' && !isOurs))
      seen.push(request.url());
  });
  page.on('dialog', (dialog) => {
    seen.push(dialog.message());
    return dialog.dismiss();
  });
  page.on('popup', (popup) => seen.push(popup.url()));
  await page.addInitScript(tellOfScripts);
  const addresses = filesWith('.html')
    .map(([path]) => path.split(sep).join('/'))
    .filter((path) => path.startsWith('p'))
    .map((path) => `${origin}/${path.replace(/index\.html$/, '')}`);
  expect(addresses.length).toBeGreaterThan(24);
  for (const address of addresses) {
    await page.goto(address, { waitUntil: 'load' });
    expect([address, page.url(), await whatRan(page), seen]).toEqual([address, address, [], []]);
  }
  // What would run is seen here.
  await page.setContent('<script>alert(1)</script>');
  expect(await whatRan(page)).toEqual(['alert']);
  await browser.close();
  await close();
});

const whatRan = (page: Page) => page.evaluate(() => Reflect.get(window, 'ran'));

// Runs in the page before anything of it does.
function tellOfScripts(): void {
  const ran: string[] = [];
  Reflect.set(window, 'ran', ran);
  for (const name of ['alert', 'confirm', 'prompt', 'open', 'msgbox'])
    Reflect.set(window, name, () => ran.push(name));
}

test('every page is whole: its title, one main part, and nothing outside of the body', () => {
  const pages = filesWith('.html');
  expect(pages.length).toBeGreaterThan(24);
  for (const [path, html] of pages) {
    const elements = elementsIn(fromHtml(html));
    const count = (name: string) => elements.filter(({ tagName }) => tagName === name).length;
    expect([path, count('title'), count('main'), count('body'), count('h1')]).toEqual([path, 1, 1, 1, 1]);
  }
});

test('feeds, records and lists are JSON, and hold the texts as they are', () => {
  const all = filesWith('.json');
  expect(all.length).toBeGreaterThan(20);
  for (const [, text] of all) JSON.parse(text);
  const records = all.filter(([path]) => /\d\.json$/.test(path)).map(([, text]) => text);
  const written = texts.filter((text) =>
    records.some((record) => record.includes(JSON.stringify(text).slice(1, -1))),
  );
  expect(written).toEqual(texts);
});

test('feeds and the sitemap are XML in which no text becomes a mark', () => {
  const all = filesWith('.xml');
  expect(all.length).toBeGreaterThan(6);
  for (const [path, xml] of all) {
    const marks = [...xml.matchAll(/<[^>]*>/g)].map(([mark]) => mark);
    const unknown = marks.filter(
      (mark) =>
        !/^<(\?xml|\/?(feed|entry|title|id|link|updated|published|summary|author|name|uri|generator|subtitle|rights|content|category|urlset|url|loc|lastmod)\b)/.test(
          mark,
        ),
    );
    expect([path, unknown]).toEqual([path, []]);
    const bare = xml.replaceAll(/<[^>]*>/g, '').match(/[<>]|&(?!(amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/gi);
    expect([path, bare]).toEqual([path, null]);
  }
});

test('a review holds nothing that runs, in any of its forms', () => {
  const sides = [before, after].map((folder) => {
    const library = openSources(sourcesOf(folder), { ...project, today: '2026-03-01' });
    return readSide(library, problemsOf(library));
  });
  const [old, now] = sides;
  if (!old || !now) throw new Error('Two folders have two sides.');
  const review = reviewSides(old, now, { today: '2026-03-01' });
  JSON.parse(reviewJson(review));
  const elements = elementsIn(fromHtml(reviewHtml(review)));
  const allowed = new Set(
    'html head meta title style body main h1 h2 h3 h4 p ul li dl dt dd div table caption thead tbody tr th td code span a ins del section details summary'.split(
      ' ',
    ),
  );
  expect(elements.filter(({ tagName }) => !allowed.has(tagName))).toEqual([]);
  const attributes = new Set(elements.flatMap(({ properties }) => Object.keys(properties)));
  const usual =
    'ariaLabel charSet className content dir href httpEquiv lang name open rel role scope tabIndex'.split(
      ' ',
    );
  expect([...attributes].filter((name) => !usual.includes(name))).toEqual([]);
  const tags = reviewMarkdown(review).match(/<\/?[a-z][^>]*>|<!--[^>]*>/gi) ?? [];
  expect(
    [...new Set(tags)].filter(
      (tag) => !/^<\/?(details|summary|del|ins|code|br)>$|^<!-- policybook-review -->$/.test(tag),
    ),
  ).toEqual([]);
});

function elementsIn(node: Nodes): Element[] {
  const own = node.type === 'element' ? [node] : [];
  return 'children' in node ? [...own, ...node.children.flatMap(elementsIn)] : own;
}
