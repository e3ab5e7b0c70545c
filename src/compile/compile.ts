import { type FileKind, type FileValue, fileSchemas } from '../../schemas/json-schema.ts';
import type { ProductFile } from '../../schemas/product.ts';
import type { SiteFile } from '../../schemas/site.ts';
import type { Instructions } from '../../schemas/steps.ts';
import type { Vendor } from '../../schemas/vendor.ts';
import { digest } from '../digest.ts';
import { anchorsOf, toPage } from '../page/page.ts';
import type { PolicyPage, Render } from '../page/page-model.ts';
import { compareText, type Problem, sortProblems, startOf } from '../problem.ts';
import {
  type FoundFile,
  locateFiles,
  locateRecords,
  type PolicyLocation,
  type RecordLocation,
} from '../read/location.ts';
import { type ParsedFile, parseYaml } from '../read/parse.ts';
import { isMap, salvage } from '../read/shape.ts';
import { validate } from '../read/validate.ts';
import { type LinkTarget, linkProblems, policyPath } from '../resolve/address.ts';
import { type Filled, type FoundLink, fillFile, type Targets } from '../resolve/fill.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import type { Scope } from '../resolve/quotation.ts';
import { mergeVendors, resolvePolicy, targetsOf } from '../resolve/resolve.ts';
import { readerOf } from '../text/show.ts';
import { judgementProblems } from '../versions/judgement.ts';
import { lastRecord, standingOf } from '../versions/published.ts';
import { compileVersions, toVersionEntry, type VersionEntry } from '../versions/versions.ts';

/** The files of a folder of policies, with the bytes of those that are read. */
export type Sources = {
  /** The folder's name, as problems show it. */
  root: string;
  found: readonly FoundFile[];
  read(path: string): Uint8Array;
};

/** What lists, links and checks need to know of a compiled policy. */
export type PolicyEntry = {
  product: string;
  slug: string;
  /** Digest of everything the page was made from. */
  key: string;
  title: string;
  kicker?: string;
  description: string;
  kind: string;
  updated?: string;
  anchors: string[];
  links: FoundLink[];
  problems: Problem[];
  /** All versions, oldest first; a text that is not published yet is the last of them. */
  versions: VersionEntry[];
};

/** A compiled policy: what a record would hold, and its page. */
export type CompiledPolicy = { policy: ResolvedPolicy; page: PolicyPage };

/** Compiled things by the digest of their sources; `undefined` for one never seen. */
export type Cache<T> = { get(key: string): T | undefined; set(entry: T, compiled: CompiledPolicy): void };

/** The cache of the texts being edited, and that of the published versions. */
export type CompileCache = { policies: Cache<PolicyEntry>; versions: Cache<VersionEntry> };

export type ProductEntry = {
  id: string;
  name: string;
  description?: string;
  url?: string;
  policies: PolicyEntry[];
  /** The slugs of the policies that a fault keeps from being read. */
  unread: string[];
};

/** Everything in a folder of policies, compiled, and every problem found on the way. */
export type Compilation = { site: SiteFile; products: ProductEntry[]; problems: Problem[] };

type Read<T> = { file: ParsedFile | undefined; value: T; digest: string; problems: Problem[] };
type Shared = {
  root: string;
  site: Read<SiteFile>;
  vendors: Read<Record<string, Vendor>>;
  steps: Read<Record<string, Instructions>>;
};

const unnamedSite: SiteFile = { name: 'Policies', url: 'https://example.com/', languages: ['en'] };

/**
 * Compiles a folder of policies: parse, validate, resolve, page, and the links between them.
 * Never throws for what the files say; every problem of every file is in the result, sorted by place.
 * `version` identifies the compiler, so that a cache from another one is not believed.
 */
export function compile(
  sources: Sources,
  { cache, version, render }: { cache: CompileCache; version: string; render: Render },
): Compilation {
  const { files, problems } = locateFiles(sources.root, sources.found);
  const shared = readShared(sources, files);
  const records = groupRecords(sources.found);
  const products = [...groupByProduct(files)].map(([id, own]) =>
    compileProduct(id, own, sources, shared, { cache, version, render, records }),
  );
  const policies = products.flatMap((product) => product.policies);
  const targets = new Map(policies.map((policy) => [policyPath(policy.product, policy.slug), policy]));
  return {
    site: shared.site.value,
    products: products.map(({ entry }) => entry),
    problems: sortProblems([
      ...problems,
      ...orphanedRecords(sources.root, files, records),
      ...shared.site.problems,
      ...shared.vendors.problems,
      ...shared.steps.problems,
      ...products.flatMap((product) => product.problems),
      ...policies.flatMap((policy) => [...policy.problems, ...linkProblems(policy, targets)]),
    ]),
  };
}

function groupRecords(found: readonly FoundFile[]): ReadonlyMap<string, RecordLocation[]> {
  return Map.groupBy(locateRecords(found), ({ product, slug }) => `${product}/${slug}`);
}

function orphanedRecords(
  root: string,
  files: readonly PolicyLocation[],
  records: ReadonlyMap<string, RecordLocation[]>,
): Problem[] {
  const known = new Set(files.map(({ product, slug }) => `${product}/${slug}`));
  return [...records].flatMap(([policy, [first]]) => {
    if (known.has(policy) || !first) return [];
    return [
      {
        rule: 'version/missing-policy',
        severity: 'error',
        message: `Unexpected versions of ${policy}, expected the file ${root}/${policy}.yaml beside them.`,
        place: startOf(`${root}/${first.path}`),
        help: 'Published versions keep their addresses: put the file back.',
      },
    ];
  });
}

function groupByProduct(files: readonly PolicyLocation[]): Map<string, PolicyLocation[]> {
  const groups = Map.groupBy(
    files.filter((file) => file.product !== undefined),
    (file) => file.product ?? '',
  );
  return new Map([...groups].sort(([a], [b]) => compareText(a, b)));
}

function readShared(sources: Sources, files: readonly PolicyLocation[]): Shared {
  const site = readFile('site', sources, files, unnamedSite);
  const scopes: Scope[] = [{ value: site.value, schema: fileSchemas.site }];
  const language = site.value.languages[0] ?? 'en';
  const fill = <T>(kind: FileKind, read: Read<T>) => filled(kind, read, scopes, language);
  const vendors = fill('vendors', readFile('vendors', sources, files, { vendors: {} }));
  const steps = fill('steps', readFile('steps', sources, files, { steps: {} }));
  return {
    root: sources.root,
    site: fill('site', site),
    vendors: { ...vendors, value: vendors.value.vendors },
    steps: { ...steps, value: steps.value.steps },
  };
}

// A file that is not there counts as `otherwise`. What an invalid one does say still counts for the policies, so that
// they are not reported for its faults.
function readFile<K extends FileKind>(
  kind: K,
  sources: Sources,
  files: readonly PolicyLocation[],
  otherwise: FileValue<K>,
): Read<FileValue<K>> {
  const location = files.find((file) => file.kind === kind);
  if (!location) return { file: undefined, value: otherwise, digest: '', problems: [] };
  const bytes = sources.read(location.path);
  const file = parseYaml(`${sources.root}/${location.path}`, bytes);
  const checked = checkFile(kind, file);
  const said = checked.value ?? salvage(fileSchemas[kind], file.value);
  // Where a required key is missing, `otherwise` has it.
  const value = { ...otherwise, ...(isMap(said) ? said : {}) } as FileValue<K>;
  return { file, value, digest: digest([bytes]), problems: checked.problems };
}

function checkFile<K extends FileKind>(
  kind: K,
  file: ParsedFile,
): { value?: FileValue<K>; problems: Problem[] } {
  if (file.value === undefined) return { problems: file.problems };
  const { value, problems } = validate(kind, file);
  return { ...(value && { value }), problems: withoutRepeats([...file.problems, ...problems]) };
}

// One slip is one problem: of several at one place, the first tells it best.
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter(({ place }) => {
    const key = `${place.file}:${place.line}:${place.column}`;
    return !seen.has(key) && seen.add(key);
  });
}

function filled<T>(
  kind: FileKind,
  read: Read<T>,
  scopes: Scope[],
  language: string,
  targets?: Targets,
): Read<T> {
  if (!read.file) return read;
  const reader = readerOf(language);
  const { value, problems } = fillFile(read.file, {
    schema: fileSchemas[kind],
    value: read.value,
    scopes,
    reader,
    ...(targets && { targets }),
  });
  return { ...read, value, problems: withoutRepeats([...read.problems, ...problems]) };
}

type Tools = {
  cache: CompileCache;
  version: string;
  render: Render;
  /** The records of each policy, by `<product>/<slug>`. */
  records: ReadonlyMap<string, RecordLocation[]>;
};

function compileProduct(
  id: string,
  files: readonly PolicyLocation[],
  sources: Sources,
  shared: Shared,
  tools: Tools,
): { entry: ProductEntry; problems: Problem[]; policies: Compiled[] } {
  const product = readProduct(id, files, sources, shared);
  const locations = files.filter((file) => file.kind === 'policy');
  const slugs = locations.flatMap(({ slug }) => slug ?? []);
  const policies = locations.map((location) =>
    compilePolicy(location, { product, slugs, sources, shared, tools }),
  );
  const { name, description, url } = product.value;
  return {
    entry: {
      id,
      name,
      ...(description && { description }),
      ...(url && { url }),
      policies: policies.flatMap((policy) => policy.entry ?? []),
      unread: policies.flatMap(({ entry, slug }) => (entry ? [] : [slug])),
    },
    problems: product.problems,
    policies,
  };
}

function readProduct(
  id: string,
  files: readonly PolicyLocation[],
  sources: Sources,
  { site, vendors }: Shared,
): Read<ProductFile> {
  const read = readFile('product', sources, files, { name: id });
  if (!read.file) return read;
  const merged = mergeVendors(read.file, read.value, vendors.value);
  const scopes = [
    { value: merged.product, schema: fileSchemas.product },
    { value: site.value, schema: fileSchemas.site },
  ];
  const language = merged.product.language ?? site.value.languages[0] ?? 'en';
  const targets = targetsOf({}, merged.product);
  const result = filled('product', { ...read, value: merged.product }, scopes, language, targets);
  // The name may be missing because of a fault in the file it stands in.
  const nameless = isUnreadable(vendors) ? [] : merged.problems;
  return { ...result, problems: withoutRepeats([...result.problems, ...nameless]) };
}

/** A policy file as far as it could be compiled; without a page its anchors are not known. */
type Compiled = LinkTarget & { entry?: PolicyEntry; problems: Problem[]; links: readonly FoundLink[] };

type PolicyContext = {
  product: Read<ProductFile>;
  slugs: readonly string[];
  sources: Sources;
  shared: Shared;
  tools: Tools;
};

function compilePolicy(location: PolicyLocation, context: PolicyContext): Compiled {
  const { product, slugs, sources, shared, tools } = context;
  // A policy lies in the folder of its product, under its slug.
  const { product: productId = '', slug = '' } = location;
  const bytes = sources.read(location.path);
  const records = tools.records.get(`${productId}/${slug}`) ?? [];
  const published = compileVersions(records, sources, {
    ...tools,
    cache: tools.cache.versions,
    site: shared.site.value,
    siteDigest: shared.site.digest,
  });
  const around = [
    ...[shared.site, shared.vendors, shared.steps, product].map((read) => read.digest),
    ...published.versions.map(({ key: version }) => version),
  ];
  const key = digest([tools.version, sources.root, location.path, slugs.join(' '), ...around, bytes]);
  const known = tools.cache.policies.get(key);
  if (known) return compiledFrom(known, published.problems);
  const file = parseYaml(`${sources.root}/${location.path}`, bytes);
  const checked = checkFile('policy', file);
  const fail = (problems: readonly Problem[], links: readonly FoundLink[]): Compiled => ({
    product: productId,
    slug,
    problems: withoutRepeats(
      withoutDoubtful([...published.problems, ...checked.problems, ...problems], context),
    ),
    links,
  });
  if (!checked.value) {
    const texts = checkTexts(file, context);
    return fail(texts.problems, texts.links);
  }
  const { policy, problems, links } = resolvePolicy({
    file,
    value: checked.value,
    product: { id: productId, value: product.value },
    slug,
    site: shared.site.value,
    steps: shared.steps.value,
    slugs,
  });
  // A page shows what stands around it too; only of what is whole can one be made.
  const own = { problems: [...checked.problems, ...problems] };
  if ([own, product, shared.site, shared.vendors, shared.steps].some(hasError)) return fail(problems, links);
  const page = toPage(policy, shared.site.value, tools.render);
  const anchors = anchorsOf(page);
  const last = published.versions.at(-1);
  const lost = last?.anchors.filter((anchor) => !anchors.includes(anchor)) ?? [];
  const record = lastRecord(records, sources);
  const standing = standingOf(file, policy, record, lost);
  const judged = standing.isProposed
    ? judgementProblems(file, { policy, page }, record, shared.site.value)
    : [];
  // A text at odds with what is published is not published; what it says is certain all the same.
  const all = withoutRepeats([...own.problems, ...standing.problems, ...judged]);
  const proposed = standing.isProposed ? [toVersionEntry(key, policy, page, undefined)] : [];
  const entry: PolicyEntry = {
    product: productId,
    slug,
    key,
    title: page.title,
    ...(page.kicker && { kicker: page.kicker }),
    description: page.description,
    kind: page.kind,
    ...(policy.updated && { updated: policy.updated }),
    anchors,
    links,
    problems: all,
    versions: [...published.versions, ...proposed],
  };
  tools.cache.policies.set(entry, { policy, page });
  return compiledFrom(entry, published.problems);
}

function compiledFrom(entry: PolicyEntry, recordProblems: readonly Problem[]): Compiled {
  const { product, slug, anchors, problems, links } = entry;
  return { product, slug, anchors, problems: [...recordProblems, ...problems], links, entry };
}

function hasError({ problems }: { problems: readonly Problem[] }): boolean {
  return problems.some(({ severity }) => severity === 'error');
}

// What a policy names may stand in a file beside it that could not be read.
function withoutDoubtful(
  problems: readonly Problem[],
  { product, shared }: PolicyContext,
): readonly Problem[] {
  if (product.file && ![product, shared.site, shared.vendors, shared.steps].some(isUnreadable))
    return problems;
  return problems.filter(({ rule }) => !doubtful.has(rule));
}

const doubtful = new Set<Problem['rule']>(['reference/unknown', 'quotation/unknown', 'block/empty']);

function isUnreadable({ file }: Read<unknown>): boolean {
  return file !== undefined && !isMap(file.value);
}

// A file with a wrong key still has its texts, quotations and references checked, so that all faults show at once.
function checkTexts(file: ParsedFile, { product, shared }: PolicyContext): Filled<unknown> {
  if (!isMap(file.value)) return { value: undefined, problems: [], links: [], uses: new Set() };
  const language = shared.site.value.languages[0] ?? 'en';
  const scopes = [
    { value: file.value, schema: fileSchemas.policy },
    { value: product.value, schema: fileSchemas.product },
    { value: shared.site.value, schema: fileSchemas.site },
  ];
  return fillFile(file, {
    schema: fileSchemas.policy,
    value: file.value,
    scopes,
    reader: readerOf(language),
    targets: targetsOf(file.value, product.value),
  });
}
