import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, inject, test } from 'vitest';
import { digest } from '../src/digest.ts';
import type { Problem } from '../src/problem.ts';
import { verifyPublished } from '../src/verify/verify-published.ts';
import { manifestPath } from '../src/versions/manifest.ts';
import { otherFiles } from '../src/versions/same-site.ts';
import { sumsPath, writeSums } from '../src/versions/sums.ts';
import { policybook, root } from './command.ts';
import { around, type Texts } from './compile-texts.ts';
import { isLong } from './how-many.ts';
import { keepPageCode } from './kept-page-code.ts';
import { keyPaths, withValue, wrongValues } from './other-shapes.ts';
import { cookies, edit, filesIn, publish, publishVersions, writeFolder } from './published-texts.ts';
import { type Change, type Files, replace, siteOf, textOf } from './site-files.ts';

// Whoever can write a site can write its sums anew. What a site tells of itself all the same, and what only its policies
// tell: every byte follows from these.

const workspace = `${inject('workspace')}/forgeries`;
const dist = `${workspace}/dist`;
const old = `${workspace}/old`;

const first = edit(cookies, ['title: Cookie policy', 'title: Cookie policy\nkicker: All visitors']);
const second = edit(
  first,
  ['2026-01-01', '2026-02-01\nchange: { summary: Less is stored. }'],
  ['little', 'less'],
);
const third = edit(
  second,
  ['2026-02-01', '2026-05-01\neffective: 2026-07-01'],
  ['Less is stored.', 'Nearly nothing is stored.'],
  ['less', 'nearly nothing'],
);
const terms = edit(
  cookies,
  ['kind: cookie-policy', 'kind: terms\nformerly: [conditions]'],
  ['Cookie policy', 'Terms'],
);

let built: Files;
let withHandbook: Files;

/** Publishes what is given beside the terms, at an address with a path, and builds a site of it. */
async function buildSite(folder: string, texts: Texts, day: string, more = ''): Promise<Files> {
  const site = `${edit(around['site.yaml'] ?? '', ['example.com', 'example.com/legal'])}${more}`;
  const all = publish({ ...texts, 'site.yaml': site, 'shop/terms.yaml': terms });
  writeFolder(`${folder}/policies`, all);
  rmSync(join(root, `${folder}/dist`), { recursive: true, force: true });
  keepPageCode(join(root, folder));
  const args = ['build', '--project', folder, '--out', `${folder}/dist`, '--as-of', day];
  expect(await policybook(args)).toMatchObject({ code: 0, stderr: '' });
  return new Map(Object.entries(filesIn(`${folder}/dist`)));
}

// The handbook is more pages than all the rest, and each of them is read: it stands beside one of the sites alone.
beforeAll(async () => {
  built = await buildSite(workspace, publishVersions(first, second, third), '2026-06-01');
  withHandbook = await buildSite(old, publishVersions(first, second), '2026-04-01', 'handbook: true\n');
});

const namesOf = (problems: { place: { file: string } }[]) =>
  problems.map(({ place }) => place.file.replace('dist/', ''));

const everywhere =
  (from: string | RegExp, to: string): Change =>
  (files) => {
    for (const [path, text] of files) if (path.endsWith('.html')) files.set(path, text.replace(from, to));
  };

const older = 'shop/cookies/2026-01-01/index.html';
const coming = 'shop/cookies/2026-05-01/index.html';
const current = 'shop/cookies/index.html';
const history = 'shop/cookies/history/index.html';
const changes = 'shop/cookies/2026-02-01/changes/index.html';
const compare = 'shop/cookies/compare/index.html';
const since = 'shop/cookies/2026-01-01/since/index.html';
const former = 'shop/conditions/index.html';
const inHead = (html: string, path = current) => replace(path, '</head>', `${html}</head>`);
const inBody = (html: string, path = current) => replace(path, '</body>', `${html}</body>`);
const policy = /<meta http-equiv="Content-Security-Policy"[^>]*>/;

// The kinds of forgery, each with the file it is in, and whether the site tells it by itself.
const forgeries: [string, string, Change, 'alone' | 'policies'][] = [
  // What runs or loads.
  ['a script in the head', current, inHead('<script>alert(1)</script>'), 'alone'],
  ['a script in the body', current, inBody('<script>alert(1)</script>'), 'alone'],
  ['a script from the site', older, inHead('<script src="/legal/a.js"></script>', older), 'alone'],
  [
    'a script from elsewhere',
    'index.html',
    inHead('<script src="https://evil.example/a.js"></script>', 'index.html'),
    'alone',
  ],
  [
    'a script of the handbook',
    'handbook/index.html',
    inBody('<script>1</script>', 'handbook/index.html'),
    'alone',
  ],
  ['a script of the page for what is missing', '404.html', inBody('<script>1</script>', '404.html'), 'alone'],
  ['a script beside that which compares', compare, inBody('<script>1</script>', compare), 'alone'],
  [
    'another script in place of that which compares',
    compare,
    replace(compare, /compare\.js\?v=\w+/, 'other.js'),
    'alone',
  ],
  ['a script without its digest', compare, replace(compare, / integrity="[^"]*"/, ''), 'alone'],
  [
    'a page of comparisons that allows more',
    compare,
    replace(compare, "script-src 'self'", 'script-src *'),
    'alone',
  ],
  ['the script itself', 'compare.js', (files) => files.set('compare.js', 'alert(1)'), 'alone'],
  ['a script of a comparison', changes, inBody('<script>1</script>', changes), 'alone'],
  ['data that became a module', current, replace(current, 'application/ld+json', 'module'), 'alone'],
  ['what happens on a click', current, replace(current, '<main', '<main onclick="alert(1)"'), 'alone'],
  ['a link that runs', current, replace(current, 'href="#_main"', 'href="javascript:alert(1)"'), 'alone'],
  ['a frame', current, inBody('<iframe src="https://evil.example/"></iframe>'), 'alone'],
  ['an object', current, inBody('<object data="/legal/a.svg"></object>'), 'alone'],
  ['a form', current, inBody('<form action="https://evil.example/"><input name="a"></form>'), 'alone'],
  ['an image from elsewhere', current, inBody('<img src="https://evil.example/a.png" alt="">'), 'alone'],
  ['a drawing', current, inBody('<svg><script>alert(1)</script></svg>'), 'alone'],
  ['another base', current, inHead('<base href="https://evil.example/">'), 'alone'],
  [
    'a refresh to elsewhere',
    current,
    inHead('<meta http-equiv="refresh" content="0; url=https://evil.example/">'),
    'alone',
  ],
  [
    'a refresh within the site',
    current,
    inHead('<meta http-equiv="refresh" content="0; url=/legal/shop/terms/">'),
    'alone',
  ],
  [
    'a former address that leads elsewhere',
    former,
    replace(former, /0; url=[^"]*/, '0; url=/legal/shop/cookies/'),
    'alone',
  ],
  [
    'something loaded before it is asked for',
    current,
    inHead('<link rel="preload" href="/legal/a.js">'),
    'alone',
  ],
  // The content security policy.
  ['no content security policy', current, replace(current, policy, ''), 'alone'],
  ['no content security policy anywhere', current, everywhere(policy, ''), 'alone'],
  [
    'a weaker content security policy',
    current,
    replace(current, "default-src 'none'", 'default-src *'),
    'alone',
  ],
  [
    'a second content security policy',
    current,
    inHead('<meta http-equiv="Content-Security-Policy" content="default-src *">'),
    'alone',
  ],
  [
    'a content security policy that comes late',
    current,
    (files) => {
      const [own = ''] = policy.exec(textOf(files, current)) ?? [];
      replace(current, own, '')(files);
      inHead(own)(files);
    },
    'alone',
  ],
  [
    'no content security policy among the headers',
    '_headers',
    replace('_headers', /.*Content-Security-Policy.*\n/, ''),
    'alone',
  ],
  // What hides.
  [
    'a rule that hides, in the stylesheet',
    current,
    replace('style.css', /$/, '.section { display: none }'),
    'alone',
  ],
  ['a rule that hides, in the page', current, inHead('<style>.section { display: none }</style>'), 'alone'],
  ['another stylesheet', current, inHead('<link rel="stylesheet" href="/legal/b.css">'), 'alone'],
  [
    'a style of an element',
    current,
    replace(current, '<section class="section"', '<section style="display: none" class="section"'),
    'alone',
  ],
  [
    'a section that is hidden',
    current,
    replace(current, '<section class="section"', '<section hidden class="section"'),
    'alone',
  ],
  [
    'a class that hides',
    current,
    replace(current, '<section class="section"', '<section class="section said"'),
    'alone',
  ],
  [
    'a class that shows only for the keyboard',
    current,
    replace(current, '<section class="section"', '<section class="section skip"'),
    'alone',
  ],
  [
    'a section kept from those who listen',
    current,
    replace(current, '<section class="section"', '<section aria-hidden="true" class="section"'),
    'alone',
  ],
  // Where a version is in time.
  ['a banner taken away', older, replace(older, /<div class="banner[^"]*".*?<\/div>/s, ''), 'alone'],
  ['another banner', older, replace(older, 'It was in force', 'It is in force'), 'alone'],
  [
    'a banner more',
    current,
    replace(
      current,
      '<div class="banner"',
      '<div class="banner" role="note"><p>Withdrawn.</p></div><div class="banner"',
    ),
    'alone',
  ],
  [
    'an announcement taken away',
    current,
    replace(current, /<div class="banner[^"]*".*?<\/div>/s, ''),
    'alone',
  ],
  ['another status', older, replace(older, /(<span class="status superseded">)[^<]*/, '$1In force'), 'alone'],
  [
    'another name of a version',
    older,
    replace(older, /(<span class="version-name">)[^<]*/, '$1Version in force'),
    'alone',
  ],
  [
    'a date of its place in time',
    older,
    replace(older, 'until 31\u00a0January\u00a02026', 'until 31\u00a0January\u00a02027'),
    'alone',
  ],
  [
    'a day announced',
    coming,
    replace(
      coming,
      /(class="placed">\s*<dt>[^<]*<\/dt>\s*<dd>)<time[^>]*>[^<]*/,
      '$1<time datetime="2026-06-01">1 June 2026',
    ),
    'alone',
  ],
  [
    'where the record is said to be',
    older,
    replace(
      older,
      'href="/legal/shop/cookies/2026-01-01.json"',
      'href="/legal/shop/cookies/2026-02-01.json"',
    ),
    'alone',
  ],
  [
    'the text before, at the address of the policy',
    current,
    (files) => files.set(current, textOf(files, older)),
    'alone',
  ],
  [
    'the text to come, at the address of the policy',
    current,
    (files) => files.set(current, textOf(files, coming)),
    'alone',
  ],
  // The head, for programs.
  ['the title', current, replace(current, '<title>Cookie policy', '<title>Cookies'), 'alone'],
  [
    'the title for those who share',
    current,
    replace(current, 'property="og:title" content="Cookie policy', 'property="og:title" content="Cookies'),
    'alone',
  ],
  [
    'where search engines are sent',
    current,
    replace(current, /(rel="canonical" href=")[^"]*/, '$1https://evil.example/'),
    'alone',
  ],
  ['a text kept from search engines', current, inHead('<meta name="robots" content="noindex">'), 'alone'],
  [
    'an old text given to search engines',
    older,
    replace(older, '<meta name="robots" content="noindex">', ''),
    'alone',
  ],
  ['the days in the data', older, replace(older, '2026-01-01/2026-01-31', '2026-01-01/..'), 'alone'],
  [
    'the version in the data',
    current,
    replace(current, '"version":"2026-02-01"', '"version":"2026-05-01"'),
    'alone',
  ],
  [
    'the feed of a page',
    current,
    replace(current, /(application\/atom\+xml" href=")[^"]*/, '$1https://evil.example/feed.xml'),
    'alone',
  ],
  [
    'an icon from elsewhere',
    current,
    replace(current, 'href="data:,"', 'href="https://evil.example/a.png"'),
    'alone',
  ],
  // What is around a text.
  ['the name above a page', current, replace(current, /(masthead-name"[^>]*>)Example/, '$1Other'), 'alone'],
  ['a line under a page', current, replace(current, '</footer>', '<p>We sell it.</p></footer>'), 'alone'],
  [
    'where a line under a page leads',
    changes,
    replace(changes, 'href="/legal/about/"', 'href="https://evil.example/"'),
    'alone',
  ],
  ['the direction of the text', current, replace(current, 'dir="ltr"', 'dir="rtl"'), 'alone'],
  // Files beside the pages.
  [
    'a feed',
    'shop/cookies/feed.xml',
    replace('shop/cookies/feed.xml', 'Nearly nothing', 'Nearly everything'),
    'alone',
  ],
  ['a feed as JSON', 'feed.json', replace('feed.json', 'Nearly nothing', 'Nearly everything'), 'alone'],
  ['an entry of a feed', 'shop/feed.xml', replace('shop/feed.xml', /<entry.*?<\/entry>/s, ''), 'alone'],
  [
    'a text as Markdown',
    'shop/cookies/2026-01-01.md',
    replace('shop/cookies/2026-01-01.md', 'little', 'lots'),
    'alone',
  ],
  [
    'a text as Markdown, gone',
    'shop/cookies/2026-01-01.md',
    (files) => files.delete('shop/cookies/2026-01-01.md'),
    'alone',
  ],
  [
    'a key more in the list of versions',
    manifestPath,
    replace(manifestPath, '"format": 2,', '"format": 2,\n  "note": "Fine.",'),
    'alone',
  ],
  ['what robots are told', 'robots.txt', replace('robots.txt', 'Allow: /', 'Disallow: /'), 'alone'],
  [
    'a schema',
    '.well-known/policybook/head-2.schema.json',
    replace('.well-known/policybook/head-2.schema.json', '64', '32'),
    'alone',
  ],
  // What no record says.
  [
    'where hosts are told to lead',
    '_redirects',
    replace('_redirects', /$/, '/legal/shop/* https://evil.example/:splat 301\n'),
    'policies',
  ],
  [
    'the map of the site',
    'sitemap.xml',
    replace('sitemap.xml', /<loc>[^<]*shop\/cookies\/<\/loc>/, '<loc>https://evil.example/</loc>'),
    'policies',
  ],
  ['the list of policies', 'index.html', replace('index.html', 'Cookie policy', 'Cookies'), 'policies'],
  [
    'where the list of a product leads',
    'shop/index.html',
    replace('shop/index.html', 'href="/legal/shop/cookies/"', 'href="/legal/shop/terms/"'),
    'policies',
  ],
  ['a word of the history', history, replace(history, 'Less is stored.', 'More is stored.'), 'policies'],
  ['a word of a comparison', changes, replace(changes, '</span>less<span', '</span>more<span'), 'policies'],
  ['what changed since', since, replace(since, 'Less is stored.', 'More is stored.'), 'policies'],
  [
    'a word of the handbook',
    'handbook/index.html',
    replace('handbook/index.html', 'policy', 'policies'),
    'policies',
  ],
  [
    'where the crumbs lead',
    current,
    replace(current, /(class="breadcrumbs".*?href=")\/legal\/shop\//s, '$1/legal/'),
    'policies',
  ],
  [
    'the other policies beside a text',
    current,
    replace(current, /(class="companions".*?<a href=")[^"]*/s, '$1/legal/'),
    'policies',
  ],
  ['a page more', 'extra.html', (files) => files.set('extra.html', '<script>alert(1)</script>'), 'policies'],
  [
    'a stylesheet of another colour',
    'style.css',
    (files) => {
      replace('style.css', '{', '{ ')(files);
      const own = digest([textOf(files, 'style.css')]).slice(0, 12);
      everywhere(/style\.css\?v=[0-9a-f]{12}/, `style.css?v=${own}`)(files);
    },
    'policies',
  ],
];

test('passes a site as it was built, by itself and against its policies', () => {
  expect(verifyPublished(siteOf(built))).toEqual({ versions: 4, files: built.size, problems: [] });
  expect(verifyPublished(siteOf(withHandbook))).toEqual({
    versions: 3,
    files: withHandbook.size,
    problems: [],
  });
  for (const site of [built, withHandbook])
    expect(otherFiles(siteOf(site), siteOf(site), 'policies')).toEqual([]);
});

test.each(forgeries)('finds %s', (_name, file, change, by) => {
  const whole = file.startsWith('handbook/') ? withHandbook : built;
  const files = new Map(whole);
  change(files);
  files.set(sumsPath, writeSums(siteOf(files)));
  const alone = namesOf(verifyPublished(siteOf(files)).problems);
  if (by === 'alone') expect(alone).toContain(file);
  else expect(alone).toEqual([]);
  const anew = namesOf(otherFiles(siteOf(files), siteOf(whole), 'policies'));
  const changed = [...new Set([...files.keys(), ...whole.keys()])].filter(
    (path) => files.get(path) !== whole.get(path),
  );
  expect(anew).toEqual(changed.sort());
});

test('names each file of another site, and where the first difference is', async () => {
  const copy = `${workspace}/forged`;
  const files = new Map(built);
  replace('style.css', 'color', 'colour')(files);
  files.set('more.html', '');
  files.delete('robots.txt');
  files.set(sumsPath, writeSums(siteOf(files)));
  writeFolder(copy, Object.fromEntries(files));
  const args = ['--against', workspace, '--as-of', '2026-06-01', '--format', 'json'];
  const { code, stdout, stderr } = await policybook(['verify', copy, ...args]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: '' });
  const problems: Problem[] = JSON.parse(stdout).problems.filter(
    ({ rule }: Problem) => rule === 'site/built',
  );
  expect(
    problems.map(({ place, message }) => [place.file.replace(`${copy}/`, ''), message.slice(0, 18)]),
  ).toEqual([
    [sumsPath, expect.stringMatching(/^Unexpected `/)],
    ['more.html', 'Unexpected file, e'],
    ['robots.txt', 'Unexpected absence'],
    ['style.css', expect.stringMatching(/^Unexpected `/)],
  ]);
  const style = problems.find(({ place }) => place.file.endsWith('style.css'));
  const line = textOf(built, 'style.css').split('color')[0]?.split('\n').length;
  expect(style?.place.line).toBe(line);
  expect(style?.message).toMatch(/colour.*, expected .*color.* as .* makes it\.$/);
});

test('passes a site against its policies and its project as of the day it was built, and on no other', async () => {
  const { code, stdout } = await policybook(
    ['verify', dist, '--against', workspace, '--as-of', '2026-06-01'],
    { NO_COLOR: '1' },
  );
  expect({ code, stdout }).toEqual({
    code: 0,
    stdout: `No problems found.\nChecked 4 published versions.\nCompared with ${workspace}.\n`,
  });
  const later = await policybook(['verify', dist, '--against', workspace, '--as-of', '2026-08-01']);
  expect(later.code).toBe(1);
});

test('tells a site of an earlier day by what was published since, not by itself', async () => {
  expect((await policybook(['verify', `${old}/dist`])).code).toBe(0);
  const { code, stdout } = await policybook(['verify', `${old}/dist`, '--against', dist, '--format', 'json']);
  expect(code).toBe(1);
  expect(JSON.parse(stdout).problems.map(({ message }: Problem) => message)).toContainEqual(
    expect.stringContaining('the version 2026-05-01 of shop/cookies'),
  );
});

test('has a problem for every other shape of the list of versions, and never fails', () => {
  const list = JSON.parse(textOf(built, manifestPath));
  // Without a key, and with each key and each wrong value in turn; in the long run with all of them.
  for (const [place, key] of keyPaths(list).entries())
    for (const [index, [name, other]] of wrongValues.entries()) {
      if (!isLong && name !== 'dropped' && (place + index) % 3 !== 0) continue;
      const files = new Map(built);
      files.set(manifestPath, `${JSON.stringify(withValue(list, key, other), undefined, 2)}\n`);
      files.set(sumsPath, writeSums(siteOf(files)));
      // An empty list in place of an empty one is the same list.
      if (files.get(manifestPath) === built.get(manifestPath)) continue;
      expect(verifyPublished(siteOf(files)).problems.length, `${key.join('.')} ${name}`).toBeGreaterThan(0);
    }
});
