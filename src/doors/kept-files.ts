import {
  constants,
  copyFileSync,
  existsSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../digest.ts';
import { systemFault } from './system-fault.ts';
import { writeWhole } from './write.ts';

/** Files of a site that are kept for the next build, each by what changes when it does. */
export type KeptFiles = {
  /** Puts the file that is kept under this key at `target` and gives its digest, or nothing where it is not kept. */
  restore(path: string, key: string, target: string): string | undefined;
  /** Keeps a file that was written at `target`. */
  keep(path: string, file: { key: string; sum: string; target: string }): void;
  /** Takes over what a part of the site has kept in a folder of its own. */
  adopt(folder: string): void;
  /** Writes down what is kept, and deletes what no longer is. */
  save(): void;
  /** Says in a sentence why nothing is kept. */
  fault(): string | undefined;
};

type Kept = { key: string; sum: string; stamp: string };

/** Whether a build has ever kept files in a folder. */
export function hasKeptFiles(folder: string): boolean {
  return existsSync(listIn(folder));
}

function listIn(folder: string): string {
  return join(folder, 'files.json');
}

/** Opens the files kept in a folder; those that were made from something else than `from` are as good as none, or all where nothing is to be believed. */
export function openKeptFiles(
  folder: string,
  { from, isForced }: { from: string; isForced: boolean },
): KeptFiles {
  const list = listIn(folder);
  const last = readList(list);
  const before = last.from === from && !isForced ? last.files : new Map<string, Kept>();
  const now = new Map<string, Kept>();
  let fault: string | undefined;
  const fileOf = (path: string) => join(folder, 'dist', path);
  const attempt = (act: () => void) => {
    if (fault !== undefined) return;
    try {
      act();
    } catch (error) {
      const why = systemFault(error);
      if (why === undefined) throw error;
      fault = `The cache in ${folder} cannot be written: ${why} Nothing is kept for the next run.`;
    }
  };
  return {
    restore(path, key, target) {
      const known = before.get(path);
      if (known?.key !== key) return undefined;
      const stamp = copyKept(fileOf(path), known, target);
      if (stamp === undefined) return undefined;
      now.set(path, { ...known, stamp });
      return known.sum;
    },
    keep: (path, { key, sum, target }) =>
      attempt(() => {
        mkdirSync(dirname(fileOf(path)), { recursive: true });
        // What is there may also be a file of the site that readers see: it is never written to.
        rmSync(fileOf(path), { force: true });
        linkOrCopy(target, fileOf(path));
        now.set(path, { key, sum, stamp: stampOf(fileOf(path)) });
      }),
    adopt: (part) =>
      attempt(() => {
        const { from: of, files } = readList(listIn(part));
        for (const [path, own] of of === from ? files : []) {
          mkdirSync(dirname(fileOf(path)), { recursive: true });
          renameSync(join(part, 'dist', path), fileOf(path));
          now.set(path, own);
        }
        rmSync(part, { recursive: true, force: true });
      }),
    save: () =>
      attempt(() => {
        writeWhole(list, JSON.stringify({ from, files: Object.fromEntries(now) }), { isLasting: false });
        for (const path of last.files.keys()) if (!now.has(path)) rmSync(fileOf(path), { force: true });
      }),
    fault: () => fault,
  };
}

// A file with the stamp it was kept with is the one that was kept; any other has to have its digest.
function copyKept(file: string, { sum, stamp }: Kept, target: string): string | undefined {
  try {
    const own = stampOf(file);
    if (own !== stamp && sha256(readFileSync(file)) !== sum) return undefined;
    linkOrCopy(file, target);
    return own;
  } catch (error) {
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
    throw error;
  }
}

// Links that come and go change nothing of it.
function stampOf(file: string): string {
  const { mtimeMs, size, ino } = lstatSync(file);
  return `${mtimeMs} ${size} ${ino}`;
}

/** Puts a file in a second place: one file takes no time to write, but not every system can have that, and none across disks. */
export function linkOrCopy(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    copyFileSync(from, to, constants.COPYFILE_FICLONE);
  }
}

function readList(file: string): { from?: string; files: Map<string, Kept> } {
  try {
    // Whoever replaced the list whole wrote one.
    const { from, files } = JSON.parse(readFileSync(file, 'utf8')) as {
      from: string;
      files: Record<string, Kept>;
    };
    return { from, files: new Map(Object.entries(files)) };
  } catch {
    return { files: new Map() };
  }
}
