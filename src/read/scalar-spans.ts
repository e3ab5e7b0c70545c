import type { Scalar } from 'yaml';
import { type Span, spanOfLength } from './finding.ts';
import { endOfLine } from './lines.ts';
import { rangeOf } from './yaml-node.ts';

/** Aligns the texts of a file with their writing, each of them once. */
export function makeAligner(text: string): (node: Scalar<string>) => Span[] {
  const aligned = new WeakMap<Scalar, Span[]>();
  return (node) => {
    const spans = aligned.get(node) ?? alignScalar(text, node);
    aligned.set(node, spans);
    return spans;
  };
}

/** Where each UTF-16 unit of a text's value is written. */
export function alignScalar(text: string, node: Scalar<string>): Span[] {
  const isBlock = node.type === 'BLOCK_LITERAL' || node.type === 'BLOCK_FOLDED';
  return isBlock ? alignBlock(text, node) : alignFlow(text, node);
}

const fold = '(?<fold>[ \\t]*\\n[ \\t\\n]*)';
const units = {
  QUOTE_DOUBLE: new RegExp(
    `${fold}|(?<none>\\\\\\n[ \\t]*)|\\\\(?:x..|u....|U(?<code>.{8})|[^])|(?<raw>[ \\t]+|[^])`,
    'g',
  ),
  QUOTE_SINGLE: new RegExp(`${fold}|''|(?<raw>[ \\t]+|[^])`, 'g'),
  PLAIN: new RegExp(`${fold}|(?<raw>[ \\t]+|[^])`, 'g'),
};

/** Plain and quoted texts: each piece of the source stands for a known number of units. */
function alignFlow(text: string, node: Scalar<string>): Span[] {
  const [start, end] = rangeOf(node);
  const type = node.type === 'QUOTE_DOUBLE' || node.type === 'QUOTE_SINGLE' ? node.type : 'PLAIN';
  const quote = type === 'PLAIN' ? 0 : 1;
  const spans: Span[] = [];
  for (const { 0: piece, index, groups = {} } of text
    .slice(start + quote, end - quote)
    .matchAll(units[type])) {
    const first = start + quote + index;
    if (groups.raw) for (let at = 0; at < piece.length; at++) spans.push(spanOfLength(first + at, 1));
    else
      for (let count = countUnits(groups); count > 0; count--) spans.push(spanOfLength(first, piece.length));
  }
  return spans;
}

function countUnits({ fold, none, code }: Record<string, string | undefined>): number {
  if (none !== undefined) return 0;
  if (code !== undefined) return Number.parseInt(code, 16) > 0xffff ? 2 : 1;
  return fold === undefined ? 1 : Math.max(1, fold.split('\n').length - 2);
}

/** Texts below | and >: only spaces and line ends differ from the source, so all else is met in the same order. */
function alignBlock(text: string, node: Scalar<string>): Span[] {
  const [start, end] = rangeOf(node);
  let at = endOfLine(text, start) + 1;
  const spans: Span[] = [];
  for (const unit of node.value.split('')) {
    while (at < end && !isWrittenAs(unit, text[at] ?? '')) at++;
    spans.push({ start: Math.min(at, end), end: Math.min(at + 1, end) });
    at++;
  }
  return spans;
}

/** A space may be written as the end of a line. */
function isWrittenAs(unit: string, written: string): boolean {
  return unit === written || (unit === ' ' && written === '\n');
}
