import { digest } from '../digest.ts';
import { anchorsOf, toPage } from '../page/page.ts';
import type { PolicyPage, Render, SiteFacts } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import type { RecordLocation } from '../read/location.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { type ChainFile, chainOf, type HeadState, type Link, splitHead } from './chain.ts';
import { isVersion, policyNameOf, readEntry, versionIdOf } from './record.ts';
import type { FormFault } from './record-form.ts';
import { type ChainEntry, openAct, openRecord, type VersionRecord } from './record-formats.ts';
import { openShown } from './shown.ts';
import type { Act, Dated } from './timeline.ts';
import type { VersionSummary } from './version-context.ts';

/** A version as lists, checks and addresses know it. Its page and policy are in the cache, under `key`. */
export type VersionEntry = VersionSummary & {
  key: string;
  /** The format of its record; a proposed one has none. */
  format?: 1 | 2;
  /** Where its record lies below the folder of policies. */
  path?: string;
  /** `<product>/<slug>`, as the record says it. */
  policy: string;
  /** The first day it binds anybody, as its text says it. */
  effective: string;
  language: string;
  description: string;
  anchors: string[];
  previous?: string;
};

/** What lists need to know of a version, from its policy and page. */
export function toVersionEntry(
  key: string,
  { policy, page }: { policy: ResolvedPolicy; page: PolicyPage },
  version: { id: string; record?: VersionRecord },
): VersionEntry {
  const { change, title, language } = policy;
  const { record } = version;
  return {
    key,
    ...datedOf(policy, version),
    policy: record ? policyNameOf(record) : `${policy.product.id}/${policy.slug}`,
    title,
    language,
    description: page.description,
    anchors: anchorsOf(page),
    isMaterial: change?.material === true,
    ...(change?.because && { because: change.because }),
    reconsent: change?.reconsent === true,
    ...(change && { summary: change.summary }),
    ...(change?.notified && { notified: change.notified }),
    ...(record && { digest: record.digest, format: record.format }),
    ...(record?.previous && { previous: record.previous }),
    ...(record?.format === 2 && record.imported && { imported: record.imported }),
  };
}

/** What of a version decides its place in time, from its text and its record. */
export function datedOf(
  { updated = '', effective = updated, starts, change }: ResolvedPolicy,
  { id, record }: { id: string; record?: VersionRecord },
): Dated & { effective: string } {
  return {
    id,
    date: updated,
    effective,
    starts: starts ?? [{ from: effective }],
    isProposed: record === undefined,
    ...(record?.format === 2 && { released: record.released }),
    ...(change?.insteadOf && { insteadOf: change.insteadOf }),
    ...(change?.corrects && { corrects: change.corrects }),
    ...(change?.retroactive && { retroactive: change.retroactive }),
  };
}

/** Compiled versions by the digest of their records; the verdict on a record is that of its bytes. */
type VersionCache = {
  get(key: string): VersionEntry | undefined;
  set(entry: VersionEntry, compiled: { policy: ResolvedPolicy; page: PolicyPage }): void;
};

type VersionTools = {
  cache: VersionCache;
  version: string;
  render: Render;
  site: SiteFacts;
  siteDigest: string;
};

/** The end of a chain: its files, how many entries it has, the digest of the last and the name that gives the policy. */
export type ChainEnd = {
  head: HeadState;
  count: number;
  last?: string;
  policy?: string;
  files: RecordLocation[];
};

/** What is published of a policy: its versions in the order of their chain, what else happened to it, and the chain's end. */
export type Published = { versions: VersionEntry[]; acts: Act[]; chain: ChainEnd; problems: Problem[] };

/** Which policy a history is of: where it stands now, and the names it had before, as `<product>/<slug>`. */
type HistoryOwner = VersionOwner & { former: readonly string[] };

/** The policy a version is of, by the name it has now. */
export type VersionOwner = { product: string; slug: string };

/**
 * Compiles what is published of one policy from the records of its history. Reports records that were edited,
 * misplaced, misnamed, or make no chain; one that cannot be read is left out.
 */
export function compileVersions(
  owner: HistoryOwner,
  records: readonly RecordLocation[],
  sources: { root: string; read(path: string): Uint8Array },
  tools: VersionTools,
): Published {
  const { entries, head } = splitHead(records);
  const files = entries.map(({ path, name }): ChainFile<Compiled> => {
    const found = compileEntry(path, sources.read(path), owner, tools);
    return { file: `${sources.root}/${path}`, name, ...('fault' in found ? found : { entry: found }) };
  });
  const own = `${owner.product}/${owner.slug}`;
  const headPath = head?.path ?? `${owner.product}/history/${owner.slug}/head.json`;
  const chain = chainOf({
    names: [own, ...owner.former],
    files,
    head: { file: `${sources.root}/${headPath}`, bytes: head && sources.read(head.path) },
  });
  const last = chain.entries.at(-1);
  return {
    versions: chain.entries.flatMap(({ version }) => version ?? []),
    acts: chain.entries.flatMap(({ act }) => act ?? []),
    chain: {
      head: chain.head,
      count: chain.entries.length,
      files: [...entries, ...(head ? [head] : [])],
      ...(last && { last: last.digest, policy: last.policy }),
    },
    problems: chain.problems,
  };
}

type Compiled = Link & { version?: VersionEntry; act?: Act };

function compileEntry(
  path: string,
  bytes: Uint8Array,
  owner: HistoryOwner,
  tools: VersionTools,
): Compiled | FormFault {
  const at = `${owner.product}/${owner.slug}`;
  const key = digest([tools.version, tools.siteDigest, at, bytes]);
  const known = tools.cache.get(key);
  if (known) return compiledVersion(known, path);
  const result = readEntry(bytes);
  if ('fault' in result) return result;
  const { entry } = result;
  if (!isVersion(entry)) return { ...linkOf(entry), act: openAct(entry) };
  const compiled = openVersion(entry, owner, tools);
  const version = toVersionEntry(key, compiled, { id: versionIdOf(entry), record: entry });
  tools.cache.set(version, compiled);
  return compiledVersion(version, path);
}

function compiledVersion(entry: VersionEntry, path: string): Compiled {
  const { id, policy, date, released = date, digest: seal = '', previous, format = 1 } = entry;
  return {
    policy,
    name: id,
    day: released,
    digest: seal,
    previous,
    format,
    version: { ...entry, path },
  };
}

/** What the chain needs to know of an entry that was read. */
export function linkOf(entry: ChainEntry): Link {
  const { digest: seal, previous, format } = entry;
  const said = isVersion(entry)
    ? { name: versionIdOf(entry), day: entry.format === 1 ? entry.content.updated : entry.released }
    : { name: `${entry.day}.${entry.entry}`, day: entry.day };
  return { policy: policyNameOf(entry), ...said, digest: seal, previous, format };
}

/** The policy of a version, under the name it has now, and the page that readers are shown of it. */
export function openVersion(
  record: VersionRecord,
  { product, slug }: VersionOwner,
  { site, render }: Pick<VersionTools, 'site' | 'render'>,
): { policy: ResolvedPolicy; page: PolicyPage } {
  const sealed = openRecord(record);
  const policy = { ...sealed, product: { ...sealed.product, id: product }, slug };
  const page =
    record.format === 1 ? toPage(policy, site, render) : openShown(record.shown, policy, site, render);
  return { policy, page };
}
