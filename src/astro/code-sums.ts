import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../digest.ts';
import { findFiles } from '../doors/disk.ts';

const sums = 'sums.json';

/** Writes down the digests of code that was made in a folder, beside it. */
export function sealCode(folder: string): void {
  writeFileSync(join(folder, sums), sumsOf(folder));
}

/** Whether the code in a folder is as it was made: what a disk that failed has left is none. */
export function isWholeCode(folder: string): boolean {
  try {
    return readFileSync(join(folder, sums), 'utf8') === sumsOf(folder);
  } catch {
    return false;
  }
}

function sumsOf(folder: string): string {
  const files = findFiles(folder).filter(({ kind, path }) => kind === 'file' && path !== sums);
  return JSON.stringify(files.map(({ path }) => [path, sha256(readFileSync(join(folder, path)))]));
}
