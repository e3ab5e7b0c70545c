import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Cache, CompileCache, CompiledPolicy, PolicyEntry } from '../compile/compile-model.ts';
import { sha256 } from '../digest.ts';
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
function sealed(lines: readonly string[]): Uint8Array {
  const parts = lines.map((line) => Buffer.from(`${line}\n`));
  const sums = parts.map((part) => sha256(part.subarray(0, -1)));
  return Buffer.concat([Buffer.from(`${sums.join(' ')}\n`), ...parts]);
}

function readKept(file: string): Uint8Array | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** The first line of text that was kept in a file; nothing where it is not as it was kept, or has another digest than asked. */
export function readSealed(file: string, sum?: string): string | undefined {
  const [line] = cutParts(readKept(file) ?? new Uint8Array()) ?? [];
  const isAsked = sum === undefined || line?.sum === sum;
  return line && isAsked && isWhole(line) ? textOf(line.bytes) : undefined;
}

/** A cache on disk: an index of small entries, and beside it each compiled policy in a file of its own. */
export type DiskCache = CompileCache & {
  /** What was compiled. What is kept of it and broken is deleted, and what `mend` makes takes its place. */
  read(entry: Keyed, mend: () => CompiledPolicy): CompiledPolicy;
  /** Writes the index of what is in use and deletes the rest: of its own products, where it is that of a part. */
  save(policies: readonly PolicyEntry[]): void;
};

/** A part of a site, as its caches are named, and its products. Parts that are built at once write no file of each other. */
export type CachedPart = { name: string; products: ReadonlySet<string> };

type Keyed = { key: string };
type Index = { policies: PolicyEntry[]; versions: Keyed[] };

/** Opens the cache in a folder; one that cannot be read is an empty one, and what cannot be kept lasts as long as the process. */
export function openCache(folder: string, { keep }: Keeper, part?: CachedPart): DiskCache {
  const index = readIndex(folder);
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
    save(policies) {
      const inUse = keyedIn(policies);
      const before = keyedIn(index.policies.filter(({ product }) => part?.products.has(product) ?? true));
      if (!isChanged && before.length === inUse.length) return;
      const versions = policies.flatMap(publishedOf);
      if (!keep(partFile('index', part), [JSON.stringify({ policies, versions })])) return;
      const kept = new Set(inUse.map(({ key }) => key));
      for (const { key } of before) if (!kept.has(key)) forget(join(folder, fileOf(key)));
      if (!part) forgetParts(folder, 'index');
    },
  };
}

function keyedIn(policies: readonly PolicyEntry[]): Keyed[] {
  return policies.flatMap((policy) => [policy, ...publishedOf(policy)]);
}

function publishedOf({ versions }: PolicyEntry): PolicyEntry['versions'] {
  return versions.filter(({ isProposed }) => !isProposed);
}

type Listed = 'index' | 'findings' | 'told';

/** The name of a list in a cache: that of a part has one of its own. */
export function partFile(name: Listed, part?: CachedPart): string {
  return part ? `${name}.${part.name}.json` : `${name}.json`;
}

/** The names of a list and of those of the parts, in a cache; what was written last comes last. */
export function filesOfParts(folder: string, name: Listed): string[] {
  const names = namesIn(folder).filter((file) => file.startsWith(`${name}.`) && file.endsWith('.json'));
  const written = new Map(names.map((file) => [file, timeOf(join(folder, file))]));
  return names.sort((a, b) => (written.get(a) ?? 0) - (written.get(b) ?? 0));
}

function timeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** What lies in a folder of a cache: nothing where it is not there. */
export function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

/** Deletes the lists of parts, where one of the whole has been written. */
export function forgetParts(folder: string, name: Listed): void {
  for (const file of filesOfParts(folder, name)) if (file !== partFile(name)) forget(join(folder, file));
}

function isFile(file: string): boolean {
  return statSync(file, { throwIfNoEntry: false })?.isFile() === true;
}

/** Deletes what a cache kept; what stays because it cannot be deleted is not asked for, or found broken once more. */
export function forget(file: string): void {
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

// Of a policy that several know, the last is in use.
function readIndex(folder: string): Index {
  // Whoever wrote its digest wrote an index.
  const read = filesOfParts(folder, 'index').flatMap((file) => {
    const text = readSealed(join(folder, file));
    return text === undefined ? [] : (JSON.parse(text) as Index);
  });
  const policies = read.flatMap((index) => index.policies);
  const latest = new Map(policies.map((entry) => [`${entry.product}/${entry.slug}`, entry]));
  return { policies: [...latest.values()], versions: read.flatMap(({ versions }) => versions) };
}

/** What was compiled: a cache to compile with, and the way to what it holds. */
export type Compiled = CompileCache & { read(entry: Keyed): CompiledPolicy };

/** What was compiled, and also by hand what was compiled last: until it is let go, nobody reads it back. */
export function holdingCache(below: Compiled): Compiled & { letGo(): void } {
  const held = new Map<string, CompiledPolicy>();
  const { policies } = below;
  return {
    ...below,
    policies: {
      get: policies.get,
      set(entry, compiled) {
        held.set(entry.key, compiled);
        policies.set(entry, compiled);
      },
    },
    read: (entry) => held.get(entry.key) ?? below.read(entry),
    letGo: () => held.clear(),
  };
}

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
