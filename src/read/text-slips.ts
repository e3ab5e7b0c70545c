import { type Finding, type Span, spanOfLength } from './finding.ts';
import type { Step } from './places.ts';
import { isTextScalar, rangeOf } from './yaml-node.ts';

/** The sentence for a comment that ends a text, and the next step. */
export const cuttingComment = {
  message:
    'Unexpected # beside a text, expected the end of the line: readers do not see what follows a space and #.',
  help: 'If it belongs to the text, put the whole value in double quotes. If it is a comment, put it on a line of its own.',
};

const commentBelow = {
  message:
    'Unexpected # below a text and indented less than it, expected the column of its first line: readers do not see this line.',
  help: 'If it belongs to the text, indent it as its first line. If it is a comment, put it in the column of the key or hyphen.',
};

/** What a text was not meant to say, as it is written: cut off by a comment, in quotes that are none, with a comma of another format, or folded. */
export function findTextSlip(text: string, step: Step): Finding | undefined {
  const comment = findCuttingComment(text, step) ?? findLeadingComment(text, step);
  if (comment) return { rule: 'yaml/comment', ...cuttingComment, ...comment };
  const below = findCommentBelow(text, step);
  if (below) return { rule: 'yaml/comment', ...commentBelow, ...below };
  if (!isTextScalar(step.value)) return undefined;
  const [start, end] = rangeOf(step.value);
  const written = text.slice(start, end).trimEnd();
  if (step.value.type === 'PLAIN' && isCurlyQuoted(written)) {
    return { rule: 'yaml/quotes', ...curlyQuotes, start, end: start + 1 };
  }
  if (step.key && step.value.type === 'PLAIN' && /^[^\n]*[^\n,],$/.test(written)) {
    return {
      rule: 'yaml/comma',
      ...commaBehind,
      start: start + written.length - 1,
      end: start + written.length,
    };
  }
  const folded =
    step.value.type === 'BLOCK_LITERAL' ? undefined : findFolded(written, step.value.type === 'PLAIN');
  return (
    folded && { rule: 'yaml/folded', ...foldedLines, start: start + folded.start, end: start + folded.end }
  );
}

/** Tells of values of a file by themselves which of them could be written with a slip: most need not be looked up. */
export function mayBeSlips(text: string): (value: string) => boolean {
  // A comment, or a line end that leaves no trace in the value.
  if (/[ \t]#|\\\n/.test(text)) return () => true;
  return (value) => /^[“”„‘’«»]|,$|[ \t\n](?:[-+•|]|\* |\d{1,3}[.)]|\([a-z]{1,4}\))/.test(value);
}

/** Whether curly quotes stand around the whole of a text, which without straight ones around them look like a slip. */
export function isCurlyQuoted(text: string): boolean {
  return curlyQuoted.test(text);
}

const curlyQuoted = /^(?:“[^“”„]*”|„[^“”„]*[“”]|‘[^‘’]*’|«[^«»]*»|»[^«»]*«|[“”„][^“”„"]*")$/;
const curlyQuotes = {
  message: 'Unexpected curly quotes around a value, expected straight ones: readers would see these.',
  help: 'Write " in their place. If they belong to the text, put the whole value in straight quotes as well.',
};

const commaBehind = {
  message: 'Unexpected comma behind a value, expected the end of the line: readers would see it.',
  help: 'Delete it. If it belongs to the text, put the whole value in double quotes.',
};

const foldedLines = {
  message: 'Unexpected list or table in a text whose lines are joined, expected | above it.',
  help: 'Start the text with | on the line of its key or hyphen, and write it below, two spaces deeper.',
};

type ListLine = { line: string; mark: string; start: number };

/** The first line of a list or table that stands below another line of the same paragraph. */
function findFolded(written: string, isPlain: boolean): Span | undefined {
  const found = written.matchAll(
    /(?<=[^\s>|-][^\n]*\n)[ \t]*(?<line>(?<mark>[-•]|\+(?!\d)|\*(?= )|\||\d{1,3}[.)](?!\d)|\([a-z]{1,4}\)) ?[^\n]*)/g,
  );
  const lines = [...found].flatMap(({ 0: all, index, groups: { line = '', mark = '' } = {} }): ListLine[] =>
    /^(?:\||\S+ \S)/.test(line)
      ? [{ line: line.trimEnd(), mark, start: index + all.length - line.length }]
      : [],
  );
  const [first] = lines;
  return first && isListed(lines, written, isPlain)
    ? spanOfLength(first.start, first.line.length)
    : undefined;
}

// An editor that wraps lines puts a dash or an (ii) of a sentence at the start of one now and then. It is a list where a
// colon announces it, or where every mark of its sort starts a line.
function isListed(lines: readonly ListLine[], written: string, isPlain: boolean): boolean {
  const [first] = lines;
  if (!first) return false;
  if (first.mark === '|') return lines.length > 1 || first.line.endsWith('|');
  // Below a key without > a hyphen was meant for a list of YAML.
  const isAnnounced = /:\s*$/.test(written.slice(0, first.start)) || (isPlain && first.mark === '-');
  const within = /^[(\d]/.test(first.mark)
    ? /\S[ \t]+(?:\([a-z]{1,4}\)|\d{1,3}[.)])[ \t]/
    : /\S[ \t]+[-–*+•][ \t]/;
  return (isAnnounced || lines.length > 1) && !within.test(written);
}

/**
 * The comment that ends a text without quotes: on its last line, or, where no space follows #, on the next line among
 * the text's other lines. Nothing where a comment stands apart from the text.
 */
function findCuttingComment(text: string, { key, value }: Step): Span | undefined {
  if (!isTextScalar(value) || value.type !== 'PLAIN') return undefined;
  const [start, end] = rangeOf(value);
  const { space, indent, comment } = text.slice(end).match(afterText)?.groups ?? {};
  if (space === undefined || comment === undefined) return undefined;
  const column = key ? columnOf(text, rangeOf(key)[0]) : columnOfItem(text, start);
  const isApart = indent !== undefined && (indent.length <= column || /^#\s/.test(comment));
  return isApart ? undefined : spanOfLength(end + space.length, comment.trimEnd().length);
}

/** The comment behind a key or hyphen whose text begins on a later line, below other comments maybe. */
function findLeadingComment(text: string, { value }: Step): Span | undefined {
  if (!isTextScalar(value) || value.type !== 'PLAIN') return undefined;
  const [start] = rangeOf(value);
  const before = text.slice(Math.max(0, start - 500), start);
  const found = /(?<=[:-][ \t]+)#[^\n]*(?=(?:\n[ \t]*(?:#[^\n]*)?)*\n[ \t]*$)/.exec(before);
  return found ? spanOfLength(start - before.length + found.index, found[0].trimEnd().length) : undefined;
}

/** The line below a text of | or > that a person reads as one of its lines, and YAML as a comment. */
function findCommentBelow(text: string, { key, value }: Step): Span | undefined {
  if (!isTextScalar(value) || !value.type?.startsWith('BLOCK_')) return undefined;
  const [start, end] = rangeOf(value);
  const { lines, indent, comment } = text.slice(end).match(belowText)?.groups ?? {};
  if (lines === undefined || indent === undefined || comment === undefined) return undefined;
  const column = key ? columnOf(text, rangeOf(key)[0]) : columnOfItem(text, start);
  const from = end + lines.length + indent.length;
  return indent.length > column ? spanOfLength(from, comment.trimEnd().length) : undefined;
}

const belowText = /^(?<lines>(?:[ \t]*\n)*)(?<indent> +)(?<comment>#[^\n]*)/;
const afterText = /^(?<space>[ \t]*(?:\n(?:[ \t]*\n)*(?<indent>[ \t]*))?)(?<comment>#[^\n]*)/;

function columnOf(text: string, start: number): number {
  return start - text.lastIndexOf('\n', start - 1) - 1;
}

/** How far the hyphen of a list item is from the start of its line, or an item without one. */
function columnOfItem(text: string, start: number): number {
  const before = text.slice(start - columnOf(text, start), start);
  return before.match(/^(.*)-[ \t]+$/)?.[1]?.length ?? before.length;
}
