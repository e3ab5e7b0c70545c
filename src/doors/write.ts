import {
  closeSync,
  fsyncSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { findFiles } from './disk.ts';

/**
 * Writes a file whole or not at all: beside its place first, then by a rename over it. When this returns, the file is on
 * the disk, unless it need not be lasting.
 */
export function writeWhole(file: string, text: string | Uint8Array, { isLasting = true } = {}): void {
  const made = mkdirSync(dirname(file), { recursive: true });
  const next = writeBeside(file, text, isLasting);
  try {
    renameSync(next, file);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  }
  if (isLasting) syncFolders(dirname(file), made);
}

/**
 * Writes a file that must not exist yet, whole or not at all. Of two that try at once, one succeeds.
 * Returns false, and changes nothing, where a file with other content is in its place; true where it says the same.
 */
export function writeNew(file: string, text: string): boolean {
  const made = mkdirSync(dirname(file), { recursive: true });
  const next = writeBeside(file, text, true);
  try {
    linkSync(next, file);
    syncNew(file, made);
    return true;
  } catch (error) {
    if (!isFileExists(error)) throw error;
    return readFileSync(file, 'utf8') === text;
  } finally {
    rmSync(next, { force: true });
  }
}

// What may be gone after the next power cut is not there.
function syncNew(file: string, made: string | undefined): void {
  try {
    syncFolders(dirname(file), made);
  } catch (error) {
    rmSync(file, { force: true });
    throw error;
  }
}

// A name is on the disk when its folder is, and a folder that was made when the one around it is.
function syncFolders(folder: string, made: string | undefined): void {
  const first = resolve(folder);
  const last = made === undefined ? first : dirname(resolve(made));
  for (let path = first; ; path = dirname(path)) {
    syncFolder(path);
    if (path === last || path === dirname(path)) return;
  }
}

function syncFolder(folder: string): void {
  // Windows opens no folder, and writes names by itself.
  if (process.platform === 'win32') return;
  const handle = openSync(folder, 'r');
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

/** Takes a file away. */
export function removeFile(file: string): void {
  rmSync(file, { force: true });
}

function writeBeside(file: string, text: string | Uint8Array, isLasting: boolean): string {
  const next = `${file}.${process.pid}.next`;
  const handle = openSync(next, 'w');
  try {
    writeFileSync(handle, text);
    // The rename must not reach the disk before the text does.
    if (isLasting) fsyncSync(handle);
  } catch (error) {
    rmSync(next, { force: true });
    throw error;
  } finally {
    closeSync(handle);
  }
  return next;
}

/** Deletes what processes that were killed have left in a folder beside files they were about to write. */
export function removeLeftovers(folder: string): void {
  if (!lstatSync(folder, { throwIfNoEntry: false })?.isDirectory()) return;
  for (const { path, kind } of findFiles(folder)) {
    const [, id] = /\.(\d+)\.next$/.exec(path) ?? [];
    if (kind === 'file' && id && !isRunning(Number(id))) rmSync(join(folder, path), { force: true });
  }
}

/** Whether a process runs. */
export function isRunning(id: number): boolean {
  try {
    return process.kill(id, 0);
  } catch (error) {
    // A process of another user may not be asked, but it runs.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

function isFileExists(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
