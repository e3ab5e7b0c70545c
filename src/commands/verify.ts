import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from '../compile/compile-model.ts';
import { chainsIn } from '../compile/former-names.ts';
import { publishedSite, readSources } from '../doors/disk.ts';
import { readCommit } from '../doors/git.ts';
import { readLive } from '../doors/live.ts';
import { reportOf } from '../doors/terminal.ts';
import { type Problem, sortProblems, startOf } from '../problem.ts';
import { reportFormats } from '../reports/report.ts';
import { missingRecords } from '../review/missing-records.ts';
import { liveProblem, liveProblems } from '../versions/live-list.ts';
import { manifestPath, readVersionList } from '../versions/manifest.ts';
import { versionsIn } from '../versions/read-chain.ts';
import { sumsPath } from '../versions/sums.ts';
import { verifySite } from '../versions/verify.ts';
import { folderOf } from './command.ts';
import { declareCommand, inProject, refusal } from './options.ts';

export const verify = declareCommand({
  usage: 'verify [folder]',
  about: [
    'Check every published version again: in a folder of policies, its records; in a built site',
    '(dist), also every page against its record and every file against SHA256SUMS, and the versions',
    'of the site that is live against those to be published.',
  ],
  options: {
    format: { choices: reportFormats, usual: 'pretty', help: 'how to print' },
    against: { value: '<address|file>', help: 'the site that is live, or its list of versions' },
    first: { help: 'where nothing is published yet' },
    since: { value: '<commit>', help: 'of policies: that every record of it is still there, byte for byte' },
    ...inProject,
  },
  async run(operands, { format, against, first, since, ...told }) {
    const folder = folderOf(operands, told);
    const isSite = isBuilt(folder);
    if (against !== undefined && !isSite)
      throw refusal(
        `Unexpected --against with the policies in ${folder}, expected a built site such as dist.`,
      );
    if (since !== undefined && isSite)
      throw refusal(`Unexpected --since with the site in ${folder}, expected a folder of policies.`);
    const verdict = isSite ? verifySite(publishedSite(folder)) : verifyRecords(folder, since);
    const live = against === undefined ? [] : await compareLive(folder, { against, first });
    const { versions } = verdict;
    const found = [...live, ...verdict.problems];
    const isBeginning = first && !isSite;
    const isNothing = versions === 0 && found.length === 0 && !isBeginning;
    const problems = isNothing ? [nothingChecked(folder)] : found;
    process.stdout.write(reportOf({ problems }, format));
    if (format === 'pretty') {
      process.stdout.write(`Checked ${versions} published ${versions === 1 ? 'version' : 'versions'}.\n`);
      if (against !== undefined && live.length === 0) process.stdout.write(`Compared with ${against}.\n`);
    }
    return problems.length > 0 ? 1 : 0;
  },
});

// What is checked must not be chosen by a file that anybody can add. A built site has a page and lists of what is in it;
// one that has lost these must not pass for want of them.
const ofSites = [sumsPath, manifestPath, 'index.html', '404.html'];

function isBuilt(folder: string): boolean {
  return ofSites.some((path) => existsSync(join(folder, path))) || !existsSync(join(folder, 'site.yaml'));
}

function nothingChecked(folder: string): Problem {
  return {
    rule: 'version/none',
    severity: 'error',
    message: `Unexpected absence of published versions in ${folder}, expected at least one to check.`,
    place: startOf(folder),
    help: 'Name a built site, or a folder of policies of which versions were released. Of policies, --first says that nothing is published yet.',
  };
}

/** Compares the versions of a built site with those that are live. */
async function compareLive(
  folder: string,
  { against, first }: { against: string; first: boolean },
): Promise<Problem[]> {
  const live = await readLive(against, manifestPath);
  if (!live)
    throw refusal(
      `Unexpected --against ${against}, expected the https address of a site or of its list of versions, a folder or a file.`,
    );
  const { source } = live;
  const { root, paths, read } = publishedSite(folder);
  const own = paths.includes(manifestPath)
    ? readVersionList(Buffer.from(read(manifestPath)).toString())
    : undefined;
  // A site without a list of its own is told so already.
  if (!own) return [];
  const file = `${root}/${manifestPath}`;
  if ('isMissing' in live) return first ? [] : [liveProblem(file, ...nothingLive(source))];
  const list = 'text' in live ? readVersionList(live.text) : undefined;
  if (list) return liveProblems(list, own, { source, fileOf: () => file });
  const found = 'fault' in live ? `: ${source} ${live.fault}` : ` at ${source}`;
  return [liveProblem(file, ...unreadableLive(found))];
}

function nothingLive(source: string): [string, string] {
  return [
    `Unexpected absence of ${source}, expected the list of the versions that are published.`,
    'Where nothing is published yet, say so with --first.',
  ];
}

function unreadableLive(found: string): [string, string] {
  return [
    `Unexpected answer${found}, expected the list of the versions that are published.`,
    'Until it can be read, nobody knows whether all of them stay: try again, or name a copy of it with --against.',
  ];
}

/** Checks the records of a folder of policies, whatever state the texts beside them are in. */
function verifyRecords(folder: string, since: string | undefined): { versions: number; problems: Problem[] } {
  const sources = readSources(folder);
  const chains = chainsIn(sources);
  return {
    versions: chains.flatMap(versionsIn).length,
    problems: [
      ...(since === undefined ? [] : missingSince(folder, sources, since)),
      ...sortProblems(chains.flatMap(({ problems }) => problems)),
    ],
  };
}

// Of the commit itself: where history was rewritten, the one that both have is older.
function missingSince(folder: string, sources: Sources, ref: string): Problem[] {
  const commit = readCommit(folder, ref, { root: sources.root, isExact: true });
  if ('fault' in commit) throw refusal(commit.fault);
  return missingRecords(commit.sources, sources, { ref });
}
