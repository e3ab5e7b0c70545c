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
import { dirname, join } from 'node:path';
import { findFiles } from './disk.ts';

/** Writes a file whole or not at all: beside its place first, then by a rename over it. */
export function writeWhole(file: string, text: string): void {
  const next = writeBeside(file, text);
  renameSync(next, file);
}

/**
 * Writes a file that must not exist yet, whole or not at all. Of two that try at once, one succeeds.
 * Returns false, and changes nothing, where a file with other content is in its place; true where it says the same.
 */
export function writeNew(file: string, text: string): boolean {
  const next = writeBeside(file, text);
  try {
    linkSync(next, file);
    return true;
  } catch (error) {
    if (!isFileExists(error)) throw error;
    return readFileSync(file, 'utf8') === text;
  } finally {
    rmSync(next, { force: true });
  }
}

/** Takes a file away. */
export function removeFile(file: string): void {
  rmSync(file, { force: true });
}

function writeBeside(file: string, text: string): string {
  mkdirSync(dirname(file), { recursive: true });
  const next = `${file}.${process.pid}.next`;
  const handle = openSync(next, 'w');
  try {
    writeFileSync(handle, text);
    // The rename must not reach the disk before the text does.
    fsyncSync(handle);
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
