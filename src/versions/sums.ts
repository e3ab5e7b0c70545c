import { sha256 } from '../digest.ts';
import { compareText, type Problem } from '../problem.ts';
import { type PublishedSite, type SiteFiles, siteProblem } from './published-site.ts';

/** Where a site lists the digests of all its files. */
export const sumsPath = 'SHA256SUMS';

type Files = Pick<PublishedSite, 'paths' | 'read'>;

/** The text of SHA256SUMS: a line for each file, as `sha256sum` writes and checks them. */
export function writeSums(files: Files): string {
  return printSums(sumsOf(files));
}

function sumsOf({ paths, read }: Files): Map<string, string> {
  return new Map(paths.map((path) => [path, sha256(read(path))]));
}

/** The same, of digests that are known, each by the path of its file. The list cannot hold its own. */
export function printSums(sums: ReadonlyMap<string, string>): string {
  const others = [...sums].filter(([path]) => path !== sumsPath).sort(([a], [b]) => compareText(a, b));
  return others.map(([path, sum]) => `${sum}  ${path}\n`).join('');
}

/** The digest of each file that a text of SHA256SUMS lists, by its path. */
export function listedSums(text: string): Map<string, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(lines.map((line) => [line.slice(66), line.slice(0, 64)]));
}

/** Reports every file that is not the one SHA256SUMS lists, that it lists in vain, or that it does not list. */
export function sumProblems(site: SiteFiles): Problem[] {
  const fault = (path: string, unexpected: string, expected: string) =>
    siteProblem(site, path, 'site/sums', { unexpected, expected });
  const text = site.findText(sumsPath);
  if (text === undefined) return [fault(sumsPath, 'absence', 'the digests of all files')];
  const listed = listedSums(text);
  const sums = sumsOf(site);
  const extra = site.paths.filter((path) => path !== sumsPath && !listed.has(path));
  const problems = [
    ...[...listed].flatMap(([path, sum]) => {
      const actual = sums.get(path);
      if (actual === undefined) return [fault(path, 'absence of a file', `one with the digest ${sum}`)];
      return actual === sum ? [] : [fault(path, `digest ${actual}`, sum)];
    }),
    ...extra.map((path) => fault(path, 'file', 'only those that SHA256SUMS lists')),
  ];
  if (problems.length > 0 || text === printSums(sums)) return problems;
  return [fault(sumsPath, 'lines', 'one for each file, in order')];
}
