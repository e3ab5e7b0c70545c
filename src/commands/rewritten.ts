import { readPastText } from '../doors/git.ts';
import { type Problem, startOf } from '../problem.ts';
import { recordPath } from '../read/location.ts';
import type { Library } from '../site/library.ts';
import { readEntry } from '../versions/record.ts';
import type { NewRecord } from '../versions/release.ts';
import { otherWords } from '../versions/sealed-before.ts';

/**
 * The policies of which a record would be written that says other things than the one committed under its name before, in
 * `ref` or what led to it: that it is gone from the folder does not make it unpublished.
 */
export function rewrittenPolicies(
  folder: string,
  records: readonly NewRecord[],
  library: Library,
  ref: string,
): { name: string; because: Problem[] }[] {
  const problems = records
    .filter(({ sort }) => sort !== 'head')
    .flatMap(({ product, slug, name, path, text }) => {
      const policy = `${product}/${slug}`;
      const former = library.standings.get(policy)?.entry.former ?? [];
      const paths = [policy, ...former].map((own) => {
        const [product = '', slug = ''] = own.split('/');
        return recordPath({ product, slug, name });
      });
      const past = paths.flatMap((own) => {
        const found = readPastText(folder, own, (bytes) => 'entry' in readEntry(bytes), ref);
        return found && otherWords(found.bytes, text).length > 0 ? [{ path: own, ...found }] : [];
      });
      const [other] = past;
      return other ? [{ policy, problem: rewrittenProblem(`${library.sources.root}/${path}`, other) }] : [];
    });
  return [...Map.groupBy(problems, ({ policy }) => policy)].map(([name, own]) => ({
    name,
    because: own.map(({ problem }) => problem),
  }));
}

function rewrittenProblem(file: string, { path, commit }: { path: string; commit: string }): Problem {
  return {
    rule: 'version/rewritten',
    severity: 'error',
    message:
      'Unexpected other words under the name of a record that was committed, expected those it was sealed with.',
    place: startOf(file),
    help: `Put the record back: \`git restore --source ${commit.slice(0, 10)} -- ${path}\`, in the folder of the policies, with the head.json of its time. A text that is new needs a date of its own, or \`change.corrects\`.`,
  };
}
