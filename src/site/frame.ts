import { existsSync, readFileSync } from 'node:fs';
import type { Compilation } from '../compile/compile.ts';
import { digest } from '../digest.ts';
import { isDevelopment } from '../doors/project.ts';
import { basePath } from '../resolve/address.ts';
import type { Library } from './library.ts';

/** The frame around every page: the site's name, its addresses, its stylesheet. */
export type Frame = {
  siteName: string;
  language: string;
  home: string;
  stylesheet: string;
  about: string;
  handbook: string;
};

const frames = new WeakMap<Library, Frame>();

/** The addresses and names every page carries. */
export function frameOf(library: Library): Frame {
  // While editing, the stylesheet changes without the library.
  const frame = (!isDevelopment() && frames.get(library)) || makeFrame(library);
  frames.set(library, frame);
  return frame;
}

function makeFrame({ site }: Library): Frame {
  const base = basePath(site.url);
  return {
    siteName: site.name,
    language: site.languages[0] ?? 'en',
    home: `${base}/`,
    about: `${base}/about/`,
    handbook: `${base}/handbook/`,
    stylesheet: `${base}/style.css?v=${digest([stylesheet(site)]).slice(0, 12)}`,
  };
}

/** The one stylesheet: ours, then the colours of site.yaml, then `public/theme.css`. */
export function stylesheet({ theme }: Compilation['site']): string {
  const own = readFileSync('src/astro/styles/site.css', 'utf8');
  const colours = [
    theme?.accent && `:root { --accent: ${theme.accent}; }`,
    theme?.accentDark && `@media (prefers-color-scheme: dark) { :root { --accent: ${theme.accentDark}; } }`,
  ].filter(Boolean);
  const custom = existsSync('public/theme.css') ? readFileSync('public/theme.css', 'utf8') : '';
  return [own, ...colours, custom].join('\n');
}

/** Changes when anything a page shows beside its compiled text changes. */
export function viewKey(keys: readonly string[], view: object): string {
  return digest([...keys, JSON.stringify(view)]);
}
