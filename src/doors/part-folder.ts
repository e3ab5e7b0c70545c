import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '../digest.ts';
import { type Part, partPath, readPart } from '../site/part-file.ts';
import { listedSums, sumsPath } from '../versions/sums.ts';
import { publishedSite } from './disk.ts';

/** A part of a site in a folder, with the digests of its files by their paths. */
export type PartFolder = Part & { folder: string; files: ReadonlyMap<string, string> };

/** Opens the part of a site that lies in a folder, or says in a sentence why it is none, or no longer whole. */
export function openPart(folder: string): PartFolder | { fault: string } {
  const { paths } = publishedSite(folder);
  if (!paths.includes(partPath) || !paths.includes(sumsPath))
    return { fault: `Unexpected folder ${folder}, expected a part of a site: build --part writes one.` };
  const listed = listedSums(readFileSync(join(folder, sumsPath), 'utf8'));
  const there = new Set(paths);
  const odd =
    [...listed.keys()].find((path) => !there.has(path)) ?? paths.find((path) => isExtra(path, listed));
  if (odd !== undefined) return { fault: changedFile(folder, odd) };
  const bytes = readFileSync(join(folder, partPath));
  const part = sha256(bytes) === listed.get(partPath) ? readPart(linesOf(bytes)) : undefined;
  if (!part) return { fault: changedFile(folder, partPath) };
  return { ...part, folder, files: new Map([...listed].filter(([path]) => path !== partPath)) };
}

// One by one: what a part knows can be longer than a text may be.
function* linesOf(bytes: Buffer): Generator<string> {
  let start = 0;
  for (let end = bytes.indexOf('\n'); end >= 0; end = bytes.indexOf('\n', start)) {
    yield bytes.toString('utf8', start, end);
    start = end + 1;
  }
}

function isExtra(path: string, listed: ReadonlyMap<string, string>): boolean {
  return path !== sumsPath && !listed.has(path);
}

/** What is said of a file of a part that is not as the part was built. */
export function changedFile(folder: string, path: string): string {
  return `Unexpected ${join(folder, path)}, expected the files of a part as they were built: build or copy it again.`;
}
