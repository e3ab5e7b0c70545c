import { rmSync } from 'node:fs';
import { join as joinPaths, resolve } from 'node:path';
import { shortDigest } from '../digest.ts';
import { readSources } from '../doors/disk.ts';
import { openPart, type PartFolder } from '../doors/part-folder.ts';
import type { Project } from '../doors/project.ts';
import { nextOf, putInPlace } from '../doors/site-folder.ts';
import { openJoined } from '../site/joined.ts';
import type { Library } from '../site/library.ts';
import { productSizes } from '../site/products-of-part.ts';
import { isFolder, judged, printChecked, projectFolder, projectOf, usualFolder } from './command.ts';
import { beStrict, declareCommand, inProject, ofFolder, onDay, refusal } from './options.ts';
import { partFaults } from './part-faults.ts';
import { renderSite } from './render-site.ts';
import { atPlace, fail } from './site-place.ts';

export const join = declareCommand({
  usage: 'join <part>...',
  about: [
    'Put the parts of a site together, as build --part or --products wrote them: the site of them all.',
  ],
  options: {
    out: { value: '<folder>', help: 'where to, as a plain folder (dist)' },
    ...beStrict,
    ...inProject,
    ...ofFolder,
    ...onDay,
  },
  async run(folders, told) {
    if (folders.length === 0) throw refusal('Unexpected join of nothing, expected the folders of all parts.');
    const opened = folders.map(openFolder);
    const faults = opened.flatMap((one) => ('fault' in one ? one.fault : []));
    if (faults.length > 0) return refused(faults);
    const parts = opened.flatMap((one) => ('fault' in one ? [] : one));
    const policies = usualFolder(told);
    if (!isFolder(policies))
      throw refusal(`Unexpected folder ${policies}, expected a folder with a site.yaml in it.`);
    // The day of a site that is made in parts is that of the parts, however long they took.
    const project = projectOf(policies, { ...told, 'as-of': told['as-of'] ?? parts[0]?.header.today });
    const out = told.out ?? joinPaths(projectFolder(told), 'dist');
    return atPlace(out, { project, isPart: false }, () => joinParts(project, parts, { ...told, out }));
  },
});

function openFolder(folder: string): PartFolder | { fault: string } {
  if (isFolder(folder)) return openPart(folder);
  return { fault: `Unexpected part ${folder}, expected a folder.` };
}

function refused(faults: readonly string[]): number {
  return fail(`${faults.join('\n')}\nNo site was written.`);
}

type Wanted = { out: string; strict: boolean };

async function joinParts(
  project: Project,
  parts: readonly PartFolder[],
  { out, strict }: Wanted,
): Promise<number> {
  const sources = readSources(project.policies, project.here);
  const faults = partFaults(parts, { project, sources, products: [...productSizes(sources).keys()] });
  if (faults.length > 0) return refused(faults);
  const { library, unknown } = openJoined(project, parts);
  const checked = judged(library, strict);
  printChecked(checked);
  if (checked.isStopped) return fail('No site was written.');
  const strange = [...otherLooks(parts, library), ...unknown.map(otherState)];
  if (strange.length > 0) return refused(strange);
  const target = resolve(out);
  const next = nextOf(target);
  try {
    const key = shortDigest([project.policies, target]);
    const sums = await renderSite(library, { next, isForced: false, key, parts });
    putInPlace(target, 'folder', shortDigest([sums]));
  } finally {
    rmSync(next, { recursive: true, force: true });
  }
  process.stdout.write(
    `Wrote ${library.standings.size} policies of ${parts.length} parts to ${out}/.\nNext: policybook verify ${out} checks the whole.\n`,
  );
  return 0;
}

// Every page names the stylesheet with its digest.
function otherLooks(parts: readonly PartFolder[], { addresses }: Library): string[] {
  const others = parts.filter(({ header }) => header.stylesheet !== addresses.stylesheet);
  return others.map(
    ({ folder }) =>
      `Unexpected stylesheet of ${folder}, expected that of site/theme.css here: build it again.`,
  );
}

function otherState(product: string): string {
  return `Unexpected state of ${product} in its part, expected it as the policies are here: build that part again.`;
}
