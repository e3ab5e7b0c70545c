import type { Nodes } from 'hast';
import { type Frame, frameOf } from '../site/frame.ts';
import type { Library } from '../site/library.ts';
import { find, hasClass, readPage, shownText } from '../versions/page-texts.ts';

// What is the same around every page: its name, the ways to the pages of the site, and nothing else.

/** What the home page says of its site; `undefined` where it is no page of ours. */
export function siteNameOn(
  html: string,
): { name: string; language: string; stylesheets: string[] } | undefined {
  const page = readPage(html);
  const [name] = find(page, (element) => hasClass(element, 'masthead-name'));
  const [root] = find(page, ({ tagName }) => tagName === 'html');
  const language = root?.properties.lang;
  if (!name || typeof language !== 'string') return undefined;
  return {
    name: shownText(name)
      .replace(/^\([^)]*\) /, '')
      .trim(),
    language,
    stylesheets: stylesheetsOf(page),
  };
}

function stylesheetsOf(page: Nodes): string[] {
  const links = find(
    page,
    ({ tagName, properties }) => tagName === 'link' && String(properties.rel) === 'stylesheet',
  );
  return links.map(({ properties }) => String(properties.href));
}

/** The text around the main part of a page as it stands there, and as the templates write it. */
export function frameTexts(page: Nodes, library: Library): { shown: string; expected: string } | undefined {
  const [root] = find(page, ({ tagName }) => tagName === 'html');
  const language = String(root?.properties.lang ?? '');
  if (!isLanguage(language)) return { shown: `language ${language}`, expected: 'a language' };
  const frame = frameOf(library, language);
  const isHome = find(page, ({ tagName, properties }) => tagName === 'a' && hasName(properties)).length === 0;
  const shown = [`${root?.properties.dir}`, ...outsideOfMain(page)].join(' ');
  return { shown, expected: [frame.direction, ...textsOf(frame, isHome)].join(' ') };
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

function outsideOfMain(page: Nodes): string[] {
  const [body] = find(page, ({ tagName }) => tagName === 'body');
  const others = body?.children.filter((child) => child.type !== 'element' || child.tagName !== 'main') ?? [];
  return others
    .map(shownText)
    .map((text) => text.trim())
    .filter((text) => text !== '');
}

function textsOf({ words, siteName, home, about, handbook }: Frame, isHome: boolean): string[] {
  return [
    `(#_main) ${words.skip}`,
    isHome ? siteName : `(${home}) ${siteName}`,
    `(${home}) ${words.home}`,
    `(${about}) ${words.aboutPolicies}`,
    `(${handbook}) ${words.handbook}`,
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
