import type { YAMLParseError } from 'yaml';
import { show } from './excerpt.ts';
import type { Finding } from './finding.ts';
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
  const isTabbed = errors.some(({ code }) => code === 'TAB_AS_INDENT');
  const all = [...faults, ...(isTabbed ? [] : explainErrors(text, faults, errors))];
  const isBroken = all.some(({ rule }) => rule === 'yaml/syntax');
  // In a broken structure, what is empty is mostly not where its author put it.
  return isBroken
    ? all.filter(({ rule, start, end }) => rule !== 'yaml/null' && (rule !== 'yaml/key' || end > start))
    : all;
}

function explainErrors(text: string, faults: Finding[], errors: readonly YAMLParseError[]): Finding[] {
  if (errors.length === 0) return [];
  const lines = indexLines(text);
  const explained = new Set(faults.filter(isWholeLine).map(({ start }) => lines(start).line));
  const hasUnclosed = faults.some(({ rule }) => rule === 'yaml/syntax');
  const findings: Finding[] = [];
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
    if (!isResult && !isMarked) findings.push(describeError(text, error, sentence));
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
