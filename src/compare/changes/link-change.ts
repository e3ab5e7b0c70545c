import { contentOf } from '../../resolve/all-sections.ts';
import type { ResolvedPolicy } from '../../resolve/policy-model.ts';
import { inspectProse, proseText } from '../../text/prose.ts';
import { type Span, spansOf } from '../redline/page-text.ts';
import type { Origin, RedlineBlock } from '../redline/redline-model.ts';
import type { Comparison } from './change.ts';
import type { Level } from './change-rules.ts';

/**
 * A link that leads somewhere else; without a text nobody knows which words it is. Where `isOther`, its words are others,
 * too: it stands in the place of one that led elsewhere.
 */
export type LinkChange = { text?: string; before: string; after: string; isOther?: boolean };

type Link = { text: string; href: string; quote?: string };

/**
 * The links of a block that lead somewhere else: those whose words stayed, and those in whose place another link stands.
 * `isTold` tells the facts whose change is told by itself: a link that quotes one changes with it.
 */
export function linkChanges(
  { formats, origins: { before, after } }: RedlineBlock,
  isTold: (path: string) => boolean,
): LinkChange[] {
  const [olds, news] = [linksOf(before), linksOf(after)];
  const links = new Set([...olds, ...news].map(({ text }) => text));
  const stayed = joined(
    formats.filter(({ kind }) => kind === 'link'),
    links,
  ).filter((change) => !isNeighbour(change, { olds, news }) && !isStillLinked(change, { before, after }));
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
  const whole = stayed.map((change) => wholeLabel(change, { olds, news }));
  // Of a link that leads somewhere else, the words that it had not before are no other link.
  const leadsElsewhere = ({ before, after }: LinkChange) => before !== '' && after !== '';
  const isOfAnother = (change: LinkChange) =>
    !leadsElsewhere(change) &&
    whole.some(
      (other) =>
        leadsElsewhere(other) &&
        other.text === change.text &&
        (other.before === change.before || other.after === change.after),
    );
  return [
    ...whole.filter((change) => !isOfAnother(change)),
    ...come.flatMap((link, index) => {
      const old = gone.find((other) => lettersOf(other) === lettersOf(link)) ?? gone[index];
      const isOther = old && lettersOf(old) !== lettersOf(link);
      return old
        ? [{ text: link.text, before: old.href, after: link.href, ...(isOther && { isOther }) }]
        : [];
    }),
  ];
}

// Other words of a text are the link to where one led, or its address is spelled out there.
function isStillLinked({ before, after }: LinkChange, { before: old, after: now }: Origins): boolean {
  if (before !== '' && after !== '') return false;
  const href = before || after;
  const [olds, news] = [old, now].map((origin) => linksOf(origin).filter((link) => link.href === href));
  const isLink = news?.length !== 0 && olds?.length === news?.length;
  return isLink || (after === '' && textOf(now).includes(bareAddress(href)));
}

type Origins = RedlineBlock['origins'];

function lettersOf({ text = '' }: { text?: string }): string {
  return text.toLowerCase().replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function textOf(origin: Origin | undefined): string {
  return (origin?.spans ?? []).map(({ text }) => text).join('');
}

// Of "the Tide API and the Boat API" the first went: its last word stayed in the second, whose link is what it was.
function isNeighbour(change: LinkChange, { olds, news }: { olds: Link[]; news: Link[] }): boolean {
  const own = (links: Link[], href: string) =>
    links.filter((link) => link.href === href && link.text.includes(change.text ?? ''));
  const [old, now] = [own(olds, change.before), own(news, change.after)];
  const countIn = (links: Link[], { text, href }: Link) =>
    links.filter((other) => other.text === text && other.href === href).length;
  const isAsBefore = (link: Link) =>
    countIn(news, link) <= countIn(olds, link) && !old.some(({ text }) => text === link.text);
  return now.length > 0 && now.every(isAsBefore);
}

// The words of the link as readers see it, and not those of them alone that stayed.
function wholeLabel(change: LinkChange, { olds, news }: { olds: Link[]; news: Link[] }): LinkChange {
  const [links, href] = change.after === '' ? [olds, change.before] : [news, change.after];
  const own = links.filter((some) => some.href === href);
  const link =
    own.find(({ text }) => text.includes(change.text ?? '')) ?? (own.length === 1 ? own[0] : undefined);
  if (!link) return change;
  const old = olds.find(({ href, text }) => href === change.before && text.includes(change.text ?? ''));
  const longest = Math.max(...[old ?? link, link].map((label) => lettersOf(label).length));
  const isOther = change.after !== '' && lettersOf(change).length * 2 < longest;
  return { ...change, text: link.text, ...(isOther && { isOther }) };
}

// A link of several looks is one, and so are the words of it that stayed; behind a whole link another one begins.
function joined(formats: readonly LinkChange[], links: ReadonlySet<string>): LinkChange[] {
  const changes: LinkChange[] = [];
  for (const { text = '', before, after } of formats) {
    const last = changes.at(-1);
    const isSame = last?.before === before && last.after === after;
    // The same words are the same link in another place.
    if (last && isSame && last.text === text) continue;
    if (last && isSame && !links.has(last.text ?? '')) last.text += text;
    else changes.push({ text, before, after });
  }
  return changes;
}

function linksOf(origin: Pick<Origin, 'spans'> | undefined): Link[] {
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
  return bareAddress(href) === bareAddress(text);
}

function withoutWww(address: string): string {
  return bareAddress(address).replace(/^www\./, '');
}

function bareAddress(address: string): string {
  return address.replace(/^(?:https?:\/\/|mailto:|tel:)/, '').replaceAll(/[\s/]+$/g, '');
}

/** The links of two Markdown texts with the same words that lead somewhere else, came or went. */
export function linksBetween(before: string, after: string, comparison: Comparison): LinkChange[] {
  const linksIn = (markdown: string, { product, slug }: ResolvedPolicy) => {
    const part = { sort: 'prose', path: '', markdown, wrap: 'block' } as const;
    return linksOf({ spans: spansOf(part, { product, slug, path: '' }) });
  };
  const [olds, news] = [linksIn(before, comparison.before), linksIn(after, comparison.after)];
  const isPaired = olds.length === news.length && olds.every(({ text }, at) => text === news[at]?.text);
  if (isPaired)
    return olds.flatMap(({ text, href }, at) => {
      const { href: now = '' } = news[at] ?? {};
      return href === now ? [] : [{ text, before: href, after: now }];
    });
  const without = (own: readonly Link[], others: readonly Link[]) =>
    own.filter(({ text, href }) => !others.some((other) => other.text === text && other.href === href));
  return [
    ...without(olds, news).map(({ text, href }) => ({ text, before: href, after: '' })),
    ...without(news, olds).map(({ text, href }) => ({ text, before: '', after: href })),
  ];
}

/** The destinations of a Markdown text, one a line; links to one place that follow each other are one. */
export function destinationsOf(markdown: string): string {
  return inspectProse(markdown)
    .links.map(({ url }) => url)
    .filter((url, index, all) => url !== all[index - 1])
    .join('\n');
}

/** The first link of two Markdown texts that leads somewhere else; of those that both spell out where they lead, none. */
export function firstChangedLink(before: string, after: string): LinkChange {
  const hidden = (markdown: string) => {
    const text = proseText(markdown);
    return destinationsOf(markdown)
      .split('\n')
      .map((url) => (text.includes(bareAddress(url)) ? '' : url));
  };
  const [olds, nows] = [hidden(before), hidden(after)];
  // Where there are as many, each has its partner at its place.
  const differs = (others: readonly string[]) => (url: string, at: number) =>
    olds.length === nows.length ? url !== others[at] : !others.includes(url);
  return { before: olds.find(differs(nows)) ?? '', after: nows.find(differs(olds)) ?? '' };
}

/**
 * How much it weighs that a link leads somewhere else: on the same site pages are called in another way now and then; to
 * a text of another kind, to another version of it, or to where something else is done, it is to be reviewed, and so is
 * one to the same page of another company. A link that came says nothing that the words do not, and the words of one
 * that went still say where it led if they spell it out; where the words say whither a link leads now, it was mended.
 */
export function linkLevel({ text, before, after }: LinkChange, comparison: Comparison): Level {
  if (before === '') return 'editorial';
  if (after === '') {
    const isKept = isLinkedStill(before, comparison) || (text !== undefined && isSpelledOut(text, before));
    return isKept ? 'editorial' : 'review';
  }
  if (text !== undefined && isSpelledOut(withoutWww(text), withoutWww(after))) return 'editorial';
  if (areOnePage(before, after, comparison)) return 'editorial';
  const [old, now] = [targetOf(before), targetOf(after)];
  const isSame = old && now && old.host === now.host && old.version === now.version && areOfOneKind(old, now);
  return isSame ? 'editorial' : 'review';
}

// Another link of the newer version leads there.
function isLinkedStill(href: string, { after }: Comparison): boolean {
  return contentOf(after).some((block) => block.type === 'prose' && block.text.includes(`](${href})`));
}

/** Words that the addresses of many companies have. */
const usual =
  /^(?:legal|privacy|polic(?:y|ies)|terms?|tos|conditions?|of|use|services?|cookies?|notices?|statement|security|about|contact|help|index|html?|php|pdf|\p{L}{2})$/u;

/** The code of a language and a country in an address, as in `/en-US/privacy`. */
export const localePart: RegExp = /\/[a-z]{2}[-_][a-z]{2}(?=[/?#]|$)/gi;

// One page at another host of the same company, where it has the same address, but for a language.
function areOnePage(before: string, after: string, comparison: Comparison): boolean {
  if (![before, after].every((href) => URL.canParse(href))) return false;
  const [one = '', other = ''] = [before, after].map((href) => new URL(href).hostname);
  if (!areOfOneCompany(one, other, comparison)) return false;
  const [old, now = ''] = [before, after].map((href) =>
    /^https?:/.test(href) && URL.canParse(href) ? restOf(new URL(href)).replaceAll(localePart, '') : '',
  );
  return old === now && (isOwn(now) || /\d{6,}/.test(now));
}

/** What an address has behind its host. */
export function restOf({ pathname, search, hash }: URL): string {
  return `${pathname}${search}${hash}`;
}

/** Whether the rest of an address says which page it is: `/legal/privacy-policy` is found at many hosts, `/user/settings/all` is not. */
export function isOwn(rest: string): boolean {
  const words = rest.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return words.filter((word) => word !== '' && !usual.test(word)).length >= 2;
}

type Target = { host: string; version: string; words: readonly string[] };

// The host, the words of the path and the part of the page, and numbers of a version. A link of the own site has no host.
function targetOf(href: string): Target | undefined {
  const [, host] = /^mailto:[^@?]+@([^?]+)/i.exec(href) ?? [];
  if (host) return { host: siteOf(host.toLowerCase()), version: '', words: [] };
  if (!/^(?:https?:|[/.]|[\w-]+\/)/.test(href) || !URL.canParse(href, ownSite)) return undefined;
  const { hostname, pathname, hash } = new URL(href, ownSite);
  const version = (pathname.match(/\d+(?:\.\d+)+(?![a-z\d])|\b(?:19|20)\d\d\b/gi) ?? []).join();
  return {
    host: siteOf(hostname),
    version,
    words: `${pathname}${hash}`.toLowerCase().split(/[^\p{L}\p{N}]+/u),
  };
}

/** Whether two hosts have one name, or the names that the company itself has in the two versions; no host is of any. */
export function areOfOneCompany(before: string, after: string, comparison: Comparison): boolean {
  if (before === '' || after === '') return true;
  const [old, now] = [before, after].map((host) => siteOf(host.toLowerCase()));
  const isOwned = (site: string | undefined, { product, facts }: ResolvedPolicy) =>
    [product.name, facts.controller?.name ?? ''].some((name) =>
      name
        .toLowerCase()
        .split(/[^\p{L}\p{N}]+/u)
        .includes(site ?? ''),
    );
  return old === now || (isOwned(old, comparison.before) && isOwned(now, comparison.after));
}

// Where many companies have a host each.
const shared =
  /\.(?:(?:git(?:hub|lab)|readthedocs)\.io|(?:zendesk|freshdesk|helpscoutdocs|blogspot|wordpress|medium|tumblr|myshopify|herokuapp|squarespace|wixsite|amazonaws|cloudfront|sharepoint)\.\w+|(?:netlify|vercel|web)\.app|pages\.dev|notion\.site|intercom\.help|atlassian\.net)$/;

// Whose a host is: that of `docs.kelp.example`, of `www.kelp.co.uk` and of `kelp.zendesk.com` is called the same.
function siteOf(hostname: string): string {
  const own = hostname.replace(shared, '');
  return own === hostname ? siteName(hostname) : (own.split('.').at(-1) ?? own);
}

function siteName(hostname: string): string {
  const labels = hostname.split('.').slice(0, -1);
  const own = labels.filter((label, at) => at === 0 || !/^(?:com?|org|net|gov|ac|edu)$/.test(label));
  return own.at(-1) ?? hostname;
}

const ownSite = 'https://own.invalid/own/';

// What a text of that kind is called in its address, and what readers do at one.
const kinds = [
  /^(?:privacy|datenschutz\p{L}*|confidentialit[eé]|privacidad|privacidade)$/u,
  /^(?:terms?|tos|conditions?|agb|cg[uv]|condiciones|condizioni|voorwaarden|agreement|eula)$/,
  /^(?:cookies?)$/,
  /^(?:rules|guidelines|standards)$/,
  /^(?:licen[cs]es?)$/,
  /^(?:dpa|subprocessors?)$/,
  /^(?:prices?|pricing|fees|refunds?)$/,
];
const acts =
  /^(?:opt|optout|unsubscribe|delet(?:e|ion)|erase|complain(?:t|ts)?|appeals?|dsar|withdraw(?:al)?|cancel(?:lation)?|report)$/;

// Two pages of which none is a text of a kind that the other is not, and where nothing else is done.
function areOfOneKind({ words: old }: Target, { words: now }: Target): boolean {
  const kindsIn = (words: readonly string[]) => kinds.filter((kind) => words.some((word) => kind.test(word)));
  const [olds, news] = [kindsIn(old), kindsIn(now)];
  const areOthers = olds.length > 0 && news.length > 0 && !olds.some((kind) => news.includes(kind));
  return !areOthers && old.filter((word) => acts.test(word)).every((word) => now.includes(word));
}
