import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '../digest.ts';
import { compareText } from '../problem.ts';

// The door to our own code. It must be loaded by Node itself: in what Astro bundles, `import.meta.url` is where the
// bundle lies. So pages are handed a project that says where the package is, and never ask.

/** The package's own folder, which holds its code, its pages and its stylesheet. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The digest of the compiler's own code: what another version of it compiled is not believed. */
export function compilerVersion(): string {
  const files = ['src', 'schemas'].flatMap((folder) =>
    readdirSync(join(packageFolder, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  );
  const code = files.filter((file) => /\.(ts|json)$/.test(file)).sort(compareText);
  const lockfile = ['package-lock.json'].filter((file) => existsSync(join(packageFolder, file)));
  // Dates and periods are in the words of ICU.
  const icu = process.versions.icu ?? '';
  return digest([icu, ...[...lockfile, ...code].map((file) => readFileSync(join(packageFolder, file)))]);
}
