import { makeMemory } from '../memory.ts';
import { compareText, type Problem, tellFirst, type Untold } from '../problem.ts';
import { readSiteTarget } from '../text/link-target.ts';
import { suggestHelp } from '../text/suggest.ts';
import { defined } from './defined.ts';
import type { FoundLink } from './fill.ts';

/** The path a site lives under, from its address: `https://example.com/legal/` gives `/legal`, a bare host gives ``. */
export function basePath(siteUrl: string): string {
  return new URL(siteUrl).pathname.replace(/\/+$/, '');
}

/** The path of a policy below the base of the site: `/chatsync/cookie-policy/`. */
export function policyPath(product: string, slug: string): string {
  return `/${product}/${slug}/`;
}

/** The absolute address of a path of the site. */
export function absoluteAddress(siteUrl: string, path: string): string {
  return new URL(siteUrl).origin + basePath(siteUrl) + path;
}

/** Where the page of a policy stands. */
export type PolicyPlace = { product: { id: string }; slug: string; path: string };

/**
 * How a page addresses what its text links to: a policy by the path of its page, all else as it is written. Of one place it is
 * the same function, so that what was made with it can be told to be made of the same.
 */
export function addressFrom({ product, slug, path }: PolicyPlace): (url: string) => string {
  return rememberAddress(JSON.stringify([product.id, slug, path]), () =>
    makeAddress({ product, slug, path }),
  );
}

const rememberAddress = makeMemory<(url: string) => string>(100);

function makeAddress({ product, slug, path }: PolicyPlace): (url: string) => string {
  const base = path.slice(0, -policyPath(product.id, slug).length);
  return (url) => {
    const target = url.startsWith('#') ? undefined : readPolicyLink(url, { product: product.id, slug });
    const anchor = target?.anchor ? `#${target.anchor}` : '';
    return target ? `${base}${policyPath(target.product, target.slug)}${anchor}` : url;
  };
}

type PolicyLink = { product: string; slug: string; anchor?: string };

/** Reads a link destination as a place in a policy; `undefined` for an address outside the site. */
export function readPolicyLink(url: string, from: { product: string; slug: string }): PolicyLink | undefined {
  const target = readSiteTarget(url);
  return target && { product: from.product, slug: from.slug, ...defined(target) };
}

/** What a policy offers to links: its address and the anchors on its page, unknown while a fault keeps it from having one. */
export type LinkTarget = { product: string; slug: string; anchors?: readonly string[] };

/**
 * Reports the links of one policy that lead to no policy, or to no anchor of it, and tells those that name a policy as it
 * was called before. `renamed` are the policies that were, by their former paths.
 */
export function linkProblems(
  from: { product: string; slug: string; links: readonly FoundLink[] },
  targets: ReadonlyMap<string, LinkTarget>,
  renamed: ReadonlyMap<string, { product: string; slug: string }> = new Map(),
): Problem[] {
  return tellFirst(
    from.links.flatMap(({ url, place }): Untold[] => {
      const link = readPolicyLink(url, from);
      if (!link) return [];
      const path = policyPath(link.product, link.slug);
      const now = renamed.get(path);
      if (now && !targets.has(path))
        return [{ severity: 'info', tell: () => formerTarget(url, link, now, from, place) }];
      const target = targets.get(path);
      if (target && (!link.anchor || !target.anchors || target.anchors.includes(link.anchor))) return [];
      return [{ severity: 'error', tell: () => unknownTarget(url, link, target, targets, place) }];
    }),
  );
}

// What is published keeps the link it has, and the old address leads on.
function formerTarget(
  url: string,
  { anchor }: PolicyLink,
  { product, slug }: { product: string; slug: string },
  from: { product: string },
  place: Problem['place'],
): Problem {
  const name = product === from.product ? slug : policyPath(product, slug);
  return {
    rule: 'prose/link-renamed',
    severity: 'info',
    message: `The link to \`${url}\` leads to the policy that is called ${product}/${slug} now.`,
    place,
    help: `In the next version write \`${name}${anchor ? `#${anchor}` : ''}\`. Until then the old address leads on.`,
  };
}

function unknownTarget(
  url: string,
  { product, slug, anchor }: PolicyLink,
  target: LinkTarget | undefined,
  targets: ReadonlyMap<string, LinkTarget>,
  place: Problem['place'],
): Problem {
  const wanted = target ? `the id of a section or an entry of ${product}/${slug}` : 'a policy of this site';
  const known = target?.anchors ?? [...targets.keys()].sort(compareText);
  const written = target ? (anchor ?? '') : policyPath(product, slug);
  return {
    rule: 'prose/link-unknown',
    severity: 'error',
    message: `Unexpected link to \`${url}\`, expected ${wanted}.`,
    place,
    help: suggestHelp(written, known),
  };
}
