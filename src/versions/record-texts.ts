import type { Entry, PageBlock, PageSection } from '../page/page-model.ts';
import { type Piece, treeOf } from '../page/piece.ts';
import { renderProse } from '../text/prose.ts';
import { wordsFor } from '../words/words.ts';
import { type PageTexts, textsIn } from './page-texts.ts';
import type { VersionRecord } from './record.ts';
import { openVersion, type VersionOwner } from './versions.ts';

type Show = (piece: Piece) => string;

/** The texts of the page a record asks for, where the site has its policy. */
export function recordedTexts(record: VersionRecord, address: string, at: VersionOwner): PageTexts {
  const { page } = openVersion(record, at, { site: { name: '', url: address }, render: renderProse });
  const show: Show = (piece) => treeOf(piece, page).flatMap(textsIn).join(' ');
  const { glance, sections, moved, words } = page;
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
    contents: sections.length > 1 ? [words.contents, ...sections.flatMap(contentsTexts)].join(' ') : '',
    others: '',
    fingerprint: record.digest,
    sections: sections.map((section) => sectionTexts(section, show).join(' ')),
    moved: moved ? [moved.title, ...moved.items.map(({ text }) => show(text))].join(' ') : '',
  };
}

function contentsTexts({ id, number, title, sections }: PageSection): string[] {
  return [`(#${id})`, number ?? '', title, ...sections.flatMap(contentsTexts)];
}

function sectionTexts({ id, number, title, blocks, sections }: PageSection, show: Show): string[] {
  const own = [number ?? '', title, `(#${id})`, '#'];
  return [
    ...own,
    ...blocks.flatMap((block) => blockTexts(block, show)),
    ...sections.flatMap((section) => sectionTexts(section, show)),
  ];
}

function blockTexts(block: PageBlock, show: Show): string[] {
  switch (block.type) {
    case 'text':
      return [show(block.text)];
    case 'callout':
      return [block.title.text, show(block.text)];
    case 'table':
      return [
        block.caption,
        ...block.columns,
        ...block.rows.flatMap(({ cells }) => rowTexts(cells.map(show), block)),
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

// On a phone each cell but the one that names the row repeats its column.
function rowTexts(
  cells: readonly string[],
  { columns, head }: { columns: string[]; head: number },
): string[] {
  return cells.flatMap((cell, index) => [index === head ? '' : (columns[index] ?? ''), cell]);
}

function entryTexts(entries: readonly Entry[], show: Show): string[] {
  return entries.flatMap(({ term, text }) => [term, show(text)]);
}
