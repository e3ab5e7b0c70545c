import { existsSync, lstatSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../digest.ts';
import { compareText } from '../problem.ts';
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
  /** Remembers that the site with these files was put in its place. */
  keep(paths: readonly string[]): void;
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
    keep(paths) {
      try {
        const files = stampsOf(realpathSync(target), paths);
        writeWhole(file, JSON.stringify({ from, files } satisfies Built));
      } catch (error) {
        // What cannot be kept is made again.
        if (systemFault(error) === undefined) throw error;
      }
    },
  };
}

function stampsIn(folder: string): string {
  const found = findFiles(folder, { isRead: false });
  return stampsOf(
    folder,
    found.flatMap(({ path, kind }) => (kind === 'folder' ? [] : [path])),
  );
}

// Nobody sets the time at which a file was last changed in any way; another file in its place has another number.
function stampsOf(folder: string, paths: readonly string[]): string {
  const stamps = paths.toSorted(compareText).flatMap((path) => {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    return found ? [`${path} ${found.ctimeMs} ${found.size} ${found.ino}`] : [];
  });
  return digest([folder, stamps.join('\n')]);
}

function readBuilt(file: string): Built | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Built;
  } catch {
    return undefined;
  }
}
