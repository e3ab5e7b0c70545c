import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import type { Fault } from './failing-disk.ts';

// Loaded by Node before a command: every way to change a disk goes through here, and one of them fails.

// What adds something to a disk, and what does not: a full one refuses the first alone.
const adding = [
  'writeFile',
  'mkdir',
  'rename',
  'link',
  'symlink',
  'copyFile',
  'cp',
  'mkdtemp',
  'fsync',
  'write',
];
const others = ['rm', 'unlink', 'rmdir', 'truncate', 'utimes', 'chmod'];

// `onFailingDisk` wrote it.
const { failure, after, of = '/', log } = JSON.parse(process.env.FAILING_DISK ?? '{}') as Fault;
const append = fs.appendFileSync;
const opened = new Map<unknown, string>();
let count = 0;
let isLogging = false;

function change(name: string, path: unknown, adds: boolean): void {
  const told = typeof path === 'number' ? opened.get(path) : path instanceof URL ? path.pathname : `${path}`;
  if (isLogging || !told?.includes(of)) return;
  isLogging = true;
  if (log) append(log, `${name} ${told}\n`);
  isLogging = false;
  const at = count;
  count += 1;
  if (at < after || (at > after && !isLasting(adds))) return;
  if (failure === 'none') return;
  if (failure === 'killed') process.kill(process.pid, 'SIGKILL');
  const said = { code: failure, errno: -1, syscall: name, path: told };
  throw Object.assign(new Error(`${failure}: no such luck, ${name} '${told}'`), said);
}

function isLasting(adds: boolean): boolean {
  return failure === 'EROFS' || (failure === 'ENOSPC' && adds);
}

type Call = (...rest: unknown[]) => unknown;

// Functions of Node by their names, whatever their types are.
function wrap(owner: object, key: string, name: string, adds: boolean): void {
  const all = owner as Record<string, Call>;
  const call = all[key];
  if (!call) return;
  const isPromise = owner === fs.promises;
  all[key] = (...rest) => {
    const callback = isPromise || key.endsWith('Sync') ? undefined : rest.at(-1);
    try {
      // What a link leads to is no path of it.
      change(name, rest[name === 'symlink' ? 1 : 0], adds);
    } catch (error) {
      if (isPromise) return Promise.reject(error);
      if (typeof callback !== 'function') throw error;
      return process.nextTick(() => callback(error));
    }
    return call(...rest);
  };
}

for (const [names, adds] of [[adding, true] as const, [others, false] as const])
  for (const name of names) {
    wrap(fs, `${name}Sync`, name, adds);
    wrap(fs, name, name, adds);
    wrap(fs.promises, name, name, adds);
  }

const open = fs.openSync;
fs.openSync = (path, flags = 'r', mode) => {
  const isWriting = typeof flags === 'string' ? /[wa+]/.test(flags) : (flags & 3) !== 0;
  if (isWriting) change('open', path, true);
  const handle = open(path, flags, mode);
  opened.set(handle, `${path}`);
  return handle;
};
syncBuiltinESMExports();
