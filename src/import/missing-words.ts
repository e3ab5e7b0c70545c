import type { PageBlock, PageSection, PolicyPage } from '../page/page-model.ts';
import { type Piece, treeOf } from '../page/piece.ts';
import type { Rewritten } from './cookie-table.ts';
import type { ReadText } from './import-model.ts';
import { textOf } from './tree.ts';

/** How many words a text has, and which of them a page lacks, each with the words around it. */
export type WordComparison = { words: number; missing: string[] };

/**
 * Compares what readers saw of a text with what they see of the page that was made of it, word by word, wherever on the
 * page a word stands. What was written in another form on purpose, such as a date, is not missing.
 */
export function missingWords(
  text: ReadText,
  page: PolicyPage,
  rewritten: readonly Rewritten[],
): WordComparison {
  const source = wordsIn(text.content.map((node) => textOf(node)).join(' '));
  const left = countsOf(wordsIn(textOfPage(page)));
  for (const { written } of rewritten)
    for (const word of wordsIn(written)) left.set(word, (left.get(word) ?? 0) + 1);
  const missing = source.flatMap((word, index) => {
    const count = left.get(word) ?? 0;
    left.set(word, count - 1);
    return count > 0 ? [] : [source.slice(Math.max(0, index - 3), index + 4).join(' ')];
  });
  return { words: source.length, missing };
}

function wordsIn(text: string): string[] {
  return (
    text
      .normalize('NFC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? []
  );
}

function countsOf(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

type Said = (piece: Piece | undefined) => string;

function textOfPage(page: PolicyPage): string {
  const said: Said = (piece) =>
    treeOf(piece ?? [], page)
      .map(textOf)
      .join(' ');
  const dates = page.dates.map(({ term, text }) => `${term} ${text}`);
  const sections = page.sections.map((section) => textOfSection(section, said));
  return [page.title, said(page.lead), ...dates, ...sections].join(' ');
}

function textOfSection({ title, blocks, sections }: PageSection, said: Said): string {
  const own = blocks.map((block) => textOfBlock(block, said));
  return [title, ...own, ...sections.map((section) => textOfSection(section, said))].join(' ');
}

// Only the blocks that come in.
function textOfBlock(block: PageBlock, said: Said): string {
  switch (block.type) {
    case 'text':
      return said(block.text);
    case 'table': {
      const rows = block.rows.flatMap(({ cells }) => cells.map((cell) => said(cell)));
      return [block.caption, ...block.columns, ...rows].join(' ');
    }
    case 'definitions':
      return block.items.map(({ term, text }) => `${term} ${said(text)}`).join(' ');
    default:
      return '';
  }
}
