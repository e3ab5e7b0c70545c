import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache, CompileCache, CompiledPolicy, PolicyEntry } from '../compile/compile-model.ts';
import { sha256 } from '../digest.ts';
import type { Problem } from '../problem.ts';
import { systemFault } from './system-fault.ts';
import { writeWhole } from './write.ts';

/** What keeps texts for the next run, as long as it can. */
export type Keeper = {
  /** Keeps a text under a file name; false where it could not, and from then on always. */
  keep(file: string, text: string): boolean;
  /** Says in a sentence why nothing is kept. */
  fault(): string | undefined;
};

/** Keeps texts in a folder until one cannot be written: a cache that cannot be written is none, and no reason to stop. */
export function keeperIn(folder: string): Keeper {
  let fault: string | undefined;
  return {
    keep(file, text) {
      if (fault !== undefined) return false;
      try {
        writeWhole(join(folder, file), sealed(text), { isLasting: false });
        return true;
      } catch (error) {
        const why = systemFault(error);
        if (why === undefined) throw error;
        fault = `The cache in ${folder} cannot be written: ${why} Nothing is kept for the next run.`;
        return false;
      }
    },
    fault: () => fault,
  };
}

// What is kept begins with its digest: a file that was cut off, or altered by whatever it was, is as good as none.
function sealed(text: string): string {
  return `${sha256(text)}\n${text}`;
}

function readSealed(file: string): string | undefined {
  try {
    const [seal, text] = splitLine(readFileSync(file, 'utf8'));
    return sha256(text) === seal ? text : undefined;
  } catch {
    return undefined;
  }
}

function splitLine(text: string): [string, string] {
  const end = text.indexOf('\n');
  return [text.slice(0, end), text.slice(end + 1)];
}

/** A cache on disk: an index of small entries, and beside it each compiled policy in a file of its own. */
export type DiskCache = CompileCache & {
  /** What was compiled; `undefined` where what is kept of it is broken, which is then deleted. */
  read(entry: Keyed): CompiledPolicy | undefined;
  /** Writes the index of what is in use and deletes the rest. */
  save(policies: readonly PolicyEntry[]): void;
};

type Keyed = { key: string };
type Index = { [K in keyof CompileCache]: Keyed[] };

/** Opens the cache in a folder; one that cannot be read is an empty one, and what cannot be kept lasts as long as the process. */
export function openCache(folder: string, { keep }: Keeper): DiskCache {
  const index = readIndex(join(folder, 'index.json'));
  const unkept = new Map<string, CompiledPolicy>();
  const fileOf = (key: string) => join(key.slice(0, 2), `${key}.json`);
  let isChanged = false;
  // What `set` wrote under a key is what `get` finds there.
  const open = <T extends Keyed>(entries: readonly Keyed[]): Cache<T> => {
    const known = new Map(entries.map((entry) => [entry.key, entry as T]));
    const isKept = (key: string) => unkept.has(key) || isFile(join(folder, fileOf(key)));
    return {
      get: (key) => (known.has(key) && isKept(key) ? known.get(key) : undefined),
      set(entry, compiled) {
        isChanged = true;
        known.set(entry.key, entry);
        const { policy, page, file } = compiled;
        const text = [policy, page, ...(file ? [file] : [])].map((part) => JSON.stringify(part)).join('\n');
        if (!keep(fileOf(entry.key), text)) unkept.set(entry.key, compiled);
      },
    };
  };
  return {
    policies: open(index.policies),
    versions: open(index.versions),
    read({ key }) {
      const file = join(folder, fileOf(key));
      const text = unkept.has(key) ? undefined : readSealed(file);
      if (text !== undefined) return parseWhenAsked(text);
      if (!unkept.has(key)) forget(file);
      return unkept.get(key);
    },
    save(policies) {
      const versions = policies.flatMap((policy) => policy.versions.filter(({ isProposed }) => !isProposed));
      const before = [...index.policies, ...index.versions];
      if (!isChanged && before.length === policies.length + versions.length) return;
      if (!keep('index.json', JSON.stringify({ policies, versions }))) return;
      const kept = new Set([...policies, ...versions].map(({ key }) => key));
      for (const { key } of before) if (!kept.has(key)) forget(join(folder, fileOf(key)));
    },
  };
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

// What stays because it cannot be deleted is found broken once more.
function forget(file: string): void {
  try {
    rmSync(file, { recursive: true, force: true });
  } catch (error) {
    if (systemFault(error) === undefined) throw error;
  }
}

// Pages of the site need no policy, and rules no page: each is a line, and nobody waits for the others.
function parseWhenAsked(text: string): CompiledPolicy {
  const [first = '', second = '', third] = text.split('\n');
  let file: CompiledPolicy['file'];
  let policy: CompiledPolicy['policy'] | undefined;
  let page: CompiledPolicy['page'] | undefined;
  return {
    get policy() {
      policy ??= JSON.parse(first) as CompiledPolicy['policy'];
      return policy;
    },
    get page() {
      page ??= JSON.parse(second) as CompiledPolicy['page'];
      return page;
    },
    get file() {
      file ??= third === undefined ? undefined : (JSON.parse(third) as CompiledPolicy['file']);
      return file;
    },
  };
}

function readIndex(file: string): Index {
  const text = readSealed(file);
  // Whoever wrote its digest wrote an index.
  return text === undefined ? { policies: [], versions: [] } : (JSON.parse(text) as Index);
}

/** What was compiled: a cache to compile with, and the way to what it holds. */
export type Compiled = CompileCache & { read(entry: Keyed): CompiledPolicy };

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
export function openFindings(folder: string, { keep }: Keeper): FindingCache {
  let kept: Map<string, KeptFindings[string]> | undefined;
  let isChanged = false;
  const all = () => {
    kept ??= new Map(Object.entries(readFindings(join(folder, 'findings.json'))));
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
      keep('findings.json', JSON.stringify(Object.fromEntries(known)));
    },
  };
}

function readFindings(file: string): KeptFindings {
  const text = readSealed(file);
  // Whoever wrote its digest wrote findings.
  return text === undefined ? {} : (JSON.parse(text) as KeptFindings);
}
