import { compareText, type Problem, type Rule, type Severity, sortProblems } from './problem.ts';

/** A file, link or folder as it was found; its path is relative to the folder of policies, with `/` between its parts. */
export type FoundFile = { path: string; kind: 'file' | 'symlink' | 'folder' };

export type PolicyLocation = {
  kind: 'site' | 'vendors' | 'steps' | 'product' | 'policy';
  path: string;
  product?: string;
  slug?: string;
};

type Finding = { path: string; rule: Rule; message: string; help: string; severity?: Severity };

const maxPathLength = 200;
const namePattern = /^[a-z][a-z0-9-]{0,62}$/;
const languageSuffix = /^(.+)\.([a-z]{2,3}(?:-[a-z0-9]{2,8})*)$/i;
const rootKinds = { site: 'site', vendors: 'vendors', steps: 'steps' } as const;

// Windows opens a device when asked for a file of one of these names, with any extension.
const deviceNames = ['con', 'prn', 'aux', 'nul', ...devicePorts('com'), ...devicePorts('lpt')];
const reservedProducts = new Set([
  ...['about', 'handbook', '404', 'feed', 'sitemap', 'robots', 'assets', '_astro', 'index', 'latest'],
  ...['diff', 'theme', 'cname', '_headers', '_redirects', '.well-known'],
  ...deviceNames,
]);
const reservedSlugs = new Set([
  ...['index', 'history', 'feed', 'product', 'latest', 'diff', 'changes', 'since', 'assets'],
  ...deviceNames,
]);

function devicePorts(name: string): string[] {
  return Array.from({ length: 10 }, (_, port) => `${name}${port}`);
}

/** Says which of the files found in a folder of policies are read, and what is wrong with the names of the others. */
export function locateFiles(
  root: string,
  found: readonly FoundFile[],
): { files: PolicyLocation[]; problems: Problem[] } {
  const relevant = found.filter(({ path }) => !isIgnored(path));
  const results = relevant.map(locateFile);
  const files = results.flatMap((result) => ('finding' in result ? [] : (result.file ?? [])));
  const findings = [
    ...results.flatMap((result) => ('finding' in result ? result.finding : [])),
    ...findCollisions(relevant),
    ...findLongPaths(root, relevant),
    ...findMissing(relevant, files),
  ];
  files.sort((a, b) => compareText(a.path, b.path));
  return { files, problems: sortProblems(findings.map((finding) => toProblem(root, finding))) };
}

function toProblem(root: string, { path, rule, message, help, severity = 'error' }: Finding): Problem {
  const place = { file: `${root}/${path}`, line: 1, column: 1, endLine: 1, endColumn: 1 };
  return { rule, severity, message, place, help };
}

/** Hidden files, notes in Markdown and the records of published versions are nobody's policy. */
function isIgnored(path: string): boolean {
  const parts = path.split('/');
  return (
    parts.some((part) => part.startsWith('.')) || /\.md$/i.test(path) || (parts.length > 1 && parts[1] === 'history')
  );
}
