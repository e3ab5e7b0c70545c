import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import type { PageCode } from '../astro/page-code.ts';
import type { pagesToMake } from '../astro/page-maker.ts';
import { shortDigest } from '../digest.ts';
import { publishedSite } from '../doors/disk.ts';
import { type KeptFiles, openKeptFiles } from '../doors/kept-files.ts';
import { beginSite, type NewSite, type SiteFile } from '../doors/new-site.ts';
import { openPageCache, type PageCache, passingCache } from '../doors/page-cache.ts';
import { changedFile, type PartFolder } from '../doors/part-folder.ts';
import { hasOwnCode, type Project } from '../doors/project.ts';
import { systemFault } from '../doors/system-fault.ts';
import { exporters } from '../exporters/all.ts';
import { type Exporter, fileOf, filesOf } from '../exporters/exporter.ts';
import { contentDigest, type Library } from '../site/library.ts';
import { partPath, printPart } from '../site/part-file.ts';
import { filesOfProducts, type PartName } from '../site/products-of-part.ts';
import { headersFile } from '../site/security.ts';
import { topOf, wholeProducts } from '../site/whole-products.ts';
import { sumsPath, writeSums } from '../versions/sums.ts';
import { tellUnkept } from './command.ts';
import { refusal } from './options.ts';

/** Where a site is written. With `part`, it is the files of its products alone; with `parts`, theirs are taken from there. */
type Rendering = {
  next: string;
  /** The folder of an older build, of which the new one may be made. */
  older?: string | undefined;
  isForced: boolean;
  key: string;
  part?: PartName | undefined;
  parts?: readonly PartFolder[] | undefined;
  /** Where files of the parts are kept that were built here. */
  keptByParts?: readonly string[];
};

/** Writes the site of a library to `next`, with the digests of its files, and gives these. Pages made under `key` are kept. */
export async function renderSite(library: Library, rendering: Rendering): Promise<string> {
  mkdirSync(dirname(rendering.next), { recursive: true });
  asForReaders();
  const makers = hasOwnCode(library.project) ? undefined : await openMakers(library.project);
  if (makers) return writeSite(library, rendering, makers);
  if (rendering.part || rendering.parts)
    throw refusal(
      'Unexpected part of a site, expected the whole: this Astro makes all of its pages or none.',
    );
  return buildByAstro(library, rendering);
}

/** The code of our pages, and the way to make pages by it. */
type Makers = { code: PageCode; pagesToMake: typeof pagesToMake };

// How Astro runs code that it made is nothing it promises to keep as it is. Where it is not as we know it, Astro makes the site.
async function openMakers(project: Project): Promise<Makers | undefined> {
  try {
    const [{ openPageCode }, maker] = await Promise.all([
      import('../astro/page-code.ts'),
      import('../astro/page-maker.ts'),
    ]);
    return { ...maker, code: await openPageCode(project) };
  } catch (error) {
    if (systemFault(error) !== undefined || !(error instanceof Error)) throw error;
    const [why = ''] = error.message.split('\n', 1);
    process.stderr.write(`${why.replace(/\.?$/, '.')} So Astro makes the whole site, which takes longer.\n`);
    return undefined;
  }
}

/**
 * Whether processes of their own find the code of our pages, which is made where there is none yet. What keeps them from it
 * is told where the whole is rendered.
 */
export async function canMakePages(project: Project): Promise<boolean> {
  asForReaders();
  try {
    const { openPageCode } = await import('../astro/page-code.ts');
    const { fault, close } = await openPageCode(project);
    close();
    return fault === undefined;
  } catch {
    return false;
  }
}

// Either of them could say that the site is for developers: its pages would lack their content security policy. Astro
// reads both from the environment alone. A path of something else that is built here would be taken for the one below
// which this site lies.
function asForReaders(): void {
  process.env.NODE_ENV = 'production';
  delete process.env.DEV;
  delete process.env.BASE_URL;
}

// What is ours alone is made by the code that was kept, and written here.
async function writeSite(library: Library, rendering: Rendering, makers: Makers): Promise<string> {
  const { project, site } = library;
  const { next, isForced, key, keptByParts = [] } = rendering;
  const { code } = makers;
  const { giveLibrary } = await import('../astro/given-library.ts');
  try {
    tellUnkept(project, code.fault);
    const from = shortDigest([code.key, JSON.stringify(site)]);
    const kept = openKeptFiles(keptFolder(project, key), { from, isForced });
    const newSite = beginSite(next, kept);
    await putFiles(library, rendering, { makers, newSite, kept });
    for (const folder of keptByParts) kept.adopt(folder);
    const sums = newSite.close();
    kept.save();
    library.told.save(library.products.map(({ id }) => id));
    tellUnkept(project, kept.fault());
    return sums;
  } finally {
    giveLibrary(undefined);
    code.close();
  }
}

type Writing = { makers: Makers; newSite: NewSite; kept: KeptFiles };

async function putFiles(library: Library, rendering: Rendering, writing: Writing): Promise<void> {
  const { older, part, parts = [] } = rendering;
  const { makers, newSite, kept } = writing;
  const given = part ? [] : newSite.copyAll(library.project.public);
  if (older !== undefined) newSite.reuse(older);
  const keys = parts.length > 0 ? new Map<string, string>() : wholeProducts(library, given);
  const same = new Set([...keys].filter(([id, key]) => newSite.putWhole(id, key)).map(([id]) => id));
  const files = withoutGiven(await filesToMake(library, makers, { part, parts, same }), given);
  for (const file of byPolicy(files)) await newSite.put(file);
  keepWholes(kept, new Map([...keys].filter(([id]) => !same.has(id))), files);
  for (const own of parts) takePart(own, newSite, given);
}

// A file without a key is made each time.
function keepWholes(kept: KeptFiles, keys: ReadonlyMap<string, string>, files: readonly SiteFile[]): void {
  const known = files.filter(({ key }) => key !== undefined);
  const byProduct = Map.groupBy(known, ({ file }) => topOf(file));
  for (const [id, key] of keys)
    kept.keepWhole(id, { key, paths: (byProduct.get(id) ?? []).map(({ file }) => file) });
}

/** Where the files of a site are kept that was built under a key. */
export function keptFolder({ cache }: Project, key: string): string {
  return join(cache, 'astro', key);
}

/** Where the folder waits that a site took the place of. */
export function spareFolder(project: Project, key: string): string {
  return join(keptFolder(project, key), 'before');
}

// What was read and made for one file of a policy is at hand for the next.
function byPolicy(files: readonly SiteFile[]): SiteFile[] {
  return [...Map.groupBy(files, ({ file }) => file.split('/').slice(0, 2).join('/')).values()].flat();
}

async function filesToMake(
  library: Library,
  { code: { app }, pagesToMake }: Makers,
  { part, parts = [], same }: Pick<Rendering, 'part' | 'parts'> & { same: ReadonlySet<string> },
): Promise<SiteFile[]> {
  const { giveLibrary } = await import('../astro/given-library.ts');
  // Which pages products have nobody asks where they lie in parts, or in their place already.
  const changed = library.products.filter(({ id }) => !same.has(id));
  const asked = same.size > 0 ? { ...library, products: changed } : library;
  giveLibrary(parts.length > 0 ? { ...library, products: [] } : asked);
  const pages = await pagesToMake(library, app);
  giveLibrary(library);
  const files = [...pages, ...exportedFiles(library, parts.length > 0 ? undefined : asked)];
  if (!part) return files;
  const isOwn = filesOfProducts(library.products);
  const own = files.filter(({ file }) => isOwn(file));
  return [...own, { file: partPath, make: () => printPart(library, part) }];
}

// A file that the project has in its place has been copied.
function takePart({ folder, files }: PartFolder, site: NewSite, given: readonly string[]): void {
  const taken = new Set(given);
  for (const [path, sum] of files) {
    if (taken.has(path)) continue;
    if (!site.take(path, { path: join(folder, path), sum })) throw refusal(changedFile(folder, path));
  }
}

// Files of products are those of the products asked for, but for those that are made each time.
function exportedFiles(library: Library, asked: Library | undefined): SiteFile[] {
  const files = exporters.flatMap((exporter) => {
    if (!asked && exporter.scope !== 'site') return [];
    const of = asked && isKnownByKey(exporter) ? asked : library;
    return filesOf(exporter, of).map(({ params, key, write }) => ({
      file: fileOf(exporter, { params }),
      ...(key !== undefined && { key }),
      make: write,
    }));
  });
  return [...files, { file: '_headers', make: headersFile }];
}

function isKnownByKey({ scope, key }: Exporter): boolean {
  return scope !== 'site' && key !== undefined;
}

// A file of the project stands in place of one of ours, but for the headers that every page needs.
function withoutGiven(files: readonly SiteFile[], given: readonly string[]): SiteFile[] {
  const taken = new Set(given.filter((path) => path !== '_headers'));
  return files.filter(({ file }) => {
    if (taken.has(file))
      process.stderr.write(`public/${file} stands where a file is made: it is the one that is published.\n`);
    return !taken.has(file);
  });
}

// Code of the project can import anything, so Astro makes all of it anew each time, and keeps pages itself.
async function buildByAstro(library: Library, { next, isForced, key }: Rendering): Promise<string> {
  const project = { ...library.project, checked: contentDigest(library) };
  const cache = openPageCache(project, key);
  try {
    await renderPages(project, { next, isForced, cache });
  } catch (error) {
    const why = systemFault(error);
    if (why === undefined || !why.includes(cache.folder)) throw error;
    await renderPages(project, { next, isForced, cache: passingCache(cache.folder, why) });
  }
  const sums = writeSums(publishedSite(next));
  writeFileSync(join(next, sumsPath), sums);
  return sums;
}

// Astro would write types of content, of which there is none, into our package, which may be read-only.
const untyped = { devOutput: false, sync: false };

type Pages = { next: string; isForced: boolean; cache: PageCache };

async function renderPages(project: Project, { next, isForced, cache }: Pages): Promise<void> {
  tellUnkept(project, cache.fault);
  const [{ build: render }, { siteConfig }] = await Promise.all([
    import('astro'),
    import('../astro/site-config.ts'),
  ]);
  // Astro keeps the code of the pages in the working folder, unless the site goes below it. Whoever builds a site
  // elsewhere does not want an .astro/ where they stand.
  process.chdir(dirname(next));
  let isFinished = false;
  try {
    const config: AstroInlineConfig = {
      ...siteConfig(project, cache.folder),
      vite: { ...siteConfig(project, cache.folder).vite, logLevel: 'warn' },
      outDir: next,
      force: isForced || cache.isUnfinished,
      logLevel: 'warn',
    };
    await render(config, untyped);
    isFinished = true;
  } finally {
    process.chdir(project.here);
    cache.close(isFinished);
  }
}
