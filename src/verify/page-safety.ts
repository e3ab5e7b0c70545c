import type { Element, Nodes } from 'hast';
import { directionMarks } from '../compare/change-list.ts';
import { pageParts } from '../page/page-parts.ts';
import type { Brand } from '../site/brand.ts';
import type { Script } from '../site/script.ts';
import { contentSecurityPolicy } from '../site/security.ts';
import { find, hasClass, shownText } from '../versions/page-texts.ts';

// What no page of ours holds: nothing that runs, nothing from elsewhere, nothing that hides what is there. Elements and
// attributes are those that the templates write, and no other.

/**
 * What a page is checked with: the base path of its site, the path of the stylesheet with its digest, and the script of the
 * page, where it is the one that has one.
 */
type Surroundings = {
  base: string;
  stylesheet: string;
  brand?: Brand | undefined;
  script?: Script | undefined;
  /** Whether our layout stands around the text; of another, only what the text itself holds is looked at. */
  isOurLayout: boolean;
};

/** What a page holds that no build writes, each completing "Unexpected …". */
export function unsafeParts(page: Nodes, around: Surroundings): string[] {
  const all = allElements(page);
  const ofLayout = [...policyFaults(page, around), ...scriptFaults(all, around), ...runningFaults(page)];
  return [
    ...(around.isOurLayout ? ofLayout : scriptFaults(all, { ...around, script: undefined })),
    ...all.flatMap((element) => elementFaults(element, around)),
    ...hiddenFaults(page),
  ];
}

function allElements(node: Nodes): Element[] {
  if (!('children' in node)) return [];
  return node.children.flatMap((child) => (child.type === 'element' ? [child, ...allElements(child)] : []));
}

const policyOf = (element: Element) =>
  element.tagName === 'meta' &&
  String(element.properties.httpEquiv).toLowerCase() === 'content-security-policy';

// Before anything else is loaded, and once: a second one could only be meant to be read in its place.
function policyFaults(page: Nodes, { script }: Surroundings): string[] {
  const [head] = find(page, ({ tagName }) => tagName === 'head');
  const [, second] = head?.children.filter((child) => child.type === 'element') ?? [];
  const isFirst = second !== undefined && policyOf(second);
  const policies = find(page, policyOf);
  const expected = contentSecurityPolicy(script?.allows);
  if (policies.length === 1 && isFirst && policies[0]?.properties.content === expected) return [];
  return policies.length === 0 ? ['absence of a content security policy'] : ['content security policy'];
}

// The one page with a script has that, once, by the digest of its file; no other runs anything.
function scriptFaults(all: readonly Element[], { script }: Surroundings): string[] {
  const running = all.filter((element) => element.tagName === 'script' && !isData(element));
  if (!script) return running.map(() => 'script');
  const isOurs = ({ properties: { type, src, integrity } }: Element) =>
    type === 'module' && src === script.src && integrity === script.integrity;
  return running.length === 1 && running.every(isOurs) ? [] : ['script'];
}

function isData({ properties }: Element): boolean {
  return properties.type === 'application/ld+json';
}

// What stands at the foot of printed pages is the title of the page. That of a policy's page says which version it is, and is
// held against its record.
function runningFaults(page: Nodes): string[] {
  const found = allElements(page).filter(({ properties }) => properties.dataRunning !== undefined);
  const isPolicy = find(page, (element) => hasClass(element, pageParts.main.policy)).length > 0;
  const [title] = find(page, ({ properties }) => properties.property === 'og:title');
  const isAstray = found.some(
    ({ tagName, properties }) =>
      tagName !== 'html' || (!isPolicy && properties.dataRunning !== title?.properties.content),
  );
  return isAstray ? ['text at the foot of printed pages'] : [];
}

const texts =
  'h1 h2 h3 h4 h5 p ul ol li dl dt dd blockquote pre code strong em del ins br hr time details summary';
const parts = 'html head body main header footer nav section article div span figure figcaption';
const tables = 'table caption thead tbody tr th td';
const known = new Set(`${parts} ${texts} ${tables} title meta link script a img`.split(' '));

const attributes = new Set([
  ...['src', 'alt'],
  ...[
    'ariaHidden',
    'ariaLabel',
    'ariaLabelledBy',
    'charSet',
    'className',
    'content',
    'dataRunning',
    'dateTime',
    'dir',
    'href',
  ],
  ...[
    'httpEquiv',
    'id',
    'lang',
    'media',
    'name',
    'property',
    'rel',
    'reversed',
    'role',
    'scope',
    'start',
    'tabIndex',
    'type',
  ],
]);

function elementFaults(element: Element, around: Surroundings): string[] {
  const { tagName, properties } = element;
  if (!known.has(tagName)) return [`element <${tagName}>`];
  const others = Object.keys(properties).filter(
    (name) => !attributes.has(name) && !isNumber(tagName, name) && !isSeal(tagName, name),
  );
  return [
    ...others.map((name) => `attribute ${name} of <${tagName}>`),
    ...(tagName === 'link' ? linkFaults(element, around) : []),
    ...(tagName === 'img' && !isLogo(element, around) ? ['picture'] : []),
    ...(tagName === 'meta' ? metaFaults(element, around) : []),
    ...(tagName === 'a' && !isSafe(String(properties.href ?? '')) ? [`link to \`${properties.href}\``] : []),
  ];
}

// An item of a list says its own number where others of the list are not shown.
function isNumber(tagName: string, attribute: string): boolean {
  return tagName === 'li' && attribute === 'value';
}

function isSeal(tagName: string, attribute: string): boolean {
  return tagName === 'script' && attribute === 'integrity';
}

// The one picture is the logo, a file of the site.
function isLogo(element: Element, { base, brand }: Surroundings): boolean {
  const { src } = element.properties;
  return hasClass(element, 'logo') && src === brand?.logo && String(src).startsWith(`${base}/`);
}

function isSafe(href: string): boolean {
  return /^(#|\/(?!\/)|https?:\/\/|mailto:|tel:)/.test(href);
}

function linkFaults({ properties }: Element, { base, stylesheet, brand }: Surroundings): string[] {
  const [rel, ...others] = Array.isArray(properties.rel) ? properties.rel.map(String) : [];
  const href = String(properties.href ?? '');
  const isKnown =
    others.length === 0 &&
    ((rel === 'stylesheet' && href === stylesheet) ||
      (rel === 'icon' && (href === 'data:,' || (href === brand?.favicon && href.startsWith(`${base}/`)))) ||
      (rel === 'canonical' && isSafe(href)) ||
      (rel === 'alternate' && href.startsWith('/') && isSafe(href)));
  return isKnown ? [] : [`<link> to \`${href}\``];
}

const metas = new Set(['twitter:card', 'viewport', 'color-scheme', 'theme-color', 'description', 'robots']);

function metaFaults({ properties }: Element, { base }: Surroundings): string[] {
  const { httpEquiv, name, property, content, charSet } = properties;
  const equivalent = Array.isArray(httpEquiv) ? httpEquiv.join(' ') : String(httpEquiv ?? '');
  if (equivalent.toLowerCase() === 'refresh')
    return new RegExp(`^0; url=${base}/(?!/)`).test(String(content)) ? [] : [`refresh to \`${content}\``];
  if (equivalent)
    return equivalent.toLowerCase() === 'content-security-policy' ? [] : [`<meta> ${equivalent}`];
  const isKnown = charSet !== undefined || metas.has(String(name)) || String(property).startsWith('og:');
  return isKnown ? [] : [`<meta> ${name ?? property}`];
}

// Marks that words beside them say: of a link to a place, and of a change for better or worse.
const signs = new Set(['#', ...Object.values(directionMarks)]);

// The stylesheet hides what these classes say, where they belong. Elsewhere they would hide what readers are to see.
function hiddenFaults(page: Nodes): string[] {
  const [body] = find(page, ({ tagName }) => tagName === 'body');
  const [first] = body?.children.filter((child) => child.type === 'element') ?? [];
  const [main] = find(page, ({ tagName }) => tagName === 'main');
  const cells = allElements(page).filter(({ tagName }) => tagName === 'td' || tagName === 'th');
  const labels = new Set(cells.flatMap(({ children }) => children));
  const cards = find(page, (element) => hasClass(element, pageParts.elsewhere.linkCard)).flatMap(allElements);
  const silent = new Set<Nodes>([...labels, ...cards]);
  const isPolicy = main !== undefined && find(main, (element) => hasClass(element, 'policy')).length > 0;
  return allElements(page).flatMap((element) => {
    const { tagName } = element;
    const isLabel = tagName === 'span' && labels.has(element);
    const hidden =
      (hasClass(element, 'skip') && element !== first && 'skip') ||
      (hasClass(element, 'said') && (tagName !== 'span' || isPolicy) && 'said') ||
      (hasClass(element, 'cell-label') && !isLabel && 'cell-label') ||
      (hasClass(element, 'anchor') && shownText(element).replace(/^\(.*\) /, '') !== '#' && 'anchor') ||
      (element.properties.ariaHidden !== undefined &&
        !silent.has(element) &&
        !signs.has(shownText(element)) &&
        'aria-hidden');
    return hidden ? [`hidden text, of ${hidden} on <${tagName}>`] : [];
  });
}
