import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Compilation } from '../compile/compile-model.ts';
import { digest } from '../digest.ts';
import type { Project } from '../doors/project.ts';
import { makeMemory } from '../memory.ts';
import { basePath } from '../resolve/address.ts';
import { direction, type Reader, readerOf } from '../text/show.ts';
import type { Words } from '../words/words.ts';
import { type Brand, brandOf, brandStyles } from './brand.ts';

/** The frame around every page: the site's name, its addresses, its stylesheet, and its words in the page's language. */
export type Frame = Addresses & {
  language: string;
  direction: 'ltr' | 'rtl';
  words: Pick<
    Words,
    'skip' | 'home' | 'breadcrumb' | 'aboutSite' | 'aboutPolicies' | 'handbook' | 'siteLinks' | 'search'
  >;
};

/** What of a frame is the same on every page. */
export type Addresses = {
  siteName: string;
  home: string;
  stylesheet: string;
  brand: Brand;
  about: string;
  /** Where the handbook for editors is, on a site that has it. */
  handbook?: string;
  /** Where the search is, on a site that has it. */
  search?: string;
};

/** What of a library a frame is made from. */
type Framed = { site: Compilation['site']; addresses: Addresses };

/** What every page carries, in the language of its text: that of the site, unless given. */
export function frameOf(library: Framed, language: string = siteReader(library).language): Frame {
  const { skip, home, breadcrumb, aboutSite, aboutPolicies, handbook, siteLinks, search } =
    readerOf(language).words;
  return {
    ...library.addresses,
    language,
    direction: direction(language),
    words: { skip, home, breadcrumb, aboutSite, aboutPolicies, handbook, siteLinks, search },
  };
}

/** Whom the pages of the site itself speak to: a reader of its first language. */
export function siteReader({ site }: Pick<Framed, 'site'>): Reader {
  return readerOf(site.languages[0] ?? 'en');
}

/** The names and addresses every page of a site carries. */
export function addressesOf(project: Project, site: Compilation['site']): Addresses {
  const base = basePath(site.url);
  return {
    siteName: site.name,
    brand: brandOf(site),
    home: `${base}/`,
    about: `${base}/about/`,
    ...((site.handbook || project.isEdited) && { handbook: `${base}/handbook/` }),
    ...(site.search && { search: `${base}/search/` }),
    stylesheet: `${base}/style.css?v=${digest([stylesheet(project, site)]).slice(0, 12)}`,
  };
}

// Whoever edits opens the same site again and again.
const remember = makeMemory<string>(1);

/** The one stylesheet: ours, then the look of site.yaml, then `site/theme.css` of the project. */
export function stylesheet({ tool, site: folder }: Project, site: Compilation['site']): string {
  const written = readFileSync(join(tool, 'src/astro/styles/site.css'), 'utf8');
  const own = remember(written, () => withoutSpace(written));
  const customFile = join(folder, 'theme.css');
  const custom = existsSync(customFile) ? readFileSync(customFile, 'utf8') : '';
  return [own, ...brandStyles(site), custom].join('\n');
}

// Every page waits for it. No text in our stylesheet holds these marks.
function withoutSpace(css: string): string {
  return css
    .replaceAll(/\/\*[\s\S]*?\*\//g, '')
    .replaceAll(/\s+/g, ' ')
    .replaceAll(/ ?([{};,]) ?/g, '$1')
    .replaceAll(/: /g, ':')
    .replaceAll(';}', '}')
    .trim();
}

/** Changes when anything a page shows beside its compiled text changes. */
export function viewKey(keys: readonly string[], view: object): string {
  return digest([...keys, JSON.stringify(view)]);
}
