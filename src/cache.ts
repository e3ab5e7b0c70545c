import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache, CompileCache, CompiledPolicy, PolicyEntry } from './core/compile.ts';
import { writeWhole } from './write.ts';

/** A cache on disk: an index of small entries, and beside it each compiled policy in a file of its own. */
export type DiskCache = CompileCache & {
  read(entry: { key: string }): CompiledPolicy;
  /** Writes the index of what is in use and deletes the rest. */
  save(policies: readonly PolicyEntry[]): void;
};

type Keyed = { key: string };
type Index = { [K in keyof CompileCache]: Keyed[] };

/** Opens the cache in a folder; one that cannot be read is an empty one. */
export function openCache(folder: string): DiskCache {
  const indexFile = join(folder, 'index.json');
  const index = readIndex(indexFile);
  const fileOf = (key: string) => join(folder, key.slice(0, 2), `${key}.json`);
  let isChanged = false;
  // What `set` wrote under a key is what `get` finds there.
  const open = <T extends Keyed>(entries: readonly Keyed[]): Cache<T> => {
    const known = new Map(entries.map((entry) => [entry.key, entry as T]));
    return {
      get: (key) => (known.has(key) && existsSync(fileOf(key)) ? known.get(key) : undefined),
      set(entry, compiled) {
        isChanged = true;
        known.set(entry.key, entry);
        writeWhole(fileOf(entry.key), JSON.stringify(compiled));
      },
    };
  };
  return {
    policies: open(index.policies),
    versions: open(index.versions),
    read: ({ key }) => JSON.parse(readFileSync(fileOf(key), 'utf8')) as CompiledPolicy,
    save(policies) {
      const versions = policies.flatMap((policy) => policy.versions.filter(({ isProposed }) => !isProposed));
      const before = [...index.policies, ...index.versions];
      if (!isChanged && before.length === policies.length + versions.length) return;
      writeWhole(indexFile, JSON.stringify({ policies, versions }));
      const kept = new Set([...policies, ...versions].map(({ key }) => key));
      for (const { key } of before) if (!kept.has(key)) rmSync(fileOf(key), { force: true });
    },
  };
}

function readIndex(file: string): Index {
  try {
    return { policies: [], versions: [], ...JSON.parse(readFileSync(file, 'utf8')) };
  } catch {
    return { policies: [], versions: [] };
  }
}
