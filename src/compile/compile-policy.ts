import { fileSchemas } from '../../schemas/json-schema.ts';
import type { PolicyFile } from '../../schemas/policy.ts';
import type { ProductFile } from '../../schemas/product.ts';
import { digest } from '../digest.ts';
import { ownCopy } from '../memory.ts';
import { anchorsOf, toPage } from '../page/page.ts';
import type { Render } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import type { PolicyLocation, RecordLocation } from '../read/location.ts';
import { type ParsedFile, parseYaml } from '../read/parse.ts';
import { isMap } from '../read/shape.ts';
import type { LinkTarget } from '../resolve/address.ts';
import { type Filled, type FoundLink, fillFile } from '../resolve/fill.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { numbersIn } from '../resolve/quotable-numbers.ts';
import type { Scope } from '../resolve/quotation.ts';
import { resolvePolicy, targetsOf } from '../resolve/resolve.ts';
import { readerOf } from '../text/show.ts';
import { changeBlockProblems } from '../versions/change-block.ts';
import { judgementProblems } from '../versions/judgement.ts';
import { pendingActs } from '../versions/pending.ts';
import { changedSince, lastStanding, recordOf, type Standing, standingOf } from '../versions/published.ts';
import { openRecord } from '../versions/record-formats.ts';
import { type Said, saidOf } from '../versions/said.ts';
import { compileVersions, type Published, toVersionEntry, type VersionEntry } from '../versions/versions.ts';
import { checkFile, hasError, isUnreadable, type Read, scopeOf, withoutRepeats } from './checked-file.ts';
import type { CompileCache, CompiledPolicy, PolicyEntry, Sources } from './compile-model.ts';
import { formerNames } from './former-names.ts';
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

/** What stands around a policy; `slugs` are those of all policies of its product, `former` those that each had before. */
type PolicyContext = {
  product: Read<ProductFile>;
  slugs: readonly string[];
  former: ReadonlyMap<string, string[]>;
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
  const slugs = context.former.get(slug) ?? [];
  const former = formerNames(location, { products: context.product.value.formerly ?? [], slugs });
  const published = compileVersions({ product, slug, former }, recordsOf(location, slugs, context), sources, {
    ...tools,
    cache: tools.cache.versions,
    site: shared.site.value,
    siteDigest: shared.site.digest,
  });
  const bytes = sources.read(path);
  const key = keyOf(path, bytes, published, context);
  const known = tools.cache.policies.get(key);
  if (known) return compiledFrom(known, published);
  const file = parseYaml(`${sources.root}/${path}`, bytes);
  const { policy, written, said, problems, links } = readPolicy(file, location, context);
  if (!policy || !written || !said) {
    const certain = withoutDoubtful([...published.problems, ...problems], context);
    return { product, slug, problems: withoutRepeats(certain), links };
  }
  const page = toPage(policy, shared.site.value, tools.render);
  const compiled = { policy, page, file: file.keep(), written };
  const made = { key, former, file, compiled, said, problems, links, published };
  const entry = ownCopy(entryOf(location, made, context));
  tools.cache.policies.set(entry, compiled);
  return compiledFrom(entry, published);
}

type Made = Pick<PolicyEntry, 'key' | 'former' | 'links' | 'said' | 'problems'> & {
  file: ParsedFile;
  compiled: CompiledPolicy;
  published: Published;
};

// What is kept of a policy that compiled, beside its text: where it stands among its versions.
function entryOf(location: PolicyLocation, made: Made, context: PolicyContext): PolicyEntry {
  const { key, former, file, compiled, said, problems, links, published } = made;
  const withdrawn = (said.withdrawn ?? []).map(({ version }) => version);
  const last = lastStanding(published.versions, published.acts, withdrawn);
  // A version it replaces never binds: readers compare it with the one before that.
  const replaced = said.change?.insteadOf ? [said.change.insteadOf] : [];
  const before = lastStanding(published.versions, published.acts, [...withdrawn, ...replaced]);
  const standing = standingIn(published.versions, { last, before }, { file, compiled, context });
  const id = versionIdFor(compiled.policy.updated, published.versions);
  return {
    ...describe(location, compiled),
    key,
    former: [...new Set([...former, ...sealedNames(published.acts)])],
    links,
    said,
    // A text at odds with what is published is not published; what it says is certain all the same.
    problems: withoutRepeats([...problems, ...standing.problems]),
    versions: [
      ...published.versions,
      ...(standing.isProposed ? [toVersionEntry(key, compiled, { id })] : []),
    ],
    acts: published.acts,
    chain: published.chain,
    pending: pendingActs(said, published, {
      name: `${location.product}/${location.slug}`,
      standing: standing.isProposed || standing.isTaken ? undefined : last,
    }),
  };
}

// A rename that was sealed stays one, whatever the file says of it later.
function sealedNames(acts: Published['acts']): string[] {
  return acts.flatMap((act) => (act.type === 'rename' ? [act.from] : []));
}

// A policy that was renamed may have left its records where they were; they are its own while no other has that name.
function recordsOf(
  { product, slug }: PolicyLocation,
  former: readonly string[],
  { slugs, tools }: PolicyContext,
): RecordLocation[] {
  const own = [slug, ...former.filter((name) => !slugs.includes(name))];
  return own.flatMap((name) => tools.records.get(`${product}/${name}`) ?? []);
}

// Everything the page of a policy is made from.
function keyOf(
  path: string,
  bytes: Uint8Array,
  { versions, acts, chain }: Published,
  { product, slugs, sources, shared, tools }: PolicyContext,
): string {
  const around = [shared.site, shared.vendors, shared.steps, product].map((read) => read.digest);
  const published = [...versions.map(({ key }) => key), JSON.stringify([acts, chain])];
  return digest([tools.version, sources.root, path, slugs.join(' '), ...around, ...published, bytes]);
}

// Where records lie is no part of what was compiled, and may have changed.
function compiledFrom(known: PolicyEntry, { versions, chain, problems: ofRecords }: Published): Compiled {
  const { product, slug, anchors, problems, links } = known;
  const proposed = known.versions.filter(({ isProposed }) => isProposed);
  const entry = { ...known, chain, versions: [...versions, ...proposed] };
  return { product, slug, anchors, problems: [...ofRecords, ...problems], links, entry };
}

/** What a policy file says; without a policy where something it shows is not whole. */
function readPolicy(
  file: ParsedFile,
  { product: id, slug }: PolicyLocation,
  context: PolicyContext,
): { policy?: ResolvedPolicy; written?: PolicyFile; said?: Said; problems: Problem[]; links: FoundLink[] } {
  const { product, slugs, shared } = context;
  const checked = checkFile('policy', file);
  if (!checked.value) {
    const texts = checkTexts(file, context);
    // Where a name stands in the place of an id, those that are known say more than how an id is written.
    const references = texts.problems.filter(({ rule }) => rule === 'reference/unknown');
    return { problems: [...references, ...checked.problems, ...texts.problems], links: texts.links };
  }
  const { policy, problems, links } = resolvePolicy({
    file,
    value: checked.value,
    product: { id, value: product.value, written: product.written },
    slug,
    site: shared.site.value,
    around: scopesAround(context),
    steps: shared.steps,
    quoting: [...product.quoting, ...shared.steps.quoting],
    slugs,
  });
  const own = { problems: [...checked.problems, ...problems] };
  const isWhole = ![own, product, shared.site, shared.vendors, shared.steps].some(hasError);
  return {
    ...(isWhole && { policy, written: checked.value, said: saidOf(file, checked.value) }),
    ...own,
    links: [...links, ...movedLinks(file, checked.value)],
  };
}

// Where an old anchor leads must be there, like the place of any link.
function movedLinks(file: ParsedFile, { moved = {} }: PolicyFile): FoundLink[] {
  return Object.entries(moved).map(([id, url]) => ({ url, place: file.place(['moved', id], 'value') }));
}

// A file with a wrong key still has its texts, quotations and references checked, so that all faults show at once.
function checkTexts(file: ParsedFile, { product, shared }: PolicyContext): Filled<unknown> {
  if (!isMap(file.value))
    return { value: undefined, problems: [], links: [], uses: new Set(), quotes: new Map(), quoting: [] };
  const { value } = file;
  const reader = readerOf(shared.site.value.languages[0] ?? 'en');
  const scopes = [{ value, schema: fileSchemas.policy, raw: value }, ...scopesAround({ product, shared })];
  return fillFile(file, {
    schema: fileSchemas.policy,
    value,
    scopes: [...scopes, ...numbersIn(value, scopes, reader)],
    reader,
    targets: targetsOf(value, product.value),
  });
}

function scopesAround({ product, shared }: Pick<PolicyContext, 'product' | 'shared'>): Scope[] {
  return [
    scopeOf('product', product),
    scopeOf('site', shared.site),
    // Nothing of it is quoted, but blocks name it.
    { ...scopeOf('steps', shared.steps), value: {} },
  ];
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

/** Where the text being edited stands beside what is published of it; `last` is the version it follows. */
function standingIn(
  versions: readonly VersionEntry[],
  { last, before }: { last: VersionEntry | undefined; before: VersionEntry | undefined },
  { file, compiled, context }: { file: ParsedFile; compiled: CompiledPolicy; context: PolicyContext },
): Standing & { isTaken?: boolean } {
  const anchors = new Set(anchorsOf(compiled.page));
  const lost = last?.anchors.filter((anchor) => !anchors.has(anchor)) ?? [];
  const recordOfVersion = (version: VersionEntry) => recordOf(version, context.sources);
  const record = last && recordOfVersion(last);
  // The text of a version that was taken back may still stand there.
  const taken = versions
    .filter(({ id, date }) => date === compiled.policy.updated && id !== last?.id)
    .map(recordOfVersion);
  if (taken.some((own) => own && changedSince(own, compiled.policy).length === 0))
    return { isProposed: false, isTaken: true, problems: [] };
  const standing = standingOf(file, compiled.policy, record, lost, before?.effective ?? '');
  if (!standing.isProposed) return standing;
  const base = before && recordOfVersion(before);
  const judged = judgementProblems(file, compiled, base, context.shared.site.value);
  const { change } = compiled.policy;
  const said = record ? changeBlockProblems(file, change, openRecord(record).change) : [];
  // What is to be judged is to be said as well.
  const own = judged.length > 0 ? said.filter(({ severity }) => severity === 'error') : said;
  return { isProposed: true, problems: [...standing.problems, ...judged, ...own] };
}

/** What a text of a day would be named by, beside the versions that are published. */
function versionIdFor(updated = '', versions: readonly VersionEntry[]): string {
  const count = versions.filter(({ date }) => date === updated).length;
  return count === 0 ? updated : `${updated}.${count + 1}`;
}

function describe({ product, slug }: PolicyLocation, { policy, page }: CompiledPolicy) {
  return {
    product,
    slug,
    language: page.language,
    title: page.title,
    ...(page.kicker && { kicker: page.kicker }),
    description: page.description,
    kind: page.kind,
    ...(policy.updated && { updated: policy.updated }),
    anchors: anchorsOf(page),
  };
}
