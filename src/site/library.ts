import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { compile } from '../compile/compile.ts';
import type { Compilation, CompiledPolicy, PolicyEntry, Sources } from '../compile/compile-model.ts';
import { digest, shortDigest } from '../digest.ts';
import { type Compiled, type FindingCache, memoryCache, openCache, openFindings } from '../doors/cache.ts';
import { today } from '../doors/clock.ts';
import { compilerVersion } from '../doors/compiler.ts';
import { readSources } from '../doors/disk.ts';
import { policiesFolder } from '../doors/project.ts';
import { makeMemory } from '../memory.ts';
import type { Render } from '../page/page-model.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { recordPath } from '../read/location.ts';
import { inspectProduct, joinShared } from '../rules/inspect.ts';
import { readProduct } from '../rules/read-product.ts';
import { renderProse } from '../text/prose.ts';

/** A compiled folder of policies, and the way to the compiled policies themselves. */
export type Library = Compilation & {
  sources: Sources;
  readCompiled(entry: { key: string }): CompiledPolicy;
  /** The day the site is made for, which decides what is in force; `YYYY-MM-DD`. */
  today: string;
  /** What was compiled, and by which compiler. */
  cache: Compiled;
  version: string;
  /** The findings of a product, by the digest of everything they were made from. */
  findings: FindingCache;
};

/**
 * Reads and compiles a folder of policies. Compiled policies are kept under `.cache/policybook`, by the digest of
 * everything they were made from.
 */
export function openLibrary(folder: string): Library {
  const sources = readSources(folder);
  const own = resolve('.cache/policybook', shortDigest([resolve(folder)]));
  const cache = openCache(own);
  const version = compilerVersion();
  const compilation = compile(sources, { cache, version, render: rememberingRender() });
  cache.save(compilation.products.flatMap(({ policies }) => policies));
  const findings = openFindings(own);
  return { ...compilation, sources, readCompiled: cache.read, today: today(), cache, version, findings };
}

/**
 * Compiles files that lie in no folder, such as those of another commit. What they have in common with a library is
 * not done again; nothing is kept.
 */
export function openSources(sources: Sources, known?: Library): Library {
  const cache = memoryCache(known?.cache);
  const version = known?.version ?? '';
  const compilation = compile(sources, { cache, version, render: rememberingRender() });
  return {
    ...compilation,
    sources,
    readCompiled: cache.read,
    today: today(),
    cache,
    version,
    findings: {
      get: (product, key) => known?.findings.get(product, key),
      set: () => undefined,
      save: () => undefined,
    },
  };
}

/** Renders each text once: versions and policies share most of theirs. */
function rememberingRender(): Render {
  const remember = makeMemory<string>(5_000);
  return (markdown, options) => {
    // Texts with links depend on the policy they stand in; the others are the same everywhere.
    if (markdown.includes('](') || markdown.includes(']:')) return renderProse(markdown, options);
    return remember(`${options.wrap}:${markdown}`, () => renderProse(markdown, options));
  };
}

/**
 * What the rules find in a library: findings and hints of every product, sorted. A policy with a fault is not looked
 * at, since what it says is not certain.
 */
function findingsOf(library: Library): Problem[] {
  const { sources, readCompiled, findings, version, today: asOf } = library;
  const paths = new Set(sources.found.map(({ path }) => path));
  const found = library.products
    .filter(({ policies }) => policies.length > 0)
    .flatMap((product) => {
      const key = digest([version, asOf, ...product.unread, ...product.policies.map((policy) => policy.key)]);
      const known = findings.get(product.id, key);
      if (known) return known;
      const inspected = readProduct(product, library, { sources, paths, readCompiled, asOf });
      const problems = inspected ? inspectProduct(inspected) : [];
      findings.set(product.id, key, problems);
      return problems;
    });
  findings.save(library.products.map(({ id }) => id));
  return sortProblems(joinShared(found));
}

/** Every problem of a library: the faults of its files, and what the rules find. */
export function problemsOf(library: Library): Problem[] {
  return sortProblems([...library.problems, ...findingsOf(library)]);
}

/** Whether a problem stops a build of this site. A fault of a file or version always does; findings as the site says. */
export function stopsBuild({ severity, finding }: Problem, { stop = 'error' }: Compilation['site']): boolean {
  if (severity === 'error') return !finding || stop !== 'none';
  return stop === 'warning' && severity === 'warning';
}

/** The entry of a policy the list of pages has named. */
export function findEntry(library: Library, product: string, slug: string): PolicyEntry {
  const own = library.products.find(({ id }) => id === product);
  const entry = own?.policies.find((candidate) => candidate.slug === slug);
  if (!entry) throw new Error(`No policy ${product}/${slug}: the list of pages and the library disagree.`);
  return entry;
}

/** The record of a published version, byte for byte as it was sealed. */
export function readRecordText(product: string, slug: string, date: string): string {
  return readFileSync(join(policiesFolder(), recordPath({ product, slug, date })), 'utf8');
}
