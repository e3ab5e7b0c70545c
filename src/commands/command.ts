import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { readCommit } from '../doors/git.ts';
import { type Project, projectAt } from '../doors/project.ts';
import { reportOf } from '../doors/terminal.ts';
import type { Problem } from '../problem.ts';
import { findingsByFile } from '../reports/report.ts';
import { type Library, openLibrary, openSources, problemsOf, stopsBuild } from '../site/library.ts';
import type { SitePart } from '../site/products-of-part.ts';
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
  const inner = join(folder, 'policies');
  const outer = isPolicies(folder) ? undefined : policiesAround(folder);
  // A folder around this one without a site.yaml may be the whole disk.
  if (!isFolder(folder) || outer || (!isPolicies(folder) && isAround(folder) && !isPolicies(inner)))
    throw refusal(
      `Unexpected folder ${folder}${isFolder(folder) ? ' without a site.yaml' : ''}, expected ${outer ?? folderLike(told)}.${isUnbuilt(folder) ? ' policybook build makes the site.' : ''}`,
    );
  // A built site has a folder of that name as well, where a product is called so.
  if (!existsSync(join(folder, 'site.yaml')) && existsSync(join(inner, 'site.yaml')))
    throw refusal(
      `Unexpected folder ${folder} without a site.yaml, expected that of the policies: ${inner}.`,
    );
  return folder;
}

function isUnbuilt(folder: string): boolean {
  return basename(folder) === 'dist' && !existsSync(folder);
}

function isAround(folder: string): boolean {
  return /^\.?[^.]/.test(relative(folder, '.'));
}

function isPolicies(folder: string): boolean {
  return existsSync(join(folder, 'site.yaml'));
}

// What was named may be a product or a file of the policies.
function policiesAround(path: string): string | undefined {
  return [dirname(path), dirname(dirname(path))].find((folder) => folder !== path && isPolicies(folder));
}

function folderLike(told: Told): string {
  const usual = usualFolder(told);
  return `a folder with a site.yaml in it${isPolicies(usual) ? `, such as ${usual}` : ''}`;
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

/** Whether a problem is a place that is still to be filled in: no site is wrong for it, and nothing is released with it. */
export function isPlaceholder({ rule }: Problem): boolean {
  return rule === 'text/placeholder';
}

/** Compiles the policies of a project, or of some of its products, and runs their rules. */
export function checkLibrary(
  project: Project,
  { isStrict = false, part }: { isStrict?: boolean; part?: SitePart | undefined } = {},
): Checked {
  return judged(openLibrary(project, { part, isInspected: true }), isStrict);
}

/** Runs the rules over a library, and tells whether anything stops what would publish it. */
export function judged(library: Library, isStrict = false): Checked {
  const problems = problemsOf(library);
  tellUnkept(library.project, library.cacheFault());
  return { library, problems, isStopped: isStopped(problems, library, isStrict) };
}

const toldOf = new WeakSet<Project>();

/** Says, once, that a command goes on without a cache of its project. */
export function tellUnkept(project: Project, fault: string | undefined): void {
  if (fault === undefined || toldOf.has(project)) return;
  toldOf.add(project);
  process.stderr.write(`${fault}\n`);
}

/** Whether some of these problems stop what would publish a library; placeholders do where it is strict. */
export function isStopped(problems: readonly Problem[], { site }: Library, isStrict = false): boolean {
  return problems.some((problem) => stopsBuild(problem, site) || (isStrict && isPlaceholder(problem)));
}

/** Prints what a command found before it goes on, or stops: as `printProblems`, but findings it does not stop at by file. */
export function printChecked({ problems, isStopped }: Pick<Checked, 'problems' | 'isStopped'>): void {
  const findings = isStopped ? [] : problems.filter(({ finding }) => finding);
  printProblems(problems.filter((problem) => !findings.includes(problem)));
  if (findings.length > 0) process.stdout.write(`${findingsByFile(findings)}\n`);
}

/** Prints what a command that goes on found: faults as `check` does, findings and placeholders in a line each. */
export function printProblems(problems: readonly Problem[]): void {
  const open = problems.filter(isPlaceholder);
  const faults = problems.filter((problem) => !problem.finding && !isPlaceholder(problem));
  const findings = problems.filter(({ finding }) => finding);
  if (faults.length > 0) process.stdout.write(`${reportOf({ problems: faults }, 'pretty')}\n`);
  if (open.length > 0) process.stdout.write(`${reportOf({ problems: open }, 'compact')}\n`);
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
