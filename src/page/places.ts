import type { ResolvedBlock, ResolvedPolicy, ResolvedSection } from '../resolve/policy-model.ts';
import { blockAnchors } from './anchors.ts';
import { entryAnchor } from './entry-anchor.ts';
import type { PageSection } from './page-model.ts';

/** A section of the page, to link to: its number and title are the words of the link. */
export type Place = { href: string; title: string };

/** Where on a page the facts of its policy stand: what a summary of them links to. */
export type Places = {
  /** The row or entry that shows an entry of an inventory; nothing where none does. */
  row(inventory: string, id: string): string | undefined;
  /**
   * The section that shows, or else quotes, the first of these facts that a section does: `children`, `cookies.counting`
   * for the cookies of a category, `contacts.privacy`, `notice.period`.
   */
  section(...facts: string[]): Place | undefined;
};

/** Finds where a page shows the facts of its policy. */
export function placesOf(policy: ResolvedPolicy, sections: readonly PageSection[]): Places {
  const flat = flatten(sections);
  const rows = new Set(flat.flatMap(({ blocks }) => blocks.flatMap(blockAnchors)));
  const byId = new Map(flat.map((section) => [section.id, section]));
  const sectionOf = new Map(
    [...shownFacts(policy.sections), ...quotedFacts(policy, [...byId.keys()])].toReversed(),
  );
  return {
    row(inventory, id) {
      const anchor = entryAnchor(inventory, id);
      return rows.has(anchor) ? `#${anchor}` : undefined;
    },
    section(...facts) {
      const id = facts.map((fact) => sectionOf.get(fact)).find((found) => found !== undefined);
      const section = id === undefined ? undefined : byId.get(id);
      return section && { href: `#${section.id}`, title: titleOf(section) };
    },
  };
}

function titleOf({ number, title }: PageSection): string {
  return number ? `${number} ${title}` : title;
}

function flatten(sections: readonly PageSection[]): PageSection[] {
  return sections.flatMap((section) => [section, ...flatten(section.sections)]);
}

// Each fact that a block shows, with the section it stands in.
function shownFacts(sections: readonly ResolvedSection[]): [fact: string, section: string][] {
  return sections.flatMap((section) => [
    ...section.content.flatMap(factsOf).map((fact): [string, string] => [fact, section.id]),
    ...shownFacts(section.sections),
  ]);
}

function factsOf(block: ResolvedBlock): string[] {
  switch (block.type) {
    case 'inventory':
      return [block.of, `${block.of}.${block.part}`];
    case 'none':
    case 'fact':
      return [block.of];
    case 'contact':
      return [`contacts.${block.id}`];
    default:
      return [];
  }
}

// Each fact that the text of a section quotes, in the order of the page: a record keeps quotations in another.
function quotedFacts(
  { quotes = {} }: ResolvedPolicy,
  order: readonly string[],
): [fact: string, section: string][] {
  const found = Object.entries(quotes).flatMap(([path, own]) => {
    const [root, section = ''] = path.split('.');
    return root === 'sections' ? own.map((quote): [string, string] => [quote.path, section]) : [];
  });
  const places = new Map(order.map((id, index) => [id, index]));
  return found.toSorted(([, one], [, other]) => (places.get(one) ?? 0) - (places.get(other) ?? 0));
}
