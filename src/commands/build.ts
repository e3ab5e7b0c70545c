import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shortDigest } from '../digest.ts';
import { publishedSite } from '../doors/disk.ts';
import type { Project } from '../doors/project.ts';
import { sumsPath, writeSums } from '../versions/sums.ts';
import { checkLibrary, folderOf, printProblems, projectFolder, projectOf } from './command.ts';
import { declareCommand, inProject, onDay } from './options.ts';

export const build = declareCommand({
  usage: 'build [folder]',
  about: ['Check, then write the site.'],
  options: {
    out: { value: '<folder>', help: 'where to (dist)' },
    force: { help: 'render every page anew' },
    ...inProject,
    ...onDay,
  },
  run(operands, told) {
    const project = projectOf(folderOf(operands, told), told);
    return buildSite(project, told.out ?? join(projectFolder(told), 'dist'), told.force);
  },
});

/** Writes the site beside the old one and puts it in its place when it is whole; a failure leaves the old one as it was. */
async function buildSite(project: Project, out: string, isForced: boolean): Promise<number> {
  const target = resolve(out);
  putBack(target);
  const policies = checkPolicies(project);
  if (policies === undefined) {
    process.stdout.write('No site was written.\n');
    return 1;
  }
  const next = `${target}.next`;
  try {
    await renderSite(project, { next, isForced, key: shortDigest([project.policies, target]) });
    writeFileSync(join(next, sumsPath), writeSums(publishedSite(next)));
    swap(next, target);
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  process.stdout.write(`Wrote ${policies} ${policies === 1 ? 'policy' : 'policies'} to ${out}/.\n`);
  return 0;
}

// How many policies there are, unless a problem stops the build. What was read of them is not kept while pages are made.
function checkPolicies(project: Project): number | undefined {
  const { library, problems, isStopped } = checkLibrary(project);
  printProblems(problems);
  return isStopped ? undefined : library.products.flatMap((product) => product.policies).length;
}

type Rendering = { next: string; isForced: boolean; key: string };

async function renderSite(project: Project, { next, isForced, key }: Rendering): Promise<void> {
  // Either of them could say that the site is for developers: its pages would lack their content security policy. Astro
  // reads both from the environment alone.
  process.env.NODE_ENV = 'production';
  delete process.env.DEV;
  // Pages of another folder, or of a build that runs at the same time, must not be taken for ours.
  const cacheDir = join(project.cache, 'astro', key);
  const unfinished = join(cacheDir, 'unfinished');
  // Astro lists the pages it keeps last of all: after a build that was cut short, its list is of older pages.
  const force = isForced || existsSync(unfinished);
  mkdirSync(cacheDir, { recursive: true });
  mkdirSync(dirname(next), { recursive: true });
  writeFileSync(unfinished, '');
  const [{ build: render }, { siteConfig }] = await Promise.all([
    import('astro'),
    import('../astro/site-config.ts'),
  ]);
  // Astro keeps the code of the pages in the working folder, unless the site goes below it. Whoever builds a site
  // elsewhere does not want an .astro/ where they stand.
  process.chdir(dirname(next));
  try {
    await render({
      ...siteConfig(project, cacheDir),
      vite: { ...siteConfig(project, cacheDir).vite, logLevel: 'warn' },
      outDir: next,
      force,
      logLevel: 'warn',
    });
  } finally {
    process.chdir(project.here);
  }
  rmSync(unfinished, { force: true });
}

// A build that was killed between the two renames of `swap` has left the old site beside its place.
function putBack(target: string): void {
  if (!existsSync(target) && existsSync(besideOf(target))) renameSync(besideOf(target), target);
}

// A folder that is not empty cannot be renamed over, so the old site steps aside first.
function swap(next: string, target: string): void {
  const old = besideOf(target);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(next, target);
  rmSync(old, { recursive: true, force: true });
}

function besideOf(target: string): string {
  return `${target}.before-policybook`;
}
