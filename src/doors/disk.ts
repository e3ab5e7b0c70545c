import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Sources } from '../compile/compile-model.ts';
import { digest } from '../digest.ts';
import { compareText } from '../problem.ts';
import type { FoundFile } from '../read/location.ts';
import type { PublishedSite } from '../versions/published-site.ts';

/** The files of a folder: what is there, and the way to their bytes. Problems name them as seen from `here`. */
export function readSources(folder: string, here = process.cwd()): Sources {
  return {
    root: relative(here, folder).split(sep).join('/') || '.',
    found: existsSync(folder) ? findFiles(folder) : [],
    read: (path) => readFileSync(join(folder, path)),
  };
}

/** A built site in a folder. */
export function publishedSite(folder: string): PublishedSite {
  const { root, found, read } = readSources(folder);
  return { root, paths: found.filter(({ kind }) => kind === 'file').map(({ path }) => path), read };
}

/** Changes when a file of the folder does. */
export function folderSignature(folder: string): string {
  const stamps = findFiles(folder).map(({ path }) => {
    const { mtimeMs, size } = statSync(join(folder, path));
    return `${path} ${mtimeMs} ${size}`;
  });
  return digest(stamps);
}

function findFiles(folder: string): FoundFile[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .map((item): FoundFile => {
      const path = relative(folder, join(item.parentPath, item.name)).split(sep).join('/');
      return { path, kind: item.isSymbolicLink() ? 'symlink' : item.isDirectory() ? 'folder' : 'file' };
    })
    .sort((a, b) => compareText(a.path, b.path));
}
