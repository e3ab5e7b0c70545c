import { type Problem, type Rule, startOf } from '../problem.ts';

/** A published site as it lies in a folder: its files, by their paths below it. */
export type PublishedSite = { root: string; paths: readonly string[]; read(path: string): Uint8Array };

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
