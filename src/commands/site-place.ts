import { existsSync, readdirSync, realpathSync, statSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import type { Project } from '../doors/project.ts';
import { claimSite } from '../doors/site-folder.ts';
import { systemFault } from '../doors/system-fault.ts';
import { partPath } from '../site/part-file.ts';
import { manifestPath } from '../versions/manifest.ts';
import { sumsPath } from '../versions/sums.ts';
import { refusal } from './options.ts';

/** What is written to a place: the site of a project, or a part of it. */
type Writing = { project: Project; isPart: boolean };

/** Claims a place while a site is written there, and says what the system refused. Gives the exit code. */
export async function atPlace(out: string, writing: Writing, write: () => Promise<number>): Promise<number> {
  refusePlace(out, writing);
  try {
    const release = claimSite(resolve(out));
    if (!release) return fail(`Another build is writing ${out}. Wait until it has ended.`);
    try {
      return await write();
    } finally {
      release();
    }
  } catch (error) {
    const fault = systemFault(error);
    if (fault === undefined) throw error;
    return fail(`No site was written to ${out}. ${fault}`);
  }
}

/** Says why a command has failed; gives its exit code. */
export function fail(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

/** Where processes that build the parts of a site at once write them: a folder of ours, in which nothing else lies. */
export function placeOfParts({ cache }: Pick<Project, 'cache'>): string {
  return join(cache, 'parts');
}

// What stands where a site is wanted is deleted once the site is there. What lies in folders that a site is made from would
// be a part of the next one.
function refusePlace(out: string, { project, isPart }: Writing): void {
  const { policies, site, public: copied, cache, root, tool, here } = project;
  const target = realPath(resolve(out));
  if (statSync(target, { throwIfNoEntry: false })?.isDirectory() === false)
    throw refusal(`Unexpected --out ${out}, expected a folder: a file stands there.`);
  const isAbove = [policies, root, tool, here].some((path) => isWithin(realPath(path), target));
  const isInside = [policies, site, copied, cache].some((path) => isWithin(target, realPath(path)));
  const isAtOnce = isPart && isWithin(target, realPath(placeOfParts(project)));
  if (isAbove || (isInside && !isAtOnce) || !isFree(target, isPart))
    throw refusal(
      `Unexpected --out ${out}, expected a folder of its own: the site would take the place of what is there.`,
    );
}

// A site that was built has one of the two, also one for those who open it from a disk. A part takes the place of a part.
function isFree(target: string, isPart: boolean): boolean {
  if (!existsSync(target) || readdirSync(target).length === 0) return true;
  if (isPart) return existsSync(join(target, partPath));
  return [sumsPath, manifestPath].some((path) => existsSync(join(target, path)));
}

function realPath(path: string): string {
  return existsSync(path) ? realpathSync(path) : path;
}

function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : `${folder}${sep}`);
}
