import { join } from 'node:path';
import { removeLeftovers, writeNew, writeWhole } from '../doors/write.ts';
import type { Problem } from '../problem.ts';
import { recordPath } from '../read/location.ts';
import type { Library } from '../site/library.ts';
import { newRecords } from '../versions/release.ts';
import {
  type Checked,
  checkLibrary,
  folderOf,
  isStopped as isAnyStopping,
  printProblems,
  projectOf,
} from './command.ts';
import { declareCommand, inProject, onDay } from './options.ts';

export const release = declareCommand({
  usage: 'release [folder]',
  about: ['Seal every policy whose text has a new date: write its record.'],
  options: { 'dry-run': { help: 'only say what would be written' }, ...inProject, ...onDay },
  run(operands, told) {
    const folder = folderOf(operands, told);
    return releaseFolder(folder, checkLibrary(projectOf(folder, told)), told['dry-run']);
  },
});

/** Writes the records of new versions, each whole or not at all. A record that exists is never written over. */
function releaseFolder(folder: string, { library, problems }: Checked, isDryRun: boolean): number {
  const others = problems.filter((problem) => !isRepaired(problem, library));
  const isStopped = isAnyStopping(others, library);
  printProblems(isStopped ? others : others.filter(({ finding }) => !finding));
  if (isStopped) {
    process.stdout.write('Nothing was released.\n');
    return 1;
  }
  if (!isDryRun) for (const { id } of library.products) removeLeftovers(join(folder, id, 'history'));
  const { records, skipped } = newRecords(library, library.readCompiled, library.today);
  for (const { product, slug } of skipped) {
    process.stdout.write(`${product}/${slug} states no date and cannot be released: give it \`updated\`.\n`);
  }
  for (const { path, text, sort, digest: seal } of records) {
    const file = join(folder, path);
    const write = sort === 'head' ? writeHead : writeNew;
    const fault = isDryRun ? undefined : writeRecordFile(file, text, write);
    if (fault) return stop(fault);
    process.stdout.write(`${isDryRun ? 'Would write' : 'Wrote'} ${file} (${seal.slice(0, 16)}…)\n`);
  }
  if (records.length === 0) process.stdout.write('Nothing to release: every dated text is published.\n');
  return 0;
}

// Where a run was interrupted before it wrote the head of a chain, the next one does.
function isRepaired({ rule, place }: Problem, { products, sources }: Library): boolean {
  if (rule !== 'version/head') return false;
  const entry = products
    .flatMap(({ policies }) => policies)
    .find(
      ({ product, slug }) => place.file === `${sources.root}/${recordPath({ product, slug, name: 'head' })}`,
    );
  return entry?.chain.head === 'missing' || entry?.chain.head === 'behind';
}

// The head of a chain takes the place of the one before.
function writeHead(file: string, text: string): true {
  writeWhole(file, text);
  return true;
}

// A folder that cannot be written to is the person's to put right, not a fault of ours.
function writeRecordFile(file: string, text: string, write: typeof writeNew): string | undefined {
  try {
    return write(file, text) ? undefined : `Unexpected other record at ${file}, expected none.`;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return `Unexpected failure to write ${file} (${error.code}), expected a folder that can be written to. Nothing of it was written.`;
  }
}

function stop(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
