import { type Problem, sortProblems } from '../problem.ts';
import { editedRecord } from './chain.ts';
import { formerProblems } from './former-addresses.ts';
import {
  entryProblems,
  type ListedPolicy,
  type Manifest,
  manifestProblems,
  orderProblems,
  publishedRecordPath,
  readManifest,
} from './manifest.ts';
import { firstDifference, type PageTexts, shownTexts } from './page-texts.ts';
import { filesOf, type PublishedSite, type SiteFiles, siteProblem, strayProblems } from './published-site.ts';
import { actsIn, readChain, versionsIn } from './read-chain.ts';
import { readRecord, versionIdOf } from './record.ts';
import { openRecord, type VersionRecord } from './record-formats.ts';
import { recordedTexts } from './record-texts.ts';
import { sumProblems } from './sums.ts';
import { placeVersions } from './timeline.ts';
import { datedOf, type VersionOwner } from './versions.ts';

/** What a check of a published site found, and how much it looked at. */
export type Verdict = { versions: number; files: number; problems: Problem[] };

/**
 * Checks a published site by its own files alone: every file against SHA256SUMS, every record against its digest, the
 * chain and the list of versions, and the text of every version's page and of the one in force against its record.
 */
export function verifySite(published: PublishedSite): Verdict {
  const site = filesOf(published);
  const manifest = readManifest(site);
  const { policies = [] } = manifest ?? {};
  const problems = manifest ? policies.flatMap((policy) => policyProblems(site, manifest, policy)) : [];
  return {
    versions: policies.flatMap(({ versions }) => versions).length,
    files: site.paths.length,
    problems: sortProblems([
      ...problems,
      ...manifestProblems(site, manifest),
      ...(manifest ? formerProblems(site, manifest) : []),
      ...sumProblems(site),
      ...strayProblems(site),
    ]),
  };
}

function policyProblems(site: SiteFiles, manifest: Manifest, listed: ListedPolicy): Problem[] {
  const { address } = manifest;
  const { id, former, versions } = listed;
  const [product = '', slug = ''] = id.split('/');
  const acts = site.paths.flatMap((path) => actName(path, id) ?? []);
  const names = new Set([...versions.map((version) => version.id), ...acts]);
  const missing = versions.flatMap((version) => listedProblems(site, id, version));
  if (missing.length > 0) return missing;
  const records = [...names].map((name) => ({ product, slug, name, path: publishedRecordPath(id, name) }));
  const chain = readChain(id, former, records, site);
  // What belongs to a record that is not in its place cannot be told.
  if (chain.problems.length > 0) return chain.problems;
  const at = { product, slug };
  const sealed = versionsIn(chain);
  const happened = actsIn(chain);
  const dated = sealed.map((record) => ({
    ...datedOf(openRecord(record), { id: versionIdOf(record), record }),
    digest: record.digest,
    ...(record.previous && { previous: record.previous }),
  }));
  const placed = placeVersions(dated, happened, firstDay);
  return [
    ...orderProblems(site, listed, sealed),
    ...entryProblems(site, address, listed, { versions: placed, acts: happened }),
    ...sealed.flatMap((record) => pageProblems(site, manifest, at, record)),
    ...currentPageProblems(site, manifest, at, sealed),
  ];
}

// What the list says of a version is the same on every day.
const firstDay = '0001-01-01';

// The acts of a policy and the head of its chain lie beside its versions.
function actName(path: string, policy: string): string | undefined {
  const name = path.startsWith(`${policy}/`) ? path.slice(policy.length + 1, -'.json'.length) : '';
  return path.endsWith('.json') && /^(\d{4}-\d{2}-\d{2}\.[a-z]+(\.\d+)?|head)$/.test(name) ? name : undefined;
}

function listedProblems(
  site: SiteFiles,
  policy: string,
  { id, digest }: { id: string; digest: string },
): Problem[] {
  const path = publishedRecordPath(policy, id);
  const bytes = site.find(path);
  const result = bytes ? readRecord(bytes) : { fault: 'absence' };
  const file = `${site.root}/${path}`;
  if ('fault' in result) return [editedRecord(file, result)];
  const actual = result.record.digest;
  return actual === digest ? [] : [editedRecord(file, { fault: `digest ${actual.slice(0, 16)}…` })];
}

// Another layout need not say in its head what a page is about.
function textsOf(html: string, { around }: Manifest, ofRecord: PageTexts): PageTexts {
  const shown = shownTexts(html);
  const isSilent = shown.description === '' && around?.parts.includes('Layout');
  return isSilent ? { ...shown, description: ofRecord.description } : shown;
}

function pageProblems(
  site: SiteFiles,
  manifest: Manifest,
  at: VersionOwner,
  record: VersionRecord,
): Problem[] {
  const path = `${at.product}/${at.slug}/${versionIdOf(record)}/index.html`;
  const html = site.findText(path);
  if (html === undefined) return [pageProblem(site, path, 'absence of a page', 'the page of a version')];
  const ofRecord = recordedTexts(record, manifest.address, at);
  return differenceProblems(site, path, ofRecord, textsOf(html, manifest, ofRecord));
}

// The address without a date shows one of the versions; the day counsel last confirmed it may stand there too.
function currentPageProblems(
  site: SiteFiles,
  manifest: Manifest,
  at: VersionOwner,
  records: readonly VersionRecord[],
): Problem[] {
  const path = `${at.product}/${at.slug}/index.html`;
  const html = site.findText(path);
  if (html === undefined) return [pageProblem(site, path, 'absence of a page', 'the page of the policy')];
  const { fingerprint } = shownTexts(html);
  const record = records.find(({ digest }) => digest === fingerprint);
  if (!record) return [pageProblem(site, path, `fingerprint \`${fingerprint}\``, 'that of a version')];
  const ofRecord = { ...recordedTexts(record, manifest.address, at), dates: '' };
  return differenceProblems(site, path, ofRecord, { ...textsOf(html, manifest, ofRecord), dates: '' });
}

function differenceProblems(
  site: SiteFiles,
  path: string,
  ofRecord: PageTexts,
  ofPage: PageTexts,
): Problem[] {
  const difference = firstDifference(ofRecord, ofPage);
  if (!difference) return [];
  const { shown, recorded } = difference;
  return [pageProblem(site, path, `text \`${shown}\``, `\`${recorded}\` as its record says`)];
}

function pageProblem(site: SiteFiles, path: string, unexpected: string, expected: string): Problem {
  return siteProblem(site, path, 'site/page', { unexpected, expected });
}
