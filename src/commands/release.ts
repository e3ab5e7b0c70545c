import { join } from 'node:path';
import { newRecords } from '../core/release.ts';
import { openLibrary, reportOf } from '../site.ts';
import { writeNew } from '../write.ts';
import { type Command, folderOf, isStopped } from './command.ts';

export const release: Command = {
  manual: `  release [folder]  Seal every policy whose text has a new date: write its record.
                    --dry-run                     only say what would be written`,
  run(operands, options) {
    return releaseFolder(folderOf(operands, options), options['dry-run']);
  },
};

/** Writes the records of new versions, each whole or not at all. A record that exists is never written over. */
function releaseFolder(folder: string, isDryRun: boolean): number {
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
    if (!isDryRun && !writeNew(file, text)) return stop(`Unexpected other record at ${file}, expected none.`);
    process.stdout.write(`${isDryRun ? 'Would write' : 'Wrote'} ${file} (${seal.slice(0, 16)}…)\n`);
  }
  if (records.length === 0) process.stdout.write('Nothing to release: every dated text is published.\n');
  return 0;
}

function stop(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
