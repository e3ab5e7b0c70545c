import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { compileCache, pageCache } from './caches.ts';
import { editCorpus, type Size, writeCorpus } from './corpus.ts';
import { buildOther, expectSameWords, type Other, type PageText, textsOf, writeOther } from './others.ts';
import { type Usage, usageOf } from './usage.ts';

/** The builds of one kind, one a round, and how many pages came out. */
export type Builds = { name: string; pages: number; rounds: Usage[]; isOther: boolean };

/** All builds of one size, and the bytes of one page: as they are, and as a host sends them. */
export type Series = { size: Size; builds: Builds[]; bytes: { raw: number; gzip: number } };

type Wanted = { rounds: number; others: readonly Other[] };

/**
 * Builds a corpus of a size as often as there are states a build can start from, cold first, and the same texts by the
 * other generators. In each round all take their turn, so that each ratio is of builds that stood side by side.
 */
export async function measureBuilds(folder: string, size: Size, { rounds, others }: Wanted): Promise<Series> {
  const place = placeOf(folder, size);
  empty([...place.caches, place.out, place.policies]);
  try {
    writeCorpus(place.policies, size);
    const beside = writeOthers(place, others);
    const measured: Round[] = [];
    for (let round = 0; round < rounds; round++) measured.push(await measureRound(place, beside));
    return { size, builds: buildsOf(measured), bytes: bytesOfPage(place.out) };
  } finally {
    empty([...place.caches, place.out, place.policies, ...others.map(({ name }) => place.siteOf(name))]);
  }
}

type Place = {
  policies: string;
  out: string;
  caches: readonly string[];
  texts: string;
  siteOf(other: string): string;
};

function placeOf(folder: string, { count, versions = 0 }: Size): Place {
  const below = (name: string) => join(folder, `${name}-${count}-${versions}`);
  const [policies, out] = [below('policies'), below('site')];
  const caches = [compileCache(policies), pageCache(policies, out)];
  return { policies, out, caches, texts: below('texts'), siteOf: below };
}

function empty(paths: readonly string[]): void {
  for (const path of paths) rmSync(path, { recursive: true, force: true });
}

type Beside = { texts: readonly PageText[]; sites: { other: Other; site: string }[] };

function writeOthers({ policies, texts: cache, siteOf }: Place, others: readonly Other[]): Beside {
  const texts = others.length > 0 ? textsOf(policies, cache) : [];
  empty([cache]);
  const sites = others.map((other) => ({ other, site: siteOf(other.name) }));
  for (const { other, site } of sites) writeOther(other, site, texts);
  return { texts, sites };
}

type Round = { name: string; pages: number; isOther: boolean; usage: Usage }[];

async function measureRound({ policies, out, caches }: Place, { texts, sites }: Beside): Promise<Round> {
  const round: Round = [];
  const ours = async (name: string, ...more: string[]) => {
    const usage = await build([policies, '--out', out, ...more]);
    round.push({ name, pages: pagesIn(out), isOther: false, usage });
  };
  empty([...caches, out]);
  const alone = await usageOf([process.execPath, 'tests/bench/pages-only.ts', policies, out]);
  round.push({ name: 'cold, pages of policies alone', pages: pagesIn(out), isOther: false, usage: alone });
  empty([...caches, out]);
  await ours('cold');
  for (const { other, site } of sites) {
    const usage = await buildOther(other, site);
    const made = join(site, 'public');
    expectSameWords(out, made, texts);
    round.push({ name: `${other.name} ${other.version}`, pages: pagesIn(made), isOther: true, usage });
  }
  await ours('compiled before, every page anew', '--force');
  await ours('nothing changed');
  const undo = editCorpus(policies);
  await ours('one policy edited');
  undo();
  return round;
}

// Every round has the same builds in the same order.
function buildsOf(measured: readonly Round[]): Builds[] {
  return (measured[0] ?? []).map(({ name, pages, isOther }, index) => ({
    name,
    pages,
    isOther,
    rounds: measured.flatMap((round) => round[index]?.usage ?? []),
  }));
}

function pagesIn(folder: string): number {
  return globSync('**/index.html', { cwd: folder }).length;
}

/** Bundles our code as it is published: what is installed loads a few files, and not the hundreds that people edit. */
export async function bundle(): Promise<void> {
  await usageOf([process.execPath, 'scripts/bundle.ts']);
}

/** A build by the command, as a person would run it who has installed the package. */
async function build(args: readonly string[]): Promise<Usage> {
  return usageOf([process.execPath, 'lib/src/cli.js', 'build', ...args]);
}

function bytesOfPage(out: string): Series['bytes'] {
  const files = ['product-1/cookie-policy/index.html', 'style.css'].map((file) =>
    readFileSync(join(out, file)),
  );
  const sum = (sizes: number[]) => sizes.reduce((total, size) => total + size, 0);
  return {
    raw: sum(files.map(({ length }) => length)),
    gzip: sum(files.map((file) => gzipSync(file).length)),
  };
}
