import { compareText, type Problem, type Rule, startOf } from '../problem.ts';
import type { RecordLocation } from '../read/location.ts';
import { readHead } from './record.ts';
import type { FormFault } from './record-form.ts';

// The entries of a policy in the order in which each was sealed on top of the one before, whatever their files are
// called, and what is wrong where they make no such order.

/** What a chain needs to know of an entry. */
export type Link = {
  /** `<product>/<slug>`, as the entry says it. */
  policy: string;
  /** What its file is called, without `.json`. */
  name: string;
  /** The day it was sealed; in format 1 that of the text. */
  day: string;
  digest: string;
  previous?: string | undefined;
  format: 1 | 2;
};

/** A file of a history as it was read: the entry in it, or what is wrong with it. */
export type ChainFile<T extends Link = Link> = { file: string; name: string } & (FormFault | { entry: T });

/**
 * What the head of a chain is: `unneeded` where all entries are of format 1, which has none; `missing` or `behind` where
 * a release was interrupted before it wrote it; `wrong` where it names what is not there.
 */
export type HeadState = 'unneeded' | 'whole' | 'missing' | 'behind' | 'wrong';

/** A chain: its entries in order, those that have no place in it after them. */
export type Chain<T extends Link> = { entries: T[]; head: HeadState; problems: Problem[] };

/** The files of one history: what was read of each entry, and the bytes of the head. */
type History<T extends Link> = {
  /** The name of the policy, and the names it had before. */
  names: readonly string[];
  files: readonly ChainFile<T>[];
  head: { file: string; bytes: Uint8Array | undefined };
};

/** Orders the entries of a policy, and tells each cause by which they make no chain. */
export function chainOf<T extends Link>({ names, files, head }: History<T>): Chain<T> {
  const faults = editedRecords(files.flatMap((file) => ('fault' in file ? [file] : [])));
  const read = files.flatMap((file) => ('entry' in file ? [file] : []));
  const misplaced = read.flatMap(({ file, entry }) =>
    names.includes(entry.policy) ? [] : [foreignRecord(file, entry.policy, names[0] ?? '')],
  );
  const own = read.filter(({ entry }) => names.includes(entry.policy));
  const misnamed = own.filter((file) => !isNamed(file)).map((file) => misnamedRecord(file, own));
  const links = firstOfEach(own);
  const order = longestFrom(undefined, links);
  // What follows an entry that cannot be read cannot be told.
  const torn = faults.length + misplaced.length > 0 ? [] : tornProblems(links, order.at(-1)?.file);
  const problems = [...faults, ...misplaced, ...misnamed, ...forkProblems(links), ...torn];
  const checked = headOf(
    head,
    names,
    order.map(({ entry }) => entry),
    links,
  );
  const others = links.filter((link) => !order.includes(link));
  return {
    entries: [...order, ...others].map(({ entry }) => entry),
    head: checked.head,
    // A chain that is broken has no last entry that a head could name.
    problems: [...problems, ...(problems.length > 0 ? [] : checked.problems)],
  };
}

type Linked<T extends Link> = { file: string; name: string; entry: T };

// Of several acts of one sort on a day, the later ones are numbered.
function isNamed({ name, entry }: Linked<Link>): boolean {
  if (name === entry.name) return true;
  return !/^[\d-]+(\.\d+)?$/.test(entry.name) && new RegExp(`^${entry.name}\\.\\d+$`).test(name);
}

// A copy under another name is told as misnamed, and is no second entry.
function firstOfEach<T extends Link>(files: readonly Linked<T>[]): Linked<T>[] {
  const sorted = [...files].sort(
    (a, b) => Number(isNamed(b)) - Number(isNamed(a)) || compareText(a.name, b.name),
  );
  const byDigest = new Map(sorted.toReversed().map((file) => [file.entry.digest, file]));
  return [...byDigest.values()].sort(
    (a, b) => compareText(a.entry.day, b.entry.day) || compareText(a.name, b.name),
  );
}

// Where two entries follow the same one, the chain goes on with the longer branch.
function longestFrom<T extends Link>(previous: string | undefined, links: readonly Linked<T>[]): Linked<T>[] {
  const byPrevious = Map.groupBy(links, ({ entry }) => entry.previous);
  const walk = (from: string | undefined): Linked<T>[] => {
    const branches = (byPrevious.get(from) ?? []).map((link) => [link, ...walk(link.entry.digest)]);
    return branches.reduce((longest, branch) => (branch.length > longest.length ? branch : longest), []);
  };
  return walk(previous);
}

function tornProblems(links: readonly Linked<Link>[], last: string | undefined): Problem[] {
  const known = new Set(links.map(({ entry }) => entry.digest));
  return links.flatMap(({ file, entry: { previous } }) =>
    previous === undefined || known.has(previous) ? [] : [tornChain(file, previous, last)],
  );
}

function forkProblems(links: readonly Linked<Link>[]): Problem[] {
  const siblings = [...Map.groupBy(links, ({ entry }) => entry.previous).values()];
  return siblings.flatMap(([first, ...others]) =>
    first ? others.map((other) => forkedChain(first.file, other.file)) : [],
  );
}

const restore = 'Published versions never change. Put the file back as it was committed.';

/** Reports a record whose file does not say what was sealed. */
export function editedRecord(file: string, { fault, help = restore }: FormFault): Problem {
  const message = `Unexpected ${fault}; expected the record as it was sealed.`;
  return recordProblem('version/record', file, message, help);
}

// What befell several files alike, as on their way through an editor or Git, befell them at once.
function editedRecords(files: readonly (FormFault & { file: string })[]): Problem[] {
  return [...Map.groupBy(files, ({ fault }) => fault).values()].flatMap(([first, ...others]) => {
    if (!first) return [];
    const related = others.map(({ file }) => ({ message: 'Here as well.', place: startOf(file) }));
    return { ...editedRecord(first.file, first), ...(related.length > 0 && { related }) };
  });
}

function foreignRecord(file: string, actual: string, expected: string): Problem {
  const message = `Unexpected record of ${actual}, expected one of ${expected}.`;
  const [, slug = ''] = actual.split('/');
  const help = `Put the file back where it was committed. If ${expected} was called ${actual} before, say so in its file: \`formerly: [${slug}]\`.`;
  return recordProblem('version/record', file, message, help);
}

function misnamedRecord({ file, entry }: Linked<Link>, own: readonly Linked<Link>[]): Problem {
  const isCopy = own.some((other) => other.entry.digest === entry.digest && isNamed(other));
  return isCopy
    ? recordProblem(
        'version/record',
        file,
        `Unexpected copy of ${entry.name}.json, expected each record once.`,
        'Delete the copy.',
      )
    : recordProblem(
        'version/record',
        file,
        `Unexpected name of the record of ${entry.name}, expected ${entry.name}.json.`,
        `Rename the file to ${entry.name}.json.`,
      );
}

const nameOf = (file: string) => file.slice(file.lastIndexOf('/') + 1);

function tornChain(file: string, previous: string, last: string | undefined): Problem {
  return recordProblem(
    'version/chain',
    file,
    `Unexpected record that follows one with the digest ${previous.slice(0, 16)}…, expected that one beside it${last === undefined ? '' : `: the chain breaks off after ${nameOf(last)}`}.`,
    'The record before it is missing or was replaced: restore the folder history/ as it was committed.',
  );
}

function forkedChain(first: string, second: string): Problem {
  return {
    ...recordProblem(
      'version/fork',
      second,
      `Unexpected second record that follows the same one as ${nameOf(first)}, expected one after the other: two branches were both released.`,
      'Put the text that is to hold into the file of the policy, give it a day of its own, and run `policybook release`: the one of the two that is not published yet goes, and the text is sealed after the other. The branch that this one follows says which is published; `--base <commit>` names another, and `--against <address>` asks the site that is live.',
    ),
    related: [{ message: 'The other one.', place: startOf(first) }],
  };
}

function headOf(
  { file, bytes }: { file: string; bytes: Uint8Array | undefined },
  names: readonly string[],
  order: readonly Link[],
  links: readonly Linked<Link>[],
): { head: HeadState; problems: Problem[] } {
  const last = order.at(-1);
  const lastFile = `${last?.name}.json`;
  const wrong = (message: string, help: string) => ({
    head: 'wrong' as const,
    problems: [recordProblem('version/head', file, message, help)],
  });
  if (!bytes) {
    if (order.every(({ format }) => format === 1)) return { head: 'unneeded', problems: [] };
    const message = `Unexpected absence of this file, expected it to name the last record, ${lastFile}.`;
    return { head: 'missing', problems: [recordProblem('version/head', file, message, againHelp)] };
  }
  const read = readHead(bytes);
  if ('fault' in read)
    return wrong(`Unexpected ${read.fault}; expected the head as it was sealed.`, read.help ?? restore);
  const { policy, last: named, entries } = read.head;
  if (!names.includes(policy))
    return wrong(`Unexpected head of ${policy}, expected that of ${names[0]}.`, restore);
  const found = links.find(({ entry }) => entry.digest === named);
  if (!found || !last)
    return wrong(
      `Unexpected last record with the digest ${named.slice(0, 16)}…, which is not here; expected ${entries} records that end with it.`,
      'The last records were taken away or replaced: restore the folder history/ as it was committed.',
    );
  if (named === last.digest && entries === order.length) return { head: 'whole', problems: [] };
  const message =
    named === last.digest
      ? `Unexpected count of ${entries} records, expected the ${order.length} that end with ${lastFile}.`
      : `Unexpected last record ${found.name}.json, expected ${lastFile}, which follows it.`;
  return { head: 'behind', problems: [recordProblem('version/head', file, message, againHelp)] };
}

const againHelp =
  'A release may have been interrupted before it wrote this file: run `policybook release`, which writes it again. ' +
  'Otherwise put it back as it was committed.';

function recordProblem(rule: Rule, file: string, message: string, help: string): Problem {
  return { rule, severity: 'error', message, place: startOf(file), help };
}

/** The files of a history: those of entries, and where the head lies. */
export function splitHead(records: readonly RecordLocation[]): {
  entries: RecordLocation[];
  head: RecordLocation | undefined;
} {
  return {
    entries: records.filter(({ name }) => name !== 'head'),
    head: records.find(({ name }) => name === 'head'),
  };
}
