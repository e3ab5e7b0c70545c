import { digest } from '../digest.ts';
import { anchorsOf, toPage } from '../page/page.ts';
import type { PolicyPage, Render, SiteFacts } from '../page/page-model.ts';
import type { Problem } from '../problem.ts';
import type { RecordLocation } from '../read/location.ts';
import type { ResolvedPolicy } from '../resolve/policy-model.ts';
import { policyOf, type RecordState, recordProblems } from './published.ts';
import { openRecord, readRecord, type VersionRecord } from './record.ts';
import type { VersionSummary } from './version-context.ts';

/** A version as lists, checks and addresses know it. Its page and policy are in the cache, under `key`. */
export type VersionEntry = VersionSummary & {
  key: string;
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
  policy: ResolvedPolicy,
  page: PolicyPage,
  record: VersionRecord | undefined,
): VersionEntry {
  const { updated = '', effective = updated, starts = [{ from: effective }] } = policy;
  const { change, title, language } = policy;
  const { insteadOf, corrects, retroactive } = change ?? {};
  return {
    key,
    policy: policyOf(policy),
    id: updated,
    date: updated,
    effective,
    starts,
    ...(insteadOf && { insteadOf }),
    ...(corrects && { corrects }),
    ...(retroactive && { retroactive }),
    isProposed: record === undefined,
    title,
    language,
    description: page.description,
    anchors: anchorsOf(page),
    isMaterial: change?.material === true,
    ...(change?.because && { because: change.because }),
    reconsent: change?.reconsent === true,
    ...(change && { summary: change.summary }),
    ...(change?.notified && { notified: change.notified }),
    ...(record && { digest: record.digest }),
    ...(record?.previous && { previous: record.previous }),
  };
}

/** Compiled versions by the digest of their records; the verdict on a record is that of its bytes. */
export type VersionCache = {
  get(key: string): VersionEntry | undefined;
  set(entry: VersionEntry, compiled: { policy: ResolvedPolicy; page: PolicyPage }): void;
};

export type VersionTools = {
  cache: VersionCache;
  version: string;
  render: Render;
  site: SiteFacts;
  siteDigest: string;
};

/**
 * Compiles the published versions of one policy from their records, oldest first.
 * Reports records that were edited, misplaced, misnamed, or do not follow one another; a record that cannot be read is left out.
 */
export function compileVersions(
  records: readonly RecordLocation[],
  sources: { root: string; read(path: string): Uint8Array },
  tools: VersionTools,
): { versions: VersionEntry[]; problems: Problem[] } {
  const versions: VersionEntry[] = [];
  const states = records.map(({ path, date }): RecordState => {
    const file = `${sources.root}/${path}`;
    const entry = compileVersion(sources.read(path), tools);
    if ('fault' in entry) return { file, date, fault: entry.fault };
    versions.push(entry);
    const { policy, date: updated, digest: seal = '', previous } = entry;
    return { file, date, policy, updated, digest: seal, previous };
  });
  const [first] = records;
  return { versions, problems: first ? recordProblems(`${first.product}/${first.slug}`, states) : [] };
}

function compileVersion(bytes: Uint8Array, tools: VersionTools): VersionEntry | { fault: string } {
  const key = digest([tools.version, tools.siteDigest, bytes]);
  const known = tools.cache.get(key);
  if (known) return known;
  const result = readRecord(bytes);
  if ('fault' in result) return result;
  const policy = openRecord(result.record);
  const page = toPage(policy, tools.site, tools.render);
  const entry = toVersionEntry(key, policy, page, result.record);
  tools.cache.set(entry, { policy, page });
  return entry;
}
