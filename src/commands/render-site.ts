import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { AstroInlineConfig } from 'astro';
import { shortDigest } from '../digest.ts';
import { publishedSite } from '../doors/disk.ts';
import { openKeptFiles } from '../doors/kept-files.ts';
import { beginSite, type SiteFile } from '../doors/new-site.ts';
import { openPageCache, type PageCache, passingCache } from '../doors/page-cache.ts';
import { hasOwnCode, type Project } from '../doors/project.ts';
import { systemFault } from '../doors/system-fault.ts';
import { exporters } from '../exporters/all.ts';
import { fileOf, filesOf } from '../exporters/exporter.ts';
import { contentDigest, type Library } from '../site/library.ts';
import { headersFile } from '../site/security.ts';
import { sumsPath, writeSums } from '../versions/sums.ts';
import { tellUnkept } from './command.ts';

type Rendering = { next: string; isForced: boolean; key: string };

/** Writes the site of a library to `next`, with the digests of its files, and gives these. Pages made under `key` are kept. */
export async function renderSite(library: Library, rendering: Rendering): Promise<string> {
  mkdirSync(dirname(rendering.next), { recursive: true });
  asForReaders();
  return hasOwnCode(library.project) ? buildByAstro(library, rendering) : writeSite(library, rendering);
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
async function writeSite(library: Library, { next, isForced, key }: Rendering): Promise<string> {
  const { project, site } = library;
  const [{ openPageCode }, { pagesToMake }, { giveLibrary }] = await Promise.all([
    import('../astro/page-code.ts'),
    import('../astro/page-maker.ts'),
    import('../astro/given-library.ts'),
  ]);
  const code = await openPageCode(project);
  giveLibrary(library);
  try {
    tellUnkept(code.fault);
    const from = shortDigest([code.key, JSON.stringify(site)]);
    const kept = openKeptFiles(join(project.cache, 'astro', key), { from, isForced });
    const newSite = beginSite(next, kept);
    const given = newSite.copyAll(project.public);
    const files = [...(await pagesToMake(library, code.app)), ...exportedFiles(library)];
    for (const file of withoutGiven(files, given)) await newSite.put(file);
    const sums = newSite.close();
    kept.save();
    tellUnkept(kept.fault());
    return sums;
  } finally {
    giveLibrary(undefined);
    code.close();
  }
}

function exportedFiles(library: Library): SiteFile[] {
  const files = exporters.flatMap((exporter) =>
    filesOf(exporter, library).map(({ params, key, write }) => ({
      file: fileOf(exporter, { params }),
      ...(key !== undefined && { key }),
      make: write,
    })),
  );
  return [...files, { file: '_headers', make: headersFile }];
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
  tellUnkept(cache.fault);
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
