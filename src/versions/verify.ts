import { type Problem, sortProblems } from '../problem.ts';
import {
  entryProblems,
  type ListedPolicy,
  manifestProblems,
  publishedRecordPath,
  readManifest,
} from './manifest.ts';
import { firstDifference, type PageTexts, shownTexts } from './page-texts.ts';
import { policyOf, type RecordState, recordProblems, stateOf } from './published.ts';
import { filesOf, type PublishedSite, type SiteFiles, siteProblem } from './published-site.ts';
import { readRecord, type VersionRecord } from './record.ts';
import { recordedTexts } from './record-texts.ts';
import { sumProblems } from './sums.ts';

/** What a check of a published site found, and how much it looked at. */
export type Verdict = { versions: number; files: number; problems: Problem[] };

/**
 * Checks a published site by its own files alone: every file against SHA256SUMS, every record against its digest, the
 * chain and the list of versions, and the text of every version's page and of the one in force against its record.
 */
export function verifySite(published: PublishedSite): Verdict {
  const site = filesOf(published);
  const manifest = readManifest(site);
  const { address = '', policies = [] } = manifest ?? {};
  const problems = policies.flatMap((policy) => policyProblems(site, address, policy));
  return {
    versions: policies.flatMap(({ versions }) => versions).length,
    files: site.paths.length,
    problems: sortProblems([...problems, ...manifestProblems(site, manifest), ...sumProblems(site)]),
  };
}

function policyProblems(site: SiteFiles, address: string, { id, versions }: ListedPolicy): Problem[] {
  const records: VersionRecord[] = [];
  const states = versions.map((version): RecordState => {
    const { date } = version;
    const path = publishedRecordPath(id, date);
    const bytes = site.find(path);
    const at = { file: `${site.root}/${path}`, date };
    const result = bytes ? readRecord(bytes) : { fault: 'absence' };
    if ('fault' in result) return { ...at, fault: result.fault };
    const { digest } = result.record;
    if (digest !== version.digest) return { ...at, fault: `digest ${digest.slice(0, 16)}…` };
    records.push(result.record);
    return { ...at, ...stateOf(result.record) };
  });
  const chain = recordProblems(id, states);
  // What belongs to a record that is not in its place cannot be told.
  if (chain.length > 0) return chain;
  return [
    ...records.flatMap((record, index) => entryProblems(site, address, record, versions[index])),
    ...records.flatMap((record) => pageProblems(site, address, record)),
    ...currentPageProblems(site, address, id, records),
  ];
}

function pageProblems(site: SiteFiles, address: string, record: VersionRecord): Problem[] {
  const { content } = record;
  const path = `${policyOf(content)}/${content.updated}/index.html`;
  const html = site.findText(path);
  if (html === undefined) return [pageProblem(site, path, 'absence of a page', 'the page of a version')];
  return differenceProblems(site, path, recordedTexts(record, address), shownTexts(html));
}

// The address without a date shows one of the versions; the day counsel last confirmed it may stand there too.
function currentPageProblems(
  site: SiteFiles,
  address: string,
  policy: string,
  records: readonly VersionRecord[],
): Problem[] {
  const path = `${policy}/index.html`;
  const html = site.findText(path);
  if (html === undefined) return [pageProblem(site, path, 'absence of a page', 'the page of the policy')];
  const shown = { ...shownTexts(html), dates: '' };
  const record = records.find(({ digest }) => digest === shown.fingerprint);
  if (!record) return [pageProblem(site, path, `fingerprint \`${shown.fingerprint}\``, 'that of a version')];
  return differenceProblems(site, path, { ...recordedTexts(record, address), dates: '' }, shown);
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
