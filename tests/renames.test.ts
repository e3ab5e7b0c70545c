import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { digest } from '../src/digest.ts';
import { host, launchChromium } from './browser.ts';
import { policybook, root } from './command.ts';
import { compileTexts, type Texts } from './compile-texts.ts';
import { cookies, edit, publish, publishVersions } from './published-texts.ts';

// A policy gets another name, then its product does; every address of both stays.

const home = mkdtempSync(join(tmpdir(), 'policybook-renames-'));
const folder = join(home, 'policies');
const dist = join(home, 'dist');
const at = (path: string) => join(folder, path);
const run = (day: string, ...args: string[]) => policybook([...args, '--as-of', day], { NO_COLOR: '1' });
const page = (path: string) => readFileSync(join(dist, path, 'index.html'), 'utf8');
const file = (path: string) => readFileSync(join(dist, path), 'utf8');

const second = edit(
  cookies,
  ['2026-01-01', '2026-02-01'],
  ['little', 'less'],
  ['cookies:', 'change: { summary: Less. }\ncookies:'],
);
const linking =
  'kind: terms\ntitle: Terms\nupdated: 2026-01-01\nsections: [{ title: Use, content: ["See [cookies](cookies#your-choices)."] }]\n';
const texts = publish({ ...publishVersions(cookies, second), 'shop/terms.yaml': linking });

beforeAll(async () => {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(at(path)), { recursive: true });
    writeFileSync(at(path), text);
  }
  writeFileSync(at('site.yaml'), edit(texts['site.yaml'] ?? '', ['example.com', 'example.com/legal']));
  // The records are left behind.
  renameSync(at('shop/cookies.yaml'), at('shop/storage.yaml'));
  writeFileSync(at('shop/storage.yaml'), `formerly: [cookies]\n${second}`);
  expect(await run('2026-03-01', 'release', folder)).toMatchObject({ code: 0 });
  renameSync(at('shop'), at('market'));
  writeFileSync(at('market/product.yaml'), 'name: Shop\nformerly: [shop]\n');
  expect(await run('2026-04-01', 'release', folder)).toMatchObject({ code: 0 });
  expect(await run('2026-04-01', 'build', folder, '--out', dist)).toMatchObject({ code: 0, stderr: '' });
});

afterAll(() => {
  rmSync(home, { recursive: true });
  rmSync(join(root, '.policybook/compiled', digest([folder]).slice(0, 16)), { recursive: true, force: true });
});

test.each([
  ['shop/', 'market/'],
  ['shop/cookies/', 'market/storage/'],
  ['shop/storage/', 'market/storage/'],
  ['shop/cookies/2026-01-01/', 'market/storage/2026-01-01/'],
  ['shop/cookies/2026-02-01/changes/', 'market/storage/2026-02-01/changes/'],
  ['shop/cookies/2026-01-01/since/', 'market/storage/2026-01-01/since/'],
  ['shop/cookies/history/', 'market/storage/history/'],
  ['shop/terms/2026-01-01/', 'market/terms/2026-01-01/'],
])('leads from %s to %s without a script', (from, to) => {
  const html = page(from);
  expect(html).toContain(`<meta http-equiv="refresh" content="0; url=/legal/${to}">`);
  expect(html).toContain(`<link rel="canonical" href="https://example.com/legal/${to}">`);
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain(`What stood here is now at <a href="/legal/${to}">its new address</a>.`);
  expect(html).not.toContain('<script');
  expect(page(to)).not.toContain('http-equiv="refresh"');
});

test('keeps at former addresses what programs read there', () => {
  for (const name of ['feed.xml', 'feed.json', '2026-01-01.md', '2026-01-01.json', 'head.json'])
    expect(file(`shop/cookies/${name}`)).toBe(file(`market/storage/${name}`));
  expect(file('shop/feed.xml')).toBe(file('market/feed.xml'));
  expect(file('market/storage/2026-01-01.json')).toBe(texts['shop/history/cookies/2026-01-01.json']);
});

test('tells hosts that can lead on by themselves', () => {
  expect(file('_redirects').split('\n')).toEqual(
    expect.arrayContaining([
      '/legal/shop/cookies/* /legal/market/storage/:splat 301!',
      '/legal/shop/cookies/* /legal/market/storage/:splat 301',
      '/legal/shop/terms/* /legal/market/terms/:splat 301',
      '/legal/shop/* /legal/market/:splat 301',
    ]),
  );
});

test('keeps the place a link leads to where the host leads on; the page alone leads to the start', async () => {
  const [rules, none] = await Promise.all([
    host(dist, '/legal', { isRedirecting: true }),
    host(dist, '/legal'),
  ]);
  const browser = await launchChromium();
  const page = await browser.newPage();
  const arrivedAt = async (origin: string) => {
    await page.goto(`${origin}/legal/shop/cookies/2026-01-01/#your-choices`);
    await page.waitForURL(`${origin}/legal/market/**`);
    return page.url().slice(origin.length);
  };
  const [led, refreshed] = [await arrivedAt(rules.origin), await arrivedAt(none.origin)];
  await browser.close();
  await Promise.all([rules.close(), none.close()]);
  expect(led).toBe('/legal/market/storage/2026-01-01/#your-choices');
  // A page without a script cannot pass on what stands after the #.
  expect(refreshed).toBe('/legal/market/storage/2026-01-01/');
});

test('lists no former address for search engines', () => {
  expect(file('sitemap.xml')).not.toContain('/shop/');
});

test('passes its own check, finds a record forged at a former address, and compares with the site before', async () => {
  const live = join(home, 'live.json');
  const [versions] = [JSON.parse(file('.well-known/policybook.json')).policies[0].versions];
  const before = { product: 'shop', policy: 'cookies', versions };
  writeFileSync(live, JSON.stringify({ format: 2, site: 'https://example.com/legal/', policies: [before] }));
  expect(await policybook(['verify', dist, '--against', live], { NO_COLOR: '1' })).toEqual({
    code: 0,
    stdout: `No problems found.\nChecked 3 published versions.\nCompared with ${live}.\n`,
    stderr: '',
  });
  // The list of the sums is as good as it was: what is at odds with it is told as well.
  const copy = join(dist, 'shop/cookies/2026-01-01.json');
  const text = readFileSync(copy, 'utf8');
  writeFileSync(copy, edit(text, ['little', 'lots']));
  const { code, stdout } = await policybook(['verify', dist], { NO_COLOR: '1' });
  writeFileSync(copy, text);
  expect(code).toBe(1);
  expect(stdout).toContain('Unexpected record, expected the one at market/storage/2026-01-01.json.');
});

const swap = (from: string, to: string) => (text: string) => edit(text, [from, to]);

test.each<[string, string, ((text: string) => string) | undefined, string]>([
  [
    'a page that leads elsewhere',
    'shop/cookies/index.html',
    swap('url=/legal/market/storage/', 'url=https://example.org/'),
    'Unexpected way to https://example.org/, expected one that leads to /legal/market/storage/.',
  ],
  [
    'a page that is gone',
    'shop/storage/2026-02-01/changes/index.html',
    undefined,
    'Unexpected absence of a page, expected one that leads to /legal/market/storage/2026-02-01/changes/.',
  ],
  [
    'a feed that is another',
    'shop/cookies/feed.xml',
    swap('Cookie policy', 'Biscuits'),
    'Unexpected file, expected the one at market/storage/feed.xml.',
  ],
  [
    'a head that is gone',
    'market/cookies/head.json',
    undefined,
    'Unexpected absence of a record, expected the one at market/storage/head.json.',
  ],
  [
    'a line that leads elsewhere',
    '_redirects',
    swap('/legal/shop/cookies/* /legal/market/storage/', '/legal/shop/cookies/* /legal/market/terms/'),
    'Unexpected way from /legal/shop/cookies/* to /legal/market/terms/:splat, expected the one to /legal/market/storage/:splat.',
  ],
  [
    'lines that are gone',
    '_redirects',
    () => '',
    'Unexpected absence of a line for /legal/shop/cookies/*, expected the one to /legal/market/storage/:splat.',
  ],
])('finds %s at a former address', async (_, path, change, message) => {
  const text = file(path);
  if (change) writeFileSync(join(dist, path), change(text));
  else rmSync(join(dist, path));
  const { code, stdout } = await policybook(['verify', dist, '--format', 'compact'], { NO_COLOR: '1' });
  writeFileSync(join(dist, path), text);
  expect(code).toBe(1);
  expect(stdout).toContain(message);
});

test('passes its own check while the rename is in the file alone', async () => {
  const early = join(home, 'early');
  const files = publish({ ...publishVersions(cookies, second) });
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(early, 'policies', path)), { recursive: true });
    writeFileSync(join(early, 'policies', path), text);
  }
  renameSync(join(early, 'policies/shop/cookies.yaml'), join(early, 'policies/shop/storage.yaml'));
  writeFileSync(join(early, 'policies/shop/storage.yaml'), `formerly: [cookies]\n${second}`);
  const out = join(early, 'dist');
  expect(await run('2026-03-01', 'build', join(early, 'policies'), '--out', out)).toMatchObject({ code: 0 });
  expect(await policybook(['verify', out], { NO_COLOR: '1' })).toMatchObject({
    code: 0,
    stdout: 'No problems found.\nChecked 2 published versions.\n',
  });
  rmSync(join(root, '.policybook/compiled', digest([join(early, 'policies')]).slice(0, 16)), {
    recursive: true,
    force: true,
  });
});

test('seals each rename, and has nothing more to seal', async () => {
  expect(existsSync(at('market/history/storage/2026-03-01.rename.json'))).toBe(true);
  expect(existsSync(at('market/history/storage/2026-04-01.rename.json'))).toBe(true);
  expect((await run('2026-04-02', 'release', folder)).stdout).toContain('Nothing to release');
});

const problems = (more: Texts) =>
  compileTexts({ ...texts, ...more }).problems.map(({ rule, severity, message, help }) => ({
    rule,
    severity,
    message,
    help,
  }));

test('tells a link to a former name with the new one, and stops nothing', () => {
  const { 'shop/cookies.yaml': _gone, ...others } = texts;
  const renamed = compileTexts({ ...others, 'shop/storage.yaml': `formerly: [cookies]\n${second}` });
  expect(renamed.problems).toMatchObject([
    {
      rule: 'prose/link-renamed',
      severity: 'info',
      message: 'The link to `cookies#your-choices` leads to the policy that is called shop/storage now.',
      help: 'In the next version write `storage#your-choices`. Until then the old address leads on.',
    },
  ]);
});

test('refuses a former name that a policy has now', () => {
  const [problem] = problems({ 'shop/terms.yaml': `formerly: [cookies]\n${linking}` });
  expect(problem).toMatchObject({
    rule: 'file/former-name',
    severity: 'error',
    message: 'Unexpected former name cookies, expected one that nothing has now.',
  });
});

test('refuses a former name that two policies or two products claim', () => {
  const two = problems({
    'shop/terms.yaml': `formerly: [rules]\n${linking}`,
    'shop/cookies.yaml': `formerly: [rules]\n${second}`,
    'shop/product.yaml': 'name: Shop\nformerly: [store]\n',
    'depot/product.yaml': 'name: Depot\nformerly: [store]\n',
    'depot/terms.yaml': 'kind: terms\ntitle: Terms\nsections: [{ title: Use, content: [Use it.] }]\n',
  });
  expect(two.filter(({ rule }) => rule === 'file/former-name').map(({ message }) => message)).toEqual([
    'Unexpected former name store, expected one that nothing else claims.',
    'Unexpected former name rules, expected one that nothing else claims.',
    'Unexpected former name store, expected one that nothing else claims.',
    'Unexpected former name rules, expected one that nothing else claims.',
  ]);
});
