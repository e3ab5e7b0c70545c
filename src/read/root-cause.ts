import type { YAMLParseError } from 'yaml';
import { show } from './excerpt.ts';
import { type Finding, spanOfLength } from './finding.ts';
import { endOfLine } from './lines.ts';

/** What makes the rest of a file mean something else than was written: it alone is told. */
export function findRootCause(
  text: string,
  faults: readonly Finding[],
  errors: readonly YAMLParseError[],
): Finding | undefined {
  const whole = findMerge(text) ?? findZeroes(text);
  if (whole) return whole;
  const isOneLine = (text.match(/\r(?!\n)/g)?.length ?? 0) > 1 && !text.includes('\n');
  if (isOneLine) return describeReturns(text, 'ends CR, expected LF or CRLF: the whole file is one line');
  const isBroken = errors.length > 0 || faults.some(({ rule }) => rule === 'yaml/syntax');
  if (!isBroken) return undefined;
  return (
    findSingleMark(text) ??
    findFence(text) ??
    (text.includes('\r')
      ? describeReturns(text, 'end CR, expected LF or CRLF as the other lines have')
      : undefined) ??
    findHardSpaces(text) ??
    findHyphen(text, errors)
  );
}

const merged = {
  rule: 'yaml/syntax',
  message: 'Unexpected mark of a merge, expected the text that was agreed on.',
} as const;

// Also within a text, where YAML takes them for its words.
function findMerge(text: string): Finding | undefined {
  const [mark] = /^[ \t]*<{7}(?: .*)?$/m.exec(text) ?? [];
  if (mark === undefined || !/^[ \t]*>{7}(?: .*)?$/m.test(text)) return undefined;
  return {
    ...merged,
    help: 'Keep one of the two texts between <<<<<<< and >>>>>>>, or make one of both, and delete the lines of marks.',
    ...spanOfLength(text.indexOf(mark) + mark.search(/\S/), mark.trim().length),
  };
}

// What is left where somebody deleted the others by hand.
function findSingleMark(text: string): Finding | undefined {
  const mark = /^(?:<{7}|={7}|>{7}|\|{7})(?: .*)?$/m.exec(text);
  return mark
    ? {
        ...merged,
        help: 'Delete this line, and look whether the text above and below it stands there once.',
        ...spanOfLength(mark.index, mark[0].length),
      }
    : undefined;
}

// A chat or a page of documentation shows a file between two such lines.
function findFence(text: string): Finding | undefined {
  const fence = /^(?:```|~~~)[\w-]*[ \t]*$/m.exec(text);
  return fence
    ? {
        rule: 'yaml/syntax',
        message: `Unexpected ${show(fence[0].trimEnd())}, expected the file alone.`,
        help: 'Delete the lines that begin so, and what stands before the first and behind the last of them.',
        ...spanOfLength(fence.index, fence[0].trimEnd().length),
      }
    : undefined;
}

function findZeroes(text: string): Finding | undefined {
  const zeroes = text.match(/\0/g)?.length ?? 0;
  return zeroes > 1
    ? {
        rule: 'text/control',
        message: `Unexpected ${zeroes.toLocaleString('en')} characters U+0000 NULL, expected text.`,
        help: 'Put the file back as it was, from git or a copy: a disk or a program has damaged it, or it is no text.',
        ...spanOfLength(text.indexOf('\0'), 1),
      }
    : undefined;
}

// The line ends of computers of the last century, and of a few programs.
function describeReturns(text: string, which: string): Finding {
  return {
    rule: 'yaml/syntax',
    message: `Unexpected line ${which}.`,
    help: 'Save the file with the line ends LF or CRLF.',
    ...spanOfLength(text.indexOf('\r'), 1),
  };
}

function findHardSpaces(text: string): Finding | undefined {
  const lines = [...text.matchAll(/^( *)[\u00a0\u2000-\u200a\u202f\u3000]+/gm)];
  const [first] = lines;
  if (!first) return undefined;
  const others = lines.length > 1 ? ` There are ${lines.length} lines like this.` : '';
  const before = first[1]?.length ?? 0;
  return {
    rule: 'yaml/syntax',
    message: 'Unexpected no-break space at the start of a line, expected ordinary spaces.',
    help: `Delete the spaces at the start of the line and type them again with the space bar.${others}`,
    ...spanOfLength(first.index + before, first[0].length - before),
  };
}

// `-security: all` is a key to YAML, and every item below it stands in the wrong place.
function findHyphen(text: string, errors: readonly YAMLParseError[]): Finding | undefined {
  const seen = Math.min(...errors.map(({ pos }) => pos[0]));
  if (!Number.isFinite(seen)) return undefined;
  const start = text.lastIndexOf('\n', seen - 1) + 1;
  const line = text.slice(start, endOfLine(text, start)).trimEnd();
  if (!/^ *-[A-Za-z"'][\w"'-]*:(?: |$)/.test(line)) return undefined;
  return {
    rule: 'yaml/syntax',
    message: `Unexpected ${show(line.trim())}, expected a space after the hyphen.`,
    help: 'Put a space after the hyphen.',
    ...spanOfLength(start + line.indexOf('-'), line.trim().length),
  };
}
