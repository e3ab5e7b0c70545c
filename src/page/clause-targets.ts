import { clauseAnchors } from '../resolve/clause-anchors.ts';
import { clausesOf } from '../text/prose.ts';
import type { PageBlock, PageSection, Render } from './page-model.ts';
import type { Part } from './piece.ts';

type Prose = Extract<Part, { sort: 'prose' }>;
type Rendering = { render: Render; address(url: string): string };

/** Gives the clauses in the prose of sections their anchors; `taken` are those that stand for something else. */
export function withClauseAnchors(
  sections: readonly PageSection[],
  taken: Set<string>,
  rendering: Rendering,
): PageSection[] {
  return sections.map((section) => ({
    ...section,
    blocks: anchoredBlocks(section, taken, rendering),
    sections: withClauseAnchors(section.sections, taken, rendering),
  }));
}

function anchoredBlocks(
  { id, blocks }: PageSection,
  taken: Set<string>,
  { render, address }: Rendering,
): PageBlock[] {
  const items = blocks.map((block) => proseOf(block).flatMap(({ markdown }) => clausesOf(markdown)));
  const anchors = clauseAnchors(id, items, taken);
  return blocks.map((block, index) => {
    const clauses = anchors[index] ?? [];
    const [part] = proseOf(block);
    if (!part || clauses.length === 0) return block;
    const html = render(part.markdown, { wrap: part.wrap, address, clauses });
    return { type: 'text', text: [{ ...part, clauses, html }] };
  });
}

// A text of the authors is one part.
function proseOf(block: PageBlock): Prose[] {
  if (block.type !== 'text') return [];
  return block.text.filter((part) => part.sort === 'prose').filter(({ html }) => html?.includes('"clauses"'));
}
