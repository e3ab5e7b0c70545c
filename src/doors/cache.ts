import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache, CompileCache, CompiledPolicy, PolicyEntry } from '../compile/compile-model.ts';
import { sha256 } from '../digest.ts';
import type { Problem } from '../problem.ts';
import { systemFault } from './system-fault.ts';
import { writeWhole } from './write.ts';

/** What keeps texts for the next run, as long as it can. */
export type Keeper = {
  /** Keeps lines of text under a file name; false where it could not, and from then on always. */
  keep(file: string, lines: readonly string[]): boolean;
  /** Says in a sentence why nothing is kept. */
  fault(): string | undefined;
};

/** Keeps texts in a folder until one cannot be written: a cache that cannot be written is none, and no reason to stop. */
export function keeperIn(folder: string): Keeper {
  let fault: string | undefined;
  return {
    keep(file, lines) {
      if (fault !== undefined) return false;
      try {
        writeWhole(join(folder, file), sealed(lines), { isLasting: false });
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

// What is kept begins with the digests of its lines: a file that was cut off, or altered by whatever it was, is as good as
// none.
function sealed(lines: readonly string[]): string {
  return [lines.map((line) => sha256(line)).join(' '), ...lines, ''].join('\n');
}

function readKept(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

function readSealed(file: string): string | undefined {
  const [line] = cutParts(readKept(file) ?? new Uint8Array()) ?? [];
  return line && isWhole(line) ? textOf(line.bytes) : undefined;
}

/** A cache on disk: an index of small entries, and beside it each compiled policy in a file of its own. */
export type DiskCache = CompileCache & {
  /** What was compiled. What is kept of it and broken is deleted, and what `mend` makes takes its place. */
  read(entry: Keyed, mend: () => CompiledPolicy): CompiledPolicy;
  /** Writes the index of what is in use and deletes the rest; of products that were not looked at, all is in use. */
  save(policies: readonly PolicyEntry[], isLookedAt?: (product: string) => boolean): void;
};

type Keyed = { key: string };
type Index = { policies: PolicyEntry[]; versions: Keyed[] };

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
        if (!keep(fileOf(entry.key), partsOf(compiled))) unkept.set(entry.key, compiled);
      },
    };
  };
  return {
    policies: open(index.policies),
    versions: open(index.versions),
    read({ key }, mend) {
      const known = unkept.get(key);
      if (known) return known;
      const file = join(folder, fileOf(key));
      const mended = () => {
        forget(file);
        return mend();
      };
      const bytes = readKept(file);
      return bytes ? parseWhenAsked(bytes, mended) : mended();
    },
    save(found, isLookedAt = () => true) {
      const policies = [...index.policies.filter(({ product }) => !isLookedAt(product)), ...found];
      const versions = policies.flatMap((policy) => policy.versions.filter(({ isProposed }) => !isProposed));
      const before = [...index.policies, ...index.versions];
      if (!isChanged && before.length === policies.length + versions.length) return;
      if (!keep('index.json', [JSON.stringify({ policies, versions })])) return;
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

// Pages of the site need no policy, lists of it no page, and rules neither: each is a line with a digest of its own, and
// nobody waits for the others.
function partsOf({ policy, page, file }: CompiledPolicy): string[] {
  return [policy, page, ...(file ? [file] : [])].map((part) => JSON.stringify(part));
}

function parseWhenAsked(bytes: Uint8Array, mend: () => CompiledPolicy): CompiledPolicy {
  const parts = cutParts(bytes);
  if (parts === undefined) return mend();
  const part = <K extends keyof CompiledPolicy>(name: K, own: Part | undefined) => {
    let value: { it: CompiledPolicy[K] } | undefined;
    return () => {
      value ??=
        own && isWhole(own)
          ? { it: JSON.parse(textOf(own.bytes)) as CompiledPolicy[K] }
          : { it: mend()[name] };
      return value.it;
    };
  };
  const [policy, page] = [part('policy', parts[0]), part('page', parts[1])];
  const file = parts[2] ? part('file', parts[2]) : () => undefined;
  return {
    get policy() {
      return policy();
    },
    get page() {
      return page();
    },
    get file() {
      return file();
    },
  };
}

type Part = { sum: string; bytes: Uint8Array };

const digits = 64;

// The digests are the first line. What was cut off lacks a part or the end of one.
function cutParts(bytes: Uint8Array): Part[] | undefined {
  const parts: Part[] = [];
  const head = bytes.indexOf(lineEnd);
  const sums = textOf(bytes.subarray(0, Math.max(head, 0))).split(' ');
  let start = head + 1;
  for (const sum of sums) {
    const end = bytes.indexOf(lineEnd, start);
    if (end < 0 || sum.length !== digits) return undefined;
    parts.push({ sum, bytes: bytes.subarray(start, end) });
    start = end + 1;
  }
  return parts;
}

const lineEnd = '\n'.charCodeAt(0);

function isWhole({ sum, bytes }: Part): boolean {
  return sha256(bytes) === sum;
}

function textOf(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('utf8');
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
  /** Writes what is new, of these products: of all that are known, unless they are told. */
  save(products?: readonly string[]): void;
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
      const known = (products ?? [...all().keys()]).flatMap((id) => {
        const own = all().get(id);
        return own ? [[id, own] as const] : [];
      });
      keep('findings.json', [JSON.stringify(Object.fromEntries(known))]);
    },
  };
}

function readFindings(file: string): KeptFindings {
  const text = readSealed(file);
  // Whoever wrote its digest wrote findings.
  return text === undefined ? {} : (JSON.parse(text) as KeptFindings);
}
