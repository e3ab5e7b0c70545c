import type { YAMLParseError } from 'yaml';
import { show } from './excerpt.ts';
import { type Finding, spanOfLength } from './finding.ts';
import { endOfLine, indexLines } from './lines.ts';
import { chooseSentence, type Sentence } from './yaml-sentences.ts';

/** Adds the faults the package saw, and keeps only one problem for each cause. */
export function withoutConsequences(
  text: string,
  faults: Finding[],
  errors: readonly YAMLParseError[],
): Finding[] {
  if (faults.some(({ rule }) => rule === 'yaml/depth'))
    return faults.filter(({ rule }) => rule !== 'yaml/syntax');
  const cause = findRootCause(text, faults, errors);
  if (cause) return [cause];
  const isTabbed = errors.some(({ code }) => code === 'TAB_AS_INDENT');
  const all = [...faults, ...(isTabbed ? [] : explainErrors(text, faults, errors))];
  const isBroken = all.some(({ rule }) => rule === 'yaml/syntax');
  // What stands behind quotes that end elsewhere is read as something else.
  const quote = faults.find(({ message }) => /closed|in quotes/.test(message));
  // In a broken structure, what is empty is mostly not where its author put it; nor are keys below a tab.
  return isBroken
    ? all.filter(
        ({ rule, start, end }) =>
          rule !== 'yaml/null' &&
          (rule !== 'yaml/syntax' || quote === undefined || start <= quote.start) &&
          (rule !== 'yaml/key' || end > start) &&
          (rule !== 'yaml/duplicate-key' || !isTabbed),
      )
    : all;
}

/** What makes the rest of a file mean something else than was written: it alone is told. */
function findRootCause(
  text: string,
  faults: readonly Finding[],
  errors: readonly YAMLParseError[],
): Finding | undefined {
  const merge = /^<{7}(?: .*)?$/m.exec(text);
  if (merge && /^>{7}(?: .*)?$/m.test(text)) {
    return {
      rule: 'yaml/syntax',
      message: 'Unexpected mark of a merge, expected the text that was agreed on.',
      help: 'Keep one of the two texts between <<<<<<< and >>>>>>>, or make one of both, and delete the lines of marks.',
      ...spanOfLength(merge.index, merge[0].length),
    };
  }
  const zeroes = text.match(/\0/g)?.length ?? 0;
  if (zeroes > 1) return describeZeroes(text, zeroes);
  const returns = text.match(/\r(?!\n)/g)?.length ?? 0;
  if (returns > 1 && !text.includes('\n')) return describeReturns(text);
  const isBroken = errors.length > 0 || faults.some(({ rule }) => rule === 'yaml/syntax');
  const lines = isBroken ? [...text.matchAll(/^( *)[\u00a0\u2000-\u200a\u202f\u3000]+/gm)] : [];
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

// The line ends of computers of the last century, and of a few programs.
function describeReturns(text: string): Finding {
  return {
    rule: 'yaml/syntax',
    message: 'Unexpected line ends CR, expected LF or CRLF: the whole file is one line.',
    help: 'Save the file with the line ends LF or CRLF.',
    ...spanOfLength(text.indexOf('\r'), 1),
  };
}

function describeZeroes(text: string, count: number): Finding {
  return {
    rule: 'text/control',
    message: `Unexpected ${count.toLocaleString('en')} characters U+0000 NULL, expected text.`,
    help: 'Put the file back as it was, from git or a copy: a disk or a program has damaged it, or it is no text.',
    ...spanOfLength(text.indexOf('\0'), 1),
  };
}

/** Whether no line from one place to another stands further out than the first: what is wrong there follows from it. */
function isSameBlock(text: string, from: number, to: number): boolean {
  const start = text.lastIndexOf('\n', from) + 1;
  const lines = text.slice(start, endOfLine(text, to)).split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => line.search(/\S/));
  return indents.every((indent) => indent >= (indents[0] ?? 0));
}

function explainErrors(text: string, faults: Finding[], errors: readonly YAMLParseError[]): Finding[] {
  if (errors.length === 0) return [];
  const lines = indexLines(text);
  const explained = new Set(faults.filter(isWholeLine).map(({ start }) => lines(start).line));
  const aliases = faults.filter(({ rule }) => rule === 'yaml/alias');
  // Where an alias is refused, so are the keys below it.
  const isBelowAlias = (at: number) =>
    aliases.some(({ start }) => start < at && isSameBlock(text, start, at));
  const hasUnclosed = faults.some(({ rule }) => rule === 'yaml/syntax');
  const findings: Finding[] = [];
  let indented: number | undefined;
  let previous = Number.NEGATIVE_INFINITY;
  for (const error of [...errors].sort((a, b) => a.pos[0] - b.pos[0])) {
    const { line } = lines(error.pos[0]);
    const distance = line - previous;
    previous = line;
    if (distance === 0 || explained.has(line)) continue;
    const sentence = chooseSentence(text, error);
    const isResult =
      (sentence.effect === 'result' && distance === 1) ||
      (sentence.effect === 'rest' && (hasUnclosed || findings.length > 0));
    // Our own walk marks the opening quote or bracket, which says more than the place where the end was missed.
    const isMarked = hasUnclosed && /end with a |Missing closing/.test(error.message);
    const found = describeError(text, error, sentence);
    const isFurther =
      sentence.isAboutIndent && indented !== undefined && isSameBlock(text, indented, found.start);
    if (!isResult && !isMarked && !isFurther && !isBelowAlias(found.start)) {
      findings.push(found);
      if (sentence.isAboutIndent) indented = found.start;
    }
    if (sentence.effect === 'rest') break;
  }
  return findings;
}

function isWholeLine({ rule }: Finding): boolean {
  return rule === 'yaml/alias' || rule === 'yaml/tag';
}

function describeError(text: string, error: YAMLParseError, sentence: Sentence): Finding {
  const [seen] = error.pos;
  const start = Math.min(sentence.find?.(text, seen) ?? seen, text.length);
  const line = text.slice(start, endOfLine(text, start)).trimEnd();
  const taken = sentence.take ? (line.match(sentence.take)?.[0] ?? line) : line;
  return {
    rule: sentence.rule ?? 'yaml/syntax',
    message: sentence.message(taken === '' ? 'end of the line' : show(taken)),
    help: sentence.help,
    start,
    end: start + taken.length,
  };
}
