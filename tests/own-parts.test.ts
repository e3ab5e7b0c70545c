import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { verifyPublished } from '../src/verify/verify-published.ts';
import { sumsPath, writeSums } from '../src/versions/sums.ts';
import { policybook, policybookAlone, root } from './command.ts';
import { around } from './compile-texts.ts';
import { cookies, edit, filesIn, publishVersions, writeFolder } from './published-texts.ts';

// Sites of projects with parts of a page of their own: verified as they were built, and not with a page that was changed.

const home = mkdtempSync(join(tmpdir(), 'own parts '));
afterAll(() => rmSync(home, { recursive: true }));

const policies = {
  ...publishVersions(cookies, edit(cookies, ['2026-01-01', '2026-02-01'], ['little', 'less'])),
  'site.yaml': edit(around['site.yaml'] ?? '', ['example.com', 'example.com/legal']),
};

async function build(name: string, parts: Record<string, string>): Promise<Map<string, string>> {
  const project = join(home, name);
  writeFolder(relative(root, join(project, 'policies')), policies);
  writeFolder(relative(root, join(project, 'site')), parts);
  const args = ['build', '--project', project, '--out', join(project, 'out'), '--as-of', '2026-03-01'];
  expect(await policybookAlone(args)).toMatchObject({ code: 0, stderr: '' });
  return new Map(Object.entries(filesIn(relative(root, join(project, 'out')))));
}

const siteOf = (files: ReadonlyMap<string, string>) => ({
  root: 'out',
  paths: [...files.keys()].sort(),
  strays: [],
  read: (path: string) => new TextEncoder().encode(files.get(path)),
});

/** The problems of a site in which some files were changed, and SHA256SUMS written anew. */
function changed(files: ReadonlyMap<string, string>, from: string, to: string, paths: readonly string[]) {
  const forged = new Map(files);
  for (const path of paths) forged.set(path, edit(files.get(path) ?? '', [from, to]));
  forged.set(sumsPath, writeSums(siteOf(forged)));
  return verifyPublished(siteOf(forged)).problems.map(({ place, message }) => `${place.file}: ${message}`);
}

const version = 'shop/cookies/2026-01-01/index.html';
const pagesIn = (files: ReadonlyMap<string, string>) =>
  [...files.keys()].filter((path) => /(^|\/)(index|404)\.html$/.test(path));

describe('a site with a header, a footer and a head of its own', () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    files = await build('parts', {
      'Header.astro': `---
const { frame, isHome } = Astro.props;
---
<header class="ours" data-look="wide">
  <svg viewBox="0 0 1 1"><path d="M0 0h1v1z" /></svg>
  {isHome ? <b>{frame.siteName}</b> : <a href={frame.home}>{frame.siteName}</a>}
  <button type="button">Menu</button>
</header>
<style>.ours { color: teal; }</style>
`,
      'Footer.astro': '<footer><p>Ours Ltd, <a href="https://example.com/imprint">imprint</a></p></footer>\n',
      'Head.astro':
        '<link rel="me" href="https://example.com/@ours" /><meta name="author" content="Ours" />\n',
    });
  });

  test('is as it was built', () => {
    expect(files.get(version)).toContain('Ours Ltd');
    expect(verifyPublished(siteOf(files)).problems).toEqual([]);
  });

  test.each([
    ['a text', 'We store little.', 'We store much.'],
    ['a header', '>Menu<', '>This text is void<'],
    ['a link of the header', 'href="/legal/"', 'href="/elsewhere/"'],
    ['a footer', 'Ours Ltd', 'Theirs Ltd'],
    ['a footer that hides', '<footer', '<footer style="position:fixed;inset:0"'],
    ['a head', 'content="Ours"', 'content="Theirs"'],
    ['a head with more', '</head>', '<meta name="robots" content="noindex"></head>'],
    ['text before the header', '<header', '<p>Void.</p><header'],
  ])('is not with %s of one page changed', (_, from, to) => {
    const [first, ...others] = changed(files, from, to, [version]);
    expect(first).toMatch(new RegExp(`^out/${version}: Unexpected .*, expected .*\\.$`));
    expect(others.filter((line) => !line.startsWith(`out/${version}`))).toEqual([]);
  });

  test.each([
    ['a script', '</header>', '<script>void 0</script></header>'],
    ['a page in a page', '</footer>', '<iframe src="https://example.com"></iframe></footer>'],
    ['code on an element', '<button type="button"', '<button type="button" onclick="void 0"'],
    [
      'another policy of security',
      '</head>',
      '<meta http-equiv="Content-Security-Policy" content="x"></head>',
    ],
    ['words of ours that are others', 'class="skip" href="#_main">', 'class="skip" href="#_main">Void. '],
  ])('is not with %s on all of its pages', (_, from, to) => {
    expect(changed(files, from, to, pagesIn(files))).not.toEqual([]);
  });

  test('is told to have them, since no record says what they hold', async () => {
    const { code, stdout } = await policybook(['verify', join(home, 'parts/out')]);
    expect([code, stdout]).toEqual([
      0,
      `No problems found.
Checked 2 published versions.
No record says what is in the parts that are the project's own: Head, Header and Footer. They were compared from page to page; --against with its policies compares them with the project.
`,
    ]);
  });
});

describe('a site with pages of its own', () => {
  let files: Map<string, string>;
  const page = '<html lang="en"><body><h1>Help</h1><script is:inline>void 0</script></body></html>\n';
  beforeAll(async () => {
    files = await build('pages', { 'pages/help.astro': page, 'pages/help/call/index.astro': page });
  });

  test('is as it was built, and told to have them', async () => {
    expect(files.get('help/call/index.html')).toContain('<h1>Help</h1>');
    const { code, stdout } = await policybook(['verify', join(home, 'pages/out')]);
    expect([code, stdout]).toEqual([
      0,
      `No problems found.
Checked 2 published versions.
No record says what is on the pages that are the project's own: help/call/index.html, help/index.html. Of these only SHA256SUMS was checked.
`,
    ]);
  });

  test.each([
    version,
    'index.html',
    'shop/index.html',
    'about/index.html',
  ])('is not with %s listed as one', (path) => {
    const list = '.well-known/policybook.json';
    const forged = new Map(files);
    forged.set(list, edit(files.get(list) ?? '', ['"help/index.html"', `"help/index.html", "${path}"`]));
    forged.set(path, edit(files.get(path) ?? '', ['</main>', '<script>void 0</script></main>']));
    forged.set(sumsPath, writeSums(siteOf(forged)));
    const problems = verifyPublished(siteOf(forged)).problems.map(({ place }) => place.file);
    expect(problems).toContain(`out/${path}`);
  });
});

describe('a site with a layout of its own', () => {
  let files: Map<string, string>;
  beforeAll(async () => {
    files = await build('layout', {
      'Layout.astro': `---
const { frame, title, language, direction } = Astro.props;
---
<html lang={language} dir={direction}>
  <head><title>{title}</title><link rel="stylesheet" href={frame.stylesheet} /></head>
  <body class="shop"><nav><a href="/">Shop</a></nav><div class="wide"><main><slot /></main></div></body>
</html>
`,
    });
  });

  test('is as it was built', () => {
    expect(files.get(version)).toContain('class="wide"');
    expect(verifyPublished(siteOf(files)).problems).toEqual([]);
  });

  test.each([
    ['a text', 'We store little.', 'We store much.'],
    ['code in the text', 'We store little.', 'We store little.<script>void 0</script>'],
    ['what stands around', '>Shop<', '>Void<'],
    ['what hides the text', 'class="wide"', 'class="wide" hidden'],
    ['what is loaded', '</head>', '<script src="/x.js"></script></head>'],
  ])('is not with %s of one page changed', (_, from, to) => {
    expect(changed(files, from, to, [version])).not.toEqual([]);
  });
});
