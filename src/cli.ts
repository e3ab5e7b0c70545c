#!/usr/bin/env node
import { existsSync, mkdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { date } from '../schemas/values.ts';
import { digest } from './core/digest.ts';
import { newRecords } from './core/release.ts';
import { type ReportFormat, reportFormats } from './core/report.ts';
import { manifestPath, sumsPath, verifySite, writeSums } from './core/verify.ts';
import { type Library, openLibrary, publishedSite, reportOf, stopsBuild, verifyRecords } from './site.ts';
import { writeNew } from './write.ts';

const manual = `Usage: policybook <command> [folder] [options]

  check [folder]    Check the policies and print every problem.
                    --format pretty|json|github   how to print (pretty)
  build [folder]    Check, then write the site.
                    --out <folder>                where to (dist)
                    --force                       render every page anew
  release [folder]  Seal every policy whose text has a new date: write its record.
                    --dry-run                     only say what would be written
  verify [folder]   Check every published version again: in a folder of policies, its records; in a built site
                    (dist), also every page against its record and every file against SHA256SUMS.
  start [folder]    Serve the site and reload it while you edit.
                    --port <number>               (4321)
                    --no-open                     do not open a browser

The folder is policies unless you name another. With --as-of YYYY-MM-DD, check and build take that day for today.
`;

const options = {
  format: { type: 'string', default: 'pretty' },
  'dry-run': { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  out: { type: 'string', default: 'dist' },
  force: { type: 'boolean', default: false },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

type Options = ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>['values'];
type Command = (folder: string, values: Options) => Promise<number> | number;

const commands: Record<string, Command> = { check, build, release, verify, start };

/** Runs one command. Gives the exit code: 0 all well, 1 problems in the policies, 2 a command that makes no sense. */
async function run(argv: string[]): Promise<number> {
  const parsed = readArguments(argv);
  if (typeof parsed === 'string') return refuse(parsed);
  const { values, positionals } = parsed;
  const [name, folder = 'policies', ...rest] = positionals;
  if (values.help || name === undefined || name === 'help') {
    process.stdout.write(manual);
    return 0;
  }
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (!command) return refuse(`Unexpected command ${name}, expected ${Object.keys(commands).join(', ')}.`);
  if (rest.length > 0) return refuse(`Unexpected ${rest.join(' ')}, expected one folder.`);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    return refuse(`Unexpected folder ${folder}, expected a folder with a site.yaml in it.`);
  }
  const { 'as-of': day } = values;
  if (day !== undefined && !date.safeParse(day).success)
    return refuse(`Unexpected day ${day}, expected a date like 2026-03-31.`);
  if (day !== undefined) process.env.POLICYBOOK_TODAY = day;
  process.env.POLICYBOOK_FOLDER = folder;
  process.env.ASTRO_TELEMETRY_DISABLED = '1';
  return command(folder, values);
}

function readArguments(argv: string[]) {
  try {
    return parseArgs({ args: argv, options, allowPositionals: true });
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

function refuse(message: string): number {
  process.stderr.write(`${message}\n\n${manual}`);
  return 2;
}

function check(folder: string, { format }: Options): number {
  if (!isReportFormat(format))
    return refuse(`Unexpected format ${format}, expected ${reportFormats.join(', ')}.`);
  const library = openLibrary(folder);
  process.stdout.write(reportOf(library, format));
  return isStopped(library) ? 1 : 0;
}

function isReportFormat(format: string): format is ReportFormat {
  return (reportFormats as readonly string[]).includes(format);
}

function isStopped(library: Library): boolean {
  return library.problems.some((problem) => stopsBuild(problem, library.site));
}

/** Writes the records of new versions, each whole or not at all. A record that exists is never written over. */
function release(folder: string, { 'dry-run': isDryRun }: Options): number {
  const library = openLibrary(folder);
  if (library.problems.length > 0) process.stdout.write(`${reportOf(library, 'pretty')}\n`);
  if (isStopped(library)) {
    process.stdout.write('Nothing was released.\n');
    return 1;
  }
  const { records, skipped } = newRecords(library, library.readCompiled);
  for (const { product, slug } of skipped) {
    process.stdout.write(`${product}/${slug} states no date and cannot be released: give it \`updated\`.\n`);
  }
  for (const { path, text, digest: seal } of records) {
    const file = join(folder, path);
    if (!isDryRun && !writeNew(file, text))
      return refuse(`Unexpected other record at ${file}, expected none.`);
    process.stdout.write(`${isDryRun ? 'Would write' : 'Wrote'} ${file} (${seal.slice(0, 16)}…)\n`);
  }
  if (records.length === 0) process.stdout.write('Nothing to release: every dated text is published.\n');
  return 0;
}

/** Checks what is published by its own files alone. */
function verify(folder: string, { format }: Options): number {
  if (!isReportFormat(format))
    return refuse(`Unexpected format ${format}, expected ${reportFormats.join(', ')}.`);
  const { versions, problems } = existsSync(join(folder, manifestPath))
    ? verifySite(publishedSite(folder))
    : verifyRecords(folder);
  process.stdout.write(reportOf({ problems }, format));
  if (format === 'pretty')
    process.stdout.write(`Checked ${versions} published ${versions === 1 ? 'version' : 'versions'}.\n`);
  return problems.length > 0 ? 1 : 0;
}

/** Writes the site beside the old one and puts it in its place when it is whole; a failure leaves the old one as it was. */
async function build(folder: string, { out, force }: Options): Promise<number> {
  const library = openLibrary(folder);
  if (library.problems.length > 0) process.stdout.write(`${reportOf(library, 'pretty')}\n`);
  if (isStopped(library)) {
    process.stdout.write('No site was written.\n');
    return 1;
  }
  // Either of them could say that the site is for developers: its pages would lack their content security policy.
  process.env.NODE_ENV = 'production';
  delete process.env.DEV;
  const next = resolve(`${out}.next`);
  // Pages of another folder, or of a build that runs at the same time, must not be taken for ours.
  const cacheDir = resolve('.cache/astro', digest([resolve(folder), resolve(out)]).slice(0, 16));
  const unfinished = join(cacheDir, 'unfinished');
  // Astro lists the pages it keeps last of all: after a build that was cut short, its list is of older pages.
  const isForced = force || existsSync(unfinished);
  mkdirSync(cacheDir, { recursive: true });
  writeFileSync(unfinished, '');
  const { build: buildSite } = await import('astro');
  putBack(resolve(out));
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
  if (!existsSync(target) && existsSync(`${target}.old`)) renameSync(`${target}.old`, target);
}

// A folder that is not empty cannot be renamed over, so the old site steps aside first.
function swap(next: string, target: string): void {
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(next, target);
  rmSync(old, { recursive: true, force: true });
}

async function start(folder: string, { port, 'no-open': noOpen }: Options): Promise<number> {
  process.stdout.write(`${reportOf(openLibrary(folder), 'pretty')}\n`);
  // Left to itself, Astro moves its server to the background when it thinks a program started it.
  process.env.ASTRO_DEV_BACKGROUND = '0';
  const { dev } = await import('astro');
  await dev({ server: { open: !noOpen, ...(port && { port: Number(port) }) } });
  return new Promise(() => {});
}

process.exitCode = await run(process.argv.slice(2));
