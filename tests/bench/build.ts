import { spawn } from 'node:child_process';
import { globSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { compileCache, pageCache } from './caches.ts';
import { editCorpus, type Size, writeCorpus } from './corpus.ts';
import type { Usage } from './usage.ts';

/** One build of the site and what it used. */
type Run = Usage & { name: string; wallSeconds: number };

/** All builds of one size, how many pages came out, and the bytes of one: as they are, and as a host sends them. */
export type Series = { size: Size; pages: number; runs: Run[]; bytes: { raw: number; gzip: number } };

/** Builds a corpus of a size as often as there are states a build can start from, cold first. */
export async function measureBuilds(folder: string, size: Size): Promise<Series> {
  const name = `${size.count}-${size.versions ?? 0}`;
  const policies = join(folder, `policies-${name}`);
  const out = join(folder, `site-${name}`);
  const caches = [compileCache(policies), pageCache(policies, out)];
  const empty = () => {
    for (const path of [...caches, out, policies]) rmSync(path, { recursive: true, force: true });
  };
  empty();
  try {
    writeCorpus(policies, size);
    const cold = await build('cold', [policies, '--out', out]);
    const unchanged = await build('nothing changed', [policies, '--out', out]);
    editCorpus(policies, 1);
    const edited = await build('one policy edited', [policies, '--out', out]);
    const forced = await build('compiled before, every page anew', [policies, '--out', out, '--force']);
    const pages = globSync('**/index.html', { cwd: out }).length;
    return { size, pages, runs: [cold, forced, unchanged, edited], bytes: bytesOfPage(out) };
  } finally {
    empty();
  }
}

async function build(name: string, args: string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(
    process.execPath,
    ['--import', './tests/bench/usage.ts', 'src/cli.ts', 'build', ...args],
    {
      stdio: ['ignore', 'pipe', 'inherit', 'pipe'],
    },
  );
  const closed = new Promise((done) => child.on('close', done));
  const [, output, , usage] = child.stdio;
  // Both were asked for as pipes above.
  const [said, used] = await Promise.all(
    [output, usage].map((stream) => text(stream as NodeJS.ReadableStream)),
  );
  const code = await closed;
  if (code !== 0 || !used) throw new Error(`The build ended with ${code}.\n${said}`);
  const wallSeconds = (performance.now() - start) / 1000;
  return { name, wallSeconds, ...(JSON.parse(used) as Usage) };
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
