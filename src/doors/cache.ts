import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache, CompileCache, CompiledPolicy, PolicyEntry } from '../compile/compile-model.ts';
import type { Problem } from '../problem.ts';
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
        const { policy, page } = compiled;
        writeWhole(fileOf(entry.key), `${JSON.stringify(policy)}\n${JSON.stringify(page)}`);
      },
    };
  };
  return {
    policies: open(index.policies),
    versions: open(index.versions),
    read: ({ key }) => parseWhenAsked(readFileSync(fileOf(key), 'utf8')),
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

// Pages of the site need no policy, and rules no page: each is a line, and nobody waits for the other.
function parseWhenAsked(text: string): CompiledPolicy {
  const end = text.indexOf('\n');
  let policy: CompiledPolicy['policy'] | undefined;
  let page: CompiledPolicy['page'] | undefined;
  return {
    get policy() {
      policy ??= JSON.parse(text.slice(0, end)) as CompiledPolicy['policy'];
      return policy;
    },
    get page() {
      page ??= JSON.parse(text.slice(end + 1)) as CompiledPolicy['page'];
      return page;
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

/** What was compiled: a cache to compile with, and the way to what it holds. */
export type Compiled = CompileCache & Pick<DiskCache, 'read'>;

/** A cache that lasts as long as the process, on top of what another one knows. */
export function memoryCache(below?: Compiled): Compiled {
  const compiled = new Map<string, CompiledPolicy>();
  const open = <T extends Keyed>(known?: Cache<T>): Cache<T> => {
    const entries = new Map<string, T>();
    return {
      get: (key) => entries.get(key) ?? known?.get(key),
      set(entry, policy) {
        entries.set(entry.key, entry);
        compiled.set(entry.key, policy);
      },
    };
  };
  return {
    policies: open(below?.policies),
    versions: open(below?.versions),
    read(entry) {
      const found = compiled.get(entry.key) ?? below?.read(entry);
      if (!found) throw new Error(`Nothing was compiled under ${entry.key}.`);
      return found;
    },
  };
}

/** What the rules found in each product, by the digest of everything it was found in. */
export type FindingCache = {
  get(product: string, key: string): Problem[] | undefined;
  set(product: string, key: string, problems: Problem[]): void;
  /** Writes what is new, for the products that exist. */
  save(products: readonly string[]): void;
};

type KeptFindings = Record<string, { key: string; problems: Problem[] }>;

/** Opens the findings kept in a folder; a file that cannot be read holds none. */
export function openFindings(folder: string): FindingCache {
  const file = join(folder, 'findings.json');
  let kept: Map<string, KeptFindings[string]> | undefined;
  let isChanged = false;
  const all = () => {
    kept ??= new Map(Object.entries(readFindings(file)));
    return kept;
  };
  return {
    get(product, key) {
      const known = all().get(product);
      return known?.key === key ? known.problems : undefined;
    },
    set(product, key, problems) {
      isChanged = true;
      all().set(product, { key, problems });
    },
    save(products) {
      if (!isChanged) return;
      const known = products.flatMap((id) => {
        const own = all().get(id);
        return own ? [[id, own] as const] : [];
      });
      writeWhole(file, JSON.stringify(Object.fromEntries(known)));
    },
  };
}

function readFindings(file: string): KeptFindings {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as KeptFindings;
  } catch {
    return {};
  }
}
