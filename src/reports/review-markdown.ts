import type { PolicyReview, Review, ReviewProblem, SharedChange } from '../review/review-model.ts';

import {
  anchorWords,
  baseSentence,
  carriedSentences,
  changeGroups,
  datesSentence,
  directionWords,
  faultCounts,
  findingCounts,
  languageName,
  namedSentence,
  namedWords,
  problemRows,
  sharedWords,
} from '../review/sentences.ts';
import { commentText } from './comment-text.ts';
import { redlineMarkdown } from './comparison.ts';

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
    ...faultBlocks(review, room),
    ...review.policies.flatMap((policy) => policyBlocks(policy, room)),
    ...unchangedBlocks(review, room),
    ...sharedBlocks(review, room),
    ...findingBlocks(review, room),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function faultBlocks({ unreadable, faults }: Review, { rows }: Room): string[] {
  if (unreadable.length === 0 && faults.length === 0) return [];
  const names = unreadable.map(
    ({ policy, file }) =>
      `- ${code(policy)} (${code(file)}) could not be read because of its faults: what changes in it is not known.`,
  );
  return [
    '### Faults',
    ...listBlock(names, rows),
    commentText(faultCounts(faults)),
    ...tableBlock(
      ['Severity', 'Rule', 'What is wrong', 'Place', 'New'],
      faults.map((fault) => [...problemCells(fault), fault.isNew ? 'new' : 'was there before']),
      rows,
    ),
  ];
}

function findingBlocks(review: Review, { rows }: Room): string[] {
  const shown = problemRows(review);
  const sentence = findingCounts(review);
  if (sentence === undefined) return [];
  const cells = shown.map(({ problem, state }) => [...problemCells(problem), state]);
  return [
    '### Problems',
    commentText(sentence),
    ...tableBlock(['Severity', 'Rule', 'What it says', 'Place', 'State'], cells, rows),
  ];
}

function problemCells({ severity, rule, url, message, file, line }: ReviewProblem): string[] {
  return [severity, url ? link(url, rule) : code(rule), withCode(message), code(`${file}:${line}`)];
}

function policyBlocks(policy: PolicyReview, room: Room): string[] {
  return [
    `### ${commentText(`${policy.title} · ${policy.product.name}`)}`,
    factLines(policy, room).join('\n'),
    ...changeGroups(policy).flatMap(({ title, changes }) => [
      `**${title}**`,
      ...listBlock(changes.map(changeLine), room.rows),
    ]),
    ...redlineBlocks(room.redline(policy), policy),
  ];
}

function factLines(policy: PolicyReview, { rows }: Room): string[] {
  const { file, page, standing, materiality, notice, lostAnchors } = policy;
  const lost = lostAnchors.map(
    ({ anchor, isPublished }) => `${code(anchor)}${isPublished ? ' (published)' : ''}`,
  );
  const isCarried = policy.change === 'changed' && !policy.isEdited;
  const facts = [
    `File: ${code(file)}${isCarried ? ', not touched: its text changes because of something it shares' : ''}.`,
    commentText(`${standing.sentence} ${datesSentence(policy)}`.trim()),
    policy.comparedWith === 'published' &&
      'Compared with the last published version, since the text before could not be read.',
    materiality && commentText(materiality.sentence),
    notice && commentText(notice.sentence),
    lost.length > 0 && `Anchors that go away: ${shorten(lost, rows).join(', ')}. ${anchorWords(lostAnchors)}`,
    page && `Page: ${linkOrPath(page, 'this text')}`,
  ];
  return facts.flatMap((fact) => (fact ? [`- ${fact}`] : []));
}

function changeLine({ text, direction, href }: PolicyReview['changes'][number]): string {
  const words = directionWords[direction];
  return [`- ${commentText(text)}`, words && `*${words}*`, href && linkOrPath(href, 'see it')]
    .filter(Boolean)
    .join(' ');
}

function redlineBlocks(lines: readonly string[], { redline }: PolicyReview): string[] {
  if (!redline || lines.every((line) => line === '')) return [];
  const text = lines.join('\n').trim();
  if (text.length < 1_200) return ['**Redline**', text];
  return folded('Redline', text);
}

function unchangedBlocks({ unchanged }: Review, { rows }: Room): string[] {
  if (unchanged.length === 0) return [];
  const names = shorten(
    unchanged.map(({ file }) => code(file)),
    rows,
  );
  return [`Edited without a change of the text: ${names.join(', ')}.`];
}

function sharedBlocks({ shared, policies }: Review, { rows }: Room): string[] {
  const carried = carriedSentences(policies).map((sentence) => commentText(sentence));
  if (shared.length === 0 && carried.length === 0) return [];
  return [
    '### Shared things that change, and who names them',
    ...carried,
    ...listBlock(
      shared.map((thing) => sharedLines(thing, rows)),
      rows,
    ),
  ];
}

function sharedLines(thing: SharedChange, rows: number): string {
  const names = thing.namedBy.map(
    (named) =>
      `  - ${code(named.policy)} ${commentText(`${named.title} (${languageName(named.language)}): ${namedWords(named)}.`)}`,
  );
  const head = `- ${code(thing.path)} in ${code(thing.file)}, ${commentText(sharedWords(thing))}. ${commentText(namedSentence(thing))}`;
  return [head, ...shorten(names, rows, '  - ')].join('\n');
}

function listBlock(lines: readonly string[], rows: number): string[] {
  return lines.length > 0 ? [shorten(lines, rows, '- ').join('\n')] : [];
}

function shorten(items: readonly string[], rows: number, mark = ''): string[] {
  if (items.length <= rows) return [...items];
  return [...items.slice(0, rows), `${mark}*and ${items.length - rows} more, left out here*`];
}

function tableBlock(heads: readonly string[], cells: readonly string[][], rows: number): string[] {
  if (cells.length === 0) return [];
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

// What a message sets between backticks is a name of a file.
function withCode(message: string): string {
  const parts = message.split('`');
  if (parts.length % 2 === 0) return commentText(message);
  return parts.map((part, index) => (index % 2 === 1 ? code(part) : commentText(part))).join('');
}

function code(text: string): string {
  return `<code>${commentText(text)}</code>`;
}

function linkOrPath(address: string, text = address): string {
  return /^https?:/.test(address) ? link(address, text) : code(address);
}

function link(address: string, text: string): string {
  const target = address.replaceAll(/[()<>\\\s|]/g, (character) =>
    encodeURIComponent(character).replace('(', '%28').replace(')', '%29'),
  );
  return `[${commentText(text)}](${target})`;
}
