import type { Element, Nodes } from 'hast';
import type { PagePart } from '../../schemas/version-list.ts';
import type { Brand } from '../site/brand.ts';
import { type Frame, frameOf } from '../site/frame.ts';
import type { Library } from '../site/library.ts';
import type { Manifest } from '../versions/manifest.ts';
import { find, hasClass, readPage, shownText } from '../versions/page-texts.ts';

// What is the same around every page: its name, the ways to the pages of the site, and nothing else.

/** What a page says of its site: its name, its look, and the language it speaks first. */
type SiteName = { name: string; language: string; stylesheets: string[]; brand: Brand };

/**
 * What the home page says of its site; `undefined` where it is no page of ours. Of a site with parts of its own, the name and
 * the language are what its list says.
 */
export function siteNameOn(html: string, around?: Manifest['around']): SiteName | undefined {
  const page = readPage(html);
  if (around?.parts.some((part) => part === 'Layout' || part === 'Header')) {
    const { name, language } = around;
    return { name, language, stylesheets: stylesheetsOf(page), brand: brandOn(page, undefined) };
  }
  const [name] = find(page, (element) => hasClass(element, 'masthead-name'));
  const [root] = find(page, ({ tagName }) => tagName === 'html');
  const language = root?.properties.lang;
  if (!name || typeof language !== 'string') return undefined;
  const [logo] = find(name, ({ tagName }) => tagName === 'img');
  return {
    name: logo
      ? String(logo.properties.alt)
      : shownText(name)
          .replace(/^\([^)]*\) /, '')
          .trim(),
    language,
    stylesheets: stylesheetsOf(page),
    brand: brandOn(page, logo),
  };
}

// Pictures and colours as the head of the home page has them; a page has the same.
function brandOn(page: Nodes, logo: Element | undefined): Brand {
  const [icon] = find(
    page,
    ({ tagName, properties }) => tagName === 'link' && String(properties.rel) === 'icon',
  );
  const contents = (name: string) =>
    find(page, ({ properties }) => properties.name === name || properties.property === name).map(
      ({ properties }) => String(properties.content),
    );
  const favicon = String(icon?.properties.href ?? '');
  const [image] = contents('og:image');
  const [light = '', dark = ''] = contents('theme-color');
  return {
    ...(logo && { logo: String(logo.properties.src) }),
    ...(favicon.startsWith('/') && { favicon }),
    ...(image && { image }),
    colours: { light, dark },
    masthead: [],
    footer: [],
  };
}

// What the publisher has put into the masthead or the footer of a page.
function ownText(page: Nodes, part: 'header' | 'footer'): string {
  const around = outerParts(page).filter(({ tagName }) => tagName === part);
  return around
    .flatMap((element) => find(element, (inner) => hasClass(inner, 'own')))
    .map(shownText)
    .join(' ');
}

function stylesheetsOf(page: Nodes): string[] {
  const links = find(
    page,
    ({ tagName, properties }) => tagName === 'link' && String(properties.rel) === 'stylesheet',
  );
  return links.map(({ properties }) => String(properties.href));
}

/** The text around the main part of a page as it stands there, and as our templates write it; without parts that are not ours. */
export function frameTexts(
  page: Nodes,
  library: Library,
  home: Nodes,
): { shown: string; expected: string } | undefined {
  const [root] = find(page, ({ tagName }) => tagName === 'html');
  const language = String(root?.properties.lang ?? '');
  if (!isLanguage(language)) return { shown: `language ${language}`, expected: 'a language' };
  const frame = frameOf(library, language);
  const isHome = find(page, ({ tagName, properties }) => tagName === 'a' && hasName(properties)).length === 0;
  const shown = [`${root?.properties.dir}`, ...outsideOfMain(page)].join(' ');
  return {
    shown,
    expected: [frame.direction, ...textsOf(frame, isHome, home, library.project.parts)].join(' '),
  };
}

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function hasName({ className }: { className?: unknown }): boolean {
  return Array.isArray(className) && className.includes('masthead-name');
}

function outerParts(page: Nodes): Element[] {
  const [body] = find(page, ({ tagName }) => tagName === 'body');
  const children = body?.children.filter((child) => child.type === 'element') ?? [];
  return children.filter(({ tagName }) => tagName !== 'main');
}

function outsideOfMain(page: Nodes): string[] {
  const [body] = find(page, ({ tagName }) => tagName === 'body');
  const others = body?.children.filter((child) => child.type !== 'element' || child.tagName !== 'main') ?? [];
  return others
    .map(shownText)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

// What the publisher says of itself no record says: it is what the first page says.
function textsOf(
  { words, siteName, brand, home, about, handbook, search }: Frame,
  isHome: boolean,
  firstPage: Nodes,
  own: readonly PagePart[],
): string[] {
  const name = brand.logo ? '' : siteName;
  const header = [isHome ? name : `(${home}) ${name}`, ownText(firstPage, 'header')];
  const footer = [
    `(${home}) ${words.home}`,
    `(${about}) ${words.aboutPolicies}`,
    ...(search ? [`(${search}) ${words.search.title}`] : []),
    ...(handbook ? [`(${handbook}) ${words.handbook}`] : []),
    ownText(firstPage, 'footer'),
  ];
  return [
    `(#_main) ${words.skip}`,
    ...(own.includes('Header') ? [] : header),
    ...(own.includes('Footer') ? [] : footer),
  ];
}

/** Where a page sends its readers on to; nothing where it does not. */
export function refreshOn(page: Nodes): string | undefined {
  const [refresh] = find(
    page,
    ({ tagName, properties }) =>
      tagName === 'meta' && String(properties.httpEquiv).toLowerCase() === 'refresh',
  );
  return refresh && String(refresh.properties.content).replace(/^0; url=/, '');
}

/** Where the page at a path below a site has to send its readers: only a former address leads on. */
export function leadsTo(path: string, { products, addresses }: Library): string[] {
  const base = addresses.home;
  const policies = products.flatMap((product) => product.policies);
  const owner = policies.find(({ former }) => former.some((name) => path.startsWith(`${name}/`)));
  const rest = path
    .split('/')
    .slice(2)
    .join('/')
    .replace(/index\.html$/, '');
  if (owner) return [`${base}${owner.product}/${owner.slug}/${rest}`];
  const [first] = path.split('/');
  const isProduct = /^[^/]+\/index\.html$/.test(path) && products.every(({ id }) => id !== first);
  return isProduct ? products.map(({ id }) => `${base}${id}/`) : [];
}
