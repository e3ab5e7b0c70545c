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
export type Place = { target: string } | 'there';

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
  const last = readList(listIn(folder));
  const before = last.from === from && !isForced ? last.files : new Map<string, Kept>();
  const open: OpenFolder = {
    folder,
    from,
    last,
    before,
    now: new Map(),
    wholes: new Map(),
    folders: new Set(),
  };
  const { attempt, fault } = tryUntilFault(folder);
  return {
    isKept: (path, file) => before.get(path)?.stamp === printStamp(file),
    restore: (path, key, place) => restoreFile(open, { path, key, place }),
    restoreWhole: (name, key, placeOf) => restoreWhole(open, { name, key, placeOf }),
    keepWhole(name, whole) {
      if (whole.paths.every((path) => open.now.has(path))) open.wholes.set(name, whole);
    },
    keep: (path, file) => attempt(() => keepFile(open, { path, ...file })),
    adopt: (part) => attempt(() => adoptPart(open, part)),
    save: () => attempt(() => saveList(open)),
    fault,
  };
}

/** What was kept by the build before, what of it can be believed, and what is kept by now. */
type OpenFolder = {
  folder: string;
  from: string;
  last: List;
  before: ReadonlyMap<string, Kept>;
  now: Map<string, Kept>;
  wholes: Map<string, Whole>;
  /** Folders that are known to be there. */
  folders: Set<string>;
};

/** Where a file of a site is kept: in few folders, since making one for each page costs as much as keeping what is in it. */
export function fileIn(folder: string, path: string): string {
  const name = sha256(path);
  return join(folder, 'dist', name.slice(0, 1), name.slice(1, 32));
}

// The first fault ends all keeping, and is told once.
function tryUntilFault(folder: string): { attempt(act: () => void): void; fault(): string | undefined } {
  let fault: string | undefined;
  return {
    attempt(act) {
      if (fault !== undefined) return;
      try {
        act();
      } catch (error) {
        const why = systemFault(error);
        if (why === undefined) throw error;
        fault = `The cache in ${folder} cannot be written: ${why} Nothing is kept for the next run.`;
      }
    },
    fault: () => fault,
  };
}

function find({ folder, before }: OpenFolder, path: string, place: Place): Kept | undefined {
  const known = before.get(path);
  if (!known || place === 'there') return known;
  const stamp = stampIfKept(fileIn(folder, path), known);
  return stamp === undefined ? undefined : { ...known, stamp };
}

function put(
  { folder, now }: OpenFolder,
  { path, own, place }: { path: string; own: Kept; place: Place },
): void {
  if (place !== 'there') linkOrCopy(fileIn(folder, path), place.target);
  now.set(path, own);
}

type Wanted = { path: string; key: string; place: Place };

function restoreFile(open: OpenFolder, { path, key, place }: Wanted): string | undefined {
  const own = open.before.get(path)?.key === key ? find(open, path, place) : undefined;
  if (own) put(open, { path, own, place });
  return own?.sum;
}

type WantedWhole = { name: string; key: string; placeOf(path: string): Place };

function restoreWhole(
  open: OpenFolder,
  { name, key, placeOf }: WantedWhole,
): Map<string, string> | undefined {
  const whole = open.last.wholes.get(name);
  if (whole?.key !== key) return undefined;
  const found = whole.paths.flatMap((path) => {
    const place = placeOf(path);
    const own = find(open, path, place);
    return own ? { path, place, own } : [];
  });
  if (found.length < whole.paths.length) return undefined;
  for (const one of found) put(open, one);
  open.wholes.set(name, whole);
  return new Map(found.map(({ path, own }) => [path, own.sum]));
}

type Written = { path: string; key: string; sum: string; target: string };

function keepFile(open: OpenFolder, { path, key, sum, target }: Written): void {
  const { folder, now } = open;
  const file = fileIn(folder, path);
  makeFolder(open, dirname(file));
  putAnew(target, file);
  now.set(path, { key, sum, stamp: stampOf(file) });
}

function adoptPart(open: OpenFolder, part: string): void {
  const { folder, from, now, wholes } = open;
  const list = readList(listIn(part));
  const isSame = list.from === from;
  for (const [path, own] of isSame ? list.files : []) {
    const file = fileIn(folder, path);
    makeFolder(open, dirname(file));
    renameSync(fileIn(part, path), file);
    now.set(path, own);
  }
  for (const [name, whole] of isSame ? list.wholes : []) wholes.set(name, whole);
  rmSync(part, { recursive: true, force: true });
}

function saveList({ folder, from, last, now, wholes }: OpenFolder): void {
  const kept = { from, files: Object.fromEntries(now), wholes: Object.fromEntries(wholes) };
  writeWhole(listIn(folder), JSON.stringify(kept), { isLasting: false });
  for (const path of last.files.keys()) if (!now.has(path)) rmSync(fileIn(folder, path), { force: true });
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

function makeFolder({ folders }: OpenFolder, folder: string): void {
  if (!folders.has(folder)) mkdirSync(folder, { recursive: true });
  folders.add(folder);
}

// What is there may also be a file of the site that readers see: it is never written to.
function putAnew(from: string, to: string): void {
  try {
    linkSync(from, to);
  } catch (error) {
    if (!(error instanceof Error) || !('syscall' in error)) throw error;
    rmSync(to, { force: true });
    linkOrCopy(from, to);
  }
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
