import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { publishedSite } from '../doors/disk.ts';
import type { Project } from '../doors/project.ts';
import type { Problem } from '../problem.ts';
import { otherFiles } from '../versions/same-site.ts';
import { checkLibrary } from './command.ts';
import { refusal } from './options.ts';
import { renderSite } from './render-site.ts';

/**
 * Builds the site of a project into a folder of its own, with nothing that was kept from other builds, and reports every
 * file of the site in `folder` that differs from it. `source` is what the policies are called.
 */
export async function otherThanBuilt(folder: string, project: Project, source: string): Promise<Problem[]> {
  const home = realpathSync(mkdtempSync(join(tmpdir(), 'policybook-')));
  try {
    const own = { ...project, cache: join(home, 'cache') };
    const { library, isStopped } = checkLibrary(own);
    if (isStopped)
      throw refusal(`Unexpected problems in ${source}, expected policies that can be built: run check.`);
    const next = join(home, 'site');
    await renderSite(library, { next, isForced: true, key: 'anew' });
    return otherFiles(publishedSite(folder), publishedSite(next), source);
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
