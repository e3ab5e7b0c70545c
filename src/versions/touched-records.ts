import { type Problem, startOf } from '../problem.ts';

/** The files of the histories of a folder of policies, by their paths below it. */
type RecordFiles = { root: string; paths: readonly string[]; read(path: string): Uint8Array };

/** What is known of a change: what it is compared with, and where a renamed policy keeps a record it had elsewhere. */
type Around = { ref?: string | undefined; movedTo(path: string): readonly string[] };

/** Picks the files of histories out of the files of a folder. */
export function recordFilesOf({
  root,
  found,
  read,
}: Pick<RecordFiles, 'root' | 'read'> & {
  found: readonly { path: string; kind: string }[];
}): RecordFiles {
  const paths = found.flatMap(({ path, kind }) =>
    kind === 'file' && recordPattern.test(path) ? [path] : [],
  );
  return { root, paths, read };
}

const recordPattern = /^[^/.][^/]*\/history\/[^/.][^/]*\/[^/.][^/]*(\.[^/]+)*\.json$/;

/**
 * Reports each record that was there before a change and is gone, or is not the same byte for byte. A head names the
 * last record, so it changes with every release, but it stays. A record of a renamed policy may lie under its new name.
 */
export function touchedRecords(before: RecordFiles, after: RecordFiles, around: Around): Problem[] {
  const present = new Set(after.paths);
  return before.paths.flatMap((path) => {
    const places = [path, ...around.movedTo(path)].filter((place) => present.has(place));
    const [place] = places;
    if (place === undefined) return [removed(before, path, around.ref)];
    const isSame = isHead(path) || places.some((own) => isEqual(before.read(path), after.read(own)));
    return isSame ? [] : [changed(before, path, place, around.ref)];
  });
}

function isEqual(a: Uint8Array, b: Uint8Array): boolean {
  return Buffer.compare(a, b) === 0;
}

function isHead(path: string): boolean {
  return path.endsWith('/head.json');
}

function removed({ root }: RecordFiles, path: string, ref: string | undefined): Problem {
  return {
    rule: 'version/record-removed',
    severity: 'error',
    message: `Unexpected absence of ${nameOf(path)}, expected every record that was there before this change.`,
    place: startOf(`${root}/${path}`),
    help: `What was published stays. ${restoring(`${root}/${path}`, ref)}`,
  };
}

function changed({ root }: RecordFiles, path: string, place: string, ref: string | undefined): Problem {
  return {
    rule: 'version/rewritten',
    severity: 'error',
    message: `Unexpected change of ${nameOf(path)}, expected the same bytes as before this change.`,
    place: startOf(`${root}/${place}`),
    help: `A record never changes: a new text is a new version. ${restoring(`${root}/${path}`, ref)}`,
  };
}

function restoring(file: string, ref: string | undefined): string {
  if (ref === undefined) return 'Put the file back as it was.';
  return `Put the file back: \`git restore --source ${ref} -- ${file}\`.`;
}

// `shop/history/cookies/2026-03-02.2.json`, `…/2026-08-20.withdrawal.json` or `…/head.json`.
function nameOf(path: string): string {
  const [product, , slug, file = ''] = path.split('/');
  const name = file.replace(/\.json$/, '');
  const policy = `${product}/${slug}`;
  if (isHead(path)) return `the head of the history of ${policy}`;
  const [, day, act] = name.match(/^(\d{4}-\d{2}-\d{2})\.([a-z]+)/) ?? [];
  return act ? `the ${act} of ${day} of ${policy}` : `the version of ${name} of ${policy}`;
}
