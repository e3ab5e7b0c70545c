import { reportOf } from '../doors/terminal.ts';
import { compareProblems } from '../reports/fingerprint.ts';
import { reportFormats } from '../reports/report.ts';
import { problemsOf } from '../site/library.ts';
import {
  type Checked,
  type Command,
  checkLibrary,
  folderOf,
  formatOf,
  isStopped,
  openCommit,
} from './command.ts';

export const check: Command = {
  manual: `  check [folder]    Print every problem of every file, and what the rules of the declared regimes find.
                    --format pretty|compact|json|github|sarif   how to print (pretty)
                    --since <commit>              only what was not there where this change began`,
  run(operands, options) {
    const format = formatOf(options.format, reportFormats);
    const folder = folderOf(operands, options);
    const checked = checkLibrary(folder);
    const problems =
      options.since === undefined ? checked.problems : newProblems(folder, checked, options.since);
    process.stdout.write(reportOf({ problems }, format, { notice: true }));
    const leftOut = checked.problems.length - problems.length;
    if (leftOut > 0 && (format === 'pretty' || format === 'compact'))
      process.stdout.write(
        `\nLeft out: ${leftOut} that ${leftOut === 1 ? 'was' : 'were'} there before this change.\n`,
      );
    return isStopped(problems, checked.library) ? 1 : 0;
  },
};

function newProblems(folder: string, { library, problems }: Checked, since: string) {
  return compareProblems(problemsOf(openCommit(folder, since, library).base), problems).added;
}
