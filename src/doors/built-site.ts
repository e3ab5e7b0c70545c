import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../digest.ts';
import { findFiles } from './disk.ts';
import { hasOwnCode, type Project } from './project.ts';
import { systemFault } from './system-fault.ts';
import { writeWhole } from './write.ts';

/** What a site was made from, and the files it was left with: digests of each. */
type Built = { from: string; files: string };

/** What a build remembers of the site it wrote, so that the next can tell whether there is anything to do. */
type BuiltSite = {
  /** Whether a site made from the same stands in its place, and nobody has touched a file of it since. */
  isThere(): boolean;
  /** Remembers that the site was put in its place. */
  keep(): void;
};

/**
 * Remembers the site at `target` in a file of the cache. `parts` are the digests of what it is made from; what the project
 * adds by files of its own is looked at here.
 */
export function openBuiltSite(
  project: Project,
  { key, target, parts }: { key: string; target: string; parts: readonly string[] },
): BuiltSite {
  const file = join(project.cache, 'astro', key, 'built.json');
  const folders = [project.public, project.site];
  // A site that goes where such a folder is wanted is not made from itself.
  const own = folders.filter((path) => path !== target && existsSync(path));
  const from = digest([...parts, ...own.map(stampsIn)]);
  const hasCode = hasOwnCode(project);
  return {
    isThere() {
      const known = readBuilt(file);
      return (
        !hasCode &&
        known?.from === from &&
        existsSync(target) &&
        known.files === stampsIn(realpathSync(target))
      );
    },
    keep() {
      try {
        writeWhole(file, JSON.stringify({ from, files: stampsIn(realpathSync(target)) } satisfies Built));
      } catch (error) {
        // What cannot be kept is made again.
        if (systemFault(error) === undefined) throw error;
      }
    },
  };
}

// Nobody sets the time at which a file was last changed in any way; another file in its place has another number.
function stampsIn(folder: string): string {
  const stamps = findFiles(folder, { isRead: false }).map(({ path, kind }) => {
    const { ctimeMs, size, ino } = lstatSync(join(folder, path), { throwIfNoEntry: false }) ?? {};
    return kind === 'folder' ? `${path} folder` : `${path} ${kind} ${ctimeMs} ${size} ${ino}`;
  });
  return digest([folder, ...stamps]);
}

function readBuilt(file: string): Built | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Built;
  } catch {
    return undefined;
  }
}
