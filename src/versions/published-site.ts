import { type Problem, type Rule, startOf } from '../problem.ts';

/**
 * A published site as it lies in a folder: its files, by their paths below it. `strays` are what lies there beside files:
 * links, what cannot be read, and folders that hold nothing.
 */
export type PublishedSite = {
  root: string;
  paths: readonly string[];
  strays: readonly { path: string; kind: StrayKind }[];
  read(path: string): Uint8Array;
};

/** What no site holds, since no build writes it. */
type StrayKind = 'symlink' | 'special' | 'unreadable' | 'empty';

/** The same, to be asked for any file: `undefined` for one that is not there. */
export type SiteFiles = PublishedSite & {
  find(path: string): Uint8Array | undefined;
  findText(path: string): string | undefined;
};

/** Makes a site one that can be asked for files it may lack. */
export function filesOf(site: PublishedSite): SiteFiles {
  const present = new Set(site.paths);
  const find = (path: string) => (present.has(path) ? site.read(path) : undefined);
  const findText = (path: string) => {
    const bytes = find(path);
    return bytes && new TextDecoder().decode(bytes);
  };
  return { ...site, find, findText };
}

const strayNames: Record<StrayKind, string> = {
  symlink: 'symbolic link',
  special: 'pipe, socket or device',
  unreadable: 'file or folder that may not be read',
  empty: 'empty folder',
};

/** Reports what lies in a site beside files: a host may serve what stands behind it. */
export function strayProblems(site: PublishedSite): Problem[] {
  return site.strays.map(({ path, kind }) =>
    siteProblem(site, path, 'site/sums', { unexpected: strayNames[kind], expected: 'files alone' }),
  );
}

/** A fault of one file of a site: what stands there, and what was expected. */
export function siteProblem(
  { root }: Pick<PublishedSite, 'root'>,
  path: string,
  rule: Rule,
  { unexpected, expected }: { unexpected: string; expected: string },
): Problem {
  return {
    rule,
    severity: 'error',
    message: `Unexpected ${unexpected}, expected ${expected}.`,
    place: startOf(`${root}/${path}`),
    help: 'The site was changed after it was built: publish it again from its policies.',
  };
}
