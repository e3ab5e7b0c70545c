import type { PolicyEntry } from '../compile/compile-model.ts';
import { lastCommit } from '../doors/git.ts';
import type { Problem } from '../problem.ts';
import { recordPath } from '../read/location.ts';
import { type Library, problemsOf } from '../site/library.ts';
import {
  headsOf,
  openWithout,
  recordsToTakeAway,
  sealedTooEarly,
  type TakenAway,
} from '../site/without-unpublished.ts';
import { actsToSeal } from '../versions/release.ts';
import type { Checked } from './command.ts';
import { findPublication } from './publication.ts';

// What a release asks before it seals anything: what is published, and what was sealed too early.

/**
 * What is to be released, without the records that are sealed again; `missing` are problems with what is published, and
 * `ref` is the commit that says what that is, where it is one.
 */
export type Prepared = {
  library: Library;
  problems: Problem[];
  missing: Problem[];
  again: Again[];
  ref?: string | undefined;
};

/** A policy of which something was sealed too early: the files that go first, and what is said of that. */
export type Again = { name: string; files: string[]; says: string };

type Told = { base?: string | undefined; against?: string | undefined; names: readonly string[] };

/** Finds what has to go before the policies that are named can be released, and opens the library without it. */
export async function prepareRelease(
  folder: string,
  { library, problems }: Checked,
  told: Told,
): Promise<Prepared> {
  const unrepaired = problems.filter((problem) => !isRepaired(problem, library));
  const entries = library.products
    .flatMap(({ policies }) => policies)
    .filter(({ product, slug }) => isAsked(`${product}/${slug}`, told.names));
  const early = entries.filter((entry) => sealedTooEarly(entry, library, unrepaired).length > 0);
  const isNeeded = early.length > 0 || entries.some((entry) => isToBeSealed(entry, library.today));
  const isTold = told.base !== undefined || told.against !== undefined;
  const known = isNeeded || isTold ? await findPublication(folder, told, library) : undefined;
  if (!known) {
    const again = early.map(({ product, slug }) => ({
      name: `${product}/${slug}`,
      files: [],
      says: unknown,
    }));
    return { library, problems: unrepaired, missing: [], again, ref: lastCommit };
  }
  const { publication, missing, ref } = known;
  const taken = recordsToTakeAway(library, early, publication, isRepaired);
  const again = taken.map((one) => againOf(one, library, publication.source));
  if (taken.every(({ paths }) => paths.length === 0))
    return { library, problems: unrepaired, missing, again, ref };
  const left = openWithout(library, taken);
  return {
    library: left,
    problems: problemsOf(left).filter((problem) => !isRepaired(problem, left)),
    missing,
    again,
    ref,
  };
}

const unknown =
  'Nothing says whether its last record is published: name a commit that is with --base, or the live site with --against.';

function againOf({ name, paths, isPublished }: TakenAway, library: Library, source: string): Again {
  const records = paths.map((path) => path.replace(/^.*\/(.*)\.json$/, '$1')).join(', ');
  const says =
    paths.length > 0
      ? `${records} ${paths.length > 1 ? 'are' : 'is'} not published: ${source} does not have ${paths.length > 1 ? 'them' : 'it'}.`
      : isPublished
        ? `What is sealed of it is published: ${source} has it.`
        : '';
  return { name, files: paths.length > 0 ? [...headsOf(library, name), ...paths] : [], says };
}

/** Whether policies of a name are to be released: those that are named, or all. */
export function isAsked(name: string, names: readonly string[]): boolean {
  return names.length === 0 || names.includes(name);
}

/** Whether something of a policy is to be sealed on a day. */
export function isToBeSealed(entry: PolicyEntry, day: string): boolean {
  return entry.versions.some(({ isProposed }) => isProposed) || actsToSeal(entry, day).length > 0;
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
