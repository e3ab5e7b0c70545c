import { spawnSync } from 'node:child_process';
import type { Sources } from '../compile/compile-model.ts';
import { compareText } from '../problem.ts';
import type { FoundFile } from '../read/location.ts';

// The door to the repository: it reads what is committed, and changes nothing.

/** A commit, and the files of a folder in it. */
type Commit = {
  id: string;
  /** Whether it is one that `ref` and the change have in common. */
  isShared: boolean;
  sources: Sources;
};

/** Why something cannot be read, in a sentence. */
type Fault = { fault: string };

/**
 * Reads a folder as it was where this change left `ref`: in the last commit both have, or in `ref` itself where none is
 * known or `isExact` asks for it. `root` is the folder's name, as problems show it. Gives a sentence where there is no
 * such commit.
 */
export function readCommit(
  folder: string,
  ref: string,
  { root, isExact = false }: { root: string; isExact?: boolean },
): Commit | Fault {
  const named = commitOf(folder, ref);
  if ('fault' in named) return named;
  const commit = isExact ? { id: named.id, isShared: false } : sharedWith(folder, named.id);
  const { id, isShared } = commit;
  const listed = git(folder, ['ls-tree', '-r', '-t', '-z', id]);
  if ('fault' in listed) return unreadable(folder, listed);
  const lines = listed.output.toString('utf8').split('\0').filter(Boolean);
  // The folder itself and those around it are listed too, as ./ and ../
  const items = lines.map(readEntry).filter(({ path }) => !/^\.\.?\//.test(path));
  const blobs = items.filter(({ type }) => type === 'blob');
  const contents = readBlobs(
    folder,
    blobs.map((blob) => blob.id),
  );
  if ('fault' in contents) return unreadable(folder, contents);
  const bytes = new Map(blobs.map(({ path }, index) => [path, contents[index] ?? new Uint8Array()]));
  const found = items.map(foundFile).sort((a, b) => compareText(a.path, b.path));
  return { id, isShared, sources: { root, found, read: (path) => bytes.get(path) ?? new Uint8Array() } };
}

/** The files of a folder in a branch, and what that is called. */
type Branch = { ref: string; sources: Sources };

/** What the last commit is called where nothing else is known to be published. */
export const lastCommit = 'HEAD';

/**
 * Reads a folder as others have it: in `ref`; or where that is not given in the branch that this one follows, the main one
 * of the place it was cloned from, or the last commit. `undefined` where none of these is there, or has any of the folder.
 */
export function readBranch(
  folder: string,
  ref: string | undefined,
  root: string,
): Branch | Fault | undefined {
  const own =
    ref ?? ['@{upstream}', 'refs/remotes/origin/HEAD', lastCommit].find((one) => findCommit(folder, one));
  if (own === undefined) return undefined;
  const commit = readCommit(folder, own, { root, isExact: true });
  if ('fault' in commit) return commit;
  const { sources } = commit;
  return sources.found.length === 0 ? undefined : { ref: ref ?? shortName(folder, own), sources };
}

function shortName(folder: string, ref: string): string {
  const named = git(folder, ['rev-parse', '--abbrev-ref', ref]);
  return ref === lastCommit || 'fault' in named ? ref : named.output.toString('utf8').trim();
}

/** A file as it was committed once: its bytes, and the last commit in which it was so. */
type PastText = { commit: string; bytes: Uint8Array };

/**
 * The newest committed state of a file that is what is sought; nothing where there is none, or no repository. The file
 * lies at `path` below the folder, and need not be there any more. `ref` is the commit to go back from.
 */
export function readPastText(
  folder: string,
  path: string,
  isSought: (bytes: Uint8Array) => boolean,
  ref = lastCommit,
): PastText | undefined {
  // A merge can drop what one of its sides has.
  const listed = git(folder, ['log', '--full-history', '--format=%H', '--end-of-options', ref, '--', path]);
  if ('fault' in listed) return undefined;
  for (const commit of listed.output.toString('utf8').split('\n').filter(Boolean)) {
    const shown = git(folder, ['show', `${commit}:./${path}`]);
    if (!('fault' in shown) && isSought(shown.output)) return { commit, bytes: shown.output };
  }
  return undefined;
}

/** A file as a commit left it: the commit, its day as it was written there, where the file lay, and its bytes. */
export type CommittedFile = { commit: string; day: string; path: string; bytes: Uint8Array };

/**
 * Reads every state of a file, the oldest first, as the branch that is checked out had them: a merge counts as one step
 * on the day of the merge, and where the file had another name before, its states under that are read as well. `path`
 * is below the folder. States in which the file was away are left out.
 */
export function readFileHistory(folder: string, path: string): CommittedFile[] | Fault {
  const head = commitOf(folder, lastCommit);
  if ('fault' in head) return head;
  const format = '--format=%x01%H %cs';
  const raw = ['--raw', '-z', '--no-abbrev', '--no-ext-diff', format];
  const listed = git(folder, ['log', '--follow', '--first-parent', ...raw, head.id, '--', `:(top)${path}`]);
  if ('fault' in listed) return unreadable(folder, listed);
  const states = listed.output.toString('utf8').split('\u0001').slice(1).flatMap(readState).reverse();
  const contents = readBlobs(
    folder,
    states.map(({ blob }) => blob),
  );
  if ('fault' in contents) return unreadable(folder, contents);
  return states.map(({ blob: _, ...state }, index) => ({
    ...state,
    bytes: contents[index] ?? new Uint8Array(),
  }));
}

// `<commit> <day>\0`, then `:<mode> <mode> <blob> <blob> <status>\0<path>\0`, with two paths where it was renamed.
function readState(written: string): (Omit<CommittedFile, 'bytes'> & { blob: string })[] {
  const [head = '', change = '', ...paths] = written.split('\0');
  const [commit = '', day = ''] = head.split(' ');
  const [, mode = '', , blob = ''] = change.trim().split(' ');
  const path = paths.findLast((one) => one !== '');
  return mode.startsWith('100') && path ? [{ commit, day, path, blob }] : [];
}

function commitOf(folder: string, ref: string): { id: string } | Fault {
  const repository = git(folder, ['rev-parse', '--git-dir']);
  if ('fault' in repository) return unreadable(folder, repository);
  const id = findCommit(folder, ref);
  if (id !== undefined) return { id };
  const name = ref.trim() === '' ? 'empty name' : ref;
  return {
    fault: `Unexpected ${name}, expected a commit of the repository that ${folder} lies in. Where the clone is shallow, fetch it first.`,
  };
}

function findCommit(folder: string, ref: string): string | undefined {
  const named = git(folder, ['rev-parse', '--verify', '--quiet', '--end-of-options', `${ref}^{commit}`]);
  const id = 'fault' in named ? '' : named.output.toString('utf8').trim();
  // Of ^main git gives what it would leave out.
  return /^[0-9a-f]+$/.test(id) ? id : undefined;
}

function sharedWith(folder: string, id: string): Omit<Commit, 'sources'> {
  const shared = git(folder, ['merge-base', id, 'HEAD']);
  return 'fault' in shared
    ? { id, isShared: false }
    : { id: shared.output.toString('utf8').trim(), isShared: true };
}

function unreadable(folder: string, { fault }: Fault): Fault {
  return {
    fault: `Unexpected folder ${folder}, expected one in a Git repository that can be read: ${fault}`,
  };
}

type Entry = { mode: string; type: string; id: string; path: string };

// `<mode> <type> <id>\t<path>`, the path relative to the folder git runs in; a path can have tabs of its own.
function readEntry(line: string): Entry {
  const tab = line.indexOf('\t');
  const [mode = '', type = '', id = ''] = line.slice(0, tab).split(' ');
  return { mode, type, id, path: line.slice(tab + 1) };
}

// What is no blob is a folder: a tree, or the commit of a submodule.
function foundFile({ path, mode, type }: Entry): FoundFile {
  return { path, kind: type !== 'blob' ? 'folder' : mode === '120000' ? 'symlink' : 'file' };
}

// Each answer is `<id> <type> <size>`, a line end, the bytes, a line end; `<id> missing` where a partial clone lacks it.
function readBlobs(folder: string, ids: readonly string[]): Uint8Array[] | Fault {
  if (ids.length === 0) return [];
  const answer = git(folder, ['cat-file', '--batch'], `${ids.join('\n')}\n`);
  if ('fault' in answer) return answer;
  const { output } = answer;
  const contents: Uint8Array[] = [];
  let at = 0;
  while (at < output.length) {
    const end = output.indexOf('\n', at);
    const header = output.toString('utf8', at, end);
    const size = Number(header.split(' ')[2]);
    if (!Number.isInteger(size)) return { fault: header };
    contents.push(output.subarray(end + 1, end + 1 + size));
    at = end + 1 + size + 1;
  }
  return contents;
}

// A hook of Git sets these for the repository it runs in, relative to its own folder.
const ofHooks = {
  GIT_DIR: undefined,
  GIT_WORK_TREE: undefined,
  GIT_INDEX_FILE: undefined,
  GIT_PREFIX: undefined,
};

// A clone that lacks files would fetch them.
const offline = { GIT_NO_LAZY_FETCH: '1' };

function git(folder: string, args: string[], input?: string): { output: Buffer } | Fault {
  const { status, stdout, stderr, error } = spawnSync('git', args, {
    cwd: folder,
    env: { ...process.env, ...ofHooks, ...offline },
    input,
    maxBuffer: 2 ** 30,
  });
  if (status === 0) return { output: stdout };
  if (error && 'code' in error && error.code === 'ENOENT')
    return { fault: 'the command git is not there. Install Git, or add it to the PATH.' };
  return { fault: error?.message ?? stderr.toString('utf8').trim() };
}
