import type { PolicyReview, Review } from '../review/review-model.ts';
import { baseSentence } from '../review/sentences.ts';
import { commentText } from './comment-text.ts';
import { redlineMarkdown } from './comparison.ts';
import { type Block, type Inline, type Item, reviewBlocks } from './review-blocks.ts';

/** The first line of a review, by which a workflow finds the comment it made before. */
export const reviewMarker = '<!-- policybook-review -->';

/** The characters a comment on GitHub can hold. */
export const commentLimit = 65_536;

/** How much a review shows: the rows of each list, and the redline of each policy. */
type Room = { rows: number; redline(review: PolicyReview): string[] };

/**
 * A review as a comment of a pull request. What is too long for a comment loses its redlines first, then the ends of
 * its lists, and says so.
 */
export function reviewMarkdown(review: Review): string {
  const tight = [Number.POSITIVE_INFINITY, 50, 10, 3, 1, 0];
  for (const rows of tight) {
    const bare = write(review, { rows, redline: () => [cutSentence] });
    if (bare.length <= commentLimit)
      return write(review, { rows, redline: fitRedlines(review, commentLimit - bare.length) });
  }
  return cutLines(write(review, { rows: 0, redline: () => [] }));
}

const cutSentence = `*The redline is cut here, since a comment holds 65,536 characters: \`policybook review --format html\` shows all of it.*`;

// Redlines take the room that is left in the order of the policies; each is cut between two of its lines.
function fitRedlines({ policies }: Review, room: number): (review: PolicyReview) => string[] {
  let left = room;
  const fitted = new Map<PolicyReview, string[]>();
  for (const policy of policies) {
    const all = policy.redline
      ? redlineMarkdown(policy.redline, { write: commentText, heading: '#### ' })
      : [];
    const lines: string[] = [];
    for (const line of all) {
      const cost = line.length + 1;
      if (cost + foldingLength > left) break;
      left -= cost;
      lines.push(line);
    }
    left -= foldingLength;
    fitted.set(policy, lines.length < all.length ? [...lines, '', cutSentence] : lines);
  }
  return (policy) => fitted.get(policy) ?? [];
}

const foldingLength = 80;

function cutLines(text: string): string {
  const sentence =
    '*The rest is left out, since a comment cannot hold it: `policybook review --format html` shows all of it.*';
  const kept = text.slice(0, commentLimit - sentence.length - 3);
  return `${kept.slice(0, kept.lastIndexOf('\n'))}\n\n${sentence}\n`;
}

function write(review: Review, room: Room): string {
  const blocks = [
    reviewMarker,
    `**${commentText(review.head)}**`,
    ...(review.base ? [commentText(baseSentence(review.base))] : []),
    `*${commentText(review.notice)}*`,
    ...reviewBlocks(review).flatMap((block) => writeBlock(block, room)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function writeBlock(block: Block, room: Room): string[] {
  const { rows } = room;
  switch (block.type) {
    case 'heading':
      return [`### ${writeInline(block.text, rows)}`];
    case 'text':
      return [writeInline(block.text, rows)];
    case 'list':
      return [...(block.title ? [`**${block.title}**`] : []), ...listBlock(block.items, rows)];
    case 'table':
      return tableBlock(block, rows);
    case 'facts':
      return [block.facts.map(({ line }) => `- ${writeInline(line, rows)}`).join('\n')];
    case 'redline':
      return redlineBlocks(room.redline(block.policy), block.policy);
    case 'policy':
      return block.blocks.flatMap((inner) => writeBlock(inner, room));
  }
}

// Words that stand side by side are escaped together: an escape depends on what is beside it.
function writeInline(parts: readonly Inline[], rows: number): string {
  const joined: Inline[] = [];
  for (const part of parts) {
    const words = wordsOf(part);
    const last = joined.at(-1);
    if (words !== undefined && typeof last === 'string') joined.splice(-1, 1, last + words);
    else joined.push(words ?? part);
  }
  return joined.map((part) => writePart(part, rows)).join('');
}

function wordsOf(part: Inline): string | undefined {
  if (typeof part === 'string') return part;
  return part.type === 'quoted' ? part.text : undefined;
}

function writePart(part: Inline, rows: number): string {
  if (typeof part === 'string') return commentText(part);
  switch (part.type) {
    case 'code':
      return code(part.text);
    case 'remark':
      return `*${part.text}*`;
    case 'quoted':
      return commentText(part.text);
    case 'link':
      return /^https?:/.test(part.address) ? link(part.address, part.text) : code(part.address);
    case 'names': {
      const names = part.names.map((name) => writeInline(name, rows));
      return shorten(names, rows).join(', ');
    }
  }
}

function redlineBlocks(lines: readonly string[], { redline }: PolicyReview): string[] {
  if (!redline || lines.every((line) => line === '')) return [];
  const text = lines.join('\n').trim();
  if (text.length < 1_200) return ['**Redline**', text];
  return folded('Redline', text);
}

function listBlock(items: readonly Item[], rows: number): string[] {
  if (items.length === 0) return [];
  const lines = items.map(({ text, items: inner }) => {
    const under = inner.map((words) => `  - ${writeInline(words, rows)}`);
    return [`- ${writeInline(text, rows)}`, ...shorten(under, rows, '  - ')].join('\n');
  });
  return [shorten(lines, rows, '- ').join('\n')];
}

function shorten(items: readonly string[], rows: number, mark = ''): string[] {
  if (items.length <= rows) return [...items];
  return [...items.slice(0, rows), `${mark}*and ${items.length - rows} more, left out here*`];
}

function tableBlock({ heads, rows: all }: Extract<Block, { type: 'table' }>, rows: number): string[] {
  if (all.length === 0) return [];
  const cells = all.map((row) => row.map((cell) => writeInline(cell, rows)));
  const line = (row: readonly string[]) => `| ${row.join(' | ')} |`;
  const shown = cells.slice(0, Math.min(rows, cells.length));
  const table = [line(heads), line(heads.map(() => '---')), ...shown.map(line)].join('\n');
  const left = cells.length - shown.length;
  return [
    ...(shown.length > 20 ? folded(`${shown.length} rows`, table) : [table]),
    ...(left > 0 ? [`*${left} more ${left === 1 ? 'is' : 'are'} left out here.*`] : []),
  ];
}

function folded(title: string, text: string): string[] {
  return [`<details><summary>${title}</summary>`, text, '</details>'];
}

function code(text: string): string {
  return `<code>${commentText(text)}</code>`;
}

function link(address: string, text: string): string {
  const target = address.replaceAll(/[()<>\\\s|]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  );
  return `[${commentText(text)}](${target})`;
}
