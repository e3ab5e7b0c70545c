import { execFileSync, spawn } from 'node:child_process';
import {
  cpSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { z } from 'zod';
import { find, readPage, shownText } from '../src/versions/page-texts.ts';
import { launchChromium } from './browser.ts';
import { bundledCode } from './bundled-command.ts';
import { type Outcome, policybookOfSources, root, runAlone } from './command.ts';
import { around } from './compile-texts.ts';
import { installedWith, sizeOf } from './installed-size.ts';
import { cookies } from './published-texts.ts';
import { wordDocument } from './word-document.ts';

// What is published, as a company has it: packed, installed, and all of its way from a text to a page in a browser. Other
// packages are those of the repository, each by its name: one that is not declared is not found.

const home = mkdtempSync(join(tmpdir(), 'a company-'));
const company = join(home, 'our policies');
const site = join(home, 'our site');
const day = '2026-03-01';
const dependencies = z.record(z.string(), z.string());
const manifest = z.object({ dependencies, peerDependencies: dependencies });
const policies = { ...around, 'shop/cookies.yaml': cookies };

beforeAll(async () => {
  await bundledCode();
  execFileSync('npm', ['pack', '--silent', '--pack-destination', home], { cwd: root });
  for (const folder of [company, site]) install(folder);
});
afterAll(() => rmSync(home, { recursive: true, force: true }));

function install(folder: string): void {
  const modules = join(folder, 'node_modules');
  const own = join(modules, 'policybook');
  mkdirSync(own, { recursive: true });
  const [packed = ''] = globSync('*.tgz', { cwd: home });
  execFileSync('tar', ['-xzf', join(home, packed), '-C', own, '--strip-components=1']);
  const needed = manifest.parse(JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')));
  for (const name of Object.keys({ ...needed.dependencies, ...needed.peerDependencies })) {
    mkdirSync(dirname(join(modules, name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(modules, name));
  }
}

function write(folder: string, texts: Record<string, string>): void {
  for (const [path, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function run(folder: string, script: string, ...args: string[]): Promise<Outcome> {
  return runAlone([join(folder, 'node_modules', script), ...args], { env: process.env, cwd: folder });
}

const ours = (...args: string[]) => run(company, 'policybook/bin/policybook.cjs', ...args);

function filesIn(folder: string): Map<string, string> {
  const files = globSync('**', { cwd: folder, withFileTypes: true }).filter((item) => item.isFile());
  const paths = files.map((item) => relative(folder, join(item.parentPath, item.name))).sort();
  return new Map(paths.map((path) => [path, readFileSync(join(folder, path), 'latin1')]));
}

test('tells its version', async () => {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  expect(await ours('--version')).toMatchObject({ code: 0, stdout: `${version}\n` });
});

test('prints the manual that was kept, as the repository prints it', async () => {
  const { stdout } = await policybookOfSources(['help']);
  expect(await ours('help')).toMatchObject({ code: 0, stdout });
  expect(readFileSync(join(company, 'node_modules/policybook/lib/manual.txt'), 'utf8')).toBe(stdout);
});

test('holds code, types and schemas, and nothing else of the repository', () => {
  const own = join(company, 'node_modules/policybook');
  expect(globSync('*', { cwd: own }).sort()).toEqual([
    'CHANGELOG.md',
    'LICENSE',
    'README.md',
    'THIRD-PARTY.md',
    'bin',
    'lib',
    'package.json',
    'schemas',
  ]);
  expect(globSync(['schemas/*.ts', 'lib/**/*.ts'], { cwd: own }).sort()).toEqual([
    'lib/src/astro/data.d.ts',
    'lib/src/astro/policybook.d.ts',
  ]);
  expect(globSync('schemas/policy.schema.json', { cwd: own })).toHaveLength(1);
});

test('takes at most 10 MB beside what Astro takes', () => {
  const own = join(company, 'node_modules/policybook');
  const { dependencies } = manifest.parse(JSON.parse(readFileSync(join(own, 'package.json'), 'utf8')));
  const ofAstro = installedWith(join(root, 'node_modules/astro'));
  const needed = Object.keys(dependencies).flatMap((name) => [
    ...installedWith(join(root, 'node_modules', name), new Set(ofAstro)),
  ]);
  const beside = [...new Set(needed)].filter((folder) => !ofAstro.has(folder));
  expect(beside.length).toBeGreaterThan(10);
  expect([own, ...beside].reduce((bytes, folder) => bytes + sizeOf(folder), 0)).toBeLessThan(10_000_000);
});

test('brings in a text of each kind, with no more than what it holds', async () => {
  const project = join(home, 'brought in');
  write(project, { 'policies/site.yaml': around['site.yaml'] ?? '' });
  const word = (text: string) => `<w:p><w:r><w:t>${text}</w:t></w:r></w:p>`;
  const texts = {
    'page.html':
      '<title>Privacy policy</title><main><h1>Privacy policy</h1><p>We keep <b>little</b>.</p></main>',
    'text.md': '# Privacy policy\n\nWe keep **little**.\n',
    'word.docx': wordDocument(word('We keep little.')),
    'cookies.csv': 'Cookie,Purpose,Expiry\n_ga,Counts visits,2 years\n',
  };
  for (const [name, text] of Object.entries(texts)) {
    writeFileSync(join(project, name), text);
    const [policy = ''] = name.split('.');
    const into = ['--project', project, '--product', 'shop', '--policy', policy];
    const { code, stdout, stderr } = await ours('import', join(project, name), ...into);
    expect({ name, code, stderr }, stdout).toEqual({ name, code: 0, stderr: '' });
    expect(readFileSync(join(project, `policies/shop/${policy}.yaml`), 'utf8')).toMatch(/little|_ga/);
  }
});

test('ends on an old Node in a sentence', () => {
  const bin = join(company, 'node_modules/policybook/bin/policybook.cjs');
  const old = `Object.defineProperty(process.versions, 'node', { value: '20.20.2' }); require(${JSON.stringify(bin)})`;
  const told = 'console.error = (line) => console.log(line);';
  const said = execFileSync(process.execPath, ['-e', `${told}${old}; process.exitCode = 0`], {
    encoding: 'utf8',
  });
  expect(said).toBe(
    'Unexpected Node 20.20.2, expected 22.12 or newer.\nNext: install Node 24 (https://nodejs.org/), and run the same again.\n',
  );
});

test('goes from a text to a page in a browser, the same page as from the repository', async () => {
  write(join(company, 'policies'), policies);
  expect(await ours('check')).toMatchObject({ code: 0, stderr: '' });
  const released = await ours('release', '--as-of', day);
  expect(released.stdout).toContain('Wrote policies/shop/history/cookies/2026-01-01.json');
  const built = await ours('build', '--as-of', day);
  expect(built).toMatchObject({ code: 0, stderr: '' });
  // The package brings the code of its pages: neither Vite nor Astro had to make it, as they have in the repository.
  expect(globSync('.policybook/*', { cwd: company }).sort()).toEqual(
    ['astro', 'compiled'].map((name) => join('.policybook', name)),
  );
  expect((await ours('verify', 'dist')).stdout).toContain('Checked 1 published version.');
  const checkout = join(home, 'from the repository');
  await policybookOfSources(['build', '--project', company, '--out', checkout, '--as-of', day]);
  expect(filesIn(join(company, 'dist'))).toEqual(filesIn(checkout));
  expect(globSync('{*,.*}', { cwd: company }).sort()).toEqual(
    expect.arrayContaining(['.policybook', 'dist', 'node_modules', 'policies']),
  );
  expect(await titleAt('shop/cookies/')).toBe('Cookie policy – Shop – Example');
});

// As it is previewed.
async function titleAt(path: string): Promise<string> {
  const bin = join(company, 'node_modules/policybook/bin/policybook.cjs');
  const server = spawn(process.execPath, [bin, 'preview', '--port', '0'], { cwd: company });
  const browser = await launchChromium();
  try {
    const address = await new Promise<string>((resolve, reject) => {
      let fault = '';
      server.stderr.on('data', (bytes) => {
        fault += bytes;
      });
      server.on('exit', (code) => reject(new Error(`The preview ended with ${code}: ${fault}`)));
      server.stdout.on('data', (bytes) => {
        const [found] = /http:\S+/.exec(String(bytes)) ?? [];
        if (found) resolve(found);
      });
    });
    const page = await browser.newPage();
    await page.goto(new URL(path, address).href);
    return await page.title();
  } finally {
    await browser.close();
    server.kill();
  }
}

const astroSite = {
  'package.json': '{ "type": "module", "dependencies": { "astro": "*", "policybook": "*" } }\n',
  'astro.config.mjs': `import { defineConfig } from 'astro/config';
import policybook from 'policybook';

export default defineConfig({
  site: 'https://example.com',
  integrations: [policybook({ base: '/legal', components: { Layout: './src/layouts/Policy.astro' } })],
});
`,
  'src/layouts/Policy.astro': `---
import Footer from 'policybook/components/Footer.astro';

const { frame, title, canonical, language, direction } = Astro.props;
---
<html lang={language} dir={direction}>
  <head>
    <meta charset="utf-8" />
    <title>{title}</title>
    <link rel="canonical" href={canonical} />
    <link rel="stylesheet" href={frame.stylesheet} />
  </head>
  <body>
    <nav><a href="/">Our shop</a></nav>
    <main><slot /></main>
    <Footer frame={frame} />
  </body>
</html>
`,
  'src/pages/index.astro': `---
import { listPolicies } from 'policybook/data';
---
<html lang="en">
  <head><title>Our shop</title></head>
  <body>{listPolicies().map(({ path, title }) => <a href={path}>{title}</a>)}</body>
</html>
`,
  'src/pages/404.astro': '<html lang="en"><head><title>Lost</title></head><body>Ours.</body></html>\n',
};

test('adds policies to a site that exists, below a path of it, in its layout', async () => {
  write(site, astroSite);
  write(join(site, 'policies'), policies);
  const siteFile = join(site, 'policies/site.yaml');
  writeFileSync(
    siteFile,
    readFileSync(siteFile, 'utf8').replace(/^url: .*$/m, 'url: https://example.com/legal/\nhandbook: true'),
  );
  cpSync(join(company, 'policies/shop/history'), join(site, 'policies/shop/history'), { recursive: true });
  const built = await run(site, 'astro/bin/astro.mjs', 'build');
  expect(built, built.stdout + built.stderr).toMatchObject({ code: 0 });
  const files = filesIn(join(site, 'dist'));
  expect([...files.keys()].filter((path) => !path.startsWith('legal/'))).toEqual(['404.html', 'index.html']);
  expect(files.get('404.html')).toContain('Ours.');
  expect(files.get('index.html')).toContain('<a href="/legal/shop/cookies/">Cookie policy</a>');
  const page = files.get('legal/shop/cookies/index.html') ?? '';
  expect(page).toContain('<a href="/">Our shop</a>');
  expect(mainText(page)).toBe(
    mainText(filesIn(join(company, 'dist')).get('shop/cookies/index.html') ?? '', '/legal'),
  );
  expect(deadLinks(files)).toEqual([]);
});

function mainText(html: string, base = ''): string {
  const [main] = find(readPage(html), ({ tagName }) => tagName === 'main');
  // Astro leaves out white space between blocks, where a site does not tell it to keep that.
  // And a layout of its own decides whether dates break; the bytes of a space that does not are read one by one.
  const text = main ? shownText(main).replaceAll('\u00c2\u00a0', ' ').replaceAll(/\s+/g, ' ').trim() : '';
  return text.replaceAll('(/', `(${base}/`);
}

function deadLinks(files: ReadonlyMap<string, string>): string[] {
  return [...files].flatMap(([path, html]) =>
    path.endsWith('.html')
      ? find(readPage(html), ({ properties }) => properties.href !== undefined).flatMap(({ properties }) => {
          const { origin, pathname } = new URL(String(properties.href), `https://example.com/${path}`);
          const target = decodeURIComponent(pathname.slice(1)).replace(/(^|\/)$/, '$1index.html');
          return origin === 'https://example.com' && !files.has(target) ? [`${path} → ${pathname}`] : [];
        })
      : [],
  );
}
