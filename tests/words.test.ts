import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { beforeAll, expect, test, vi } from 'vitest';
import { parse } from 'yaml';
import { changesBetween } from '../src/compare/changes/changes.ts';
import { redline } from '../src/compare/redline/redline.ts';
import { feedOf } from '../src/exporters/feed.ts';
import { markdown } from '../src/exporters/markdown.ts';
import { toPage } from '../src/page/page.ts';
import type { ResolvedPolicy } from '../src/resolve/policy-model.ts';
import { aboutPage } from '../src/site/about.ts';
import { comparisonsOf, comparisonView } from '../src/site/comparison-view.ts';
import { type Library, openSources } from '../src/site/library.ts';
import { homePage, productPage } from '../src/site/lists.ts';
import { missingPage } from '../src/site/missing.ts';
import { historyView, policyView, versionView } from '../src/site/policy-view.ts';
import { wordsFor } from '../src/words/words.ts';
import { compileTexts, sourcesOf, type Texts } from './compile-texts.ts';
import { stringsOf, withoutMarked } from './marked-words.ts';
import { project } from './open-folder.ts';
import { publish } from './published-texts.ts';

// A language whose words are those of English between ⟦ and ⟧. What a policy itself says is put into Greek letters, and
// so are dates and periods: Latin letters outside of the marks are words of ours that no dictionary holds.

vi.mock('../src/words/languages.ts', async (importOriginal) => {
  const { marked } = await import('./marked-words.ts');
  const original = await importOriginal<typeof import('../src/words/languages.ts')>();
  return { languages: { ...original.languages, el: marked(original.languages.en) } };
});

const folder = 'tests/fixtures/complete';

/** The complete policies as they would be in Greek. */
function greekTexts(): Texts {
  const paths = globSync('**/*.yaml', { cwd: folder });
  return Object.fromEntries(
    paths.map((path) => {
      const value = toGreek(parse(readFileSync(join(folder, path), 'utf8')));
      const text = path === 'site.yaml' ? { ...Object(value), languages: ['el'] } : value;
      return [path, JSON.stringify(text, undefined, 1)];
    }),
  );
}

const latin = 'abcdefghijklmnopqrstuvwxyz';
const greek = 'αβψδεφγηιξκλμνοπζρστθωςχυζ';
const isText = (text: string) =>
  /\s|^[A-Z][a-z]/.test(text) &&
  !/^\d+ (minute|hour|day|week|month|year)s?$|^(until|https:|\+)|^\{\{.*\}\}$/.test(text);

function toGreek(value: unknown, key = ''): unknown {
  if (typeof value === 'string') return isText(value) || key === 'title' ? transliterate(value) : value;
  if (Array.isArray(value)) return value.map((item) => toGreek(item));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) => [name, toGreek(inner, name)]);
  const isSection = 'title' in value && ('content' in value || 'sections' in value) && !('kind' in value);
  const id = isSection && { id: slug(String(value.title)) };
  return { ...id, ...Object.fromEntries(entries) };
}

function slug(title: string): string {
  return title.toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function transliterate(text: string): string {
  return text
    .split(/(\{\{.*?\}\}|\]\([^)]*\)|\S+@\S+)/)
    .map((part, index) => (index % 2 === 1 ? part : part.replaceAll(/[a-z]/gi, toGreekLetter)))
    .join('');
}

function toGreekLetter(letter: string): string {
  const other = greek.charAt(latin.indexOf(letter.toLowerCase()));
  return letter === letter.toLowerCase() ? other : other.toUpperCase();
}

let library: Library;
let policies: ResolvedPolicy[];
let own: Set<string>;

beforeAll(() => {
  const first = publish(greekTexts());
  const next = Object.fromEntries(
    Object.entries(first).map(([path, text]) => [
      path,
      path.endsWith('.yaml')
        ? text
            .replaceAll('"2026-10-01"', '"2026-11-10"')
            .replaceAll('"2026-12-20"', '"2026-12-30"')
            .replaceAll('"13 months"', '"2 years"')
            .replace('"summary": "', '"summary": "ω ')
            .replace('"secure": true', '"secure": false')
        : text,
    ]),
  );
  const texts = publish(next);
  library = openSources(sourcesOf(texts), project);
  policies = [...compileTexts(texts).compiled.values()].map(({ policy }) => policy);
  // A record has our words too.
  const written = Object.entries(texts).filter(([path]) => path.endsWith('.yaml'));
  own = new Set(stringsOf(written.map(([, text]) => JSON.parse(text))).flatMap(latinWords));
});

function latinWords(text: string): string[] {
  return text.match(/[a-z]+/gi)?.map((word) => word.toLowerCase()) ?? [];
}

// Addresses, ids, and what only programs read.
const unread =
  /^(id|aliases|slug|path|historyPath|href|canonical|url|home|about|handbook|stylesheet|self|address|language|citeAt|asOf)$/;
const forPrograms =
  /^(status|light|dark|sort|form|wrap|direction|type|level|tone|date|feed|dateModified|temporalCoverage|inLanguage|@.*)$/;

/** The words of ours in what a page or feed shows that no dictionary has said. */
function unmarkedWords(view: unknown): string[] {
  const texts = stringsOf(view, (key) => !unread.test(key) && !forPrograms.test(key));
  return texts.flatMap((text) => {
    const plain = text
      .replaceAll(/<[^>]*>|&\w+;|\b[0-9a-f]{64}\b/g, ' ')
      .replaceAll(/(https?|tel|mailto):\S+/g, ' ');
    return latinWords(withoutMarked(plain)).filter((word) => !own.has(word));
  });
}

const entries = () => library.products.flatMap(({ policies: all }) => all);

test('reads words of the language that is asked for', () => {
  expect(wordsFor('el').home).toBe('⟦All policies⟧');
  expect(wordsFor('en-GB').home).toBe('All policies');
  expect(wordsFor('el').versions.versionOf('1 Μαΐου')).toBe('⟦Version of ⟧1 Μαΐου');
  expect(unmarkedWords(['⟦Version of ⟧1 Μαΐου', 'in between'])).toEqual(['in', 'between']);
});

test.each<[string, () => unknown]>([
  ['a policy', () => entries().map((entry) => policyView(library, entry))],
  ['a version', () => versions().map(([entry, date]) => versionView(library, entry, date))],
  ['the versions of a policy', () => entries().map((entry) => historyView(library, entry))],
  [
    'a comparison',
    () =>
      entries().flatMap((entry) =>
        comparisonsOf(library, entry).map((asked) => comparisonView(library, entry, asked)),
      ),
  ],
  ['a text as Markdown', () => versions().map(([entry, id]) => markdown.write(library, { entry, id }))],
  ['a feed', () => entries().map(({ product, slug }) => feedOf(library, { product, slug }, 'json'))],
  ['the first page', () => homePage(library)],
  ['a product', () => library.products.map(({ id }) => productPage(library, id))],
  ['the page about policies', () => aboutPage(library)],
  ['the page of a wrong address', () => missingPage(library)],
])('says nothing on %s that is not in the dictionary', (_, view) => {
  const shown = view();
  expect(JSON.stringify(shown)).toContain('⟦');
  expect(unmarkedWords(shown)).toEqual([]);
});

function versions() {
  return entries().flatMap((entry) => entry.versions.map(({ date }) => [entry, date] as const));
}

test('says nothing about any change that is not in the dictionary', () => {
  const site = { name: 'Σ', url: 'https://example.com/' };
  const rules = new Set<string>();
  for (const policy of policies) {
    const page = toPage(policy, site);
    for (const other of edits(policy)) {
      // What changed in a fact is found without its page.
      const marked = redline(page, other.facts === policy.facts ? toPage(other, site) : page);
      const changes = [...changesBetween(policy, other, marked), ...changesBetween(other, policy, marked)];
      expect(unmarkedWords(changes.map(({ sentence }) => sentence))).toEqual([]);
      for (const { rule } of changes) rules.add(rule);
    }
  }
  expect(rules.size).toBeGreaterThan(125);
});

/** The policy with one thing in it left out or changed, for everything in it. */
function edits(policy: ResolvedPolicy): ResolvedPolicy[] {
  const found: unknown[] = [];
  const walk = (value: unknown, write: (value: unknown) => unknown, isFact = false): void => {
    if (typeof value === 'boolean') found.push(write(!value));
    if (typeof value === 'string' && /^\d+ (day|month)s?$/.test(value)) found.push(write('7 years'));
    if (typeof value === 'string' && /[α-ω]/.test(value)) found.push(write(`${value} ωω`));
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      const others = Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
      const isNeeded = ['contacts', 'vendors', 'label', 'name', 'text', 'of', 'trigger'].includes(key);
      if (isFact && !Array.isArray(value) && !isNeeded) found.push(write(others));
      const put = (next: unknown) => write(Object.assign(structuredClone(value), { [key]: next }));
      if (Array.isArray(value)) found.push(write(value.filter((item) => item !== inner)));
      walk(inner, put, isFact || key === 'facts');
    }
  };
  walk(policy, (value) => value);
  // Each is a resolved policy of which one value was replaced by one of the same type, or one entry left out.
  return found as ResolvedPolicy[];
}

/** Components, and the pages readers of policies meet; the handbook is for editors, who read English. */
const templates = globSync('src/astro/{components,pages}/**/*.{astro,mdx}')
  .filter((path) => !path.includes('/handbook/'))
  .sort();

/** Values of `content` that are for browsers. */
const forBrowsers = ['width=device-width, initial-scale=1', 'light dark', 'website'];

/** What a template says itself: text between tags, and attributes that readers meet. */
function wordsOf(path: string): string[] {
  const [, script = '', markup = ''] = /^---\n(.*?)\n---\n(.*)$/s.exec(readFileSync(path, 'utf8')) ?? [];
  const jsx = `${script}\nconst markup = <>${markup.replace(/<!doctype html>/i, '')}</>;`;
  const file = ts.createSourceFile('template.tsx', jsx, ts.ScriptTarget.Latest, true, ts.ScriptKind.TSX);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isTypeNode(node)) return;
    if (ts.isJsxText(node)) found.push(node.text.trim());
    if (ts.isJsxAttribute(node) && isRead(node) && node.initializer && ts.isStringLiteral(node.initializer))
      found.push(node.initializer.text);
    if (isLiteral(node) && !ts.isJsxAttribute(node.parent)) found.push(node.text.trim());
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found.filter((text) => /\p{Lu}|\p{L}{2,}\s+\p{L}{2,}/u.test(text) && !forBrowsers.includes(text));
}

const isRead = ({ name }: ts.JsxAttribute) =>
  /^(aria-label|title|alt|content|placeholder|label|caption|description)$/.test(name.getText());

const isLiteral = (node: ts.Node) =>
  ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node);

test('finds words in a template', () => {
  expect(templates).toContain('src/astro/components/Page.astro');
  expect(templates).toContain('src/astro/pages/about.astro');
  expect(wordsOf('src/astro/components/handbook/FieldTable.astro')).toContain('Meaning');
  expect(wordsOf('src/astro/pages/handbook/rules/index.astro')).not.toEqual([]);
});

test.each(templates)('leaves all words of %s to the dictionary', (path) => {
  expect(wordsOf(path)).toEqual([]);
});

/** Code that makes what readers meet. */
const makers = globSync('src/{page,disclosures,compare,exporters,site}/**/*.ts').concat(
  'src/versions/version-view.ts',
  'src/text/show.ts',
  'src/text/html.ts',
);

/** Code among it that is about English words, or speaks to editors. */
const notForReaders = [
  [
    /^src\/site\/(handbook|example-review|reference|security|library|theme-view)\.ts$/,
    'the handbook, headers and errors',
  ],
  [/^src\/exporters\/(robots|redirects)\.ts$/, 'the form of the file, for robots and hosts'],
  [/^src\/compare\/changes\/change-rules\.ts$/, 'what each rule is about, for editors'],
  [
    /^src\/compare\/changes\/(?:chrome-phrases|guard-words|pointer-words|small-words)\.ts$/,
    'the words it looks for',
  ],
  [/^src\/compare\/changes\/parties\.ts$/, 'the names it looks for'],
] as const;

/** Literals that are no words: schema.org, scripts, lifetimes as they are written, attributes. */
const notWords = [
  'WebPage',
  'Thing',
  'WebSite',
  'Organization',
  'Latn',
  'Arab',
  'Hebr',
  'Syrc',
  'Thaa',
  'Nkoo',
  'Adlm',
].concat('Rohg', 'until deleted', 'until sign-out', 'removed added', ' rel="external noopener noreferrer"');

test('leaves all words of the code behind pages to the dictionary', () => {
  const found = makers
    .filter((path) => notForReaders.every(([pattern]) => !pattern.test(path)))
    .flatMap((path) => englishIn(path).map((text) => `${path}: ${text}`));
  expect(found).toEqual([]);
});

function englishIn(path: string): string[] {
  const file = ts.createSourceFile(path, readFileSync(path, 'utf8'), ts.ScriptTarget.Latest, true);
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    // Errors are for us.
    if (ts.isImportDeclaration(node) || ts.isNewExpression(node)) return;
    if (isLiteral(node) && isEnglish(node.text)) found.push(node.text);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}

function isEnglish(text: string): boolean {
  if (notWords.includes(text)) return false;
  return /\p{L}{2,} \p{L}{2,}|(?<!\p{L})\p{Lu}\p{Ll}{2,}/u.test(text.replaceAll(/<[^>]*>?/g, ''));
}
