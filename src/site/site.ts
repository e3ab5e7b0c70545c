import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { styleText } from 'node:util';
import {
  type Compilation,
  type CompiledPolicy,
  compile,
  type PolicyEntry,
  type ProductEntry,
  type Sources,
} from '../compile/compile.ts';
import { digest, shortDigest } from '../digest.ts';
import { type Compiled, type FindingCache, memoryCache, openCache, openFindings } from '../doors/cache.ts';
import { makeMemory } from '../memory.ts';
import type { Render } from '../page/page.ts';
import { compareText, type Problem, rules, sortProblems } from '../problem.ts';
import { type FoundFile, locateRecords } from '../read/location.ts';
import { codeFrame, type Paint, type ReportFormat, report } from '../reports/report.ts';
import { type RuleTexts, sarif } from '../reports/sarif.ts';
import { absoluteAddress, basePath, policyPath } from '../resolve/address.ts';
import { knownCookieHint } from '../rules/hints.ts';
import { inspectProduct, joinShared } from '../rules/inspect.ts';
import { allRules } from '../rules/packs.ts';
import { readProduct } from '../rules/read-product.ts';
import { proseText, renderProse } from '../text/prose.ts';
import { showDate } from '../text/show.ts';
import { currentVersion, placeVersions } from '../versions/history.ts';
import { recordProblems, recordState } from '../versions/published.ts';
import type { PublishedSite } from '../versions/verify.ts';
import { wordsFor } from '../words/words.ts';

// One of the doors to the outside: it reads the folder of policies and keeps the cache. Astro's pages and the
// command line both come through here, so that they cannot disagree.

/** Where the policies lie, as the environment says it, so that a build in this process reads what was checked. */
export function policiesFolder(): string {
  return process.env.POLICYBOOK_FOLDER ?? 'policies';
}

/** A compiled folder of policies, and the way to the compiled policies themselves. */
export type Library = Compilation & {
  sources: Sources;
  readCompiled(entry: { key: string }): CompiledPolicy;
  /** The day the site is made for, which decides what is in force; `YYYY-MM-DD`. */
  today: string;
  /** What was compiled, and by which compiler. */
  cache: Compiled;
  version: string;
  /** The findings of a product, by the digest of everything they were made from. */
  findings: FindingCache;
};

/**
 * Reads and compiles a folder of policies. Compiled policies are kept under `.cache/policybook`, by the digest of
 * everything they were made from.
 */
export function openLibrary(folder: string): Library {
  const sources = readSources(folder);
  const own = resolve('.cache/policybook', shortDigest([resolve(folder)]));
  const cache = openCache(own);
  const version = compilerVersion();
  const compilation = compile(sources, { cache, version, render: rememberingRender() });
  cache.save(compilation.products.flatMap(({ policies }) => policies));
  const findings = openFindings(own);
  return { ...compilation, sources, readCompiled: cache.read, today: today(), cache, version, findings };
}

/**
 * Compiles files that lie in no folder, such as those of another commit. What they have in common with a library is
 * not done again; nothing is kept.
 */
export function openSources(sources: Sources, known?: Library): Library {
  const cache = memoryCache(known?.cache);
  const version = known?.version ?? '';
  const compilation = compile(sources, { cache, version, render: rememberingRender() });
  return {
    ...compilation,
    sources,
    readCompiled: cache.read,
    today: today(),
    cache,
    version,
    findings: {
      get: (product, key) => known?.findings.get(product, key),
      set: () => undefined,
      save: () => undefined,
    },
  };
}

/**
 * What the rules find in a library: findings and hints of every product, sorted. A policy with a fault is not looked
 * at, since what it says is not certain.
 */
function findingsOf(library: Library): Problem[] {
  const { sources, readCompiled, findings, version, today: asOf } = library;
  const paths = new Set(sources.found.map(({ path }) => path));
  const found = library.products
    .filter(({ policies }) => policies.length > 0)
    .flatMap((product) => {
      const key = digest([version, asOf, ...product.unread, ...product.policies.map((policy) => policy.key)]);
      const known = findings.get(product.id, key);
      if (known) return known;
      const inspected = readProduct(product, library, { sources, paths, readCompiled, asOf });
      const problems = inspected ? inspectProduct(inspected) : [];
      findings.set(product.id, key, problems);
      return problems;
    });
  findings.save(library.products.map(({ id }) => id));
  return sortProblems(joinShared(found));
}

/** Every problem of a library: the faults of its files, and what the rules find. */
export function problemsOf(library: Library): Problem[] {
  return sortProblems([...library.problems, ...findingsOf(library)]);
}

/** Prints problems, with the lines they stand in. */
export function reportOf(
  { problems }: Pick<Library, 'problems'>,
  format: ReportFormat,
  { notice = false } = {},
): string {
  const sourceOf = (file: string) =>
    existsSync(file) && statSync(file).isFile()
      ? readFileSync(file, 'utf8').replaceAll(/^\uFEFF|\r(?=\n)/g, '')
      : undefined;
  const paint: Paint = (style, text) => styleText(style, text, { stream: process.stdout });
  if (format === 'sarif') return sarif(problems, ruleTexts());
  return report(problems, format, { sourceOf, paint, notice });
}

/** What every rule and check looks for, by id: what a report may say of them. */
function ruleTexts(): RuleTexts {
  const ofRules = allRules.map(({ id, summary, why }) => [id, { summary, why }] as const);
  const ofFaults = Object.entries(rules).map(([id, summary]) => [id, { summary }] as const);
  const ofHints = [[knownCookieHint.id, knownCookieHint]] as const;
  return new Map<string, { summary: string; why?: string }>([...ofFaults, ...ofRules, ...ofHints]);
}

/** The day that counts as today: in UTC, unless the environment names one, so that a build can be made again later. */
export function today(): string {
  return process.env.POLICYBOOK_TODAY ?? new Date(Date.now()).toISOString().slice(0, 10);
}

/** A built site in a folder. */
export function publishedSite(folder: string): PublishedSite {
  const { root, found, read } = readSources(folder);
  return { root, paths: found.filter(({ kind }) => kind === 'file').map(({ path }) => path), read };
}

/** Checks the records of a folder of policies, whatever state the texts beside them are in. */
export function verifyRecords(folder: string): { versions: number; problems: Problem[] } {
  const sources = readSources(folder);
  const records = Map.groupBy(locateRecords(sources.found), ({ product, slug }) => `${product}/${slug}`);
  const problems = [...records].flatMap(([policy, own]) =>
    recordProblems(
      policy,
      own.map(({ path, date }) => recordState(`${sources.root}/${path}`, date, sources.read(path))),
    ),
  );
  return { versions: [...records.values()].flat().length, problems: sortProblems(problems) };
}

function readSources(folder: string): Sources {
  return {
    root: relative(process.cwd(), resolve(folder)).split(sep).join('/') || '.',
    found: existsSync(folder) ? findFiles(folder) : [],
    read: (path) => readFileSync(join(folder, path)),
  };
}

function findFiles(folder: string): FoundFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((item): FoundFile => {
      const path = relative(folder, join(item.parentPath, item.name)).split(sep).join('/');
      return { path, kind: item.isSymbolicLink() ? 'symlink' : item.isDirectory() ? 'folder' : 'file' };
    })
    .sort((a, b) => compareText(a.path, b.path));
}

/** Renders each text once: versions and policies share most of theirs. */
function rememberingRender(): Render {
  const remember = makeMemory<string>(5_000);
  return (markdown, options) => {
    // Texts with links depend on the policy they stand in; the others are the same everywhere.
    if (markdown.includes('](') || markdown.includes(']:')) return renderProse(markdown, options);
    return remember(`${options.wrap}:${markdown}`, () => renderProse(markdown, options));
  };
}

// The digest of the compiler's own code: what another version of it compiled is not believed.
function compilerVersion(): string {
  const folders = ['src', 'schemas'].filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const code = [
    ...files.filter((file) => file.endsWith('.ts')),

    'package-lock.json',
  ].filter(existsSync);
  // Dates and periods are in the words of ICU.
  return digest([process.versions.icu ?? '', ...code.sort(compareText).map((file) => readFileSync(file))]);
}

/** The record of a published version, byte for byte as it was sealed. */
export function readRecordText(product: string, slug: string, date: string): string {
  return readFileSync(join(policiesFolder(), product, 'history', slug, `${date}.json`), 'utf8');
}

/** A policy in a list of links. */
export type PolicyCard = {
  path: string;
  title: string;
  kicker?: string;
  description: string;
  updated?: string;
};

/** The frame around every page: the site's name, its addresses, its stylesheet. */
export type Frame = {
  siteName: string;
  language: string;
  home: string;
  stylesheet: string;
  about: string;
  handbook: string;
};

/** What a page of cards needs beside them: its address, its description in plain text, each date in full. */
type ListPage = { frame: Frame; canonical: string; descriptionText?: string; dates: Record<string, string> };

type ProductCard = { id: string; name: string; path: string; description?: string; policies: PolicyCard[] };

export type HomePage = ListPage & { title: string; description?: string; products: ProductCard[] };

export type ProductPage = ListPage & { product: ProductCard; url?: string };

let opened: { signature: string; library: Library; fault: Problem | undefined } | undefined;

/**
 * The library the pages of a site are made from. A build reads it once; while editing it is read again whenever a
 * file has changed. A fault is thrown here, as Astro's overlay shows it; findings do not keep a page from being read.
 */
export function siteLibrary(): Library {
  const signature = isDevelopment() ? folderSignature(policiesFolder()) : 'build';
  if (opened?.signature !== signature) {
    const library = openLibrary(policiesFolder());
    // What the first reading found was printed by `start`.
    const isReopened = opened !== undefined;
    opened = {
      signature,
      library,
      fault: library.problems.find((problem) => stopsBuild(problem, library.site)),
    };
    if (isReopened && isDevelopment())
      process.stdout.write(`\n${reportOf({ problems: problemsOf(library) }, 'compact', { notice: true })}\n`);
  }
  if (opened.fault) throw toAstroError(opened.fault);
  return opened.library;
}

// Outside of Astro there is no `import.meta.env`.
function isDevelopment(): boolean {
  const environment: ImportMetaEnv | undefined = import.meta.env;
  return environment?.DEV ?? false;
}

function folderSignature(folder: string): string {
  const stamps = findFiles(folder).map(({ path }) => {
    const { mtimeMs, size } = statSync(join(folder, path));
    return `${path} ${mtimeMs} ${size}`;
  });
  return digest(stamps);
}

/** Whether a problem stops a build of this site. A fault of a file or version always does; findings as the site says. */
export function stopsBuild({ severity, finding }: Problem, { stop = 'error' }: Compilation['site']): boolean {
  if (severity === 'error') return !finding || stop !== 'none';
  return stop === 'warning' && severity === 'warning';
}

// The properties Astro's overlay reads.
function toAstroError({ message, rule, place, help }: Problem): Error {
  const source = existsSync(place.file) ? readFileSync(place.file, 'utf8') : undefined;
  const file = resolve(place.file);
  return Object.assign(new Error(`${message} (${rule})`), {
    // Where our code stood is of no use to the person who edits the policy.
    stack: `${message}\n    at ${file}:${place.line}:${place.column}`,
    type: 'AstroError',
    name: 'Policy problem',
    title: 'A policy has a problem',
    hint: help,
    loc: { file, line: place.line, column: place.column },
    frame: codeFrame(source, place),
  });
}

const frames = new WeakMap<Library, Frame>();

/** The addresses and names every page carries. */
export function frameOf(library: Library): Frame {
  // While editing, the stylesheet changes without the library.
  const frame = (!isDevelopment() && frames.get(library)) || makeFrame(library);
  frames.set(library, frame);
  return frame;
}

function makeFrame({ site }: Library): Frame {
  const base = basePath(site.url);
  return {
    siteName: site.name,
    language: site.languages[0] ?? 'en',
    home: `${base}/`,
    about: `${base}/about/`,
    handbook: `${base}/handbook/`,
    stylesheet: `${base}/style.css?v=${digest([stylesheet(site)]).slice(0, 12)}`,
  };
}

/** The one stylesheet: ours, then the colours of site.yaml, then `public/theme.css`. */
export function stylesheet({ theme }: Compilation['site']): string {
  const own = readFileSync('src/astro/styles/site.css', 'utf8');
  const colours = [
    theme?.accent && `:root { --accent: ${theme.accent}; }`,
    theme?.accentDark && `@media (prefers-color-scheme: dark) { :root { --accent: ${theme.accentDark}; } }`,
  ].filter(Boolean);
  const custom = existsSync('public/theme.css') ? readFileSync('public/theme.css', 'utf8') : '';
  return [own, ...colours, custom].join('\n');
}

/** The list of products and their policies. */
export function homePage(library: Library): HomePage {
  const { site, products } = library;
  return {
    ...listPage(library, '/', { description: site.description, products }),
    title: site.name,
    ...(site.description && { description: renderProse(site.description, { wrap: 'block' }) }),
    products: products
      .filter(({ policies }) => policies.length > 0)
      .map((product) => productCard(library, product)),
  };
}

/** One product and its policies. */
export function productPage(library: Library, id: string): ProductPage {
  const product = library.products.find((candidate) => candidate.id === id);
  if (!product) throw new Error(`No product ${id}: the list of pages and the library disagree.`);
  return {
    ...listPage(library, `/${id}/`, { description: product.description, products: [product] }),
    product: productCard(library, product),
    ...(product.url && { url: product.url }),
  };
}

function listPage(
  library: Library,
  path: string,
  { description, products }: { description: string | undefined; products: readonly ProductEntry[] },
): ListPage {
  const language = library.site.languages[0] ?? 'en';
  const reader = { language, words: wordsFor(language) };
  const updates = products.flatMap(({ policies }) =>
    policies.flatMap((entry) => policyCard(library, entry).updated ?? []),
  );
  return {
    frame: frameOf(library),
    canonical: absoluteAddress(library.site.url, path),
    ...(description && { descriptionText: proseText(description) }),
    dates: Object.fromEntries(updates.map((date) => [date, showDate(date, reader)])),
  };
}

function productCard(library: Library, { id, name, description, policies }: ProductEntry): ProductCard {
  return {
    id,
    name,
    path: `${basePath(library.site.url)}/${id}/`,
    ...(description && { description: renderProse(description, { wrap: 'block' }) }),
    policies: policies.map((entry) => policyCard(library, entry)),
  };
}

/** The entry of a policy the list of pages has named. */
export function findEntry(library: Library, product: string, slug: string): PolicyEntry {
  const own = library.products.find(({ id }) => id === product);
  const entry = own?.policies.find((candidate) => candidate.slug === slug);
  if (!entry) throw new Error(`No policy ${product}/${slug}: the list of pages and the library disagree.`);
  return entry;
}

/** A policy as lists show it: the version in force, and when that was written. */
export function policyCard({ site, today: day }: Library, entry: PolicyEntry): PolicyCard {
  const current = currentVersion(placeVersions(entry.versions, day)) ?? entry;
  const updated = 'date' in current ? current.date : undefined;
  return {
    path: `${basePath(site.url)}${policyPath(entry.product, entry.slug)}`,
    title: current.title,
    ...(entry.kicker && { kicker: entry.kicker }),
    description: current.description,
    ...(updated && { updated }),
  };
}
