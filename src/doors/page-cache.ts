import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Project } from './project.ts';
import { systemFault } from './system-fault.ts';

/** A folder in which Astro keeps pages for the next build. */
export type PageCache = {
  folder: string;
  /** Whether what is kept there is of a build that was cut short. */
  isUnfinished: boolean;
  /** Why it lasts no longer than this build, where that is so. */
  fault?: string;
  /** Ends its use; what a build did not finish is not believed. */
  close(isFinished: boolean): void;
};

/** Opens the pages that a project keeps under a key; where nothing can be kept there, a folder that is deleted at the end. */
export function openPageCache(project: Pick<Project, 'cache'>, key: string): PageCache {
  const folder = join(project.cache, 'astro', key);
  try {
    return lastingCache(folder);
  } catch (error) {
    const why = systemFault(error);
    if (why === undefined) throw error;
    return passingCache(folder, why);
  }
}

// Astro lists the pages it keeps last of all: after a build that was cut short, its list is of older pages.
function lastingCache(folder: string): PageCache {
  mkdirSync(folder, { recursive: true });
  const unfinished = join(folder, 'unfinished');
  const isUnfinished = existsSync(unfinished);
  writeFileSync(unfinished, '');
  const close = (isFinished: boolean) => {
    if (isFinished) rmSync(unfinished, { force: true });
  };
  return { folder, isUnfinished, close };
}

/** A cache for one build, in place of one in a folder that cannot be written to, and why it cannot. */
export function passingCache(instead: string, why: string): PageCache {
  const folder = mkdtempSync(join(tmpdir(), 'policybook-'));
  const close = () => rmSync(folder, { recursive: true, force: true });
  const fault = `The cache in ${instead} cannot be written: ${why} Nothing is kept for the next run.`;
  return { folder, isUnfinished: false, fault, close };
}
