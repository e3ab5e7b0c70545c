import { join } from 'node:path';
import { id } from '../../schemas/values.ts';
import type { PolicyEntry } from '../compile/compile-model.ts';
import { removeFile, removeLeftovers, writeNew, writeWhole } from '../doors/write.ts';
import type { Problem } from '../problem.ts';
import { concerns } from '../site/concerned.ts';
import { suggest } from '../text/suggest.ts';
import { type NewRecord, newRecords, type Skipped } from '../versions/release.ts';
import {
  checkLibrary,
  folderOf,
  isFolder,
  isPlaceholder,
  isStopped,
  printProblems,
  projectOf,
  usualFolder,
} from './command.ts';
import { declareCommand, inProject, onDay, refusal } from './options.ts';
import { nameOf } from './policy-file.ts';
import { type Again, isAsked, isToBeSealed, type Prepared, prepareRelease } from './prepare-release.ts';
import { rewrittenPolicies } from './rewritten.ts';

export const release = declareCommand({
  usage: 'release [folder] [<product>/<policy> …]',
  about: [
    'Seal every policy whose text has a new date, or those that are named: write their records.',
    'A policy with a problem is refused; the others are released all the same. A record that is not',
    'published yet is sealed again where its text has changed since, or another branch was released too.',
  ],
  options: {
    'dry-run': { help: 'only say what would be written' },
    base: { value: '<commit>', help: 'what is published; without it, the branch that this one follows' },
    against: { value: '<address|file>', help: 'the site that is live says what is published' },
    ...inProject,
    ...onDay,
  },
  async run(operands, told) {
    const said = operands.map((operand) => nameOf(operand, usualFolder(told)));
    const names = said.filter(isPolicyName);
    const folder = folderOf(
      said.filter((operand) => !names.includes(operand)),
      told,
    );
    const checked = checkLibrary(projectOf(folder, told));
    const prepared = await prepareRelease(folder, checked, { ...told, names });
    return releaseAsked(folder, { ...prepared, names, isDryRun: told['dry-run'] });
  },
});

function isPolicyName(operand: string): boolean {
  const parts = operand.split('/');
  return parts.length === 2 && parts.every((part) => id.safeParse(part).success) && !isFolder(operand);
}

type Asked = Prepared & { names: readonly string[]; isDryRun: boolean };

/** Writes the records of new versions, each whole or not at all. A record that is published is never written over. */
function releaseAsked(folder: string, asked: Asked): number {
  const { library, names, isDryRun, again } = asked;
  const kept = refusedPolicies(asked);
  printProblems(
    [...asked.problems, ...asked.missing].filter(
      (problem) => !isOfSeal(problem, asked) || kept.some(({ because }) => because.includes(problem)),
    ),
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
  const rewritten = asked.ref === undefined ? [] : rewrittenPolicies(folder, made, library, asked.ref);
  printProblems(rewritten.flatMap(({ because }) => because));
  const refused = [...kept, ...rewritten];
  const isRefused = (name: string) => refused.some((one) => one.name === name);
  const records = made.filter(({ product, slug }) => !isRefused(`${product}/${slug}`));
  for (const one of skipped) process.stdout.write(`${skippedText(one)}\n`);
  const gone = again.filter(({ name, files }) => files.length > 0 && !isRefused(name));
  for (const write of [
    ...gone.map((one) => () => takeAway(folder, one, isDryRun)),
    ...records.map((record) => () => writeRecord(folder, record, isDryRun)),
  ]) {
    const fault = write();
    if (fault) return stop(fault);
  }
  process.stdout.write(summary(records, { refused, again, isDryRun }));
  const isUnable = skipped.some(({ product, slug }) => names.includes(`${product}/${slug}`));
  return refused.length > 0 || isUnable ? 1 : 0;
}

// The head goes first: a chain without one is taken up again where a run was interrupted.
function takeAway(folder: string, { name, files, says }: Again, isDryRun: boolean): string | undefined {
  process.stdout.write(`${name}: ${says}\n`);
  for (const path of files) {
    const file = join(folder, path);
    const fault = isDryRun ? undefined : attempt(`take away ${file}`, () => removeFile(file));
    if (fault) return fault;
    if (!path.endsWith('/head.json'))
      process.stdout.write(`${isDryRun ? 'Would take' : 'Took'} away ${file}\n`);
  }
  return undefined;
}

// Where nothing is to be sealed, what a rule finds or a branch lacks keeps nobody from anything.
function isOfSeal(problem: Problem, { missing }: Prepared): boolean {
  return problem.finding !== undefined || isPlaceholder(problem) || missing.includes(problem);
}

function skippedText(skipped: Skipped): string {
  const name = `${skipped.product}/${skipped.slug}`;
  if (skipped.reason === 'undated')
    return `${name} states no date and cannot be released: give it \`updated\`.`;
  const { act, since } = skipped;
  if (act.type === 'withdrawal')
    return `${name}: ${act.version} took effect on ${since} and was not taken back.`;
  return `${name}: it ended on ${since}, and ends on no other day.`;
}

/** A policy that was to be released and is not, with the problems that keep it. */
type Refused = { name: string; because: Problem[] };

function refusedPolicies(asked: Asked): Refused[] {
  const { library, problems, names, missing } = asked;
  const { root } = library.sources;
  const stopping = problems.filter((problem) => isStopped([problem], library, true));
  const all = library.products.flatMap(({ id: product, policies, unread }) => {
    const siblings = [...policies.map(({ slug }) => slug), ...unread];
    return siblings.map((slug) => ({ product, slug, siblings, name: `${product}/${slug}` }));
  });
  const unknownName = names.find((name) => !all.some((policy) => policy.name === name));
  if (unknownName !== undefined) {
    const near = suggest(
      unknownName,
      all.map(({ name }) => name),
    );
    throw refusal(`Unexpected policy ${unknownName}, expected ${near ?? `one in ${root}`}.`);
  }
  return all
    .filter(({ name }) => isAsked(name, names))
    .flatMap(({ name, ...policy }) => {
      const entry = library.standings.get(name)?.entry;
      const because = [
        ...stopping.filter((problem) => concerns(problem, policy, root)),
        ...missing.filter((problem) => isOfHistory(problem, [name, ...(entry?.former ?? [])], root)),
      ].filter((problem) => !isOfSeal(problem, asked) || !entry || isToBeSealed(entry, library.today));
      return because.length > 0 ? [{ name, because }] : [];
    });
}

function isOfHistory({ place }: Problem, names: readonly string[], root: string): boolean {
  const places = names.flatMap((name) => [
    `${root}/${name}.yaml`,
    `${root}/${name.replace('/', '/history/')}/`,
  ]);
  return places.some((own) => place.file.startsWith(own));
}

type Became = { refused: readonly Refused[]; again: readonly Again[]; isDryRun: boolean };

/** What became of each policy, in a line. */
function summary(records: readonly NewRecord[], { refused, again, isDryRun }: Became): string {
  const sealed = Map.groupBy(
    records.filter(({ sort }) => sort !== 'head'),
    ({ product, slug }) => `${product}/${slug}`,
  );
  const released = isDryRun ? 'would be released' : 'released';
  const isNothing = records.length === 0 && again.every(({ files }) => files.length === 0);
  const lines = [
    ...[...sealed].map(
      ([name, own]) => `${name}: ${own.map((record) => record.name).join(', ')} ${released}.`,
    ),
    ...refused.map((one) => refusedText(one, again)),
    ...(isNothing && refused.length === 0 ? ['Nothing to release: every dated text is published.'] : []),
    ...(isNothing && refused.length > 0 ? ['Nothing was released.'] : []),
  ];
  return lines.map((line) => `${line}\n`).join('');
}

function refusedText({ name, because }: Refused, again: readonly Again[]): string {
  const count = because.length === 1 ? 'a problem' : `${because.length} problems`;
  const says = again.find((one) => one.name === name && one.files.length === 0)?.says;
  return `${name}: refused because of ${count}.${says ? ` ${says}` : ''}`;
}

function writeRecord(folder: string, { path, text, sort, digest: seal }: NewRecord, isDryRun: boolean) {
  const file = join(folder, path);
  const fault = isDryRun ? undefined : writeRecordFile(file, text, sort === 'head' ? writeHead : writeNew);
  if (!fault) process.stdout.write(`${isDryRun ? 'Would write' : 'Wrote'} ${file} (${seal.slice(0, 16)}…)\n`);
  return fault;
}

// The head of a chain takes the place of the one before.
function writeHead(file: string, text: string): true {
  writeWhole(file, text);
  return true;
}

function writeRecordFile(file: string, text: string, write: typeof writeNew): string | undefined {
  let isOther = false;
  const fault = attempt(`write ${file}`, () => {
    isOther = !write(file, text);
  });
  return fault ?? (isOther ? `Unexpected other record at ${file}, expected none.` : undefined);
}

// A folder that cannot be written to is the person's to put right, not a fault of ours.
function attempt(what: string, act: () => void): string | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return `Unexpected failure to ${what} (${error.code}), expected a folder that can be written to. Nothing of it was written.`;
  }
}

function stop(message: string): number {
  process.stderr.write(`${message}\n`);
  return 1;
}
