import { publishedSite } from '../doors/disk.ts';
import { readLive } from '../doors/live.ts';
import type { Problem } from '../problem.ts';
import { liveProblem, liveProblems } from '../versions/live-list.ts';
import { manifestPath, readVersionList } from '../versions/manifest.ts';
import { refusal } from './options.ts';

/** Compares the versions of a built site with those that are live. */
export async function compareLive(
  folder: string,
  { against, first }: { against: string; first: boolean },
): Promise<Problem[]> {
  const live = await readLive(against, manifestPath);
  if (!live)
    throw refusal(
      `Unexpected --against ${against}, expected the https address of a site or of its list of versions, a folder or a file; or a folder of policies.`,
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
