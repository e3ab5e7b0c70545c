import { spawnSync } from 'node:child_process';

const settings = ['user.name=A', 'user.email=a@example.com', 'commit.gpgsign=false', 'core.autocrlf=false'];

/** Git in a folder, by an author of its own and untouched by what this machine has set. Gives what it said, or throws it. */
export function gitIn(cwd: string, ...args: string[]): string {
  // A hook that runs these tests has a repository of its own.
  const { GIT_DIR: _dir, GIT_INDEX_FILE: _index, GIT_WORK_TREE: _tree, ...env } = process.env;
  const set = settings.flatMap((setting) => ['-c', setting]);
  const { status, stdout, stderr } = spawnSync('git', [...set, ...args], { cwd, env, encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr + stdout);
  return stdout.trim();
}
