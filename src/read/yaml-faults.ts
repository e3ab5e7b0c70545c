import type { YAMLParseError } from 'yaml';
import { show } from './excerpt.ts';
import type { Finding } from './finding.ts';
import { endOfLine, indexLines } from './lines.ts';
import { findRootCause } from './root-cause.ts';
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
  // Whoever names a value means to merge it: that is told at its name.
  const isNamed = faults.some(({ rule }) => rule === 'yaml/alias');
  const own = isNamed ? faults.filter(({ rule }) => rule !== 'yaml/merge-key') : faults;
  const all = [...own, ...(isTabbed ? [] : explainErrors(text, faults, errors))];
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
