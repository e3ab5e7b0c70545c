import { inspectProse } from '../../text/prose.ts';
import type { Span } from '../redline/page-text.ts';
import type { Origin, RedlineBlock } from '../redline/redline-model.ts';
import type { Level } from './change-rules.ts';

/** A link that leads somewhere else; without a text nobody knows which words it is. */
export type LinkChange = { text?: string; before: string; after: string };

type Link = { text: string; href: string; quote?: string };

/**
 * The links of a block that lead somewhere else: those whose words stayed, and those in whose place another link stands.
 * `isTold` tells the facts whose change is told by itself: a link that quotes one changes with it.
 */
export function linkChanges(
  { formats, origins: { before, after } }: RedlineBlock,
  isTold: (path: string) => boolean,
): LinkChange[] {
  const stayed = joined(formats.filter(({ kind }) => kind === 'link'));
  const [olds, news] = [linksOf(before), linksOf(after)];
  const isNamed = ({ text, href, quote }: Link) =>
    isSpelledOut(text, href) || (quote !== undefined && isTold(quote));
  const rest = (own: readonly Link[], others: readonly Link[], side: 'before' | 'after') =>
    own.filter(
      (link) =>
        !isNamed(link) &&
        !others.some(({ href }) => href === link.href) &&
        !stayed.some((change) => change[side] === link.href),
    );
  const gone = rest(olds, news, 'before');
  const come = rest(news, olds, 'after');
  return [
    ...stayed,
    ...come.flatMap(({ text, href }, index) => {
      const old = gone[index];
      return old ? [{ text, before: old.href, after: href }] : [];
    }),
  ];
}

function joined(formats: readonly LinkChange[]): LinkChange[] {
  const changes: LinkChange[] = [];
  for (const { text = '', before, after } of formats) {
    const last = changes.at(-1);
    if (last?.before === before && last.after === after) last.text += text;
    else changes.push({ text, before, after });
  }
  return changes;
}

function linksOf(origin: Origin | undefined): Link[] {
  const links: Link[] = [];
  let last: Span | undefined;
  for (const span of origin?.spans ?? []) {
    const { href, text, quote } = span;
    if (href !== undefined && last?.href === href) {
      const link = links.at(-1);
      if (link) link.text += text;
    } else if (href !== undefined) links.push({ text, href, ...(quote !== undefined && { quote }) });
    last = span;
  }
  return links;
}

// An address that readers see: its words say where it leads.
function isSpelledOut(text: string, href: string): boolean {
  const bare = (address: string) =>
    address.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replaceAll(/[\s/]+$/g, '');
  return bare(href) === bare(text);
}

/** The destinations of a Markdown text, one a line. */
export function destinationsOf(markdown: string): string {
  return inspectProse(markdown)
    .links.map(({ url }) => url)
    .join('\n');
}

/** The first link of two Markdown texts that leads somewhere else. */
export function firstChangedLink(before: string, after: string): LinkChange {
  const [olds, nows] = [destinationsOf(before).split('\n'), destinationsOf(after).split('\n')];
  const index = Math.max(
    0,
    olds.findIndex((url, at) => url !== nows[at]),
  );
  return { before: olds[index] ?? '', after: nows[index] ?? '' };
}

/**
 * Whether a link leads to the same thing under another spelling of its address, or to another one. Where words that stayed
 * became a link, they say what they said.
 */
export function linkLevel({ text, before, after }: LinkChange): Level {
  if (text !== undefined && before === '') return 'editorial';
  const [old, now] = [targetOf(before), targetOf(after)];
  return old !== undefined && old === now ? 'editorial' : 'review';
}

// The host, the last name of the path and its numbers: a page keeps these when a site is put in another order. A link of
// the own site has no host.
function targetOf(href: string): string | undefined {
  if (!/^(?:https?:|[/.]|[\w-]+\/)/.test(href)) return undefined;
  const { hostname, pathname, hash } = new URL(href, 'https://own.invalid/own/');
  const names = pathname
    .replace(/\.(?:md|html?|php)$/, '')
    .split('/')
    .filter((name) => name !== '' && name !== 'index');
  const numbers = pathname.match(/\d+/g) ?? [];
  return [hostname.replace(/^www\./, ''), names.at(-1), numbers, hash].join(' ');
}
