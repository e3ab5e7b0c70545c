import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from '../digest.ts';
import { makeMemory } from '../memory.ts';
import type { Project } from './project.ts';
import { writeWhole } from './write.ts';

/**
 * The script of the page that compares any two versions: that of the package. In the repository it is made, and kept
 * where Node keeps what it has compiled.
 */
export function compareScript({ tool, compiler }: Pick<Project, 'tool' | 'compiler'>): string {
  return remember(tool, () => {
    const made = join(tool, 'src/browser/compare.js');
    return existsSync(made) ? readFileSync(made, 'utf8') : keptScript(tool, compiler);
  });
}

const remember = makeMemory<string>(5);

function keptScript(tool: string, compiler: string): string {
  const name = `compare-${shortDigest([compiler, readFileSync(join(tool, maker))])}.js`;
  const kept = join(tool, '.policybook/node', name);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const script = bundled(tool);
  writeWhole(kept, script);
  return script;
}

const maker = 'scripts/bundle-compare.ts';

function bundled(tool: string): string {
  const script = join(tool, maker);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script], {
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  });
  if (status !== 0) throw new Error(`The script for browsers was not made:\n${stderr}`);
  return stdout;
}
