import { isMap } from '../read/shape.ts';
import { clauseAnchors, clauseNumber } from '../resolve/clause-anchors.ts';
import { citedNumber } from '../resolve/section-number.ts';
import { clausesOf } from '../text/prose.ts';
import type { Words } from '../words/words.ts';
import type { PageBlock, PageSection, Render } from './page-model.ts';
import { type ProsePart, proseParts } from './prose-parts.ts';

type Rendering = { render: Render; address(url: string): string; words: Pick<Words, 'linkToClause'> };
type Found = { part: ProsePart; block: PageBlock; section: PageSection };

/**
 * Gives the clauses in the prose of sections their anchors; `taken` are those that stand for something else. Running text
 * comes first, then what stands in callouts, definitions and tables, then facts: what is written into a callout takes no
 * anchor from the text.
 */
export function withClauseAnchors(
  sections: readonly PageSection[],
  taken: Set<string>,
  rendering: Rendering,
): PageSection[] {
  const found = sections.flatMap(textsWithClauses);
  if (found.length === 0) return [...sections];
  const inTurn = [0, 1, 2].flatMap((turn) => found.filter((one) => turnOf(one) === turn));
  const anchored = new Map(inTurn.map((one) => [one.part, withAnchors(one, taken, rendering)]));
  return sections.map((section) => withParts(section, anchored));
}

function textsWithClauses(section: PageSection): Found[] {
  return [
    ...section.blocks.flatMap((block) =>
      proseParts(block)
        .filter(({ html }) => html?.includes('"clauses"'))
        .map((part) => ({ part, block, section })),
    ),
    ...section.sections.flatMap(textsWithClauses),
  ];
}

// Steps may be kept in a file that several policies share: facts, as far as the text around them goes.
function turnOf({ part, block }: Found): number {
  if (block.type === 'text') return 0;
  return part.path.startsWith('sections.') && block.type !== 'steps' ? 1 : 2;
}

function withAnchors(
  { part, section }: Found,
  taken: Set<string>,
  { render, address, words }: Rendering,
): ProsePart {
  const items = clausesOf(part.markdown);
  const [anchors = []] = clauseAnchors(section.id, [items], taken);
  const number = section.number && citedNumber(section.number);
  const clauses = items.flatMap((item, index) => {
    const id = anchors[index];
    if (id === undefined) return [];
    return [{ id, label: words.linkToClause(clauseNumber(number, item), section.title) }];
  });
  return { ...part, clauses, html: render(part.markdown, { wrap: part.wrap, address, clauses }) };
}

function withParts(section: PageSection, parts: ReadonlyMap<object, ProsePart>): PageSection {
  // Prose takes the place of prose, so that a block stays what it is.
  const blocks = section.blocks.map((block) => replaced(block, parts) as PageBlock);
  return { ...section, blocks, sections: section.sections.map((inner) => withParts(inner, parts)) };
}

function replaced(value: unknown, parts: ReadonlyMap<object, ProsePart>): unknown {
  if (Array.isArray(value)) return value.map((item) => replaced(item, parts));
  if (!isMap(value)) return value;
  const entries = Object.entries(value).map(([key, inner]) => [key, replaced(inner, parts)]);
  return parts.get(value) ?? Object.fromEntries(entries);
}
