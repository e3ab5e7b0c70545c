import { type ChildProcess, fork, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledCode } from './bundled-command.ts';

/** The repository. */
export const root = fileURLToPath(new URL('../', import.meta.url));

export type Outcome = { code: number | null; stdout: string; stderr: string };

/** What a process is asked to run, in which environment and from which folder. */
export type Asked = { args: string[]; env: Record<string, string | undefined>; cwd: string };

/**
 * Runs the command line as a person would who has installed it, in the repository unless told otherwise. What serves, and
 * what tells Node itself something, has a process of its own. All other commands take turns in one that is kept: to start
 * one costs ten times what they do.
 */
export function policybook(args: string[], env: Record<string, string> = {}, cwd = root): Promise<Outcome> {
  if (['start', 'preview'].some((name) => args.includes(name)) || 'NODE_OPTIONS' in env)
    return policybookAlone(args, env, cwd);
  return runWarm({ args, env: { ...process.env, ...env }, cwd });
}

/** The same by a process of its own: where Astro runs, or the process is what is tested. */
export async function policybookAlone(
  args: string[],
  env: Record<string, string> = {},
  cwd = root,
): Promise<Outcome> {
  const command = join(await bundledCode(), 'src/cli.js');
  return runAlone([command, ...args], { env: { ...process.env, ...kept, ...env }, cwd });
}

/** The same by the code that people edit, whose pages Astro makes: it takes three times as long to begin. */
export function policybookOfSources(
  args: string[],
  env: Record<string, string> = {},
  cwd = root,
): Promise<Outcome> {
  return runAlone([join(root, 'src/cli.ts'), ...args], { env: { ...process.env, ...kept, ...env }, cwd });
}

/**
 * What Node keeps of our modules, from the first of them on: where the first has to tell it, as that does for users, Node
 * starts the compiler of TypeScript for it each time: a sixth of what a command costs, and half of a process that is kept.
 */
export const kept = { NODE_COMPILE_CACHE: join(root, '.policybook/node') };

/** Runs a program with Node, and gives what it said when it has ended. */
export async function runAlone(
  argv: string[],
  options: Pick<Asked, 'env' | 'cwd'> & { uid?: number },
): Promise<Outcome> {
  const child = spawn(process.execPath, argv, options);
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', (bytes: Buffer) => {
      outcome[stream] += bytes;
    });
  }
  const [code] = await once(child, 'close');
  return { ...outcome, code };
}

const idle: ChildProcess[] = [];

async function startWarm(): Promise<ChildProcess> {
  const env = { ...process.env, ...kept };
  const code = join(await bundledCode(), 'src/commands/run.js');
  return fork(new URL('./warm-command.ts', import.meta.url), [code], { execArgv: [], env });
}

// Commands at the same time run at the same time: each that finds nobody idle starts one more.
async function runWarm(asked: Asked): Promise<Outcome> {
  const child = idle.pop() ?? (await startWarm());
  child.send(asked);
  const heard = new AbortController();
  const ended = once(child, 'exit', heard).then(([code]) => {
    throw new Error(`The process of commands ended with ${code}.`);
  });
  const [outcome] = await Promise.race([once(child, 'message', heard), ended]);
  heard.abort();
  idle.push(child);
  return outcome;
}
