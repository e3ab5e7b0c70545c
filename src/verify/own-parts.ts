import type { Element, ElementContent, Nodes, Root, RootContent } from 'hast';
import { toHtml } from 'hast-util-to-html';
import type { PagePart } from '../../schemas/version-list.ts';
import type { Problem } from '../problem.ts';
import { find, hasClass } from '../versions/page-texts.ts';
import { type SiteFiles, siteProblem } from '../versions/published-site.ts';

// A project can put components in place of our parts of a page. What they show no record says and no template of ours. So it
// has to be the same on all pages of a language; in parts that stand in our layout nothing may run or show another page.

/** A page without the parts that are the project's own, and these as HTML, by their names. */
export type SplitPage = { ours: Nodes; own: ReadonlyMap<PagePart, string>; faults: readonly string[] };

/** Takes the parts that are a project's own out of a page; `base` is the path below which its site lies. */
export function splitPage(page: Nodes, parts: readonly PagePart[], base: string): SplitPage {
  if (parts.length === 0) return { ours: page, own: new Map(), faults: [] };
  if (parts.includes('Layout')) return splitLayout(page);
  const body = childrenOf(page, 'body');
  const main = body.findIndex((node) => isElement(node, 'main'));
  const skip = body.findIndex((node) => node.type === 'element' && hasClass(node, 'skip'));
  const places: [PagePart, RootContent[]][] = [
    ['Header', main < 0 ? [] : body.slice(skip + 1, main)],
    ['Footer', main < 0 ? [] : body.slice(main + 1)],
    ['Head', afterOurs(childrenOf(page, 'head')).filter((node) => !isBuiltStyle(node, base))],
  ];
  const own = places.filter(([part]) => parts.includes(part));
  const styles = childrenOf(page, 'head').filter((node) => isBuiltStyle(node, base));
  const taken = new Set<Nodes>([...styles, ...own.flatMap(([, nodes]) => nodes)]);
  return {
    ours: without(page, taken),
    own: new Map(own.map(([part, nodes]) => [part, htmlOf(nodes)])),
    faults: own.flatMap(([part, nodes]) => nodes.flatMap((node) => runningIn(node, part))),
  };
}

// Of another layout nothing is known but that the text stands in its `main`.
function splitLayout(page: Nodes): SplitPage {
  const [main] = find(page, ({ tagName }) => tagName === 'main');
  const text = new Set<Nodes>(main?.children ?? []);
  const around = without(page, new Set<Nodes>([...childrenOf(page, 'head').filter(isOfOnePage), ...text]));
  const body = { type: 'element' as const, tagName: 'body', properties: {}, children: main ? [main] : [] };
  return {
    ours: { type: 'root', children: [body] },
    own: new Map([
      [
        'Layout',
        htmlOf([...childrenOf(around, 'head'), ...find(around, ({ tagName }) => tagName === 'body')]),
      ],
    ]),
    faults: [],
  };
}

function isOfOnePage(node: RootContent): boolean {
  if (isElement(node, 'link')) return !String(node.properties.rel).includes('stylesheet');
  return isElement(node, 'title') || isElement(node, 'meta') || (isElement(node, 'script') && isData(node));
}

function isData({ properties }: Element): boolean {
  return properties.type === 'application/ld+json';
}

// Ours end with the language, and what a page of its kind has beyond that, each once.
function afterOurs(head: readonly RootContent[]): RootContent[] {
  const last = head.findIndex((node) => isElement(node, 'meta') && node.properties.property === 'og:locale');
  const rest = last < 0 ? [] : head.slice(last + 1);
  const first = rest.filter(({ type }) => type === 'element');
  const ours: RootContent[] = [];
  const kinds: ((node: Element) => boolean)[] = [
    ({ tagName, properties }) => tagName === 'link' && properties.type === 'application/atom+xml',
    (node) => node.tagName === 'script' && isData(node),
    ({ tagName, properties }) => tagName === 'script' && properties.type === 'module',
  ];
  for (const isNext of kinds) {
    const next = first[ours.length];
    if (next?.type === 'element' && isNext(next)) ours.push(next);
  }
  return rest.filter((node) => !ours.includes(node));
}

// Astro writes the styles of components into files of the site.
function isBuiltStyle(node: RootContent, base: string): boolean {
  if (!isElement(node, 'link') || String(node.properties.rel) !== 'stylesheet') return false;
  return String(node.properties.href).startsWith(`${base}/_astro/`);
}

const running = new Set(['script', 'iframe', 'frame', 'object', 'embed', 'base', 'portal']);

function runningIn(node: Nodes, part: PagePart): string[] {
  if (node.type !== 'element') return [];
  const { tagName, properties, children } = node;
  const names = Object.keys(properties).filter((name) => /^on/i.test(name));
  const isCode = Object.values(properties).some((value) => /^\s*(javascript|data:text)/i.test(String(value)));
  const isSetting = tagName === 'meta' && properties.httpEquiv !== undefined;
  return [
    ...(running.has(tagName) || isSetting ? [`<${tagName}> in ${part}`] : []),
    ...(names.length > 0 || isCode ? [`code on <${tagName}> in ${part}`] : []),
    ...children.flatMap((child) => runningIn(child, part)),
  ];
}

function htmlOf(nodes: readonly RootContent[]): string {
  const root: Root = { type: 'root', children: [...nodes] };
  // A way to pages can mark the one it stands on.
  return toHtml(root)
    .replaceAll(/ aria-current="[a-z]*"/g, '')
    .trim();
}

function isElement(node: Nodes | undefined, tagName: string): node is Element {
  return node?.type === 'element' && node.tagName === tagName;
}

function childrenOf(page: Nodes, tagName: string): RootContent[] {
  return find(page, (element) => element.tagName === tagName)[0]?.children ?? [];
}

function without(node: Nodes, taken: ReadonlySet<Nodes>): Nodes {
  if (node.type === 'root') return { ...node, children: keptOf(node.children, taken) };
  return node.type === 'element' ? elementWithout(node, taken) : node;
}

function elementWithout(element: Element, taken: ReadonlySet<Nodes>): Element {
  return { ...element, children: keptOf(element.children, taken) };
}

function keptOf<Child extends RootContent | ElementContent>(
  children: readonly Child[],
  taken: ReadonlySet<Nodes>,
): Child[] {
  return children
    .filter((child) => !taken.has(child))
    .map((child) => (child.type === 'element' ? { ...child, ...elementWithout(child, taken) } : child));
}

/** Reports pages in which a part of the project's own holds something else than on the other pages of the language. */
export function ownPartProblems(
  site: SiteFiles,
  pages: readonly { path: string; language: string; own: SplitPage['own'] }[],
): Problem[] {
  const parts = new Set(pages.flatMap(({ own }) => [...own.keys()]));
  return [...parts].flatMap((part) => {
    // A header can be told that it stands on the first page.
    const isTold = part === 'Header' || part === 'Layout';
    const compared = pages.filter(({ path }) => !isTold || path !== 'index.html');
    return [...Map.groupBy(compared, ({ language }) => language).values()].flatMap((group) => {
      const usual = mostFrequent(group.map(({ own }) => own.get(part) ?? ''));
      return group
        .filter(({ own }) => own.get(part) !== usual)
        .map(({ path }) =>
          siteProblem(site, path, 'site/page', {
            unexpected: `${part} of this page`,
            expected: 'the same on all pages of a language',
          }),
        );
    });
  });
}

function mostFrequent(all: readonly string[]): string | undefined {
  const counted = [...Map.groupBy(all, (one) => one)].sort(([, a], [, b]) => b.length - a.length);
  return counted[0]?.[0];
}
