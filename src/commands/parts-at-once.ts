import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { shortDigest } from '../digest.ts';
import { readSources } from '../doors/disk.ts';
import { hasKeptFiles } from '../doors/kept-files.ts';
import { commandFile } from '../doors/package.ts';
import { openPart, type PartFolder } from '../doors/part-folder.ts';
import { hasOwnCode, type Project } from '../doors/project.ts';
import { productSizes } from '../site/products-of-part.ts';
import { canMakePages, keptFolder } from './render-site.ts';

type Wanted = { target: string; jobs: number; isForced: boolean; isStrict: boolean };

/** Parts of a site that were built at once, and where files of theirs are kept; `close` takes away what is left of them. */
export type AtOnce = { parts: PartFolder[]; keptByParts: string[]; close(): void };

/**
 * Builds the parts of a site of which no page is kept by several processes at once, beside the place of the site. They fill the
 * one cache, so that whoever opens it next finds all compiled. Nothing where one is enough, or where a part has failed:
 * then the site is built as if nobody had tried, and what is wrong is told by that.
 */
export async function buildAtOnce(project: Project, wanted: Wanted): Promise<AtOnce | undefined> {
  const count = await processesFor(project, wanted);
  if (count < 2) return undefined;
  const places = Array.from({ length: count }, (_, index) => {
    const out = `${wanted.target}.part-${index + 1}`;
    return { part: `${index + 1}/${count}`, out, kept: keptFor(project, out) };
  });
  const close = () => {
    for (const { out, kept } of places)
      for (const folder of [out, kept]) rmSync(folder, { recursive: true, force: true });
  };
  close();
  const built = await Promise.all(places.map((place) => isPartBuilt(project, place, wanted)));
  const opened = built.every((isBuilt) => isBuilt) ? places.map(({ out }) => openPart(out)) : [];
  const parts = opened.flatMap((part) => ('fault' in part ? [] : part));
  if (parts.length === count) return { parts, keptByParts: places.map(({ kept }) => kept), close };
  close();
  return undefined;
}

// A part has one product at least.
async function processesFor(project: Project, { target, jobs, isForced }: Wanted): Promise<number> {
  if (jobs < 2 || hasOwnCode(project)) return 1;
  if (hasKeptFiles(keptFor(project, target)) && !isForced) return 1;
  const products = productSizes(readSources(project.policies, project.here)).size;
  if (products < 2 || !(await canMakePages(project))) return 1;
  return Math.min(jobs, products);
}

function keptFor(project: Project, target: string): string {
  return keptFolder(project, shortDigest([project.policies, target]));
}

// What it says is said again by who opens the whole.
async function isPartBuilt(
  project: Project,
  { part, out }: { part: string; out: string },
  { isForced, isStrict }: Wanted,
): Promise<boolean> {
  const flags = [...(isForced ? ['--force'] : []), ...(isStrict ? ['--strict'] : [])];
  const named = ['--project', project.root, '--as-of', project.today, '--part', part, '--out', out];
  const child = spawn(process.execPath, [commandFile(), 'build', project.policies, ...named, ...flags], {
    cwd: project.here,
    stdio: 'ignore',
  });
  const code = await new Promise<number | null>((ended) => {
    child.once('error', () => ended(null)).once('close', ended);
  });
  return code === 0;
}
