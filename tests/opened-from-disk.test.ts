import { existsSync, globSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { launchChromium } from './browser.ts';
import { policybook, root } from './command.ts';
import { around } from './compile-texts.ts';
import { keepPageCode } from './kept-page-code.ts';
import { cookies, edit, publishVersions, writeFolder } from './published-texts.ts';

// What counsel is sent: a site below a path, opened by a double click.

const home = mkdtempSync(join(tmpdir(), 'for counsel '));
const site = join(home, 'a preview');
const addressOf = (path: string) => pathToFileURL(join(site, path)).href;

beforeAll(async () => {
  writeFolder(relative(root, join(home, 'policies')), {
    ...publishVersions(cookies, edit(cookies, ['2026-01-01', '2026-02-01'], ['little', 'less'])),
    'site.yaml': edit(around['site.yaml'] ?? '', ['example.com', 'example.com/legal']),
  });
  keepPageCode(home);
  const args = ['build', '--preview', '--out', site, '--project', home, '--as-of', '2026-03-01'];
  expect(await policybook(args)).toMatchObject({ code: 0, stderr: '' });
});
afterAll(() => rmSync(home, { recursive: true }));

const browser = await launchChromium();
afterAll(() => browser.close());

test('has the look of the site, and its text', async () => {
  const page = await browser.newPage();
  await page.goto(addressOf('index.html'));
  expect(await page.evaluate(() => document.styleSheets.length)).toBe(1);
  await page.getByRole('link', { name: 'Cookie policy' }).first().click();
  await page.waitForLoadState('load');
  expect(await page.getByRole('heading', { level: 1 }).innerText()).toBe('Cookie policy');
  expect(await page.getByText('We store less.').isVisible()).toBe(true);
  await page.close();
});

test('leads from every page to files that are there, and loads nothing that is not', async () => {
  const page = await browser.newPage();
  const failed: string[] = [];
  page.on('requestfailed', (request) => failed.push(request.url()));
  page.on('pageerror', ({ message }) => failed.push(message));
  const links = new Set<string>();
  for (const path of globSync('**/*.html', { cwd: site })) {
    await page.goto(addressOf(path), { waitUntil: 'load' });
    const found = await page
      .locator('a')
      .evaluateAll((all: HTMLAnchorElement[]) => all.map(({ href }) => href));
    for (const link of found) links.add(link.replace(/#.*/, ''));
  }
  const local = [...links].filter((link) => link.startsWith('file:'));
  expect(local.length).toBeGreaterThan(5);
  expect(local.filter((link) => !existsSync(new URL(link)))).toEqual([]);
  expect([...links].filter((link) => link.startsWith('https://example.com/legal'))).toEqual([]);
  expect(failed).toEqual([]);
  await page.close();
});

test('is no site to publish', async () => {
  const { code, stdout } = await policybook(['verify', site]);
  expect(code).toBe(1);
  expect(stdout).toContain('SHA256SUMS');
});
