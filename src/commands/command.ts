import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { readCommit } from '../doors/git.ts';
import { type Project, projectAt } from '../doors/project.ts';
import { reportOf } from '../doors/terminal.ts';
import type { Problem } from '../problem.ts';
import { type Library, openLibrary, openSources, problemsOf, stopsBuild } from '../site/library.ts';
import { dayOf, refusal } from './options.ts';

// What several commands do with what they were told.

type Told = { project?: string; folder?: string; 'as-of'?: string };

/** The project's folder as it was named; here, unless it was. */
export function projectFolder({ project = '.' }: Told): string {
  if (!isFolder(project)) throw refusal(`Unexpected project ${project}, expected a folder.`);
  return project;
}

/** The folder a command works on: the one named, or the policies of the project. */
export function folderOf(operands: readonly string[], told: Told): string {
  const [folder = usualFolder(told), ...rest] = operands;
  if (rest.length > 0) throw refusal(`Unexpected ${rest.join(' ')}, expected one folder.`);
  if (!isFolder(folder))
    throw refusal(`Unexpected folder ${folder}, expected a folder with a site.yaml in it.`);
  return folder;
}

/** Where policies lie that a command names: the folder told, or that of the project. */
export function usualFolder(told: Told): string {
  return told.folder ?? join(projectFolder(told), 'policies');
}

/** Whether a folder is there. */
export function isFolder(path: string): boolean {
  return existsSync(path) && statSync(path).isDirectory();
}

/** The project a command works in, with the folder of policies it works on. */
export function projectOf(policies: string, told: Told): Project {
  const asOf = dayOf(told['as-of']);
  return projectAt(projectFolder(told), { policies, ...(asOf && { asOf }) });
}

/** A library, everything wrong with it, and whether that stops what would publish it. */
export type Checked = { library: Library; problems: Problem[]; isStopped: boolean };

/** Compiles the policies of a project and runs their rules. */
export function checkLibrary(project: Project): Checked {
  const library = openLibrary(project);
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
  const commit = readCommit(folder, ref, library.sources);
  if ('fault' in commit) throw refusal(commit.fault);
  const { id, isShared } = commit;
  const base = openSources(commit.sources, library.project, library);
  return { base, commit: { ref, commit: id, isShared } };
}
