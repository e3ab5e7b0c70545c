import type { ElementContent } from 'hast';
import type { Entry, PageBlock, PageSection } from '../page/page-model.ts';
import { type Part, type Piece, partTree } from '../page/piece.ts';
import { headOf } from '../page/row-head.ts';
import { addressFrom, type PolicyPlace } from '../resolve/address.ts';
import { proseTree, renderProse } from '../text/prose.ts';
import { wordsFor } from '../words/words.ts';
import { type PageTexts, textsIn } from './page-texts.ts';
import { versionIdOf } from './record.ts';
import type { VersionRecord } from './record-formats.ts';
import { openVersion, type VersionOwner } from './versions.ts';

type Show = (piece: Piece) => string;
/** What stands beside what can be cited: a link to it at the address of its version, which lasts. */
type Cite = (anchor: string) => string;

/** The texts of the page a record asks for, where the site has its policy. */
export function recordedTexts(record: VersionRecord, address: string, at: VersionOwner): PageTexts {
  const { page } = openVersion(record, at, { site: { name: '', url: address }, render: renderProse });
  const citeAt = `${page.path}${versionIdOf(record)}/`;
  const show: Show = (piece) =>
    piece
      .flatMap((part) => citedTree(part, page, citeAt))
      .flatMap(textsIn)
      .join(' ');
  const { glance, sections, moved, words } = page;
  const cite: Cite = (anchor) => `(${citeAt}#${anchor}) #`;
  return {
    description: page.description,
    kicker: page.kicker ?? '',
    title: page.title,
    lead: show(page.lead ?? []),
    // From when a version binds depends on the others, and is said apart.
    dates: page.dates
      .filter(({ term }) => term !== wordsFor(page.language).effective)
      .flatMap(({ term, text }) => [term, text])
      .join(' '),
    glance: glance.length > 0 ? [words.glance, ...entryTexts(glance, show)].join(' ') : '',
    contents:
      sections.length > 1
        ? [words.contents, ...sections.flatMap(contentsTexts), '(#_contents)', words.contents].join(' ')
        : '',
    others: '',
    fingerprint: record.digest,
    sections: sections.map((section) => sectionTexts(section, show, cite).join(' ')),
    moved: moved ? [moved.title, ...moved.items.map(({ text }) => show(text))].join(' ') : '',
  };
}

// Beside each clause stands a link to it.
function citedTree(part: Part, page: PolicyPlace, citeAt: string): ElementContent[] {
  if (part.sort !== 'prose' || !part.clauses) return partTree(part, page);
  const { markdown, wrap, clauses } = part;
  return proseTree(markdown, { wrap, address: addressFrom(page), clauses, citeAt });
}

function contentsTexts({ id, number, title, sections }: PageSection): string[] {
  return [`(#${id})`, number ?? '', title, ...sections.flatMap(contentsTexts)];
}

function sectionTexts(
  { id, number, title, blocks, sections }: PageSection,
  show: Show,
  cite: Cite,
): string[] {
  const own = [number ?? '', title, cite(id)];
  return [
    ...own,
    ...blocks.flatMap((block) => blockTexts(block, show, cite)),
    ...sections.flatMap((section) => sectionTexts(section, show, cite)),
  ];
}

function blockTexts(block: PageBlock, show: Show, cite: Cite): string[] {
  switch (block.type) {
    case 'text':
      return [show(block.text)];
    case 'callout':
      return [block.title.text, show(block.text)];
    case 'table':
      return [
        block.caption,
        ...block.columns,
        ...block.rows.flatMap(({ id, cells }) =>
          cells.flatMap((cell, index) =>
            index === block.head && cell.length > 0
              ? headTexts(cell, id, show, cite)
              : // On a phone each cell repeats its column.
                [block.columns[index] ?? '', show(cell)],
          ),
        ),
      ];
    case 'list':
      return block.items.map(({ text }) => show(text));
    case 'details':
      return block.items.flatMap(({ title = '', note = [], entries }) => [
        title,
        show(note),
        ...entryTexts(entries, show),
      ]);
    case 'definitions':
      return entryTexts(block.items, show);
    case 'cards':
      return block.items.flatMap(({ title, text }) => [title.text, show(text)]);
    case 'steps':
      return block.items.flatMap(({ title, steps }) => [title.text, ...steps.map(show)]);
    case 'contact':
      return [block.title, block.name ?? '', ...entryTexts(block.entries, show)];
    case 'policy':
    case 'versions':
      return [];
  }
}

function headTexts(cell: Piece, id: string | undefined, show: Show, cite: Cite): string[] {
  const { name, under } = headOf(cell);
  return [show(name), id ? cite(id) : '', ...under.map(show)];
}

function entryTexts(entries: readonly Entry[], show: Show): string[] {
  return entries.flatMap(({ term, text }) => [term, show(text)]);
}
