import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Versions } from '../beginnings/repository.ts';
import { packageFolder } from './package.ts';

const manifest = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).optional(),
  devDependencies: z.record(z.string(), z.string()).optional(),
});

/** Our own version, and that of Astro we are tried with: from the package's own file. */
export function ownVersions(): Versions {
  const file = ['.', '..'].map((up) => join(packageFolder, up, 'package.json')).find(existsSync);
  if (!file) throw new Error('No package.json beside our own code.');
  return versionsIn(readFileSync(file, 'utf8'));
}

function versionsIn(text: string): Versions {
  const { version, dependencies = {}, devDependencies = {} } = manifest.parse(JSON.parse(text));
  const astro = { ...dependencies, ...devDependencies }.astro;
  if (astro === undefined) throw new Error('No version of astro in our own package.json.');
  return { policybook: version, astro };
}
