import type { Nodes, Paragraph, Root, TableRow } from 'mdast';
import { clauseMark } from './clauses.ts';
import { isCaption, isDefinitions } from './definition-lists.ts';
import { foreignMarks } from './foreign-marks.ts';
import { breakAtEnd } from './line-break.ts';

/** What of a text readers would not see as it stands, and where. */
export type Loss = {
  rule: 'prose/mark' | 'prose/list' | 'prose/code' | 'prose/lost';
  offset: number;
  length: number;
  message: string;
  help: string;
};

/** Finds what Markdown would leave out of a page, or show otherwise than its author sees it. */
export function findLosses(tree: Root, source: string): Loss[] {
  const losses: Loss[] = [];
  const used = new Set<string>();
  walk(tree, (node) => {
    if (node.type === 'linkReference' || node.type === 'imageReference') used.add(node.identifier);
  });
  walk(tree, (node) => {
    const loss = lossOf(node, source, used);
    if (loss) losses.push(loss);
    if (node.type === 'paragraph' || node.type === 'tableCell') losses.push(...foreignMarks(node, source));
  });
  return oncePerSlip(losses);
}

// The boxes of a list, a note with what refers to it, and the marks of another dialect are one slip.
function oncePerSlip(losses: readonly Loss[]): Loss[] {
  return losses.filter(
    ({ rule, message }, index) =>
      rule !== 'prose/mark' ||
      message === strike.message ||
      losses.findIndex((other) => other.message === message) === index,
  );
}

function walk(node: Nodes, see: (node: Nodes) => void): void {
  see(node);
  if ('children' in node) for (const child of node.children) walk(child, see);
}

function lossOf(node: Nodes, source: string, used: ReadonlySet<string>): Loss | undefined {
  const start = node.position?.start.offset ?? 0;
  const written = source.slice(start, node.position?.end.offset ?? start);
  const at = (pattern: RegExp, loss: Refusal) => {
    const found = pattern.exec(written);
    return found ? { ...loss, offset: start + found.index, length: found[0].length } : undefined;
  };
  switch (node.type) {
    case 'text':
      return at(/(?<!\\)\[\^[^\]\s]+\]/, footnote) ?? at(/(?<![\\~])~~(?=\S)[^~]*[^\s~\\]~~(?!~)/, strike);
    case 'linkReference':
      return node.identifier.startsWith('^') ? at(/^[\s\S]*/, footnote) : undefined;
    case 'definition':
      if (node.identifier.startsWith('^')) return at(/^[\s\S]*/, footnote);
      return used.has(node.identifier) ? titleLoss(node, at) : at(/^[^\n]*/, unusedAddress);
    case 'link':
      return titleLoss(node, at);
    case 'listItem':
      return at(/(?<=^\S+[ \t]+)\[[ xX]\](?=\s)/, task);
    case 'code':
      if (!/^(?:`{3}|~{3})/.test(written)) return at(/^[^\n]*/, indented);
      if (!/^([`~]{3,})[^\n]*\n(?:[\s\S]*\n)?[ \t>]*\1[`~]*[ \t]*$/.test(written))
        return at(/^[`~]+/, openFence);
      return node.lang ? at(/(?<=^[`~]{3,}[ \t]*)[^\s`~][^\n]*/, language) : undefined;
    case 'paragraph':
      return runOnLoss(node, written, at) ?? breakLoss(node, at);
    case 'blockquote':
      return isDefinitions(node)
        ? at(/(?<=\S[^\n]*\n)([ \t>]*)[^\s:>][^\n]*(?=\n\1: )/, closeTerm)
        : undefined;
    case 'table':
      return cellLoss(node.children);
    default:
      return undefined;
  }
}

type Refusal = Pick<Loss, 'rule' | 'message' | 'help'>;
type At = (pattern: RegExp, loss: Refusal) => Loss | undefined;

const footnote: Refusal = {
  rule: 'prose/mark',
  message: 'Unexpected footnote, expected its words in the text.',
  help: 'Write the note in brackets where it belongs, or in a section that you link to. To show [^, write \\[^.',
};
const strike: Refusal = {
  rule: 'prose/mark',
  message: 'Unexpected ~~, expected text that holds.',
  help: 'Delete what no longer holds: the page shows what a version changed. To show ~~, write \\~~.',
};
const strayBreak: Refusal = {
  rule: 'prose/mark',
  message: 'Unexpected \\ at the end of a paragraph, expected a line of it below: the \\ would be shown.',
  help: 'Delete it, or write the line that is to stand below. To show it as it is, write \\\\.',
};
const task: Refusal = {
  rule: 'prose/mark',
  message: 'Unexpected box of a task list, expected text.',
  help: 'Delete the box, or say in words what is done.',
};
const unusedAddress: Refusal = {
  rule: 'prose/lost',
  message: 'Unexpected address that no link of this text uses, expected a link.',
  help: 'Write [words](address) where readers are to find it, or delete the line.',
};
const title: Refusal = {
  rule: 'prose/lost',
  message: 'Unexpected words behind an address, expected them in the text: readers do not see them there.',
  help: 'Put them into the text, or delete them with their quotes.',
};
const indented: Refusal = {
  rule: 'prose/code',
  message: 'Unexpected text indented by four spaces or more, expected fewer: it would be shown as code.',
  help: 'Begin it in the column of the text around it, or of the list item it belongs to. Put code between lines of ```.',
};
const openFence: Refusal = {
  rule: 'prose/code',
  message:
    'Unexpected mark of code without another below it, expected both: the rest of the text would be shown as code.',
  help: 'Write the same mark on a line of its own below the code. To show it as it is, put \\ before it.',
};
const language: Refusal = {
  rule: 'prose/lost',
  message: 'Unexpected word behind ```, expected the end of the line: readers do not see it.',
  help: 'Delete it, or put it on the next line.',
};
const surplusCell: Refusal = {
  rule: 'prose/lost',
  message: 'Unexpected cell beyond the last column, expected as many cells as the first row has.',
  help: 'Add a column to the first two rows, or write \\| for a | that belongs to the text.',
};
const missingCell: Refusal = {
  rule: 'prose/lost',
  message: 'Unexpected row with fewer cells than the first, expected one below each heading.',
  help: 'Write the missing cell, or | | for one that is empty.',
};
const bullets: Refusal = {
  rule: 'prose/list',
  message: 'Unexpected bullet at the start of a line, expected - and a space.',
  help: 'Write - and a space in its place on each of these lines, and put the text below | if its lines are joined.',
};
const numbers: Refusal = {
  rule: 'prose/list',
  message: 'Unexpected line with a number of its own amid a paragraph, expected an empty line before it.',
  help: 'Put an empty line before each numbered line, or make sections of them.',
};
const brokenClauses: Refusal = {
  rule: 'prose/list',
  message:
    'Unexpected mark of a clause amid a paragraph, expected the one that comes next, or an empty line.',
  help: 'Number the clauses without a gap, with one space behind each mark, or put an empty line before each.',
};

const closeTerm: Refusal = {
  rule: 'prose/list',
  message: 'Unexpected line before one that begins with :, expected an empty line above a term.',
  help: 'Put an empty line before each term; where the line goes on with a meaning, put both on one line.',
};
const bareMeaning: Refusal = {
  rule: 'prose/list',
  message: 'Unexpected : at the start of a paragraph, expected a term on the line above it, or a table.',
  help: 'Write the term on a line of its own and its meaning on the next, with : and a space; without that, delete the colon.',
};

/** Lines that were meant to stand one below the other: a bullet at the start, or the same kind of mark on two lines. */
function runOnLoss(node: Paragraph, written: string, at: At): Loss | undefined {
  const first = node.children[0];
  if (first?.type !== 'text' || first.value === '' || isCaption(node) || !maybeRunOn.test(written))
    return undefined;
  for (const [pattern, loss] of runOns) {
    const found = at(pattern, loss);
    if (found) return found;
  }
  return undefined;
}

function breakLoss({ children }: Paragraph, at: At): Loss | undefined {
  const last = children.at(-1);
  const isShown = last?.type === 'text' && last.value.endsWith('\\');
  return isShown ? at(breakAtEnd, strayBreak) : undefined;
}

const runOns: readonly [RegExp, Refusal][] = [
  [/^:[ \t]/, bareMeaning],
  [/^[•●○▪◦‣·][ \t\u00a0]/, bullets],
  [/^[–—][ \t\u00a0][\s\S]*\n[ \t]*[–—][ \t\u00a0]/, bullets],
  [/(?<=:[ \t]*\n[ \t]*)[–—][ \t\u00a0][^\n]*\n[ \t]*[–—][ \t\u00a0]/, bullets],
  [/(?<=\n[ \t]*)[•●○▪◦‣·][ \t\u00a0]/, bullets],
  [/(?<=(?:^|\n)[ \t]*)-(?=\p{L}[^\n]*\n[ \t]*-\p{L})/u, bullets],
  [/(?<=^\d+(?:\.\d+)+\.?[ \t][\s\S]*\n[ \t]*)\d+(?:\.\d+)+\.?[ \t]/, numbers],
  [new RegExp(String.raw`(?<=^${clauseMark}[ \t][\s\S]*\n[ \t]*)${clauseMark}[ \t]`), brokenClauses],
];

// Most paragraphs are one line that begins with a word.
const maybeRunOn = /^[:•●○▪◦‣·]|\n/;

function titleLoss({ title: words }: { title?: string | null | undefined }, at: At): Loss | undefined {
  return words ? at(/(?:"[^"]*"|'[^']*'|(?<=\s)\([^()]*\))(?=\s*\)?$)/, title) : undefined;
}

function cellLoss([head, ...rows]: readonly TableRow[]): Loss | undefined {
  const columns = head?.children.length ?? 0;
  const surplus = rows.find((row) => row.children.length > columns)?.children[columns];
  const short = rows.find((row) => row.children.length < columns);
  const position = (surplus ?? short)?.position;
  if (position?.start.offset === undefined || position.end.offset === undefined) return undefined;
  const offset = position.start.offset;
  return { ...(surplus ? surplusCell : missingCell), offset, length: position.end.offset - offset };
}
