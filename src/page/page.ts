import { compareText } from '../problem.ts';
import { absoluteAddress, addressFrom, basePath, policyPath } from '../resolve/address.ts';
import type { ResolvedPolicy, ResolvedSection } from '../resolve/policy-model.ts';
import { sectionNumbers } from '../resolve/section-number.ts';
import { needsMarkdown, renderProse } from '../text/prose.ts';
import { direction, type Reader, showDate, showList } from '../text/show.ts';
import { wordsFor } from '../words/words.ts';
import { blockAnchors } from './anchors.ts';
import { toPageBlock } from './blocks.ts';
import { withClauseAnchors } from './clause-targets.ts';
import { descriptionOf } from './description.ts';
import { entryAnchor } from './entry-anchor.ts';
import { glance } from './glance/glance.ts';
import type { ComparedPage, PageContext, PageSection, PolicyPage, Render, SiteFacts } from './page-model.ts';
import type { Piece } from './piece.ts';
import { placesOf } from './places.ts';

/** Makes the page of a resolved policy. */
export function toPage(policy: ResolvedPolicy, site: SiteFacts, render: Render = renderProse): PolicyPage {
  const context = makeContext(policy, site, render);
  const { words } = context;
  const description = descriptionOf(policy);
  const text = textOf(context, site, render);
  const { sections } = text;
  const { dates, jsonLd, words: ownWords, ...around } = aroundPage(policy, site, description);
  return {
    ...around,
    ...text,
    kind: words.values[policy.kind] ?? policy.kind,
    description,
    dates,
    ...(!mayStateDate(policy) && { undated: words.undated }),
    glance: glance(context, placesOf(policy, sections)),
    aliases: policy.aliases ?? [],
    ...(policy.moved && { moved: movedFrom(policy.moved, context) }),
    jsonLd,
    words: { contents: words.contents, glance: words.glance, ...ownWords },
  };
}

/** Makes of a page what is compared with another version of it. */
export function toComparedPage(policy: ResolvedPolicy, site: SiteFacts, render: Render): ComparedPage {
  return { ...placeOf(policy, site), ...textOf(makeContext(policy, site, render), site, render) };
}

function textOf(context: PageContext, site: SiteFacts, render: Render) {
  const { policy, words } = context;
  const lead = policy.lead === undefined ? [] : context.block('lead', policy.lead);
  const shown = toSections(policy.sections, undefined, context);
  const address = addressFrom(placeOf(policy, site));
  const anchors = anchorsBeside(shown, policy);
  return {
    ...(policy.kicker && { kicker: policy.kicker }),
    title: policy.title,
    ...(lead.length > 0 && { lead }),
    sections: withClauseAnchors(shown, anchors, { render, address, words }),
  };
}

function placeOf(policy: ResolvedPolicy, site: SiteFacts) {
  const base = basePath(site.url);
  return {
    product: { ...policy.product, path: `${base}/${policy.product.id}/` },
    slug: policy.slug,
    path: base + policyPath(policy.product.id, policy.slug),
    language: policy.language,
  };
}

/** What of the page of a policy depends on where its site lives and on other versions, and is not the text. */
export function aroundPage(policy: ResolvedPolicy, site: SiteFacts, description: string) {
  const words = wordsFor(policy.language);
  return {
    ...placeOf(policy, site),
    canonical: absoluteAddress(site.url, policyPath(policy.product.id, policy.slug)),
    direction: direction(policy.language),
    dates: datesOf(policy, { language: policy.language, words }),
    jsonLd: jsonLd(policy, site, description),
    words: { readPolicy: words.readPolicy, otherPolicies: words.otherPolicies(policy.product.name) },
  };
}

function makeContext(policy: ResolvedPolicy, site: SiteFacts, render: Render): PageContext {
  const path = basePath(site.url) + policyPath(policy.product.id, policy.slug);
  const address = addressFrom({ ...policy, path });
  const quotesAt = (path: string) => {
    const quotes = policy.quotes?.[path];
    return quotes && { quotes };
  };
  const prose = (path: string, markdown: string, wrap: 'block' | 'inline'): Piece => {
    const html = needsMarkdown(markdown) ? render(markdown, { wrap, address }) : undefined;
    const isEmpty = html === '' || markdown.trim() === '';
    return isEmpty ? [] : [{ sort: 'prose', path, markdown, wrap, ...(html && { html }), ...quotesAt(path) }];
  };
  const taken = new Set([
    ...allIds(policy.sections),
    ...(policy.aliases ?? []),
    ...Object.keys(policy.moved ?? {}),
  ]);
  return {
    policy,
    language: policy.language,
    words: wordsFor(policy.language),
    block: (path, markdown) => prose(path, markdown, 'block'),
    inline: (path, markdown) => prose(path, markdown, 'inline'),
    name: (path, text) => ({ sort: 'label', path, text, ...quotesAt(path) }),
    anchor(inventory, id) {
      const anchor = entryAnchor(inventory, id);
      if (taken.has(anchor)) return undefined;
      taken.add(anchor);
      return anchor;
    },
  };
}

// Words of ours around a link of the authors: where that leads is worked out wherever the page is shown.
function movedFrom(moved: Record<string, string>, { words, inline }: PageContext): PolicyPage['moved'] {
  const items = Object.entries(moved)
    .sort(([a], [b]) => compareText(a, b))
    .map(([id, place]) => ({ id, text: inline(`moved.${id}`, words.movedAway.item(id, place)) }));
  return { title: words.movedAway.title, items };
}

/** The anchors of a page that no clause can have. */
export function anchorsBeside(
  sections: readonly PageSection[],
  { aliases = [], moved = {} }: Pick<ResolvedPolicy, 'aliases' | 'moved'>,
): Set<string> {
  return new Set([...sectionAnchors(sections), ...aliases, ...Object.keys(moved)]);
}

function allIds(sections: readonly ResolvedSection[]): string[] {
  return sections.flatMap((section) => [section.id, ...section.aliases, ...allIds(section.sections)]);
}

function toSections(
  sections: readonly ResolvedSection[],
  around: (ResolvedSection & { number?: string | undefined }) | undefined,
  context: PageContext,
): PageSection[] {
  const [first] = sections;
  const numbers = first ? sectionNumbers(sections, first.numbering, around, context.words) : [];
  return sections.map((section, index) => {
    const number = numbers[index];
    return {
      id: section.id,
      aliases: section.aliases,
      ...(number && { number }),
      title: section.title,
      linkLabel: context.words.linkTo(section.title),
      blocks: section.content.map((block, index) =>
        toPageBlock(block, `sections.${section.id}.content.${index}`, context),
      ),
      sections: toSections(section.sections, { ...section, number }, context),
    };
  });
}

function datesOf(policy: ResolvedPolicy, reader: Reader): PolicyPage['dates'] {
  const { updated, effective, starts, reviewed } = policy;
  const { words } = reader;
  const dated = (term: string, date: string | undefined, text = date && showDate(date, reader)) =>
    date && text ? [{ term, date, text }] : [];
  return [
    ...dated(words.updated, updated),
    ...(starts
      ? dated(words.effective, effective, startsOf(starts, reader))
      : dated(words.effective, effective === updated ? undefined : effective)),
    ...dated(words.reviewed, reviewed),
  ];
}

// Where groups are bound from different days, no day stands without its group.
function startsOf(starts: NonNullable<ResolvedPolicy['starts']>, reader: Reader): string {
  const { forGroup } = reader.words.versions;
  return showList(
    starts.map(({ group, from }) => forGroup(showDate(from, reader), group)),
    reader,
  );
}

// A text may state its date in words. Where it holds no year, in whichever digits, it cannot.
function mayStateDate({
  updated,
  effective,
  reviewed,
  title,
  kicker,
  lead,
  sections,
}: ResolvedPolicy): boolean {
  if ([updated, effective, reviewed].some((date) => date !== undefined)) return true;
  return /\p{Nd}{4}/u.test(JSON.stringify([title, kicker, lead, sections]));
}

function jsonLd(policy: ResolvedPolicy, site: SiteFacts, description: string): Record<string, unknown> {
  const { publisher } = site;
  return {
    '@context': 'https://schema.org',
    '@type': 'WebPage',
    name: policy.title,
    description,
    url: absoluteAddress(site.url, policyPath(policy.product.id, policy.slug)),
    inLanguage: policy.language,
    ...(policy.updated && { dateModified: policy.updated }),
    ...(policy.effective && { temporalCoverage: `${policy.effective}/..` }),
    ...(policy.reviewed && { lastReviewed: policy.reviewed }),
    about: { '@type': 'Thing', name: policy.product.name },
    isPartOf: { '@type': 'WebSite', name: site.name, url: absoluteAddress(site.url, '/') },
    ...(publisher && {
      publisher: {
        '@type': 'Organization',
        name: publisher.name,
        ...(publisher.url && { url: publisher.url }),
      },
    }),
  };
}

/** Every anchor of a page, in order; a link to any other leads nowhere. */
export function anchorsOf({
  aliases,
  sections,
  moved,
}: Pick<PolicyPage, 'aliases' | 'sections' | 'moved'>): string[] {
  return [...aliases, ...sectionAnchors(sections), ...(moved?.items ?? []).map(({ id }) => id)];
}

function sectionAnchors(sections: readonly PageSection[]): string[] {
  return sections.flatMap((section) => [
    section.id,
    ...section.aliases,
    ...section.blocks.flatMap(blockAnchors),
    ...sectionAnchors(section.sections),
  ]);
}

/** JSON that can stand in a `<script type="application/ld+json">`: no `<` can end it early. */
export function inlineJson(value: unknown): string {
  return JSON.stringify(value).replaceAll('<', '\\u003c');
}
