import { existsSync, statSync } from 'node:fs';
import { readCommit } from '../doors/git.ts';
import { reportOf } from '../doors/terminal.ts';
import type { Problem } from '../problem.ts';
import { type Library, openLibrary, openSources, problemsOf, stopsBuild } from '../site/library.ts';

/** The options of all commands; each reads those it knows. */
export const options = {
  format: { type: 'string', default: 'pretty' },
  'dry-run': { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  effective: { type: 'string' },
  since: { type: 'string' },
  base: { type: 'string' },
  preview: { type: 'string' },
  folder: { type: 'string', default: 'policies' },
  out: { type: 'string', default: 'dist' },
  force: { type: 'boolean', default: false },
  port: { type: 'string' },
  'no-open': { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

export type Options = {
  format: string;
  'dry-run': boolean;
  'as-of'?: string;
  effective?: string;
  since?: string;
  base?: string;
  preview?: string;
  folder: string;
  out: string;
  force: boolean;
  port?: string;
  'no-open': boolean;
  help: boolean;
};

/** A command: its lines in the manual, and what it does. It gives the exit code. */
export type Command = {
  manual: string;
  run(operands: readonly string[], options: Options): number | Promise<number>;
};

/** What is thrown where a command was called in a way that makes no sense. */
export function refusal(message: string): Error {
  return Object.assign(new Error(message), { code: 'REFUSAL' });
}

/** The folder a command works on: the one named, or `policies`. */
export function folderOf(operands: readonly string[], { folder: usual }: Options): string {
  const [folder = usual, ...rest] = operands;
  if (rest.length > 0) throw refusal(`Unexpected ${rest.join(' ')}, expected one folder.`);
  if (!existsSync(folder) || !statSync(folder).isDirectory()) {
    throw refusal(`Unexpected folder ${folder}, expected a folder with a site.yaml in it.`);
  }
  process.env.POLICYBOOK_FOLDER = folder;
  return folder;
}

/** The format that is asked for, among those a command knows. */
export function formatOf<T extends string>(format: string, known: readonly T[]): T {
  const found = known.find((candidate) => candidate === format);
  if (!found) throw refusal(`Unexpected format ${format}, expected ${known.join(', ')}.`);
  return found;
}

/** A library, everything wrong with it, and whether that stops what would publish it. */
export type Checked = { library: Library; problems: Problem[]; isStopped: boolean };

/** Compiles a folder and runs its rules. */
export function checkLibrary(folder: string): Checked {
  const library = openLibrary(folder);
  const problems = problemsOf(library);
  return { library, problems, isStopped: isStopped(problems, library) };
}

/** Whether some of these problems stop what would publish a library. */
export function isStopped(problems: readonly Problem[], { site }: Library): boolean {
  return problems.some((problem) => stopsBuild(problem, site));
}

/** Prints what a command that goes on found: faults as `check` does, findings in a line each. */
export function printProblems(problems: readonly Problem[]): void {
  const faults = problems.filter(({ finding }) => !finding);
  const findings = problems.filter(({ finding }) => finding);
  if (faults.length > 0) process.stdout.write(`${reportOf({ problems: faults }, 'pretty')}\n`);
  if (findings.length > 0)
    process.stdout.write(`${reportOf({ problems: findings }, 'compact', { notice: true })}\n`);
}

/** A folder of policies as it was where this change left another commit, and that commit. */
export function openCommit(folder: string, ref: string, library: Library) {
  const commit = readCommit(folder, ref, library.sources.root);
  if ('fault' in commit) throw refusal(commit.fault);
  const { id, isShared } = commit;
  return { base: openSources(commit.sources, library), commit: { ref, commit: id, isShared } };
}
