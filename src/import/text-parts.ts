// What one text of a policy may hold, with room for what is added: see the caps of `text/prose.ts`.
const most: [RegExp, number][] = [
  [/\n/g, 1_900],
  [/\[/g, 480],
  [/</g, 480],
  [/\|/g, 1_800],
  [/[*_`]/g, 900],
  [/^[ \t>]*(?:[-+*]|\d{1,9}[.)]) /gm, 900],
];

/** How much of what one text may hold a text is: 1 is all of it. */
export function shareOf(markdown: string): number {
  const length = markdown.length / 18_000;
  // What is short has little of anything.
  if (length < 0.01) return length;
  return Math.max(length, ...most.map(([pattern, count]) => (markdown.match(pattern)?.length ?? 0) / count));
}

/** Divides Markdown into texts that are as long as texts may be, between its blocks where that is possible. */
export function textParts(markdown: string): string[] {
  if (markdown === '') return [];
  if (shareOf(markdown) < 1) return [markdown];
  const parts: string[] = [];
  let share = 0;
  for (const block of blocksOf(markdown)) {
    const more = shareOf(block);
    const last = parts.at(-1);
    if (last === undefined || share + more > 1) {
      parts.push(block);
      share = 0;
    } else parts.splice(-1, 1, `${last}\n\n${block}`);
    share += more;
  }
  return parts;
}

// What is indented belongs to the item above it.
function blocksOf(markdown: string): string[] {
  return markdown
    .split(/\n\n(?=\S)/)
    .filter(Boolean)
    .flatMap((block) => (shareOf(block) < 1 ? [block] : divided(block)));
}

function divided(block: string): string[] {
  if (block.startsWith('|')) return tablesOf(block);
  const [mark] = /^(?:[-+*]|\d{1,9}[.)]) +/.exec(block) ?? [];
  if (mark && /\n(?=\S)/.test(block)) return chunksOf(block.split(/\n(?=\S)/), '\n');
  // An item that is longer than a text goes on below it, no longer indented.
  if (mark && /\n/.test(block)) return blocksOf(block.replace(new RegExp(`^ {1,${mark.length}}`, 'gm'), ''));
  return chunksOf(block.split(/(?<=\n|[.;:!?] )/), '').map((chunk) => chunk.replace(/\\?\s+$/, ''));
}

// Each part has the head of the table.
function tablesOf(table: string): string[] {
  const [head = '', rule = '', ...rows] = table.split('\n');
  return chunksOf(rows, '\n', 0.6).map((chunk) => [head, rule, chunk].join('\n'));
}

function chunksOf(pieces: readonly string[], between: string, full = 0.9): string[] {
  const chunks: string[] = [];
  let share = 0;
  for (const piece of pieces) {
    const more = shareOf(piece);
    const last = chunks.at(-1);
    if (last === undefined || share + more > full) {
      chunks.push(piece);
      share = 0;
    } else chunks.splice(-1, 1, `${last}${between}${piece}`);
    share += more;
  }
  return chunks;
}
