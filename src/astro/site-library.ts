import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { projectFile } from 'virtual:policybook/project';
import { folderSignature, readIfPlain } from '../doors/disk.ts';
import type { Project } from '../doors/project.ts';
import { reportOf } from '../doors/terminal.ts';
import type { Problem } from '../problem.ts';
import { codeFrame } from '../reports/report.ts';
import { addressesOf } from '../site/frame.ts';
import { contentDigest, type Library, openLibrary, problemsOf, stopsBuild } from '../site/library.ts';

const isDevelopment = import.meta.env.DEV;

// Astro calls each page by itself and gives it nothing of ours, so what pages share is kept here.
let opened: { signature: string; library: Library; fault: Problem | undefined } | undefined;

/**
 * The library the pages of a site are made from. A build reads it once; while editing it is read again whenever a
 * file has changed. A fault is thrown here, as Astro's overlay shows it; findings do not keep a page from being read.
 */
export function siteLibrary(): Library {
  const project = opened?.library.project ?? readProject();
  const signature = isDevelopment ? folderSignature(project.policies) : 'build';
  if (opened?.signature !== signature) opened = open(project, signature);
  if (opened.fault) throw toAstroError(opened.fault, project);
  const { library } = opened;
  // While editing, the stylesheet changes without the library.
  return isDevelopment ? { ...library, addresses: addressesOf(project, library.site) } : library;
}

function readProject(): Project {
  // The integration wrote it.
  return JSON.parse(readFileSync(projectFile, 'utf8')) as Project;
}

function open(project: Project, signature: string) {
  const library = openLibrary(project);
  if (project.checked !== undefined && project.checked !== contentDigest(library))
    throw Object.assign(new Error('The policies are no longer what was checked.'), { code: 'CHANGED' });
  // What the first reading found was printed by `start`.
  if (opened && isDevelopment)
    process.stdout.write(`\n${reportOf({ problems: problemsOf(library) }, 'compact', { notice: true })}\n`);
  return { signature, library, fault: library.problems.find((problem) => stopsBuild(problem, library.site)) };
}

// The properties Astro's overlay reads.
function toAstroError({ message, rule, place, help }: Problem, { here, tool }: Project): Error {
  const file = resolve(here, place.file);
  const bytes = readIfPlain(file);
  const source = bytes && Buffer.from(bytes).toString('utf8');
  return Object.assign(new Error(`${message} (${rule})`), {
    // Where our code stood is of no use to the person who edits the policy.
    stack: `${message}\n    at ${file}:${place.line}:${place.column}`,
    type: 'AstroError',
    name: 'Policy problem',
    title: 'A policy has a problem',
    hint: help,
    // Astro puts its root, which is the package, before a path from elsewhere.
    loc: { file: relative(tool, file), line: place.line, column: place.column },
    frame: codeFrame(source, place),
  });
}
