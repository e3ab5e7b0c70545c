import type { Scalar } from 'yaml';
import { shorten } from '../text/shorten.ts';
import { findTextFaults } from './characters.ts';
import { show } from './excerpt.ts';
import type { Finding, Reading } from './finding.ts';
import { endOfLine } from './lines.ts';
import { alignScalar } from './scalar-spans.ts';
import { isTextScalar, rangeOf } from './yaml-node.ts';

/** The plain value of a scalar, with what is wrong with its writing. */
export function toScalarValue(node: Scalar, walk: Reading): unknown {
  const { type, value, source = '' } = node;
  if (isTextScalar(node) && (type === 'QUOTE_DOUBLE' || type === 'QUOTE_SINGLE')) checkQuotes(node, walk);
  if (typeof value === 'number' && String(value) !== source) checkNumber(node, value, walk);
  return value;
}

function checkQuotes(node: Scalar<string>, walk: Reading): void {
  const [start, end] = rangeOf(node);
  const source = walk.text.slice(start, end);
  const isClosed = isClosedText(source);
  if (isClosed && source.includes('\\')) checkEscapes(node, walk);
  if (isClosed) return;
  const outside = findOutside(walk.text, start, end);
  if (outside) {
    walk.findings.push(outside);
    return;
  }
  walk.findings.push({
    rule: 'yaml/syntax',
    message: `Unexpected ${source[0]} that is never closed, expected ${source[0]} at the end of the text.`,
    help: /^[^\n]*[“”„‟][ \t]*(?:\n|$)/.test(source)
      ? `End the text with ${source[0]} as it begins: a curly quote closes nothing.`
      : `Close the quotes. If the text holds ${source[0]} itself, put it in the other kind of quotes.`,
    start,
    end: Math.min(end, endOfLine(walk.text, start)),
  });
}

// The line that stands further left than the text it goes on with, up to the closing quote.
function findOutside(text: string, start: number, end: number): Finding | undefined {
  const quote = text[start] ?? '';
  const rest = text.slice(endOfLine(text, start), endOfLine(text, start) + 2000);
  const [lines, line] =
    new RegExp(`^\\n([^\\n:${quote}]*(?:\\n[^\\n:${quote}]+)*)${quote}[ \\t]*(?=\\n|$)`).exec(rest) ?? [];
  if (lines === undefined || line === undefined || line.trim() === '') return undefined;
  const first = endOfLine(text, start) + 1;
  return {
    rule: 'yaml/syntax',
    message:
      'Unexpected indentation of a line of a text in quotes, expected it deeper than the key or hyphen of the text.',
    help: 'Indent the lines up to the closing quote two spaces deeper than the key or hyphen.',
    start: first,
    end: Math.max(endOfLine(text, first), Math.min(end, first)),
  };
}

/** The package takes an escaped quote at the very end of a file for the closing one. */
function isClosedText(source: string): boolean {
  const body = source.slice(1);
  if (source[0] === "'") return (body.match(/'*$/)?.[0].length ?? 0) % 2 === 1;
  return /(?<!\\)(\\\\)*"$/.test(body);
}

function checkEscapes(node: Scalar<string>, walk: Reading): void {
  const faults = findTextFaults(node.value);
  if (faults.length === 0) return;
  const characters = alignScalar(walk.text, node);
  for (const fault of faults) {
    const start = characters[fault.start]?.start ?? rangeOf(node)[0];
    const end = characters[fault.end - 1]?.end ?? start;
    const isWritten = walk.text[start] === '\\';
    walk.findings.push({ ...fault, ...(isWritten && { help: backslash }), start, end });
  }
}

const backslash =
  'Behind \\ stands the name of a character in double quotes. Write \\\\ for a \\ that is meant, or put the text in single quotes.';

function checkNumber(node: Scalar, value: number, walk: Reading): void {
  const [start, end] = rangeOf(node);
  walk.findings.push({
    rule: 'yaml/number',
    message: `Unexpected number ${show(node.source ?? '')}, expected quotes around it: it would be read as ${value}.`,
    help: `Put it in quotes: "${shorten(node.source ?? '')}".`,
    start,
    end,
  });
}
