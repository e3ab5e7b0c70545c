import { existsSync, statSync } from 'node:fs';
import { type ReportFormat, reportFormats } from '../core/report.ts';
import { type Library, stopsBuild } from '../site.ts';

/** The options of all commands; each reads those it knows. */
export const options = {
  format: { type: 'string', default: 'pretty' },
  'dry-run': { type: 'boolean', default: false },
  'as-of': { type: 'string' },
  effective: { type: 'string' },
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

/** The format of a report of problems. */
export function reportFormatOf({ format }: Options): ReportFormat {
  const known = reportFormats.find((candidate) => candidate === format);
  if (!known) throw refusal(`Unexpected format ${format}, expected ${reportFormats.join(', ')}.`);
  return known;
}

/** Whether the problems of a library stop what would publish it. */
export function isStopped({ problems, site }: Library): boolean {
  return problems.some((problem) => stopsBuild(problem, site));
}
