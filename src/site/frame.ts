import { existsSync, readFileSync } from 'node:fs';
import type { Compilation } from '../compile/compile-model.ts';
import { digest } from '../digest.ts';
import { isDevelopment } from '../doors/project.ts';
import { basePath } from '../resolve/address.ts';
import { direction, type Reader, readerOf } from '../text/show.ts';
import type { Words } from '../words/words.ts';
import type { Library } from './library.ts';

/** The frame around every page: the site's name, its addresses, its stylesheet, and its words in the page's language. */
export type Frame = Addresses & {
  language: string;
  direction: 'ltr' | 'rtl';
  words: Pick<Words, 'skip' | 'home' | 'breadcrumb' | 'aboutSite' | 'aboutPolicies' | 'handbook'>;
};

type Addresses = {
  siteName: string;
  home: string;
  stylesheet: string;
  about: string;
  handbook: string;
};

const known = new WeakMap<Library, Addresses>();

/** What every page carries, in the language of its text: that of the site, unless given. */
export function frameOf(library: Library, language: string = siteReader(library).language): Frame {
  const { skip, home, breadcrumb, aboutSite, aboutPolicies, handbook } = readerOf(language).words;
  return {
    ...addressesOf(library),
    language,
    direction: direction(language),
    words: { skip, home, breadcrumb, aboutSite, aboutPolicies, handbook },
  };
}

/** Whom the pages of the site itself speak to: a reader of its first language. */
export function siteReader({ site }: Library): Reader {
  return readerOf(site.languages[0] ?? 'en');
}

function addressesOf(library: Library): Addresses {
  // While editing, the stylesheet changes without the library.
  const addresses = (!isDevelopment() && known.get(library)) || makeAddresses(library);
  known.set(library, addresses);
  return addresses;
}

function makeAddresses({ site }: Library): Addresses {
  const base = basePath(site.url);
  return {
    siteName: site.name,
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
