import { formerFolders } from '../site/redirects.ts';
import { redirectsPath } from '../versions/former-addresses.ts';
import type { Exporter } from './exporter.ts';

/**
 * The addresses that policies had before, as hosts read them from `_redirects`. There are pages at these, which lead on
 * where a host knows no such file; Netlify follows a rule before a file only where it has an exclamation mark, which
 * Cloudflare leaves out as a mistake, and follows the rule after it whatever files there are.
 */
export const redirects = {
  id: 'redirects',
  scope: 'site',
  file: redirectsPath,
  mediaType: 'text/plain',
  write: (library) =>
    formerFolders(library)
      .flatMap(({ from, to }) => ['301!', '301'].map((code) => `${from}* ${to}:splat ${code}\n`))
      .join(''),
} satisfies Exporter;
