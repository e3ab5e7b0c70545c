import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { policybookAlone, policybookOfSources, root } from './command.ts';
import { today } from './today.ts';

declare module 'vitest' {
  interface ProvidedContext {
    /** A folder of this run alone, below the repository since Astro builds nowhere else. */
    workspace: string;
    /** The built site of `tests/fixtures/demo/`, a copy of the demo. */
    policies: string;
    /** The built site of `tests/fixtures/sites/showcase/`, which uses every block and field. */
    showcase: string;
  }
}

const folder = '.cache/tests';

/** Builds two sites at once, before the first test: one as it is built by who has the package, and one by who edits it. */
export async function setup(project: TestProject): Promise<() => void> {
  const workspace = takeWorkspace();
  const [policies, showcase] = [`${workspace}/policies`, `${workspace}/showcase`];
  await Promise.all([
    build(policybookAlone, 'tests/fixtures/demo', policies),
    build(policybookOfSources, 'tests/fixtures/sites/showcase', showcase),
  ]);
  project.provide('workspace', workspace);
  project.provide('policies', join(root, policies));
  project.provide('showcase', join(root, showcase));
  return () => rmSync(join(root, workspace, 'taken'), { force: true });
}

// Builds are cached by path, so paths are few and the same in each run. Runs at the same time take different ones.
function takeWorkspace(number = 1): string {
  const workspace = `${folder}/${number}`;
  const taken = join(root, workspace, 'taken');
  if (isRunning(taken)) return takeWorkspace(number + 1);
  rmSync(join(root, workspace), { recursive: true, force: true });
  mkdirSync(join(root, workspace), { recursive: true });
  writeFileSync(taken, String(process.pid));
  return workspace;
}

function isRunning(taken: string): boolean {
  try {
    return process.kill(Number(readFileSync(taken, 'utf8')), 0);
  } catch {
    return false;
  }
}

async function build(policybook: typeof policybookAlone, from: string, out: string): Promise<void> {
  const { code, stdout, stderr } = await policybook([
    'build',
    from,
    '--out',
    out,
    '--force',
    '--as-of',
    today,
  ]);
  if (code !== 0) throw new Error(`${from} was not built:\n${stdout}${stderr}`);
}
