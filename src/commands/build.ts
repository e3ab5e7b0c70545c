import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { shortDigest } from '../digest.ts';
import { publishedSite } from '../doors/disk.ts';
import { sumsPath, writeSums } from '../versions/sums.ts';
import { type Command, checkLibrary, folderOf, type Options, printProblems } from './command.ts';

export const build: Command = {
  manual: `  build [folder]    Check, then write the site.
                    --out <folder>                where to (dist)
                    --force                       render every page anew`,
  run(operands, options) {
    return buildFolder(folderOf(operands, options), options);
  },
};

/** Writes the site beside the old one and puts it in its place when it is whole; a failure leaves the old one as it was. */
async function buildFolder(folder: string, { out, force }: Options): Promise<number> {
  putBack(resolve(out));
  const { library, problems, isStopped } = checkLibrary(folder);
  printProblems(problems);
  if (isStopped) {
    process.stdout.write('No site was written.\n');
    return 1;
  }
  // Either of them could say that the site is for developers: its pages would lack their content security policy.
  process.env.NODE_ENV = 'production';
  delete process.env.DEV;
  const next = resolve(`${out}.next`);
  // Pages of another folder, or of a build that runs at the same time, must not be taken for ours.
  const cacheDir = resolve('.cache/astro', shortDigest([resolve(folder), resolve(out)]));
  const unfinished = join(cacheDir, 'unfinished');
  // Astro lists the pages it keeps last of all: after a build that was cut short, its list is of older pages.
  const isForced = force || existsSync(unfinished);
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(unfinished, '');
  const { build: buildSite } = await import('astro');
  try {
    await buildSite({
      outDir: next,
      cacheDir,
      force: isForced,
      logLevel: 'warn',
      vite: { logLevel: 'warn' },
    });
    rmSync(unfinished, { force: true });
    writeFileSync(join(next, sumsPath), writeSums(publishedSite(next)));
    swap(next, resolve(out));
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  const policies = library.products.flatMap((product) => product.policies).length;
  process.stdout.write(`Wrote ${policies} ${policies === 1 ? 'policy' : 'policies'} to ${out}/.\n`);
  return 0;
}

// A build that was killed between the two renames of `swap` has left the old site beside its place.
function putBack(target: string): void {
  if (!existsSync(target) && existsSync(besideOf(target))) renameSync(besideOf(target), target);
}

// A folder that is not empty cannot be renamed over, so the old site steps aside first.
function swap(next: string, target: string): void {
  const old = besideOf(target);
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(next, target);
  rmSync(old, { recursive: true, force: true });
}

function besideOf(target: string): string {
  return `${target}.before-policybook`;
}
