import type { Problem } from '../problem.ts';
import { filesOf, type PublishedSite } from './published-site.ts';

/**
 * Reports every file of a site that is not, byte for byte, the one that its policies make: those that differ, that are
 * missing, and that are too many. `made` is the site built anew, `source` where the policies lie.
 */
export function otherFiles(site: PublishedSite, made: PublishedSite, source: string): Problem[] {
  const [shown, own] = [filesOf(site), filesOf(made)];
  const paths = [...new Set([...own.paths, ...shown.paths])].sort();
  return paths.flatMap((path) => {
    const [found, expected] = [shown.find(path), own.find(path)];
    if (expected === undefined)
      return [fault(site, path, 1, `Unexpected file, expected only those that ${source} makes.`)];
    if (found === undefined)
      return [fault(site, path, 1, `Unexpected absence of a file, expected the one that ${source} makes.`)];
    return Buffer.compare(found, expected) === 0
      ? []
      : [differenceOf(site, path, { found, expected, source })];
  });
}

type Both = { found: Uint8Array; expected: Uint8Array; source: string };

function differenceOf(site: PublishedSite, path: string, { found, expected, source }: Both): Problem {
  const at = found.findIndex((byte, index) => byte !== expected[index]);
  const start = at < 0 ? found.length : at;
  const line = found.subarray(0, start).reduce((count, byte) => count + (byte === newline ? 1 : 0), 1);
  const [shown, own] = [excerpt(found, start), excerpt(expected, start)];
  return fault(site, path, line, `Unexpected \`${shown}\`, expected \`${own}\` as ${source} makes it.`);
}

const newline = 10;

// Some of what stands around a byte; a character that is cut at its edges is no fault of the file.
function excerpt(bytes: Uint8Array, at: number): string {
  const near = new TextDecoder().decode(bytes.subarray(Math.max(0, at - 24), at + 48));
  return near.replaceAll(/[\s\p{Cc}`\ufffd]+/gu, ' ').trim();
}

function fault({ root }: PublishedSite, path: string, line: number, message: string): Problem {
  return {
    rule: 'site/built',
    severity: 'error',
    message,
    place: { file: `${root}/${path}`, line, column: 1, endLine: line, endColumn: 1 },
    help: 'The site was changed after it was built; or it was built from other policies, by another version of policybook, or as of another day (`--as-of`).',
  };
}
