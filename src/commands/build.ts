import {
  existsSync,
  globSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { shortDigest } from '../digest.ts';
import { openBuiltSite } from '../doors/built-site.ts';
import { isMoved } from '../doors/disk.ts';
import type { Project } from '../doors/project.ts';
import { claimSite, nextOf, putInPlace, type SiteForm } from '../doors/site-folder.ts';
import { systemFault } from '../doors/system-fault.ts';
import { fromDisk } from '../site/from-disk.ts';
import { contentDigest, type Library } from '../site/library.ts';
import { manifestPath } from '../versions/manifest.ts';
import { sumsPath } from '../versions/sums.ts';
import { checkLibrary, folderOf, printChecked, projectFolder, projectOf } from './command.ts';
import { beStrict, declareCommand, inProject, onDay, refusal } from './options.ts';
import { renderSite } from './render-site.ts';

export const build = declareCommand({
  usage: 'build [folder]',
  about: ['Check, then write the site.'],
  options: {
    out: {
      value: '<folder>',
      help: 'where to, as a plain folder (dist, a link to the folder of this build)',
    },
    force: { help: 'render every page anew' },
    preview: { help: 'for those who open it from a disk: links lead to files, and it is no site to publish' },
    ...beStrict,
    ...inProject,
    ...onDay,
  },
  async run(operands, told) {
    const project = projectOf(folderOf(operands, told), told);
    const form = told.out === undefined ? 'link' : 'folder';
    const out = told.out ?? join(projectFolder(told), 'dist');
    refusePlace(out, project);
    try {
      const release = claimSite(resolve(out));
      if (!release) return fail(`Another build is writing ${out}. Wait until it has ended.`);
      try {
        return await buildSite(project, {
          out,
          form,
          isForced: told.force,
          isStrict: told.strict,
          isPreview: told.preview,
        });
      } finally {
        release();
      }
    } catch (error) {
      const fault = systemFault(error);
      if (fault === undefined) throw error;
      return fail(`No site was written to ${out}. ${fault}`);
    }
  },
});

// What stands where a site is wanted is deleted once the site is there. What lies in folders that a site is made from would
// be a part of the next one.
function refusePlace(out: string, project: Project): void {
  const { policies, site, public: copied, cache, root, tool, here } = project;
  const target = realPath(resolve(out));
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === false)
    throw refusal(`Unexpected --out ${out}, expected a folder: a file stands there.`);
  const isAbove = [policies, root, tool, here].some((path) => isWithin(realPath(path), target));
  const isInside = [policies, site, copied, cache].some((path) => isWithin(target, realPath(path)));
  if (isAbove || isInside || !isFree(target))
    throw refusal(
      `Unexpected --out ${out}, expected a folder of its own: the site would take the place of what is there.`,
    );
}

// A site that was built has one of the two, also one for those who open it from a disk.
function isFree(target: string): boolean {
  if (!existsSync(target) || readdirSync(target).length === 0) return true;
  return [sumsPath, manifestPath].some((path) => existsSync(join(target, path)));
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}

type Wanted = { out: string; form: SiteForm; isForced: boolean; isStrict: boolean; isPreview: boolean };

/** Writes the site beside the old one and puts it in its place when it is whole; a failure leaves the old one as it was. */
async function buildSite(
  project: Project,
  { out, form, isForced, isStrict, isPreview }: Wanted,
): Promise<number> {
  const target = resolve(out);
  const checked = checkPolicies(project, isStrict);
  if (checked === undefined) {
    process.stdout.write('No site was written.\n');
    return 1;
  }
  const next = nextOf(target);
  const key = shortDigest([project.policies, target]);
  const parts = [project.compiler, project.today, checked.digest, form, String(isPreview)];
  const built = openBuiltSite(project, { key, target, parts });
  const named = `${checked.policies} ${checked.policies === 1 ? 'policy' : 'policies'}`;
  if (!isForced && built.isThere()) {
    process.stdout.write(`Nothing has changed since ${named} went to ${out}/.\n`);
    return 0;
  }
  try {
    const sums = await renderSite(checked.library, { next, isForced, key });
    if (isPreview) openFromDisk(next, project.base);
    putInPlace(target, form, shortDigest([sums, ...(isPreview ? ['preview'] : [])]));
    built.keep();
  } catch (error) {
    if (!isChanged(error)) throw error;
    return fail('The policies changed while the site was being built. No site was written: build again.');
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  process.stdout.write(`Wrote ${named} to ${out}/.\nNext: ${wayToLook(out, isPreview)}\n`);
  return 0;
}

function wayToLook(out: string, isPreview: boolean): string {
  if (isPreview) return `open ${join(out, 'index.html')} in a browser.`;
  const named = out === 'dist' ? '' : ` ${out}`;
  return `policybook preview${named} serves it as a host will.`;
}

// Without its sums nothing takes it for a site that can be published.
function openFromDisk(site: string, base: string): void {
  for (const path of globSync('**/*.html', { cwd: site })) {
    const file = join(site, path);
    const html = fromDisk(readFileSync(file, 'utf8'), path.split(sep).join('/'), base);
    // The page may be the very file that is kept for the next build.
    rmSync(file);
    writeFileSync(file, html);
  }
  rmSync(join(site, sumsPath));
}

// Thrown where pages would be made of something else than what was checked.
function isChanged(error: unknown): boolean {
  return isMoved(error) || (error instanceof Error && 'code' in error && error.code === 'CHANGED');
}

function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

// What there is, how many policies and the digest of what they say, unless a problem stops the build.
function checkPolicies(
  project: Project,
  isStrict: boolean,
): { library: Library; policies: number; digest: string } | undefined {
  const { library, problems, isStopped } = checkLibrary(project, { isStrict });
  printChecked({ problems, isStopped });
  if (isStopped) return undefined;
  return {
    library,
    policies: library.products.flatMap((product) => product.policies).length,
    digest: contentDigest(library),
  };
}
