import { type Span, spanOfLength } from './finding.ts';
import type { Step } from './places.ts';
import { isTextScalar, rangeOf } from './yaml-node.ts';

/** The sentence for a comment that ends a text, and the next step. */
export const cuttingComment = {
  message:
    'Unexpected # after a text, expected the end of the line: readers do not see what follows a space and #.',
  help: 'If it belongs to the text, put the whole value in double quotes. If it is a comment, put it on a line of its own.',
};

/**
 * The comment that ends a text without quotes: on its last line, or, where no space follows #, on the next line among
 * the text's other lines. Nothing where a comment stands apart from the text.
 */
export function findCuttingComment(text: string, { key, value }: Step): Span | undefined {
  if (!isTextScalar(value) || value.type !== 'PLAIN') return undefined;
  const [start, end] = rangeOf(value);
  const { space, indent, comment } = text.slice(end).match(afterText)?.groups ?? {};
  if (space === undefined || comment === undefined) return undefined;
  const column = key ? columnOf(text, rangeOf(key)[0]) : columnOfItem(text, start);
  const isApart = indent !== undefined && (indent.length <= column || /^#\s/.test(comment));
  return isApart ? undefined : spanOfLength(end + space.length, comment.trimEnd().length);
}

const afterText = /^(?<space>[ \t]*(?:\n(?<indent>[ \t]*))?)(?<comment>#[^\n]*)/;

function columnOf(text: string, start: number): number {
  return start - text.lastIndexOf('\n', start - 1) - 1;
}

/** How far the hyphen of a list item is from the start of its line, or an item without one. */
function columnOfItem(text: string, start: number): number {
  const before = text.slice(start - columnOf(text, start), start);
  return before.match(/^(.*)-[ \t]+$/)?.[1]?.length ?? before.length;
}
