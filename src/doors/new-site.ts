import {
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmdirSync,
  rmSync,
  type Stats,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { sha256 } from '../digest.ts';
import { printSums, sumsPath } from '../versions/sums.ts';
import { findFiles } from './disk.ts';
import { type KeptFiles, linkOrCopy, type Place } from './kept-files.ts';
import { isAcrossDisks } from './site-folder.ts';

/** A file that goes to a site; `key` is what changes when its text does, where that is known. */
export type SiteFile = { file: string; key?: string; make(): Content | Promise<Content> };

type Content = string | Uint8Array;

/** A site that is being written to a folder. */
export type NewSite = {
  /** Copies the files of a folder as they are, and gives their paths. */
  copyAll(from: string): string[];
  /** Takes what is kept out of the folder of an older build, which nobody needs any more. */
  reuse(older: string): void;
  /** Writes a file, which is made unless it is kept. */
  put(file: SiteFile): Promise<void>;
  /** Puts all files in place that are kept of a whole; false where that is not kept under this key. */
  putWhole(name: string, key: string): boolean;
  /** Takes a file that lies elsewhere, unless it has another digest than is expected: then it gives false. */
  take(file: string, from: { path: string; sum: string }): boolean;
  /** Writes the digests of all files beside them, and gives these. */
  close(): string;
};

/** Begins a site in a folder that is not there yet. */
export function beginSite(folder: string, kept: KeptFiles): NewSite {
  mkdirSync(folder);
  const begun: Begun = { folder, kept, sums: new Map(), folders: new Set(), there: new Set() };
  return {
    copyAll: (from) => copyAll(begun, from),
    reuse: (older) => reuse(begun, older),
    put: (file) => putFile(begun, file),
    putWhole: (name, key) => putWhole(begun, name, key),
    take: (file, from) => takeFile(begun, file, from),
    close: () => closeSite(begun),
  };
}

type Begun = {
  folder: string;
  kept: KeptFiles;
  sums: Map<string, string>;
  /** Folders that are known to be there. */
  folders: Set<string>;
  /** What was taken from an older build: kept files alone, in folders that are as ours would be. */
  there: Set<string>;
};

function place({ folder, folders }: Begun, path: string): string {
  const target = join(folder, path);
  const around = dirname(target);
  if (!folders.has(around)) mkdirSync(around, { recursive: true });
  folders.add(around);
  return target;
}

function placeOfKept(begun: Begun, path: string): Place {
  return begun.there.has(path) ? 'there' : { target: place(begun, path) };
}

function clear({ folder, there }: Begun, path: string): void {
  if (there.delete(path)) unlinkSync(join(folder, path));
}

function copyAll({ folder, sums }: Begun, from: string): string[] {
  if (!existsSync(from)) return [];
  cpSync(realpathSync(from), folder, { recursive: true, dereference: true });
  const paths = findFiles(folder).flatMap(({ path, kind }) => (kind === 'file' ? [path] : []));
  for (const path of paths) sums.set(path, sha256(readFileSync(join(folder, path))));
  return paths;
}

function reuse({ folder, kept, there }: Begun, older: string): void {
  const ours = lstatSync(folder);
  for (const name of readdirSync(older)) {
    if (existsSync(join(folder, name)) || !isMovedHere(join(older, name), join(folder, name))) continue;
    for (const path of keptIn(name, { folder, kept, ours })) there.add(path);
  }
}

async function putFile(begun: Begun, { file, key, make }: SiteFile): Promise<void> {
  const { kept, sums } = begun;
  if (sums.has(file)) throw new Error(`Unexpected second file ${file}, expected an address of its own.`);
  const known = key === undefined ? undefined : kept.restore(file, key, placeOfKept(begun, file));
  if (known !== undefined) {
    sums.set(file, known);
    return;
  }
  const content = await make();
  const sum = sha256(content);
  const target = place(begun, file);
  clear(begun, file);
  writeFileSync(target, content);
  sums.set(file, sum);
  if (key !== undefined) kept.keep(file, { key, sum, target });
}

function putWhole(begun: Begun, name: string, key: string): boolean {
  const known = begun.kept.restoreWhole(name, key, (path) => placeOfKept(begun, path));
  for (const [file, sum] of known ?? []) begun.sums.set(file, sum);
  return known !== undefined;
}

function takeFile(begun: Begun, file: string, { path, sum }: { path: string; sum: string }): boolean {
  if (sha256(readFileSync(path)) !== sum) return false;
  clear(begun, file);
  linkOrCopy(path, place(begun, file));
  begun.sums.set(file, sum);
  return true;
}

function closeSite(begun: Begun): string {
  const { folder, sums, there } = begun;
  const unwanted = [...there].filter((path) => !sums.has(path));
  for (const path of unwanted) clear(begun, path);
  removeEmpty(folder, unwanted);
  const text = printSums(sums);
  writeFileSync(place(begun, sumsPath), text);
  return text;
}

// Where disks have been changed since, what was there is made anew.
function isMovedHere(from: string, to: string): boolean {
  try {
    renameSync(from, to);
    return true;
  } catch (error) {
    if (!isAcrossDisks(error)) throw error;
    return false;
  }
}

type Older = { folder: string; kept: KeptFiles; ours: Stats };

// All else at a path is deleted: whatever it has become, no build after it is made of it.
function keptIn(path: string, older: Older): string[] {
  const { folder, kept, ours } = older;
  const own = join(folder, path);
  const found = lstatSync(own);
  if (found.isFile() && kept.isKept(path, found)) return [path];
  const isLikeOurs = found.isDirectory() && sameRights.every((right) => found[right] === ours[right]);
  const names = isLikeOurs ? readdirSync(own) : [];
  const below = names.flatMap((name) => keptIn(`${path}/${name}`, older));
  if (below.length === 0) rmSync(own, { recursive: true, force: true });
  return below;
}

const sameRights = ['mode', 'uid', 'gid'] as const;

// Folders in which nothing is left once these files are gone.
function removeEmpty(folder: string, gone: readonly string[]): void {
  for (const path of gone)
    for (let around = dirname(path); around !== '.'; around = dirname(around)) {
      const own = join(folder, around);
      if (!existsSync(own)) continue;
      if (readdirSync(own).length > 0) break;
      rmdirSync(own);
    }
}
