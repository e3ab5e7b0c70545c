import { cpSync, existsSync, mkdirSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
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
  /** Writes a file, which is made unless it is kept. */
  put(file: SiteFile): Promise<void>;
  /** Takes a file that lies elsewhere, unless it has another digest than is expected: then it gives false. */
  take(file: string, from: { path: string; sum: string }): boolean;
  /** Writes the digests of all files beside them, and gives these. */
  close(): string;
};

/** Begins a site in a folder that is not there yet. */
export function beginSite(folder: string, kept: KeptFiles): NewSite {
  const sums = new Map<string, string>();
  const folders = new Set<string>();
  mkdirSync(folder);
  const place = (path: string) => {
    const target = join(folder, path);
    const around = dirname(target);
    if (!folders.has(around)) mkdirSync(around, { recursive: true });
    folders.add(around);
    return target;
  };
  return {
    copyAll(from) {
      if (!existsSync(from)) return [];
      cpSync(realpathSync(from), folder, { recursive: true, dereference: true });
      const paths = findFiles(folder).flatMap(({ path, kind }) => (kind === 'file' ? [path] : []));
      for (const path of paths) sums.set(path, sha256(readFileSync(join(folder, path))));
      return paths;
    },
    async put({ file, key, make }) {
      if (sums.has(file)) throw new Error(`Unexpected second file ${file}, expected an address of its own.`);
      const target = place(file);
      const known = key === undefined ? undefined : kept.restore(file, key, target);
      if (known !== undefined) {
        sums.set(file, known);
        return;
      }
      const text = await make();
      const sum = sha256(text);
      writeFileSync(target, text);
      sums.set(file, sum);
      if (key !== undefined) kept.keep(file, { key, sum, target });
    },
    take(file, { path, sum }) {
      if (sha256(readFileSync(path)) !== sum) return false;
      linkOrCopy(path, place(file));
      sums.set(file, sum);
      return true;
    },
    close() {
      const text = printSums(sums);
      writeFileSync(place(sumsPath), text);
      return text;
    },
  };
}
