import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { measureBuilds, type Series } from './build.ts';
import { writeCorpus } from './corpus.ts';
import { benchDiff } from './diff.ts';
import { profileCompile } from './stages.ts';

// npm run bench                        whole builds of 100 and 1,000 policies, and of policies with 5 and 100 versions
// npm run bench -- build 100 5000 20x5 whole builds of other sizes: policies, or policies x versions
// npm run bench -- compile 1000        where a cold compile spends its time
// npm run bench -- diff                the redline beside other engines, and the bars it has to meet
//
// CPU seconds and ratios compare between runs; wall seconds tell how busy the machine was.

const [command = 'build', ...sizes] = process.argv.slice(2);
const wanted = (sizes.length > 0 ? sizes : ['100', '1000', '200x5', '2x100']).map(sizeOf);
// Astro builds nowhere but below its project, and two benches at once must not share a folder.
const folder = join('.cache/bench', String(process.pid));
if (
  !['build', 'compile', 'diff'].includes(command) ||
  !wanted.every(({ count, versions }) =>
    [count, versions + 1].every((one) => Number.isInteger(one) && one > 0),
  )
) {
  throw new Error(
    'Unexpected arguments, expected build or compile and some numbers of policies, as 100 or 20x5, or diff.',
  );
}
mkdirSync(folder, { recursive: true });
try {
  if (command === 'build') await benchBuilds();
  else if (command === 'diff') process.exitCode = benchDiff() ? 0 : 1;
  else for (const { count } of wanted) benchCompile(count);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function benchBuilds(): Promise<void> {
  const single = await measureBuilds(folder, { count: 1 });
  // Other work on the machine only ever adds.
  const start = Math.min(...single.runs.map(({ cpuSeconds }) => cpuSeconds));
  head(['policies', 'pages', 'build', 'CPU s', 'of cold', 'CPU ms per page', 'wall s', 'peak MB']);
  printSeries(single, start);
  for (const size of wanted) printSeries(await measureBuilds(folder, size), start);
  const { raw, gzip } = single.bytes;
  process.stdout.write(`
Start-up, which every build pays: ${start.toFixed(1)} CPU s (the cheapest build of one policy).
CPU ms per page: what is above that, divided by all pages of the site. Ten policies are of one product.
One page with its stylesheet: ${raw} bytes, ${gzip} bytes with gzip.
`);
}

function printSeries({ size: { count, versions = 0 }, pages, runs }: Series, start: number): void {
  const [cold] = runs;
  for (const run of runs) {
    const ratio = run.cpuSeconds / (cold?.cpuSeconds ?? run.cpuSeconds);
    const perPage = ((run.cpuSeconds - start) * 1000) / pages;
    row([
      versions > 0 ? `${count} × ${versions} versions` : count,
      pages,
      run.name,
      run.cpuSeconds.toFixed(1),
      ratio.toFixed(2),
      count === 1 ? '–' : perPage.toFixed(1),
      run.wallSeconds.toFixed(1),
      run.peakMegabytes.toFixed(0),
    ]);
  }
}

function benchCompile(count: number): void {
  const policies = join(folder, `compile-${count}`);
  writeCorpus(policies, { count });
  const { split, cpuSeconds } = profileCompile(policies);
  const total = [...split.values()].reduce((sum, share) => sum + share, 0);
  const perPolicy = (cpuSeconds * 1000) / count;
  process.stdout.write(`\nCold compile of ${count} policies: ${perPolicy.toFixed(2)} CPU ms per policy.\n\n`);
  head(['stage', 'share', 'CPU ms per policy']);
  for (const [stage, time] of [...split].sort(([, a], [, b]) => b - a)) {
    const share = time / total;
    row([stage, `${(share * 100).toFixed(1)}%`, (share * perPolicy).toFixed(2)]);
  }
}

function head(heads: string[]): void {
  row(heads);
  row(heads.map(() => '---'));
}

function row(cells: (string | number)[]): void {
  process.stdout.write(`| ${cells.join(' | ')} |\n`);
}

function sizeOf(written: string): { count: number; versions: number } {
  const [count, versions = 0] = written.split('x').map(Number);
  return { count: count ?? 0, versions };
}
