import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { folderSignature } from '../doors/disk.ts';
import { isDevelopment, policiesFolder } from '../doors/project.ts';
import { reportOf } from '../doors/terminal.ts';
import type { Problem } from '../problem.ts';
import { codeFrame } from '../reports/report.ts';
import { type Library, openLibrary, problemsOf, stopsBuild } from '../site/library.ts';

let opened: { signature: string; library: Library; fault: Problem | undefined } | undefined;

/**
 * The library the pages of a site are made from. A build reads it once; while editing it is read again whenever a
 * file has changed. A fault is thrown here, as Astro's overlay shows it; findings do not keep a page from being read.
 */
export function siteLibrary(): Library {
  const signature = isDevelopment() ? folderSignature(policiesFolder()) : 'build';
  if (opened?.signature !== signature) {
    const library = openLibrary(policiesFolder());
    // What the first reading found was printed by `start`.
    const isReopened = opened !== undefined;
    opened = {
      signature,
      library,
      fault: library.problems.find((problem) => stopsBuild(problem, library.site)),
    };
    if (isReopened && isDevelopment())
      process.stdout.write(`\n${reportOf({ problems: problemsOf(library) }, 'compact', { notice: true })}\n`);
  }
  if (opened.fault) throw toAstroError(opened.fault);
  return opened.library;
}

// The properties Astro's overlay reads.
function toAstroError({ message, rule, place, help }: Problem): Error {
  const source = existsSync(place.file) ? readFileSync(place.file, 'utf8') : undefined;
  const file = resolve(place.file);
  return Object.assign(new Error(`${message} (${rule})`), {
    // Where our code stood is of no use to the person who edits the policy.
    stack: `${message}\n    at ${file}:${place.line}:${place.column}`,
    type: 'AstroError',
    name: 'Policy problem',
    title: 'A policy has a problem',
    hint: help,
    loc: { file, line: place.line, column: place.column },
    frame: codeFrame(source, place),
  });
}
