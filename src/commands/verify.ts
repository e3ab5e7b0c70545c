import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Sources } from '../compile/compile-model.ts';
import { chainsIn } from '../compile/former-names.ts';
import { publishedSite, readSources } from '../doors/disk.ts';
import { readCommit } from '../doors/git.ts';
import { reportOf } from '../doors/terminal.ts';
import { type Problem, sortProblems, startOf } from '../problem.ts';
import { locateFiles } from '../read/location.ts';
import { reportFormats } from '../reports/report.ts';
import { missingRecords } from '../review/missing-records.ts';
import { manifestPath, ownPagesOf, readManifest } from '../versions/manifest.ts';
import { filesOf } from '../versions/published-site.ts';
import { versionsIn } from '../versions/read-chain.ts';
import { sumsPath } from '../versions/sums.ts';
import { folderOf, projectOf } from './command.ts';
import { compareLive } from './live-site.ts';
import { declareCommand, inProject, onDay, refusal } from './options.ts';

export const verify = declareCommand({
  usage: 'verify [folder]',
  about: [
    'Check every published version again: in a folder of policies, its records; in a built site',
    '(dist), also every page against its record and every file against SHA256SUMS, and the versions',
    'of the site that is live against those to be published; or every byte against what policies make.',
  ],
  options: {
    format: { choices: reportFormats, usual: 'pretty', help: 'how to print' },
    against: {
      value: '<address|folder>',
      help: 'the site that is live, or its list of versions; or policies, to build anew',
    },
    first: { help: 'where nothing is published yet' },
    since: { value: '<commit>', help: 'of policies: that every record of it is still there, byte for byte' },
    ...inProject,
    ...onDay,
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
    const verdict = isSite ? await verifySite(folder) : verifyRecords(folder, since);
    const other = against === undefined ? [] : await compareSite(folder, { against, first, told });
    const { versions } = verdict;
    const found = [...other, ...verdict.problems];
    const isBeginning = first && !isSite;
    const isNothing = versions === 0 && found.length === 0 && !isBeginning;
    const problems = isNothing ? [nothingChecked(folder)] : found;
    process.stdout.write(reportOf({ problems }, format));
    if (format === 'pretty') {
      process.stdout.write(`Checked ${versions} published ${versions === 1 ? 'version' : 'versions'}.\n`);
      if (isSite) process.stdout.write(toldOfParts(folder) + toldOfPages(folder));
      if (against !== undefined && other.length === 0) process.stdout.write(`Compared with ${against}.\n`);
    }
    return problems.length > 0 ? 1 : 0;
  },
});

// What is checked of a part that is not ours is less, and whoever reads the verdict must know.
function toldOfParts(folder: string): string {
  const [first, ...others] = readManifest(filesOf(publishedSite(folder)))?.around?.parts ?? [];
  if (first === undefined) return '';
  const last = others.at(-1);
  const named = last === undefined ? first : `${[first, ...others.slice(0, -1)].join(', ')} and ${last}`;
  return [
    `No record says what is in the parts that are the project's own: ${named}. They were compared from page to page;`,
    '--against with its policies compares them with the project.\n',
  ].join(' ');
}

function toldOfPages(folder: string): string {
  const list = readManifest(filesOf(publishedSite(folder)));
  const pages = list ? ownPagesOf(list) : [];
  if (pages.length === 0) return '';
  return `No record says what is on the pages that are the project's own: ${pages.join(', ')}. Of these only ${sumsPath} was checked.\n`;
}

// What reads HTML is loaded where a site is read.
async function verifySite(folder: string) {
  const { verifyPublished } = await import('../verify/verify-published.ts');
  return verifyPublished(publishedSite(folder));
}

type Told = { project?: string; 'as-of'?: string };

async function compareSite(
  folder: string,
  { against, first, told }: { against: string; first: boolean; told: Told },
): Promise<Problem[]> {
  const policies = policiesIn(against);
  if (!policies) return compareLive(folder, { against, first });
  const own = policies === against ? told : { ...told, project: against };
  const { otherThanBuilt } = await import('./built-anew.ts');
  return otherThanBuilt(folder, projectOf(policies, own), against);
}

// Policies, by themselves or in their project.
function policiesIn(folder: string): string | undefined {
  return [folder, join(folder, 'policies')].find(
    (path) => existsSync(join(path, 'site.yaml')) && !isBuilt(path),
  );
}

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

/** Checks the records of a folder of policies, whatever state the texts beside them are in. */
function verifyRecords(folder: string, since: string | undefined): { versions: number; problems: Problem[] } {
  const sources = readSources(folder);
  const chains = chainsIn(sources);
  return {
    versions: chains.flatMap(versionsIn).length,
    problems: [
      ...(since === undefined ? [] : missingSince(folder, sources, since)),
      ...sortProblems([...oddFiles(sources), ...chains.flatMap(({ problems }) => problems)]),
    ],
  };
}

const kindsOfFiles = new Set<Problem['rule']>(['file/symlink', 'file/kind', 'file/unreadable']);

// A record behind a link or under another name is none, and who counts records must be told.
function oddFiles({ root, found }: Sources): Problem[] {
  const { problems } = locateFiles(root, found);
  return problems.filter(
    ({ rule, place }) =>
      kindsOfFiles.has(rule) || (rule === 'file/location' && place.file.split('/').includes('history')),
  );
}

// Of the commit itself: where history was rewritten, the one that both have is older.
function missingSince(folder: string, sources: Sources, ref: string): Problem[] {
  const commit = readCommit(folder, ref, { root: sources.root, isExact: true });
  if ('fault' in commit) throw refusal(commit.fault);
  return missingRecords(commit.sources, sources, { ref });
}
