import { globSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';

const names = z.record(z.string(), z.unknown()).default({});
const manifest = z.object({
  dependencies: names,
  optionalDependencies: names,
  peerDependencies: names,
  peerDependenciesMeta: z.record(z.string(), z.object({ optional: z.boolean().optional() })).default({}),
});

/** The folders of all packages that come with one, as they are installed: its own, and those it needs in turn. */
export function installedWith(folder: string, found = new Set<string>()): Set<string> {
  if (found.has(folder)) return found;
  found.add(folder);
  for (const name of neededBy(folder)) {
    const path = packageFrom(folder, name);
    // What is for other systems is not there.
    if (path !== undefined) installedWith(path, found);
  }
  return found;
}

function neededBy(folder: string): string[] {
  const { dependencies, optionalDependencies, peerDependencies, peerDependenciesMeta } = manifest.parse(
    JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')),
  );
  const peers = Object.keys(peerDependencies).filter((name) => !peerDependenciesMeta[name]?.optional);
  return [...Object.keys({ ...dependencies, ...optionalDependencies }), ...peers];
}

function packageFrom(folder: string, name: string): string | undefined {
  const path = join(folder, 'node_modules', name);
  if (statSync(join(path, 'package.json'), { throwIfNoEntry: false })) return path;
  return dirname(folder) === folder ? undefined : packageFrom(dirname(folder), name);
}

/** The bytes of the files of a package, without those of packages in it. */
export function sizeOf(folder: string): number {
  return globSync('**', { cwd: folder, withFileTypes: true, exclude: ({ name }) => name === 'node_modules' })
    .filter((item) => item.isFile())
    .reduce((bytes, item) => bytes + statSync(join(item.parentPath, item.name)).size, 0);
}
