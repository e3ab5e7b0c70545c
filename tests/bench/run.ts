import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { type Builds, bundle, measureBuilds, type Series } from './build.ts';
import { type Size, writeCorpus } from './corpus.ts';
import { benchDiff } from './diff.ts';
import { findOthers } from './others.ts';
import { profileCompile } from './stages.ts';
import type { Usage } from './usage.ts';

// npm run bench                        whole builds of 100 and 1,000 policies, and of policies with 5 and 100 versions
// npm run bench -- build 100 5000 20x5 whole builds of other sizes: policies, or policies x versions
// npm run bench -- build 1000x20/10    one policy in ten with versions
// npm run bench -- compile 1000        where a cold compile spends its time
// npm run bench -- diff                the redline beside other engines, and the bars it has to meet
//
// --rounds <number>                    how often each build is measured (3)
// --hugo <file>, --eleventy <file>     the generators that build the same texts, where they are not on the PATH
//
// CPU seconds and ratios compare between runs; wall seconds tell how busy the machine was.

const { values: told, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    rounds: { type: 'string', default: '3' },
    hugo: { type: 'string' },
    eleventy: { type: 'string' },
  },
});
const [command = 'build', ...sizes] = positionals;
const wanted = (sizes.length > 0 ? sizes : ['100', '1000', '200x5', '2x100']).map(sizeOf);
const rounds = Number(told.rounds);
// Two benches at once must not share a folder.
const folder = join('.cache/bench', String(process.pid));
const numbers = [
  rounds,
  ...wanted.flatMap(({ count, versions = 0, oneIn = 1 }) => [count, versions + 1, oneIn]),
];
if (
  !['build', 'compile', 'diff'].includes(command) ||
  !numbers.every((one) => Number.isInteger(one) && one > 0)
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
  const others = findOthers({
    ...(told.hugo !== undefined && { hugo: told.hugo }),
    ...(told.eleventy !== undefined && { eleventy: told.eleventy }),
  });
  await bundle();
  // The first also makes what is made once for each version of our code, so that no other pays for it.
  const single = await measureBuilds(folder, { count: 1 }, { rounds: rounds + 1, others: [] });
  head([
    'policies',
    'build',
    'pages',
    'CPU s',
    ...others.map(({ name }) => `× ${name}`),
    'wall s',
    'peak MB',
  ]);
  for (const size of wanted) printSeries(await measureBuilds(folder, size, { rounds, others }));
  const { raw, gzip } = single.bytes;
  const least = (name: string) => Math.min(...cpuOf(single, name)).toFixed(2);
  process.stdout.write(`
One policy: ${least('cold')} CPU s cold, ${least('nothing changed')} where nothing changed.
One page with its stylesheet: ${raw} bytes, ${gzip} bytes with gzip.
Medians of ${rounds}; the least and the most in parentheses where they differ. Ten policies are of one product. Ratios are of
builds side by side. ${others.length > 0 ? 'The others make a page of each text, and their pages say the same, letter by letter.' : 'Neither Hugo nor Eleventy was found.'}
`);
}

function cpuOf({ builds }: Series, name: string): number[] {
  return builds.find((one) => one.name === name)?.rounds.map(({ cpuSeconds }) => cpuSeconds) ?? [];
}

function printSeries({ size, builds }: Series): void {
  const others = builds.filter(({ isOther }) => isOther);
  for (const { name, pages, rounds: own } of builds)
    row([
      nameOf(size),
      name,
      pages,
      spread(
        own.map(({ cpuSeconds }) => cpuSeconds),
        1,
      ),
      ...others.map((other) => spread(ratiosOf(own, other), 1)),
      spread(
        own.map(({ wallSeconds }) => wallSeconds),
        1,
      ),
      peakOf(own),
    ]);
}

function ratiosOf(own: readonly Usage[], other: Builds): number[] {
  return own.map(({ cpuSeconds }, round) => cpuSeconds / (other.rounds[round]?.cpuSeconds ?? Number.NaN));
}

// The one in the middle, between the least and the most.
function spread(numbers: readonly number[], digits: number): string {
  const sorted = numbers.toSorted((a, b) => a - b).map((one) => one.toFixed(digits));
  const [least = '–', most = '–'] = [sorted[0], sorted.at(-1)];
  const middle = sorted[Math.floor(sorted.length / 2)] ?? '–';
  return least === most ? middle : `${middle} (${least}–${most})`;
}

function peakOf(own: readonly Usage[]): string {
  const peaks = own.flatMap(({ peakMegabytes = [] }) => peakMegabytes);
  return peaks.length > 0 ? Math.max(...peaks).toFixed(0) : '–';
}

function nameOf({ count, versions = 0, oneIn = 1 }: Size): string {
  const few = oneIn > 1 ? `, one in ${oneIn} × ` : ' × ';
  return versions > 0 ? `${count}${few}${versions} versions` : String(count);
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

function sizeOf(written: string): Size {
  const [count, versions = 0, oneIn = 1] = written.split(/[x/]/).map(Number);
  return { count: count ?? 0, versions, oneIn };
}
