import { fileSchemas } from '../../schemas/json-schema.ts';
import type { ProductFile } from '../../schemas/product.ts';
import { digest } from '../digest.ts';
import { anchorsOf, toPage } from '../page/page.ts';
import type { Render } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import type { PolicyLocation, RecordLocation } from '../read/location.ts';
import { type ParsedFile, parseYaml } from '../read/parse.ts';
import { isMap } from '../read/shape.ts';
import type { LinkTarget } from '../resolve/address.ts';
import { type Filled, type FoundLink, fillFile } from '../resolve/fill.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { resolvePolicy, targetsOf } from '../resolve/resolve.ts';
import { readerOf } from '../text/show.ts';
import { changeBlockProblems } from '../versions/change-block.ts';
import { judgementProblems } from '../versions/judgement.ts';
import { lastRecord, type Standing, standingOf } from '../versions/published.ts';
import { openRecord } from '../versions/record.ts';
import { type Said, saidOf } from '../versions/said.ts';
import { compileVersions, toVersionEntry, type VersionEntry } from '../versions/versions.ts';
import { checkFile, isUnreadable, type Read, withoutRepeats } from './checked-file.ts';
import type { CompileCache, CompiledPolicy, PolicyEntry, Sources } from './compile-model.ts';
import type { Shared } from './surroundings.ts';

/** What compiles the policies of a folder. */
export type Tools = {
  cache: CompileCache;
  /** Identifies the compiler, so that a cache from another one is not believed. */
  version: string;
  render: Render;
  /** The records of each policy, by `<product>/<slug>`. */
  records: ReadonlyMap<string, RecordLocation[]>;
};

/** What stands around a policy; `slugs` are those of all policies of its product. */
type PolicyContext = {
  product: Read<ProductFile>;
  slugs: readonly string[];
  sources: Sources;
  shared: Shared;
  tools: Tools;
};

/** A policy file as far as it could be compiled; without a page its anchors are not known. */
export type Compiled = LinkTarget & {
  entry?: PolicyEntry;
  problems: Problem[];
  links: readonly FoundLink[];
};

/** Compiles a policy and its published versions, or takes them from the cache. */
export function compilePolicy(location: PolicyLocation, context: PolicyContext): Compiled {
  const { sources, shared, tools } = context;
  const { product, slug, path } = location;
  const records = tools.records.get(`${product}/${slug}`) ?? [];
  const published = compileVersions(records, sources, {
    ...tools,
    cache: tools.cache.versions,
    site: shared.site.value,
    siteDigest: shared.site.digest,
  });
  const bytes = sources.read(path);
  const key = keyOf(path, bytes, published.versions, context);
  const known = tools.cache.policies.get(key);
  if (known) return compiledFrom(known, published.problems);
  const file = parseYaml(`${sources.root}/${path}`, bytes);
  const { policy, said, problems, links } = readPolicy(file, location, context);
  if (!policy || !said) {
    const certain = withoutDoubtful([...published.problems, ...problems], context);
    return { product, slug, problems: withoutRepeats(certain), links };
  }
  const compiled = { policy, page: toPage(policy, shared.site.value, tools.render) };
  const standing = standingIn(published.versions, records, { file, compiled, context });
  const entry: PolicyEntry = {
    ...describe(location, compiled),
    key,
    links,
    said,
    // A text at odds with what is published is not published; what it says is certain all the same.
    problems: withoutRepeats([...problems, ...standing.problems]),
    versions: [
      ...published.versions,
      ...(standing.isProposed ? [toVersionEntry(key, policy, compiled.page, undefined)] : []),
    ],
    acts: [],
  };
  tools.cache.policies.set(entry, compiled);
  return compiledFrom(entry, published.problems);
}

// Everything the page of a policy is made from.
function keyOf(
  path: string,
  bytes: Uint8Array,
  versions: readonly VersionEntry[],
  { product, slugs, sources, shared, tools }: PolicyContext,
): string {
  const around = [shared.site, shared.vendors, shared.steps, product].map((read) => read.digest);
  const published = versions.map(({ key }) => key);
  return digest([tools.version, sources.root, path, slugs.join(' '), ...around, ...published, bytes]);
}

function compiledFrom(entry: PolicyEntry, recordProblems: readonly Problem[]): Compiled {
  const { product, slug, anchors, problems, links } = entry;
  return { product, slug, anchors, problems: [...recordProblems, ...problems], links, entry };
}

/** What a policy file says; without a policy where something it shows is not whole. */
function readPolicy(
  file: ParsedFile,
  { product: id, slug }: PolicyLocation,
  context: PolicyContext,
): { policy?: ResolvedPolicy; said?: Said; problems: Problem[]; links: FoundLink[] } {
  const { product, slugs, shared } = context;
  const checked = checkFile('policy', file);
  if (!checked.value) {
    const texts = checkTexts(file, context);
    return { problems: [...checked.problems, ...texts.problems], links: texts.links };
  }
  const { policy, problems, links } = resolvePolicy({
    file,
    value: checked.value,
    product: { id, value: product.value },
    slug,
    site: shared.site.value,
    steps: shared.steps.value,
    slugs,
  });
  const own = { problems: [...checked.problems, ...problems] };
  const isWhole = ![own, product, shared.site, shared.vendors, shared.steps].some(hasError);
  return { ...(isWhole && { policy, said: saidOf(file, checked.value) }), ...own, links };
}

// A file with a wrong key still has its texts, quotations and references checked, so that all faults show at once.
function checkTexts(file: ParsedFile, { product, shared }: PolicyContext): Filled<unknown> {
  if (!isMap(file.value))
    return { value: undefined, problems: [], links: [], uses: new Set(), quotes: new Map() };
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

/** Where the text being edited stands beside what is published of it. */
function standingIn(
  versions: readonly VersionEntry[],
  records: readonly RecordLocation[],
  { file, compiled, context }: { file: ParsedFile; compiled: CompiledPolicy; context: PolicyContext },
): Standing {
  const anchors = new Set(anchorsOf(compiled.page));
  const lost = versions.at(-1)?.anchors.filter((anchor) => !anchors.has(anchor)) ?? [];
  const last = lastRecord(records, context.sources);
  const standing = standingOf(file, compiled.policy, last, lost);
  if (!standing.isProposed) return standing;
  const judged = judgementProblems(file, compiled, last, context.shared.site.value);
  const { change } = compiled.policy;
  const said = last ? changeBlockProblems(file, change, openRecord(last).change) : [];
  // What is to be judged is to be said as well.
  const own = judged.length > 0 ? said.filter(({ severity }) => severity === 'error') : said;
  return { isProposed: true, problems: [...standing.problems, ...judged, ...own] };
}

function describe({ product, slug }: PolicyLocation, { policy, page }: CompiledPolicy) {
  return {
    product,
    slug,
    title: page.title,
    ...(page.kicker && { kicker: page.kicker }),
    description: page.description,
    kind: page.kind,
    ...(policy.updated && { updated: policy.updated }),
    anchors: anchorsOf(page),
  };
}
