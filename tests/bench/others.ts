import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { projectAt } from '../../src/doors/project.ts';
import { policyMarkdown } from '../../src/exporters/markdown.ts';
import { openLibrary } from '../../src/site/library.ts';
import { versionPage } from '../../src/site/policy-view.ts';
import { type Usage, usageOf } from './usage.ts';

// The generators people would pick instead, on the same texts: each text that our site has becomes a page of theirs, with a
// bare layout. They check nothing, compare nothing and keep no versions.

/** Another generator, where one is installed. */
export type Other = {
  name: string;
  version: string;
  command: readonly string[];
  prepare(site: string): void;
};

/** A text of our site: its address, and what it says as Markdown. */
export type PageText = { path: string; title: string; markdown: string };

/** The others that are there: on the PATH, or where `--hugo` and `--eleventy` say. */
export function findOthers({ hugo = 'hugo', eleventy = 'eleventy' }): Other[] {
  const known = [
    { name: 'Hugo', command: [hugo, '--quiet'], ask: [hugo, 'version'], prepare: prepareHugo },
    { name: 'Eleventy', command: [eleventy], ask: [eleventy, '--version'], prepare: prepareEleventy },
  ];
  return known.flatMap(({ ask, ...other }) => {
    const version = versionOf(ask);
    return version === undefined ? [] : [{ ...other, version }];
  });
}

function versionOf([command = '', ...args]: readonly string[]): string | undefined {
  try {
    const said = execFileSync(command, args, { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return /\d+\.\d+\.\d+/.exec(said)?.[0];
  } catch {
    return undefined;
  }
}

/** Every text of a folder of policies: each version of each policy once. */
export function textsOf(policies: string, cache: string): PageText[] {
  const library = openLibrary({ ...projectAt('.', { policies }), cache });
  return library.products.flatMap((product) =>
    product.policies.flatMap((entry) =>
      entry.versions.map(({ id }) => {
        const page = versionPage(library, entry, id);
        const path = `${entry.product}/${entry.slug}/${id}`;
        return { path, title: page.title, markdown: policyMarkdown(page) };
      }),
    ),
  );
}

/** Writes the site of another generator: the same texts, and the stylesheet of ours. */
export function writeOther(other: Other, folder: string, texts: readonly PageText[]): void {
  rmSync(folder, { recursive: true, force: true });
  for (const { path, title, markdown } of texts)
    writeBelow(folder, `content/${path}.md`, `---\ntitle: ${JSON.stringify(title)}\n---\n${markdown}`);
  other.prepare(folder);
}

/** A cold build by another generator: nothing of an earlier one is there. */
export async function buildOther({ command }: Other, folder: string): Promise<Usage> {
  rmSync(join(folder, 'public'), { recursive: true, force: true });
  const [program = '', ...args] = command;
  // What is named by a path is named from where the bench began.
  return usageOf([program.includes('/') ? resolve(program) : program, ...args], folder);
}

/** Holds each page of another generator against ours: they have to say the same, letter by letter. */
export function expectSameWords(ours: string, theirs: string, texts: readonly PageText[]): void {
  for (const { path } of texts) {
    const own = lettersOf(join(ours, path), '<section class="section"', '<nav class="companions"');
    const other = lettersOf(join(theirs, path), '<h2', '</article>');
    if (own === '' || own !== other)
      throw new Error(`Unexpected words in ${join(theirs, path)}, expected those of ${join(ours, path)}.`);
  }
}

// Of the sections alone. Narrow screens show the labels in cells.
function lettersOf(folder: string, start: string, end: string): string {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const [article = ''] = html.slice(html.indexOf(start)).split(end);
  return article
    .replaceAll(/<span class="cell-label"[^>]*>[^<]*<\/span>/g, '')
    .replaceAll(/<[^>]*>|&#?\w+;/g, '')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function prepareHugo(folder: string): void {
  const settings = 'disableKinds = ["taxonomy", "term", "RSS", "sitemap", "section"]';
  writeBelow(
    folder,
    'config.toml',
    `baseURL = "https://policies.example/"\ntitle = "Policies"\n${settings}\n`,
  );
  writeBelow(folder, 'layouts/_default/single.html', layout('{{ .Title }}', '{{ .Content }}'));
  const links = '{{ range .Site.RegularPages }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}';
  writeBelow(folder, 'layouts/index.html', layout('Policies', links));
}

function prepareEleventy(folder: string): void {
  const settings = `export default (eleventy) => {
  eleventy.setInputDirectory('content');
  eleventy.setIncludesDirectory('../layouts');
  eleventy.setOutputDirectory('public');
  eleventy.setQuietMode(true);
};
export const config = { markdownTemplateEngine: false };
`;
  writeBelow(folder, 'eleventy.config.mjs', settings);
  writeBelow(folder, 'content/content.json', '{ "layout": "page.njk" }');
  writeBelow(folder, 'layouts/page.njk', layout('{{ title }}', '{{ content | safe }}'));
  const links =
    '{% for one in collections.all %}<a href="{{ one.url }}">{{ one.data.title }}</a>{% endfor %}';
  writeBelow(
    folder,
    'content/index.njk',
    `---\nlayout: false\ntitle: Policies\n---\n${layout('Policies', links)}`,
  );
}

function layout(title: string, content: string): string {
  return `<!DOCTYPE html>
<html lang="en">
<head><meta charset="utf-8"><title>${title}</title><link rel="stylesheet" href="/style.css"></head>
<body><main><article>${content}</article></main></body>
</html>
`;
}

function writeBelow(folder: string, path: string, text: string): void {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
