import { directionMarks, unreadNote } from '../compare/change-list.ts';
import { type Change, changesBetween, inPlainText, proposeMaterial } from '../compare/changes/changes.ts';
import { type Beside, tellMoved } from '../compare/changes/moved.ts';
import type { Compared } from '../compare/comparison.ts';
import { showBreaks } from '../compare/redline/breaks.ts';
import { redline } from '../compare/redline/redline.ts';
import type {
  FormatChange,
  Op,
  Redline,
  RedlineBlock,
  RedlineSection,
} from '../compare/redline/redline-model.ts';
import { proseText } from '../text/prose.ts';
import { readerOf } from '../text/show.ts';
import { printableJson, printableLines } from './printable.ts';

type Compare = { changes: Change[]; marked: Redline };

function compare(before: Compared, after: Compared, beside: readonly Beside[]): Compare {
  const marked = redline(before.page, after.page);
  const changes = changesBetween(before.policy, after.policy, marked);
  const reader = readerOf(after.policy.language);
  return {
    marked,
    changes: tellMoved(changes, { before: before.policy, after: after.policy, beside, reader }),
  };
}

/**
 * A comparison for programs; `beside` are the other policies of the product: `changes` with rule, level, path and a sentence in plain text, and `redline` by section and block, whose
 * `ops` join to the new text (`=` and `+`) and to the old (`=` and `-`).
 */
export function comparisonJson(before: Compared, after: Compared, beside: readonly Beside[] = []): string {
  const { changes, marked } = compare(before, after, beside);
  const sections = marked.sections.map(({ blocks, ...section }) => ({
    ...section,
    blocks: blocks.map(({ html: _html, parts: _parts, origins: _origins, ...block }) => block),
  }));
  const value = { material: proposeMaterial(changes), changes: changes.map(inPlainText), redline: sections };
  return `${printableJson(value)}\n`;
}

/** A comparison for a terminal: the listed changes, then the changed blocks with `[-removed-]` and `{+added+}`. */
export function comparisonText(before: Compared, after: Compared, beside: readonly Beside[] = []): string {
  const { changes, marked } = compare(before, after, beside);
  if (changes.length === 0) return 'Nothing changed.\n';
  const list = told(changes).map(
    (change) =>
      `${change.level.padEnd(9)} ${proseText(change.sentence)}${directionOf(change, after)}  (${change.rule})`,
  );
  const marks = (op: Op) => (op[0] === '=' ? op[1] : op[0] === '-' ? `[-${op[1]}-]` : `{+${op[1]}+}`);
  const lines = sectionLines(marked, { marks, heading: '## ', write: (text) => text, placeOf: () => '' });
  return printableLines(`${[...list, ...noteOfUnread(changes, after), '', ...lines].join('\n')}\n`);
}

/** A comparison for a pull request: the same in Markdown, removed text struck through, added text bold. */
export function comparisonMarkdown(
  before: Compared,
  after: Compared,
  beside: readonly Beside[] = [],
): string {
  const { changes, marked } = compare(before, after, beside);
  if (changes.length === 0) return 'Nothing changed.\n';
  const list = told(changes).map(
    (change) => `- **${change.level}** ${change.sentence}${directionOf(change, after)} \`${change.rule}\``,
  );
  const lines = redlineMarkdown(marked, { write: escapeText, heading: '### ' });
  return printableLines(
    `${['### Changes', '', ...list, ...noteOfUnread(changes, after), '', ...lines].join('\n')}\n`,
  );
}

// The day a version binds names it, as its date does: beside other changes it is none.
function told(changes: readonly Change[]): readonly Change[] {
  const others = changes.filter(({ rule }) => rule !== 'effective-date-changed');
  return others.length > 0 ? others : changes;
}

function directionOf({ direction }: Change, { policy }: Compared): string {
  if (direction === 'neutral') return '';
  return ` ${directionMarks[direction]} ${readerOf(policy.language).words.diff.directions[direction]}.`;
}

function noteOfUnread(changes: readonly Change[], { policy }: Compared): string[] {
  const note = unreadNote(changes, policy, readerOf(policy.language));
  return note === undefined ? [] : ['', note];
}

/** The changed blocks of a redline as lines of Markdown, removed text struck through, added text underlined. */
export function redlineMarkdown(
  marked: Redline,
  { write, heading }: { write(text: string): string; heading: string },
): string[] {
  const marks = (op: Op) => {
    const text = write(op[1]);
    return op[0] === '=' ? text : op[0] === '-' ? `<del>${text}</del>` : `<ins>${text}</ins>`;
  };
  return sectionLines(marked, { marks, heading, write, placeOf });
}

// Marks of Markdown and HTML in a policy's text must not become marks of the report.
function escapeText(text: string): string {
  return text.replaceAll(/[\\`*_[\]<>|~#&]/g, (character) => `\\${character}`);
}

/** How to write the marks of a redline, its headings, any other text, and the place of a block in a table. */
type Writing = {
  marks(op: Op): string;
  heading: string;
  write(text: string): string;
  placeOf(block: RedlineBlock): string;
};

function sectionLines({ sections }: Redline, writing: Writing): string[] {
  return sections.flatMap((section) => {
    const isWhole = section.change === 'added' || section.change === 'removed';
    const changed = section.blocks.filter(isChanged);
    // Of a section that came or went its heading says so.
    const isTold = ({ kind, ops }: RedlineBlock) =>
      isWhole && kind === 'heading' && ops.map(([, text]) => text).join('') === section.title;
    const lines = changed.filter((block) => !isTold(block)).map((block) => blockLine(block, writing));
    const title = writing.write(`${section.title}${noteOf(section)}`);
    return changed.length > 0
      ? [`${writing.heading}${title}`, '', ...lines.flatMap((line) => [line, ''])]
      : [];
  });
}

/** The row and column of a cell, without which it says little; nothing for any other block. */
export function placeOf({ cell, ops }: RedlineBlock): string {
  if (!cell) return '';
  const text = ops.flatMap(([kind, words]) => (kind === '-' ? [] : [words])).join('');
  return [cell.row !== text && cell.row, cell.column].filter(Boolean).join(', ');
}

function isChanged({ change, formats }: RedlineBlock): boolean {
  return change !== 'same' || formats.length > 0;
}

function blockLine(block: RedlineBlock, writing: Writing): string {
  const { ops, formats, kind } = block;
  const { marks, write } = writing;
  const place = writing.placeOf(block);
  const text = showBreaks(ops).map(marks).join('');
  const forms = [...new Set(formats.flatMap(formatNote))].map((note) => write(` (${note})`)).join('');
  return `${kind === 'item' ? '- ' : ''}${place ? `${write(place)}: ` : ''}${text}${forms}`;
}

// Where both looks have a name, and both links an address, one became the other.
function formatNote({ kind, before, after }: FormatChange): string[] {
  if (kind === 'break') return [];
  const [old, now] = [before, after].map((form) => (kind === 'emphasis' ? lookName(form) : form));
  if (old && now) return [`${old} → ${now}`];
  const name = `${kind === 'link' ? 'a link to ' : ''}${now || old}`;
  return [now ? `now ${name}` : `no longer ${name}`];
}

const lookNames: Record<string, string> = { strong: 'bold', em: 'italic', code: 'code' };

function lookName(look: string): string {
  return look.replaceAll(/\w+/g, (name) => lookNames[name] ?? name);
}

function noteOf({ change, isMoved, formerTitle }: RedlineSection): string {
  const notes = [
    change === 'added' && 'new',
    change === 'removed' && 'removed',
    isMoved && 'moved',
    formerTitle !== undefined && `formerly ${formerTitle}`,
  ].filter((note) => typeof note === 'string');
  return notes.length > 0 ? ` (${notes.join(', ')})` : '';
}
