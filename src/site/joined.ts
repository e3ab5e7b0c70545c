import { compile } from '../compile/compile.ts';
import type { PolicyEntry, Sources } from '../compile/compile-model.ts';
import { type Compiled, memoryCache } from '../doors/cache.ts';
import { readSources } from '../doors/disk.ts';
import type { FindingCache } from '../doors/finding-cache.ts';
import type { Project } from '../doors/project.ts';
import type { ToldCache } from '../doors/told-cache.ts';
import { makeMemory } from '../memory.ts';
import { renderProse } from '../text/prose.ts';
import { compileSources, type Library } from './library.ts';
import { isKnown, type Part, type ProductFacts, sharedDigest } from './part-file.ts';
import { withProducts } from './products-of-part.ts';

/** A library of parts, and the products that no part has as they are in the folder. */
type Joined = { library: Library; unknown: string[] };

/**
 * Opens the policies of a project with what the parts of its site know of them. What was compiled is found by the digest of
 * all it was made from, so a part of another state is not believed: its products are among the unknown.
 */
export function openJoined(project: Project, parts: readonly Part[]): Joined {
  const facts = factsOf(parts);
  const sources = readSources(project.policies, project.here);
  const library = compileSources(sources, project, {
    cache: memoryCache(cacheOf(facts, sources, project)),
    findings: findingsOf(facts),
    cacheFault: () => undefined,
    told: toldIn(facts),
  });
  return { library, unknown: unknownIn(library, facts) };
}

/**
 * A library of which parts have told what the pages about all policies say. Nothing where they were made of something else:
 * somebody may have edited meanwhile.
 */
export function toldByParts(library: Library, parts: readonly Part[]): Library | undefined {
  const shared = sharedDigest(library.sources);
  const { stylesheet } = library.addresses;
  const isSame = parts.every(({ header }) => header.shared === shared && header.stylesheet === stylesheet);
  const facts = factsOf(parts);
  const ids = new Set(library.products.map(({ id }) => id));
  const isWhole = [...facts.keys()].every((id) => ids.has(id));
  if (!isSame || !isWhole || unknownIn(library, facts).length > 0) return undefined;
  return { ...library, told: toldIn(facts) };
}

function factsOf(parts: readonly Part[]): Map<string, ProductFacts> {
  return new Map(parts.flatMap(({ products }) => [...products]));
}

function unknownIn(library: Library, facts: ReadonlyMap<string, ProductFacts>): string[] {
  return library.products.flatMap((product) =>
    isKnown(library, product, facts.get(product.id)) ? [] : product.id,
  );
}

// A part whose products are another state of them is told of before anything is made of it.
function toldIn(facts: ReadonlyMap<string, ProductFacts>): ToldCache {
  return {
    get: (product) => facts.get(product)?.told,
    digestOf: () => undefined,
    set: () => undefined,
    save: () => undefined,
  };
}

function findingsOf(facts: ReadonlyMap<string, ProductFacts>): FindingCache {
  return {
    get(product, key) {
      const known = facts.get(product)?.findings;
      return known?.key === key ? known.problems : undefined;
    },
    set: () => undefined,
    save: () => undefined,
  };
}

function cacheOf(facts: ReadonlyMap<string, ProductFacts>, sources: Sources, project: Project): Compiled {
  const entries = [...facts.values()].flatMap(({ policies }) => policies);
  const policies = new Map(entries.map((entry) => [entry.key, entry]));
  const published = entries.flatMap(({ versions, product }) =>
    versions.filter(({ isProposed }) => !isProposed).map((version) => ({ version, product })),
  );
  const versions = new Map(published.map(({ version }) => [version.key, version]));
  const owners = new Map([
    ...entries.map((entry: PolicyEntry) => [entry.key, entry.product] as const),
    ...published.map(({ version, product }) => [version.key, product] as const),
  ]);
  const compiled = compiledAgain(sources, project);
  return {
    policies: { get: (key) => policies.get(key), set: () => undefined },
    versions: { get: (key) => versions.get(key), set: () => undefined },
    read: (entry) => compiled(owners.get(entry.key) ?? '').read(entry),
  };
}

// Texts stay where they were compiled. Where one is asked for all the same, its product is compiled here.
function compiledAgain(sources: Sources, { compiler: version }: Project): (product: string) => Compiled {
  const remember = makeMemory<Compiled>(3);
  return (product) =>
    remember(product, () => {
      const cache = memoryCache();
      compile(withProducts(sources, new Set([product])), {
        cache,
        version,
        render: renderProse,
        isPart: true,
      });
      return cache;
    });
}
