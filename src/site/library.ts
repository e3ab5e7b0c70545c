import { join } from 'node:path';
import { compile } from '../compile/compile.ts';
import type {
  Compilation,
  CompiledPolicy,
  PolicyEntry,
  ProductEntry,
  Sources,
} from '../compile/compile-model.ts';
import { digest, shortDigest } from '../digest.ts';
import {
  type Compiled,
  type DiskCache,
  holdingCache,
  keeperIn,
  memoryCache,
  openCache,
} from '../doors/cache.ts';
import { isMoved, readIfPlain, readSources } from '../doors/disk.ts';
import { type FindingCache, openFindings } from '../doors/finding-cache.ts';
import type { Project } from '../doors/project.ts';
import { openTold, passingTold, type ToldCache } from '../doors/told-cache.ts';
import { makeMemory, oncePer, ownCopy } from '../memory.ts';
import type { Render } from '../page/page-model.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { parseYaml } from '../read/parse.ts';
import { inspectProduct, joinShared } from '../rules/inspect.ts';
import { readProduct } from '../rules/read-product.ts';
import { mayLink, renderProse } from '../text/prose.ts';
import { dayProblems } from '../versions/day-problems.ts';
import { judgedBeside } from './beside.ts';
import { brandFiles } from './brand.ts';
import { comparableVersion } from './comparable.ts';
import { type Addresses, addressesOf } from './frame.ts';
import { type PolicyStanding, standPolicy } from './policy-standing.ts';
import { type SitePart, withProducts } from './products-of-part.ts';

/** A compiled folder of policies, and the way to the compiled policies themselves. */
export type Library = Compilation & {
  project: Project;
  sources: Sources;
  readCompiled(entry: { key: string }): CompiledPolicy;
  /** The day the site is made for, which decides what is in force; `YYYY-MM-DD`. */
  today: string;
  addresses: Addresses;
  productsById: ReadonlyMap<string, ProductEntry>;
  /** Where each policy stands on that day, by `product/slug`. */
  standings: ReadonlyMap<string, PolicyStanding>;
  cache: Compiled;
  /** Renders a text as its pages were rendered, each once. */
  render: Render;
  /** The findings of a product, by the digest of everything they were made from. */
  findings: FindingCache;
  /** Says in a sentence why nothing is kept for the next run, where that is so. */
  cacheFault(): string | undefined;
  /** What pages about all policies tell of each product, where it was worked out before. */
  told: ToldCache;
};

/** Where a library finds what was compiled before, and keeps what was not. */
type Store = Pick<Library, 'cache' | 'findings' | 'cacheFault' | 'told'> & {
  /** Whether other products are left to other parts of the site. */
  isPart?: boolean;
  /** Whether rules look at each product as soon as it is compiled, while it is at hand. */
  isInspected?: boolean;
};

/** How a library is opened: for some products alone, and for somebody who is going to ask what the rules find. */
type Opening = { part?: SitePart | undefined; isInspected?: boolean };

/**
 * Reads and compiles the policies of a project. Compiled policies are kept in its cache, by the digest of everything
 * they were made from; where nothing can be kept there, they are made again each time. The library of a part holds its
 * products alone, and what only the whole can tell is not judged.
 */
export function openLibrary(project: Project, opening: Opening = {}): Library {
  for (let more = 3; ; more -= 1)
    try {
      return openOnce(project, opening);
    } catch (error) {
      if (!isMoved(error) || more === 0) throw error;
    }
}

// Who edits while a folder is read may take a file away that was listed: then it is read anew.
function openOnce(project: Project, { part, isInspected = false }: Opening): Library {
  const own = join(project.cache, 'compiled', shortDigest([project.policies]));
  const keeper = keeperIn(own);
  const all = readSources(project.policies, project.here);
  const sources = part ? withProducts(all, part.only) : all;
  const cached = part && { name: shortDigest([JSON.stringify(part.name)]), products: part.only };
  const disk = openCache(own, keeper, cached);
  const library = compileSources(sources, project, {
    cache: mending(disk, sources, project),
    findings: openFindings(own, keeper, cached),
    told: openTold(own, keeper, cached),
    cacheFault: keeper.fault,
    isPart: part !== undefined,
    isInspected,
  });
  disk.save(library.products.flatMap(({ policies }) => policies));
  return library;
}

// Where what was kept turns out to be broken, all is compiled once more: that happens when a disk has failed.
function mending(disk: DiskCache, sources: Sources, { compiler: version }: Project): Compiled {
  let again: Compiled | undefined;
  const compileAgain = () => {
    const cache = memoryCache();
    compile(sources, { cache, version, render: rememberingRender() });
    return cache;
  };
  return {
    ...disk,
    read: (entry) =>
      disk.read(entry, () => {
        again ??= compileAgain();
        return again.read(entry);
      }),
  };
}

/**
 * Compiles files that lie in no folder, such as those of another commit. What they have in common with a library is
 * not done again; nothing is kept.
 */
export function openSources(sources: Sources, project: Project, known?: Library): Library {
  return compileSources(sources, project, {
    cache: memoryCache(known?.cache),
    findings: {
      get: (product, key) => known?.findings.get(product, key),
      set: () => undefined,
      save: () => undefined,
    },
    told: passingTold(),
    cacheFault: () => undefined,
  });
}

/** Compiles what some files hold, as far as a store does not know it. */
export function compileSources(sources: Sources, project: Project, store: Store): Library {
  const { cache, findings, cacheFault, told } = store;
  const { today } = project;
  const render = rememberingRender();
  const compilation = compileFor(store, sources, project, render);
  const { products } = compilation;
  const site = siteIn(project, compilation.site);
  const readCompiled = rememberingRead(cache.read);
  const standings = products
    .flatMap(({ policies }) => policies)
    .map((entry) => [`${entry.product}/${entry.slug}`, standPolicy(entry, site, today)] as const);
  return {
    ...compilation,
    site,
    problems: sortProblems([
      ...judgedBeside(compilation.problems, {
        products,
        standings: new Map(standings),
        readCompiled,
        comparable: (version) => comparableVersion(readCompiled(version), version, { site, render }),
        root: sources.root,
      }),
      ...problemsOfDay(standings, compilation.problems, sources.root, today),
      ...assetProblems(sources, site, project.public),
    ]),
    project,
    sources,
    readCompiled,
    today,
    addresses: addressesOf(project, site),
    productsById: new Map(products.map((product) => [product.id, product])),
    standings: new Map(standings),
    cache,
    render,
    findings,
    told,
    cacheFault,
  };
}

// Who is going to ask what the rules find has them look at each product while it is at hand.
function compileFor(
  { cache, findings, isPart = false, isInspected = false }: Store,
  sources: Sources,
  project: Project,
  render: Render,
): Compilation {
  const { compiler: version, today } = project;
  if (!isInspected) return compile(sources, { cache, version, render, isPart });
  const holding = holdingCache(cache);
  return compile(sources, {
    cache: holding,
    version,
    render,
    isPart,
    onProduct(product, shown) {
      const site = siteIn(project, shown);
      findingsIn(product, { project, sources, today, findings, site, readCompiled: holding.read });
      holding.letGo();
    },
  });
}

// Of a site that has other pages the handbook is no part: nothing may lead there.
function siteIn({ isPart }: Project, site: Compilation['site']): Compilation['site'] {
  const { handbook: _none, ...others } = site;
  return isPart ? others : site;
}

// What the look of a site names has to be there: Astro copies `public/` as it is.
function assetProblems({ root, found, read }: Sources, site: Compilation['site'], folder: string): Problem[] {
  // What is no path of a file there is told as that.
  const named = brandFiles(site).filter(({ file }) => file.startsWith('/'));
  const missing = named.filter(({ file }) => readIfPlain(join(folder, file)) === undefined);
  const path = 'site.yaml';
  if (missing.length === 0 || !found.some((one) => one.path === path)) return [];
  const parsed = parseYaml(`${root}/${path}`, read(path));
  return missing.map(({ path: at, file }) => ({
    rule: 'site/asset',
    severity: 'error',
    message: `Unexpected file \`${file}\`, expected one in public/.`,
    place: parsed.place(at),
    help: `Put it at public${file}, or take the line away.`,
  }));
}

function problemsOfDay(
  standings: readonly (readonly [string, PolicyStanding])[],
  problems: readonly Problem[],
  root: string,
  today: string,
): Problem[] {
  const folderOf = (file: string) => file.slice(0, file.lastIndexOf('/'));
  const faulty = new Set(
    problems.flatMap(({ rule, place }) => (unordered.has(rule) ? [folderOf(place.file)] : [])),
  );
  return standings.flatMap(([name, { entry, versions }]) => {
    const { said, acts, pending, chain } = entry;
    // What a version is on a day cannot be told where its history is not whole.
    if (chain.files.some(({ path }) => faulty.has(folderOf(`${root}/${path}`)))) return [];
    return dayProblems({ root, file: `${root}/${name}.yaml`, said, versions, acts, pending, today });
  });
}

// Where one of these lies among records, some entry has no place in its chain; a head can be written again.
const unordered = new Set<Problem['rule']>(['version/record', 'version/chain', 'file/location']);

/** The digest of everything that the pages of a library are made from. */
export function contentDigest({ site, products }: Library): string {
  return digest([JSON.stringify(site), ...products.map(productDigest)]);
}

const productDigest = oncePer((product: ProductEntry) => digest([JSON.stringify(product)]));

/** The digest of everything that is shown of a product, on its own pages and on those about all. */
export function productKey({ project, site, addresses, today }: Library, product: ProductEntry): string {
  return digest([
    project.compiler,
    today,
    JSON.stringify([site, addresses, project.prefix]),
    productDigest(product),
  ]);
}

// The versions of a policy and of those beside it are asked for by many pages, one after the other.
function rememberingRead(read: Library['readCompiled']): Library['readCompiled'] {
  const remember = makeMemory<CompiledPolicy>(100);
  return (entry) => remember(entry.key, () => read(entry));
}

/** Renders each text once: versions and policies share most of theirs. */
function rememberingRender(): Render {
  const remember = makeMemory<string>(5_000);
  const ofPlace = oncePer((_address: (url: string) => string) => makeMemory<string>(500));
  return (markdown, options) => {
    const { wrap, clauses, address } = options;
    const make = () => renderProse(markdown, options);
    // Texts with clauses depend on their section, those with links on the policy they stand in; the others are the same everywhere.
    if (clauses || (mayLink(markdown) && !address)) return make();
    return (address && mayLink(markdown) ? ofPlace(address) : remember)(`${wrap}:${markdown}`, make);
  };
}

/**
 * What the rules find in a library: findings and hints of every product, sorted. A policy with a fault is not looked
 * at, since what it says is not certain.
 */
function findingsOf(library: Library): Problem[] {
  const { products, findings } = library;
  const found = products.flatMap((product) => findingsIn(product, library));
  findings.save(products.map(({ id }) => id));
  return sortProblems(joinShared(found));
}

type Judging = Pick<Library, 'project' | 'site' | 'sources' | 'today' | 'findings' | 'readCompiled'>;

function findingsIn(product: ProductEntry, judging: Judging): Problem[] {
  const { sources, findings, today: asOf, readCompiled } = judging;
  if (product.policies.length === 0) return [];
  const key = findingsKey(judging, product);
  const known = findings.get(product.id, key);
  if (known) return known;
  const paths = pathsOf(sources);
  const inspected = readProduct(product, judging, { sources, paths, readCompiled, asOf });
  const problems = inspected ? ownCopy(inspectProduct(inspected)) : [];
  findings.set(product.id, key, problems);
  return problems;
}

const pathsOf = oncePer(
  ({ found }: Sources) => new Set(found.flatMap(({ path, kind }) => (kind === 'file' ? [path] : []))),
);

/** The digest of everything that the findings of a product are made from. */
export function findingsKey(
  { project, today, site }: Pick<Library, 'project' | 'today' | 'site'>,
  { unread, policies }: ProductEntry,
): string {
  return digest([
    project.compiler,
    today,
    `handbook ${site.handbook === true}`,
    ...unread,
    ...policies.map((policy) => policy.key),
  ]);
}

/** Every problem of a library: the faults of its files, and what the rules find. */
export function problemsOf(library: Library): Problem[] {
  return sortProblems([...library.problems, ...findingsOf(library)]);
}

/**
 * Whether a problem stops a build of this site. A fault of a file or version always does; findings as the site says,
 * unless the mere passing of time brought them.
 */
export function stopsBuild({ severity, finding }: Problem, { stop = 'error' }: Compilation['site']): boolean {
  if (finding?.arises === 'by date') return false;
  if (severity === 'error') return !finding || stop !== 'none';
  return stop === 'warning' && severity === 'warning';
}

/** The entry of a policy the list of pages has named. */
export function findEntry(library: Library, product: string, slug: string): PolicyEntry {
  return findStanding(library, { product, slug }).entry;
}

/** Where a policy of the library stands. */
export function findStanding(
  { standings }: Library,
  { product, slug }: Pick<PolicyEntry, 'product' | 'slug'>,
): PolicyStanding {
  const standing = standings.get(`${product}/${slug}`);
  if (!standing) throw new Error(`No policy ${product}/${slug}: the list of pages and the library disagree.`);
  return standing;
}

/** A file of a history, byte for byte as it was sealed; `path` is below the folder of policies. */
export function readRecordText({ sources }: Library, path: string): string {
  return Buffer.from(sources.read(path)).toString('utf8');
}
