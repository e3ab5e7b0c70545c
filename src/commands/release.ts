import { join } from 'node:path';
import { id } from '../../schemas/values.ts';
import type { PolicyEntry } from '../compile/compile-model.ts';
import { removeLeftovers, writeNew, writeWhole } from '../doors/write.ts';
import type { Problem } from '../problem.ts';
import { recordPath } from '../read/location.ts';
import { concerns } from '../site/concerned.ts';
import type { Library } from '../site/library.ts';
import { actsToSeal, type NewRecord, newRecords, type Skipped } from '../versions/release.ts';
import { checkLibrary, folderOf, isFolder, isStopped, printProblems, projectOf } from './command.ts';
import { declareCommand, inProject, onDay, refusal } from './options.ts';
import { rewrittenPolicies } from './rewritten.ts';

export const release = declareCommand({
  usage: 'release [folder] [<product>/<policy> …]',
  about: [
    'Seal every policy whose text has a new date, or those that are named: write their records.',
    'A policy with a problem is refused; the others are released all the same.',
  ],
  options: { 'dry-run': { help: 'only say what would be written' }, ...inProject, ...onDay },
  run(operands, told) {
    const names = operands.filter(isPolicyName);
    const folder = folderOf(
      operands.filter((operand) => !names.includes(operand)),
      told,
    );
    const { library, problems } = checkLibrary(projectOf(folder, told));
    const unrepaired = problems.filter((problem) => !isRepaired(problem, library));
    return releaseAsked(folder, { library, problems: unrepaired, names, isDryRun: told['dry-run'] });
  },
});

function isPolicyName(operand: string): boolean {
  const parts = operand.split('/');
  return parts.length === 2 && parts.every((part) => id.safeParse(part).success) && !isFolder(operand);
}

type Asked = { library: Library; problems: readonly Problem[]; names: readonly string[]; isDryRun: boolean };

/** Writes the records of new versions, each whole or not at all. A record that exists is never written over. */
function releaseAsked(folder: string, asked: Asked): number {
  const { library, problems, names, isDryRun } = asked;
  const kept = refusedPolicies(asked);
  printProblems(
    problems.filter((problem) => !problem.finding || kept.some(({ because }) => because.includes(problem))),
  );
  if (!isDryRun)
    for (const { id: product } of library.products) removeLeftovers(join(folder, product, 'history'));
  const isWanted = ({ product, slug }: PolicyEntry) =>
    isAsked(`${product}/${slug}`, names) && !kept.some(({ name }) => name === `${product}/${slug}`);
  const products = library.products.map((product) => ({
    ...product,
    policies: product.policies.filter(isWanted),
  }));
  const { records: made, skipped } = newRecords(
    { ...library, products },
    library.readCompiled,
    library.today,
  );
  const rewritten = rewrittenPolicies(folder, made, library);
  printProblems(rewritten.flatMap(({ because }) => because));
  const refused = [...kept, ...rewritten];
  const records = made.filter(
    ({ product, slug }) => !rewritten.some(({ name }) => name === `${product}/${slug}`),
  );
  for (const one of skipped) process.stdout.write(`${skippedText(one)}\n`);
  for (const record of records) {
    const fault = writeRecord(folder, record, isDryRun);
    if (fault) return stop(fault);
  }
  process.stdout.write(summary(records, refused, isDryRun));
  const isUnable = skipped.some(({ product, slug }) => names.includes(`${product}/${slug}`));
  return refused.length > 0 || isUnable ? 1 : 0;
}

function skippedText(skipped: Skipped): string {
  const name = `${skipped.product}/${skipped.slug}`;
  if (skipped.reason === 'undated')
    return `${name} states no date and cannot be released: give it \`updated\`.`;
  return `${name}: ${skipped.version} took effect on ${skipped.from} and was not taken back.`;
}

function isAsked(name: string, names: readonly string[]): boolean {
  return names.length === 0 || names.includes(name);
}

/** A policy that was to be released and is not, with the problems that keep it. */
type Refused = { name: string; because: Problem[] };

// Where nothing is to be sealed, what a rule finds keeps nobody from anything.
function refusedPolicies({ library, problems, names }: Asked): Refused[] {
  const stopping = problems.filter((problem) => isStopped([problem], library));
  const all = library.products.flatMap(({ id: product, policies, unread }) => {
    const siblings = [...policies.map(({ slug }) => slug), ...unread];
    return siblings.map((slug) => ({ product, slug, siblings, name: `${product}/${slug}` }));
  });
  const unknown = names.find((name) => !all.some((policy) => policy.name === name));
  if (unknown !== undefined)
    throw refusal(`Unexpected policy ${unknown}, expected one in ${library.sources.root}.`);
  return all
    .filter(({ name }) => isAsked(name, names))
    .flatMap(({ name, ...policy }) => {
      const entry = library.standings.get(name)?.entry;
      const because = stopping
        .filter((problem) => concerns(problem, policy, library.sources.root))
        .filter(({ finding }) => !finding || !entry || isToBeSealed(entry, library.today));
      return because.length > 0 ? [{ name, because }] : [];
    });
}

function isToBeSealed(entry: PolicyEntry, day: string): boolean {
  return entry.versions.some(({ isProposed }) => isProposed) || actsToSeal(entry, day).length > 0;
}

/** What became of each policy, in a line. */
function summary(records: readonly NewRecord[], refused: readonly Refused[], isDryRun: boolean): string {
  const sealed = Map.groupBy(
    records.filter(({ sort }) => sort !== 'head'),
    ({ product, slug }) => `${product}/${slug}`,
  );
  const released = isDryRun ? 'would be released' : 'released';
  const lines = [
    ...[...sealed].map(
      ([name, own]) => `${name}: ${own.map((record) => record.name).join(', ')} ${released}.`,
    ),
    ...refused.map(({ name, because }) => {
      const count = because.length === 1 ? 'a problem' : `${because.length} problems`;
      return `${name}: refused because of ${count}.`;
    }),
    ...(records.length === 0 && refused.length === 0
      ? ['Nothing to release: every dated text is published.']
      : []),
    ...(records.length === 0 && refused.length > 0 ? ['Nothing was released.'] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function writeRecord(folder: string, { path, text, sort, digest: seal }: NewRecord, isDryRun: boolean) {
  const file = join(folder, path);
  const fault = isDryRun ? undefined : writeRecordFile(file, text, sort === 'head' ? writeHead : writeNew);
  if (!fault) process.stdout.write(`${isDryRun ? 'Would write' : 'Wrote'} ${file} (${seal.slice(0, 16)}…)\n`);
  return fault;
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
