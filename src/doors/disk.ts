import {
  accessSync,
  closeSync,
  constants,
  type Dirent,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
} from 'node:fs';
import { join, relative, sep } from 'node:path';
import type { Sources } from '../compile/compile-model.ts';
import { digest } from '../digest.ts';
import { compareText } from '../problem.ts';
import { mostRead } from '../read/encoding.ts';
import type { FoundFile } from '../read/location.ts';
import type { PublishedSite } from '../versions/published-site.ts';

/**
 * The files of a folder: what is there, and the way to their bytes. Problems name them as seen from `here`. Links are
 * told and never followed, and nothing but a plain file is opened; one that is read again has to be the same.
 */
export function readSources(folder: string, here = process.cwd()): Sources {
  const stamps = new Map<string, string>();
  return {
    root: relative(here, folder).split(sep).join('/') || '.',
    found: existsSync(folder) ? findFiles(folder) : [],
    read(path) {
      const file = join(folder, path);
      const { bytes, stamp } = readPlainFile(file, mostRead);
      if (stamp !== (stamps.get(path) ?? stamp)) throw movedError(file);
      stamps.set(path, stamp);
      return bytes;
    },
  };
}

/** The bytes of a plain file of a folder of policies; `undefined` for what is none, or may not be read. */
export function readIfPlain(file: string): Uint8Array | undefined {
  try {
    return readPlainFile(file, mostRead).bytes;
  } catch {
    return undefined;
  }
}

// Between being listed and being read a file may have become something else: a link leads out, a pipe is waited for.
const asItIs = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/** The bytes of a file, and what another one in its place does not have. */
type ReadFile = { bytes: Uint8Array; stamp: string };

function readPlainFile(file: string, most: number): ReadFile {
  try {
    return readNow(file, most);
  } catch (error) {
    // Any other error is a fault of ours.
    throw error instanceof Error && 'syscall' in error ? movedError(file, error) : error;
  }
}

// What was a file when the folder was listed is gone by now, or another thing.
function movedError(file: string, cause?: Error): Error {
  const message = `Unexpected change of ${file} while it was read, expected files that stay. Run the command again.`;
  return Object.assign(new Error(message, { cause }), { code: 'MOVED' });
}

/** Whether an error says that a file was there when its folder was listed, and could not be read any more. */
export function isMoved(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'MOVED';
}

function readNow(file: string, most: number): ReadFile {
  const handle = openSync(file, asItIs);
  try {
    const status = fstatSync(handle);
    if (!status.isFile()) throw movedError(file);
    const { size, ino, ctimeMs } = status;
    const bytes = size <= most ? readFileSync(handle) : readStart(handle, most);
    return { bytes, stamp: `${ctimeMs} ${size} ${ino}` };
  } finally {
    closeSync(handle);
  }
}

function readStart(handle: number, length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  return bytes.subarray(0, readSync(handle, bytes, 0, length, 0));
}

/** A built site in a folder. */
export function publishedSite(folder: string): PublishedSite {
  const { root, found } = readSources(folder);
  const paths = found.filter(({ kind }) => kind === 'file').map(({ path }) => path);
  const read = (path: string) => readPlainFile(join(folder, path), Number.POSITIVE_INFINITY).bytes;
  return { root, paths, strays: straysIn(found), read };
}

function straysIn(found: readonly FoundFile[]): PublishedSite['strays'] {
  const parents = new Set(found.map(({ path }) => path.slice(0, Math.max(0, path.lastIndexOf('/')))));
  return found.flatMap(({ path, kind }) => {
    if (kind === 'file' || (kind === 'folder' && parents.has(path))) return [];
    return [{ path, kind: kind === 'folder' ? 'empty' : kind }];
  });
}

/** Changes when a file of the folder does. */
export function folderSignature(folder: string): string {
  const stamps = findFiles(folder).map(({ path, kind }) => {
    const { mtimeMs, size } = lstatSync(join(folder, path), { throwIfNoEntry: false }) ?? {};
    return `${path} ${kind} ${mtimeMs} ${size}`;
  });
  return digest(stamps);
}

/**
 * All that is in a folder and the folders in it, sorted; what cannot be looked into is told so, unless nothing of it is going
 * to be read.
 */
export function findFiles(folder: string, { isRead = true } = {}): FoundFile[] {
  const found: FoundFile[] = [];
  const waiting = [''];
  for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
    for (const item of itemsIn(join(folder, path))) {
      const own = path ? `${path}/${item.name}` : item.name;
      const kind = kindOf(item, join(folder, own), isRead);
      if (kind === undefined) continue;
      found.push({ path: own, kind });
      if (kind === 'folder') waiting.push(own);
    }
  }
  return found.sort((a, b) => compareText(a.path, b.path));
}

// A folder that went away since it was listed holds nothing.
function itemsIn(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (isThere(folder)) throw error;
    return [];
  }
}

/** What is at a path; nothing where it went away since its folder was listed. */
function kindOf(item: Dirent, path: string, isRead: boolean): FoundFile['kind'] | undefined {
  if (item.isSymbolicLink()) return 'symlink';
  if (!item.isDirectory() && !item.isFile()) return 'special';
  const isOpened = !isRead || isOpen(path, item.isFile() ? constants.R_OK : constants.R_OK | constants.X_OK);
  if (!isOpened) return isThere(path) ? 'unreadable' : undefined;
  return item.isFile() ? 'file' : 'folder';
}

function isOpen(path: string, how: number): boolean {
  try {
    accessSync(path, how);
    return true;
  } catch {
    return false;
  }
}

// A name that is no text leads to nothing, and is there all the same.
function isThere(path: string): boolean {
  return path.includes('\ufffd') || lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}
