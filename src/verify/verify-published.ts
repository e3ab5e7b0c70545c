import type { Element, Nodes } from 'hast';
import type { PagePart } from '../../schemas/version-list.ts';
import { digest } from '../digest.ts';
import { pageParts } from '../page/page-parts.ts';
import { type Problem, sortProblems } from '../problem.ts';
import { basePath } from '../resolve/address.ts';
import type { Library } from '../site/library.ts';
import { type Script, scriptOf, scriptPath } from '../site/script.ts';
import { type Manifest, ownPagesOf, readManifest } from '../versions/manifest.ts';
import { find, hasClass, readPage, textDifference } from '../versions/page-texts.ts';
import { filesOf, type PublishedSite, type SiteFiles, siteProblem } from '../versions/published-site.ts';
import { type Verdict, verifySite } from '../versions/verify.ts';
import { derivedProblems } from './derived-files.ts';
import { openPublished } from './open-published.ts';
import { ownPartProblems, type SplitPage, splitPage } from './own-parts.ts';
import { frameTexts, leadsTo, refreshOn } from './page-frame.ts';
import { unsafeParts } from './page-safety.ts';
import { placeProblems } from './placed-pages.ts';

/**
 * Checks a published site by its own files alone, as far as these can tell: its records, sums and texts, that no page
 * holds what could run, load or hide something, and whatever else follows from the records.
 */
export function verifyPublished(published: PublishedSite): Verdict {
  const verdict = verifySite(published);
  const site = filesOf(published);
  const manifest = readManifest(site);
  const problems = manifest && URL.canParse(manifest.address) ? aroundProblems(site, manifest) : [];
  return { ...verdict, problems: sortProblems([...verdict.problems, ...problems]) };
}

function aroundProblems(site: SiteFiles, manifest: Manifest): Problem[] {
  const pages = new Map<string, ReadPage>();
  const library = openPublished(site, manifest);
  const base = basePath(manifest.address);
  const parts = manifest.around?.parts ?? [];
  const read = (path: string) => {
    const html = pages.has(path) ? undefined : site.findText(path);
    if (html !== undefined) pages.set(path, splitOf(readPage(html), parts, base));
    return pages.get(path);
  };
  const theirs = new Set(ownPagesOf(manifest));
  const own = site.paths.filter((path) => /(^|\/)(index|404)\.html$/.test(path) && !theirs.has(path));
  const home = read('index.html')?.ours;
  return [
    ...own.flatMap((path) => pageProblems(site, path, read(path), { base, library, home, parts })),
    ...ownPartProblems(
      site,
      own.flatMap((path) => {
        const page = read(path);
        return page ? [{ path, ...page }] : [];
      }),
    ),
    ...(library
      ? [...placeProblems(site, library, (path) => read(path)?.ours), ...derivedProblems(site, library)]
      : []),
  ];
}

// Where a page leads on to, and in which language it speaks, is known of the whole of it.
type ReadPage = SplitPage & { leads: string | undefined; language: string };

function splitOf(page: Nodes, parts: readonly PagePart[], base: string): ReadPage {
  const [root] = find(page, ({ tagName }) => tagName === 'html');
  const language = String(root?.properties.lang ?? '');
  return { ...splitPage(page, parts, base), leads: refreshOn(page), language };
}

type Site = {
  base: string;
  library: Library | undefined;
  home: Nodes | undefined;
  parts: readonly PagePart[];
};

function pageProblems(
  site: SiteFiles,
  path: string,
  read: ReadPage | undefined,
  { base, library, home, parts }: Site,
): Problem[] {
  if (!read) return [];
  const { ours: page, leads, faults } = read;
  const stylesheet = stylesheetOf(site, base);
  const script = scriptOn(site, path, page, base);
  const isOurLayout = !parts.includes('Layout');
  const frame = isOurLayout && library && home ? frameTexts(page, library, home) : undefined;
  const difference = frame && textDifference(frame.expected, frame.shown);
  const around = { base, stylesheet, brand: library?.addresses.brand, script, isOurLayout };
  const isAstray = library && leads !== undefined && !leadsTo(path, library).includes(leads);
  return [
    ...(isAstray
      ? [
          siteProblem(site, path, 'site/page', {
            unexpected: `refresh to \`${leads}\``,
            expected: 'none, or one from a former address to where it leads',
          }),
        ]
      : []),
    ...[...new Set([...unsafeParts(page, around), ...faults])].map((unexpected) =>
      siteProblem(site, path, 'site/page', { unexpected, expected: 'nothing but what the build writes' }),
    ),
    ...(difference
      ? [
          siteProblem(site, path, 'site/page', {
            unexpected: `\`${difference.shown}\` around the page`,
            expected: `\`${difference.recorded}\` as on the others`,
          }),
        ]
      : []),
  ];
}

// The page that compares has one, the page of the search, and that of a policy which lists cookies, where the site has it.
function scriptOn(site: SiteFiles, path: string, page: Nodes, base: string): Script | undefined {
  if (refreshOn(page) !== undefined) return undefined;
  if (isCompare(path)) return scriptOf(base, 'compare', site.findText(scriptPath('compare')) ?? '');
  if (path === 'search/index.html')
    return scriptOf(base, 'search', site.findText(scriptPath('search')) ?? '');
  const text = site.findText(scriptPath('inspect'));
  return text !== undefined && listsCookies(path, page) ? scriptOf(base, 'inspect', text) : undefined;
}

function listsCookies(path: string, page: Nodes): boolean {
  const [policy] = find(page, (element) => hasClass(element, pageParts.main.policy));
  const isRow = ({ tagName, properties: { id } }: Element) =>
    tagName === 'tr' && String(id).startsWith('cookies-');
  return /^[^/]+\/[^/]+\/index\.html$/.test(path) && policy !== undefined && find(policy, isRow).length > 0;
}

// No product, policy or version has this name.
function isCompare(path: string): boolean {
  return /^[^/]+\/[^/]+\/compare\/index\.html$/.test(path);
}

// Its address holds its digest, so that a page never shows with another one.
function stylesheetOf(site: SiteFiles, base: string): string {
  return `${base}/style.css?v=${digest([site.findText('style.css') ?? '']).slice(0, 12)}`;
}
