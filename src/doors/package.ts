import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { digest } from '../digest.ts';
import { compareText } from '../problem.ts';

// The door to our own code. It must be loaded by Node itself: in what Astro bundles, `import.meta.url` is where the
// bundle lies. So pages are handed a project that says where the package is, and never ask.

/** The package's own folder, which holds its code, its pages and its stylesheet. */
export const packageFolder = fileURLToPath(new URL('../../', import.meta.url));

/** The file that Node runs as our command. */
export function commandFile(): string {
  const source = join(packageFolder, 'src/cli.ts');
  // In the package we are JavaScript.
  return existsSync(source) ? source : join(packageFolder, 'src/cli.js');
}

/** The version of the package, as its package.json has it. */
export function packageVersion(): string {
  // What is installed has its code one folder below its package.json.
  const own = join(packageFolder, 'package.json');
  const { version } = JSON.parse(
    readFileSync(existsSync(own) ? own : join(packageFolder, '../package.json'), 'utf8'),
  );
  return String(version);
}

/** The manual as it was printed when the package was made; a repository has none. */
export function keptManual(): string | undefined {
  const made = join(packageFolder, 'manual.txt');
  return existsSync(made) ? readFileSync(made, 'utf8') : undefined;
}

/** The digest of our own code, with markup and stylesheet: what another version of it made is not believed. */
export function compilerVersion(root: string): string {
  // Dates and periods are in the words of ICU.
  const icu = process.versions.icu ?? '';
  // What was loaded stays as it is for as long as the process lasts.
  code ??= ownCode();
  return digest([icu, code, ...lockfilesIn(root)]);
}

let code: string | Uint8Array | undefined;

// In the package, the digest was taken when it was made.
function ownCode(): string | Uint8Array {
  const made = join(packageFolder, 'compiler.txt');
  if (existsSync(made)) return readFileSync(made);
  const files = ['src', 'schemas'].flatMap((folder) =>
    readdirSync(join(packageFolder, folder), { recursive: true, encoding: 'utf8' }).map((name) =>
      join(folder, name),
    ),
  );
  const own = files.filter((file) => /\.(ts|json|astro|mdx|css)$/.test(file)).sort(compareText);
  return digest(own.map((file) => readFileSync(join(packageFolder, file))));
}

// Which versions of other packages are installed, the lockfiles of the repository or of the project know.
function lockfilesIn(root: string): Uint8Array[] {
  const names = ['package-lock.json', 'npm-shrinkwrap.json', 'pnpm-lock.yaml', 'yarn.lock', 'bun.lock'];
  const files = [packageFolder, root].flatMap((folder) => names.map((name) => join(folder, name)));
  return [...new Set(files)].filter((file) => existsSync(file)).map((file) => readFileSync(file));
}
