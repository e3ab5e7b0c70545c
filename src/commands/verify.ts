import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { chainsIn } from '../compile/former-names.ts';
import { publishedSite, readSources } from '../doors/disk.ts';
import { reportOf } from '../doors/terminal.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { reportFormats } from '../reports/report.ts';
import { versionsIn } from '../versions/read-chain.ts';
import { verifySite } from '../versions/verify.ts';
import { folderOf } from './command.ts';
import { declareCommand, inProject } from './options.ts';

export const verify = declareCommand({
  usage: 'verify [folder]',
  about: [
    'Check every published version again: in a folder of policies, its records; in a built site',
    '(dist), also every page against its record and every file against SHA256SUMS.',
  ],
  options: { format: { choices: reportFormats, usual: 'pretty', help: 'how to print' }, ...inProject },
  run(operands, { format, ...told }) {
    const folder = folderOf(operands, told);
    // A built site that has lost its list of versions is still one, and must not pass for want of it.
    const isSite = !existsSync(join(folder, 'site.yaml'));
    const { versions, problems } = isSite ? verifySite(publishedSite(folder)) : verifyRecords(folder);
    process.stdout.write(reportOf({ problems }, format));
    if (format === 'pretty') {
      process.stdout.write(`Checked ${versions} published ${versions === 1 ? 'version' : 'versions'}.\n`);
    }
    return problems.length > 0 ? 1 : 0;
  },
});

/** Checks the records of a folder of policies, whatever state the texts beside them are in. */
function verifyRecords(folder: string): { versions: number; problems: Problem[] } {
  const sources = readSources(folder);
  const chains = chainsIn(sources);
  return {
    versions: chains.flatMap(versionsIn).length,
    problems: sortProblems(chains.flatMap(({ problems }) => problems)),
  };
}
