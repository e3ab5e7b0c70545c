import { join, resolve } from 'node:path';
import { siteFile } from '../../schemas/site.ts';
import { parseYaml } from '../read/parse.ts';
import { isMap } from '../read/shape.ts';
import { today } from './clock.ts';
import { readIfPlain } from './disk.ts';
import { compilerVersion, packageFolder } from './package.ts';

/**
 * Where everything lies and which day it is: settled once, where a command or Astro begins, and handed down from there.
 * All paths are absolute, and the value survives JSON, since pages read it from a file.
 */
export type Project = {
  /** The project's folder, with its `public/`. */
  root: string;
  policies: string;
  /** What can be made again, of this project alone. */
  cache: string;
  /** Where the person stands: paths in messages count from here. */
  here: string;
  /** The package's folder, with our code, pages and stylesheet. */
  tool: string;
  /** The digest of that code. */
  compiler: string;
  /** The day that counts as today, in the time zone of the site; `YYYY-MM-DD`. */
  today: string;
  /** The digest of what a build has checked: its pages are made of nothing else. */
  checked?: string;
};

/** The project in a folder, seen from where the person stands. Its policies lie in `policies` unless told otherwise. */
export function projectAt(
  folder: string,
  { policies = join(folder, 'policies'), asOf }: { policies?: string; asOf?: string } = {},
): Project {
  return {
    root: resolve(folder),
    policies: resolve(policies),
    cache: resolve(folder, '.cache'),
    here: process.cwd(),
    tool: packageFolder,
    compiler: compilerVersion(),
    today: asOf ?? today(timeZoneOf(resolve(policies))),
  };
}

// Before anything is compiled. What is no time zone is a fault of the file, and told as one.
function timeZoneOf(policies: string): string {
  const file = join(policies, 'site.yaml');
  const bytes = readIfPlain(file);
  if (!bytes) return 'UTC';
  const { value } = parseYaml(file, bytes);
  const zone = siteFile.shape.timeZone.safeParse(isMap(value) ? value.timeZone : undefined);
  return zone.data ?? 'UTC';
}
