import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { promisify } from 'node:util';
import { digest } from '../src/digest.ts';
import { findFiles } from '../src/doors/disk.ts';
import { claimSite } from '../src/doors/site-folder.ts';

const root = resolve(import.meta.dirname, '..');
const lib = join(root, 'lib');
const kept = join(root, '.cache/tests/bundle');

let made: Promise<string> | undefined;

// `npm test` makes it beside what checks the sources, when half of the cores are at rest.
if (import.meta.main) await bundledCode();

/**
 * The folder of our code as it is published, made of what lies in the repository now: a command loads a few files there, and
 * hundreds of sources. What the first makes, all others find, of this run and of later ones until anything is edited.
 */
export function bundledCode(): Promise<string> {
  made ??= makeBundle();
  return made;
}

async function makeBundle(): Promise<string> {
  mkdirSync(join(kept, '..'), { recursive: true });
  while (!isFresh()) {
    const release = claimSite(kept);
    if (!release) {
      await setTimeout(100);
      continue;
    }
    try {
      // Another has made it between the look and the claim, and runs it by now.
      if (isFresh()) break;
      const sources = sourcesDigest();
      await promisify(execFile)(process.execPath, [join(root, 'scripts/bundle.ts')], { cwd: root });
      writeFileSync(kept, `${sources} ${bundleDigest()}`);
    } finally {
      release();
    }
  }
  return lib;
}

function isFresh(): boolean {
  return existsSync(kept) && readFileSync(kept, 'utf8') === `${sourcesDigest()} ${bundleDigest()}`;
}

// Whatever can make the bundle another.
function sourcesDigest(): string {
  const code = ['src', 'schemas', 'scripts'].flatMap((folder) =>
    findFiles(join(root, folder)).flatMap(({ path, kind }) => (kind === 'file' ? join(folder, path) : [])),
  );
  const files = [...code, 'package.json', 'package-lock.json'].sort();
  return digest(files.flatMap((file) => [file, readFileSync(join(root, file))]));
}

// What the bundle says of itself; nothing where it is not whole.
function bundleDigest(): string {
  const file = join(lib, 'compiler.txt');
  return existsSync(file) ? readFileSync(file, 'utf8') : '';
}
