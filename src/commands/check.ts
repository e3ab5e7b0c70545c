import { openLibrary, reportOf } from '../site.ts';
import { type Command, folderOf, isStopped, reportFormatOf } from './command.ts';

export const check: Command = {
  manual: `  check [folder]    Check the policies and print every problem.
                    --format pretty|json|github   how to print (pretty)`,
  run(operands, options) {
    const format = reportFormatOf(options);
    const library = openLibrary(folderOf(operands, options));
    process.stdout.write(reportOf(library, format));
    return isStopped(library) ? 1 : 0;
  },
};
