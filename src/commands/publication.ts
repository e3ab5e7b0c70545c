import { lastCommit, readBranch } from '../doors/git.ts';
import { readLive } from '../doors/live.ts';
import { manifestOf } from '../exporters/manifest.ts';
import type { Problem } from '../problem.ts';
import { missingRecords } from '../review/missing-records.ts';
import type { Library } from '../site/library.ts';
import { liveProblems } from '../versions/live-list.ts';
import { manifestPath, readVersionList } from '../versions/manifest.ts';
import { committedRecords, listedRecords, type Publication } from '../versions/publication.ts';
import { refusal } from './options.ts';

/**
 * What is published, as far as anybody says, and the problems of a folder that lacks some of it. `ref` is the commit that
 * says so, where it is one.
 */
type Known = { publication: Publication; missing: Problem[]; ref?: string };

type Told = { base?: string | undefined; against?: string | undefined };

/**
 * Finds out what of a folder is published: by the list of the site that is live, where one is named; else by a commit, the
 * named one or that of the branch this one follows. `undefined` where nothing says it.
 */
export async function findPublication(
  folder: string,
  { base, against }: Told,
  library: Library,
): Promise<Known | undefined> {
  if (base !== undefined && against !== undefined)
    throw refusal('Unexpected --base beside --against, expected one of them.');
  return against === undefined ? committedIn(folder, base, library) : await listedAt(against, library);
}

function committedIn(folder: string, base: string | undefined, library: Library): Known | undefined {
  const branch = readBranch(folder, base, library.sources.root);
  if (branch && 'fault' in branch) {
    if (base === undefined) return undefined;
    throw refusal(branch.fault);
  }
  if (!branch) return undefined;
  const { ref, sources } = branch;
  return {
    publication: committedRecords(sources, ref === lastCommit ? 'the last commit' : ref),
    missing: missingRecords(sources, library.sources, { ref }),
    ref,
  };
}

async function listedAt(against: string, library: Library): Promise<Known> {
  const live = await readLive(against, manifestPath);
  const list = live && 'text' in live ? readVersionList(live.text) : undefined;
  if (!live || !list) {
    const found = live && 'fault' in live ? `, which ${live.fault}` : '';
    throw refusal(
      `Unexpected --against ${against}${found}, expected the https address of a site that is live, or its list of versions.`,
    );
  }
  const { source } = live;
  const own = readVersionList(JSON.stringify(manifestOf(library)));
  const { root } = library.sources;
  return {
    publication: listedRecords(list, source),
    missing: own ? liveProblems(list, own, { source, fileOf: (id) => `${root}/${id}.yaml` }) : [],
  };
}
