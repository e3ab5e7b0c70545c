import { allSections } from '../../resolve/all-sections.ts';
import { matchBest } from '../align/align.ts';
import { interleave, longestIncreasing } from '../align/order.ts';
import type { Comparing } from './lexicon.ts';
import { ownTexts, type TextSection } from './page-text.ts';

/** A section of the newer page with the one it was, or one that came, or one that went. */
export type SectionPair = {
  old: TextSection | undefined;
  next: TextSection | undefined;
  isMoved: boolean;
  sections: SectionPair[];
};

type Partners = { older: Map<TextSection, TextSection>; newer: Map<TextSection, TextSection> };
type Family = { olds: readonly TextSection[]; news: readonly TextSection[] };

/** Pairs the sections of two pages, as a tree in the order of the newer page; those that went stand where they stood. */
export function pairSections(family: Family, comparing: Comparing): SectionPair[] {
  const olds = allSections(family.olds);
  const news = allSections(family.news);
  const partners: Partners = { older: new Map(), newer: new Map() };
  const join = (old: TextSection, next: TextSection) => {
    if (partners.newer.has(old) || partners.older.has(next)) return;
    partners.older.set(next, old);
    partners.newer.set(old, next);
  };
  joinByName(olds, news, join);
  const free = (sections: readonly TextSection[], taken: Map<TextSection, TextSection>) =>
    sections.filter((section) => !taken.has(section)).map((section) => toCandidate(section, comparing));
  for (const [old, next] of matchBest(
    free(olds, partners.newer),
    free(news, partners.older),
    comparing.effort,
  )) {
    join(old, next);
  }
  joinByTitle(olds, news, join);
  return merge(family, partners);
}

type Join = (old: TextSection, next: TextSection) => void;

// A section that was written anew under its title, which no other has. Those that were joined before stay so.
function joinByTitle(olds: readonly TextSection[], news: readonly TextSection[], join: Join): void {
  const byTitle = Map.groupBy(olds, ({ title }) => title);
  for (const [title, own] of Map.groupBy(news, ({ title }) => title)) {
    const [old, another] = byTitle.get(title) ?? [];
    const [next] = own;
    if (old && next && !another && own.length === 1) join(old, next);
  }
}

// Its own id, then the ids it had or will have.
function joinByName(olds: readonly TextSection[], news: readonly TextSection[], join: Join): void {
  const byId = new Map(olds.map((old) => [old.id, old]));
  const byAlias = new Map(olds.flatMap((old) => old.aliases.map((alias) => [alias, old])));
  const tries = [
    (next: TextSection) => [byId.get(next.id)],
    (next: TextSection) => next.aliases.map((alias) => byId.get(alias)),
    (next: TextSection) => [byAlias.get(next.id)],
  ];
  for (const find of tries) {
    for (const next of news) for (const old of find(next)) if (old) join(old, next);
  }
}

function toCandidate(item: TextSection, { lexicon }: Comparing) {
  const words = ownTexts(item).flatMap((block) => [...lexicon.lex(block).bag]);
  return { item, signature: item.id, group: '', bag: Int32Array.from(words).sort() };
}

function merge({ olds, news }: Family, partners: Partners): SectionPair[] {
  const moved = movedAmong({ olds, news }, partners);
  const placed = olds.map((item) => {
    const place = partners.newer.get(item);
    const isHere = place !== undefined && news.includes(place) && !moved.has(place);
    return { item, isGone: place === undefined, place: isHere ? place : undefined };
  });
  return interleave(news, placed).map(({ item, isGone }) => {
    const old = isGone ? item : partners.older.get(item);
    const next = isGone ? undefined : item;
    const family = { olds: old?.sections ?? [], news: next?.sections ?? [] };
    return {
      old,
      next,
      isMoved: next !== undefined && moved.has(next),
      sections: merge(family, partners),
    };
  });
}

// The fewest that can be said to have moved among brothers; who comes from another parent has moved.
function movedAmong({ olds, news }: Family, { older }: Partners): Set<TextSection> {
  const places = new Map(olds.map((old, index) => [old, index]));
  const paired = news.flatMap((next) => {
    const old = older.get(next);
    return old ? [{ next, place: places.get(old) }] : [];
  });
  const stayed = paired.flatMap(({ next, place }) => (place === undefined ? [] : [{ next, place }]));
  const kept = longestIncreasing(stayed.map(({ place }) => place));
  const still = new Set(stayed.flatMap(({ next }, index) => (kept.has(index) ? [next] : [])));
  return new Set(paired.flatMap(({ next }) => (still.has(next) ? [] : [next])));
}
