import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from '../digest.ts';
import { readSources } from '../doors/disk.ts';
import { hasKeptFiles } from '../doors/kept-files.ts';
import { commandFile } from '../doors/package.ts';
import { openPart, type PartFolder } from '../doors/part-folder.ts';
import { hasOwnCode, type Project } from '../doors/project.ts';
import { productSizes } from '../site/products-of-part.ts';
import { canMakePages, keptFolder } from './render-site.ts';
import { placeOfParts } from './site-place.ts';

type Wanted = { target: string; jobs: number; isForced: boolean; isStrict: boolean };

/** Parts of a site that were built at once, and where files of theirs are kept; `close` takes away what is left of them. */
export type AtOnce = { parts: PartFolder[]; keptByParts: string[]; close(): void };

/**
 * Builds the parts of a site of which no page is kept by several processes at once, below the cache. They fill the one cache,
 * so that whoever opens it next finds all compiled. Nothing where one is enough, or where a part has told of a fault: then
 * the site is built as if nobody had tried, and what is wrong is told by that. Says in a sentence which part came to no end.
 */
export async function buildAtOnce(
  project: Project,
  wanted: Wanted,
): Promise<AtOnce | { fault: string } | undefined> {
  const count = await processesFor(project, wanted);
  if (count < 2) return undefined;
  const own = join(placeOfParts(project), shortDigest([project.policies, wanted.target]));
  const places = Array.from({ length: count }, (_, index) => {
    const out = join(own, `${index + 1}`);
    return { part: `${index + 1}/${count}`, out, kept: keptFor(project, out) };
  });
  const close = () => {
    for (const folder of [own, ...places.map(({ kept }) => kept)])
      rmSync(folder, { recursive: true, force: true });
  };
  close();
  const ended = await buildParts(project, places, wanted);
  if ('fault' in ended) {
    close();
    return ended;
  }
  const opened = ended.isBuilt ? places.map(({ out }) => openPart(out)) : [];
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

type PartPlace = { part: string; out: string };

// Where one comes to no end, there will be no site: the others need not go on.
async function buildParts(
  project: Project,
  places: readonly PartPlace[],
  wanted: Wanted,
): Promise<{ fault: string } | { isBuilt: boolean }> {
  let fault: string | undefined;
  const children = places.map((place) => ({ ...place, child: startPart(project, place, wanted) }));
  const ends = children.map(async ({ child, part }) => {
    const end = await endOf(child, part);
    if (typeof end !== 'string') return end;
    fault ??= end;
    for (const other of children) other.child.kill();
    return false;
  });
  const built = await Promise.all(ends);
  return fault === undefined ? { isBuilt: built.every((isBuilt) => isBuilt) } : { fault };
}

// What it says is said again by who opens the whole.
function startPart(project: Project, { part, out }: PartPlace, { isForced, isStrict }: Wanted): ChildProcess {
  const flags = [...(isForced ? ['--force'] : []), ...(isStrict ? ['--strict'] : [])];
  const named = ['--project', project.root, '--as-of', project.today, '--part', part, '--out', out];
  return spawn(process.execPath, [commandFile(), 'build', project.policies, ...named, ...flags], {
    cwd: project.here,
    stdio: 'ignore',
  });
}

/** Whether a part was built, or in a sentence why it came to no end. */
type PartEnd = boolean | string;

function endOf(child: ChildProcess, part: string): Promise<PartEnd> {
  return new Promise((ended) => {
    child
      .once('error', ({ message }) => ended(`Part ${part} of the site was not built: ${message}.`))
      .once('close', (code, signal) => ended(signal === null ? code === 0 : killedPart(part, signal)));
  });
}

function killedPart(part: string, signal: string): string {
  return `Part ${part} of the site was not built: its process was ended by ${signal}. Where memory is short, build with fewer --jobs.`;
}
