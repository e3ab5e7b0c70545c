import { beforeAll, expect, inject, test } from 'vitest';
import type { PolicyEntry } from '../src/compile/compile-model.ts';
import { atomFeed } from '../src/exporters/atom.ts';
import { feedOf } from '../src/exporters/feed.ts';
import { jsonFeed } from '../src/exporters/json-feed.ts';
import { manifestOf } from '../src/exporters/manifest.ts';
import { markdown, policyMarkdown } from '../src/exporters/markdown.ts';
import { htmlOf } from '../src/page/piece.ts';
import { compareView } from '../src/site/compare-view.ts';
import { comparisonsOf, comparisonView } from '../src/site/comparison-view.ts';
import { findEntry, type Library, openSources } from '../src/site/library.ts';
import { cookiesPage } from '../src/site/listing.ts';
import { homePage } from '../src/site/lists.ts';
import {
  canCompare,
  historyView,
  policyPaths,
  policyView,
  policyViewKey,
  versionView,
} from '../src/site/policy-view.ts';
import { around, pageOf, sourcesOf, type Texts } from './compile-texts.ts';
import { openFolder, project } from './open-folder.ts';
import { cookies, edit, publish, writeFolder } from './published-texts.ts';

// One policy with a version of every kind on 10 May 2026: superseded, never in force, in force, upcoming, proposed.

const folder = `${inject('workspace')}/versions-view`;
const dates = ['2026-01-01', '2026-02-01', '2026-02-15', '2026-05-01', '2026-05-09'];

const texts = {
  first: cookies,
  never: edit(
    cookies,
    ['updated: 2026-01-01', 'updated: 2026-02-01\neffective: 2026-03-01'],
    ['little', 'less'],
  ),
  third: edit(
    cookies,
    [
      'updated: 2026-01-01',
      'updated: 2026-02-15\neffective: 2026-03-01\nchange: { summary: We store *even* less & better., material: true, reconsent: true, notified: 2026-02-16 }',
    ],
    ['little', 'even less'],
  ),
  upcoming: edit(
    cookies,
    [
      'updated: 2026-01-01',
      'updated: 2026-05-01\neffective: 2026-06-01\nchange: { summary: We store nothing much. }',
    ],
    ['little', 'nothing much'],
  ),
  proposed: edit(
    cookies,
    [
      'updated: 2026-01-01',
      'updated: 2026-05-09\neffective: 2026-07-01\nchange: { summary: We store nothing., after: 2026-05-01 }',
    ],
    ['little', 'nothing'],
  ),
};

const dayOf = (text: string) => /^updated: (.*)$/m.exec(text)?.[1];

beforeAll(() => {
  const settings = {
    ...around,
    'site.yaml': edit(around['site.yaml'] ?? '', ['https://example.com', 'https://example.com/legal']),
    'shop/undated.yaml': edit(cookies, ['updated: 2026-01-01\n', ''], ['Cookie policy', 'Notes & more']),
  };
  let all: Texts = { ...settings };
  for (const text of [texts.first, texts.never, texts.third])
    all = publish({ ...all, 'shop/cookies.yaml': text }, dayOf(text));
  const soon = edit(cookies, ['2026-01-01', '2026-04-01\neffective: 2026-08-01'], ['Cookie policy', 'Terms']);
  all = publish({ ...all, 'shop/soon.yaml': soon }, dayOf(soon));
  all = publish({ ...all, 'shop/cookies.yaml': texts.upcoming }, dayOf(texts.upcoming));
  const draft = edit(cookies, ['2026-01-01', '2026-05-02'], ['Cookie policy', 'Draft']);
  writeFolder(folder, { ...all, 'shop/cookies.yaml': texts.proposed, 'shop/draft.yaml': draft });
});

function open(today = '2026-05-10'): Library {
  const library = openFolder(folder, today);
  // On other days what is proposed would be said otherwise.
  if (today === '2026-05-10')
    expect(library.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
  return library;
}

function entryIn(library: Library, slug = 'cookies'): PolicyEntry {
  return findEntry(library, 'shop', slug);
}

const path = '/legal/shop/cookies/';

function frame(date: string, library = open()) {
  const { version } = versionView(library, entryIn(library), date);
  if (!version) throw new Error(`No version ${date}.`);
  return version;
}

test('says of each version where it stands', () => {
  expect(dates.map((date) => frame(date).statusLabel)).toEqual([
    'Replaced on 1 March 2026',
    'Never in force',
    'In force',
    'Upcoming',
    'Proposed',
  ]);
});

test('says above each version what it is and where to go', () => {
  expect(dates.map((date) => frame(date).banners.join())).toEqual([
    `<p><strong>You are reading an old version. It was in force from 1 January 2026 until 28 February 2026. The version of 15 February 2026 took its place on 1 March 2026.</strong></p><div><a href="${path}">Read the version in force</a> · <a href="${path}2026-01-01/since/">See what has changed since</a></div>`,
    `<p><strong>You are reading a version that never took effect: it was replaced before. The version of 15 February 2026 took its place.</strong></p><div><a href="${path}">Read the version in force</a> · <a href="${path}2026-02-01/since/">See what has changed since</a></div>`,
    '',
    `<p><strong>This version is not in force yet. It takes effect on 1 June 2026.</strong></p><div><a href="${path}">Read the version in force</a> · <a href="${path}2026-05-01/changes/">See what changes</a></div>`,
    `<p><strong>This is a proposed text. It is not published and does not bind anybody.</strong></p><div><a href="${path}">Read the version in force</a> · <a href="${path}2026-05-09/changes/">See what changes</a></div>`,
  ]);
});

test('says of a first version that is to come or proposed only that, since nothing else can be read', () => {
  const library = open();
  const banner = (slug: string) => policyView(library, entryIn(library, slug)).version?.banners.join();
  expect(banner('soon')).toBe(
    '<p><strong>This version is not in force yet. It takes effect on 1 August 2026.</strong></p>',
  );
  expect(banner('draft')).toBe(
    '<p><strong>This is a proposed text. It is not published and does not bind anybody.</strong></p>',
  );
  expect(policyView(library, entryIn(library, 'undated')).version).toBeUndefined();
});

test('announces what is to come on the version in force alone, with the day and a summary', () => {
  const library = open();
  const announcement = `<p><strong>A new version takes effect on 1 June 2026.</strong></p><p>We store nothing much.</p><div><a href="${path}2026-05-01/">Read the new version</a> · <a href="${path}2026-05-01/changes/">See what changes</a></div>`;
  expect(policyView(library, entryIn(library)).version?.announcements).toEqual([announcement]);
  expect(dates.map((date) => frame(date, library).announcements.length)).toEqual([0, 0, 1, 0, 0]);
});

test('names this, the latest and the previous version, the interval and the fingerprint', () => {
  const library = open();
  const { versions } = entryIn(library);
  const { details, historyPath, historyLabel } = frame('2026-02-15', library);
  expect({ ...details, historyPath, historyLabel }).toEqual({
    title: 'About this version',
    historyPath: `${path}history/`,
    historyLabel: 'All versions',
    entries: [
      { term: 'This version', html: `<a href="${path}2026-02-15/">15 February 2026</a>` },
      { term: 'Version in force', html: `<a href="${path}">15 February 2026</a>` },
      { term: 'Previous version', html: `<a href="${path}2026-02-01/">1 February 2026</a>` },
      { term: 'Next version', html: `<a href="${path}2026-05-01/">1 May 2026</a>` },
      { term: 'In force', html: 'from 1 March 2026 until 31 May 2026' },
      { term: 'What changed', html: `<a href="${path}2026-02-15/changes/">Version of 15 February 2026</a>` },
      { term: 'Fingerprint (SHA-256)', html: `<code>${versions[2]?.digest}</code>` },
      {
        term: 'Other forms',
        html: `<a href="${path}2026-02-15.json">Record (JSON)</a>, <a href="${path}2026-02-15.md">Text (Markdown)</a>`,
      },
    ],
  });
});

test('leaves out of the details what a version does not have', () => {
  const terms = (date: string) => frame(date).details.entries.map(({ term }) => term);
  expect(terms('2026-01-01')).toEqual([
    'This version',
    'Version in force',
    'Next version',
    'In force',
    'Fingerprint (SHA-256)',
    'Other forms',
  ]);
  expect(terms('2026-05-09')).toEqual([
    'This version',
    'Version in force',
    'Previous version',
    'In force',
    'What changed',
  ]);
  expect(frame('2026-02-01').details.entries).toContainEqual({
    term: 'In force',
    html: 'never; it was replaced before it took effect',
  });
});

test('shows each version its own text at its own address', () => {
  const library = open();
  const shown = dates.map((date) => {
    const { page } = versionView(library, entryIn(library), date);
    const [block] = page.sections[0]?.blocks ?? [];
    return [
      page.canonical,
      block?.type === 'text' && htmlOf(block.text),
      page.jsonLd.url,
      page.jsonLd.version,
    ];
  });
  const words = ['little', 'less', 'even less', 'nothing much', 'nothing'];
  expect(shown).toEqual(
    dates.map((date, index) => {
      const address = `https://example.com${path}${date === '2026-02-15' ? '' : `${date}/`}`;
      return [address, `<p>We store ${words[index]}.</p>`, address, date];
    }),
  );
});

test('lists all versions, newest first, with intervals, summaries, notes and links', () => {
  const library = open();
  const { title, feed, canonical, lines } = historyView(library, entryIn(library));
  expect({ title, feed, canonical }).toEqual({
    title: 'Versions: Cookie policy',
    feed: `${path}feed.xml`,
    canonical: `https://example.com${path}history/`,
  });
  const items = lines.map((line) => (line.type === 'version' ? line.item : line.event));
  expect(items).toMatchInlineSnapshot(`
    [
      {
        "date": "2026-05-09",
        "id": "2026-05-09",
        "interval": "In force from 1 July 2026, or from the day it is published if that is later",
        "links": [
          {
            "label": "What changed",
            "path": "/legal/shop/cookies/2026-05-09/changes/",
          },
        ],
        "name": "9 May 2026",
        "notes": [],
        "path": "/legal/shop/cookies/2026-05-09/",
        "status": "proposed",
        "statusLabel": "Proposed",
        "summaryHtml": "<p>We store nothing.</p>",
      },
      {
        "date": "2026-05-01",
        "id": "2026-05-01",
        "interval": "In force from 1 June 2026",
        "links": [
          {
            "label": "What changed",
            "path": "/legal/shop/cookies/2026-05-01/changes/",
          },
        ],
        "name": "1 May 2026",
        "notes": [],
        "path": "/legal/shop/cookies/2026-05-01/",
        "status": "upcoming",
        "statusLabel": "Upcoming",
        "summaryHtml": "<p>We store nothing much.</p>",
      },
      {
        "date": "2026-02-15",
        "id": "2026-02-15",
        "interval": "In force from 1 March 2026 until 31 May 2026",
        "links": [
          {
            "label": "What changed",
            "path": "/legal/shop/cookies/2026-02-15/changes/",
          },
        ],
        "name": "15 February 2026",
        "notes": [
          "An important change",
          "Visitors are asked for consent again.",
          "People affected were told on 16 February 2026.",
        ],
        "path": "/legal/shop/cookies/2026-02-15/",
        "status": "in-force",
        "statusLabel": "In force",
        "summaryHtml": "<p>We store <em>even</em> less &amp; better.</p>",
      },
      {
        "date": "2026-02-01",
        "id": "2026-02-01",
        "interval": "In force: never; it was replaced before it took effect",
        "links": [
          {
            "label": "What changed",
            "path": "/legal/shop/cookies/2026-02-01/changes/",
          },
          {
            "label": "What changed since",
            "path": "/legal/shop/cookies/2026-02-01/since/",
          },
        ],
        "name": "1 February 2026",
        "notes": [],
        "path": "/legal/shop/cookies/2026-02-01/",
        "status": "superseded",
        "statusLabel": "Never in force",
        "summaryHtml": "<p>No summary is given.</p>",
      },
      {
        "date": "2026-01-01",
        "id": "2026-01-01",
        "interval": "In force from 1 January 2026 until 28 February 2026",
        "links": [
          {
            "label": "What changed since",
            "path": "/legal/shop/cookies/2026-01-01/since/",
          },
        ],
        "name": "1 January 2026",
        "notes": [],
        "path": "/legal/shop/cookies/2026-01-01/",
        "status": "superseded",
        "statusLabel": "Replaced on 1 March 2026",
        "summaryHtml": "<p>The first version published here.</p>",
      },
    ]
  `);
});

/** The paths of every page of policies that is built. */
function pagesOf(library: Library): string[] {
  const policies = library.products.flatMap(({ policies: own }) => own);
  return [
    '/legal/',
    '/legal/shop/',
    ...policyPaths(library, compareView, canCompare).map(
      ({ params: { product, slug } }) => `/legal/${product}/${slug}/compare/`,
    ),
    ...policies.flatMap((entry) => {
      const own = `/legal/${entry.product}/${entry.slug}/`;
      return [
        own,
        ...(entry.versions.length > 0 ? [`${own}history/`] : []),
        ...entry.versions.map(({ id }) => `${own}${id}/`),
        ...comparisonsOf(library, entry).map(({ id, kind }) => `${own}${id}/${kind}/`),
      ];
    }),
  ];
}

test('links from no list, banner or announcement to a page that is not built', () => {
  for (const today of ['2025-12-31', '2026-01-15', '2026-05-10', '2026-06-01', '2030-01-01']) {
    const library = open(today);
    const addresses = new Set(pagesOf(library));
    const unlisted = /\.(json|md|xml)$/;
    for (const slug of ['cookies', 'soon', 'draft', 'undated']) {
      const entry = entryIn(library, slug);
      const views = [
        policyView(library, entry),
        historyView(library, entry),
        ...entry.versions.map(({ id }) => versionView(library, entry, id)),
      ].map(({ frame: _frame, ...view }) => JSON.stringify(view));
      const links = views.flatMap((view) => [...view.matchAll(/(?:href=\\"|"path":")(\/legal\/[^"\\#]*)/g)]);
      expect(links.length).toBeGreaterThan(0);
      for (const [, link = ''] of links)
        if (!unlisted.test(link)) expect(addresses, `${slug} on ${today}`).toContain(link);
    }
  }
});

test('compares each version with the one before, and each superseded one with the one in force', () => {
  const library = open();
  const entry = entryIn(library);
  expect(comparisonsOf(library, entry).map(({ id, kind }) => `${id} ${kind}`)).toEqual([
    '2026-01-01 since',
    '2026-02-01 changes',
    '2026-02-01 since',
    '2026-02-15 changes',
    '2026-05-01 changes',
    '2026-05-09 changes',
  ]);
  const titles = comparisonsOf(library, entry).map((asked) => comparisonView(library, entry, asked).title);
  expect(titles.slice(0, 2)).toEqual([
    'What changed since 1 January 2026: Cookie policy',
    'What changed on 1 February 2026: Cookie policy',
  ]);
  expect(comparisonsOf(library, entryIn(library, 'undated'))).toEqual([]);
});

test('turns an upcoming version into the one in force on its day', () => {
  const shown = (today: string) => {
    const library = open(today);
    const { version, page } = policyView(library, entryIn(library));
    const updated = page.dates[0]?.date;
    const card = homePage(library).products[0]?.policies.find(({ path: own }) => own === path);
    expect(card?.updated).toBe(updated);
    return [
      version?.statusLabel,
      updated,
      version?.announcements.length,
      frame('2026-05-01', library).statusLabel,
    ];
  };
  expect(shown('2025-12-31')).toEqual(['Upcoming', '2026-01-01', 2, 'Upcoming']);
  expect(shown('2026-01-01')).toEqual(['In force', '2026-01-01', 2, 'Upcoming']);
  expect(shown('2026-05-31')).toEqual(['In force', '2026-02-15', 1, 'Upcoming']);
  expect(shown('2026-06-01')).toEqual(['In force', '2026-05-01', 0, 'In force']);
  expect(shown('2036-01-01')).toEqual(['In force', '2026-05-01', 0, 'In force']);
});

test('says of a text that is proposed not that it was published', () => {
  const { lines } = historyView(open(), entryIn(open(), 'draft'));
  expect(lines.map((line) => line.type === 'version' && line.item.summaryHtml)).toEqual([
    '<p>No summary is given.</p>',
  ]);
});

test('says on the first page which texts are to come and which are the latest, each by the name of its version', () => {
  const { news } = homePage(openFolder('tests/fixtures/demo', '2026-11-28'));
  expect(news.map(({ title, items }) => [title, items[3]?.text])).toEqual([
    ['What is coming', undefined],
    ['Latest texts in force', 'Tidewick: Refunds: version of 6 July 2026 (no. 2)'],
  ]);
});

test('names in the list of all cookies each company that sets one', () => {
  const file = `kind: cookie-policy
title: Cookies
cookies: { both: { name: both, provider: [self, plume] } }
sections: [{ id: one, title: One, content: [cookies: all] }]
`;
  const product = `${around['shop/product.yaml']}vendors: { plume: { name: Plume } }\n`;
  const texts = { ...around, 'shop/product.yaml': product, 'shop/both.yaml': file };
  const library = openSources(sourcesOf(texts), { ...project, today: '2026-05-10' });
  expect(cookiesPage(library).rows.map((cells) => cells[3])).toContain('Shop and Plume');
});

test('lists once what several policies of a product list alike, and each that differs', () => {
  const listing = (slug: string, expires: string) => `kind: cookie-policy
title: ${slug}
cookies: { one: { name: _one, expires: ${expires} } }
sections: [{ id: one, title: One, content: [cookies: all] }]
`;
  const texts = {
    ...around,
    'shop/a.yaml': listing('a', '1 day'),
    'shop/b.yaml': listing('b', '2 days'),
    'shop/c.yaml': listing('c', '1 day'),
  };
  const { rows } = cookiesPage(openSources(sourcesOf(texts), { ...project, today: '2026-05-10' }));
  expect(rows.filter(([name]) => name?.includes('_one')).map(([name, , , , kept]) => [name, kept])).toEqual([
    ['<a href="/shop/a/#cookies-one"><code>_one</code></a>', '1 day'],
    ['<a href="/shop/b/#cookies-one"><code>_one</code></a>', '2 days'],
  ]);
});

test('says in the lists of policies that a text is proposed', () => {
  const home = homePage(open());
  expect(home.proposed).toBe('This is a proposed text. It is not published and does not bind anybody.');
  const cards = home.products.flatMap(({ policies }) => policies);
  expect(cards.filter(({ isProposed }) => isProposed).map(({ path }) => path)).toEqual([
    '/legal/shop/draft/',
  ]);
});

test('renders a page anew only where the day changes what it says', () => {
  const keys = (today: string) => {
    const library = open(today);
    const entry = entryIn(library);
    return [undefined, ...dates].map((date) => policyViewKey(library, entry, date));
  };
  const may = keys('2026-05-10');
  expect(keys('2026-05-11')).toEqual(may);
  const june = keys('2026-06-01');
  const changed = ['current', ...dates].filter((_name, index) => june[index] !== may[index]);
  // Every page names the latest version.
  expect(changed).toEqual(['current', ...dates]);
});

/** The elements of an XML text, as a parser that forgives nothing reads them. */
function parseXml(xml: string): string[] {
  const open: string[] = [];
  const seen: string[] = [];
  const rest = xml.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '');
  expect(rest).not.toBe(xml);
  const token = /<(\/?)([a-z]+)((?: [a-z:]+="[^"<]*")*)(\/?)>|([^<]+)/gy;
  for (const [, close, name = '', , empty, text] of rest.matchAll(token)) {
    if (text !== undefined) expect(text).not.toMatch(/&(?!(amp|lt|gt|quot);)/);
    else if (close) expect(open.pop()).toBe(name);
    else {
      seen.push([...open, name].join('/'));
      if (!empty) open.push(name);
    }
  }
  expect(open).toEqual([]);
  expect(rest.replaceAll(token, '')).toBe('');
  return seen;
}

test('writes a feed of the published versions as Atom, newest first', () => {
  const library = open();
  const xml = atomFeed(feedOf(library, { product: 'shop', slug: 'cookies' }, 'xml'));
  expect(parseXml(xml).filter((element) => element === 'feed/entry')).toHaveLength(4);
  const entry = xml.slice(xml.indexOf('  <entry'), xml.indexOf('</entry>'));
  expect(xml.slice(0, xml.indexOf('  <entry'))).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <feed xmlns="http://www.w3.org/2005/Atom">
      <id>https://example.com/legal/shop/cookies/feed.xml</id>
      <title>Cookie policy – Shop</title>
      <updated>2026-05-01T12:00:00Z</updated>
      <author><name>Cookie policy – Shop</name></author>
      <link rel="self" type="application/atom+xml" href="https://example.com/legal/shop/cookies/feed.xml"/>
      <link rel="alternate" type="text/html" href="https://example.com/legal/shop/cookies/"/>
      <link rel="related" type="text/html" href="https://example.com/legal/shop/cookies/history/"/>
    "
  `);
  expect(entry.replace(/(?<=sha-256;)[\w-]{43}/, '…')).toMatchInlineSnapshot(`
    "  <entry xml:lang="en-GB">
        <id>ni:///sha-256;…</id>
        <title>Shop: Cookie policy – Version of 1 May 2026</title>
        <published>2026-05-01T12:00:00Z</published>
        <updated>2026-05-01T12:00:00Z</updated>
        <link rel="alternate" type="text/html" href="https://example.com/legal/shop/cookies/2026-05-01/"/>
        <summary>We store nothing much.
    In force from 1 June 2026.</summary>
      "
  `);
  const digests = entryIn(library).versions.flatMap(({ digest }) => digest ?? []);
  expect([...xml.matchAll(/<id>(.*)<\/id>/g)].slice(1).map(([, id]) => id)).toEqual(
    digests.map((digest) => `ni:///sha-256;${Buffer.from(digest, 'hex').toString('base64url')}`).reverse(),
  );
  expect(xml).toContain('<summary>We store even less &amp; better.\nIn force from 1 March 2026.</summary>');
});

test('writes the same as a JSON Feed', () => {
  const library = open();
  const text = jsonFeed(feedOf(library, { product: 'shop', slug: 'cookies' }, 'json'));
  const { items, ...feed } = JSON.parse(text);
  expect(text.endsWith('}\n')).toBe(true);
  expect(feed).toEqual({
    version: 'https://jsonfeed.org/version/1.1',
    title: 'Cookie policy – Shop',
    home_page_url: `https://example.com${path}`,
    feed_url: `https://example.com${path}feed.json`,
    _policybook: { history: `https://example.com${path}history/` },
  });
  expect(items).toHaveLength(4);
  expect(items[1]).toEqual({
    id: expect.stringMatching(/^ni:\/\/\/sha-256;[\w-]{43}$/),
    url: `https://example.com${path}2026-02-15/`,
    title: 'Shop: Cookie policy – Version of 15 February 2026',
    content_text: 'We store even less & better.\nIn force from 1 March 2026.',
    date_published: '2026-02-15T12:00:00Z',
    date_modified: '2026-02-15T12:00:00Z',
    language: 'en-GB',
  });
});

test('gathers the feeds of policies in those of their product and of the site', () => {
  const library = open();
  const site = feedOf(library, {}, 'xml');
  const product = feedOf(library, { product: 'shop' }, 'xml');
  expect(product.entries).toEqual(site.entries);
  expect([site.title, product.title]).toEqual(['Example', 'Shop']);
  expect([site.self, product.self]).toEqual([
    'https://example.com/legal/feed.xml',
    'https://example.com/legal/shop/feed.xml',
  ]);
  expect(site.entries.map(({ address }) => address.slice('https://example.com/legal/shop/'.length))).toEqual([
    'cookies/2026-05-01/',
    'soon/2026-04-01/',
    'cookies/2026-02-15/',
    'cookies/2026-02-01/',
    'cookies/2026-01-01/',
  ]);
  parseXml(atomFeed(site));
});

test('writes a feed of nothing that is still one', () => {
  const library = open();
  const feed = feedOf(library, { product: 'shop', slug: 'undated' }, 'xml');
  expect(feed.entries).toEqual([]);
  const xml = atomFeed(feed);
  expect(parseXml(xml)).toEqual([
    'feed',
    'feed/id',
    'feed/title',
    'feed/updated',
    'feed/author',
    'feed/author/name',
    'feed/link',
    'feed/link',
  ]);
  expect(xml).toContain('<title>Notes &amp; more – Shop</title>');
  expect(xml).toContain('<updated>1990-01-01T12:00:00Z</updated>');
});

test('writes feeds and the list of versions the same on any day', () => {
  const written = (today: string) => {
    const library = open(today);
    const feeds = [{}, { product: 'shop' }, { product: 'shop', slug: 'cookies' }].flatMap((scope) => [
      atomFeed(feedOf(library, scope, 'xml')),
      jsonFeed(feedOf(library, scope, 'json')),
    ]);
    return [...feeds, JSON.stringify(manifestOf(library))];
  };
  expect(written('2020-01-01')).toEqual(written('2036-12-31'));
});

test('lists every published version for programs, with its digests and addresses', () => {
  const library = open();
  const { versions } = entryIn(library);
  const manifest = manifestOf(library);
  const of = (slug: string, date: string) => `https://example.com/legal/shop/${slug}/${date}`;
  const listed = (slug: string, index: number, effective: string, place: object = { from: effective }) => {
    const { date = '', digest, previous } = entryIn(library, slug).versions[index] ?? {};
    const address = of(slug, date);
    return {
      id: date,
      date,
      effective,
      released: date,
      ...place,
      digest,
      ...(previous && { previous }),
      page: `${address}/`,
      record: `${address}.json`,
      text: `${address}.md`,
    };
  };
  expect(manifest).toEqual({
    format: 2,
    site: 'https://example.com/legal/',
    policies: [
      {
        product: 'shop',
        policy: 'cookies',
        title: 'Cookie policy',
        address: `https://example.com${path}`,
        versions: [
          listed('cookies', 0, '2026-01-01', { from: '2026-01-01', until: '2026-02-28' }),
          listed('cookies', 1, '2026-03-01', { neverInForce: true }),
          listed('cookies', 2, '2026-03-01', { from: '2026-03-01', until: '2026-05-31' }),
          listed('cookies', 3, '2026-06-01'),
        ],
      },
      {
        product: 'shop',
        policy: 'soon',
        title: 'Terms',
        address: 'https://example.com/legal/shop/soon/',
        versions: [listed('soon', 0, '2026-08-01')],
      },
    ],
  });
  for (const [index, { previous }] of versions.slice(0, 4).entries())
    expect(previous).toBe(versions[index - 1]?.digest);
});

test('writes the text of a version as Markdown, whatever day it is', () => {
  const [first, later] = ['2026-01-15', '2030-01-01'].map((today) => {
    const library = open(today);
    return markdown.write(library, { entry: entryIn(library), id: '2026-01-01' });
  });
  expect(first).toBe(later);
  expect(first).toMatchInlineSnapshot(`
    "# Cookie policy

    Last updated: 1 January 2026

    ## What we store

    We store little.

    Cookies and similar technologies

    | Name  | Kept for                    |
    | ----- | --------------------------- |
    | \`_ga\` | 13 months                   |
    | \`sid\` | until you close the browser |

    ## Your choices

    You can refuse.
    "
  `);
});

test('writes a small page of every common part as Markdown', () => {
  const page = pageOf(`kicker: For all
lead: About *this* & [that](https://example.com/a).
updated: 2026-01-01
effective: 2026-02-01
numbering: decimal
categories:
  needed: { label: Needed, description: The site works with them., consent: exempt }
cookies:
  sid: { name: s_id, category: needed, expires: session }
  ga: { name: _ga_*, category: needed, expires: 13 months, purpose: Counts | visits. }
sections:
  - title: What *we* store
    content:
      - "One.\\n\\n- two\\n- three"
      - cookies: all
      - important: Mind this.
    sections:
      - { title: Inside, content: [Four.] }
  - { title: Categories, content: [{ categories: all }] }
`);
  expect(policyMarkdown(page)).toMatchInlineSnapshot(`
    "# Cookie policy

    About *this* & [that](https://example.com/a).

    Last updated: 1 January 2026\\
    In force from: 1 February 2026

    ## 1. What \\*we\\* store

    One.

    - two
    - three

    Cookies and similar technologies

    | Name    | Purpose           | Kept for                    |
    | ------- | ----------------- | --------------------------- |
    | \`s_id\`  |                   | until you close the browser |
    | \`_ga_*\` | Counts \\| visits. | 13 months                   |

    > **Important**
    >
    > Mind this.

    ### 1.1 Inside

    Four.

    ## 2. Categories

    **Needed**

    The site works with them.

    - **Consent**: No consent is needed
    "
  `);
});

test('pages that show the same sections with the same around them share what these were rendered to', () => {
  const library = openFolder(folder, '2026-05-10');
  const entry = findEntry(library, 'shop', 'cookies');
  const own = policyView(library, entry);
  expect(versionView(library, entry, '2026-02-15').rendered).toBe(own.rendered);
  expect(versionView(library, entry, '2026-01-01').rendered).not.toBe(own.rendered);
  const alone = { ...library, productsById: new Map() };
  expect(policyView(alone, entry).page.sections).toBe(own.page.sections);
  expect(policyView(alone, entry).rendered).not.toBe(own.rendered);
});

test('says a title once in the list of policies where nothing else describes the policy', () => {
  const summaryOf = (content: string) => {
    const text = `kind: notice\ntitle: Facts\nsections: [{ title: What, content: [${content}] }]\n`;
    const library = openSources(sourcesOf({ ...around, 'shop/facts.yaml': text }), project);
    return homePage(library).products[0]?.policies.find(({ title }) => title === 'Facts')?.summary;
  };
  expect(summaryOf('contact: privacy')).toBeUndefined();
  expect(summaryOf('We keep little.')).toBe('We keep little.');
});
