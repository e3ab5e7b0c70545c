import { resolve } from 'node:path';
import { readIfPlain } from '../doors/disk.ts';
import type { Problem } from '../problem.ts';
import { codeFrame } from '../reports/report.ts';

/**
 * A fault as an error with the properties that Astro's overlay reads; `here` is where its file is named from. The
 * terminal shows the report; the overlay names what else there is.
 */
export function toAstroError(fault: Problem, others: readonly Problem[], here: string): Error {
  const { message, rule, place, help } = fault;
  const file = resolve(here, place.file);
  const bytes = readIfPlain(file);
  const source = bytes && Buffer.from(bytes).toString('utf8');
  const more = others.map((other) => `${other.place.file}:${other.place.line} ${other.message}`);
  const rest = more.length > 0 ? `\n\nAlso:\n${more.join('\n')}` : '';
  return Object.assign(new Error(`${message} (${rule})${rest}`), {
    // Where our code stood is of no use to the person who edits the policy.
    stack: `${message}\n    at ${file}:${place.line}:${place.column}`,
    type: 'AstroError',
    name: 'Policy problem',
    title: 'A policy has a problem',
    hint: help,
    // A folder has no text to show.
    ...(bytes && { loc: locationOf(file, place), frame: codeFrame(source, place) }),
  });
}

// Each time Astro looks at an error it puts its root before a file from elsewhere, and keeps what that gives.
function locationOf(file: string, { line, column }: Problem['place']) {
  return Object.defineProperty({ line, column }, 'file', {
    enumerable: true,
    get: () => file,
    set: () => {},
  });
}
