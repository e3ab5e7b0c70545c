import type { PolicyEntry } from '../compile/compile-model.ts';
import type { Problem, Rule } from '../problem.ts';
import { type Publication, unpublishedFiles } from '../versions/publication.ts';
import { readChain } from '../versions/read-chain.ts';
import { concerns } from './concerned.ts';
import { type Library, openSources } from './library.ts';

/** The records of a policy that have to go before it can be released; `isPublished` where all of them are. */
export type TakenAway = { name: string; paths: string[]; isPublished: boolean };

// What can be wrong because a record was sealed too early, or twice.
const sealed = new Set<Problem['rule']>([
  'version/changed-text',
  'version/changed-act',
  'version/no-change',
  'version/date-order',
  'version/future',
  'version/fork',
  'version/chain',
  'version/record',
  'version/head',
] satisfies Rule[]);

/** The problems of a policy for which a record may be to blame that is not published yet. */
export function sealedTooEarly(
  entry: PolicyEntry,
  library: Library,
  problems: readonly Problem[],
): Problem[] {
  const { product, slug } = entry;
  const { policies = [], unread = [] } = library.productsById.get(product) ?? {};
  const siblings = [...policies.map((policy) => policy.slug), ...unread];
  return problems.filter(
    (problem) =>
      sealed.has(problem.rule) &&
      problem.severity === 'error' &&
      concerns(problem, { product, slug, siblings }, library.sources.root),
  );
}

/**
 * The records of some policies that are not published and stand in the way of a release: as few as may be of each, from
 * the end of its chain; none where that would not help. `isRepaired` says which problems a release mends by itself.
 */
export function recordsToTakeAway(
  library: Library,
  entries: readonly PolicyEntry[],
  publication: Publication,
  isRepaired: (problem: Problem, library: Library) => boolean,
): TakenAway[] {
  return entries.map((entry) => {
    const name = `${entry.product}/${entry.slug}`;
    const names = [name, ...entry.former];
    const chain = readChain(name, entry.former, entry.chain.files, library.sources);
    const files = unpublishedFiles(chain, entry.chain.files, names, publication).map(({ path }) => path);
    const isMended = (paths: string[]) => {
      const trial = openWithout(library, [{ name, paths }]);
      const left = trial.standings.get(name)?.entry;
      const problems = trial.problems.filter((problem) => !isRepaired(problem, trial));
      return left !== undefined && sealedTooEarly(left, trial, problems).length === 0;
    };
    const last = files.findIndex((_, index) => isMended(files.slice(0, index + 1)));
    return { name, paths: files.slice(0, last + 1), isPublished: files.length === 0 };
  });
}

/** A library as it would be without some records, and without the heads of their chains. */
export function openWithout(library: Library, taken: readonly Pick<TakenAway, 'name' | 'paths'>[]): Library {
  const gone = new Set(taken.flatMap(({ name, paths }) => [...paths, ...headsOf(library, name)]));
  const found = library.sources.found.filter(({ path }) => !gone.has(path));
  return openSources({ ...library.sources, found }, library.project, library);
}

/** Where the heads of a policy's chain lie: it may have left one under a former name. */
export function headsOf({ standings }: Library, name: string): string[] {
  const files = standings.get(name)?.entry.chain.files ?? [];
  return files.filter((file) => file.name === 'head').map(({ path }) => path);
}
