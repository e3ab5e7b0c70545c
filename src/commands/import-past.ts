import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { type CommittedFile, readFileHistory } from '../doors/git.ts';
import { reportOf } from '../doors/terminal.ts';
import { writeNew } from '../doors/write.ts';
import { dayInName } from '../import/dated-files.ts';
import { type Past, type PastText, type PastVersion, versionsOfPast } from '../import/past-texts.ts';
import { policyOf } from '../import/policy-of.ts';
import { datedPolicy, type SealedPast, sealPast } from '../import/seal-past.ts';
import { readSource } from '../import/source.ts';
import { compareText } from '../problem.ts';
import {
  compilerFor,
  filesOf,
  openProduct,
  ownFaults,
  productFile,
  type Target,
  writeFiles,
} from './imported-files.ts';
import { refusal } from './options.ts';

/** Where the past of a policy lies: in the history of a file, or in a folder of files named by their days. */
export type PastSource =
  | { type: 'git'; repository: string; path: string }
  | { type: 'folder'; folder: string };

/** Seals each text that a policy had as a version, and writes the last as the policy. Gives the exit code. */
export async function importPast(source: PastSource, target: Target): Promise<number> {
  const files = source.type === 'git' ? committedFiles(source) : datedFiles(source.folder);
  const { texts, unread } = await readTexts(files);
  for (const line of unread) process.stdout.write(`${line}\n`);
  const last = texts.at(-1);
  if (!last) throw refusal('Unexpected history without a text that can be read, expected one at least.');
  const name = target.slug ?? basename(last.source.path, extname(last.source.path));
  const kind = target.kind ?? policyOf(last.text, { ...target, name }).policy.kind;
  const slug = target.slug ?? kind;
  refuseKnown({ ...target, slug });
  const past = versionsOfPast(texts, { ...target, name, kind }, target.project.today);
  const sealed = sealPast(
    past.versions,
    { product: target.product, slug },
    compilerFor({ ...target, slug }, (vendors) => productFile(target, vendors).text),
  );
  if (sealed.faults.length > 0) return tellFaults(sealed);
  write(past, sealed, { ...target, slug });
  return tell(past, sealed, { ...target, slug });
}

/** A text of the past as it lies somewhere: its bytes, its name and what is known of it. */
type PastFile = { bytes: Uint8Array; source: PastText['source'] };

function committedFiles({ repository, path }: Extract<PastSource, { type: 'git' }>): PastFile[] {
  const states = readFileHistory(repository, path);
  if ('fault' in states) throw refusal(states.fault);
  if (states.length === 0)
    throw refusal(
      `Unexpected path ${path}, expected a file that was committed in ${repository}, as seen from its root.`,
    );
  return states.map(({ bytes, commit, day, path: lay }: CommittedFile) => ({
    bytes,
    source: { from: 'git', path: lay, commit, day },
  }));
}

function datedFiles(folder: string): PastFile[] {
  const names = readdirSync(folder, { withFileTypes: true })
    .filter((item) => item.isFile() && !item.name.startsWith('.'))
    .map(({ name }) => name)
    .sort(compareText);
  const dayless = names.filter((name) => dayInName(name) === undefined);
  if (names.length === 0 || dayless.length > 0)
    throw refusal(
      `Unexpected ${dayless[0] ?? 'absence of files'} in ${folder}, expected files named by their days, like 2019-05-01.html.`,
    );
  return names
    .map((name) => ({
      bytes: readFileSync(join(folder, name)),
      source: { from: 'file' as const, path: name, day: dayInName(name) ?? '' },
    }))
    .sort((a, b) => compareText(a.source.day, b.source.day));
}

// An empty file, or one that was no text once, was no version.
async function readTexts(files: readonly PastFile[]): Promise<{ texts: PastText[]; unread: string[] }> {
  const texts: PastText[] = [];
  const unread: string[] = [];
  for (const { bytes, source } of files) {
    const text = await readSource(basename(source.path), bytes);
    if ('fault' in text) unread.push(`Left out ${nameOf(source)}. ${text.fault}`);
    else texts.push({ text, source });
  }
  return { texts, unread };
}

function nameOf({ path, commit, day }: PastText['source']): string {
  return commit ? `${path} of ${day} (${commit.slice(0, 12)})` : path;
}

// A run that was interrupted before the policy was written is taken up again: its records say the same.
function refuseKnown({ folder, product, slug }: Target & { slug: string }): void {
  const file = join(folder, product, `${slug}.yaml`);
  if (existsSync(file))
    throw refusal(
      `Unexpected ${file}, expected no such file yet: a policy is never written over. Name another with --policy.`,
    );
}

function tellFaults({ faults }: SealedPast): number {
  for (const { version, problems } of faults)
    process.stdout.write(`\nThe text of ${nameOf(version.source)}:\n${reportOf({ problems }, 'pretty')}\n`);
  process.stderr.write('Nothing was written: not every text can be sealed.\n');
  return 1;
}

function write(
  past: Past,
  { records }: SealedPast,
  { folder, product, slug }: Target & { slug: string },
): void {
  const last = past.versions.at(-1);
  if (!last) throw new Error('A history with a text has a version.');
  const { policy, questions } = datedPolicy(last);
  const files = filesOf({ folder, product, slug }, { policy, questions, vendors: last.imported.vendors });
  for (const { path, text } of records) {
    const file = join(folder, path);
    if (!writeNew(file, text))
      throw refusal(`Unexpected other record at ${file}, expected none: take the folder away first.`);
  }
  process.stdout.write(`Wrote ${records.length} files to ${join(folder, product, 'history', slug)}\n`);
  writeFiles(files);
}

/** Says which versions came in, where their dates are from, and which words their pages lack. */
function tell(
  { versions, unchanged, folded }: Past,
  { words, missing }: SealedPast,
  target: Target & { slug: string },
): number {
  const byText = versions.filter(({ source }) => source.dated === 'text').length;
  const left = [
    ...(unchanged > 0 ? [`${unchanged} in which readers saw nothing new`] : []),
    ...(folded > 0 ? [`${folded} that another of the same day followed`] : []),
  ];
  process.stdout.write(
    `It has ${versions.length === 1 ? 'one version' : `${versions.length} versions`}: ${byText} dated by their text, ${versions.length - byText} by the day of their commit or file.\n`,
  );
  if (left.length > 0) process.stdout.write(`Left out: ${left.join(', ')}.\n`);
  const own = ownFaults(openProduct(target), target.product);
  if (own.length > 0) process.stdout.write(`\n${reportOf({ problems: own }, 'pretty')}\n`);
  const questions = versions.at(-1)?.imported.questions.length ?? 0;
  if (questions > 0)
    process.stdout.write(`${questions} to decide: look for “TODO” and “To decide” in the file.\n`);
  for (const { version, places } of missing) tellMissing(version, places);
  if (missing.length === 0)
    process.stdout.write(
      `All ${words} words of the texts stand on their pages.\nNext: npx policybook check\n`,
    );
  return missing.length === 0 && own.length === 0 ? 0 : 1;
}

function tellMissing({ source }: PastVersion, places: readonly string[]): void {
  process.stdout.write(
    `${places.length} words of ${nameOf(source)} are missing on its page:\n${places.map((line) => `  … ${line} …\n`).join('')}`,
  );
}
