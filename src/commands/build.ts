import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve, sep } from 'node:path';
import { shortDigest } from '../digest.ts';
import { openBuiltSite } from '../doors/built-site.ts';
import { isMoved } from '../doors/disk.ts';
import type { Project } from '../doors/project.ts';
import { nextOf, olderBuild, putInPlace, type SiteForm } from '../doors/site-folder.ts';
import { fromDisk } from '../site/from-disk.ts';
import { toldByParts } from '../site/joined.ts';
import { contentDigest, type Library } from '../site/library.ts';
import type { SitePart } from '../site/products-of-part.ts';
import { listedSums, sumsPath } from '../versions/sums.ts';
import { checkLibrary, folderOf, printChecked, projectFolder, projectOf } from './command.ts';
import { beStrict, declareCommand, inProject, onDay, refusal } from './options.ts';
import { partWanted } from './part-wanted.ts';
import { type AtOnce, buildAtOnce } from './parts-at-once.ts';
import { renderSite, spareFolder } from './render-site.ts';
import { atPlace, fail } from './site-place.ts';

export const build = declareCommand({
  usage: 'build [folder]',
  about: ['Check, then write the site.'],
  options: {
    out: {
      value: '<folder>',
      help: 'where to, as a plain folder (dist, a link to the folder of this build)',
    },
    force: { help: 'render every page anew' },
    part: {
      value: '<number>/<count>',
      help: 'one of so many parts of the site, such as 3/8; join puts them together',
    },
    products: { value: '<a,b>', help: 'the part of the site that these products are' },
    jobs: {
      value: '<number>',
      help: 'how many processes build a site of which no page is kept (1)',
    },
    preview: { help: 'for those who open it from a disk: links lead to files, and it is no site to publish' },
    ...beStrict,
    ...inProject,
    ...onDay,
  },
  async run(operands, told) {
    const project = projectOf(folderOf(operands, told), told);
    const form = told.out === undefined ? 'link' : 'folder';
    const out = told.out ?? join(projectFolder(told), 'dist');
    const part = partWanted(told, project);
    const jobs = jobsOf(told.jobs);
    if (part && jobs > 1) throw refusal('Unexpected --jobs of a part, expected it of a whole site.');
    return atPlace(out, { project, isPart: part !== undefined }, () =>
      buildSite(project, {
        out,
        form,
        part,
        jobs,
        isForced: told.force,
        isStrict: told.strict,
        isPreview: told.preview,
      }),
    );
  },
});

type Wanted = {
  out: string;
  form: SiteForm;
  part: SitePart | undefined;
  jobs: number;
  isForced: boolean;
  isStrict: boolean;
  isPreview: boolean;
};

async function buildSite(project: Project, wanted: Wanted): Promise<number> {
  const target = resolve(wanted.out);
  const atOnce = await buildAtOnce(project, { ...wanted, target });
  if (atOnce && 'fault' in atOnce) return fail(`${atOnce.fault}\nNo site was written.`);
  try {
    return await checkAndWrite(project, { ...wanted, target, atOnce });
  } finally {
    atOnce?.close();
  }
}

type Writing = Wanted & { target: string; atOnce: AtOnce | undefined };

/** Writes the site beside the old one and puts it in its place when it is whole; a failure leaves the old one as it was. */
async function checkAndWrite(project: Project, writing: Writing): Promise<number> {
  const { out, target, form, part, isForced, isPreview } = writing;
  const checked = checkPolicies(project, writing);
  if (checked === undefined) {
    process.stdout.write('No site was written.\n');
    return 1;
  }
  const key = shortDigest([project.policies, target]);
  const what = JSON.stringify([form, isPreview, part?.name ?? 'whole']);
  const parts = [project.compiler, project.today, checked.digest, what];
  const built = openBuiltSite(project, { key, target, parts });
  const named = `${checked.policies} ${checked.policies === 1 ? 'policy' : 'policies'}`;
  if (!isForced && built.isThere()) {
    process.stdout.write(`Nothing has changed since ${named} went to ${out}/.\n`);
    return 0;
  }
  try {
    const sums = await writeSite(checked.library, writing, key);
    built.keep([...listedSums(sums).keys(), sumsPath]);
  } catch (error) {
    if (!isChanged(error)) throw error;
    return fail('The policies changed while the site was being built. No site was written: build again.');
  } finally {
    rmSync(nextOf(target), { recursive: true, force: true });
  }
  process.stdout.write(`Wrote ${named} to ${out}/.\nNext: ${part ? wayToJoin : wayToLook(out, isPreview)}\n`);
  return 0;
}

// Gives the digests of its files.
async function writeSite(library: Library, writing: Writing, key: string): Promise<string> {
  const { target, form, part, isForced, isPreview, atOnce } = writing;
  const next = nextOf(target);
  const told = atOnce && toldByParts(library, atOnce.parts);
  const taken = told ? atOnce : {};
  const spare = spareFolder(library.project, key);
  const older = olderBuild(target, form, spare);
  const rendering = { next, older, isForced, key, part: part?.name, ...taken };
  const sums = await renderSite(told ?? library, rendering);
  // Each file is in both places: taking it away in one changes its time in the other.
  atOnce?.close();
  if (isPreview) openFromDisk(next, library.project.base);
  // Of files that are all anew the next build wants none that were there before.
  const wanted = isForced ? undefined : spare;
  putInPlace(target, form, shortDigest([sums, ...(isPreview ? ['preview'] : [])]), wanted);
  return sums;
}

const wayToJoin = 'policybook join with the folders of all parts makes the site of them.';

function jobsOf(jobs = '1'): number {
  if (!/^[1-9]\d?$/.test(jobs)) throw refusal(`Unexpected --jobs ${jobs}, expected a number from 1 to 99.`);
  return Number(jobs);
}

function wayToLook(out: string, isPreview: boolean): string {
  if (isPreview) return `open ${join(out, 'index.html')} in a browser.`;
  const named = out === 'dist' ? '' : ` ${out}`;
  return `npx policybook preview${named} serves it as a host will.`;
}

// Without its sums nothing takes it for a site that can be published.
function openFromDisk(site: string, base: string): void {
  for (const path of globSync('**/*.html', { cwd: site })) {
    const file = join(site, path);
    const html = fromDisk(readFileSync(file, 'utf8'), path.split(sep).join('/'), base);
    // The page may be the very file that is kept for the next build.
    rmSync(file);
    writeFileSync(file, html);
  }
  rmSync(join(site, sumsPath));
}

// Thrown where pages would be made of something else than what was checked.
function isChanged(error: unknown): boolean {
  return isMoved(error) || (error instanceof Error && 'code' in error && error.code === 'CHANGED');
}

// What there is, how many policies and the digest of what they say, unless a problem stops the build.
function checkPolicies(
  project: Project,
  wanted: { isStrict: boolean; part: SitePart | undefined },
): { library: Library; policies: number; digest: string } | undefined {
  const { library, problems, isStopped } = checkLibrary(project, wanted);
  printChecked({ problems, isStopped });
  if (isStopped) return undefined;
  return {
    library,
    policies: library.products.flatMap((product) => product.policies).length,
    digest: contentDigest(library),
  };
}
