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
  /** Whether a file elsewhere is the very one that is kept. */
  isKept(path: string, file: Stamped): boolean;
  /** Puts the file that is kept under this key in its place and gives its digest, or nothing where it is not kept. */
  restore(path: string, key: string, place: Place): string | undefined;
  /** Keeps a file that was written at `target`. */
  keep(path: string, file: { key: string; sum: string; target: string }): void;
  /** Puts every file in place that is kept of a whole under this key and gives their digests; nothing where one is missing. */
  restoreWhole(name: string, key: string, placeOf: (path: string) => Place): Map<string, string> | undefined;
  /** Remembers which files make a whole, unless one of them could not be kept. */
  keepWhole(name: string, whole: Whole): void;
  /** Takes over what a part of the site has kept in a folder of its own. */
  adopt(folder: string): void;
  /** Writes down what is kept, and deletes what no longer is. */
  save(): void;
  /** Says in a sentence why nothing is kept. */
  fault(): string | undefined;
};

/** Where a file goes, or that it is there, being the very one that is kept. */
type Place = { target: string } | 'there';

type Kept = { key: string; sum: string; stamp: string };

/** Files that are as they were as long as the key is the same, all of them. */
type Whole = { key: string; paths: readonly string[] };

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
  const wholes = new Map<string, Whole>();
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
  const find = (path: string, place: Place): Kept | undefined => {
    const known = before.get(path);
    if (!known || place === 'there') return known;
    const stamp = stampIfKept(fileOf(path), known);
    return stamp === undefined ? undefined : { ...known, stamp };
  };
  const put = (path: string, found: Kept, place: Place) => {
    if (place !== 'there') linkOrCopy(fileOf(path), place.target);
    now.set(path, found);
  };
  return {
    isKept: (path, file) => before.get(path)?.stamp === printStamp(file),
    restore(path, key, place) {
      const found = before.get(path)?.key === key ? find(path, place) : undefined;
      if (found) put(path, found, place);
      return found?.sum;
    },
    restoreWhole(name, key, placeOf) {
      const whole = last.wholes.get(name);
      if (whole?.key !== key) return undefined;
      const found = whole.paths.flatMap((path) => {
        const place = placeOf(path);
        const own = find(path, place);
        return own ? { path, place, own } : [];
      });
      if (found.length < whole.paths.length) return undefined;
      for (const { path, place, own } of found) put(path, own, place);
      wholes.set(name, whole);
      return new Map(found.map(({ path, own }) => [path, own.sum]));
    },
    keepWhole(name, whole) {
      if (whole.paths.every((path) => now.has(path))) wholes.set(name, whole);
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
        const list = readList(listIn(part));
        const isSame = list.from === from;
        for (const [path, own] of isSame ? list.files : []) {
          mkdirSync(dirname(fileOf(path)), { recursive: true });
          renameSync(join(part, 'dist', path), fileOf(path));
          now.set(path, own);
        }
        for (const [name, whole] of isSame ? list.wholes : []) wholes.set(name, whole);
        rmSync(part, { recursive: true, force: true });
      }),
    save: () =>
      attempt(() => {
        const kept = { from, files: Object.fromEntries(now), wholes: Object.fromEntries(wholes) };
        writeWhole(list, JSON.stringify(kept), { isLasting: false });
        for (const path of last.files.keys()) if (!now.has(path)) rmSync(fileOf(path), { force: true });
      }),
    fault: () => fault,
  };
}

// A file with the stamp it was kept with is the one that was kept; any other has to have its digest.
function stampIfKept(file: string, { sum, stamp }: Kept): string | undefined {
  try {
    const own = stampOf(file);
    return own === stamp || sha256(readFileSync(file)) === sum ? own : undefined;
  } catch (error) {
    if (lstatSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
    throw error;
  }
}

// Links that come and go change nothing of it.
function stampOf(file: string): string {
  return printStamp(lstatSync(file));
}

type Stamped = { mtimeMs: number; size: number; ino: number };

function printStamp({ mtimeMs, size, ino }: Stamped): string {
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

type List = { from?: string; files: Map<string, Kept>; wholes: Map<string, Whole> };

function readList(file: string): List {
  try {
    // Whoever replaced the list whole wrote one.
    const { from, files, wholes } = JSON.parse(readFileSync(file, 'utf8')) as {
      from: string;
      files: Record<string, Kept>;
      wholes: Record<string, Whole>;
    };
    return { from, files: new Map(Object.entries(files)), wholes: new Map(Object.entries(wholes)) };
  } catch {
    return { files: new Map(), wholes: new Map() };
  }
}
