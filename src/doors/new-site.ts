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
import { type KeptFiles, linkOrCopy } from './kept-files.ts';

/** A file that goes to a site; `key` is what changes when its text does, where that is known. */
export type SiteFile = { file: string; key?: string; make(): string | Promise<string> };

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
  const sums = new Map<string, string>();
  const folders = new Set<string>();
  // What was taken from an older build: kept files alone, in folders that are as ours would be.
  const there = new Set<string>();
  mkdirSync(folder);
  const place = (path: string) => {
    const target = join(folder, path);
    const around = dirname(target);
    if (!folders.has(around)) mkdirSync(around, { recursive: true });
    folders.add(around);
    return target;
  };
  const placeOfKept = (path: string) => (there.has(path) ? 'there' : { target: place(path) });
  const clear = (path: string) => {
    if (there.delete(path)) unlinkSync(join(folder, path));
  };
  return {
    copyAll(from) {
      if (!existsSync(from)) return [];
      cpSync(realpathSync(from), folder, { recursive: true, dereference: true });
      const paths = findFiles(folder).flatMap(({ path, kind }) => (kind === 'file' ? [path] : []));
      for (const path of paths) sums.set(path, sha256(readFileSync(join(folder, path))));
      return paths;
    },
    reuse(older) {
      const ours = lstatSync(folder);
      for (const name of readdirSync(older)) {
        if (existsSync(join(folder, name))) continue;
        renameSync(join(older, name), join(folder, name));
        for (const path of keptIn(name, { folder, kept, ours })) there.add(path);
      }
    },
    async put({ file, key, make }) {
      if (sums.has(file)) throw new Error(`Unexpected second file ${file}, expected an address of its own.`);
      const known = key === undefined ? undefined : kept.restore(file, key, placeOfKept(file));
      if (known !== undefined) {
        sums.set(file, known);
        return;
      }
      const text = await make();
      const sum = sha256(text);
      const target = place(file);
      clear(file);
      writeFileSync(target, text);
      sums.set(file, sum);
      if (key !== undefined) kept.keep(file, { key, sum, target });
    },
    putWhole(name, key) {
      const known = kept.restoreWhole(name, key, placeOfKept);
      for (const [file, sum] of known ?? []) sums.set(file, sum);
      return known !== undefined;
    },
    take(file, { path, sum }) {
      if (sha256(readFileSync(path)) !== sum) return false;
      clear(file);
      linkOrCopy(path, place(file));
      sums.set(file, sum);
      return true;
    },
    close() {
      const unwanted = [...there].filter((path) => !sums.has(path));
      unwanted.forEach(clear);
      removeEmpty(folder, unwanted);
      const text = printSums(sums);
      writeFileSync(place(sumsPath), text);
      return text;
    },
  };
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
