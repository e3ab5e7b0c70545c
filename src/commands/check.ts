import { reportOf } from '../doors/terminal.ts';
import type { Problem } from '../problem.ts';
import { compareProblems } from '../reports/fingerprint.ts';
import { reportFormats } from '../reports/report.ts';
import { missingRecords } from '../review/missing-records.ts';
import { asCalledNow, renamesIn } from '../review/renames.ts';
import { unreadTexts } from '../rules/unread-texts.ts';
import { problemsOf } from '../site/library.ts';
import { type Checked, checkLibrary, folderOf, isStopped, openCommit, projectOf } from './command.ts';
import { beStrict, declareCommand, inProject, onDay } from './options.ts';

export const check = declareCommand({
  usage: 'check [folder]',
  about: ['Print every problem of every file, and what the rules of the declared regimes find.'],
  options: {
    format: { choices: reportFormats, usual: 'pretty', help: 'how to print' },
    since: { value: '<commit>', help: 'only what was not there where this change began' },
    ...beStrict,
    ...inProject,
    ...onDay,
  },
  run(operands, { format, since, strict, ...told }) {
    const folder = folderOf(operands, told);
    const checked = checkLibrary(projectOf(folder, told));
    const problems = since === undefined ? checked.problems : newProblems(folder, checked, since);
    const unread = unreadTexts(
      checked.library.products.flatMap(({ policies }) => policies),
      checked.problems,
    );
    process.stdout.write(reportOf({ problems }, format, { notice: true, unread }));
    const leftOut = checked.problems.filter((problem) => !problems.includes(problem)).length;
    if (leftOut > 0 && (format === 'pretty' || format === 'compact'))
      process.stdout.write(
        `\nLeft out: ${leftOut} that ${leftOut === 1 ? 'was' : 'were'} there before this change.\n`,
      );
    return isStopped(problems, checked.library, strict) ? 1 : 0;
  },
});

// That what was published stays comes first: whatever else is new may follow from it.
function newProblems(folder: string, { library, problems }: Checked, since: string): Problem[] {
  const { base, commit } = openCommit(folder, since, library);
  const renames = renamesIn(base.sources, library.sources);
  return [
    ...missingRecords(base.sources, library.sources, commit),
    ...compareProblems(asCalledNow(problemsOf(base), base.sources.root, renames), problems).added,
  ];
}
