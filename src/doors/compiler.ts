import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { digest } from '../digest.ts';
import { compareText } from '../problem.ts';

/** The digest of the compiler's own code: what another version of it compiled is not believed. */
export function compilerVersion(): string {
  const folders = ['src', 'schemas'].filter((folder) => existsSync(folder));
  const files = folders.flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)),
  );
  const code = [...files.filter((file) => /\.(ts|json)$/.test(file)), 'package-lock.json'].filter(existsSync);
  // Dates and periods are in the words of ICU.
  return digest([process.versions.icu ?? '', ...code.sort(compareText).map((file) => readFileSync(file))]);
}
