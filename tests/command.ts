import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository. */
export const root = fileURLToPath(new URL('../', import.meta.url));

export type Outcome = { code: number | null; stdout: string; stderr: string };

/** Runs the command line as a person would, from the repository unless told otherwise. */
export function policybook(args: string[], env: Record<string, string> = {}, cwd = root): Promise<Outcome> {
  const child = spawn(process.execPath, [join(root, 'src/cli.ts'), ...args], {
    cwd,
    env: { ...process.env, ...env },
  });
  const outcome: Outcome = { code: null, stdout: '', stderr: '' };
  child.stdout.on('data', (bytes: Buffer) => {
    outcome.stdout += bytes;
  });
  child.stderr.on('data', (bytes: Buffer) => {
    outcome.stderr += bytes;
  });
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ ...outcome, code }));
  });
}
