import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { makeMemory } from '../memory.ts';

/**
 * The script of the page that compares any two versions: that of the package, which lies in the folder `tool`. In the
 * repository it is made once in each run.
 */
export function compareScript(tool: string): string {
  return remember(tool, () => {
    const made = join(tool, 'src/browser/compare.js');
    return existsSync(made) ? readFileSync(made, 'utf8') : bundled(tool);
  });
}

const remember = makeMemory<string>(5);

function bundled(tool: string): string {
  const script = join(tool, 'scripts/bundle-compare.ts');
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  });
  if (status !== 0) throw new Error(`The script for browsers was not made:\n${stderr}`);
  return stdout;
}
