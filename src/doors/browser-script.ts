import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { shortDigest } from '../digest.ts';
import { makeMemory } from '../memory.ts';
import type { Project } from './project.ts';
import { writeWhole } from './write.ts';

/** The scripts that a site can have, by the names of their files. */
export type ScriptName = 'compare' | 'inspect' | 'search';

/**
 * A script for browsers: that of the package. In the repository it is made, and kept where Node keeps what it has compiled.
 */
export function browserScript(
  { tool, compiler }: Pick<Project, 'tool' | 'compiler'>,
  name: ScriptName,
): string {
  return remember(`${name} ${tool}`, () => {
    const made = join(tool, `src/browser/${name}.js`);
    return existsSync(made) ? readFileSync(made, 'utf8') : keptScript(name, { tool, compiler });
  });
}

const remember = makeMemory<string>(10);

function keptScript(name: ScriptName, { tool, compiler }: Pick<Project, 'tool' | 'compiler'>): string {
  const file = `${name}-${shortDigest([compiler, readFileSync(join(tool, maker))])}.js`;
  const kept = join(tool, '.policybook/node', file);
  if (existsSync(kept)) return readFileSync(kept, 'utf8');
  const script = bundled(tool, name);
  writeWhole(kept, script);
  return script;
}

const maker = 'scripts/bundle-browser.ts';

function bundled(tool: string, name: ScriptName): string {
  const script = join(tool, maker);
  const { status, stdout, stderr } = spawnSync(process.execPath, [script, name], {
    encoding: 'utf8',
    maxBuffer: 10_000_000,
  });
  if (status !== 0) throw new Error(`The script for browsers was not made:\n${stderr}`);
  return stdout;
}
