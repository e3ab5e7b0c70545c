import { existsSync } from 'node:fs';
import { join, normalize, sep } from 'node:path';
import { readSources } from '../doors/disk.ts';
import { locateFiles } from '../read/location.ts';
import { type ParsedFile, parseYaml } from '../read/parse.ts';
import { besideWorking } from '../site/beside.ts';
import { comparable } from '../site/comparison-view.ts';
import { type Library, openLibrary } from '../site/library.ts';
import type { PlacedVersion, PolicyStanding } from '../site/policy-standing.ts';
import { suggest } from '../text/suggest.ts';
import { reasonsBetween } from '../versions/judgement.ts';
import { projectOf, usualFolder } from './command.ts';
import { policyName } from './new.ts';
import { refusal } from './options.ts';

/** The file of a policy that a command is to edit, and where the policy stands today. */
export type PolicyInHand = {
  name: string;
  product: string;
  slug: string;
  folder: string;
  path: string;
  file: ParsedFile;
  library: Library;
  standing: PolicyStanding;
  /** Its published versions, in the order of their chain. */
  published: readonly PlacedVersion[];
};

/** Finds the file of the policy an operand names, by its name or as reports write its file. One that is not there, or cannot be read, is refused. */
export function policyInHand(
  operand: string | undefined,
  told: { project?: string; folder?: string; 'as-of'?: string },
): PolicyInHand {
  const folder = usualFolder(told);
  const { product, slug } = policyName(operand === undefined ? [] : [nameOf(operand, folder)]);
  const name = `${product}/${slug}`;
  const path = join(folder, product, `${slug}.yaml`);
  if (!existsSync(path))
    throw refusal(
      `Unexpected ${path}, expected ${suggest(name, policiesIn(folder)) ?? 'a policy that exists'}.`,
    );
  const library = openLibrary(projectOf(folder, told));
  const standing = library.standings.get(name);
  if (!standing)
    throw refusal(`Unexpected problems in ${path}, expected a file that can be read: run check.`);
  const published = standing.versions.filter(({ isProposed }) => !isProposed);
  const file = parseYaml(path, library.sources.read(`${name}.yaml`));
  return { name, product, slug, folder, path, file, library, standing, published };
}

// Only files are looked at: what is in them may be at fault.
function policiesIn(folder: string): string[] {
  const { files } = locateFiles(folder, readSources(folder).found);
  return files.flatMap((file) => (file.kind === 'policy' ? [`${file.product}/${file.slug}`] : []));
}

/** The name of the policy that an operand names, by it or as reports write its file; what is neither stays as it is. */
export function nameOf(operand: string, folder: string): string {
  const own = normalize(folder) + sep;
  const file = normalize(operand);
  if (!file.startsWith(own) || !file.endsWith('.yaml')) return operand;
  return file.slice(own.length, -'.yaml'.length).split(sep).join('/');
}

/** The announced version that waits for its day, the last of several. */
export function waitingVersion({ published }: PolicyInHand): PlacedVersion | undefined {
  return published.findLast(({ status }) => status === 'upcoming');
}

/** Whether what the file says under `change` is about a new text, and not what the last version said of itself. */
export function saysItsOwn({ library, standing, published }: PolicyInHand): boolean {
  const { change } = library.readCompiled(standing.entry).policy;
  const last = published.at(-1);
  const before = last && library.readCompiled(last).policy.change;
  return change !== undefined && change.summary !== before?.summary;
}

/** The changes of the text against the last published version that propose that it matters to people, in sentences. */
export function reasonsOf({ library, standing, published }: PolicyInHand): string[] {
  const last = published.at(-1);
  if (!last) return [];
  const { entry } = standing;
  return reasonsBetween(
    comparable(library, last),
    library.readCompiled(entry),
    besideWorking(entry, library),
  );
}

/** Says why a command did nothing. Gives its exit code. */
export function nothingDone(...lines: string[]): number {
  process.stderr.write(`${lines.join('\n')}\nNothing was written.\n`);
  return 1;
}

/** Says what a command did, and what comes of it. Gives its exit code. */
export function done(...lines: string[]): number {
  process.stdout.write(`${lines.join('\n')}\n`);
  return 0;
}
