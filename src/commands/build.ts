import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { shortDigest } from '../digest.ts';
import { publishedSite } from '../doors/disk.ts';
import type { Project } from '../doors/project.ts';
import { claimSite, nextOf, putInPlace, type SiteForm } from '../doors/site-folder.ts';
import { contentDigest } from '../site/library.ts';
import { sumsPath, writeSums } from '../versions/sums.ts';
import { checkLibrary, folderOf, printProblems, projectFolder, projectOf } from './command.ts';
import { beStrict, declareCommand, inProject, onDay } from './options.ts';

export const build = declareCommand({
  usage: 'build [folder]',
  about: ['Check, then write the site.'],
  options: {
    out: {
      value: '<folder>',
      help: 'where to, as a plain folder (dist, a link to the folder of this build)',
    },
    force: { help: 'render every page anew' },
    ...beStrict,
    ...inProject,
    ...onDay,
  },
  run(operands, told) {
    const project = projectOf(folderOf(operands, told), told);
    const form = told.out === undefined ? 'link' : 'folder';
    const out = told.out ?? join(projectFolder(told), 'dist');
    const release = claimSite(resolve(out));
    if (!release) return fail(`Another build is writing ${out}. Wait until it has ended.`);
    return buildSite(project, { out, form, isForced: told.force, isStrict: told.strict }).finally(release);
  },
});

type Wanted = { out: string; form: SiteForm; isForced: boolean; isStrict: boolean };

/** Writes the site beside the old one and puts it in its place when it is whole; a failure leaves the old one as it was. */
async function buildSite(project: Project, { out, form, isForced, isStrict }: Wanted): Promise<number> {
  const target = resolve(out);
  const checked = checkPolicies(project, isStrict);
  if (checked === undefined) {
    process.stdout.write('No site was written.\n');
    return 1;
  }
  const next = nextOf(target);
  try {
    const key = shortDigest([project.policies, target]);
    const sums = await renderSite({ ...project, checked: checked.digest }, { next, isForced, key });
    putInPlace(target, form, shortDigest([sums]));
  } catch (error) {
    if (!isChanged(error)) throw error;
    return fail('The policies changed while the site was being built. No site was written: build again.');
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  const { policies } = checked;
  process.stdout.write(`Wrote ${policies} ${policies === 1 ? 'policy' : 'policies'} to ${out}/.\n`);
  return 0;
}

// Thrown where pages would be made of something else than what was checked.
function isChanged(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'CHANGED';
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

// How many policies there are and what they say, unless a problem stops the build. What was read of them is not kept while
// pages are made.
function checkPolicies(
  project: Project,
  isStrict: boolean,
): { policies: number; digest: string } | undefined {
  const { library, problems, isStopped } = checkLibrary(project, { isStrict });
  printProblems(problems);
  if (isStopped) return undefined;
  return {
    policies: library.products.flatMap((product) => product.policies).length,
    digest: contentDigest(library),
  };
}

type Rendering = { next: string; isForced: boolean; key: string };

/** Writes the site of a project to `next`, with the digests of its files, and gives these. Pages made under `key` are kept. */
export async function renderSite(project: Project, { next, isForced, key }: Rendering): Promise<string> {
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
  const sums = writeSums(publishedSite(next));
  writeFileSync(join(next, sumsPath), sums);
  return sums;
}
