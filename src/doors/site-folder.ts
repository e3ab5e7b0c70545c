import { randomUUID } from 'node:crypto';
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  renameSync,
  rmdirSync,
  rmSync,
  symlinkSync,
  unlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { systemFault } from './system-fault.ts';
import { isRunning, writeNew } from './write.ts';

/**
 * What stands where a site is wanted. A `link` leads to the folder of one build and is exchanged in one step: no reader
 * ever misses a page. A `folder` is for hosts that need one: it is exchanged in two steps, with nothing between them.
 */
export type SiteForm = 'link' | 'folder';

/** Where a build writes what is not whole yet. */
export function nextOf(target: string): string {
  return `${target}.next`;
}

/**
 * Claims a place for one build and mends what a killed one has left there. Returns a function that gives the place back,
 * or says nothing where another build, that runs, has it.
 */
export function claimSite(target: string): (() => void) | undefined {
  const lock = `${target}.lock`;
  // Two builds of one process are two all the same.
  const own = `${process.pid} ${randomUUID()}\n`;
  for (let attempt = 0; attempt < 3; attempt += 1) {
    if (writeNew(lock, own)) {
      // A lock that stays is that of a process that is gone.
      const release = () => tidy(() => rmSync(lock, { force: true }));
      try {
        mend(target);
      } catch (error) {
        release();
        throw error;
      }
      return release;
    }
    if (!removeStale(lock)) return undefined;
  }
  return undefined;
}

// A lock of a process that is gone is nobody's. It is taken away under another name first: of two that find it, one does.
function removeStale(lock: string): boolean {
  const holder = readLock(lock);
  if (holder !== undefined && isRunning(holder)) return false;
  const aside = `${lock}.${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch {
    return true;
  }
  const taken = readLock(aside);
  rmSync(aside, { force: true });
  return taken === holder;
}

function readLock(lock: string): number | undefined {
  try {
    return Number(readFileSync(lock, 'utf8').split(' ')[0]);
  } catch {
    return undefined;
  }
}

// A build that was killed while it exchanged folders has left the old site beside its place.
function mend(target: string): void {
  const aside = asideOf(target);
  if (!isThere(target) && existsSync(aside)) renameSync(aside, target);
  for (const path of [aside, nextOf(target), linkOf(target), ...leftLocks(target)]) remove(path);
}

// What is beside a lock was about to become one.
function leftLocks(target: string): string[] {
  const prefix = `${basename(target)}.lock.`;
  const beside = readdirSync(dirname(target)).filter((name) => name.startsWith(prefix));
  return beside.flatMap((name) => {
    const id = Number(name.slice(prefix.length).split('.')[0]);
    return id === process.pid || isRunning(id) ? [] : [join(dirname(target), name)];
  });
}

/**
 * Puts a site that is whole into its place. `name` tells it from all others: the digest of its files. Where a plain folder
 * takes the place of another, that goes to `spare`, if one is wanted.
 */
export function putInPlace(target: string, form: SiteForm, name: string, spare?: string): void {
  if (form === 'folder') putFolder(target, spare);
  else putLink(target, name);
}

function putFolder(target: string, spare: string | undefined): void {
  const isOverLink = isLink(target);
  exchange(nextOf(target), target);
  tidy(() => {
    if (spare !== undefined) setAside(asideOf(target), spare);
    remove(asideOf(target));
    if (isOverLink) removeBuilds(target, []);
  });
}

// Most of what is in it the next build wants again: to delete thousands of files and put them there anew costs more than
// all else of a small edit. From another disk it is not worth a copy.
function setAside(folder: string, spare: string): void {
  remove(spare);
  if (!isThere(folder) || isLink(folder)) return;
  try {
    mkdirSync(dirname(spare), { recursive: true });
    renameSync(folder, spare);
  } catch (error) {
    if (systemFault(error) === undefined && !isAcrossDisks(error)) throw error;
  }
}

/**
 * The folder of an older build, to which no reader comes any more: who builds may take what is in it. Where a plain folder
 * is wanted, it is `spare`.
 */
export function olderBuild(target: string, form: SiteForm, spare: string): string | undefined {
  if (form === 'folder') return isThere(spare) ? spare : undefined;
  if (!isLink(target)) return undefined;
  const current = readlinkSync(target);
  const older = buildsOf(target).find((name) => name !== current);
  return older === undefined ? undefined : join(dirname(target), older);
}

// Who has followed the old link a moment ago still reads: the folder it led to stays until the next build.
function putLink(target: string, name: string): void {
  const before = isLink(target) ? readlinkSync(target) : undefined;
  const folder = freeName(target, name, before);
  renameSync(nextOf(target), join(dirname(target), folder));
  const link = linkOf(target);
  symlinkSync(folder, link);
  if (before === undefined) exchange(link, target);
  else renameSync(link, target);
  tidy(() => {
    remove(asideOf(target));
    removeBuilds(target, before ? [folder, before] : [folder]);
  });
}

/** Whether a file cannot be moved since its new place is on another disk. */
export function isAcrossDisks(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EXDEV';
}

// What cannot be replaced in one step is put aside; where nothing can take its place, it comes back.
function exchange(next: string, target: string): void {
  const aside = asideOf(target);
  const isReplacing = isThere(target);
  if (isReplacing) renameSync(target, aside);
  try {
    renameSync(next, target);
  } catch (error) {
    if (isReplacing) renameSync(aside, target);
    throw error;
  }
}

// The site is in its place: what cannot be deleted now, the next build deletes.
function tidy(act: () => void): void {
  try {
    act();
  } catch (error) {
    if (systemFault(error) === undefined) throw error;
  }
}

// The same site again gets a folder of its own: what readers see is never written to.
function freeName(target: string, name: string, before: string | undefined): string {
  const folder = `${basename(target)}.${name}`;
  const free = folder === before ? `${folder}-again` : folder;
  remove(join(dirname(target), free));
  return free;
}

function removeBuilds(target: string, kept: readonly string[]): void {
  for (const name of buildsOf(target)) if (!kept.includes(name)) remove(join(dirname(target), name));
}

function buildsOf(target: string): string[] {
  const prefix = `${basename(target)}.`;
  return readdirSync(dirname(target)).filter(
    (name) => name.startsWith(prefix) && /^[0-9a-f]{16}(-again)?$/.test(name.slice(prefix.length)),
  );
}

function linkOf(target: string): string {
  return `${target}.link`;
}

function asideOf(target: string): string {
  return `${target}.before-policybook`;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() === true;
}

function isThere(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
}

// Step by step, which takes half the time that the system's own way takes for the thousands of files of a site.
function remove(path: string): void {
  if (lstatSync(path, { throwIfNoEntry: false })?.isDirectory() !== true) {
    rmSync(path, { force: true });
    return;
  }
  for (const entry of readdirSync(path, { withFileTypes: true })) {
    const below = join(path, entry.name);
    if (entry.isDirectory()) remove(below);
    else unlinkSync(below);
  }
  rmdirSync(path);
}
