import { formerFolders } from '../site/redirects.ts';
import type { Exporter } from './exporter.ts';

/** The addresses that policies had before, as Netlify and Cloudflare Pages read them from `_redirects`. */
export const redirects = {
  id: 'redirects',
  scope: 'site',
  file: '_redirects',
  mediaType: 'text/plain',
  write: (library) =>
    formerFolders(library)
      .map(({ from, to }) => `${from}* ${to}:splat 301\n`)
      .join(''),
} satisfies Exporter;
